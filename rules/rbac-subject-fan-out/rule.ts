import {
  appliedNamespace,
  type BoundHolder,
  boundHolders,
  type Check,
  fitTitle,
  hop,
  listed,
  quotable,
  type Risk,
  subjectHop,
} from "@authgraph/rules";

const score = 0.1;

export const check: Check = function* (context, parameter) {
  const rolesOf = new Map<string, BoundHolder[]>();
  const subjectsIn = new Map<string, Map<string, BoundHolder>>();
  for (const bound of boundHolders(context, ["service-account", "user", "group", "nodes"])) {
    if (bound.binding.isShipped(bound.subject)) continue;
    const { namespace, object } = bound.binding.entry;
    append(rolesOf, bound.holder.key, bound);
    if (object.kind !== "RoleBinding" || namespace === appliedNamespace) continue;
    const subjects = subjectsIn.get(namespace) ?? new Map<string, BoundHolder>();
    if (!subjects.has(bound.holder.key)) subjects.set(bound.holder.key, bound);
    subjectsIn.set(namespace, subjects);
  }
  for (const bounds of rolesOf.values()) {
    const roles = new Set(bounds.map(roleOf));
    if (roles.size >= parameter("roles")) yield* manyRolesRisk(bounds, [...roles]);
  }
  for (const [namespace, subjects] of subjectsIn) {
    if (subjects.size >= parameter("subjects")) yield* manySubjectsRisk(namespace, [...subjects.values()]);
  }
};

function roleOf({ binding }: BoundHolder): string {
  const { kind, name } = binding.entry.object.roleRef;
  return `${kind.value} ${quotable(name.value)}`;
}

function* manyRolesRisk([first]: readonly BoundHolder[], roles: readonly string[]): Iterable<Risk> {
  if (first === undefined) return;
  const { holder, subject } = first;
  const place = subjectHop(holder, subject, 1);
  yield {
    ruleId: "rbac-subject-fan-out",
    title: fitTitle(`${holder.name} is bound to ${roles.length} roles: ${listed(roles, 2)}`),
    score,
    confidence: "certain",
    place,
    hops: [place],
    notes: [],
    remedies: [{ text: "give one role to one purpose: fewer roles with what is needed", edits: [] }],
    identity: { subject: holder.identity, object: "roles" },
    cause: `${holder.key} has many roles`,
    also: `${holder.name} has ${roles.length} roles`,
  };
}

function* manySubjectsRisk(namespace: string, bounds: readonly BoundHolder[]): Iterable<Risk> {
  const [first] = bounds;
  if (first === undefined) return;
  const place = hop(first.binding.entry.object.meta.name.origin, "one of its bindings", 1);
  yield {
    ruleId: "rbac-subject-fan-out",
    title: fitTitle(
      `${bounds.length} subjects have rights in namespace ${quotable(namespace)}: ${listed(
        bounds.map(({ holder }) => holder.name),
        2,
      )}`,
    ),
    score,
    confidence: "certain",
    place,
    hops: [place],
    notes: [],
    remedies: [{ text: "bind a group in place of single subjects", edits: [] }],
    identity: { subject: `Namespace ${namespace}`, object: "subjects" },
    cause: `${namespace} has many subjects`,
    also: `${bounds.length} subjects have rights in ${quotable(namespace)}`,
  };
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
