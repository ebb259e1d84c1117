import { type PeerExample, type PeerExamples, passed, reported } from "./peer-examples.ts";

const account = (name: string) => `ServiceAccount default/${name}`;

/** Accounts with more to give than the attacker has: a pod takeover needs a victim. */
const victims = "ROLE_BIND_CRB_CR.yaml";

/** The attacks that are about access, from KubeHound's files alone. The others are escapes from a container to its node. */
const attacks: readonly PeerExample[] = [
  reported("IDENTITY_ASSUME.yaml", {
    told: ["rbac-grant-nodes-group Group system:nodes"],
    note: { text: "the credentials of any node carry the right" },
  }),
  reported("IDENTITY_IMPERSONATE.yaml", {
    told: [`rbac-ineffective-rule`],
    untold: [`rbac-impersonate ${account("impersonate-sa")}`],
    note: {
      trap: "T11",
      text: "impersonating users and groups is asked for in the cluster, so it is void in a RoleBinding",
    },
  }),
  reported(["POD_CREATE.yaml", victims], {
    told: [`rbac-pods-create ${account("pod-create-sa")}`, `path-pod-create-to-sa ${account("pod-create-sa")}`],
    note: { text: "a pod of the attacker's runs as any account of the namespace" },
  }),
  reported(["POD_EXEC.yaml", victims], {
    told: [`rbac-pods-exec ${account("pod-exec-sa")}`, `path-pod-takeover-to-sa ${account("pod-exec-sa")}`],
  }),
  reported(["POD_PATCH.yaml", victims], {
    told: [`path-pod-takeover-to-sa ${account("pod-patch-sa")}`],
    note: { text: "another image in a running pod" },
  }),
  reported("ROLE_BIND_ALL.yaml", {
    dormant: ["rbac-wildcard-all"],
    note: { text: "the roles that the other files bind; nobody holds them" },
  }),
  reported("ROLE_BIND_CRB_CR.yaml", {
    told: ["crb-cr-crb-cr", "crb-cr-rb-cr", "crb-cr-rb-r"].map((name) => `rbac-bind ${account(`rolebind-sa-${name}`)}`),
    untold: [
      `rbac-bind ${account("rolebind-sa-crb-cr-crb-r-fail")}`,
      `path-bind-or-escalate ${account("rolebind-sa-crb-cr-crb-r-fail")}`,
    ],
    note: { text: "whose name ends in `fail` cannot: no ClusterRoleBinding refers to a Role" },
  }),
  reported(["ROLE_BIND_CRB_CR.yaml", "ROLE_BIND_ALL.yaml"], {
    told: [`path-bind-or-escalate ${account("rolebind-sa-crb-cr-rb-cr")}`],
  }),
  reported("ROLE_BIND_RB_CR-SA.yaml", {
    told: ["rb-cr-rb-cr", "rb-cr-rb-r"].map((name) => `rbac-bind ${account(`rolebind-sa-${name}`)}`),
    untold: [
      `rbac-bind ${account("rolebind-sa-rb-cr-crb-cr-fail")}`,
      `path-bind-or-escalate ${account("rolebind-sa-rb-cr-crb-cr-fail")}`,
    ],
    note: { text: "a ClusterRoleBinding is not created through a RoleBinding" },
  }),
  reported("ROLE_BIND_RB_R-SA.yaml", {
    told: ["rb-r-rb-r", "rb-r-rb-crb"].map((name) => `rbac-bind ${account(`rolebind-sa-${name}`)}`),
    untold: [`rbac-bind ${account("rolebind-sa-rb-r-crb-cr-fail")}`],
  }),
  reported(["ROLE_BIND_RB_R-UG.yaml", "ROLE_BIND_RB_R-SA.yaml"], {
    told: ["rb-r-rb-r", "rb-r-rb-crb"].flatMap((name) => [
      `rbac-bind Group group-${name}`,
      `rbac-bind User user-${name}`,
    ]),
    untold: ["rbac-bind Group group-rb-r-crb-cr-fail", "rbac-bind User user-rb-r-crb-cr-fail"],
  }),
  reported("TOKEN_BRUTEFORCE.yaml", {
    told: [`rbac-secrets-read ${account("tokenget-sa")}`],
    note: { text: "tokens only where legacy token Secrets are left; other Secrets in any case" },
  }),
  reported("TOKEN_LIST.yaml", {
    told: [`rbac-secrets-read ${account("tokenlist-sa")}`],
    note: { text: "tokens only where legacy token Secrets are left; other Secrets in any case" },
  }),
  passed("CONTROL_POD.yaml", { note: { text: "the pod without a weakness, in KubeHound's own words" } }),
];

export const kubeHoundExamples: PeerExamples = {
  peer: "KubeHound",
  folder: "DataDog__KubeHound/test/setup/test-cluster/attacks",
  examples: attacks,
  otherDomains: 11,
  howKnown:
    "Each file is an attack that KubeHound has an edge for; accounts whose name ends in `fail` are its counterproofs.",
};
