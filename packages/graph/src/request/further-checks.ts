import { type ApiResource, type Identity, mastersGroup, type ResourceAttributes } from "@authgraph/kubernetes";
import { admitDelete, mutatingAdmission, validatingAdmission } from "./admission.ts";
import type { AdmissionWrite } from "./admission-write.ts";
import { type Asking, ask, inOrder, isOn, pass, type Verdict, verdictOf } from "./asking.ts";
import { checkEscalation } from "./escalation.ts";
import { contentType } from "./headers.ts";
import { textAt } from "./json.ts";
import { patchKinds } from "./patch.ts";
import { checkPolicyParams } from "./policy-params.ts";
import { rbacGroup, rbacKinds, storedRbacObject } from "./rbac-objects.ts";
import type { PathResource } from "./request-info.ts";
import type { JsonObject, StoredObject } from "./request-world.ts";
import { bodyOf, changedObject, createdBy } from "./written-object.ts";

/** What is asked besides, once a request may be made at all: by its handler, by admission, by the storage. */
export function furtherChecks(
  asking: Asking,
  identity: Identity,
  attributes: ResourceAttributes,
  path: PathResource,
): Verdict {
  const { apiGroup, resource, subresource } = attributes;
  if (apiGroup === "" && resource === "pods" && streams.has(subresource)) {
    return checkStream(asking, identity, attributes, path);
  }
  if (!writes.has(asking.request.method) || path.special !== undefined) return pass;
  const route = routeOf(asking, attributes, path);
  return typeof route === "string"
    ? { verdict: "answered", reason: route }
    : checkWrite(asking, identity, attributes, route);
}

const streams: ReadonlySet<string> = new Set(["exec", "attach", "portforward"]);
const writes: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/**
 * A stream that is opened with GET, by WebSocket, is a creation too (pkg/registry/core/pod/rest/authorize.go); before
 * 1.35 `get` alone was enough.
 */
function checkStream(
  asking: Asking,
  identity: Identity,
  attributes: ResourceAttributes,
  { isNamespaced, more, version, special }: PathResource,
): Verdict {
  const { request, query } = asking;
  const isServed = isNamespaced && more.length === 0 && version === "v1" && special === undefined;
  if (request.method !== "GET" || !isServed) return pass;
  if (query.has("dryRun")) return { verdict: "answered", reason: "400: dryRun is not supported" };
  if (!isOn(asking, "AuthorizePodWebsocketUpgradeCreatePermission")) return pass;
  return verdictOf(ask(asking, "handler", identity, { ...attributes, verb: "create" }));
}

/** What a path leads to; a text: what the server answers where it leads nowhere. */
interface Route {
  /** Undefined: it is not known what is served there, or nothing more is known of it. */
  readonly served: ApiResource | undefined;
}

function routeOf({ graph, server, world }: Asking, attributes: ResourceAttributes, path: PathResource): Route | string {
  const { apiGroup, resource, namespace } = attributes;
  const served = world.resources.find(
    (one) => one.group === apiGroup && one.version === path.version && one.resource === resource,
  );
  if (served === undefined) {
    const configured = server.settings.get("runtime-config");
    const isCertain = graph.inventory.complete && (configured === undefined || configured.layer === "default");
    return isCertain ? "404: the server could not find the requested resource" : { served };
  }
  const isWrongScope = served.namespaced ? namespace === "" || !path.isNamespaced : path.isNamespaced;
  if (isWrongScope || path.more.length > 0) return "404: the server could not find the requested resource";
  return { served };
}

function checkWrite(asking: Asking, identity: Identity, attributes: ResourceAttributes, { served }: Route): Verdict {
  const { method } = asking.request;
  if (served === undefined) return checkUnknownKind(asking, identity, attributes);
  switch (method) {
    case "POST":
      return checkCreate(asking, identity, attributes, served);
    case "PUT":
    case "PATCH":
      return checkUpdate(asking, identity, attributes, served);
    default:
      return checkDelete(asking, identity, attributes, served);
  }
}

/** Of an object of an unknown kind no more is known than that applying it may create it. */
function checkUnknownKind(asking: Asking, identity: Identity, attributes: ResourceAttributes): Verdict {
  const { request } = asking;
  const isApply = request.method === "PATCH" && patchKinds.get(contentType(request.headers)) === "apply";
  if (!isApply || attributes.subresource !== "" || !asking.query.has("fieldManager")) return pass;
  const verdict = verdictOf(ask(asking, "handler", identity, { ...attributes, verb: "create" }));
  return verdict.verdict === "pass" ? pass : existenceUnknown(attributes);
}

function existenceUnknown({ resource, namespace, name }: ResourceAttributes): Verdict {
  const text = `whether there is ${resource} ${namespace === "" ? name : `${namespace}/${name}`}`;
  return { verdict: "unknown", assumptions: [{ text, origin: undefined }] };
}

function checkCreate(asking: Asking, identity: Identity, attributes: ResourceAttributes, served: ApiResource): Verdict {
  const { subresource, namespace } = attributes;
  if (attributes.name !== "" && subresource === "") return methodNotAllowed;
  // What goes through a proxy is for somebody else.
  if (subresource === "proxy" || (attributes.name === "" && subresource !== "")) return pass;
  const body = bodyOf(asking, subresource === "" ? served : undefined);
  if (typeof body === "string") return { verdict: "answered", reason: body };
  const given = textAt(body, "metadata", "namespace");
  if (subresource === "" && served.namespaced && given !== "" && given !== namespace) return namespaceDiffers;
  const name = attributes.name === "" ? textAt(body, "metadata", "name") : attributes.name;
  const write: AdmissionWrite = {
    identity,
    attributes,
    served,
    name,
    operation: "CREATE",
    object: body,
    old: undefined,
  };
  return inOrder(
    () => mutatingAdmission(asking, write),
    () => escalationOf(asking, write),
    () => checkPolicyParams(asking, write),
    () => validatingAdmission(asking, write),
  );
}

const methodNotAllowed: Verdict = {
  verdict: "answered",
  reason: "405: the server does not allow this method on the requested resource",
};
const namespaceDiffers: Verdict = {
  verdict: "answered",
  reason: "400: the namespace of the provided object does not match the namespace sent on the request",
};

function escalationOf(asking: Asking, { identity, attributes, object, old }: AdmissionWrite): Verdict {
  const { apiGroup, resource, subresource, namespace, name } = attributes;
  if (apiGroup !== rbacGroup || !rbacKinds.has(resource) || subresource !== "") return pass;
  return checkEscalation(asking, identity, { resource, namespace, requestName: name, object, old });
}

function checkUpdate(asking: Asking, identity: Identity, attributes: ResourceAttributes, served: ApiResource): Verdict {
  if (attributes.name === "") return methodNotAllowed;
  const stored = storedObject(asking, served, attributes);
  switch (stored.state) {
    case "stored":
      return changeExisting(asking, identity, attributes, served, stored.object);
    case "missing":
      return makeMissing(asking, identity, attributes, served);
    case "unknown":
      return changeUnknown(asking, identity, attributes, served);
  }
}

function storedObject({ graph, world }: Asking, served: ApiResource, attributes: ResourceAttributes): StoredObject {
  const { namespace, name } = attributes;
  const at = served.namespaced ? namespace : "";
  return served.group === rbacGroup
    ? storedRbacObject(graph, served.resource, at, name)
    : world.stored.find(served, at, name);
}

/** If it ends the same whether or not there is an object, it does not matter which it is. */
function changeUnknown(
  asking: Asking,
  identity: Identity,
  attributes: ResourceAttributes,
  served: ApiResource,
): Verdict {
  const missing = makeMissing(asking, identity, attributes, served);
  const there = changeAny(asking, identity, attributes, served);
  const goesOn = (verdict: Verdict): boolean => verdict.verdict === "pass" || verdict.verdict === "answered";
  if (goesOn(missing) && goesOn(there)) return pass;
  if (missing.verdict === there.verdict) return missing;
  return missing.verdict === "unknown" ? missing : existenceUnknown(attributes);
}

/** A change of an object of which nothing is known but that it is there. */
function changeAny(asking: Asking, identity: Identity, attributes: ResourceAttributes, served: ApiResource): Verdict {
  if (!isGuarded(served, attributes) || identity.groups.includes(mastersGroup)) return pass;
  const created = createdBy(asking, attributes, served);
  const { resource, namespace, name } = attributes;
  if (served.group !== rbacGroup) return existenceUnknown(attributes);
  if (typeof created !== "string") {
    // What is sent replaces all that the check looks at, if it is sent.
    const isWhole = "rules" in created.object || "roleRef" in created.object;
    const write = { resource, namespace, requestName: name, object: created.object, old: undefined };
    return isWhole ? checkEscalation(asking, identity, write) : existenceUnknown(attributes);
  }
  // Any other answer it gets in any case.
  if (!created.startsWith("404")) return pass;
  if (!resource.endsWith("roles")) return existenceUnknown(attributes);
  const { decision } = ask(asking, "escalation", identity, { ...attributes, verb: "escalate" });
  return decision.outcome === "allowed" ? pass : existenceUnknown(attributes);
}

/** Whether what is stored decides more than whether it is there. */
function isGuarded({ group, resource }: ApiResource, { subresource }: ResourceAttributes): boolean {
  return group === rbacGroup || (group === "certificates.k8s.io" && resource.endsWith("s") && subresource !== "");
}

function makeMissing(asking: Asking, identity: Identity, attributes: ResourceAttributes, served: ApiResource): Verdict {
  const created = createdBy(asking, attributes, served);
  if (typeof created === "string") return { verdict: "answered", reason: created };
  const { object, isAllowed } = created;
  const write: AdmissionWrite = {
    identity,
    attributes,
    served,
    name: attributes.name,
    operation: "CREATE",
    object,
    old: undefined,
  };
  return inOrder(
    () => mutatingAdmission(asking, write),
    () => escalationOf(asking, write),
    () => (isAllowed ? pass : notFound(attributes)),
    () => checkPolicyParams(asking, write),
    () => verdictOf(ask(asking, "handler", identity, { ...attributes, verb: "create" })),
    () => validatingAdmission(asking, write),
  );
}

function notFound({ resource, name }: ResourceAttributes): Verdict {
  return { verdict: "answered", reason: `404: ${resource} ${JSON.stringify(name)} not found` };
}

function changeExisting(
  asking: Asking,
  identity: Identity,
  attributes: ResourceAttributes,
  served: ApiResource,
  old: JsonObject,
): Verdict {
  const changed = changedObject(asking, attributes, served, old);
  if (typeof changed === "string") return { verdict: "answered", reason: changed };
  if (changed.outcome === "failed") return { verdict: "answered", reason: "422: the patch does not apply" };
  if (changed.outcome === "unknown") {
    const text = `what the patch makes of ${attributes.resource} ${attributes.name}`;
    return isGuarded(served, attributes) ? { verdict: "unknown", assumptions: [{ text, origin: undefined }] } : pass;
  }
  const { object } = changed;
  const { name } = attributes;
  const write: AdmissionWrite = { identity, attributes, served, name, operation: "UPDATE", object, old };
  const needsVersion = asking.request.method === "PUT" && neverBlindly.has(`${served.resource}.${served.group}`);
  return inOrder(
    () => mutatingAdmission(asking, write),
    () => escalationOf(asking, write),
    () => (needsVersion && textAt(object, "metadata", "resourceVersion") === "" ? versionMissing : pass),
    () => checkPolicyParams(asking, write),
    () => validatingAdmission(asking, write),
  );
}

/** Kinds that are not replaced by somebody who does not say what they replace (AllowUnconditionalUpdate). */
const neverBlindly: ReadonlySet<string> = new Set([
  ...["policies", "policybindings"].flatMap((what) =>
    ["validating", "mutating"].map((kind) => `${kind}admission${what}.admissionregistration.k8s.io`),
  ),
  "clustertrustbundles.certificates.k8s.io",
]);

const versionMissing: Verdict = {
  verdict: "answered",
  reason: "422: metadata.resourceVersion: Invalid value: 0: must be specified for an update",
};

function checkDelete(asking: Asking, identity: Identity, attributes: ResourceAttributes, served: ApiResource): Verdict {
  const { name, subresource } = attributes;
  if (name === "" || subresource !== "") return pass;
  const stored = storedObject(asking, served, attributes);
  if (stored.state === "missing") return notFound(attributes);
  const old = stored.state === "stored" ? stored.object : undefined;
  return admitDelete(asking, { identity, attributes, served, name, operation: "DELETE", object: {}, old });
}
