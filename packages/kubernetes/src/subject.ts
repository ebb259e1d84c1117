import { type Identity, serviceAccountUserName } from "./identity.ts";
import type { Subject } from "./objects.ts";

/**
 * Whether a binding's subject is this identity (pkg/registry/rbac/validation/rule.go: appliesToUser).
 *
 * `bindingNamespace` is the namespace of the RoleBinding, `""` for a ClusterRoleBinding. It completes a ServiceAccount
 * subject that names none; in a ClusterRoleBinding such a subject matches nobody.
 */
export function subjectMatches(subject: Subject, identity: Identity, bindingNamespace: string): boolean {
  switch (subject.kind) {
    case "User":
      return identity.user === subject.name.value;
    case "Group":
      return identity.groups.includes(subject.name.value);
    case "ServiceAccount": {
      const user = subjectUserName(subject, bindingNamespace);
      return user !== undefined && identity.user === user;
    }
  }
}

/** What to index subjects by: equal keys match the same identities. */
export type SubjectKey = `User ${string}` | `Group ${string}`;

/** The key of a subject; undefined where it can never match. A service account's is that of its user name. */
export function subjectKey(subject: Subject, bindingNamespace: string): SubjectKey | undefined {
  if (subject.kind === "Group") return groupKey(subject.name.value);
  const user = subjectUserName(subject, bindingNamespace);
  return user === undefined ? undefined : userKey(user);
}

export function userKey(user: string): SubjectKey {
  return `User ${user}`;
}

export function groupKey(group: string): SubjectKey {
  return `Group ${group}`;
}

/** The keys under which subjects that match this identity stand: its user first, then its groups in order. */
export function identityKeys(identity: Identity): readonly SubjectKey[] {
  const keys = [userKey(identity.user)];
  for (const group of identity.groups) keys.push(groupKey(group));
  return keys;
}

/** The user name that a User or ServiceAccount subject matches. */
function subjectUserName(subject: Exclude<Subject, { kind: "Group" }>, bindingNamespace: string): string | undefined {
  if (subject.kind === "User") return subject.name.value;
  const written = subject.namespace?.value ?? "";
  const namespace = written === "" ? bindingNamespace : written;
  return namespace === "" ? undefined : serviceAccountUserName(namespace, subject.name.value);
}
