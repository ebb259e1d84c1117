import { authorize, type Decision } from "@authgraph/graph";
import type { LoadedGraph } from "../load-graph.ts";
import type { Question } from "./access-review.ts";

/** Whether what is asked would be allowed, and through what. */
export function decide({ graph }: LoadedGraph, { identity, attributes }: Question): Decision {
  return authorize(graph, identity, attributes);
}
