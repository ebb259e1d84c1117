import type { Attributes, ResourceAttributes } from "@authgraph/kubernetes";

/**
 * Every question that requests for one path can become, one for each method and, for GET without a name, for `list` and
 * `watch` (k8s.io/apiserver pkg/endpoints/request/requestinfo.go: NewRequestInfo). Query parameters are not part of the
 * path: a list may name an object with `fieldSelector=metadata.name=…`, which is said by `anyName`.
 */
export function requestsFor(path: string): readonly PathRequest[] {
  const resource = resourceOf(path);
  if (resource === "error") return [];
  if (resource === undefined) {
    return methods.map(([method]) => ({
      attributes: { kind: "non-resource", verb: method, path },
      anyName: false,
    }));
  }
  const { special, ...rest } = resource;
  const request = (verb: string, anyName = false): PathRequest => ({
    attributes: { kind: "resource", ...rest, verb },
    anyName,
  });
  if (special !== undefined) return [request(special)];
  return methods.flatMap(([, verb]) => {
    if (rest.name !== "") return [request(verb)];
    if (verb === "get") return [request("list", true), request("watch", true)];
    return [request(verb === "delete" ? "deletecollection" : verb)];
  });
}

export interface PathRequest {
  readonly attributes: Attributes;
  /** The name is the sender's to choose. */
  readonly anyName: boolean;
}

/** Methods as non-resource verbs, and the verbs they are on objects. */
const methods = [
  ["get", "get"],
  ["head", "get"],
  ["post", "create"],
  ["put", "update"],
  ["patch", "patch"],
  ["delete", "delete"],
  ["options", ""],
] as const;

type PathResource = Omit<ResourceAttributes, "kind" | "verb"> & { readonly special: "proxy" | "watch" | undefined };

/** What a path is about; undefined where it is no resource, `error` where the server fails before it authorizes. */
function resourceOf(path: string): PathResource | "error" | undefined {
  const segments = path.replace(/^\/+|\/+$/g, "").split("/");
  const [prefix] = segments;
  if (segments.length < 3 || (prefix !== "api" && prefix !== "apis")) return undefined;
  if (prefix === "apis" && segments.length < 4) return undefined;
  const apiGroup = prefix === "apis" ? (segments[1] ?? "") : "";
  let parts = segments.slice(prefix === "apis" ? 3 : 2);

  const special = parts[0] === "proxy" || parts[0] === "watch" ? parts[0] : undefined;
  if (special !== undefined) parts = parts.slice(1);
  if (parts.length === 0) return "error";

  let namespace = "";
  if (parts[0] === "namespaces" && parts.length > 1) {
    namespace = parts[1] ?? "";
    if (parts.length > 2 && parts[2] !== "status" && parts[2] !== "finalize") parts = parts.slice(2);
  }
  const [resource = "", name = "", subresource = ""] = parts;
  return { apiGroup, namespace, resource, name, subresource: special === "proxy" ? "" : subresource, special };
}
