import type {
  AccessBinding,
  AccessRole,
  BuiltInPolicy,
  PlatformFacts,
  PolicyRule,
  Subject,
} from "@authgraph/kubernetes";
import { subjectKey } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import { aggregateRoles } from "./aggregation.ts";
import { objectKey, roleKey } from "./object-key.ts";
import type { Entry, ObjectKey, ShippedPolicy } from "./types.ts";

/** What Kubernetes and kubeadm ship, for recognising it by its content: never by a prefix of a name, nor by a label. */
export interface ShippedObjects {
  /** Rules after aggregation. */
  readonly roleRules: ReadonlyMap<ObjectKey, readonly PolicyRule[]>;
  readonly bindings: ReadonlyMap<ObjectKey, ShippedBinding>;
  /** What other minors ship, which a cluster keeps when it is upgraded; not made unless something differs. */
  readonly others: () => readonly ShippedObjects[];
}

interface ShippedBinding {
  readonly role: ObjectKey;
  readonly subjects: ReadonlySet<string>;
}

export function shippedObjects({ kubernetes, kubeadm, ofEveryMinor }: ShippedPolicy): ShippedObjects {
  const roles = new Map<ObjectKey, Entry<AccessRole>[]>();
  const bindings = new Map<ObjectKey, ShippedBinding>();
  for (const policy of [kubernetes, kubeadm]) {
    addRoles(roles, policy);
    for (const binding of policy.bindings) {
      const namespace = namespaceOf(binding);
      bindings.set(objectKey(binding, namespace), {
        role: roleKey(binding.roleRef, namespace),
        subjects: new Set(binding.subjects.map((subject) => subjectKey(subject, namespace)).filter(isDefined)),
      });
    }
  }
  const aggregated = aggregateRoles(roles);
  const roleRules = new Map<ObjectKey, readonly PolicyRule[]>();
  for (const [key, [entry]] of roles) {
    if (entry !== undefined) roleRules.set(key, aggregated.get(entry)?.rules ?? entry.object.rules);
  }
  let others: readonly ShippedObjects[] | undefined;
  return {
    roleRules,
    bindings,
    others: () => {
      others ??= (ofEveryMinor?.() ?? []).map((policy) => shippedObjects({ kubernetes: policy, kubeadm: nothing }));
      return others;
    },
  };
}

const nothing: BuiltInPolicy = { roles: [], bindings: [] };

/** Only names that some minor may have created are worth comparing with what others create. */
function mayBeShipped(key: ObjectKey): boolean {
  return key.slice(key.lastIndexOf("/") + 1).startsWith("system:");
}

function addRoles(roles: Map<ObjectKey, Entry<AccessRole>[]>, { roles: shipped }: BuiltInPolicy): void {
  for (const role of shipped) {
    const namespace = namespaceOf(role);
    const key = objectKey(role, namespace);
    roles.set(key, [{ key, namespace, object: role, path: undefined }]);
  }
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}

function namespaceOf({ meta }: AccessRole | AccessBinding): string {
  return meta.namespace?.value ?? "";
}

/** Whether a subject is one that only the platform can be: what is bound to it is the platform's own business. */
export function isReservedSubject(platform: PlatformFacts | undefined, { kind, name }: Subject): boolean {
  const prefix = platform?.reservedUsers;
  return prefix !== undefined && kind === "User" && name.value.startsWith(prefix);
}

/** Whether this binding is shipped with this role and this subject, by any minor; a subject more is not. */
export function bindingIsShipped(shipped: ShippedObjects, entry: Entry<AccessBinding>): (subject: Subject) => boolean {
  if (!shipped.bindings.has(entry.key) && !mayBeShipped(entry.key)) return never;
  return (subject) => {
    const key = subjectKey(subject, entry.namespace);
    if (key === undefined) return false;
    return binds(shipped, entry, key) || shipped.others().some((other) => binds(other, entry, key));
  };
}

function binds(
  { bindings }: ShippedObjects,
  { key, object, namespace }: Entry<AccessBinding>,
  subject: string,
): boolean {
  const asShipped = bindings.get(key);
  return asShipped?.role === roleKey(object.roleRef, namespace) && asShipped.subjects.has(subject);
}

const never = (): boolean => false;

export interface RoleAsShipped {
  readonly asShipped: "all" | "part" | "none";
  readonly isShipped: (rule: PolicyRule) => boolean;
}

/**
 * Compares a role with those that are shipped under its name. What aggregation brings into `view`, `edit` or `admin`
 * from roles of the user's is compared like any other rule, so it counts as shipped only if it adds nothing.
 */
export function roleAsShipped(shipped: ShippedObjects, key: ObjectKey, rules: readonly PolicyRule[]): RoleAsShipped {
  const shippedRules = shipped.roleRules.get(key) ?? (mayBeShipped(key) ? [] : undefined);
  if (shippedRules === undefined) return notShipped;
  const same = new Set(shippedRules);
  const isCovered = (rule: PolicyRule): boolean =>
    same.has(rule) || shippedRules.some((one) => covers(one, rule)) || isCoveredByOthers(shipped, key, rule);
  const covered = new Set(rules.filter(isCovered));
  if (covered.size === 0 && !shipped.roleRules.has(key)) return notShipped;
  return {
    asShipped: covered.size === new Set(rules).size ? "all" : "part",
    isShipped: (rule) => covered.has(rule),
  };
}

function isCoveredByOthers({ others }: ShippedObjects, key: ObjectKey, rule: PolicyRule): boolean {
  return others().some(({ roleRules }) => roleRules.get(key)?.some((one) => covers(one, rule)) === true);
}

const notShipped: RoleAsShipped = { asShipped: "none", isShipped: never };

/** Whether one rule gives everything another gives (after k8s.io/component-helpers auth/rbac/validation: ruleCovers). */
function covers(owner: PolicyRule, rule: PolicyRule): boolean {
  return (
    everyIsIn(rule.verbs, owner.verbs) &&
    everyIsIn(rule.apiGroups, owner.apiGroups) &&
    everyIsIn(rule.resources, owner.resources) &&
    namesAreIn(rule.resourceNames, owner.resourceNames) &&
    everyIsIn(rule.nonResourceURLs, owner.nonResourceURLs)
  );
}

function namesAreIn(names: readonly Located<string>[], ownerNames: readonly Located<string>[]): boolean {
  if (ownerNames.length === 0) return true;
  return names.length > 0 && names.every(({ value }) => holds(ownerNames, value));
}

/** `*` in the owner's list covers all. `/a*` of URLs and `*\/scale` of resources are compared as written. */
function everyIsIn(list: readonly Located<string>[], ownerList: readonly Located<string>[]): boolean {
  return holds(ownerList, "*") || list.every(({ value }) => holds(ownerList, value));
}

function holds(list: readonly Located<string>[], wanted: string): boolean {
  return list.some(({ value }) => value === wanted);
}
