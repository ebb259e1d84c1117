import { type Arbitrary, array, constantFrom, noShrink, oneof, option, record, subarray, tuple } from "fast-check";
import { clusterArbitrary, words } from "./arbitraries.ts";
import { crews } from "./control-plane.ts";
import { type BindingManifest, type Manifest, type RoleManifest, type RuleManifest, rbacVersion } from "./manifest.ts";

// Clusters for whole requests: those of the other questions, and beside them crews that may write roles and bindings,
// hold this and that, and impersonate. Few names, so that what is asked meets what is granted.

const rbacGroup = "rbac.authorization.k8s.io";

function some<T>(values: readonly T[], maxLength = 3): Arbitrary<T[]> {
  return subarray([...values], { minLength: 1, maxLength });
}

/** Rules that requests try to give away, and that crews hold. */
export const heldRule: Arbitrary<RuleManifest> = oneof(
  {
    weight: 4,
    arbitrary: record(
      {
        verbs: some(["get", "list", "create", "*"], 2),
        apiGroups: some(["", "apps", "*"], 2),
        resources: some(["pods", "pods/log", "*/log", "deployments/scale", "*/scale", "*", "*/log/x", "pods/log/x"], 2),
        resourceNames: subarray(["x", "y", "*", ""], { maxLength: 2 }),
      },
      { requiredKeys: ["verbs", "apiGroups", "resources"] },
    ),
  },
  {
    weight: 1,
    arbitrary: record({
      verbs: some(["get", "*"], 1),
      nonResourceURLs: some(["/a", "/a*", "/a**", "/healthz/*", "/*", "*"], 2),
    }),
  },
);

const rbacResources = ["roles", "clusterroles", "rolebindings", "clusterrolebindings"];

/** What lets a request come as far as the escalation check. */
const writeRule: Arbitrary<RuleManifest> = oneof(
  {
    weight: 3,
    arbitrary: constantFrom({ verbs: ["create", "update", "patch"], apiGroups: [rbacGroup], resources: rbacResources }),
  },
  {
    weight: 2,
    arbitrary: record({
      verbs: some(["create", "update", "patch", "escalate", "bind"], 4),
      apiGroups: constantFrom([rbacGroup], ["*"]),
      resources: some([...rbacResources, "*"], 2),
    }),
  },
  {
    weight: 2,
    arbitrary: record({
      verbs: some(["escalate", "bind", "update", "create"], 2),
      apiGroups: constantFrom([rbacGroup]),
      resources: some(rbacResources, 2),
      resourceNames: some(["r", "s", "view", "all", "fresh"], 2),
    }),
  },
);

const impersonationRule: Arbitrary<RuleManifest> = oneof(
  {
    weight: 3,
    arbitrary: record(
      {
        verbs: some(
          ["impersonate", "impersonate:user-info", "impersonate:serviceaccount", "impersonate:arbitrary-node", "*"],
          3,
        ),
        apiGroups: some(["", "authentication.k8s.io", "*"], 2),
        resources: some(
          [
            "users",
            "groups",
            "serviceaccounts",
            "uids",
            "nodes",
            "userextras/scopes",
            "userextras/example.org/x",
            "*/scopes",
            "*",
          ],
          6,
        ),
        resourceNames: subarray(["jane", "dev", "ci", "n", "u-1", "*", "view", "system:masters"], { maxLength: 4 }),
      },
      { requiredKeys: ["verbs", "apiGroups", "resources"] },
    ),
  },
  {
    weight: 3,
    arbitrary: constantFrom(
      {
        verbs: ["impersonate", "impersonate:user-info"],
        apiGroups: ["", "authentication.k8s.io"],
        resources: ["users", "groups", "uids"],
      },
      { verbs: ["impersonate"], apiGroups: [""], resources: ["users", "serviceaccounts", "groups"] },
      {
        verbs: ["impersonate:user-info", "impersonate:serviceaccount", "impersonate:arbitrary-node"],
        apiGroups: ["*"],
        resources: ["*"],
      },
    ),
  },
  {
    weight: 3,
    arbitrary: record({
      verbs: some(
        ["user-info", "serviceaccount", "arbitrary-node"].flatMap((mode) =>
          ["get", "list", "watch", "create"].map((verb) => `impersonate-on:${mode}:${verb}`),
        ),
        9,
      ),
      apiGroups: constantFrom(["*"], [""], ["", "authentication.k8s.io"]),
      resources: constantFrom(["*"], ["pods", "selfsubjectreviews"], ["pods"]),
    }),
  },
  {
    weight: 1,
    arbitrary: record({
      verbs: constantFrom(
        ["impersonate-on:user-info:get"],
        ["*"],
        ["impersonate-on:serviceaccount:get", "impersonate-on:user-info:get"],
      ),
      nonResourceURLs: constantFrom(["*"], ["/healthz", "/version"]),
    }),
  },
);

/** What the further checks of other kinds ask for. */
const furtherRule: Arbitrary<RuleManifest> = oneof(
  {
    weight: 3,
    arbitrary: record(
      {
        verbs: some(["create", "update", "patch", "get", "delete"], 4),
        apiGroups: constantFrom(["*"]),
        resources: some(
          [
            ...[
              "configmaps",
              "leases",
              "services",
              "pods/exec",
              "pods/attach",
              "serviceaccounts",
              "clustertrustbundles",
            ],
            ...[
              "certificatesigningrequests",
              "certificatesigningrequests/approval",
              "certificatesigningrequests/status",
            ],
            ...["validatingadmissionpolicies", "validatingadmissionpolicybindings", "limitranges", "namespaces"],
          ],
          8,
        ),
        resourceNames: constantFrom(["there", "fresh"]),
      },
      { requiredKeys: ["verbs", "apiGroups", "resources"] },
    ),
  },
  {
    weight: 2,
    arbitrary: constantFrom({
      verbs: ["create", "update", "patch", "get"],
      apiGroups: ["*"],
      resources: [
        ...["configmaps", "leases", "services", "certificatesigningrequests", "certificatesigningrequests/approval"],
        ...["certificatesigningrequests/status", "validatingadmissionpolicies", "validatingadmissionpolicybindings"],
        "clustertrustbundles",
        "pods/exec",
      ],
    }),
  },
  {
    weight: 2,
    arbitrary: record(
      {
        verbs: some(["approve", "sign", "attest"], 2),
        apiGroups: constantFrom(["certificates.k8s.io"]),
        resources: constantFrom(["signers"]),
        resourceNames: some(["example.org/*", "example.org/there", "example.com/*", "*"], 2),
      },
      { requiredKeys: ["verbs", "apiGroups", "resources"] },
    ),
  },
  {
    weight: 1,
    arbitrary: record({
      verbs: some(["get", "list"], 2),
      apiGroups: some(["", "*"], 1),
      resources: some(["configmaps", "secrets", "*"], 2),
    }),
  },
);

interface Power {
  readonly crew: number;
  readonly namespace: string | undefined;
  readonly rules: readonly RuleManifest[];
}

function power(rule: Arbitrary<RuleManifest>, maxLength: number): Arbitrary<Power> {
  return record({
    crew: constantFrom(...Array.from({ length: crews }, (_, crew) => crew)),
    namespace: option(constantFrom(...words.namespaces), { nil: undefined, freq: 2 }),
    rules: array(rule, { minLength: 1, maxLength }),
  });
}

/** A cluster whose crews may do something. */
export const crewClusterArbitrary: Arbitrary<readonly Manifest[]> = noShrink(
  tuple(
    clusterArbitrary,
    array(power(writeRule, 2), { minLength: 5, maxLength: 8 }),
    array(power(heldRule, 3), { minLength: 4, maxLength: 8 }),
    array(power(impersonationRule, 3), { minLength: 6, maxLength: 12 }),
    array(power(furtherRule, 2), { minLength: 8, maxLength: 12 }),
  ),
).map(([objects, ...powers]) => [...objects, ...powers.flat().flatMap(grants)]);

/** A role and its binding. Rules for paths hold nowhere but in the whole cluster. */
function grants({ crew, namespace, rules }: Power, index: number): readonly [RoleManifest, BindingManifest] {
  const name = `power-${index}`;
  const within = rules.some(({ nonResourceURLs }) => nonResourceURLs !== undefined) ? undefined : namespace;
  const metadata = { name, ...(within === undefined ? {} : { namespace: within }) };
  return [
    { apiVersion: rbacVersion, kind: "ClusterRole", metadata: { name }, rules },
    {
      apiVersion: rbacVersion,
      kind: within === undefined ? "ClusterRoleBinding" : "RoleBinding",
      metadata,
      roleRef: { apiGroup: rbacGroup, kind: "ClusterRole", name },
      subjects: [{ kind: "Group", apiGroup: rbacGroup, name: `crew-${crew}` }],
    },
  ];
}
