import { answerRequest, type RequestAnswer, type RequestWorld } from "@authgraph/graph";
import { type ApiResource, type HttpRequest, loadApiResources } from "@authgraph/kubernetes";
import type { LoadedGraph } from "../load-graph.ts";
import { customResources } from "./custom-resources.ts";
import { storedObjects, type WrittenObjects, writtenObjects } from "./stored-objects.ts";

/** What becomes of a request. */
export function askRequest({ graph }: LoadedGraph, request: HttpRequest, world: RequestWorld): RequestAnswer {
  return answerRequest(graph, request, world);
}

/**
 * What requests meet beside the authorizers, at a time (RFC 3339). What is stored is read when the first request asks
 * for it: few do.
 */
export async function requestWorld(loaded: LoadedGraph, at: string): Promise<RequestWorld> {
  const builtIn = await loadApiResources(loaded.minor);
  let written: WrittenObjects | undefined;
  let served: readonly ApiResource[] | undefined;
  const objects = (): WrittenObjects => {
    written ??= writtenObjects(loaded);
    return written;
  };
  return {
    at,
    get resources() {
      served ??= [...builtIn, ...customResources(objects())];
      return served;
    },
    stored: storedObjects(objects, loaded.graph.inventory.complete),
  };
}
