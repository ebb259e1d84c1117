import {
  type ComponentInvocation,
  type Flag,
  flagValues,
  isKnownMinor,
  type KnownMinor,
  lastFlag,
  parseMinor,
  withoutUserInfo,
} from "@authgraph/kubernetes";
import { type BuiltInOrigin, type Located, located, type Origin } from "@authgraph/source";
import { isBefore } from "../minor-order.ts";
import type {
  Assumption,
  ComponentInstance,
  EffectiveSetting,
  Inventory,
  Refusal,
  Setting,
  StartStage,
} from "../types.ts";
import { minorOf } from "./component-minor.ts";
import { settingsOfFlags } from "./effective-settings.ts";

/** A kube-apiserver as some file starts it, while its settings are worked out. */
export interface ServerBeingRead {
  readonly inventory: Inventory;
  /** Where it is started; files are looked for from here. */
  readonly path: string;
  readonly invocation: ComponentInvocation;
  /** The minor whose behaviour it is taken to have. */
  readonly minor: KnownMinor;
  readonly settings: ReadonlyMap<string, EffectiveSetting>;
  readonly refusals: StagedRefusal[];
  readonly warnings: Refusal[];
  /** Flags without which no server starts, in its own words. */
  readonly lacking: string[];
  /** Its own minor, or one that somebody said: what that minor does not know is an error. */
  readonly isVersionKnown: boolean;
}

type StagedRefusal = Required<Refusal>;

/** Begins to read what a command line starts, with the settings that its flags give. */
export function startReading(inventory: Inventory, path: string, invocation: ComponentInvocation): ServerBeingRead {
  const minor = minorOf(inventory, invocation);
  const settings = settingsOfFlags(inventory, invocation, minor);
  const own = invocation.version === undefined ? undefined : parseMinor(invocation.version.value);
  const isVersionKnown = own === undefined ? !inventory.minorAssumed : isKnownMinor(own);
  return { inventory, path, invocation, minor, settings, refusals: [], warnings: [], lacking: [], isVersionKnown };
}

/** Why the server would not start: what it quotes of URLs goes without passwords. */
export function refuse({ refusals }: ServerBeingRead, stage: StartStage, problem: string, origin: Origin): void {
  const message = withoutUserInfo(problem);
  if (refusals.some((known) => known.message === message && known.origin === origin)) return;
  refusals.push({ stage, message, origin });
}

/**
 * Why the server of its version would not start: an unknown flag, a gate that is gone. Of a version that the inputs do not
 * say, or whose facts are not known, it is a warning.
 */
export function refuseByVersion(server: ServerBeingRead, stage: StartStage, message: string, origin: Origin): void {
  if (server.isVersionKnown) refuse(server, stage, message, origin);
  else warn(server, `${message} (as of v${server.minor})`, origin);
}

/** What no server starts without. A command line that lacks it is taken for part of one, unless the inputs are all there is. */
export function refuseRequired(server: ServerBeingRead, message: string, origin?: Origin): void {
  server.lacking.push(message);
  if (server.inventory.complete) refuse(server, "validate", message, origin ?? server.invocation.origin);
}

/** What the server says at start and goes on. */
export function warn({ warnings }: ServerBeingRead, problem: string, origin: Origin): void {
  const message = withoutUserInfo(problem);
  if (warnings.some((known) => known.message === message && known.origin === origin)) return;
  warnings.push({ message, origin });
}

const stages: readonly StartStage[] = ["parse", "arguments", "gates", "complete", "validate", "build"];

/** What is known of it in the end. */
export function instanceOf(
  server: ServerBeingRead,
  settings: ReadonlyMap<string, EffectiveSetting> = server.settings,
): ComponentInstance {
  const { path, minor, warnings, invocation } = server;
  const { component, instance, origin, version, installer, unresolved } = invocation;
  return {
    component,
    instance,
    assumed: false,
    path,
    origin,
    version,
    minor,
    installer,
    partial: unresolved !== undefined,
    settings,
    refusals: refusalsOf(server),
    warnings,
  };
}

/** What the server says before it gives up: all of the first stage that fails. */
function refusalsOf({ refusals }: ServerBeingRead): readonly Refusal[] {
  const failed = stages.find((stage) => refusals.some((refusal) => refusal.stage === stage));
  return refusals.filter(({ stage }) => stage === failed);
}

/** Where a setting of kube-apiserver comes from that nobody gave. */
export const serverDefault: BuiltInOrigin = { kind: "built-in", of: "default of kube-apiserver" };

/** How a flag stands on the command line. */
export type GivenFlag =
  | { readonly given: "no" }
  | { readonly given: "yes"; readonly value: string; readonly flag: Flag }
  /** There may be one, or it has a value that the inputs do not hold. */
  | { readonly given: "unknown"; readonly assumption: Assumption };

/** The occurrence that holds. */
export function givenFlag(server: ServerBeingRead, name: string): GivenFlag {
  const flag = lastFlag(server.invocation.flags, name);
  if (flag === undefined) {
    const hidden = mayBeHidden(server, name);
    return hidden === undefined ? { given: "no" } : { given: "unknown", assumption: hidden };
  }
  if (flag.unresolved) return { given: "unknown", assumption: unresolvedValue(flag) };
  return flag.value === undefined ? { given: "no" } : { given: "yes", value: flag.value, flag };
}

/** The value that holds of a flag that is given, not empty and not open. */
export function givenText(server: ServerBeingRead, name: string): Located<string> | undefined {
  const given = givenFlag(server, name);
  return given.given === "yes" && given.value !== "" ? located(given.value, given.flag.origin) : undefined;
}

/** The same, with the default of the flag where it is not given. */
export function textOf(server: ServerBeingRead, name: string): Setting<string> {
  const given = givenFlag(server, name);
  if (given.given === "yes") return located(given.value, given.flag.origin);
  return located(server.settings.get(name)?.values?.[0] ?? "", serverDefault);
}

/** The elements of a list flag that are given, each at its occurrence; of one whose value is open, none. */
export function givenList(server: ServerBeingRead, name: string): readonly Located<string>[] {
  const known = server.invocation.flags.filter(({ unresolved }) => !unresolved);
  return (flagValues(known, name) ?? []).map(({ value, flag }) => located(value, flag.origin));
}

/** Of a flag that takes one element for each occurrence. */
export function givenArray({ invocation }: ServerBeingRead, name: string): readonly Located<string>[] {
  return invocation.flags.flatMap((flag) =>
    flag.name === name && flag.value !== undefined && !flag.unresolved ? [located(flag.value, flag.origin)] : [],
  );
}

/** Any occurrence, whatever its value. */
export function isGiven({ invocation }: ServerBeingRead, name: string): Flag | undefined {
  return invocation.flags.find((flag) => flag.name === name);
}

/**
 * What a variable stands for that is a word of its own (`$EXTRA_ARGS`) may be any further flags. It leaves open what no
 * flag says; a flag that is written is taken to stay the last of its name.
 */
export function mayBeHidden({ invocation }: ServerBeingRead, name: string): Assumption | undefined {
  const hiding = invocation.unresolved?.at(0);
  if (hiding === undefined) return undefined;
  return { text: `${hiding.value} of ${invocation.instance} does not set --${name}`, origin: hiding.origin };
}

export function unresolvedValue({ name, value, origin }: Flag): Assumption {
  return { text: `the value of --${name}${value === undefined ? "" : ` (${value})`} is not among the inputs`, origin };
}

/** Whether the server is older than 1.`minor`, as far as its version is known. */
export function isOlderThan({ invocation, minor }: ServerBeingRead, number: number): boolean {
  return isBefore(invocation.version?.value ?? minor, number);
}
