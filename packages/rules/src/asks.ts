import type { Scope } from "@authgraph/graph";
import type { Ask, Part } from "./power.ts";
import { inScope, listed, quotable } from "./wording.ts";

export const rbac: string = "rbac.authorization.k8s.io";
export const certificates: string = "certificates.k8s.io";
export const admission: string = "admissionregistration.k8s.io";

export const mutatingPolicies: string = "mutatingadmissionpolicies";
export const mutatingBindings: string = "mutatingadmissionpolicybindings";
export const webhooks: readonly string[] = ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"];

/** Verbs whose request names an object. list and watch do with `fieldSelector=metadata.name=…`. */
const namedVerbs: readonly string[] = [
  "get",
  "list",
  "watch",
  "update",
  "patch",
  "delete",
  "bind",
  "escalate",
  "impersonate",
  "approve",
  "sign",
  "use",
];

export function asks(verbs: string, apiGroup: string, ...resources: readonly string[]): readonly Ask[] {
  return resources.flatMap((text) => {
    const [resource = "", subresource = ""] = text.split("/");
    return verbs.split(" ").map((verb) => {
      // A subresource is always one of a named object.
      return { verb, apiGroup, resource, subresource, carriesName: subresource !== "" || namedVerbs.includes(verb) };
    });
  });
}

/**
 * Creation that a rule with `resourceNames` allows where it gives `patch` as well: a server-side apply of what is not
 * there asks for `create` with the name (k8s.io/apiserver pkg/endpoints/handlers/patch.go: forceAllowCreate).
 */
export function byApply(creations: readonly Ask[]): readonly Ask[] {
  return creations.map((ask) => ({ ...ask, byApply: true }));
}

/** Only `*` itself matches what is called `*`. */
export const everyVerb: Ask = { verb: "*", apiGroup: "*", resource: "*", subresource: "", carriesName: false };

/**
 * Requests whose answer holds the contents of a Secret. A patch returns the whole object, and so does a deletion that
 * waits for its dependents (`propagationPolicy`), or of a collection; as a dry run too. An update returns what was sent.
 */
export const returnSecretData: readonly Ask[] = asks("list get watch patch delete deletecollection", "", "secrets");
export const readSecrets: Part = { asks: returnSecretData };
export const strongRoles: readonly string[] = ["admin", "edit"];
/** Roles whose binding or change is as good as any. */
export const sharpRoles: readonly string[] = ["cluster-admin", ...strongRoles];

/**
 * A binding keeps its role, so that a right to write some bindings, by name, is one to the roles of those alone.
 */
export function writeBindings(resource: string, ofStrongRoles: readonly string[] = []): Part {
  return { ...writeNamedBindings(resource), sharpNames: ofStrongRoles };
}

export function writeNamedBindings(resource: string): Part {
  return { asks: asks("create update patch", rbac, resource), reach: "and the bindings to write them into" };
}

/** A new role gives nobody anything: binding it takes the rights in it, or another right. */
export function writeNamedRoles(resource: string): Part {
  return { asks: asks("update patch", rbac, resource), reach: "and writing the role" };
}

export const changeRoles: Part = { ...writeNamedRoles("clusterroles"), sharpNames: sharpRoles };

export const approval: Part = {
  asks: asks("update patch", certificates, "certificatesigningrequests/approval"),
  reach: "the approval of requests",
};

/** Before 1.35 the websocket form of exec, a GET, is covered by `get` alone (AuthorizePodWebsocketUpgradeCreatePermission). */
export const websocketNeedsCreateSince: number = 35;

/** What a request to enter a pod, or to connect to it, can be. */
export function entryVerbs(minorNumber: number): string {
  return minorNumber < websocketNeedsCreateSince ? "create get" : "create";
}

/**
 * Writing what pods are made from. A Job is created only: its template cannot be changed (pkg/apis/batch/validation:
 * validatePodTemplateUpdate).
 */
export function workloadWrites(createJobs: readonly Ask[]): readonly Ask[] {
  return [
    ...asks("create update patch", "apps", "deployments", "daemonsets", "statefulsets", "replicasets"),
    ...asks("create update patch", "batch", "cronjobs"),
    ...createJobs,
    ...asks("create update patch", "", "replicationcontrollers"),
  ];
}

export const createJobs: readonly Ask[] = asks("create", "batch", "jobs");

/** Served and on by default (`MutatingAdmissionPolicy`, `admissionregistration.k8s.io/v1`). */
export const mutatingPoliciesSince: number = 36;

/** Security contexts that OpenShift ships and that allow root or any file of the node. */
export const privilegedSecurityContexts: readonly string[] = ["privileged", "hostmount-anyuid", "node-exporter"];
export function clusterRoles(names: readonly string[]): string {
  return `ClusterRole ${listed(names.map((name) => quotable(name)))}`;
}

export function bindToItself(scope: Scope, names: readonly string[]): string {
  return `bind ${clusterRoles(names)} to itself in ${scope.kind === "cluster" ? "the whole cluster" : inScope(scope).slice(3)}`;
}

/** The right is asked for the signer's name, or for its domain and `/*` (plugin/pkg/admission/certificates/util.go). */
const anyKubernetesSigner: string = "kubernetes.io/*";
export const clientSigners: readonly string[] = ["kubernetes.io/kube-apiserver-client", anyKubernetesSigner];
export const nodeClientSigner: string = "kubernetes.io/kube-apiserver-client-kubelet";
export const kubernetesSigners: readonly string[] = [
  ...clientSigners,
  nodeClientSigner,
  "kubernetes.io/kubelet-serving",
  "kubernetes.io/legacy-unknown",
];
