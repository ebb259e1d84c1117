import { type JudgedSuppression, runRules } from "@authgraph/rules";
import type { SearchedCluster } from "../search.ts";
import type { SuppressionOptions } from "./suppress.ts";
import type { WrittenSuppression } from "./written-suppression.ts";

/** Asks the rules that speak of suppressions, each cluster about those that are told there. */
export function askAboutSuppressions(
  clusters: readonly SearchedCluster[],
  judged: ReadonlyMap<WrittenSuppression, JudgedSuppression>,
  { rules = [] }: Pick<SuppressionOptions, "rules">,
): readonly SearchedCluster[] {
  const asked = rules.filter(({ metadata }) => metadata.needs.includes("suppressions"));
  if (asked.length === 0) return clusters;
  return clusters.map((cluster) => {
    const { name, context } = cluster;
    const suppressions = [...judged].flatMap(([{ home }, one]) => (home === name ? [one] : []));
    if (suppressions.length === 0) return cluster;
    const { risks, notEvaluated } = runRules(asked, { ...context, suppressions });
    return {
      ...cluster,
      risks: [...cluster.risks, ...risks],
      notEvaluated: [...cluster.notEvaluated, ...notEvaluated.map((one) => ({ ...one, cluster: name }))],
    };
  });
}
