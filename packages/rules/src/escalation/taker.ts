import type { Scope } from "@authgraph/graph";
import { serviceAccountUserName, userKey } from "@authgraph/kubernetes";
import type { RuleContext } from "../rule.ts";
import type { HeldGifts } from "./held-gifts.ts";
import { knownAccounts } from "./known-accounts.ts";
import { clusterAdminVertex, identityVertex, type Vertex } from "./step.ts";

/** Somebody whose rights are looked at: an identity, or whoever bound a role to themselves. */
export interface Taker {
  readonly context: RuleContext;
  readonly from: Vertex;
  readonly held: HeldGifts;
  /** Roles that it is bound to, by its own bindings and those of its groups. */
  readonly boundTo: () => readonly BoundRole[];
}

/** A role that is bound, and where. */
export interface BoundRole {
  readonly kind: "Role" | "ClusterRole";
  readonly name: string;
  readonly scope: Scope;
  /** It takes in the rules of every ClusterRole with some label. */
  readonly aggregates: boolean;
}

export function namespaceOf(scope: Scope): string | undefined {
  return scope.kind === "cluster" ? undefined : scope.namespace;
}

/** Every verb on every resource of the scope. */
export function everythingIn(scope: Scope): Vertex {
  return scope.kind === "cluster" ? clusterAdminVertex : { kind: "namespace-admin", namespace: scope.namespace };
}

/** Accounts of some names: in the namespace, known or not; cluster-wide those that are known. */
export function accountsNamed({ context }: Taker, scope: Scope, names: readonly string[]): readonly Vertex[] {
  if (scope.kind === "namespace") {
    return names.map((name) => identityVertex(userKey(serviceAccountUserName(scope.namespace, name))));
  }
  const { byName } = knownAccounts(context.graph);
  return names.flatMap((name) => byName.get(name) ?? []).map(({ key }) => identityVertex(key));
}
