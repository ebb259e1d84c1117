import { type ComponentInvocation, type Flag, lastFlag } from "@authgraph/kubernetes";
import type { BuiltInOrigin, Origin } from "@authgraph/source";
import { isBefore } from "../minor-order.ts";
import type { ApiServer, Assumption, Inventory } from "../types.ts";

/** A kube-apiserver as some file starts it, while its settings are worked out. */
export interface ServerBeingRead {
  readonly inventory: Inventory;
  /** Where it is started; files are looked for from here. */
  readonly path: string;
  readonly invocation: ComponentInvocation;
  readonly refusals: ApiServer["refusals"][number][];
}

export function startReading(inventory: Inventory, path: string, invocation: ComponentInvocation): ServerBeingRead {
  return { inventory, path, invocation, refusals: [] };
}

/** Why the server would not start. */
export function refuse(server: ServerBeingRead, message: string, origin: Origin): void {
  server.refusals.push({ message, origin });
}

export const serverDefault: BuiltInOrigin = { kind: "built-in", of: "default of kube-apiserver" };

/** How a flag stands on the command line. */
export type GivenFlag =
  | { readonly given: "no" }
  | { readonly given: "yes"; readonly value: string; readonly flag: Flag }
  /** There may be one, or it has a value that the inputs do not hold. */
  | { readonly given: "unknown"; readonly assumption: Assumption };

/** The occurrence that holds; one without its value is a refusal. */
export function givenFlag(server: ServerBeingRead, name: string): GivenFlag {
  const flag = lastFlag(server.invocation.flags, name);
  if (flag === undefined) {
    const hidden = mayBeHidden(server, name);
    return hidden === undefined ? { given: "no" } : { given: "unknown", assumption: hidden };
  }
  if (flag.unresolved) return { given: "unknown", assumption: unresolvedValue(flag) };
  if (flag.value === undefined) {
    refuse(server, `flag needs an argument: --${name}`, flag.origin);
    return { given: "no" };
  }
  return { given: "yes", value: flag.value, flag };
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

/** Whether the server is older than 1.`minor`; false where its version is not known. */
export function isOlderThan({ invocation }: ServerBeingRead, minor: number): boolean {
  return isBefore(invocation.version?.value, minor);
}
