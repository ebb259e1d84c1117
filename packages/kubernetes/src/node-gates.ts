import type { KnownMinor } from "./versions.ts";

/** The feature gates that change what the Node authorizer answers. */
export type NodeGate =
  | "AuthorizeWithSelectors"
  | "AuthorizeNodeWithSelectors"
  | "KubeletServiceAccountTokenForCredentialProviders"
  | "PodCertificateRequest"
  | "ClusterTrustBundle"
  | "CSIVolumeHealth";

/** What a server's command line sets feature gates to, `AllAlpha` and `AllBeta` included. */
export type FeatureGateSettings = ReadonlyMap<string, boolean>;

interface GateSince {
  /** The `NN` of 1.NN. */
  readonly minor: number;
  readonly stage: "alpha" | "beta" | "ga";
  readonly enabled: boolean;
  /** It can not be set any more. */
  readonly locked: boolean;
}

function since(minor: number, stage: GateSince["stage"], enabled: "off" | "on" | "locked"): GateSince {
  return { minor, stage, enabled: enabled !== "off", locked: enabled === "locked" };
}

/** What holds from which minor on (pkg/features, k8s.io/apiserver pkg/features); before the first the gate is off. */
const histories: Readonly<Record<NodeGate, readonly GateSince[]>> = {
  AuthorizeWithSelectors: [since(31, "alpha", "off"), since(32, "beta", "on"), since(34, "ga", "locked")],
  AuthorizeNodeWithSelectors: [since(31, "alpha", "off"), since(32, "beta", "on"), since(34, "ga", "locked")],
  KubeletServiceAccountTokenForCredentialProviders: [since(33, "alpha", "off"), since(34, "beta", "on")],
  PodCertificateRequest: [since(34, "alpha", "off"), since(35, "beta", "off"), since(37, "ga", "on")],
  ClusterTrustBundle: [since(30, "alpha", "off"), since(33, "beta", "off"), since(37, "ga", "on")],
  // Older than 1.37, but before it changes nothing here.
  CSIVolumeHealth: [since(37, "alpha", "off")],
};

/** Whether a server of this minor that was started with these settings has the gate on. */
export function nodeGateIsOn(gate: NodeGate, minor: KnownMinor, settings: FeatureGateSettings): boolean {
  const number = Number(minor.slice(minor.indexOf(".") + 1));
  const holds = histories[gate].findLast((entry) => entry.minor <= number);
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
