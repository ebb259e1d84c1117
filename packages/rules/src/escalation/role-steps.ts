import { type ObjectKey, roleKey, type Scope } from "@authgraph/graph";
import { located } from "@authgraph/source";
import { inScope, quotable } from "../wording.ts";
import type { HeldGift } from "./abilities.ts";
import { ownGifts, pairsOf } from "./held-gifts.ts";
import { clusterAdminVertex, type Step, type Vertex } from "./step.ts";
import { grantedStep } from "./step-of.ts";
import { everythingIn, namespaceOf, type Taker } from "./taker.ts";

/** More rights for oneself: everything at once, by binding a role, by writing one. */
export function* roleSteps(taker: Taker): Iterable<Step> {
  yield* holdSteps(taker);
  yield* bindSteps(taker, "bind-cluster-roles", "write-cluster-bindings");
  yield* bindSteps(taker, "bind-cluster-roles", "write-role-bindings");
  yield* bindSteps(taker, "bind-roles", "write-role-bindings");
  yield* escalateSteps(taker, "escalate-cluster-roles", "change-cluster-roles");
  yield* escalateSteps(taker, "escalate-roles", "change-roles");
  yield* injectSteps(taker);
  yield* mapSteps(taker);
}

function* holdSteps({ context, from, held }: Taker): Iterable<Step> {
  for (const gift of ownGifts(held, "everything")) {
    const { scope } = gift.grant;
    const phrase = `do everything ${inScope(scope)}`;
    const base = { kind: "holds-everything", from, power: "everything", gifts: [gift] } as const;
    yield grantedStep(context, { ...base, scope, to: everythingIn(scope), phrase });
  }
}

/**
 * What may be bound decides (pkg/registry/rbac/{rolebinding,clusterrolebinding}/policybased: BindingAuthorized): any
 * role, or some by name. A binding that is there can take one more subject, but no other role.
 */
function* bindSteps(
  taker: Taker,
  bind: "bind-cluster-roles" | "bind-roles",
  write: "write-cluster-bindings" | "write-role-bindings",
): Iterable<Step> {
  const { context, from, held } = taker;
  const kind = bind === "bind-roles" ? "Role" : "ClusterRole";
  for (const { gifts, scope: common } of pairsOf(held, bind, write)) {
    const [binding, writing] = gifts;
    if (write === "write-cluster-bindings" && common.kind === "namespace") continue;
    // A ClusterRole in a RoleBinding holds in its namespace, whichever that is.
    const everywhere = write === "write-role-bindings" && common.kind === "cluster";
    const power = write === "write-cluster-bindings" ? "bind" : "bind-in-namespace";
    const base = { kind: "bind-role", from, power, gifts, scope: common } as const;
    for (const target of bindable(taker, kind, binding, writing, common)) {
      const to = vertexOfRole(kind, target, common, everywhere);
      if (to !== undefined)
        yield grantedStep(context, {
          ...base,
          to,
          names: target === anyRole ? [] : [target],
          phrase: bindPhrase(kind, target, common, write),
        });
    }
  }
}

/** In the place of a name: every one of the namespace. No role is called so. */
export const anyRole = "*";

function bindPhrase(kind: string, target: string, scope: Scope, write: string): string {
  const where =
    write === "write-cluster-bindings"
      ? "in the whole cluster"
      : scope.kind === "cluster"
        ? "in any namespace"
        : inScope(scope);
  if (target !== anyRole) return `bind ${kind} ${quotable(target)} to itself ${where}`;
  return write === "write-cluster-bindings"
    ? "bind any ClusterRole, cluster-admin included"
    : `bind any role to itself ${where}`;
}

/** Names of the roles that it can bind to itself, or any. */
function bindable(
  { context: { graph } }: Taker,
  kind: "Role" | "ClusterRole",
  { names: mayBind }: HeldGift,
  { ask, names: bindings }: HeldGift,
  scope: Scope,
): readonly string[] {
  if (ask.verb === "create" && bindings.length === 0) return mayBind.length === 0 ? [anyRole] : mayBind;
  const found = new Set<string>();
  for (const { entry, scope: at } of graph.bindings) {
    const { roleRef, meta } = entry.object;
    if (at.kind !== scope.kind || (at.kind === "namespace" && namespaceOf(scope) !== at.namespace)) continue;
    if (roleRef.kind.value !== kind || (bindings.length > 0 && !bindings.includes(meta.name.value))) continue;
    if (mayBind.length === 0 || mayBind.includes(roleRef.name.value)) found.add(roleRef.name.value);
  }
  return [...found].sort();
}

function vertexOfRole(
  kind: "Role" | "ClusterRole",
  name: string,
  scope: Scope,
  everywhere: boolean,
): Vertex | undefined {
  const isAdmin = kind === "ClusterRole" && name === "cluster-admin";
  if (isAdmin || (name === anyRole && kind === "ClusterRole")) {
    return everywhere ? { kind: "namespace-admin", namespace: undefined } : everythingIn(scope);
  }
  // Roles of one namespace mean nothing in another.
  if (kind === "Role" && scope.kind === "cluster") return undefined;
  return { kind: "role", role: keyOfRole(kind, name, scope), namespace: namespaceOf(scope) };
}

function keyOfRole(kind: "Role" | "ClusterRole", name: string, scope: Scope): ObjectKey {
  const origin = { kind: "built-in", of: "a role that may be bound" } as const;
  const ref = { origin, kind: located(kind, origin), name: located(name, origin) };
  return roleKey(ref, namespaceOf(scope) ?? "");
}

/** Any right, in a role that it is bound to itself (pkg/registry/rbac/{role,clusterrole}/policybased: Update). */
function* escalateSteps(
  { context, from, held, boundTo }: Taker,
  escalate: "escalate-cluster-roles" | "escalate-roles",
  change: "change-cluster-roles" | "change-roles",
): Iterable<Step> {
  const kind = escalate === "escalate-roles" ? "Role" : "ClusterRole";
  for (const { gifts, scope } of pairsOf(held, escalate, change)) {
    const base = {
      kind: "escalate-role",
      from,
      power: kind === "Role" ? "escalate-in-namespace" : "escalate",
      gifts,
    } as const;
    const names = namesInBoth(gifts[0].names, gifts[1].names);
    const told = new Set<string>();
    for (const role of boundTo()) {
      if (role.kind !== kind || (names !== undefined && !names.includes(role.name))) continue;
      if (kind === "Role" && scope.kind === "namespace" && namespaceOf(role.scope) !== scope.namespace) continue;
      const at = namespaceOf(role.scope) ?? "";
      if (told.has(at)) continue;
      told.add(at);
      yield grantedStep(context, {
        ...base,
        scope: role.scope,
        names: names ?? [],
        to: everythingIn(role.scope),
        phrase: `write any right into ${kind} ${quotable(role.name)}, which it is bound to${at === "" ? "" : ` ${inScope(role.scope)}`}`,
      });
    }
  }
}

/** Undefined: any. */
function namesInBoth(one: readonly string[], other: readonly string[]): readonly string[] | undefined {
  if (one.length === 0) return other.length === 0 ? undefined : other;
  return other.length === 0 ? one : one.filter((name) => other.includes(name));
}

/** A new ClusterRole with the label by which a role that it is bound to takes in others. */
function* injectSteps({ context, from, held, boundTo }: Taker): Iterable<Step> {
  for (const { gifts } of pairsOf(held, "escalate-cluster-roles", "create-cluster-roles", isUnnamed)) {
    const role =
      boundTo().find(({ aggregates, scope }) => aggregates && scope.kind === "cluster") ??
      boundTo().find(({ aggregates }) => aggregates);
    if (role === undefined) continue;
    yield grantedStep(context, {
      kind: "inject-aggregate",
      from,
      to: everythingIn(role.scope),
      power: "escalate",
      gifts,
      scope: role.scope,
      phrase: `add any right to ClusterRole ${quotable(role.name)}, which it is bound to, by a label`,
    });
  }
}

/** Creating names no object while rights are checked, so names rule it out. */
function isUnnamed({ names }: HeldGift): boolean {
  return names.length === 0;
}

function* mapSteps({ context, from, held }: Taker): Iterable<Step> {
  for (const gift of ownGifts(held, "write-aws-auth")) {
    const { scope } = gift.grant;
    if (scope.kind === "namespace" && scope.namespace !== "kube-system") continue;
    yield grantedStep(context, {
      kind: "write-identity-map",
      from,
      to: clusterAdminVertex,
      power: "write-aws-auth",
      gifts: [gift],
      scope,
      phrase: "write aws-auth, the list of users and groups of EKS",
    });
  }
}
