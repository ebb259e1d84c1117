import type { PolicyRule } from "@authgraph/kubernetes";

/**
 * Resources without a namespace, by group, as 1.30 to 1.37 serve them, and those that exist as questions only.
 *
 * A request for one carries no namespace, so a RoleBinding never gives it. Not here: `namespaces`, whose requests carry
 * their own name as the namespace.
 */
const clusterScoped: Readonly<Record<string, readonly string[]>> = {
  "": ["nodes", "persistentvolumes", "componentstatuses", "users", "groups"],
  "admissionregistration.k8s.io": [
    "mutatingadmissionpolicies",
    "mutatingadmissionpolicybindings",
    "mutatingwebhookconfigurations",
    "validatingadmissionpolicies",
    "validatingadmissionpolicybindings",
    "validatingwebhookconfigurations",
  ],
  "apiextensions.k8s.io": ["customresourcedefinitions"],
  "apiregistration.k8s.io": ["apiservices"],
  "authentication.k8s.io": ["selfsubjectreviews", "tokenreviews", "uids", "userextras", "users", "groups"],
  "authorization.k8s.io": ["selfsubjectaccessreviews", "selfsubjectrulesreviews", "subjectaccessreviews"],
  "certificates.k8s.io": ["certificatesigningrequests", "clustertrustbundles", "signers"],
  "flowcontrol.apiserver.k8s.io": ["flowschemas", "prioritylevelconfigurations"],
  "networking.k8s.io": ["ingressclasses", "ipaddresses", "servicecidrs"],
  "node.k8s.io": ["runtimeclasses"],
  "rbac.authorization.k8s.io": ["clusterroles", "clusterrolebindings"],
  "resource.k8s.io": ["deviceclasses", "resourceslices", "devicetaintrules"],
  "scheduling.k8s.io": ["priorityclasses"],
  "storage.k8s.io": ["csidrivers", "csinodes", "storageclasses", "volumeattachments", "volumeattributesclasses"],
};

/** Whether a RoleBinding can give this resource of a rule. */
export function isNamespaced({ apiGroups }: PolicyRule, { value }: PolicyRule["resources"][number]): boolean {
  const parent = value.split("/")[0] ?? value;
  return !apiGroups.every((group) => clusterScoped[group.value]?.includes(parent) === true);
}

/** Whether there is one of each name in a cluster, `namespaces` among them. */
export function isOfNoNamespace({
  apiGroup,
  resource,
}: {
  readonly apiGroup: string;
  readonly resource: string;
}): boolean {
  return (apiGroup === "" && resource === "namespaces") || clusterScoped[apiGroup]?.includes(resource) === true;
}
