import {
  type Attributes,
  groupKey,
  type Identity,
  mastersGroup,
  parseServiceAccountUserName,
  type ResourceAttributes,
  ruleAllows,
  type SubjectKey,
  serviceAccountGroups,
  subjectKey,
  verbMatches,
  withAuthenticatedGroup,
} from "@authgraph/kubernetes";
import { authorize } from "./authorize/authorize.ts";
import { rolesOf } from "./authorize/rbac.ts";
import { byText } from "./order.ts";
import type { AccessGraph, Decision, EffectiveRole, Grant } from "./types.ts";
import { identityOf } from "./who-can.ts";

/** How somebody who is not allowed something could make it so, with rights that exist for that alone. */
export interface OneStep {
  readonly subject: SubjectKey;
  readonly way: "impersonate" | "bind" | "escalate";
  /** Whom it would act as, or the role it would bind or rewrite. */
  readonly target: string;
  /** What gives the right to do so. */
  readonly grants: readonly Grant[];
}

/**
 * Who is not allowed something and could be by `impersonate`, `bind` or `escalate`: one way for each subject. It needs
 * somebody who is allowed, a role that allows it, or a role of its own to rewrite.
 */
export function oneStepAway(
  graph: AccessGraph,
  attributes: Attributes,
  allowed: readonly SubjectKey[],
): readonly OneStep[] {
  const isAllowed = new Set(allowed);
  const roles = graph.roles.filter(({ rules }) => rules.some((rule) => ruleAllows(rule, attributes)));
  const steps: OneStep[] = [];
  for (const subject of holdersOfSuchVerbs(graph)) {
    if (isAllowed.has(subject)) continue;
    const identity = memberIdentity(subject);
    if (authorize(graph, identity, attributes).outcome === "allowed") continue;
    const ask = asker(graph, identity);
    const step =
      impersonation(graph, subject, allowed, ask) ??
      binding(roles, attributes, ask) ??
      escalation(graph, subject, attributes, ask);
    if (step !== undefined) steps.push({ subject, ...step });
  }
  return steps;
}

/** Somebody of that name, in the groups that authentication adds. */
function memberIdentity(subject: SubjectKey): Identity {
  const { user, groups } = identityOf(subject);
  const account = parseServiceAccountUserName(user);
  return withAuthenticatedGroup({
    user,
    groups: account === undefined ? groups : serviceAccountGroups(account.namespace),
  });
}

type Step = Omit<OneStep, "subject">;

/** Undefined where it is not allowed; else the grants that allow it. */
type Ask = (verb: string, resource: string, more?: Partial<ResourceAttributes>) => readonly Grant[] | undefined;

const rbacGroup = "rbac.authorization.k8s.io";

function asker(graph: AccessGraph, identity: Identity): Ask {
  return (verb, resource, more) => {
    const apiGroup = verb === "impersonate" ? "" : rbacGroup;
    const asked = {
      kind: "resource",
      verb,
      apiGroup,
      resource,
      subresource: "",
      namespace: "",
      name: "",
      ...more,
    } as const;
    const decision: Decision = authorize(graph, identity, asked);
    return decision.outcome === "allowed" ? decision.proof : undefined;
  };
}

const suchVerbs = ["impersonate", "bind", "escalate"] as const;

function holdersOfSuchVerbs({ bindings }: AccessGraph): readonly SubjectKey[] {
  const known = new Map<EffectiveRole, boolean>();
  const mayMatter = (role: EffectiveRole): boolean => {
    const matters =
      known.get(role) ??
      role.rules.some(
        ({ verbs, resources }) => resources.length > 0 && suchVerbs.some((verb) => verbMatches(verbs, verb)),
      );
    known.set(role, matters);
    return matters;
  };
  const keys = new Set<SubjectKey>();
  for (const binding of bindings) {
    if (!rolesOf(binding).some(mayMatter)) continue;
    for (const subject of binding.entry.object.subjects) {
      const key = subjectKey(subject, binding.entry.namespace);
      if (key !== undefined) keys.add(key);
    }
  }
  return [...keys].sort(byText);
}

/** A group is impersonated along with a user only, so one of those must be there as well. */
function impersonation(
  graph: AccessGraph,
  subject: SubjectKey,
  allowed: readonly SubjectKey[],
  ask: Ask,
): Step | undefined {
  const masters = groupKey(mastersGroup);
  for (const target of [masters, ...allowed.filter((key) => key !== masters)]) {
    const name = target.slice(target.indexOf(" ") + 1);
    const account = parseServiceAccountUserName(name);
    const grants = target.startsWith("Group ")
      ? mayActAsSomebody(graph, subject) && ask("impersonate", "groups", { name })
      : account === undefined
        ? ask("impersonate", "users", { name })
        : ask("impersonate", "serviceaccounts", account);
    if (grants !== undefined && grants !== false) return { way: "impersonate", target, grants };
  }
  return undefined;
}

function mayActAsSomebody(graph: AccessGraph, subject: SubjectKey): boolean {
  for (const { rule, confidence } of graph.grantsOf(subject)) {
    if (confidence !== "certain" || !verbMatches(rule.verbs, "impersonate")) continue;
    if (rule.resources.some(({ value }) => value === "users" || value === "serviceaccounts" || value === "*"))
      return true;
  }
  return false;
}

/** The right to bind a role is asked for in the namespace of the binding (pkg/registry/rbac/escalation_check.go). */
function binding(roles: readonly EffectiveRole[], attributes: Attributes, ask: Ask): Step | undefined {
  const namespace = attributes.kind === "resource" ? attributes.namespace : "";
  for (const scope of new Set(["", namespace])) {
    const bindings = scope === "" ? "clusterrolebindings" : "rolebindings";
    const canWrite = ["create", "update", "patch"].some(
      (verb) => ask(verb, bindings, { namespace: scope }) !== undefined,
    );
    if (!canWrite) continue;
    for (const { entry } of roles) {
      const { kind, meta } = entry.object;
      if (kind === "Role" && entry.namespace !== scope) continue;
      const resource = kind === "Role" ? "roles" : "clusterroles";
      const grants = ask("bind", resource, { namespace: scope, name: meta.name.value });
      if (grants !== undefined) return { way: "bind", target: `${kind} ${meta.name.value}`, grants };
    }
  }
  return undefined;
}

/** Of the roles that it is bound to where the answer is looked for, one that it may write whatever it likes into. */
function escalation(graph: AccessGraph, subject: SubjectKey, attributes: Attributes, ask: Ask): Step | undefined {
  const namespace = attributes.kind === "resource" ? attributes.namespace : "";
  for (const scope of new Set(["", namespace])) {
    for (const { binding } of graph.boundTo(subject, scope)) {
      const { kind, name } = binding.entry.object.roleRef;
      const resource = kind.value === "Role" ? "roles" : "clusterroles";
      const role = { namespace: kind.value === "Role" ? scope : "", name: name.value };
      const canWrite = ["update", "patch"].some((verb) => ask(verb, resource, role) !== undefined);
      const grants = canWrite ? ask("escalate", resource, role) : undefined;
      if (grants !== undefined) return { way: "escalate", target: `${kind.value} ${name.value}`, grants };
    }
  }
  return undefined;
}
