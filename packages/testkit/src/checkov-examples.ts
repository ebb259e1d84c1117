import { boundTo, type PeerExample, type PeerExamples, passed, reported, roleWith } from "./peer-examples.ts";

const graph = "graph/checks/resources";
const rbac = "rbac.authorization.k8s.io";

/** Whoever a role is bound to where the example leaves it open. */
const somebody = "ServiceAccount test/somebody";
const inCluster = (role: string) => boundTo(`ClusterRole ${role}`, [somebody]);
const inTest = (role: string) => boundTo(`Role ${role}`, [somebody], "test");

const graphChecks: readonly PeerExample[] = [
  reported(`${graph}/ImpersonatePermissions/Failing/1/clusterrole1.yaml`, {
    completion: inCluster("failing-cr1"),
    told: [`rbac-impersonate ${somebody}`],
    dormant: ["rbac-impersonate", "rbac-wildcard-verbs"],
  }),
  reported(
    [
      `${graph}/ImpersonatePermissions/Failing/2/clusterrolebinding2.yaml`,
      `${graph}/ImpersonatePermissions/Failing/2/clusterrole2.yaml`,
    ],
    { told: ["rbac-impersonate ServiceAccount prod/over-privileged-sa2"] },
  ),
  reported(`${graph}/ImpersonatePermissions/Failing/3/Role.yaml`, {
    completion: boundTo("Role risky-impersonate-role", ["ServiceAccount dev/escalating-sa"], "default"),
    told: ["rbac-impersonate ServiceAccount dev/escalating-sa"],
    dormant: ["rbac-impersonate", "rbac-wildcard-resources"],
    note: { text: "of its resources only `*` counts, for ServiceAccounts: users and groups are void in a RoleBinding" },
  }),
  passed(
    [
      `${graph}/ImpersonatePermissions/Passing/1/clusterrolebinding1.yaml`,
      `${graph}/ImpersonatePermissions/Passing/1/clusterrole1.yaml`,
    ],
    { untold: ["rbac-impersonate"] },
  ),
  reported(
    [
      `${graph}/ModifyServicesStatus/Failing/1/FailingClusterRoleBinding.yaml`,
      `${graph}/ModifyServicesStatus/Failing/1/FailingClusterRole.yaml`,
    ],
    {
      told: ["rbac-ineffective-rule"],
      untold: ["rbac-networking-write"],
      note: { trap: "T3", text: `services are not in ${rbac}: the rule matches no request` },
    },
  ),
  reported(`${graph}/ModifyServicesStatus/Failing/2/FailingClusterRoleBinding.yaml`, {
    completion: roleWith("ClusterRole failing-cr2", { group: rbac, resources: "*", verbs: "bind,update" }),
    told: ["rbac-bind|rbac-wildcard-resources ServiceAccount prod/over-privileged-sa2"],
    untold: ["rbac-networking-write"],
    note: { trap: "T3", text: `${rbac} holds no services; what it does give is worse, and told` },
  }),
  passed(
    [
      `${graph}/ModifyServicesStatus/Passing/1/PassingClusterRoleBinding.yaml`,
      `${graph}/ModifyServicesStatus/Passing/1/PassingClusterRole.yaml`,
    ],
    { untold: ["rbac-networking-write"] },
  ),
  passed(`${graph}/ModifyServicesStatus/Passing/2/PassingClusterRoleBinding.yaml`, {
    untold: ["rbac-networking-write"],
  }),
  reported(
    [
      `${graph}/NoCreateNodesProxyOrPodsExec/Failing/1/clusterrolebinding1.yaml`,
      `${graph}/NoCreateNodesProxyOrPodsExec/Failing/1/clusterrole1.yaml`,
    ],
    { told: ["rbac-pods-exec ServiceAccount default/over-privileged-sa1"] },
  ),
  reported(`${graph}/NoCreateNodesProxyOrPodsExec/Failing/2/clusterrole2.yaml`, {
    completion: boundTo("ClusterRole failing-cr2", ["ServiceAccount prod/over-privileged-sa2"]),
    told: ["rbac-nodes-proxy ServiceAccount prod/over-privileged-sa2"],
    dormant: ["rbac-nodes-proxy"],
  }),
  reported(
    [
      `${graph}/NoCreateNodesProxyOrPodsExec/Failing/3/rolebinding3.yaml`,
      `${graph}/NoCreateNodesProxyOrPodsExec/Failing/3/role3.yaml`,
    ],
    {
      told: ["rbac-pods-create ServiceAccount test/over-privileged-sa3", "rbac-ineffective-rule"],
      untold: ["rbac-nodes-proxy"],
      note: { trap: "T10", text: "nodes are of the cluster: a Role gives no nodes/proxy. Pods it does give" },
    },
  ),
  reported(
    [
      `${graph}/NoCreateNodesProxyOrPodsExec/Failing/4/clusterrolebinding4.yaml`,
      `${graph}/NoCreateNodesProxyOrPodsExec/Failing/4/clusterrole4.yaml`,
    ],
    {
      told: ["rbac-bind|rbac-wildcard-resources ServiceAccount prod/over-privileged-sa4"],
      untold: ["rbac-pods-exec", "rbac-nodes-proxy"],
      note: { trap: "T3", text: `\`*\` in ${rbac} is no pods/exec; it is bind, and told as that` },
    },
  ),
  passed(`${graph}/NoCreateNodesProxyOrPodsExec/Passing/1/clusterrolebinding1.yaml`, {
    untold: ["rbac-pods-exec", "rbac-nodes-proxy"],
  }),
  passed(
    [
      `${graph}/NoCreateNodesProxyOrPodsExec/Passing/2/clusterrolebinding2.yaml`,
      `${graph}/NoCreateNodesProxyOrPodsExec/Passing/2/clusterrole2.yaml`,
    ],
    {
      told: ["rbac-nodes-proxy ServiceAccount prod/over-privileged-sa2"],
      untold: ["rbac-pods-exec"],
      note: { trap: "T8", text: "`get` on nodes/proxy is enough to run commands in every pod of a node" },
    },
  ),
  reported(`${graph}/ReadAllSecrets/Failing/ClusterRoleBinding.yaml`, {
    completion: roleWith("ClusterRole secret-reader", { group: "", resources: "secrets", verbs: "get,watch,list" }),
    untold: ["rbac-secrets-read ServiceAccount default/sa1"],
    note: {
      trap: "refused",
      text: "the API server refuses it: a ServiceAccount in a ClusterRoleBinding needs a namespace. Told as a diagnostic",
    },
  }),
  passed(
    [`${graph}/ReadAllSecrets/Passing/ClusterRoleBinding.yaml`, `${graph}/ReadAllSecrets/Passing/ClusterRole.yaml`],
    {
      untold: ["rbac-secrets-read"],
    },
  ),
  passed(`${graph}/ReadAllSecrets/Passing/RoleResourceName.yaml`, {
    note: { text: "one named Secret: `low` at most" },
  }),
  reported(`${graph}/RoleBindingPE/Failing2/FailingClusterRole.yaml`, {
    completion: boundTo("ClusterRole failing-cr2", ["ServiceAccount prod/over-privileged-sa2"]),
    told: ["rbac-bind|rbac-wildcard-resources ServiceAccount prod/over-privileged-sa2"],
    dormant: ["rbac-bind", "rbac-wildcard-resources"],
  }),
  reported(`${graph}/RoleBindingPE/Failing3/FailingRoleBinding.yaml`, {
    completion: roleWith(
      "Role failing-role3",
      { group: rbac, resources: "rolebindings", verbs: "bind,create" },
      "kube-system",
    ),
    untold: ["rbac-bind"],
    note: {
      trap: "T4",
      text: "`bind` is asked for on the role, never on the binding; what is left hands on what its holder has",
    },
  }),
  passed(
    [
      `${graph}/RoleBindingPE/Passing1/PassingClusterRoleBinding.yaml`,
      `${graph}/RoleBindingPE/Passing1/PassingClusterRole.yaml`,
    ],
    {
      untold: ["rbac-bind", "rbac-wildcard-verbs"],
    },
  ),
  passed(`${graph}/RoleBindingPE/Passing2/PassingClusterRole.yaml`, {
    completion: boundTo("ClusterRole passing-cr2", ["User over-privileged-user"]),
    told: ["rbac-bind|rbac-wildcard-resources User over-privileged-user"],
    dormant: ["rbac-bind", "rbac-wildcard-resources"],
    note: {
      trap: "users",
      text: "checkov looks at ServiceAccounts and nodes alone; a User that may bind is no better",
    },
  }),
  passed(`${graph}/RoleBindingPE/Passing3/PassingClusterRoleBinding.yaml`, { untold: ["rbac-bind"] }),
  reported("graph/resources/Keyword/clusterrolebinding.yaml", {
    told: [
      "rbac-rbac-objects-write|rbac-wildcard-verbs ServiceAccount default/service-account-name",
      "rbac-rbac-objects-write|rbac-wildcard-verbs ServiceAccount default/service-account-name2",
    ],
    untold: ["rbac-bind"],
    note: { text: "`*` on clusterrolebindings does not hold `bind`, which is asked for on the role" },
  }),
  reported("graph/resources/Keyword/pod_service_account.yaml", {
    told: ["rbac-bind|rbac-wildcard-resources ServiceAccount prod/over-privileged-sa2"],
  }),
];

const checks: readonly PeerExample[] = [
  reported("checks/example_DefaultServiceAccountBinding/DefaultServiceAccountBinding-FAILED.yaml", {
    told: [
      "rbac-default-sa-bound ServiceAccount whoa/default",
      "rbac-cluster-admin-binding ServiceAccount whoa/default",
    ],
  }),
  passed("checks/example_DefaultServiceAccountBinding/DefaultServiceAccountBinding-PASSED.yaml", {
    untold: ["rbac-default-sa-bound"],
  }),
  reported("checks/example_RbacApproveCertificateSigningRequests/clusterrole-failed-1.yaml", {
    completion: inCluster("test-should-fail-1"),
    told: [`rbac-csr-approve ${somebody}`],
    dormant: ["rbac-csr-approve"],
  }),
  reported("checks/example_RbacApproveCertificateSigningRequests/clusterrole-failed-2.yaml", {
    completion: inCluster("test-should-fail-2"),
    told: [`rbac-csr-approve|rbac-wildcard-resources ${somebody}`],
    dormant: ["rbac-csr-approve", "rbac-wildcard-resources"],
  }),
  passed("checks/example_RbacApproveCertificateSigningRequests/clusterrole-passed-1.yaml", {
    completion: inCluster("test-should-pass-1"),
    told: [`rbac-pods-exec ${somebody}`],
    untold: ["rbac-csr-approve"],
    note: { text: "for its update and patch of pods: other images in them" },
  }),
  passed("checks/example_RbacApproveCertificateSigningRequests/clusterrole-passed-2.yaml", {
    completion: inCluster("test-should-pass-2"),
    untold: ["rbac-csr-approve", "rbac-wildcard-resources"],
  }),
  reported("checks/example_RbacBindRoleBindings/clusterrole-failed-1.yaml", {
    completion: inCluster("test-should-fail-1"),
    untold: ["rbac-bind"],
    note: { trap: "T4", text: "`bind` on rolebindings is asked for by nothing" },
  }),
  reported("checks/example_RbacBindRoleBindings/role-failed-2.yaml", {
    completion: inTest("test-should-fail-2"),
    told: [`rbac-bind|rbac-escalate ${somebody}`],
    dormant: ["rbac-bind", "rbac-escalate"],
    note: { text: "for its `*` on roles, not for that on rolebindings" },
  }),
  passed("checks/example_RbacBindRoleBindings/role-passed-2.yaml", {
    completion: inTest("test-should-pass-2"),
    told: [`rbac-pods-create|rbac-wildcard-verbs ${somebody}`],
    note: { text: "for every verb on pods and accounts, not for its roles" },
    untold: ["rbac-bind", "rbac-escalate"],
  }),
  reported("checks/example_RbacControlWebhooks/clusterrole-failed-1.yaml", {
    completion: inCluster("test-should-fail-1"),
    told: [`rbac-admission-webhooks-write ${somebody}`],
    dormant: ["rbac-admission-webhooks-write"],
  }),
  reported("checks/example_RbacControlWebhooks/clusterrole-failed-2.yaml", {
    completion: inCluster("test-should-fail-2"),
    told: [`rbac-admission-webhooks-write ${somebody}`],
    dormant: ["rbac-admission-webhooks-write"],
  }),
  passed("checks/example_RbacControlWebhooks/clusterrole-passed-2.yaml", {
    completion: inCluster("test-should-pass-2"),
    untold: ["rbac-admission-webhooks-write"],
  }),
  reported("checks/example_RbacEscalateRoles/clusterrole-failed-1.yaml", {
    completion: inCluster("test-should-fail-1"),
    untold: ["rbac-bind"],
    note: {
      trap: "no write",
      text: "`escalate` lifts a check of writing a role; without create, update or patch there is nothing to lift",
    },
  }),
  passed("checks/example_RbacEscalateRoles/clusterrole-passed-1.yaml", {
    completion: inCluster("test-should-pass-1"),
    told: [`rbac-pods-exec ${somebody}`],
    untold: ["rbac-escalate"],
    note: { text: "for its update and patch of pods: other images in them" },
  }),
  passed("checks/example_RbacEscalateRoles/role-passed-2.yaml", {
    completion: inTest("test-should-pass-2"),
    told: [`rbac-pods-create|rbac-wildcard-verbs ${somebody}`],
    note: { text: "for every verb on pods and accounts" },
    untold: ["rbac-escalate"],
  }),
  reported("checks/example_WildcardRoles/role-failed-1.yaml", {
    completion: inTest("test-should-fail-1"),
    untold: ["rbac-wildcard-resources", "rbac-wildcard-verbs", "rbac-wildcard-all"],
    note: { trap: "T25", text: "its only verb is the empty string, which no request has" },
  }),
  reported("checks/example_WildcardRoles/role-failed-3.yaml", {
    completion: inCluster("test-should-fail-3"),
    untold: ["rbac-wildcard-resources", "rbac-wildcard-verbs", "rbac-wildcard-all"],
    note: { trap: "T25", text: "one verb on one resource, of whatever group: no wildcard in what is asked for" },
  }),
  passed("checks/example_WildcardRoles/role-passed-1.yaml", {
    completion: inTest("test-should-pass-3"),
    untold: ["rbac-wildcard-resources", "rbac-wildcard-verbs", "rbac-wildcard-all"],
  }),
  passed("checks/example_WildcardRoles/role-passed-2.yaml", {
    completion: inTest("test-should-pass-2"),
    untold: ["rbac-wildcard-resources", "rbac-wildcard-verbs", "rbac-wildcard-all"],
  }),
];

export const checkovExamples: PeerExamples = {
  peer: "checkov",
  folder: "bridgecrewio__checkov/tests/kubernetes",
  examples: [...graphChecks, ...checks],
  otherDomains: 17,
  howKnown:
    "File and folder names say `Passing` or `Failing`, `passed` or `failed`; `Keyword` holds objects named `failing`.",
};
