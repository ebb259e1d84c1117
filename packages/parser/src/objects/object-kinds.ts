import type { KubernetesObject } from "@authgraph/kubernetes";
import type { NodeId } from "../reader/tree.ts";
import { decodeBinding, decodeRole, type ObjectBasis } from "./access-objects.ts";
import { bindingErrors, roleErrors } from "./access-validation.ts";
import { decodeAdmissionWebhooks, decodeApiService } from "./admission-objects.ts";
import {
  decodeCertificateSigningRequest,
  decodeNamespace,
  decodeSecret,
  decodeServiceAccount,
  decodeUserGroup,
  namespaceErrors,
  secretErrors,
} from "./core-objects.ts";
import type { FieldError } from "./field-error.ts";
import type { GoStruct } from "./go-types.ts";
import type { Scope } from "./metadata.ts";
import { labelNameProblems, type NameCheck, pathSegmentProblems, subdomainProblems } from "./names.ts";
import {
  decodePersistentVolume,
  decodePodCertificateRequest,
  decodeResourceSlice,
  decodeVolumeAttachment,
} from "./node-objects.ts";
import * as types from "./object-types.ts";
import type { ObjectView, Place } from "./object-view.ts";
import { decodeOpenshiftBinding, openshiftBindingErrors } from "./openshift-objects.ts";
import { decodeWorkload } from "./workloads.ts";

/** How objects of one kind are read. */
export interface ObjectKind {
  readonly kind: string;
  readonly apiVersion: string;
  readonly type: GoStruct;
  readonly scope: Scope;
  readonly nameProblems: NameCheck;
  /** Access is granted by it or to it: what is hidden in it matters. */
  readonly ofAccess: boolean;
  /** A field the server does not know is worth a word: it is likely to be a rule that does not hold. */
  readonly reportsUnknownFields: boolean;
  readonly errors: (view: ObjectView, root: NodeId, objectPlace: Place) => readonly FieldError[];
  readonly decode: (view: ObjectView, root: NodeId, basis: ObjectBasis) => KubernetesObject;
}

const rbac = "rbac.authorization.k8s.io/v1";
const openshift = "authorization.openshift.io/v1";

const accessKind = { nameProblems: pathSegmentProblems, ofAccess: true, reportsUnknownFields: true } as const;
const coreKind = { apiVersion: "v1", nameProblems: subdomainProblems, reportsUnknownFields: false } as const;
const noErrors = (): readonly FieldError[] => [];

function roleKind(apiVersion: string, kind: "Role" | "ClusterRole", type: GoStruct): ObjectKind {
  return {
    ...accessKind,
    kind,
    apiVersion,
    type,
    scope: kind === "Role" ? "namespaced" : "cluster",
    errors: (view, root) => roleErrors(view, root, kind),
    decode: (view, root, basis) => decodeRole(view, root, basis, kind),
  };
}

function bindingKind(kind: "RoleBinding" | "ClusterRoleBinding", type: GoStruct): ObjectKind {
  return {
    ...accessKind,
    kind,
    apiVersion: rbac,
    type,
    scope: kind === "RoleBinding" ? "namespaced" : "cluster",
    errors: (view, root, objectPlace) => bindingErrors(view, root, kind, objectPlace),
    decode: (view, root, basis) => decodeBinding(view, root, basis, kind),
  };
}

function openshiftBindingKind(kind: "RoleBinding" | "ClusterRoleBinding", type: GoStruct): ObjectKind {
  return {
    ...bindingKind(kind, type),
    apiVersion: openshift,
    errors: openshiftBindingErrors,
    decode: (view, root, basis) => decodeOpenshiftBinding(view, root, basis, kind),
  };
}

function workloadKind(apiVersion: string, kind: string, type: GoStruct): ObjectKind {
  return {
    kind,
    apiVersion,
    type,
    scope: "namespaced",
    nameProblems: subdomainProblems,
    ofAccess: false,
    reportsUnknownFields: false,
    errors: noErrors,
    decode: (view, root, basis) => decodeWorkload(view, root, basis, kind),
  };
}

/** Objects that tie other objects to nodes: the Node authorizer goes by them. */
function nodeKind(
  apiVersion: string,
  kind: string,
  scope: Scope,
  decode: ObjectKind["decode"],
  type: GoStruct = types.nodeObject(kind),
): ObjectKind {
  const nameProblems = subdomainProblems;
  return {
    kind,
    apiVersion,
    type,
    scope,
    nameProblems,
    ofAccess: false,
    reportsUnknownFields: false,
    errors: noErrors,
    decode,
  };
}

/** Objects that put somebody else between the API server and what it stores or serves. */
function betweenKind(
  apiVersion: string,
  kind: string,
  nameProblems: NameCheck,
  type: GoStruct,
  decode: ObjectKind["decode"],
): ObjectKind {
  const scope = "cluster";
  return {
    kind,
    apiVersion,
    type,
    scope,
    nameProblems,
    ofAccess: false,
    reportsUnknownFields: false,
    errors: noErrors,
    decode,
  };
}

function admissionKind(kind: "ValidatingWebhook" | "MutatingWebhook"): ObjectKind {
  const whole = `${kind}Configuration` as const;
  const type = types.admissionWebhooks(kind);
  return betweenKind("admissionregistration.k8s.io/v1", whole, subdomainProblems, type, (view, root, basis) =>
    decodeAdmissionWebhooks(view, root, basis, whole),
  );
}

/**
 * Workloads by API version, the old ones of `extensions` and the betas as well: no server of today accepts those, but
 * all that follows from a workload is that somebody means to run it, and as whom.
 */
const workloadKinds: Readonly<Record<string, readonly string[]>> = {
  v1: ["ReplicationController"],
  "apps/v1": ["Deployment", "ReplicaSet", "StatefulSet", "DaemonSet"],
  "apps/v1beta1": ["Deployment", "StatefulSet"],
  "apps/v1beta2": ["Deployment", "ReplicaSet", "StatefulSet", "DaemonSet"],
  "extensions/v1beta1": ["Deployment", "ReplicaSet", "DaemonSet"],
  "batch/v1": ["Job"],
  "apps.openshift.io/v1": ["DeploymentConfig"],
};

const objectKinds: readonly ObjectKind[] = [
  roleKind(rbac, "Role", types.role),
  roleKind(rbac, "ClusterRole", types.clusterRole),
  bindingKind("RoleBinding", types.roleBinding),
  bindingKind("ClusterRoleBinding", types.clusterRoleBinding),
  roleKind(openshift, "Role", types.openshiftRole),
  roleKind(openshift, "ClusterRole", types.openshiftClusterRole),
  openshiftBindingKind("RoleBinding", types.openshiftRoleBinding),
  openshiftBindingKind("ClusterRoleBinding", types.openshiftClusterRoleBinding),
  {
    ...accessKind,
    kind: "Group",
    apiVersion: "user.openshift.io/v1",
    type: types.userGroup,
    scope: "cluster",
    errors: noErrors,
    decode: decodeUserGroup,
  },
  {
    ...coreKind,
    kind: "ServiceAccount",
    type: types.serviceAccount,
    scope: "namespaced",
    ofAccess: true,
    errors: noErrors,
    decode: decodeServiceAccount,
  },
  {
    ...coreKind,
    kind: "Secret",
    type: types.secret,
    scope: "namespaced",
    ofAccess: true,
    errors: secretErrors,
    decode: decodeSecret,
  },
  {
    ...coreKind,
    kind: "Namespace",
    type: types.namespace,
    scope: "cluster",
    nameProblems: labelNameProblems,
    ofAccess: false,
    errors: namespaceErrors,
    decode: decodeNamespace,
  },
  {
    kind: "CertificateSigningRequest",
    apiVersion: "certificates.k8s.io/v1",
    type: types.certificateSigningRequest,
    scope: "cluster",
    nameProblems: pathSegmentProblems,
    ofAccess: false,
    reportsUnknownFields: false,
    errors: noErrors,
    decode: decodeCertificateSigningRequest,
  },
  admissionKind("ValidatingWebhook"),
  admissionKind("MutatingWebhook"),
  betweenKind("apiregistration.k8s.io/v1", "APIService", pathSegmentProblems, types.apiService, decodeApiService),
  nodeKind("v1", "PersistentVolume", "cluster", decodePersistentVolume, types.persistentVolume),
  nodeKind("storage.k8s.io/v1", "VolumeAttachment", "cluster", decodeVolumeAttachment),
  ...["v1", "v1beta2", "v1beta1", "v1alpha3", "v1alpha2"].map((version) =>
    nodeKind(`resource.k8s.io/${version}`, "ResourceSlice", "cluster", decodeResourceSlice),
  ),
  ...["v1", "v1beta1", "v1alpha1"].map((version) =>
    nodeKind(`certificates.k8s.io/${version}`, "PodCertificateRequest", "namespaced", decodePodCertificateRequest),
  ),
  workloadKind("v1", "Pod", types.pod),
  workloadKind("v1", "PodTemplate", types.podTemplate),
  workloadKind("batch/v1", "CronJob", types.cronJob),
  workloadKind("batch/v1beta1", "CronJob", types.cronJob),
  ...Object.entries(workloadKinds).flatMap(([apiVersion, kinds]) =>
    kinds.map((kind) => workloadKind(apiVersion, kind, types.templatedWorkload(kind))),
  ),
];

const byVersionAndKind = new Map<string, Map<string, ObjectKind>>();
for (const known of objectKinds) {
  const kinds = byVersionAndKind.get(known.apiVersion) ?? new Map<string, ObjectKind>();
  kinds.set(known.kind, known);
  byVersionAndKind.set(known.apiVersion, kinds);
}

/** How objects of this kind are read; undefined for kinds that access does not depend on. */
export function objectKind(apiVersion: string, kind: string): ObjectKind | undefined {
  return byVersionAndKind.get(apiVersion)?.get(kind);
}
