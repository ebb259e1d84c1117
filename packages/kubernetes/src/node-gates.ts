import { type GateSince, isOnSince, since } from "./gate-history.ts";
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
  return isOnSince(histories[gate], gate, minor, settings);
}
