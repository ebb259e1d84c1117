import type { ExportedGraph } from "@authgraph/engine";
import type { AnswerContext } from "./can-i-text.ts";
import { assumptionValue } from "./decision-json.ts";
import { edgeValue, nodeValue } from "./graph-values.ts";
import { kubernetesValue } from "./json-place.ts";
import { jsonObject } from "./json-text.ts";

/**
 * The graph as graphlib's `json.write` gives it, for its `json.read`; `docs/schemas/graph.schema.json` says what stands
 * in the values. One node or edge to a line.
 */
export async function renderGraphJson(
  exported: ExportedGraph,
  { kubernetes, assumptions }: Omit<AnswerContext, "color">,
): Promise<Iterable<string>> {
  const { Graph, json } = await import("@dagrejs/graphlib");
  const graph = new Graph({ directed: true, multigraph: true });
  for (const node of exported.nodes) graph.setNode(node.id, nodeValue(node));
  for (const edge of exported.edges()) graph.setEdge(edge.from, edge.to, edgeValue(edge), edge.name);
  graph.setGraph({
    schemaVersion: 1,
    kubernetes: kubernetesValue(kubernetes),
    assumptions: assumptions.map(assumptionValue),
  });
  return jsonLines(json.write(graph));
}

function* jsonLines(graph: {
  readonly options: object;
  readonly nodes: readonly object[];
  readonly edges: readonly object[];
  readonly value?: unknown;
}): Iterable<string> {
  yield* jsonObject([
    { key: "options", value: graph.options },
    { key: "value", value: graph.value },
    { key: "nodes", list: graph.nodes },
    { key: "edges", list: graph.edges },
  ]);
  yield "\n";
}
