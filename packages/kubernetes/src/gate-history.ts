import type { FeatureGateSettings } from "./node-gates.ts";
import type { KnownMinor } from "./versions.ts";

/** What holds of a feature gate from a minor on. */
export interface GateSince {
  /** The `NN` of 1.NN. */
  readonly minor: number;
  readonly stage: "alpha" | "beta" | "ga";
  readonly enabled: boolean;
  /** It can not be set any more. */
  readonly locked: boolean;
}

export function since(minor: number, stage: GateSince["stage"], enabled: "off" | "on" | "locked"): GateSince {
  return { minor, stage, enabled: enabled !== "off", locked: enabled === "locked" };
}

/** Whether a server of this minor that was started with these settings has the gate on; before its first entry it is off. */
export function isOnSince(
  history: readonly GateSince[],
  gate: string,
  minor: KnownMinor,
  settings: FeatureGateSettings,
): boolean {
  const number = Number(minor.slice(minor.indexOf(".") + 1));
  const holds = history.findLast((entry) => entry.minor <= number);
  if (holds === undefined) return false;
  if (holds.locked) return holds.enabled;
  // A gate that is set itself is left alone by the two that set all of a stage (k8s.io/component-base/featuregate).
  return settings.get(gate) ?? ofStage(holds.stage, settings) ?? holds.enabled;
}

function ofStage(stage: GateSince["stage"], settings: FeatureGateSettings): boolean | undefined {
  switch (stage) {
    case "alpha":
      return settings.get("AllAlpha");
    case "beta":
      return settings.get("AllBeta");
    case "ga":
      return undefined;
  }
}
