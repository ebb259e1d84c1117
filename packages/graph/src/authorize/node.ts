import {
  type Attributes,
  type Identity,
  type NodeGate,
  nodeGateIsOn,
  nodesGroup,
  nodeUserPrefix,
} from "@authgraph/kubernetes";
import type { AccessGraph, ApiServer, FeatureGates } from "../types.ts";
import { answerTo, type NodeAnswer, noOpinion } from "./node-objects.ts";

/**
 * Asks the Node authorizer (plugin/pkg/auth/authorizer/node/node_authorizer.go: Authorize).
 *
 * It speaks of kubelets alone. What it would look up in Pods and volumes that the inputs do not hold is open, unless the
 * inputs are all there is.
 */
export function askNode(graph: AccessGraph, server: ApiServer, identity: Identity, attributes: Attributes): NodeAnswer {
  const node = nodeOf(identity);
  if (node === undefined) return noOpinion("");
  if (node === "") return noOpinion(`unknown node for user ${JSON.stringify(identity.user)}`);
  const { featureGates, minor } = server;
  const ask = (gates: FeatureGates["set"]): NodeAnswer =>
    answerTo({ graph, node, minor, isOn: (gate) => nodeGateIsOn(gate, minor, gates) }, attributes);

  const answer = ask(featureGates.set);
  if (featureGates.doubt === undefined || answer.answer === "open") return answer;
  const others = [true, false].map((enabled) => ask(allGates(featureGates.set, enabled)));
  const settled = others.every((other) => other.answer === answer.answer);
  return settled ? answer : { answer: "open", assumption: featureGates.doubt };
}

/** Whose kubelet an identity is, `""` where it does not say (pkg/auth/nodeidentifier: defaultNodeIdentifier). */
export function nodeOf({ user, groups }: Identity): string | undefined {
  if (!user.startsWith(nodeUserPrefix) || !groups.includes(nodesGroup)) return undefined;
  return user.slice(nodeUserPrefix.length);
}

/** What is set for certain, and everything else one way: only the extremes are told apart. */
function allGates(set: FeatureGates["set"], enabled: boolean): FeatureGates["set"] {
  const gates = nodeGates.filter((gate) => !set.has(gate)).map((gate) => [gate, enabled] as const);
  return new Map([...set, ...gates]);
}

const nodeGates: readonly NodeGate[] = [
  "AuthorizeWithSelectors",
  "AuthorizeNodeWithSelectors",
  "KubeletServiceAccountTokenForCredentialProviders",
  "PodCertificateRequest",
  "ClusterTrustBundle",
  "CSIVolumeHealth",
];
