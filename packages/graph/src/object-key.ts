import type { KubernetesObject, RoleRef } from "@authgraph/kubernetes";
import type { ObjectKey } from "./types.ts";

const rbacGroup = "rbac.authorization.k8s.io";
/** OpenShift stores objects of its own group as RBAC's. */
const openShiftRbacGroup = "authorization.openshift.io";

/** What makes two definitions the same object. The version is no part of it, nor is a namespace of a cluster-scoped kind. */
export function objectKey(object: KubernetesObject, namespace: string): ObjectKey {
  const group = groupOf(object.apiVersion);
  const kind = object.kind === "Workload" ? object.resourceKind : object.kind;
  return `${group === openShiftRbacGroup ? rbacGroup : group}/${kind}/${namespace}/${object.meta.name.value}`;
}

/** The key of the role that a binding in this namespace (`""`: cluster-wide) refers to. */
export function roleKey({ kind, name }: RoleRef, bindingNamespace: string): ObjectKey {
  return `${rbacGroup}/${kind.value}/${kind.value === "Role" ? bindingNamespace : ""}/${name.value}`;
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf("/");
  return slash < 0 ? "" : apiVersion.slice(0, slash);
}
