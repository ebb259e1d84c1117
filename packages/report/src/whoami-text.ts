import type { RatedCredential, WhoamiAnswer } from "@authgraph/engine";
import { type AnswerContext, assumedLines } from "./can-i-text.ts";
import { placeText } from "./place.ts";
import { printable } from "./printable.ts";
import { identityWords } from "./question-words.ts";
import { type Paint, painter, type Style } from "./style.ts";

/** Every credential for a person: who it becomes, what that is worth, until when, and where it stands. */
export function* renderWhoami({ at, credentials }: WhoamiAnswer, context: AnswerContext): Iterable<string> {
  const paint = painter(context.color);
  if (credentials.length === 0) {
    yield "no credential among the inputs\n";
    return;
  }
  const count =
    credentials.length === 1
      ? "one credential"
      : `${credentials.length} credentials, the strongest that can be used first`;
  yield `${count} (at ${printable(at.replace(/\.\d+Z$/, "Z"))})\n`;
  for (const credential of credentials) {
    yield "\n";
    yield* credentialLines(credential, at, paint);
  }
  yield "\n";
  yield* assumedLines(context);
}

function* credentialLines(credential: RatedCredential, at: string, paint: Paint): Iterable<string> {
  const { label, origin, power, usability, proofInText } = credential;
  yield `${paint("strong", whoWords(credential))}\n`;
  const inGroups = groupWords(credential);
  if (inGroups !== "") yield `  in ${inGroups}\n`;
  yield `  ${power === undefined ? nothingKnown(credential) : paint(styleOf(power.level), printable(power.text))}\n`;
  const beside = proofInText ? ", with what proves it" : "";
  yield `  ${placeText(origin)}  ${printable(label)}${beside}\n`;
  const validity = [expiryWords(credential, at), authorityWords(credential)].filter((words) => words !== "");
  if (validity.length > 0) yield `  ${validity.join(", ")}\n`;
  if (usability.usable !== "yes") yield `  ${usabilityWords(usability, paint)}\n`;
}

function whoWords({ identity, names, form }: RatedCredential): string {
  if (identity !== undefined) return identityWords(identity);
  if (names !== undefined) return names.user === anyName ? "Users of any name" : printable(`Users ${names.user}`);
  return form === "aws-auth-mapping" ? "somebody of IAM" : "somebody";
}

function nothingKnown({ identity }: RatedCredential): string {
  return identity === undefined ? "what it may do depends on who it is" : "nothing is known beyond what everybody may";
}

function groupWords({ identity, names }: RatedCredential): string {
  const groups = identity === undefined ? [] : identity.groups.filter((group) => group !== "system:authenticated");
  if (groups.length > 0) return printable(groups.join(", "));
  return names?.groups === anyName ? "groups of any name" : printable(names?.groups ?? "");
}

/** Of an issuer whose names get no prefix. */
const anyName = "…";

const day = 24 * 60 * 60 * 1000;

function expiryWords({ form, notAfter, expired }: RatedCredential, at: string): string {
  if (notAfter === undefined) return lastingForms.has(form) ? "no end of validity" : "";
  const days = Math.floor(Math.abs(Date.parse(notAfter) - Date.parse(at)) / day);
  // A bootstrap Secret may say anything.
  if (Number.isNaN(days)) return `until ${printable(notAfter)}`;
  const span = days === 0 ? "less than a day" : days === 1 ? "one day" : `${days} days`;
  return expired ? `expired ${printable(notAfter)}, ${span} ago` : `until ${printable(notAfter)}, in ${span}`;
}

function authorityWords({ authority }: RatedCredential): string {
  if (authority === undefined) return "";
  const file = authority.file === undefined ? "" : ` (${printable(authority.file.value)})`;
  return `signed by ${printable(authority.name)}${file}`;
}

function usabilityWords({ usable, reason }: RatedCredential["usability"], paint: Paint): string {
  const word = usable === "no" ? paint("removed", "cannot be used") : paint("medium", "may be usable");
  return reason === "" ? word : `${word}: ${printable(reason)}`;
}

/** Those that hold until somebody takes them away. */
const lastingForms: ReadonlySet<RatedCredential["form"]> = new Set([
  "token-file-row",
  "bootstrap-token",
  "legacy-token",
]);

/** As findings of that power look. */
function styleOf(level: NonNullable<RatedCredential["power"]>["level"]): Style {
  return level === 1 ? "critical" : level === 2 ? "high" : level <= 4 ? "medium" : "info";
}
