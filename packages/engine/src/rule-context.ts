import { withoutRefusedServers } from "@authgraph/graph";
import { loadApiResources } from "@authgraph/kubernetes";
import type { RuleContext } from "@authgraph/rules";
import type { LoadedCluster } from "./load-graph.ts";

/** What rules and the search for escalation paths look at: what a server that would not start says, counts for nothing. */
export async function ruleContext({ graph, minor }: LoadedCluster, at: string): Promise<RuleContext> {
  const refusedServers = graph.apiServers.filter(({ refusals }) => refusals.length > 0);
  return { graph: withoutRefusedServers(graph), refusedServers, minor, at, resources: await loadApiResources(minor) };
}
