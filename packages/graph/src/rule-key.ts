import type { PolicyRule } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";

/**
 * The same text for rules that are semantically equal to the API server: the lists in their order
 * (k8s.io/apimachinery pkg/api/equality), absent and empty ones alike.
 */
export function ruleKey(rule: PolicyRule): string {
  return JSON.stringify([
    values(rule.verbs),
    values(rule.apiGroups),
    values(rule.resources),
    values(rule.resourceNames),
    values(rule.nonResourceURLs),
  ]);
}

function values(list: readonly Located<string>[]): readonly string[] {
  return list.map(({ value }) => value);
}
