import {
  type BuiltInPolicy,
  policyMaker,
  type ShortLabels,
  type ShortRule,
  type ShortSelector,
} from "./built-in-policy.ts";
import { encodedDefaultPolicy } from "./generated/default-policy.gen.ts";
import type { AccessBinding, AccessRole } from "./objects.ts";
import { holdsFor, type KnownMinor, type MaskedRow } from "./versions.ts";

interface EncodedPolicy {
  readonly clusterRoles: readonly RoleRow[];
  readonly roles: readonly RoleRow[];
  readonly clusterRoleBindings: readonly BindingRow[];
  readonly roleBindings: readonly BindingRow[];
  readonly labels: readonly ShortLabels[];
  readonly rules: readonly ShortRule[];
}
type RoleRow = MaskedRow<
  [name: string, namespace: string, labels: number, rules: readonly number[], selectors?: readonly ShortSelector[]]
>;
type BindingRow = MaskedRow<
  [name: string, namespace: string, labels: number, role: string, subjects: readonly string[]]
>;

const made = new Map<KnownMinor, BuiltInPolicy>();

/**
 * What kube-apiserver creates when it starts (plugin/pkg/auth/authorizer/rbac/bootstrappolicy), ClusterRoles first,
 * each kind in the order of names. Aggregated roles have no rules yet: a controller fills them.
 */
export function defaultPolicy(minor: KnownMinor): BuiltInPolicy {
  let policy = made.get(minor);
  if (policy === undefined) {
    policy = decode(minor);
    made.set(minor, policy);
  }
  return policy;
}

function decode(minor: KnownMinor): BuiltInPolicy {
  const encoded: EncodedPolicy = JSON.parse(encodedDefaultPolicy);
  const make = policyMaker(`default policy of v${minor}`);
  const roles: AccessRole[] = [];
  for (const row of [...encoded.clusterRoles, ...encoded.roles]) {
    if (!holdsFor(row, minor)) continue;
    const [, name, namespace, labels, ruleNumbers, selectors] = row;
    const rules = pick(encoded.rules, ruleNumbers);
    roles.push(make.role({ name, namespace, labels: encoded.labels[labels], rules, selectors }));
  }
  const bindings: AccessBinding[] = [];
  for (const row of [...encoded.clusterRoleBindings, ...encoded.roleBindings]) {
    if (!holdsFor(row, minor)) continue;
    const [, name, namespace, labels, role, subjects] = row;
    bindings.push(make.binding({ name, namespace, labels: encoded.labels[labels], role, subjects }));
  }
  return { roles, bindings };
}

function pick<T>(from: readonly T[], numbers: readonly number[]): readonly T[] {
  const picked: T[] = [];
  for (const number of numbers) {
    const element = from[number];
    if (element !== undefined) picked.push(element);
  }
  return picked;
}
