import { type Arbitrary, array, constantFrom, oneof, record, subarray, tuple, uniqueArray } from "fast-check";
import { hasCircle } from "./aggregation-settled.ts";
import {
  type BindingManifest,
  isClusterRole,
  type Manifest,
  type RoleManifest,
  type RuleManifest,
  rbacVersion,
  type SelectorManifest,
  type SubjectManifest,
} from "./manifest.ts";

// Clusters that are hard on an authorizer: few names, so that everything meets, and every form that has a trap in it.

/** What questions are drawn from too, so that they meet the rules. */
export const words = {
  namespaces: ["a", "b"],
  users: ["jane", "Jane", "dev", "system:serviceaccount:a:ci", "system:serviceaccount:b:ci", "system:anonymous"],
  groups: ["dev", "jane", "system:authenticated", "system:serviceaccounts", "system:serviceaccounts:a"],
  serviceAccounts: ["ci", "robot"],
  verbs: ["get", "list", "create", "deletecollection", "escalate", "impersonate", "GET", "*", ""],
  apiGroups: ["", "apps", "rbac.authorization.k8s.io", "*", "apps/v1"],
  resources: ["pods", "secrets", "deployments", "clusterroles", "Pods", "*", ""],
  subresources: ["log", "scale", "*", "log/x"],
  names: ["x", "y", "", "*"],
  paths: ["/healthz", "/healthz/", "/healthz/x", "/healthzfoo", "/a", "/api/v1/x", "/api/*/x", "*", "x", ""],
} as const;

const resourcesInRules = [
  ...["pods", "secrets", "deployments", "clusterroles", "*"],
  ...["pods/log", "pods/*", "*/log", "*/scale", "*/*", "*/log/x", "deployments/scale", "Pods", "pods/", "/log", ""],
];
const pathsInRules = [
  ...["/healthz", "/healthz*", "/healthz/*", "/a**", "/api/*/x", "/api/*", "*", "**", "/", "x", "", "/version"],
];

const resourceRule: Arbitrary<RuleManifest> = record(
  {
    verbs: some(words.verbs),
    apiGroups: some(words.apiGroups),
    resources: some(resourcesInRules),
    resourceNames: subarray([...words.names], { maxLength: 2 }),
  },
  { requiredKeys: ["verbs", "apiGroups", "resources"] },
);
const pathRule: Arbitrary<RuleManifest> = record({
  verbs: some(["get", "post", "head", "*", ""]),
  nonResourceURLs: some(pathsInRules),
});

/** At least one, for lists that the server does not take empty. */
function some(values: readonly string[]): Arbitrary<string[]> {
  return uniqueArray(constantFrom(...values), { minLength: 1, maxLength: 3 });
}

const ownRoleNames = ["r", "s", "r: é"];
const aggregatedRoleNames = ["all", "some", "r"];
/** Of the default policy, none of them aggregated: what is written replaces it. */
const replacedRoleNames = ["system:discovery", "system:basic-user", "system:aggregate-to-view", "cluster-admin"];
const plainRolesToBind = constantFrom(...ownRoleNames);
const rolesToBind = oneof(
  { weight: 6, arbitrary: plainRolesToBind },
  { weight: 3, arbitrary: constantFrom("all", "some") },
  { weight: 2, arbitrary: constantFrom("view", "view", "admin") },
  { weight: 1, arbitrary: constantFrom("missing", ...replacedRoleNames) },
);

const labels = record(
  {
    team: constantFrom("x", "y", ""),
    tier: constantFrom("x", "y"),
    "rbac.authorization.k8s.io/aggregate-to-view": constantFrom("true", "false"),
  },
  { requiredKeys: [] },
);

const role: Arbitrary<RoleManifest> = record({
  apiVersion: constantFrom(rbacVersion),
  kind: constantFrom("Role"),
  metadata: record({ name: constantFrom(...ownRoleNames), namespace: constantFrom(...words.namespaces) }),
  rules: rulesOf(resourceRule),
});
const clusterRole = clusterRoleNamed(ownRoleNames);
const replacedRole = clusterRoleNamed(replacedRoleNames);

function clusterRoleNamed(names: readonly string[]): Arbitrary<RoleManifest> {
  return record({
    apiVersion: constantFrom(rbacVersion),
    kind: constantFrom("ClusterRole"),
    metadata: record({ name: constantFrom(...names), labels }),
    rules: rulesOf(oneof({ weight: 2, arbitrary: resourceRule }, { weight: 1, arbitrary: pathRule })),
  });
}

function rulesOf(rule: Arbitrary<RuleManifest>): Arbitrary<RuleManifest[]> {
  const some = array(rule, { minLength: 1, maxLength: 4 });
  return oneof({ weight: 8, arbitrary: some }, { weight: 1, arbitrary: constantFrom<RuleManifest[]>([]) });
}

const selector: Arbitrary<SelectorManifest> = record(
  {
    matchLabels: record({ team: constantFrom("x", "y", ""), tier: constantFrom("x", "z") }, { requiredKeys: [] }),
    matchExpressions: array(
      oneof(
        record({
          key: constantFrom("team", "tier", "kubernetes.io/bootstrapping"),
          operator: constantFrom("In", "NotIn"),
          values: some(["x", "y", "", "rbac-defaults"]),
        }),
        record({ key: constantFrom("team", "tier"), operator: constantFrom("Exists", "DoesNotExist") }),
      ),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
);
const aggregatedRole: Arbitrary<RoleManifest> = record({
  apiVersion: constantFrom(rbacVersion),
  kind: constantFrom("ClusterRole"),
  metadata: record({ name: constantFrom(...aggregatedRoleNames), labels }),
  rules: array(resourceRule, { maxLength: 1 }),
  aggregationRule: record({ clusterRoleSelectors: array(selector, { minLength: 1, maxLength: 2 }) }),
});

const rbacGroup = "rbac.authorization.k8s.io";
const userOrGroup: Arbitrary<SubjectManifest> = oneof(
  record({ kind: constantFrom("User"), name: constantFrom(...words.users) }),
  record({ kind: constantFrom("User"), name: constantFrom(...words.users), apiGroup: constantFrom(rbacGroup) }),
  record({ kind: constantFrom("Group"), name: constantFrom(...words.groups, "system:masters") }),
  // Accepted, and of no meaning.
  record({ kind: constantFrom("User", "Group"), name: constantFrom("jane", "dev"), namespace: constantFrom("a", "b") }),
);
const accountName = constantFrom(...words.serviceAccounts);
const placedAccount: Arbitrary<SubjectManifest> = record({
  kind: constantFrom("ServiceAccount"),
  name: accountName,
  namespace: constantFrom(...words.namespaces, "a:b"),
});
const accountNearby: Arbitrary<SubjectManifest> = record(
  { kind: constantFrom("ServiceAccount"), name: accountName, namespace: constantFrom("") },
  { requiredKeys: ["kind", "name"] },
);

const clusterRoleRef = record({
  apiGroup: constantFrom(rbacGroup),
  kind: constantFrom("ClusterRole"),
  name: rolesToBind,
});
const roleRef = record({
  apiGroup: constantFrom(rbacGroup),
  kind: constantFrom("Role"),
  name: oneof({ weight: 8, arbitrary: plainRolesToBind }, { weight: 1, arbitrary: constantFrom("missing", "view") }),
});
const clusterRoleBinding: Arbitrary<BindingManifest> = record({
  apiVersion: constantFrom(rbacVersion),
  kind: constantFrom("ClusterRoleBinding"),
  metadata: record({ name: constantFrom("k", "l", "m", "system:discovery") }),
  roleRef: clusterRoleRef,
  subjects: array(oneof(userOrGroup, placedAccount), { minLength: 1, maxLength: 3 }),
});
const roleBinding: Arbitrary<BindingManifest> = record({
  apiVersion: constantFrom(rbacVersion),
  kind: constantFrom("RoleBinding"),
  metadata: record({ name: constantFrom("k", "l", "m"), namespace: constantFrom(...words.namespaces) }),
  roleRef: oneof(clusterRoleRef, roleRef),
  subjects: array(oneof(userOrGroup, placedAccount, accountNearby), { maxLength: 3 }),
});

/** The objects of a cluster, beside the default policy. A server takes them all, and history plays no part in them. */
export const clusterArbitrary: Arbitrary<readonly Manifest[]> = tuple(
  unique(clusterRole, { minLength: 2, maxLength: 3 }),
  unique(replacedRole, { maxLength: 1 }),
  unique(aggregatedRole, { maxLength: 3 }),
  unique(role, { minLength: 4, maxLength: 6 }),
  unique(clusterRoleBinding, { minLength: 1, maxLength: 3 }),
  unique(roleBinding, { minLength: 2, maxLength: 6 }),
)
  .map((lists): readonly Manifest[] => [...new Map(lists.flat().map((object) => [keyOf(object), object])).values()])
  .map(withoutHistory);

function unique<T extends Manifest>(arbitrary: Arbitrary<T>, size: { minLength?: number; maxLength: number }) {
  return uniqueArray(arbitrary, { ...size, selector: keyOf });
}

function keyOf({ kind, metadata }: Manifest): string {
  return `${kind} ${metadata.namespace ?? ""}/${metadata.name}`;
}

/** In a circle of aggregated roles a rule that was once in one of them stays, wherever it came from. */
function withoutHistory(objects: readonly Manifest[]): readonly Manifest[] {
  if (!hasCircle([...objects.filter(isClusterRole), ...defaultAggregatedRoles])) return objects;
  return objects
    .filter(({ metadata }) => metadata.name !== "system:aggregate-to-view")
    .map((object) =>
      isClusterRole(object) && object.aggregationRule !== undefined ? { ...object, rules: [] } : object,
    );
}

/** plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go: ClusterRoles. */
const defaultAggregatedRoles = [
  defaultAggregatedRole("admin", undefined),
  defaultAggregatedRole("edit", "admin"),
  defaultAggregatedRole("view", "edit"),
];

function defaultAggregatedRole(name: string, into: string | undefined): RoleManifest {
  const label = (role: string) => ({ [`rbac.authorization.k8s.io/aggregate-to-${role}`]: "true" });
  return {
    apiVersion: rbacVersion,
    kind: "ClusterRole",
    metadata: { name, labels: into === undefined ? {} : label(into) },
    aggregationRule: { clusterRoleSelectors: [{ matchLabels: label(name) }] },
  };
}
