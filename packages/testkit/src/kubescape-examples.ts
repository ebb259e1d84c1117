import {
  boundTo,
  type PeerExample,
  type PeerExamples,
  passed,
  podOf,
  reported,
  roleWith,
  together,
} from "./peer-examples.ts";

const jane = "User jane";
const core = (resources: string, verbs: string) => ({ group: "", resources, verbs });
const inNamespace = (role: string, namespace = "kube-system") => boundTo(role, [jane], namespace);
const inCluster = (role: string, ...subjects: readonly string[]) => boundTo(role, subjects);

/** Each test folder holds the input of one rule; the corpus has one file of it, the completion says what it was with. */
const inputs: readonly PeerExample[] = [
  reported("access-container-service-account-v1/test/clusterrole-clusterrolebinding/input/clusterrole.yaml", {
    completion: inCluster("ClusterRole test", "ServiceAccount default/default"),
    told: ["rbac-default-sa-bound ServiceAccount default/default"],
    note: { text: "kubescape lists what every account may do; of the group given only rolebindings exist" },
  }),
  reported("access-container-service-account-v1/test/clusterrole-rolebinding/input/rolebinding.yaml", {
    completion: roleWith("ClusterRole test", { group: "*", resources: "pods,clusterrolebindings", verbs: "*" }),
    told: [
      "rbac-default-sa-bound ServiceAccount default/default",
      "rbac-pods-create|rbac-wildcard-verbs ServiceAccount default/default",
    ],
  }),
  reported("anonymous-access-enabled/test/fail/input/clusterrolebinding.yaml", {
    untold: ["rbac-grant-anonymous", "rbac-grant-authenticated"],
    note: { trap: "T18", text: "the default binding as Kubernetes ships it: discovery and health" },
  }),
  reported("automount-default-service-account/test/both-mount-default/input/serviceaccount.json", {
    told: ["sa-default-automount ServiceAccount default/default"],
  }),
  reported("automount-service-account/test/deployment-pod-false-sa-true/input/serviceaccount.json", {
    completion: {
      ...podOf("kubescape-test", "test-sa"),
      spec: {
        automountServiceAccountToken: false,
        serviceAccountName: "test-sa",
        containers: [{ name: "main", image: "example.org/main:1" }],
      },
    },
    untold: ["sa-token-automount"],
    note: { trap: "pod field", text: "the pod's own `automountServiceAccountToken: false` wins: no token is mounted" },
  }),
  reported("automount-service-account/test/sa-mount/input/serviceaccount.json", {
    told: ["sa-default-automount ServiceAccount default/default"],
  }),
  reported("cluster-admin-role/test/clusterrole-rolebinding/input/cluterrole.yaml", {
    completion: inNamespace("ClusterRole cluster-admin"),
    told: ["rbac-cluster-admin-binding|rbac-wildcard-resources User jane"],
    note: { text: "a cluster-admin of its own with less in it" },
  }),
  reported("cluster-admin-role/test/role-clusterrolebinding/input/role.yaml", {
    completion: inNamespace("Role test"),
    told: ["rbac-wildcard-all User jane"],
    dormant: ["rbac-wildcard-all"],
  }),
  passed(
    "ensure-default-service-accounts-has-only-default-roles/test/passed_clusterrolebinding/input/clusterrolebinding.yaml",
    {
      untold: ["rbac-default-sa-bound"],
    },
  ),
  reported("exec-into-container-v1/test/clusterrole/input/clusterrolebinding.yaml", {
    completion: roleWith("ClusterRole secret-reader", core("pods/*", "create,list")),
    told: ["rbac-ineffective-rule"],
    untold: ["rbac-pods-exec"],
    note: { trap: "T1", text: "`pods/*` is no wildcard: it matches no request" },
  }),
  passed("non-existent-service-account/test/success_explicit_service_account_exists/input/serviceaccount.yaml", {
    completion: podOf("app", "worker"),
    untold: ["sa-missing"],
  }),
  reported("review-roles-with-aws-iam-authenticator/test/failed/input/role.yaml", {
    completion: inNamespace("Role test", "default"),
    told: ["rbac-rbac-objects-write|rbac-wildcard-verbs User jane"],
    dormant: ["rbac-rbac-objects-write", "rbac-wildcard-verbs"],
    note: { text: "kubescape asks to review every Role on EKS; this one lets its holder hand on what it has" },
  }),
  reported("rule-access-dashboard-subject-v1/test/clusterrole-clusterrolebinding/input/clusterrole.yaml", {
    completion: inCluster("ClusterRole kubernetes-dashboard", "Group manager", "Group dev"),
    told: ["rbac-pods-create|rbac-wildcard-verbs Group manager", "rbac-pods-create|rbac-wildcard-verbs Group dev"],
    dormant: ["rbac-pods-create", "rbac-wildcard-verbs"],
    note: { text: "for what the role gives, not for its name" },
  }),
  reported("rule-access-dashboard-subject-v1/test/clusterrole-rolebinding/input/rolebinding.yaml", {
    completion: roleWith("ClusterRole kubernetes-dashboard", core("pods", "*,watch,list")),
    told: ["rbac-pods-create|rbac-wildcard-verbs User jane"],
    note: { text: "for what the role gives, not for its name" },
  }),
  reported("rule-can-access-proxy-subresource/test/role-rolebinding/input/role.yaml", {
    completion: inNamespace("Role test"),
    told: ["rbac-pods-create|rbac-wildcard-verbs User jane"],
    untold: ["rbac-nodes-proxy"],
    dormant: ["rbac-pods-create", "rbac-wildcard-verbs"],
    note: { trap: "T10", text: "nodes are of the cluster: a Role gives no nodes/proxy. Pods it does give" },
  }),
  reported("rule-can-approve-cert-signing-request/test/clusterrole-rolebinding/input/cluterrole.yaml", {
    completion: inNamespace("ClusterRole test"),
    told: ["rbac-ineffective-rule"],
    untold: ["rbac-csr-approve"],
    note: {
      trap: "T10",
      text: "requests for certificates are of the cluster; besides, approving needs `approve` on the signer",
    },
  }),
  reported("rule-can-approve-cert-signing-request/test/role-rolebinding/input/rolebinding.yaml", {
    completion: roleWith(
      "Role test",
      { group: "certificates.k8s.io", resources: "certificatesigningrequests/approval", verbs: "*" },
      "kube-system",
    ),
    told: ["rbac-ineffective-rule"],
    untold: ["rbac-csr-approve"],
    note: {
      trap: "T10",
      text: "requests for certificates are of the cluster; besides, approving needs `approve` on the signer",
    },
  }),
  reported("rule-can-bind-escalate/test/role-rolebinding/input/role.yaml", {
    completion: inNamespace("Role test", "default"),
    untold: ["rbac-bind", "rbac-escalate"],
    note: {
      trap: "T10",
      text: "ClusterRoles are not written through a RoleBinding, and `bind` is of no use without writing rolebindings",
    },
  }),
  reported("rule-can-create-pod/test/clusterrole-rolebinding/input/cluterrole.yaml", {
    completion: inNamespace("ClusterRole test"),
    told: ["rbac-pods-create|rbac-wildcard-verbs User jane"],
    dormant: ["rbac-pods-create", "rbac-wildcard-verbs"],
  }),
  reported("rule-can-create-pv/test/clusterrole-rolebinding/input/rolebinding.yaml", {
    completion: roleWith("ClusterRole test", core("pods,services,persistentvolumes", "*,watch,list")),
    told: ["rbac-pods-create|rbac-wildcard-verbs User jane"],
    untold: ["rbac-persistentvolumes-create"],
    note: { trap: "T10", text: "volumes are of the cluster: void in a RoleBinding. Pods it does give" },
  }),
  passed("rule-can-create-service-account-token/test/clusterrole-clusterrolebinding/input/clusterrole.yaml", {
    completion: inCluster("ClusterRole test", "Group manager", "Group dev"),
    untold: ["rbac-token-create"],
    note: { text: "it does not name serviceaccounts/token" },
  }),
  reported("rule-can-create-service-account-token/test/role-rolebinding/input/role.yaml", {
    completion: inNamespace("Role test"),
    told: ["rbac-token-create User jane"],
    dormant: ["rbac-token-create"],
  }),
  reported("rule-can-delete-k8s-events-v1/test/role-rolebinding/input/role.yaml", {
    completion: inNamespace("Role test"),
    told: ["rbac-wildcard-all User jane"],
    dormant: ["rbac-wildcard-all"],
  }),
  reported("rule-can-impersonate-users-groups-v1/test/clusterrole-rolebinding/input/cluterrole.yaml", {
    completion: inNamespace("ClusterRole test"),
    told: ["rbac-wildcard-resources|rbac-impersonate User jane"],
    dormant: ["rbac-wildcard-resources", "rbac-impersonate"],
    note: {
      text: "for everything in the core group, its accounts included; users and groups are void in a RoleBinding (T11)",
    },
  }),
  reported("rule-can-modify-admission-webhooks/test/role-rolebinding/input/role.yaml", {
    completion: inNamespace("Role test"),
    told: ["rbac-pods-create|rbac-wildcard-verbs User jane"],
    untold: ["rbac-admission-webhooks-write"],
    dormant: ["rbac-pods-create", "rbac-wildcard-verbs"],
    note: { trap: "T10", text: "webhook configurations are of the cluster: void in a Role. Pods it does give" },
  }),
  reported("rule-can-portforward-v1/test/role-rolebinding/input/role.yaml", {
    completion: inNamespace("Role test"),
    told: ["rbac-wildcard-resources|rbac-secrets-read User jane"],
    dormant: ["rbac-wildcard-resources", "rbac-secrets-read"],
    note: { text: "port forwarding alone is in the extended pack (rbac-pods-portforward)" },
  }),
  reported("rule-list-all-cluster-admins-v1/test/clusterrole-clusterrolebinding/input/clusterrole.yaml", {
    completion: inCluster("ClusterRole test", "Group manager", "Group dev"),
    told: ["rbac-wildcard-all Group manager", "rbac-wildcard-all Group dev"],
    dormant: ["rbac-wildcard-all"],
  }),
  reported("system-authenticated-allowed-to-take-over-cluster/test/fail/input/clusterrole.yaml", {
    completion: inCluster("ClusterRole system:viewer", "Group system:authenticated"),
    told: ["rbac-grant-authenticated Group system:authenticated"],
    note: { text: "reading pods, nodes and namespaces is a `medium`, not the cluster (T1, T26)" },
  }),
  reported("workload-with-administrative-roles/test/fail-wl-creates-pod/input/clusterrole.yaml", {
    completion: together(inCluster("ClusterRole test", "ServiceAccount default/default"), podOf("default", "default")),
    told: ["rbac-wildcard-resources ServiceAccount default/default", "workload-privileged-service-account"],
    dormant: ["rbac-wildcard-resources"],
  }),
  reported("workload-with-cluster-takeover-roles/test/fail-wl-gets-secrets/input/clusterrolebinding.yaml", {
    completion: together(
      roleWith("ClusterRole test", { group: "*", resources: "secrets,users", verbs: "get" }),
      podOf("default", "default"),
    ),
    told: [
      "rbac-secrets-read ServiceAccount default/default",
      "rbac-secrets-read Group dev",
      "workload-privileged-service-account",
    ],
  }),
];

export const kubescapeExamples: PeerExamples = {
  peer: "kubescape",
  folder: "kubescape__regolibrary/rules",
  examples: inputs,
  otherDomains: 0,
  howKnown:
    "Folder names say `pass`, `success` or `fail`; the others hold what the rule is named after. One names nothing that its rule looks for: it passes.",
};
