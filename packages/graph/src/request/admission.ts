import { type AdmissionWrite, refusedBy } from "./admission-write.ts";
import { type Asking, inOrder, pass, quoted, type Verdict } from "./asking.ts";
import { approveCertificate, attestTrustBundle, restrictSubject, signCertificate } from "./certificate-admission.ts";
import { textAt } from "./json.ts";
import { restrictNode } from "./node-restriction.ts";
import { checkOwnerReferences } from "./owner-references.ts";

/** The plugins that a request meets before its object is stored or checked, as far as they refuse. */
export function mutatingAdmission(asking: Asking, write: AdmissionWrite): Verdict {
  return inOrder(
    () => whereOn(asking, "NamespaceLifecycle", () => namespaceLifecycle(asking, write)),
    () => whereOn(asking, "NodeRestriction", () => restrictNode(asking, write)),
  );
}

/** The plugins that come last. */
export function validatingAdmission(asking: Asking, write: AdmissionWrite): Verdict {
  return inOrder(
    () => whereOn(asking, "CertificateApproval", () => approveCertificate(asking, write)),
    () => whereOn(asking, "CertificateSigning", () => signCertificate(asking, write)),
    () => whereOn(asking, "ClusterTrustBundleAttest", () => attestTrustBundle(asking, write)),
    () => whereOn(asking, "CertificateSubjectRestriction", () => restrictSubject(write)),
    () => whereOn(asking, "OwnerReferencesPermissionEnforcement", () => checkOwnerReferences(asking, write)),
  );
}

/** A deletion: NamespaceLifecycle and NodeRestriction alone look at it. */
export function admitDelete(asking: Asking, write: AdmissionWrite): Verdict {
  return inOrder(
    () => whereOn(asking, "NamespaceLifecycle", () => keepNamespace(write)),
    () => whereOn(asking, "NodeRestriction", () => restrictNode(asking, write)),
  );
}

/** Of plugins of which the server says nothing, `defaultPlugins` are on (pkg/kubeapiserver/options/plugins.go). */
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
  if (stored.state === "missing") {
    return { verdict: "answered", reason: `404: namespaces ${quoted(namespace)} not found` };
  }
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
