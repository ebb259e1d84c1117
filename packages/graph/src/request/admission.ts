import { type ApiResource, type Identity, mastersGroup, type ResourceAttributes } from "@authgraph/kubernetes";
import type { Assumption } from "../types.ts";
import { type Asking, ask, isOn, pass, quoted, resourceQuestion, type Verdict } from "./asking.ts";
import { at, isSemanticallyEqual, listAt, textAt } from "./json.ts";
import { restrictNode } from "./node-restriction.ts";
import { checkOwnerReferences } from "./owner-references.ts";
import type { RequestCheck } from "./request-answer.ts";
import type { JsonObject } from "./request-world.ts";

/** A write as admission plugins see it. */
export interface AdmissionWrite {
  readonly identity: Identity;
  /** Of the request. */
  readonly attributes: ResourceAttributes;
  readonly served: ApiResource;
  /** Of the object; empty where the server makes one up. */
  readonly name: string;
  readonly operation: "CREATE" | "UPDATE" | "DELETE";
  readonly object: JsonObject;
  /** Undefined where there is none before, and where it is not known. */
  readonly old: JsonObject | undefined;
}

/** The plugins that a request meets before its object is stored or checked, as far as they refuse. */
export function mutatingAdmission(asking: Asking, write: AdmissionWrite): Verdict {
  const lifecycle = whereOn(asking, "NamespaceLifecycle", () => namespaceLifecycle(asking, write));
  if (lifecycle.verdict !== "pass") return lifecycle;
  return whereOn(asking, "NodeRestriction", () => restrictNode(asking, write));
}

/** The plugins that come last. */
export function validatingAdmission(asking: Asking, write: AdmissionWrite): Verdict {
  const stages: readonly (() => Verdict)[] = [
    () => whereOn(asking, "CertificateApproval", () => approveCertificate(asking, write)),
    () => whereOn(asking, "CertificateSigning", () => signCertificate(asking, write)),
    () => whereOn(asking, "ClusterTrustBundleAttest", () => attestTrustBundle(asking, write)),
    () => whereOn(asking, "CertificateSubjectRestriction", () => restrictSubject(write)),
    () => whereOn(asking, "OwnerReferencesPermissionEnforcement", () => checkOwnerReferences(asking, write)),
  ];
  for (const stage of stages) {
    const verdict = stage();
    if (verdict.verdict !== "pass") return verdict;
  }
  return pass;
}

/** A deletion: NamespaceLifecycle and NodeRestriction alone look at it. */
export function admitDelete(asking: Asking, write: AdmissionWrite): Verdict {
  const lifecycle = whereOn(asking, "NamespaceLifecycle", () => keepNamespace(write));
  if (lifecycle.verdict !== "pass") return lifecycle;
  return whereOn(asking, "NodeRestriction", () => restrictNode(asking, write));
}

/** Off where the server does not say: `defaultPlugins` are on then (pkg/kubeapiserver/options/plugins.go). */
function whereOn({ server }: Asking, plugin: string, check: () => Verdict): Verdict {
  const setting = server.admissionPlugins.get(plugin);
  const isPluginOn = setting === undefined ? defaultPlugins.has(plugin) : setting.value;
  return isPluginOn ? check() : pass;
}

const defaultPlugins: ReadonlySet<string> = new Set([
  "NamespaceLifecycle",
  "CertificateApproval",
  "CertificateSigning",
  "ClusterTrustBundleAttest",
  "CertificateSubjectRestriction",
]);

/** Namespaces that every server makes for itself. */
export const ownNamespaces: readonly string[] = ["default", "kube-system", "kube-public", "kube-node-lease"];

/** k8s.io/apiserver pkg/admission/plugin/namespace/lifecycle. */
function namespaceLifecycle({ world }: Asking, { attributes, served, operation, object }: AdmissionWrite): Verdict {
  const { namespace, resource, apiGroup } = attributes;
  const isReview = apiGroup === "authorization.k8s.io" && resource === "localsubjectaccessreviews";
  if (!served.namespaced || isReview) return pass;
  const namespaces = world.resources.find(({ group, resource: name }) => group === "" && name === "namespaces");
  if (namespaces === undefined) return pass;
  const stored = world.stored.find(namespaces, "", namespace);
  if (stored.state === "missing")
    return { verdict: "answered", reason: `404: namespaces ${quoted(namespace)} not found` };
  const isGoing = stored.state === "stored" && textAt(stored.object, "metadata", "deletionTimestamp") !== "";
  if (operation !== "CREATE" || !isGoing) return pass;
  const why = `unable to create new content in namespace ${namespace} because it is being terminated`;
  return refusedBy({ attributes, name: textAt(object, "metadata", "name") }, why);
}

function keepNamespace({ attributes, name }: AdmissionWrite): Verdict {
  const { apiGroup, resource } = attributes;
  if (apiGroup !== "" || resource !== "namespaces" || !undeletable.has(name)) return pass;
  return refusedBy({ attributes, name }, "this namespace may not be deleted");
}

const undeletable: ReadonlySet<string> = new Set(["default", "kube-system", "kube-public"]);

/** The words of a plugin's refusal (k8s.io/apiserver pkg/admission/errors.go: NewForbidden). */
export function refusedBy(
  { attributes, name }: Pick<AdmissionWrite, "attributes" | "name">,
  why: string,
  decidedBy?: RequestCheck,
): Verdict {
  const { resource, apiGroup } = attributes;
  const what = apiGroup === "" ? resource : `${resource}.${apiGroup}`;
  return { verdict: "refused", reason: `${what} ${quoted(name)} is forbidden: ${why}`, decidedBy };
}

const certificates = "certificates.k8s.io";

/** Whether somebody may act for a signer: by its name, or for its whole domain (pkg/registry certificates: IsAuthorizedForSignerName). */
function askForSigner(
  asking: Asking,
  { identity }: AdmissionWrite,
  verb: string,
  signer: string,
): "yes" | "no" | readonly Assumption[] {
  const slash = signer.indexOf("/");
  const names = [signer, `${slash < 0 ? signer : signer.slice(0, slash)}/*`];
  const open: Assumption[] = [];
  for (const name of names) {
    const question = resourceQuestion({ verb, apiGroup: certificates, resource: "signers", name });
    const { decision } = ask(asking, "admission", identity, question);
    if (decision.outcome === "allowed") return "yes";
    if (decision.outcome === "unknown") open.push(...decision.assumptions);
  }
  return open.length > 0 ? open : "no";
}

function forSigner(asking: Asking, write: AdmissionWrite, verb: string, signer: string, why: string): Verdict {
  const answer = askForSigner(asking, write, verb, signer);
  if (answer === "yes") return pass;
  if (answer !== "no") return { verdict: "unknown", assumptions: answer };
  return refusedBy(write, why, asking.checks.at(-1));
}

/** plugin/pkg/admission/certificates/approval: Validate. */
function approveCertificate(asking: Asking, write: AdmissionWrite): Verdict {
  if (!isOfResource(write, certificates, "certificatesigningrequests", "approval")) return pass;
  const { old, operation } = write;
  if (operation !== "UPDATE" || old === undefined) return pass;
  const signer = textAt(old, "spec", "signerName");
  const why = `user not permitted to approve requests with signerName ${quoted(signer)}`;
  return forSigner(asking, write, "approve", signer, why);
}

/** plugin/pkg/admission/certificates/signing: Validate. */
function signCertificate(asking: Asking, write: AdmissionWrite): Verdict {
  if (!isOfResource(write, certificates, "certificatesigningrequests", "status")) return pass;
  const { old, object, operation } = write;
  if (operation !== "UPDATE" || old === undefined) return pass;
  if (decides(object) !== decides(old)) {
    return {
      verdict: "answered",
      reason: "422: status.conditions: Forbidden: updates may not add or remove an approval",
    };
  }
  const same = (key: string) => isSemanticallyEqual(at(object, "status", key), at(old, "status", key));
  if (same("certificate") && same("conditions")) return pass;
  const signer = textAt(old, "spec", "signerName");
  return forSigner(
    asking,
    write,
    "sign",
    signer,
    `user not permitted to sign requests with signerName ${quoted(signer)}`,
  );
}

/** Only the subresource `approval` changes these (pkg/apis/certificates/validation). */
function decides(request: JsonObject): string {
  const types = listAt(request, "status", "conditions").map((condition) => textAt(condition, "type"));
  return ["Approved", "Denied"].filter((type) => types.includes(type)).join();
}

/** plugin/pkg/admission/certificates/ctbattest: Validate. */
function attestTrustBundle(asking: Asking, write: AdmissionWrite): Verdict {
  if (!isOfResource(write, certificates, "clustertrustbundles", "") || !isOn(asking, "ClusterTrustBundle")) return pass;
  const { object, old } = write;
  const signer = textAt(object, "spec", "signerName");
  if (signer === "") return pass;
  if (old !== undefined && isSemanticallyEqual(withoutGarbage(object), withoutGarbage(old))) return pass;
  const why = `user not permitted to attest for signerName ${quoted(signer)}`;
  return forSigner(asking, write, "attest", signer, why);
}

function withoutGarbage(object: JsonObject): JsonObject {
  const metadata = at(object, "metadata");
  const kept = Object.entries(metadata ?? {}).filter(
    ([key]) => !["ownerReferences", "finalizers", "managedFields", "selfLink"].includes(key),
  );
  return { ...object, metadata: Object.fromEntries(kept) };
}

/** plugin/pkg/admission/certificates/subjectrestriction: Validate. */
function restrictSubject(write: AdmissionWrite): Verdict {
  if (!isOfResource(write, certificates, "certificatesigningrequests", "") || write.operation !== "CREATE") return pass;
  const { object } = write;
  if (textAt(object, "spec", "signerName") !== "kubernetes.io/kube-apiserver-client") return pass;
  if (!asksForGroup(textAt(object, "spec", "request"), mastersGroup)) return pass;
  return refusedBy(write, "use of kubernetes.io/kube-apiserver-client signer with system:masters group is not allowed");
}

/** Whether the subject of a PEM request in base64 has an organization of a name: DER says it by an OID and a text. */
function asksForGroup(request: string, group: string): boolean {
  const pem = bytesOf(request);
  const [, body = ""] = /-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----([^-]*)-----END/.exec(pem) ?? [];
  const der = bytesOf(body);
  // 2.5.4.10, then a UTF8String, PrintableString or the like of that length.
  const organization = "\u0006\u0003\u0055\u0004\u000a";
  for (let found = der.indexOf(organization); found >= 0; found = der.indexOf(organization, found + 1)) {
    const start = found + organization.length;
    const length = der.charCodeAt(start + 1);
    if (der.slice(start + 2, start + 2 + length) === group) return true;
  }
  return false;
}

/** Each byte a character. */
function bytesOf(base64: string): string {
  try {
    return atob(base64.replace(/\s+/g, ""));
  } catch {
    return "";
  }
}

function isOfResource(
  { attributes }: AdmissionWrite,
  apiGroup: string,
  resource: string,
  subresource: string,
): boolean {
  return attributes.apiGroup === apiGroup && attributes.resource === resource && attributes.subresource === subresource;
}
