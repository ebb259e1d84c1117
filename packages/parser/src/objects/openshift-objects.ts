import type { AccessBinding, RoleRef, Subject } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import type { NodeId } from "../reader/tree.ts";
import type { ObjectBasis } from "./access-objects.ts";
import { type FieldError, required } from "./field-error.ts";
import { field, itemsOf, type ObjectView, origin, type Place, place, text, texts, writtenText } from "./object-view.ts";

/**
 * A binding of authorization.openshift.io, as OpenShift's server turns it into one of RBAC
 * (openshift-apiserver pkg/authorization/apis/authorization/rbacconversion): `userNames` and `groupNames`, where there
 * are any, replace `subjects`; a reference without a namespace is to a ClusterRole.
 */
export function decodeOpenshiftBinding(
  view: ObjectView,
  root: NodeId,
  basis: ObjectBasis,
  kind: "RoleBinding" | "ClusterRoleBinding",
): AccessBinding {
  const users = texts(view, field(view, root, "userNames"));
  const groups = texts(view, field(view, root, "groupNames"));
  const subjects =
    users.length + groups.length > 0
      ? [...users.map(userSubject), ...groups.map(groupSubject)]
      : referencedSubjects(view, field(view, root, "subjects"));
  return { kind, ...basis, roleRef: decodeRoleRef(view, field(view, root, "roleRef")), subjects };
}

export function openshiftBindingErrors(view: ObjectView, root: NodeId, objectPlace: Place): readonly FieldError[] {
  const roleRef = field(view, root, "roleRef");
  if (text(view, field(view, roleRef, "name")) !== "") return [];
  return [required("roleRef.name", roleRef === 0 ? objectPlace : place(view, roleRef))];
}

const serviceAccountUser = /^system:serviceaccount:([^:]+):([^:]+)$/;

function userSubject(user: Located<string>): Subject {
  const [, namespace, name] = serviceAccountUser.exec(user.value) ?? [];
  if (namespace === undefined || name === undefined) return { kind: "User", origin: user.origin, name: user };
  return {
    kind: "ServiceAccount",
    origin: user.origin,
    name: { value: name, origin: user.origin },
    namespace: { value: namespace, origin: user.origin },
  };
}

function groupSubject(group: Located<string>): Subject {
  return { kind: "Group", origin: group.origin, name: group };
}

function referencedSubjects(view: ObjectView, list: NodeId): readonly Subject[] {
  const subjects: Subject[] = [];
  for (const reference of itemsOf(view, list)) {
    const name = writtenText(view, field(view, reference, "name"));
    if (name === undefined) continue;
    const at = origin(view, reference);
    switch (text(view, field(view, reference, "kind"))) {
      case "ServiceAccount": {
        const namespace = writtenText(view, field(view, reference, "namespace"));
        subjects.push({ kind: "ServiceAccount", origin: at, name, namespace });
        break;
      }
      case "User":
      case "SystemUser":
        subjects.push({ ...userSubject(name), origin: at });
        break;
      case "Group":
      case "SystemGroup":
        subjects.push({ kind: "Group", origin: at, name });
        break;
      default:
    }
  }
  return subjects;
}

function decodeRoleRef(view: ObjectView, roleRef: NodeId): RoleRef {
  const namespace = field(view, roleRef, "namespace");
  const isRole = text(view, namespace) !== "" || text(view, field(view, roleRef, "kind")) === "Role";
  const kind = field(view, roleRef, "kind");
  const at = origin(view, roleRef);
  return {
    origin: at,
    kind: { value: isRole ? "Role" : "ClusterRole", origin: kind === 0 ? at : origin(view, kind) },
    name: writtenText(view, field(view, roleRef, "name")) ?? { value: "", origin: at },
  };
}
