import { answerRequest, type RequestAnswer } from "@authgraph/graph";
import type { HttpRequest } from "@authgraph/kubernetes";
import type { LoadedGraph } from "../load-graph.ts";

/** What becomes of a request that arrives at a time (RFC 3339). */
export function askRequest({ graph }: LoadedGraph, request: HttpRequest, at: string): RequestAnswer {
  return answerRequest(graph, request, at);
}
