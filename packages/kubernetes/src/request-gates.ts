import { type GateSince, isOnSince, since } from "./gate-history.ts";
import type { FeatureGateSettings } from "./node-gates.ts";
import type { KnownMinor } from "./versions.ts";

/** The feature gates that change which checks a request makes the server ask. */
export type RequestGate =
  | "ConstrainedImpersonation"
  | "AuthorizePodWebsocketUpgradeCreatePermission"
  | "ClusterTrustBundle"
  | "PodCertificateRequest"
  | "MutatingAdmissionPolicy"
  | "ServiceAccountNodeAudienceRestriction";

/** pkg/features, k8s.io/apiserver pkg/features. */
const histories: Readonly<Record<RequestGate, readonly GateSince[]>> = {
  ConstrainedImpersonation: [since(35, "alpha", "off"), since(36, "beta", "on")],
  AuthorizePodWebsocketUpgradeCreatePermission: [since(35, "beta", "on")],
  ClusterTrustBundle: [since(30, "alpha", "off"), since(33, "beta", "off"), since(37, "ga", "on")],
  PodCertificateRequest: [since(34, "alpha", "off"), since(35, "beta", "off"), since(37, "ga", "on")],
  ServiceAccountNodeAudienceRestriction: [since(32, "beta", "off"), since(33, "beta", "on")],
  MutatingAdmissionPolicy: [since(32, "alpha", "off"), since(34, "beta", "off"), since(36, "ga", "on")],
};

/** Whether a server of this minor that was started with these settings has the gate on. */
export function requestGateIsOn(gate: RequestGate, minor: KnownMinor, settings: FeatureGateSettings): boolean {
  return isOnSince(histories[gate], gate, minor, settings);
}
