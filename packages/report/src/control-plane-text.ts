import type {
  ApiServer,
  ComponentInstance,
  ControlPlaneAnswer,
  ControlPlaneInstance,
  EffectiveSetting,
  SettingDifference,
} from "@authgraph/engine";
import { type AnswerContext, assumedLines } from "./can-i-text.ts";
import { anonymousWords, authenticatorWords, authorizerWords, fileWords } from "./control-plane-chains.ts";
import { shownMessage, shownValue } from "./control-plane-words.ts";
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
  yield* assumedLines(context);
}

function* instanceLines(found: ControlPlaneInstance, context: ControlPlaneContext, paint: Paint): Iterable<string> {
  const { instance } = found;
  yield `${paint("strong", titleOf(instance))}\n`;
  yield* startLines(instance, paint);
  if (found.kind === "api-server") yield* chainLines(found.instance, paint);
  yield* settingLines(instance, context, paint);
}

function titleOf({ component, instance, assumed, version, minor, installer, origin }: ComponentInstance): string {
  const name = assumed || instance === component ? component : `${component}: ${instance}`;
  const is = version === undefined ? `v${minor} assumed` : version.value;
  const by = installer === undefined ? [] : [`by ${installer}`];
  const where = origin === undefined ? ["no input starts one"] : [placeText(origin)];
  return printable([name, is, ...by, ...where].join(", "));
}

function* startLines(instance: ComponentInstance, paint: Paint): Iterable<string> {
  const { refusals, warnings, partial, assumed } = instance;
  if (refusals.length > 0) {
    yield `  ${paint("high", "would not start:")}\n`;
    yield* tableLines(refusals.map(({ message, origin }) => ["", printable(shownMessage(message)), placeText(origin)]));
  } else if (!assumed) {
    const part = partial ? ", as far as these flags go: they are part of a command line" : "";
    yield `  ${paint("added", "would start")}${part}\n`;
  }
  for (const { message, origin } of warnings) {
    yield `  ${paint("medium", "warns:")} ${printable(shownMessage(message))} (${shortPlaceText(origin)})\n`;
  }
}

function* chainLines(server: ApiServer, paint: Paint): Iterable<string> {
  yield `  ${paint("strong", "who may be whom, in the order tried")}\n`;
  const authenticators = server.authenticators.map(authenticatorWords);
  yield* numbered([...authenticators, anonymousWords(server.anonymous)]);
  for (const { text } of server.authenticatorDoubts) yield `    unknown: ${printable(text)}\n`;
  yield `  ${paint("strong", "who decides, in the order asked, after system:masters, which may do everything")}\n`;
  if (!server.authorization.value.known) {
    yield `    unknown: ${printable(server.authorization.value.assumption.text)}\n`;
  }
  yield* numbered(server.authorizers.map(authorizerWords));
  yield* admissionLines(server, paint);
  yield* auditLines(server, paint);
}

function* numbered(rows: readonly (readonly string[])[]): Iterable<string> {
  for (const line of tableLines(rows.map((row, i) => [`${i + 1}.`, ...row]))) yield `  ${line}`;
}

/** What somebody decided; the rest is as the version has it. */
function* admissionLines({ admissionPlugins }: ApiServer, paint: Paint): Iterable<string> {
  const named = [...admissionPlugins].filter(([, { origin }]) => origin.kind === "text");
  const names = (on: boolean): string =>
    named.flatMap(([name, { value }]) => (value === on ? [name] : [])).join(", ") || "nothing";
  yield `  ${paint("strong", "admission")} beside the defaults: on ${names(true)}; off ${names(false)}\n`;
}

function* auditLines({ audit, encryption }: ApiServer, paint: Paint): Iterable<string> {
  const policy = audit.policy === undefined ? "no policy" : `policy ${fileWords(audit.policy)}`;
  const backend = audit.hasBackend.value ? "a backend" : "no backend";
  const nothing = audit.policy === undefined || !audit.hasBackend.value ? ": nothing is recorded" : "";
  yield `  ${paint("strong", "audit")}: ${policy}, ${backend}${nothing}\n`;
  const how = encryption === undefined ? "none: objects are stored as they are" : fileWords(encryption);
  yield `  ${paint("strong", "encryption at rest")}: ${how}\n`;
}

function* settingLines(
  { settings }: ComponentInstance,
  { verbose }: ControlPlaneContext,
  paint: Paint,
): Iterable<string> {
  const shown = [...settings.values()].filter(({ layer }) => verbose || layer !== "default");
  if (shown.length === 0) return;
  shown.sort((a, b) => (a.name < b.name ? -1 : 1));
  yield `  ${paint("strong", verbose ? "settings" : "settings that are not the defaults")}\n`;
  for (const line of tableLines(shown.map(settingRow))) yield `  ${line}`;
}

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
