import type { ClusterComparison } from "@authgraph/engine";

/** The same for programs, cluster by cluster: `docs/schemas/diff.schema.json` says what stands where. */
export function accessChangeValues(clusters: readonly ClusterComparison[]): readonly object[] {
  return clusters.map(({ cluster }) => ({ cluster, subjects: [], settings: [] }));
}
