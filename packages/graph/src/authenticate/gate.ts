import { isBefore } from "../minor-order.ts";
import type { ApiServer, Assumption } from "../types.ts";

/** Whether a feature gate is on at a server that has it on by itself since some minor. */
export type GateState =
  | { readonly state: "on" | "off" }
  | { readonly state: "unknown"; readonly assumption: Assumption };

export function gateIsOn({ featureGates, minor }: ApiServer, gate: string, onSince: number): GateState {
  const set = featureGates.set.get(gate);
  if (set !== undefined) return { state: set ? "on" : "off" };
  if (featureGates.doubt !== undefined) return { state: "unknown", assumption: featureGates.doubt };
  return { state: isBefore(minor, onSince) ? "off" : "on" };
}
