import type { AccessGraph } from "@authgraph/graph";
import type { SubjectKey } from "@authgraph/kubernetes";
import type { RuleContext } from "../rule.ts";
import { namespacedName } from "../wording.ts";
import { levelOf } from "./bound-paths.ts";
import { escalationFromInputs } from "./escalation-graph.ts";
import { knownAccounts } from "./known-accounts.ts";
import { type EscalationPath, identityVertex, type Step, vertexKey } from "./step.ts";

/** Accounts of the namespace that the first step opens, beside the one that is told, which reach the whole cluster at once. */
export function strongAccountsBeside(context: RuleContext, { steps }: EscalationPath): readonly string[] {
  const [{ from, to }] = steps;
  if (to.kind !== "any-account" || to.namespace === undefined) return [];
  const passed = [from, ...steps.map((step) => step.to)].map(vertexKey);
  return strongAccountsOf(context, to.namespace)
    .filter(({ key }) => !passed.includes(key))
    .map(({ text }) => text);
}

interface StrongAccount {
  readonly key: SubjectKey;
  /** `kube-system/generic-garbage-collector can read every Secret in the cluster`. */
  readonly text: string;
}

const strongAccounts = new WeakMap<AccessGraph, Map<string, readonly StrongAccount[]>>();

/** Whoever opens most, first. */
function strongAccountsOf(context: RuleContext, namespace: string): readonly StrongAccount[] {
  const byNamespace = strongAccounts.get(context.graph) ?? new Map<string, readonly StrongAccount[]>();
  strongAccounts.set(context.graph, byNamespace);
  const known = byNamespace.get(namespace);
  if (known !== undefined) return known;
  const graph = escalationFromInputs(context);
  const found = (knownAccounts(context.graph).byNamespace.get(namespace) ?? [])
    .map((account) => ({ ...account, sharp: graph.stepsFrom(identityVertex(account.key)).filter(isSharp) }))
    .sort((a, b) => strength(b.sharp) - strength(a.sharp))
    .flatMap(({ key, name, sharp }) => {
      const [first] = [...sharp].sort((one, other) => telling(one) - telling(other));
      return first === undefined ? [] : [{ key, text: `${namespacedName(namespace, name)} can ${first.phrase}` }];
    });
  byNamespace.set(namespace, found);
  return found;
}

/** What a right of its own opens at once, in the whole cluster. */
function isSharp({ kind, to, powerId }: Step): boolean {
  const level = levelOf(to);
  return powerId !== undefined && kind !== "run-privileged" && (level === 1 || level === 2);
}

/** What says most, first. */
function telling({ to }: Step): number {
  if (to.kind === "cluster-admin") return 0;
  return to.kind === "secrets" ? 1 : 2;
}

/** Cluster-admin before all else, then whoever opens most. */
function strength(steps: readonly Step[]): number {
  return (
    new Set(steps.map(({ to }) => vertexKey(to))).size + (steps.some(({ to }) => to.kind === "cluster-admin") ? 100 : 0)
  );
}
