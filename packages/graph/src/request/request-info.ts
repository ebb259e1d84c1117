import { type Attributes, parseFieldSelector, type ResourceAttributes } from "@authgraph/kubernetes";
import { listOptions } from "./list-options.ts";
import { requestTarget } from "./request-target.ts";

/** What a request asks for, before anybody looks at who asks. */
export type RequestInfo =
  | {
      readonly outcome: "resolved";
      readonly attributes: Attributes;
      /** Undefined where the request is for no resource. */
      readonly resource: PathResource | undefined;
      /** Percent-decoded, as anonymous paths are compared with. */
      readonly path: string;
      readonly query: ReadonlyMap<string, readonly string[]>;
    }
  /** The server cannot tell and answers so before it authenticates anybody. */
  | { readonly outcome: "invalid"; readonly status: 400 | 500; readonly message: string };

/** Resolves method and target of a request (k8s.io/apiserver pkg/endpoints/request/requestinfo.go: NewRequestInfo). */
export function requestInfo(method: string, target: string): RequestInfo {
  if (!isToken(method)) return { outcome: "invalid", status: 400, message: "invalid method" };
  const read = requestTarget(target);
  if (read.outcome === "malformed") return { outcome: "invalid", status: 400, message: read.message };
  const { path, query } = read;
  const resource = resourceOfPath(path);
  if (resource === undefined) {
    return {
      outcome: "resolved",
      resource,
      path,
      query,
      attributes: { kind: "non-resource", verb: method.toLowerCase(), path },
    };
  }
  if (resource === "error") {
    const message = `unable to determine kind and namespace from url, ${target}`;
    return { outcome: "invalid", status: 500, message };
  }
  return { outcome: "resolved", resource, path, query, attributes: resourceAttributes(resource, method, query) };
}

/** RFC 9110: what Go's server takes for a method. */
function isToken(method: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(method);
}

/** Verbs on objects by method; every other method has the verb `""`. */
export const verbsByMethod: ReadonlyMap<string, string> = new Map([
  ["GET", "get"],
  ["HEAD", "get"],
  ["POST", "create"],
  ["PUT", "update"],
  ["PATCH", "patch"],
  ["DELETE", "delete"],
]);

function resourceAttributes(
  { special, asked }: PathResource,
  method: string,
  query: ReadonlyMap<string, readonly string[]>,
): ResourceAttributes {
  const attributes = { kind: "resource", ...asked } as const;
  const verb = special ?? verbsByMethod.get(method) ?? "";
  const isCollection = asked.name === "";
  if (isCollection && verb === "get") {
    const { watch, name } = listOptions(query);
    return { ...attributes, verb: watch ? "watch" : "list", name, ...selectorOf(query) };
  }
  if (isCollection && verb === "delete") return { ...attributes, verb: "deletecollection", ...selectorOf(query) };
  return { ...attributes, verb };
}

/** One that cannot be read limits nothing. */
function selectorOf(query: ReadonlyMap<string, readonly string[]>): Pick<ResourceAttributes, "fieldSelector"> {
  const fieldSelector = parseFieldSelector(query.get("fieldSelector")?.[0] ?? "") ?? [];
  return fieldSelector.length === 0 ? {} : { fieldSelector };
}

/** What a path is about, whatever is done with it. */
export interface PathResource {
  readonly asked: Omit<ResourceAttributes, "verb" | "kind" | "fieldSelector">;
  /** The verb, where the path says it. */
  readonly special: "proxy" | "watch" | undefined;
  /** No authorizer looks at it. */
  readonly version: string;
  /** Whether `namespaces/NAME` stands before the resource. */
  readonly isNamespaced: boolean;
  /** What follows the subresource. */
  readonly more: readonly string[];
}

/**
 * The resource of a decoded path; undefined where it is none, `error` where the server cannot tell.
 *
 * Slashes at both ends go, empty segments between stay, and nothing is cleaned: `..` is a name like any other.
 */
export function resourceOfPath(path: string): PathResource | "error" | undefined {
  const segments = path.replace(/^\/+|\/+$/g, "").split("/");
  const [prefix] = segments;
  if (segments.length < 3 || (prefix !== "api" && prefix !== "apis")) return undefined;
  if (prefix === "apis" && segments.length < 4) return undefined;
  const isGrouped = prefix === "apis";
  const apiGroup = isGrouped ? (segments[1] ?? "") : "";
  const version = segments[isGrouped ? 2 : 1] ?? "";
  let parts = segments.slice(isGrouped ? 3 : 2);

  const special = parts[0] === "proxy" || parts[0] === "watch" ? parts[0] : undefined;
  if (special !== undefined) parts = parts.slice(1);
  if (parts.length === 0) return "error";

  const namespace = parts[0] === "namespaces" ? (parts[1] ?? "") : "";
  // These two are subresources of the namespace itself.
  const isNamespaced =
    parts[0] === "namespaces" && parts.length > 2 && parts[2] !== "status" && parts[2] !== "finalize";
  if (isNamespaced) parts = parts.slice(2);
  const [resource = "", name = "", given = "", ...more] = parts;
  const subresource = special === "proxy" ? "" : given;
  return { asked: { apiGroup, namespace, resource, name, subresource }, special, version, isNamespaced, more };
}
