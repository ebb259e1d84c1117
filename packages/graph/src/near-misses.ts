import {
  type AccessRole,
  type Attributes,
  apiGroupMatches,
  type Identity,
  identityKeys,
  nonResourceUrlMatches,
  type PolicyRule,
  parseServiceAccountUserName,
  type ResourceAttributes,
  resourceMatches,
  resourceNameMatches,
  type Subject,
  verbMatches,
} from "@authgraph/kubernetes";
import { type Change, exactRule, proposedBinding, proposedRole, proposedSubject, type RuleList } from "./change.ts";
import { objectKey, roleKey } from "./object-key.ts";
import { ruleKey } from "./rule-key.ts";
import type { AccessGraph, Grant, ResolvedBinding } from "./types.ts";

/** What kept a grant from allowing; in the order in which people want to hear of them. */
const kinds = ["namespace", "group", "subresource", "name", "verb", "path", "missing-role"] as const;
export type NearMissKind = (typeof kinds)[number];

/** Something that would have allowed what was asked but for one thing. */
export interface NearMiss {
  readonly kind: NearMissKind;
  readonly binding: ResolvedBinding;
  readonly subject: Subject;
  /** Undefined where the role is missing. */
  readonly grant: Grant | undefined;
  /** The smallest change that would allow it. */
  readonly change: Change;
}

/**
 * What came nearest to allowing what was denied, nearest first.
 *
 * Nothing where RBAC is not asked, or where definitions of the same object disagree: no single change settles that.
 */
export function nearMisses(graph: AccessGraph, identity: Identity, attributes: Attributes): readonly NearMiss[] {
  if (!everyServerAsksRbac(graph)) return [];
  const found = new Map<string, NearMiss>();
  for (const key of new Set(identityKeys(identity))) {
    for (const grant of graph.grantsOf(key)) {
      const miss = missOf(graph, grant, identity, attributes);
      if (miss !== undefined) keepFirst(found, miss);
    }
  }
  for (const miss of missingRoles(graph, identity, attributes)) keepFirst(found, miss);
  return [...found.values()].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

/** What would allow it without touching anything there is: a role for that alone, bound to that identity alone. */
export function smallestGrant(graph: AccessGraph, identity: Identity, attributes: Attributes): Change | undefined {
  if (attributes.verb === "" || !everyServerAsksRbac(graph)) return undefined;
  const namespace = attributes.kind === "resource" ? attributes.namespace : "";
  const rule = exactRule(attributes);
  const what = attributes.kind === "resource" ? attributes.resource : attributes.path;
  return roleAndBinding(graph, `${attributes.verb}-${what}`, namespace, rule, subjectFor(identity));
}

function everyServerAsksRbac({ apiServers }: AccessGraph): boolean {
  return apiServers.every(
    ({ authorization: { value } }) => value.known && value.modes.some(({ value: mode }) => mode === "RBAC"),
  );
}

/** Two ways to the same rule of the same role are one thing to change. */
function keepFirst(found: Map<string, NearMiss>, miss: NearMiss): void {
  const { kind, binding, grant } = miss;
  const isOfRule = grant !== undefined && kind !== "namespace";
  const what = isOfRule ? `${grant.role.entry.key} ${ruleKey(grant.rule)}` : binding.entry.key;
  const key = `${kind} ${what}`;
  if (!found.has(key)) found.set(key, miss);
}

function missOf(graph: AccessGraph, grant: Grant, identity: Identity, attributes: Attributes): NearMiss | undefined {
  const { binding, subject, confidence } = grant;
  if (confidence !== "certain" || binding.resolution.outcome !== "found") return undefined;
  if (graph.variantsOf(binding).length > 1) return undefined;
  const kind = attributes.kind === "resource" ? resourceMiss(grant, attributes) : pathMiss(grant, attributes);
  if (kind === undefined) return undefined;
  const change =
    kind === "namespace"
      ? otherNamespace(graph, grant, identity, attributes)
      : otherRule(graph, grant, kind, identity, attributes);
  return { kind, binding, subject, grant, change };
}

/** The one thing that does not match; undefined where it is more than one, or nothing near. */
function resourceMiss({ rule, scope }: Grant, attributes: ResourceAttributes): NearMissKind | undefined {
  const { verb, apiGroup, resource, subresource, namespace, name } = attributes;
  const missed: NearMissKind[] = [];
  if (scope.kind === "namespace" && scope.namespace !== namespace) missed.push("namespace");
  if (!apiGroupMatches(rule.apiGroups, apiGroup)) missed.push("group");
  if (!resourceMatches(rule.resources, resource, subresource)) {
    if (!holdsSibling(rule, resource)) return undefined;
    missed.push("subresource");
  }
  if (!resourceNameMatches(rule.resourceNames, name)) missed.push("name");
  if (!verbMatches(rule.verbs, verb)) missed.push("verb");
  return missed.length === 1 ? missed[0] : undefined;
}

/** Whether a rule covers the resource itself or a subresource of it. */
function holdsSibling({ resources }: PolicyRule, resource: string): boolean {
  return resources.some(({ value }) => value === resource || value.startsWith(`${resource}/`));
}

function pathMiss(
  { rule, scope }: Grant,
  { verb, path }: Extract<Attributes, { kind: "non-resource" }>,
): NearMissKind | undefined {
  const missed: NearMissKind[] = [];
  // Requests for paths have no namespace: RoleBindings are never asked.
  if (scope.kind === "namespace") missed.push("namespace");
  if (!nonResourceUrlMatches(rule.nonResourceURLs, path)) {
    if (!rule.nonResourceURLs.some(({ value }) => isNearPath(value, path))) return undefined;
    missed.push("path");
  }
  if (!verbMatches(rule.verbs, verb)) missed.push("verb");
  return missed.length === 1 ? missed[0] : undefined;
}

/** A slash at the end, another case, or a path below one that is allowed. */
function isNearPath(written: string, path: string): boolean {
  const bare = (text: string): string => text.replace(/[/*]+$/, "").toLowerCase();
  return bare(written) === bare(path) || (bare(written) !== "" && bare(path).startsWith(`${bare(written)}/`));
}

function* missingRoles(graph: AccessGraph, identity: Identity, attributes: Attributes): Iterable<NearMiss> {
  const namespaces = attributes.kind === "resource" && attributes.namespace !== "" ? ["", attributes.namespace] : [""];
  for (const key of new Set(identityKeys(identity))) {
    for (const namespace of namespaces) {
      for (const { binding, subject } of graph.boundTo(key, namespace)) {
        if (binding.resolution.outcome !== "missing" || graph.variantsOf(binding).length > 1) continue;
        const { kind, name } = binding.entry.object.roleRef;
        const role = proposedRole(name.value, kind.value === "Role" ? namespace : "", exactRule(attributes));
        yield {
          kind: "missing-role",
          binding,
          subject,
          grant: undefined,
          change: { change: "create", objects: [role] },
        };
      }
    }
  }
}

/**
 * The same role where it is asked for, for this identity alone; a Role cannot be bound elsewhere, so what is needed of
 * it is written anew.
 */
function otherNamespace(
  graph: AccessGraph,
  { binding, role }: Grant,
  identity: Identity,
  attributes: Attributes,
): Change {
  const namespace = attributes.kind === "resource" ? attributes.namespace : "";
  const { kind, meta } = role.entry.object;
  const name = binding.entry.object.meta.name.value;
  const subject = subjectFor(identity);
  if (kind === "Role") return roleAndBinding(graph, meta.name.value, namespace, exactRule(attributes), subject);
  const free = freeName(graph, name, (candidate) =>
    proposedBinding(candidate, namespace, { kind, name: meta.name.value }, subject),
  );
  return { change: "create", objects: [free] };
}

/** What a rule lacks, in the rule where that gives nothing else, in a rule of its own where it would. */
function otherRule(
  graph: AccessGraph,
  grant: Grant,
  kind: NearMissKind,
  identity: Identity,
  attributes: Attributes,
): Change {
  const { role, rule } = grant;
  if (!isEditable(graph, grant)) {
    const namespace = attributes.kind === "resource" ? attributes.namespace : "";
    const name = `${role.entry.object.meta.name.value}-${attributes.verb}`;
    return roleAndBinding(graph, name, namespace, exactRule(attributes), subjectFor(identity));
  }
  const list = listOf(kind);
  const needed = exactRule(attributes);
  const value = list === undefined ? undefined : needed[list][0]?.value;
  return list !== undefined && value !== undefined && givesNothingElse(rule, list, needed)
    ? { change: "extend-rule", role: role.entry, rule, list, value }
    : { change: "add-rule", role: role.entry, rule: needed };
}

/**
 * Whether a change of the role would reach the binding: its rules are its own, nobody ships it (the server puts such
 * roles back as they were), and no other definition of it stands beside.
 */
function isEditable({ inventory }: AccessGraph, { role, rule }: Grant): boolean {
  const { entry } = role;
  if (entry.path === undefined || role.asShipped !== "none") return false;
  if (!entry.object.rules.includes(rule)) return false;
  return inventory.roles.get(entry.key)?.length === 1;
}

function listOf(kind: NearMissKind): RuleList | undefined {
  switch (kind) {
    case "group":
      return "apiGroups";
    case "subresource":
      return "resources";
    case "name":
      return "resourceNames";
    case "verb":
      return "verbs";
    case "path":
      return "nonResourceURLs";
    case "namespace":
    case "missing-role":
      return undefined;
  }
}

const lists: readonly RuleList[] = ["verbs", "apiGroups", "resources", "resourceNames", "nonResourceURLs"];

/** Every list of a rule combines with every other: one more value gives no more than asked only if these hold just that. */
function givesNothingElse(rule: PolicyRule, list: RuleList, needed: PolicyRule): boolean {
  return lists.every((other) => {
    const holds = rule[other].map(({ value }) => value);
    const wanted = needed[other].map(({ value }) => value);
    // No names are all names: one more would be fewer.
    if (other === list) return list !== "resourceNames" || (holds.length > 0 && wanted.length > 0);
    return holds.length === wanted.length && holds.every((value, i) => value === wanted[i]);
  });
}

/** The identity itself; of one that is only groups, the first. */
function subjectFor({ user, groups: [group] }: Identity): Subject {
  if (user === "" && group !== undefined) return proposedSubject("Group", group);
  const account = parseServiceAccountUserName(user);
  return account === undefined
    ? proposedSubject("User", user)
    : proposedSubject("ServiceAccount", account.name, account.namespace);
}

function roleAndBinding(
  graph: AccessGraph,
  wanted: string,
  namespace: string,
  rule: PolicyRule,
  subject: Subject,
): Change {
  const role = freeName(graph, wanted, (name) => proposedRole(name, namespace, rule));
  const name = role.meta.name.value;
  const binding = freeName(graph, name, (free) => proposedBinding(free, namespace, { kind: role.kind, name }, subject));
  return { change: "create", objects: [role, binding] };
}

/**
 * An object under a name that no object of its kind has yet, nor any binding waits for: that would give others access.
 * Names may hold all but `/` and `%` (path segments).
 */
function freeName<T extends AccessRole | ReturnType<typeof proposedBinding>>(
  { inventory, bindings }: AccessGraph,
  wanted: string,
  make: (name: string) => T,
): T {
  const plain =
    wanted
      .replace(/^\/+/, "")
      .replace(/[/%*]+/g, "-")
      .replace(/^[-.]+$/, "") || "access";
  for (let number = 1; ; number++) {
    const object = make(number === 1 ? plain : `${plain}-${number}`);
    const key = objectKey(object, object.meta.namespace?.value ?? "");
    const isTaken = ({ entry }: ResolvedBinding): boolean =>
      "roleRef" in object ? entry.key === key : roleKey(entry.object.roleRef, entry.namespace) === key;
    if (!inventory.roles.has(key) && !bindings.some(isTaken)) return object;
  }
}
