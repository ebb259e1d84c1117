import type { RuleContext } from "../rule.ts";
import { namespacedName } from "../wording.ts";
import { levelOf } from "./bound-paths.ts";
import { escalationGraph } from "./escalation-graph.ts";
import { accountOf, knownAccounts } from "./known-accounts.ts";
import { type EscalationPath, identityVertex, type Step, vertexKey } from "./step.ts";

/** Accounts of the namespace that the first step opens, beside the one that is told, which reach the whole cluster at once. */
export function strongAccountsBeside(context: RuleContext, { steps }: EscalationPath): readonly string[] {
  const [{ from, to }] = steps;
  if (to.kind !== "any-account" || to.namespace === undefined) return [];
  const passed = new Set([from, ...steps.map((step) => step.to)].map(vertexKey));
  const graph = escalationGraph(context);
  return (knownAccounts(context.graph).byNamespace.get(to.namespace) ?? [])
    .filter(({ key }) => !passed.has(key))
    .map(({ key }) => ({ key, sharp: graph.stepsFrom(identityVertex(key)).filter(isSharp) }))
    .filter(({ sharp }) => sharp.length > 0)
    .sort((a, b) => strength(b.sharp) - strength(a.sharp))
    .map(({ key, sharp }) => {
      const first = [...sharp].sort((one, other) => telling(one) - telling(other))[0];
      const account = accountOf(key);
      const name = account === undefined ? key : namespacedName(account.namespace, account.name);
      return first === undefined ? name : `${name} can ${first.phrase}`;
    });
}

/** What a right of its own opens at once, in the whole cluster. */
function isSharp({ kind, to, power }: Step): boolean {
  const level = levelOf(to);
  return power !== undefined && kind !== "run-privileged" && (level === 1 || level === 2);
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
