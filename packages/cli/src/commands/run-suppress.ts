import {
  acceptingEntry,
  type FoundRisk,
  failuresOf,
  findFinding,
  isAboutSuppressions,
  isDay,
  isFingerprintPrefix,
  sameSubjectAndObject,
} from "@authgraph/engine";
import { placeText, printable, shortFingerprint } from "@authgraph/report";
import { entryText, type NewEntry, type NewMember } from "../configuration/edit-configuration.ts";
import { writeEntries } from "../configuration/write-entries.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { allRules, type RuleOptions } from "../rules/choose-rules.ts";
import { tell } from "../terminal/tell.ts";
import { writeResult } from "../terminal/write.ts";
import type { InputOptions } from "./input-options.ts";
import { type ScannedPlaces, scanPaths } from "./scan-paths.ts";

export interface SuppressOptions {
  readonly inputs: InputOptions;
  readonly rules: RuleOptions;
  readonly reason: string;
  /** The last day on which the finding is accepted. */
  readonly until: string | undefined;
  readonly validWhile: { readonly boundOnlyIn: readonly string[]; readonly namesOnly: readonly string[] };
}

/** Accepts the finding that has a fingerprint: writes an entry into the configuration of its project. */
export async function runSuppress(fingerprint: string, options: SuppressOptions): Promise<ExitCode> {
  const { inputs, until } = options;
  if (!isFingerprintPrefix(fingerprint)) {
    return unable(`"${fingerprint}" is no fingerprint: 6 to 32 hexadecimal digits, as a scan prints it`);
  }
  if (until !== undefined && !isDay(until)) return unable(`"${until}" is no day: write it as 2027-01-31`);
  if (until !== undefined && until < inputs.at.slice(0, until.length)) {
    return unable(`${until} is over: what is accepted until then would be told today`);
  }
  const all = await allRules(options.rules);
  if (all === undefined) return exitCode.unable;
  const scanned = await scanPaths({ ...inputs, rules: all, extended: options.rules.extended, quiet: false });
  if (scanned.outcome === "unable") return unable(scanned.message);
  const [unreadable] = scanned.unreadable;
  if (unreadable !== undefined) return unable(unreadable);

  const search = findFinding(scanned.run, fingerprint);
  const where = inputs.paths.join(", ");
  switch (search.outcome) {
    case "ambiguous":
      return unable(`several findings in ${where} begin with ${fingerprint}: ${listOf(search.candidates)}`);
    case "missing": {
      const failed = failuresOf(scanned.run).length > 0 ? "; not every rule could be asked" : "";
      const hint = search.nearest.length === 0 ? "a scan finds nothing there" : `nearest: ${listOf(search.nearest)}`;
      return unable(`there is no finding ${fingerprint} in ${where}; ${hint}${failed}`);
    }
    case "found":
      return accept(search.found, options, scanned.places);
  }
}

async function accept(found: FoundRisk, options: SuppressOptions, places: ScannedPlaces): Promise<ExitCode> {
  const { risk, finding, by } = found;
  if (by !== undefined) {
    return unable(`it is suppressed already: ${placeText(by.suppression.origin)} ${by.suppression.label}`);
  }
  if (isAboutSuppressions(risk.ruleId)) {
    return unable(`${risk.ruleId} speaks of suppressions, which cannot be suppressed`);
  }
  // Of a finding as it is shown, all that is about the same; of one that is folded into it, that one.
  const folded = risk === finding ? finding.folded : [];
  const entry = entryFor(found, folded, options, places);
  const written = await writeEntries(places, [entry]);
  if (written.outcome === "unable") {
    await tell(written.message);
    if (written.snippet !== undefined) process.stderr.write(`\n${printableLines(written.snippet)}\n`);
    return exitCode.unable;
  }
  const left = folded.filter((other) => !sameSubjectAndObject(other, risk));
  const still = left.length === 0 ? [] : [`still told: ${left.map((other) => shortFingerprint(other)).join(", ")}`];
  const lines = [`${written.path}: added`, entryText(entry), ...still];
  const problem = await writeResult([`${printableLines(lines.join("\n"))}\n`], undefined);
  return problem === undefined ? check(risk.fingerprint, options) : unable(problem);
}

/** A condition may be broken from the start, and a configuration that was named elsewhere may not be the one that holds. */
async function check(fingerprint: string, { inputs, rules }: SuppressOptions): Promise<ExitCode> {
  const all = await allRules(rules);
  if (all === undefined) return exitCode.unable;
  const scanned = await scanPaths({ ...inputs, rules: all, extended: rules.extended, quiet: true });
  if (scanned.outcome === "unable") return unable(scanned.message);
  const search = findFinding(scanned.run, fingerprint);
  if (search.outcome !== "found" || search.found.by !== undefined) return exitCode.clean;
  const broken = scanned.run.suppressions.find(({ state }) => state === "void")?.detail;
  return unable(`the finding is told all the same${broken === undefined ? "" : `: ${broken}`}`);
}

function entryFor(
  { risk }: FoundRisk,
  folded: FoundRisk["finding"]["folded"],
  { reason, until, validWhile }: SuppressOptions,
  { configuration }: ScannedPlaces,
): NewEntry {
  const { rules, object, subject } = acceptingEntry(risk, folded);
  const isOfCluster = configuration?.clusters.some(({ name }) => name.value === risk.cluster) === true;
  const conditions: readonly NewMember[] = [
    ...listMember("bound-only-in", validWhile.boundOnlyIn),
    ...listMember("names-only", validWhile.namesOnly),
  ];
  return {
    list: "suppressions",
    members: [
      ["rules", rules],
      ["object", object],
      ["subject", subject],
      ...(isOfCluster ? [["cluster", risk.cluster] as const] : []),
      ["reason", reason],
      ...(until === undefined ? [] : [["until", until] as const]),
      ...(conditions.length === 0 ? [] : [["valid-while", { members: conditions }] as const]),
    ],
  };
}

function listMember(key: string, values: readonly string[]): readonly NewMember[] {
  return values.length === 0 ? [] : [[key, values]];
}

function listOf(found: readonly FoundRisk[]): string {
  return found
    .map(({ risk }) => `${shortFingerprint(risk)} (${risk.ruleId}, ${placeText(risk.place.origin)})`)
    .join(", ");
}

/** Names come from the inputs; the line breaks are ours. */
function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

async function unable(message: string | undefined): Promise<ExitCode> {
  if (message !== undefined) await tell(message);
  return exitCode.unable;
}
