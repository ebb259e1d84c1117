import type { ApiServer, ComponentInstance, EffectiveSetting } from "@authgraph/graph";
import { compareMinors, knownMinors, newestMinor, parseGoBool, parseMinor } from "@authgraph/kubernetes";
import type { Located, Origin } from "@authgraph/source";
import { hop } from "./hops.ts";
import type { Confidence, Hop, Note, Remedy, Risk } from "./risk.ts";
import type { RuleContext } from "./rule.ts";

/** The API servers that some file describes, whole or in part. */
export function describedServers({ graph }: RuleContext): readonly ApiServer[] {
  return graph.apiServers.filter(({ assumed }) => !assumed);
}

/** Whether the whole command line is there, so that what is not on it is not given. */
export function isWhole({ assumed, partial }: ComponentInstance): boolean {
  return !assumed && !partial;
}

/**
 * How sure it is what depends on the version of a component: certain where it says one whose facts are known, likely
 * where the cluster's is taken for it, possible where nobody says any, or one older than all that is known.
 */
export function versionConfidence({ version }: ComponentInstance, { minor }: RuleContext): Confidence {
  const own = version === undefined ? undefined : parseMinor(version.value);
  if (own === undefined) return minor === newestMinor ? "possible" : "likely";
  return knownMinors.some((known) => compareMinors(known, own) <= 0) ? "certain" : "possible";
}

/** Something that a person wrote; a default of the program or of what installs it is nobody's decision. */
export function isWritten({ kind }: Origin): boolean {
  return kind === "text";
}

/** A setting that is given a value that is not empty, wherever from; undefined where it is not, or not known. */
export function givenSetting(server: ComponentInstance, name: string): EffectiveSetting | undefined {
  const setting = server.settings.get(name);
  return setting !== undefined && setting.layer !== "default" && setting.values?.some((value) => value !== "") === true
    ? setting
    : undefined;
}

/** Whether nothing sets it for sure: the whole command line is there, and neither a value nor a variable gives one. */
export function isAbsent(server: ComponentInstance, name: string): boolean {
  if (!isWhole(server)) return false;
  const setting = server.settings.get(name);
  return setting === undefined || (setting.doubt === undefined && givenSetting(server, name) === undefined);
}

/** A truth value as the program ends up with it; undefined where it is not known. */
export function booleanSetting(server: ComponentInstance, name: string): Located<boolean> | undefined {
  const setting = server.settings.get(name);
  const value = setting?.values === undefined ? undefined : parseGoBool(setting.values.at(-1) ?? "");
  return setting === undefined || value === undefined ? undefined : { value, origin: setting.origin };
}

/** Whether an admission plugin is off for sure: the whole command line is there, and no list that could name it is open. */
export function isPluginOff(server: ApiServer, plugin: string): boolean {
  const isOpen = ["enable-admission-plugins", "admission-control"].some(
    (name) => server.settings.get(name)?.doubt !== undefined,
  );
  return isWhole(server) && !isOpen && server.admissionPlugins.get(plugin)?.value === false;
}

/** What all risks of one setting of a component have in common. */
export interface SettingRisk {
  readonly ruleId: string;
  readonly server: ComponentInstance;
  /** The flag or field: what it has across runs. */
  readonly setting: string;
  /** Where a person would edit: the flag, the field, or for what is absent the word that names the program. */
  readonly origin: Origin;
  readonly label: string;
  readonly title: string;
  readonly score: number;
  readonly confidence?: Confidence | undefined;
  /** Before and after the place, in the order of the chain. */
  readonly before?: readonly Hop[] | undefined;
  readonly after?: readonly Hop[] | undefined;
  readonly notes?: readonly Note[] | undefined;
  readonly remedies: readonly Remedy[];
}

/** A risk that a setting is: told where it is set. */
export function settingRisk(told: SettingRisk): Risk {
  const { ruleId, server, setting, origin, label, title, score, remedies } = told;
  const { before = [], after = [], notes = [], confidence = "certain" } = told;
  const place = hop(origin, label, before.length + 1);
  return {
    ruleId,
    title,
    score,
    confidence,
    place,
    hops: [...before, place, ...after],
    notes,
    remedies,
    identity: { subject: server.component, object: setting },
    cause: `${server.instance} ${setting}`,
    also: `${server.instance}: ${title}`,
  };
}

/** Where what a component lacks would be written: the word that names the program. */
export function placeOfAbsent(server: ComponentInstance): Origin {
  return server.origin ?? { kind: "built-in", of: server.instance };
}
