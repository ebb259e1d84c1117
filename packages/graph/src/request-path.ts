import type { Attributes } from "@authgraph/kubernetes";
import { resourceOfPath, verbsByMethod } from "./request/request-info.ts";

/**
 * Every question that requests for one path can become, one for each method and, for GET without a name, for `list` and
 * `watch`. Query parameters are not part of the path: a list may name an object with `fieldSelector=metadata.name=…`,
 * which is said by `anyName`.
 */
export function requestsFor(path: string): readonly PathRequest[] {
  const resource = resourceOfPath(path);
  if (resource === "error") return [];
  if (resource === undefined) {
    return methods.map((method) => ({
      attributes: { kind: "non-resource", verb: method.toLowerCase(), path },
      anyName: false,
    }));
  }
  const { special, asked } = resource;
  const request = (verb: string, anyName = false): PathRequest => ({
    attributes: { kind: "resource", ...asked, verb },
    anyName,
  });
  if (special !== undefined) return [request(special)];
  return methods.flatMap((method) => {
    const verb = verbsByMethod.get(method) ?? "";
    if (asked.name !== "") return [request(verb)];
    if (verb === "get") return [request("list", true), request("watch", true)];
    return [request(verb === "delete" ? "deletecollection" : verb)];
  });
}

export interface PathRequest {
  readonly attributes: Attributes;
  /** The name is the sender's to choose. */
  readonly anyName: boolean;
}

const methods = [...verbsByMethod.keys(), "OPTIONS"];
