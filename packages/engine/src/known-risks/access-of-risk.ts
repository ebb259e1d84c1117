import {
  type Access,
  type AccessGraph,
  accessOf,
  type Grant,
  grantsIfBound,
  type ResolvedBinding,
} from "@authgraph/graph";
import { type SubjectKey, serviceAccountUserName, subjectKey, userKey } from "@authgraph/kubernetes";
import type { RiskIdentity } from "@authgraph/rules";

/**
 * What a risk is about, as far as it is access: what a binding gives its subject, through every definition of both; else
 * what a role gives whoever is bound to it; else all that its subject holds. Nothing for settings.
 *
 * A binding that Kubernetes ships counts for nothing, as with every risk: it is nobody's doing.
 */
export function accessOfRisk(graph: AccessGraph, identity: RiskIdentity): readonly Access[] {
  return accessOf(grantsOfRisk(graph, identity));
}

/** The grants behind it. */
export function* grantsOfRisk(graph: AccessGraph, { subject, object }: RiskIdentity): Iterable<Grant> {
  const key = keyOfIdentity(subject);
  if (isRoleItself({ subject, object })) yield* ofRole(graph, object);
  else if (key !== undefined) {
    yield* written(isBindingKey(object) ? throughBindings(graph, object, key) : graph.grantsOf(key));
  }
}

/** Whether a risk's binding still names its subject. */
export function hasBinding(graph: AccessGraph, { subject, object }: RiskIdentity): boolean {
  const key = keyOfIdentity(subject);
  return (bindingsByKey(graph).get(object) ?? []).some(({ entry }) =>
    entry.object.subjects.some((one) => subjectKey(one, entry.namespace) === key),
  );
}

function* written(grants: Iterable<Grant>): Iterable<Grant> {
  for (const grant of grants) if (!grant.shipped) yield grant;
}

/** The key in the graph of whom the identity of a risk speaks of; undefined where that is nobody who could hold access. */
export function keyOfIdentity(subject: string): SubjectKey | undefined {
  const account = /^ServiceAccount ([^/]*)\/(.*)$/s.exec(subject);
  if (account !== null) return userKey(serviceAccountUserName(account[1] ?? "", account[2] ?? ""));
  return isUserOrGroup(subject) ? subject : undefined;
}

function isUserOrGroup(subject: string): subject is SubjectKey {
  return subject.startsWith("User ") || subject.startsWith("Group ");
}

/** Whether a key is that of a binding. */
export function isBindingKey(object: string): boolean {
  const [, kind] = object.split("/", 2);
  return kind === "ClusterRoleBinding" || kind === "RoleBinding";
}

const bindingsOfGraphs = new WeakMap<AccessGraph, ReadonlyMap<string, readonly ResolvedBinding[]>>();

function bindingsByKey(graph: AccessGraph): ReadonlyMap<string, readonly ResolvedBinding[]> {
  const known = bindingsOfGraphs.get(graph);
  if (known !== undefined) return known;
  const byKey = new Map<string, ResolvedBinding[]>();
  for (const binding of graph.bindings) {
    const same = byKey.get(binding.entry.key);
    if (same === undefined) byKey.set(binding.entry.key, [binding]);
    else same.push(binding);
  }
  bindingsOfGraphs.set(graph, byKey);
  return byKey;
}

function* throughBindings(graph: AccessGraph, object: string, key: SubjectKey): Iterable<Grant> {
  for (const binding of bindingsByKey(graph).get(object) ?? []) {
    const { object, namespace } = binding.entry;
    for (const subject of object.subjects) {
      if (subjectKey(subject, namespace) === key) yield* graph.grantsThrough(binding, subject);
    }
  }
}

/** `ClusterRole reader` with the key of that role: the risk is what it would give. */
export function isRoleItself({ subject, object }: RiskIdentity): boolean {
  const [, kind, , name] = object.split("/");
  return (kind === "Role" || kind === "ClusterRole") && subject === `${kind} ${name}`;
}

function* ofRole({ inventory, effectiveRole }: AccessGraph, key: string): Iterable<Grant> {
  for (const entry of inventory.roles.get(key) ?? []) {
    const role = effectiveRole(entry);
    for (const grant of grantsIfBound(role)) if (!role.isShipped(grant.rule)) yield grant;
  }
}
