import { isLocked } from "./gate-locks.ts";
import { encodedFeatureGates } from "./generated/feature-gates.gen.ts";
import { holdsFor, type KnownMinor, type MaskedRow } from "./versions.ts";

export interface FeatureGate {
  readonly name: string;
  readonly stage: "alpha" | "beta" | "ga" | "deprecated";
  /** Unless `--feature-gates` says otherwise. */
  readonly enabled: boolean;
  /** `--feature-gates` may only say what holds anyway. */
  readonly locked: boolean;
}

/** The feature gates that kube-apiserver of this minor knows, by name. */
export function featureGates(minor: KnownMinor): ReadonlyMap<string, FeatureGate> {
  const rows: readonly MaskedRow<[name: string, stage: FeatureGate["stage"], enabled: 0 | 1]>[] =
    JSON.parse(encodedFeatureGates);
  const gates = new Map<string, FeatureGate>();
  for (const row of rows) {
    const [, name, stage, enabled] = row;
    if (holdsFor(row, minor))
      gates.set(name, { name, stage, enabled: enabled === 1, locked: isLocked({ name, stage }, minor) });
  }
  return gates;
}
