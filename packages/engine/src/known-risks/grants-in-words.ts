import { accessWords } from "@authgraph/graph";
import { objectWords } from "../suppressions/cluster-objects.ts";
import { isBindingKey } from "./access-of-risk.ts";
import type { KnownRisk } from "./known-risk.ts";

/** What a binding gives its subject, as an expected grant of the configuration says it. */
export interface GrantInWords {
  readonly cluster: string;
  /** `ServiceAccount cert-manager/cert-manager` */
  readonly subject: string;
  /** `ClusterRoleBinding cert-manager-controller` */
  readonly binding: string;
  readonly access: readonly string[];
}

/** The grants that some risks are about, each once; risks that are about no binding have none. */
export function grantsInWords(risks: Iterable<KnownRisk>): readonly GrantInWords[] {
  const grants = new Map<string, GrantInWords>();
  for (const { cluster, identity, access: own, whole: access = own } of risks) {
    const { subject, object } = identity;
    const key = JSON.stringify([cluster, subject, object]);
    if (!isBindingKey(object) || access.length === 0 || grants.has(key)) continue;
    const words = access.map((one) => accessWords(one)).sort();
    grants.set(key, { cluster, subject, binding: objectWords(object), access: words });
  }
  return [...grants.values()].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function orderOf({ cluster, subject, binding }: GrantInWords): string {
  return JSON.stringify([cluster, subject, binding]);
}
