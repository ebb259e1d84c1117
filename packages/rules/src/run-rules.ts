import type { AccessGraph } from "@authgraph/graph";
import type { Risk } from "./risk.ts";
import type { Rule, RuleContext, RuleNeed } from "./rule.ts";

/** What the rules found, and which of them could not look. */
export interface RuleResults {
  readonly risks: readonly Risk[];
  readonly notEvaluated: readonly UnevaluatedRule[];
}

export interface UnevaluatedRule {
  readonly rule: string;
  readonly reason: string;
  /** The rule threw: an error of ours, not of the inputs. What there is to report about it. */
  readonly failure?: string;
}

/**
 * Runs every rule whose needs the inputs meet. A rule that could not look is told, never taken as "nothing found"; one
 * that throws keeps what it found before and takes nothing from the others.
 */
export function runRules(rules: readonly Rule[], context: RuleContext): RuleResults {
  const available = availableInputs(context.graph);
  const risks: Risk[] = [];
  const notEvaluated: UnevaluatedRule[] = [];
  for (const { metadata, check } of rules) {
    const missing = metadata.needs.filter((need) => !available.has(need));
    if (missing.length > 0) {
      notEvaluated.push({ rule: metadata.id, reason: missing.map((need) => missingInput[need]).join(", ") });
      continue;
    }
    try {
      for (const risk of check(context)) risks.push(risk);
    } catch (error) {
      notEvaluated.push({ rule: metadata.id, ...failureOf(error) });
    }
  }
  return { risks, notEvaluated };
}

function failureOf(error: unknown): Omit<UnevaluatedRule, "rule"> {
  if (!(error instanceof Error)) return { reason: "internal error", failure: String(error) };
  return { reason: `internal error: ${error.message}`, failure: error.stack ?? error.message };
}

function availableInputs({ apiServers, inventory }: AccessGraph): ReadonlySet<RuleNeed> {
  const available = new Set<RuleNeed>();
  if (apiServers.some(({ assumed }) => !assumed)) available.add("control-plane");
  if (inventory.invocations.some(({ value }) => value.component === "kubelet")) available.add("kubelet");
  if (inventory.credentials.length > 0) available.add("credentials");
  if (inventory.complete) available.add("complete");
  return available;
}

const missingInput: Readonly<Record<RuleNeed, string>> = {
  "control-plane": "no kube-apiserver among the inputs",
  kubelet: "no kubelet among the inputs",
  credentials: "no credentials among the inputs",
  complete: "the inputs are not known to be complete (--complete)",
  suppressions: "suppressions are not judged yet",
};
