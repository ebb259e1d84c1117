import type {
  ApiServer,
  Assumption,
  ComponentInstance,
  ControlPlaneAnswer,
  ControlPlaneInstance,
  EffectiveSetting,
  SettingDifference,
} from "@authgraph/engine";
import { type AnswerContext, assumedLines, assumptionWords } from "./can-i-text.ts";
import { anonymousWords, authenticatorWords, authorizerWords, fileWords } from "./control-plane-chains.ts";
import { shownValue } from "./control-plane-words.ts";
import { mergedAssumptions } from "./merged-assumptions.ts";
import { placeText, shortPlaceText } from "./place.ts";
import { printable } from "./printable.ts";
import { type Paint, painter } from "./style.ts";
import { tableLines } from "./table-text.ts";

export interface ControlPlaneContext extends AnswerContext {
  /** Every setting, those with their default too. */
  readonly verbose: boolean;
}

/** The control plane for a person, instance by instance. */
export function* renderControlPlane(answer: ControlPlaneAnswer, context: ControlPlaneContext): Iterable<string> {
  const paint = painter(context.color);
  for (const found of answer.instances) {
    yield* instanceLines(found, context, paint);
    yield "\n";
  }
  yield* differenceLines(answer.differences, paint);
  const told = new Set(answer.instances.flatMap((found) => doubtsOf(found).map(({ text }) => text)));
  const assumptions = context.assumptions.filter(({ text }) => !told.has(text));
  yield* assumedLines({ ...context, assumptions });
}

/** What may add to the authenticators of a server, or take from them. */
function doubtsOf(found: ControlPlaneInstance): readonly Assumption[] {
  return found.kind === "api-server" ? found.instance.authenticatorDoubts : [];
}

function* instanceLines(found: ControlPlaneInstance, context: ControlPlaneContext, paint: Paint): Iterable<string> {
  const { instance } = found;
  yield `${paint("strong", titleOf(instance))}\n`;
  yield* startLines(instance, paint);
  if (found.kind === "api-server") yield* chainLines(found.instance, paint);
  yield* settingLines(instance, context, paint);
}

function titleOf({ component, instance, assumed, version, minor, installer, origin }: ComponentInstance): string {
  const isNamed = instance !== component && !(assumed && instance === "assumed");
  const name = isNamed ? `${component}: ${instance}` : component;
  // etcd has versions of its own, none of which is known here.
  const assumedVersion = component === "etcd" ? [] : [`v${minor} assumed`];
  const is = version === undefined ? assumedVersion : [version.value.replace(/^(?=\d)/, "v")];
  const by = installer === undefined ? [] : [`by ${installer}`];
  const where = origin === undefined ? ["no input starts one"] : [placeText(origin)];
  return printable([name, ...is, ...by, ...where].join(", "));
}

function* startLines(instance: ComponentInstance, paint: Paint): Iterable<string> {
  const { refusals, warnings, assumed, installer } = instance;
  if (refusals.length > 0) {
    yield `  ${paint("high", "would not start:")}\n`;
    yield* tableLines(refusals.map(({ message, origin }) => ["", printable(message), placeText(origin)]));
  } else if (!assumed) {
    yield `  ${paint("added", "would start")}${reservation(instance)}\n`;
  }
  for (const { message, origin } of warnings) {
    // Nobody wrote what an installer brings.
    if (installer !== undefined && origin.kind === "built-in") continue;
    yield `  ${paint("medium", "warns:")} ${printable(message)} (${shortPlaceText(origin)})\n`;
  }
}

/** What a start depends on that nobody wrote. */
function reservation({ partial, lacking = [] }: ComponentInstance): string {
  if (!partial) return "";
  const part = ", as far as these flags go: they are part of a command line";
  return lacking.length === 0 ? part : `${part}; if they are all of it (--complete): ${printable(lacking.join("; "))}`;
}

function* chainLines(server: ApiServer, paint: Paint): Iterable<string> {
  yield `  ${paint("strong", "who may be whom, in the order tried")}\n`;
  const authenticators = server.authenticators.map((one) => authenticatorWords(one, isWhole(server)));
  const doubts = server.authenticatorDoubts;
  const isTold = ({ text }: Assumption): boolean => doubts.some((doubt) => doubt.text === text);
  yield* numbered([...authenticators, anonymousWords(server.anonymous, isTold)]);
  for (const doubt of mergedAssumptions(doubts)) yield `    assumed: ${assumptionWords(doubt)}\n`;
  yield `  ${paint("strong", "who decides, in the order asked, after system:masters, which may do everything")}\n`;
  if (!server.authorization.value.known) {
    yield `    unknown: ${printable(server.authorization.value.assumption.text)}\n`;
  }
  const others = server.otherAuthorizer === undefined ? [] : [[printable(server.otherAuthorizer.value), "unknown"]];
  yield* numbered([...server.authorizers.map(authorizerWords), ...others]);
  yield* admissionLines(server, paint);
  yield* auditLines(server, paint);
}

/** Of any other server, what is not written says nothing. */
function isWhole({ assumed, partial }: ApiServer): boolean {
  return !assumed && !partial;
}

function* numbered(rows: readonly (readonly string[])[]): Iterable<string> {
  for (const line of tableLines(rows.map((row, i) => [`${i + 1}.`, ...row]))) yield `  ${line}`;
}

/** What somebody decided; the rest is as the version has it. */
function* admissionLines(server: ApiServer, paint: Paint): Iterable<string> {
  const named = [...server.admissionPlugins].filter(([, { origin }]) => origin.kind === "text");
  if (named.length === 0 && !isWhole(server)) return;
  const names = (on: boolean): string =>
    named.flatMap(([name, { value }]) => (value === on ? [name] : [])).join(", ") || "nothing";
  yield `  ${paint("strong", "admission")} beside the defaults: on ${names(true)}; off ${names(false)}\n`;
}

function* auditLines(server: ApiServer, paint: Paint): Iterable<string> {
  const { audit, encryption } = server;
  if (audit.policy !== undefined || audit.hasBackend.value || isWhole(server)) yield auditLine(server, paint);
  if (encryption === undefined && !isWhole(server)) return;
  const how = encryption === undefined ? "none: objects are stored as they are" : fileWords(encryption);
  yield `  ${paint("strong", "encryption at rest")}: ${how}\n`;
}

function auditLine({ audit }: ApiServer, paint: Paint): string {
  const policy = audit.policy === undefined ? "no policy" : `policy ${fileWords(audit.policy)}`;
  const backend = audit.hasBackend.value ? "a backend" : "no backend";
  const nothing = audit.policy === undefined || !audit.hasBackend.value ? ": nothing is recorded" : "";
  return `  ${paint("strong", "audit")}: ${policy}, ${backend}${nothing}\n`;
}

/** Wider values are rare, and the others easier to read beside each other. */
const widestValue = 60;

function* settingLines(
  { settings, installer }: ComponentInstance,
  { verbose }: ControlPlaneContext,
  paint: Paint,
): Iterable<string> {
  const given = [...settings.values()].filter(({ layer }) => verbose || layer !== "default");
  if (given.length === 0) return;
  given.sort((a, b) => (a.name < b.name ? -1 : 1));
  // An installer brings dozens, the same for everybody; the chains above say what comes of them.
  const own = ({ origin }: EffectiveSetting): boolean =>
    installer !== undefined && !verbose && origin.kind === "built-in";
  const written = given.filter((setting) => !own(setting));
  const others = given.length - written.length;
  const { shown, open } = verbose ? { shown: written, open: [] } : withoutRepeated(written);
  yield `  ${paint("strong", verbose ? "settings" : "settings that are not the defaults")}\n`;
  for (const line of tableLines(shown.map(settingRow), widestValue)) yield `  ${line}`;
  for (const [doubt, count] of open) yield `    ${count} unknown: ${assumptionWords(doubt)} (--verbose)\n`;
  if (others > 0) yield `    ${others} of ${installer}'s own (--verbose)\n`;
}

/** Of a file that is not among the inputs, each field is open for one reason: told once for all of them. */
function withoutRepeated(settings: readonly EffectiveSetting[]): {
  readonly shown: readonly EffectiveSetting[];
  readonly open: readonly (readonly [doubt: Assumption, count: number])[];
} {
  const byReason = new Map<string, { readonly doubt: Assumption; count: number }>();
  for (const { doubt } of settings) {
    if (doubt === undefined) continue;
    const known = byReason.get(doubt.text);
    if (known === undefined) byReason.set(doubt.text, { doubt, count: 1 });
    else known.count++;
  }
  const repeated = (doubt: Assumption): boolean => (byReason.get(doubt.text)?.count ?? 0) > shownOfOneDoubt;
  return {
    shown: settings.filter(({ doubt }) => doubt === undefined || !repeated(doubt)),
    open: [...byReason.values()].filter(({ doubt }) => repeated(doubt)).map(({ doubt, count }) => [doubt, count]),
  };
}

const shownOfOneDoubt = 3;

function settingRow(setting: EffectiveSetting): readonly string[] {
  const { name, layer, origin } = setting;
  const source = origin.kind === "built-in" ? printable(origin.of) : `${layer}, ${placeText(origin)}`;
  return [printable(name), valueWords(setting), source];
}

function valueWords({ name, values, doubt }: EffectiveSetting): string {
  if (values === undefined) return `unknown${doubt === undefined ? "" : `: ${printable(doubt.text)}`}`;
  const shown = values.map((value) => printable(shownValue(name, value))).join(", ");
  return shown === "" ? '""' : shown;
}

function* differenceLines(differences: readonly SettingDifference[], paint: Paint): Iterable<string> {
  if (differences.length === 0) return;
  yield `${paint("strong", "instances of one component that are set otherwise:")}\n`;
  for (const { component, name, values } of differences) {
    yield `  ${printable(`${component} ${name}`)}\n`;
    const rows = values.map(({ instance, setting }) => {
      const where = instance.origin === undefined ? "" : shortPlaceText(instance.origin);
      return ["", printable(instance.instance), setting === undefined ? "not set" : valueWords(setting), where];
    });
    yield* tableLines(rows);
  }
  yield "\n";
}
