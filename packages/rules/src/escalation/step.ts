import type { Grant, ObjectKey } from "@authgraph/graph";
import { groupKey, type SubjectKey, userKey } from "@authgraph/kubernetes";
import type { PowerId } from "../power.ts";
import type { HeldPower } from "../powers.ts";
import type { Confidence, Hop } from "../risk.ts";

/**
 * A place on the way: an identity, a set of them that one right opens at once, or a target.
 *
 * Sets keep the graph small: whoever may create pods in a namespace has one edge to all of its accounts, and the set one
 * to each. Namespaces are names; `undefined` stands for all of them.
 */
export type Vertex =
  /** A user (a ServiceAccount by its user name) or the members of a group. */
  | { readonly kind: "identity"; readonly key: SubjectKey }
  /** Whichever ServiceAccount one likes to be. */
  | { readonly kind: "any-account"; readonly namespace: string | undefined }
  /** Whichever user one likes to be; with groups, in any group but the superusers' too. */
  | { readonly kind: "any-user"; readonly groups: boolean }
  /** The inside of the pods that run, and so the accounts they run as. */
  | { readonly kind: "pods"; readonly namespace: string | undefined }
  /** The contents of the Secrets, and so the tokens among them. */
  | { readonly kind: "secrets"; readonly namespace: string | undefined }
  /** Root on a node of one's choice: its pods, their Secrets, its kubelet's credential. */
  | { readonly kind: "nodes" }
  /** What a role gives, in a namespace or everywhere, to whoever bound it to themselves. */
  | { readonly kind: "role"; readonly role: ObjectKey; readonly namespace: string | undefined }
  /** Every verb on every resource of a namespace; of every namespace, where none is named. */
  | { readonly kind: "namespace-admin"; readonly namespace: string | undefined }
  /** Every verb on every resource of the cluster: what can be shown to reach everything, whatever it is called. */
  | { readonly kind: "cluster-admin" };

/** One way an identity becomes another or gets its power: an edge of the escalation graph. */
export interface Step {
  readonly kind: StepKind;
  readonly from: Vertex;
  readonly to: Vertex;
  /** The exact grants that make it possible; none where authentication or Kubernetes itself does. */
  readonly grants: readonly Grant[];
  /** Which power is used; undefined where none is needed. */
  readonly powerId: PowerId | undefined;
  /** The same with its words and places: made when it is asked for. */
  readonly power: HeldPower | undefined;
  readonly confidence: Confidence;
  /** What was not read but taken from a default: each counts as one assumed hop. */
  readonly assumption: string | undefined;
  /** What would stop it, as far as the inputs say: Pod Security labels, policies, a missing target. */
  readonly obstacles: readonly string[];
  /** Completes "can" for a step that somebody takes, `is`/`run as` … for one that follows: told in the chain. */
  readonly phrase: string;
  /** The words of the inputs that give it. */
  readonly hops: readonly Hop[];
}

/** Ways to gain, each told by one `path-*` rule, and edges that follow by themselves. */
export type StepKind =
  // path-pod-create-to-sa
  | "create-pod"
  | "write-workload"
  // path-pod-takeover-to-sa
  | "enter-pod"
  // path-token-to-sa
  | "request-token"
  | "read-token-secret"
  | "create-token-secret"
  // path-impersonate-chain
  | "impersonate"
  // path-bind-or-escalate
  | "bind-role"
  | "escalate-role"
  // path-csr-to-identity
  | "approve-certificate"
  // path-node-to-workloads
  | "reach-kubelet"
  | "node-credential"
  | "mount-host-path"
  // path-namespace-policy-bypass; a privileged pod alone needs what no grant gives: that admission lets it pass
  | "relabel-namespace"
  | "run-privileged"
  // path-admission-control
  | "control-admission"
  | "replace-api-server"
  // path-aggregation-injection
  | "inject-aggregate"
  // the identity mapping of a provider, as aws-auth
  | "write-identity-map"
  // What follows by itself.
  | "member-of"
  | "one-of-accounts"
  | "one-of-users"
  | "token-in-secret"
  | "pod-runs-as"
  | "pods-on-node"
  | "controllers"
  | "holds-everything";

/** Steps in order, from somebody to a target. */
export interface EscalationPath {
  readonly steps: readonly [Step, ...Step[]];
  readonly assumedHops: number;
  readonly confidence: Confidence;
}

/** Every step that the grants of a cluster make possible: linear in what was written, made once per graph. */
export interface EscalationGraph {
  /** Vertices that something leads from or to, in a fixed order. */
  readonly vertices: readonly Vertex[];
  stepsFrom(vertex: Vertex): readonly Step[];
  stepsTo(vertex: Vertex): readonly Step[];
}

/** Equal keys are the same vertex: `User x`, `any-account of dev`, `cluster-admin`. The order of paths goes by them. */
export function vertexKey(vertex: Vertex): string {
  switch (vertex.kind) {
    case "identity":
      return vertex.key;
    case "any-account":
    case "pods":
    case "secrets":
    case "namespace-admin":
      return vertex.namespace === undefined ? vertex.kind : `${vertex.kind} of ${vertex.namespace}`;
    case "any-user":
      return vertex.groups ? "any-user in any group" : "any-user";
    case "role":
      return vertex.namespace === undefined ? `role ${vertex.role}` : `role ${vertex.role} in ${vertex.namespace}`;
    case "nodes":
    case "cluster-admin":
      return vertex.kind;
  }
}

/** A key as the graph hands it out. */
export function asSubjectKey(key: string): SubjectKey {
  const group = groupKey("");
  return key.startsWith(group) ? groupKey(key.slice(group.length)) : userKey(key.slice(userKey("").length));
}

export function identityVertex(key: SubjectKey): Vertex {
  return { kind: "identity", key };
}

export const clusterAdminVertex: Vertex = { kind: "cluster-admin" };
