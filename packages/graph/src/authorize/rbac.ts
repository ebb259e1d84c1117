import {
  type Attributes,
  type Identity,
  identityKeys,
  type RoleRef,
  ruleAllows,
  type Subject,
  subjectMatches,
} from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import { grant, grantsThrough } from "../grants.ts";
import { ruleKey } from "../rule-key.ts";
import type { AccessGraph, Assumption, BoundSubject, EffectiveRole, Entry, Grant, ResolvedBinding } from "../types.ts";

/** What RBAC says. It allows or has no opinion. */
export interface RbacAnswer {
  /** Every grant that allows for certain. */
  readonly proof: readonly Grant[];
  /** What might allow too, if it were known. */
  readonly open: readonly Assumption[];
  /** As the server says it when nothing allows: roles that are missing. */
  readonly reason: string;
}

/**
 * Asks RBAC (pkg/registry/rbac/validation/rule.go: VisitRulesFor): ClusterRoleBindings, then, if the question has a
 * namespace, the RoleBindings there. A role that is missing blocks nothing.
 */
export function askRbac(graph: AccessGraph, identity: Identity, attributes: Attributes): RbacAnswer {
  const proof: Grant[] = [];
  const open = new Map<string, Assumption>();
  const missing = new Set<string>();
  for (const bound of boundIn(graph, identity, attributes.kind === "resource" ? attributes.namespace : "")) {
    const { binding } = bound;
    if (binding.resolution.outcome === "missing") {
      noteMissing(graph, binding, missing, open);
      continue;
    }
    const grants = grantsFor(bound, attributes);
    if (grants.length === 0) continue;
    const doubt = doubtAbout(graph, binding, grants, identity, attributes);
    if (doubt === undefined) proof.push(...grants);
    else keep(open, doubt);
  }
  return { proof, open: [...open.values()], reason: notFoundReason(missing) };
}

/**
 * What RBAC gives an identity in a namespace, with every rule listed once for each binding (rule.go: RulesFor). Rules
 * that not all definitions of their binding or role have are `possible`, and leave open.
 */
export function listRbac(graph: AccessGraph, identity: Identity, namespace: string): RbacAnswer {
  const proof: Grant[] = [];
  const open = new Map<string, Assumption>();
  const missing = new Set<string>();
  const listed = new Set<ResolvedBinding | string>();
  for (const { binding, subject } of boundIn(graph, identity, namespace)) {
    // The first subject that matches stands for the binding.
    if (listed.has(binding)) continue;
    listed.add(binding);
    if (binding.resolution.outcome === "missing") {
      noteMissing(graph, binding, missing, open);
      continue;
    }
    const variants = graph.variantsOf(binding);
    const disagree = variants.length > 1 && !variants.every((variant) => givesTheSame(variant, binding, identity));
    if (disagree) keep(open, disagreement(binding.entry.object.kind, binding.entry.object.meta.name, variants));
    for (const found of grantsThrough(binding, subject)) {
      if (variants.length > 1) {
        const key = `${binding.entry.key} ${ruleKey(found.rule)}`;
        if (listed.has(key)) continue;
        listed.add(key);
      }
      if (found.confidence === "possible") keep(open, roleInDoubt(binding, [found]));
      proof.push(disagree ? { ...found, confidence: "possible" } : found);
    }
  }
  return { proof, open: [...open.values()], reason: notFoundReason(missing) };
}

function givesTheSame(variant: ResolvedBinding, binding: ResolvedBinding, identity: Identity): boolean {
  return isBoundBy(variant, identity) && allRules(variant) === allRules(binding);
}

function allRules(binding: ResolvedBinding): string {
  return rolesOf(binding)
    .map(({ rules }) => rules.map(ruleKey).join())
    .join(";");
}

/** Bindings that name the identity: ClusterRoleBindings, then those of the namespace, if one is asked about. */
function boundIn(graph: AccessGraph, identity: Identity, namespace: string): readonly BoundSubject[] {
  const keys = new Set(identityKeys(identity));
  const found: BoundSubject[] = [];
  for (const key of keys) found.push(...graph.boundTo(key, ""));
  if (namespace !== "") {
    for (const key of keys) found.push(...graph.boundTo(key, namespace));
  }
  return found.sort((a, b) => a.order - b.order);
}

/** Grants of a binding for one subject that allow what is asked, those of all variants of its role. */
function grantsFor({ binding, subject }: BoundSubject, attributes: Attributes): readonly Grant[] {
  const grants: Grant[] = [];
  for (const role of rolesOf(binding)) {
    for (const rule of role.rules) {
      if (ruleAllows(rule, attributes)) grants.push(grant(binding, subject, role, rule, role.isCertain(rule)));
    }
  }
  return grants;
}

/** The roles that a binding may lead to: several where definitions disagree, none where it is missing. */
export function rolesOf({ resolution }: ResolvedBinding): readonly EffectiveRole[] {
  switch (resolution.outcome) {
    case "found":
      return [resolution.role];
    case "ambiguous":
      return resolution.roles;
    case "missing":
      return [];
  }
}

/** Why grants that allow may not be there: variants of the binding, of its role or of an aggregated role disagree. */
function doubtAbout(
  graph: AccessGraph,
  binding: ResolvedBinding,
  grants: readonly Grant[],
  identity: Identity,
  attributes: Attributes,
): Assumption | undefined {
  const variants = graph.variantsOf(binding);
  if (variants.length > 1 && !variants.every((variant) => allows(variant, identity, attributes))) {
    const { kind, meta } = binding.entry.object;
    return disagreement(kind, meta.name, variants);
  }
  const roles = rolesOf(binding);
  if (roles.every((role) => allowsForCertain(role, attributes))) return undefined;
  return roleInDoubt(binding, grants);
}

function roleInDoubt(binding: ResolvedBinding, grants: readonly Grant[]): Assumption {
  const { kind, name } = binding.entry.object.roleRef;
  if (binding.resolution.outcome === "ambiguous") return disagreement(kind.value, name, rolesOf(binding));
  const text = `which definition of the roles that are aggregated into ${kind.value} ${name.value} holds`;
  return { text, origin: grants[0]?.rule.origin };
}

function allows(binding: ResolvedBinding, identity: Identity, attributes: Attributes): boolean {
  const roles = rolesOf(binding);
  return roles.length > 0 && isBoundBy(binding, identity) && roles.every((role) => allowsForCertain(role, attributes));
}

function isBoundBy({ entry }: ResolvedBinding, identity: Identity): boolean {
  return entry.object.subjects.some((subject) => subjectMatches(subject, identity, entry.namespace));
}

function allowsForCertain(role: EffectiveRole, attributes: Attributes): boolean {
  return role.rules.some((rule) => role.isCertain(rule) && ruleAllows(rule, attributes));
}

function disagreement(
  kind: string,
  name: Located<string>,
  definitions: readonly { readonly entry: Entry }[],
): Assumption {
  const paths = definitions.map(({ entry }) => entry.path ?? "the default policy");
  return { text: `which definition of ${kind} ${name.value} holds: ${paths.join(" or ")}`, origin: name.origin };
}

/** A role that does not exist blocks nothing; one that the inputs may only not hold leaves open what it gives. */
function noteMissing(
  graph: AccessGraph,
  binding: ResolvedBinding,
  missing: Set<string>,
  open: Map<string, Assumption>,
): void {
  missing.add(notFound(binding.entry.object.roleRef));
  const near = binding.resolution.outcome === "missing" && binding.resolution.nearMisses.length > 0;
  if (!graph.inventory.complete || near) keep(open, missingRole(binding));
}

function missingRole({ entry, resolution }: ResolvedBinding): Assumption {
  const { kind, meta, roleRef } = entry.object;
  const role = `${roleRef.kind.value} ${roleRef.name.value}`;
  const near = resolution.outcome === "missing" ? resolution.nearMisses : [];
  const text =
    near.length > 0
      ? `whether ${kind} ${meta.name.value} and ${role} are in the same namespace (${near.map((n) => n.namespace).join(", ")})`
      : `what ${role} gives, which ${kind} ${meta.name.value} names and the inputs do not contain`;
  return { text, origin: roleRef.name.origin };
}

function keep(open: Map<string, Assumption>, assumption: Assumption): void {
  open.set(assumption.text, assumption);
}

// What the API server says: plugin/pkg/auth/authorizer/rbac/rbac.go: Authorize; subject.go: DescribeSubject.

/** The server's reason for allowing. It names one grant, here the first. */
export function reasonOf({ binding, subject, scope }: Grant): string {
  const { kind, meta, roleRef } = binding.entry.object;
  const name = scope.kind === "cluster" ? meta.name.value : `${meta.name.value}/${scope.namespace}`;
  const role = `${roleRef.kind.value} ${JSON.stringify(roleRef.name.value)}`;
  return `RBAC: allowed by ${kind} ${JSON.stringify(name)} of ${role} to ${describe(subject, binding)}`;
}

function describe(subject: Subject, { entry }: ResolvedBinding): string {
  const { value: name } = subject.name;
  if (subject.kind !== "ServiceAccount") return `${subject.kind} ${JSON.stringify(name)}`;
  return `ServiceAccount ${JSON.stringify(`${name}/${subject.namespace?.value || entry.namespace}`)}`;
}

function notFound({ kind, name }: RoleRef): string {
  return `${kind.value.toLowerCase()}.rbac.authorization.k8s.io ${JSON.stringify(name.value)} not found`;
}

function notFoundReason(missing: ReadonlySet<string>): string {
  if (missing.size === 0) return "";
  const errors = [...missing].join(", ");
  return missing.size === 1 ? `RBAC: ${errors}` : `RBAC: [${errors}]`;
}
