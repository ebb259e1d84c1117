import type { ApiResource, ResourceAttributes } from "@authgraph/kubernetes";
import type { Asking } from "./asking.ts";
import { contentType } from "./headers.ts";
import { isJsonObject, textAt } from "./json.ts";
import { type Patched, patched, patchKinds } from "./patch.ts";
import { rbacGroup } from "./rbac-objects.ts";
import type { JsonObject } from "./request-world.ts";

/** The object that a request brings, which has to be one of `served`; a text: what the server answers where it is none. */
export function bodyOf({ request }: Asking, served: ApiResource | undefined): JsonObject | string {
  const type = contentType(request.headers);
  if (type !== "" && !decodable.has(type)) return "415: the body of the request was in an unknown format";
  const { body } = request;
  if (!isJsonObject(body)) return "400: the object provided is unrecognized";
  if (served !== undefined && !isOfKind(body, served)) {
    return `400: the object provided is unrecognized (must be of type ${served.kind})`;
  }
  return body;
}

const decodable: ReadonlySet<string> = new Set([
  "application/json",
  "application/yaml",
  "application/vnd.kubernetes.protobuf",
  "application/cbor",
]);

function isOfKind(body: JsonObject, { group, version, kind }: ApiResource): boolean {
  const apiVersion = group === "" ? version : `${group}/${version}`;
  // What is not said is taken from the path.
  return [apiVersion, ""].includes(textAt(body, "apiVersion")) && [kind, ""].includes(textAt(body, "kind"));
}

export interface Created {
  readonly object: JsonObject;
  /** Whether a write to a missing object of the kind makes it. */
  readonly isAllowed: boolean;
}

/** What a PUT or PATCH to a missing object would make; a text: what the server answers instead. */
export function createdBy(asking: Asking, attributes: ResourceAttributes, served: ApiResource): Created | string {
  const { request } = asking;
  const whole = attributes.subresource === "";
  if (request.method === "PUT") {
    const body = putBody(asking, attributes, served);
    if (typeof body === "string") return body;
    return { object: body, isAllowed: whole && createdOnUpdate.has(`${served.resource}.${served.group}`) };
  }
  const kind = patchKinds.get(contentType(request.headers));
  if (kind === undefined) return "415: Unsupported Media Type";
  if (kind !== "apply" || !whole) return `404: ${attributes.resource} ${JSON.stringify(attributes.name)} not found`;
  const applied = appliedBody(asking, attributes, served);
  return typeof applied === "string" ? applied : { object: applied, isAllowed: true };
}

/** The object of a PUT; of a subresource it may be of another kind. */
function putBody(asking: Asking, attributes: ResourceAttributes, served: ApiResource): JsonObject | string {
  const body = bodyOf(asking, attributes.subresource === "" ? served : undefined);
  return typeof body === "string" ? body : (nameProblem(body, attributes) ?? body);
}

/** The body of a server-side apply. */
function appliedBody(
  { request, query }: Asking,
  attributes: ResourceAttributes,
  served: ApiResource,
): JsonObject | string {
  const { body } = request;
  if (!query.get("fieldManager")?.[0]) return "422: fieldManager: Required value: is required for apply patch";
  if (!isJsonObject(body) || !isOfKind(body, served)) return "400: the body is no object of the kind";
  return nameProblem(body, attributes) ?? body;
}

/** Kinds whose strategy allows creation by PUT (AllowCreateOnUpdate), with their groups. */
const createdOnUpdate: ReadonlySet<string> = new Set([
  ...["roles", "rolebindings", "clusterroles", "clusterrolebindings"].map((resource) => `${resource}.${rbacGroup}`),
  "runtimeclasses.node.k8s.io",
  "leases.coordination.k8s.io",
  "leasecandidates.coordination.k8s.io",
  "limitranges.",
  "events.",
  "events.events.k8s.io",
  "services.",
  "endpoints.",
]);

/** k8s.io/apiserver pkg/endpoints/handlers/rest.go: checkName. */
function nameProblem(object: JsonObject, { namespace, name }: ResourceAttributes): string | undefined {
  const own = textAt(object, "metadata", "name");
  if (own !== name) return `400: the name of the object (${own}) does not match the name on the URL (${name})`;
  const ownNamespace = textAt(object, "metadata", "namespace");
  if (namespace === "" || ownNamespace === "" || ownNamespace === namespace) return undefined;
  return `400: the namespace of the object (${ownNamespace}) does not match the namespace on the URL (${namespace})`;
}

/** What a PUT or PATCH makes of an object that is there; a text: what the server answers instead. */
export function changedObject(
  asking: Asking,
  attributes: ResourceAttributes,
  served: ApiResource,
  old: JsonObject,
): Patched | string {
  const { request } = asking;
  if (request.method === "PUT") {
    const body = putBody(asking, attributes, served);
    if (typeof body === "string") return body;
    return { outcome: "patched", object: body };
  }
  const kind = patchKinds.get(contentType(request.headers));
  if (kind === undefined || (kind === "strategic" && isCustom(served))) return "415: Unsupported Media Type";
  const applied = kind === "apply" ? appliedBody(asking, attributes, served) : request.body;
  if (kind === "apply" && typeof applied === "string") return applied;
  const result = patched(kind, old, applied);
  if (result.outcome !== "patched") return result;
  return nameProblem(result.object, attributes) ?? result;
}

/** Custom resources have no kind in Go, so nothing says how to merge their lists. */
function isCustom({ group }: ApiResource): boolean {
  return group.includes(".") && !group.endsWith(".k8s.io");
}
