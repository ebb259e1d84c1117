import { type AccessGraph, type Assumption, type Grant, rulesFor } from "@authgraph/graph";
import { type Identity, identityKeys, mastersGroup, type PolicyRule } from "@authgraph/kubernetes";
import type { LoadedGraph } from "../load-graph.ts";
import { whoseIdentity } from "./whose.ts";

/** Everything somebody may do. */
export interface AccessList {
  readonly identity: Identity;
  /** Cluster-wide ones first, then by namespace. */
  readonly rows: readonly AccessRow[];
  readonly notes: readonly string[];
  readonly assumptions: readonly Assumption[];
}

export interface AccessRow {
  /** `""`: in all of them, and outside. */
  readonly namespace: string;
  readonly rule: PolicyRule;
  /** Undefined where no grant is what allows it. */
  readonly grant: Grant | undefined;
}

/** Lists what somebody may do: in one namespace, or, where none is given, everywhere. */
export function listAccess(
  { graph }: LoadedGraph,
  {
    user,
    groups,
    namespace,
  }: { readonly user: string; readonly groups: readonly string[]; readonly namespace: string | undefined },
): AccessList {
  const { identity, notes } = whoseIdentity(user, groups, graph);
  const rows: AccessRow[] = [];
  const messages = new Set<string>();
  const assumptions = new Map<string, Assumption>();
  for (const scope of ["", ...(namespace === undefined ? boundNamespaces(graph, identity) : [namespace])]) {
    const listed = rulesFor(graph, identity, scope);
    for (const { rule, grant } of listed.rules) {
      const isHere = scope === "" || grant?.scope.kind === "namespace";
      if (isHere && isUsed(rule, scope)) rows.push({ namespace: scope, rule, grant });
    }
    for (const message of listed.messages) messages.add(message);
    for (const assumption of listed.assumptions) assumptions.set(assumption.text, assumption);
  }
  const masters = identity.groups.includes(mastersGroup) ? [`members of ${mastersGroup} are allowed everything`] : [];
  return { identity, rows, notes: [...masters, ...notes, ...messages], assumptions: [...assumptions.values()] };
}

/** Requests for paths have no namespace: what a RoleBinding gives of them, nobody can use. */
function isUsed({ resources }: PolicyRule, namespace: string): boolean {
  return namespace === "" || resources.length > 0;
}

function boundNamespaces(graph: AccessGraph, identity: Identity): readonly string[] {
  const found = new Set<string>();
  for (const binding of graph.bindings) {
    const { namespace } = binding.entry;
    if (namespace === "" || found.has(namespace)) continue;
    if (identityKeys(identity).some((key) => graph.boundTo(key, namespace).length > 0)) found.add(namespace);
  }
  return [...found];
}
