import { type AccessGraph, compareAccess } from "@authgraph/graph";
import { type ClusterResult, loadCluster } from "../load-graph.ts";
import type { SearchedCluster } from "../search.ts";
import type { ClusterComparison } from "./run-change.ts";

/** A cluster in one of the states that are compared. */
type ComparedCluster = Pick<SearchedCluster, "name" | "loaded" | "inputs">;

/** Who gained and who lost what, in each cluster in which somebody did. A cluster that is new or gone was empty before or is now. */
export async function compareClusters(
  before: readonly ComparedCluster[],
  after: readonly ComparedCluster[],
): Promise<readonly ClusterComparison[]> {
  const names = [...new Set([...after, ...before].map(({ name }) => name))];
  const compared: ClusterComparison[] = [];
  for (const name of names) {
    const was = before.find((cluster) => cluster.name === name);
    const is = after.find((cluster) => cluster.name === name);
    if (was === is) continue;
    const [from, to] = [await graphOf(was, is), await graphOf(is, was)];
    if (from === undefined || to === undefined) continue;
    const comparison = compareAccess(from, to);
    if (comparison.subjects.length + comparison.settings.length > 0) compared.push({ cluster: name, comparison });
  }
  return compared;
}

/** The graph of a cluster; where it is not there, one of nothing but what Kubernetes ships. */
async function graphOf(
  cluster: ComparedCluster | undefined,
  other: ComparedCluster | undefined,
): Promise<AccessGraph | undefined> {
  if (cluster !== undefined) return cluster.loaded.graph;
  if (other?.inputs === undefined) return undefined;
  const empty: ClusterResult = await loadCluster({ ...other.inputs, texts: [] });
  return empty.outcome === "loaded" ? empty.loaded.graph : undefined;
}
