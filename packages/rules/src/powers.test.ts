import { graphOfText } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { powersOf } from "./powers.ts";

const minor = "1.37";

/** The powers of ServiceAccount ci/bot by rules `VERBS GROUP RESOURCES [NAMES]`, bound in a namespace or (`""`) cluster-wide. */
function powers(namespace: string, rules: readonly string[], version: string = minor) {
  const [kind, metadata] =
    namespace === "" ? ["ClusterRoleBinding", "{name: b}"] : ["RoleBinding", `{name: b, namespace: ${namespace}}`];
  const graph = graphOfText(`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: r}
rules:
${rules.map(yamlRule).join("\n")}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: ${metadata}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r}
subjects: [{kind: ServiceAccount, name: bot, namespace: ci}]
`);
  return powersOf(graph.grantsOf("User system:serviceaccount:ci:bot"), version);
}

function yamlRule(rule: string): string {
  const [verbs = "", group = "", resources = "", names] = rule.split(" ");
  if (verbs.startsWith("/")) return `- {nonResourceURLs: [${quoted(verbs)}], verbs: [get]}`;
  const named = names === undefined ? "" : `, resourceNames: [${quoted(names)}]`;
  const apiGroup = group === "core" ? "" : group;
  return `- {verbs: [${quoted(verbs)}], apiGroups: ["${apiGroup}"], resources: [${quoted(resources)}]${named}}`;
}

function quoted(list: string): string {
  return list
    .split(",")
    .map((word) => JSON.stringify(word))
    .join(", ");
}

const rbac = "rbac.authorization.k8s.io";

describe("the strongest power: where, rules, id and level", () => {
  test.each<[where: string, rules: string[], power: string]>([
    ["", ["* * *"], "everything 1"],
    ["dev", ["* * *"], "everything 3"],
    ["kube-system", ["* * *"], "everything 1"],
    // `*` in one group is not everything, but all of that group.
    ["", ["* my.io *"], "write 4"],
    ["", ["* core *"], "impersonate-users 1"],
    ["", ["get,list core secrets"], "read-secrets 2"],
    ["", ["patch core secrets"], "read-secrets 2"],
    ["", ["create core secrets"], "write-secrets 3"],
    ["dev", ["get core secrets"], "read-secrets 3"],
    ["dev", ["get core secrets pull"], "read-secrets 4"],
    ["dev", ["list example.com secrets"], "read 5"],
    // Verbs and resources of different rules are never combined.
    ["", ["create core secrets", "get core pods"], "write-secrets 3"],
    ["", ["create core serviceaccounts/token"], "create-tokens 1"],
    ["", ["create core pods"], "create-pods 1"],
    ["dev", ["update core configmaps aws-auth"], "write 4"],
    // Pods run as controllers' accounts nowhere: entering all of kube-system is worth entering all of the cluster.
    ["kube-system", ["create core pods/exec"], "exec-pods 2"],
    ["", ["create core pods/exec"], "exec-pods 2"],
    ["kube-system", ["get core secrets"], "read-secrets 2"],
    ["kube-system", ["create core pods"], "create-pods 1"],
    ["dev", ["create batch cronjobs"], "write-workloads 3"],
    ["dev", ["create extensions cronjobs"], "write 4"],
    // A pod template may name any account, whatever the Deployment is called.
    ["dev", ["patch apps deployments web"], "write-workloads 3"],
    ["dev", ["create core pods/exec"], "exec-pods 3"],
    ["dev", ["create core pods/exec web-0"], "exec-pods 4"],
    // `*` is a literal among names, and no Secret is called that.
    ["dev", ["get core secrets *"], "read 5"],
    ["dev", ["get core secrets *,pull"], "read-secrets 4"],
    // A server-side apply creates what it names.
    ["dev", ["create core pods foo"], "nothing"],
    ["dev", ["create,patch core pods foo"], "create-pods 3"],
    ["", ["create batch jobs"], "write-workloads 1"],
    // The template of a Job cannot be changed.
    ["", ["update,patch batch jobs"], "write 4"],
    ["", ["patch batch cronjobs"], "write-workloads 1"],
    ["dev", ["list,watch core services a"], "read 5"],
    ["dev", ["patch apps */scale"], "write 4"],
    // Names of nothing, and requests that name no object.
    ["dev", ["create core pods/*"], "nothing"],
    ["", ["* core */*"], "nothing"],
    ["", ["Get,get* core secrets"], "nothing"],
    ["dev", ["create core pods foo"], "nothing"],
    ["dev", ["deletecollection core secrets foo"], "nothing"],
    ["dev", ["create core serviceaccounts/token bot"], "create-tokens 4"],
    ["dev", ["create,get core configmaps foo"], "read 5"],
    ["dev", ["create core */exec"], "exec-pods 3"],
    ["", ["get core nodes/proxy"], "reach-kubelets 2"],
    ["", [`bind ${rbac} clusterroles`, `create ${rbac} clusterrolebindings`], "bind 1"],
    ["", [`bind ${rbac} clusterroles view`, `create ${rbac} clusterrolebindings`], "write-cluster-rbac 4"],
    ["", [`bind ${rbac} clusterroles cluster-admin`, `create ${rbac} clusterrolebindings`], "bind 1"],
    ["", [`bind,create ${rbac} clusterrolebindings`], "write-cluster-rbac 4"],
    ["dev", [`bind ${rbac} clusterroles`, `create ${rbac} rolebindings`], "bind-in-namespace 3"],
    ["", [`escalate,update ${rbac} clusterroles`], "escalate 1"],
    ["", [`escalate ${rbac} clusterroles`], "nothing"],
    ["", ["impersonate core groups"], "nothing"],
    ["", ["impersonate core users system:serviceaccount:ops:root"], "nothing"],
    ["", ["impersonate core users bob"], "write 4"],
    ["", ["impersonate core users"], "impersonate-users 1"],
    ["dev", ["impersonate core serviceaccounts"], "impersonate-service-accounts 3"],
    ["", ["update certificates.k8s.io certificatesigningrequests/approval"], "write 4"],
    [
      "",
      [
        "update certificates.k8s.io certificatesigningrequests/approval",
        "approve certificates.k8s.io signers kubernetes.io/kube-apiserver-client",
      ],
      "approve-certificates 1",
    ],
    ["kube-system", ["update core configmaps aws-auth"], "write-aws-auth 1"],
    ["", ["get,list core configmaps"], "read 5"],
    ["", ["create authorization.k8s.io selfsubjectaccessreviews"], "discovery 6"],
    ["", ["create authentication.k8s.io tokenreviews"], "read 5"],
    ["", ["create authorization.k8s.io subjectaccessreviews,selfsubjectaccessreviews"], "read 5"],
    ["", ["create certificates.k8s.io certificatesigningrequests/selfnodeclient"], "nothing"],
    ["", ["create certificates.k8s.io certificatesigningrequests/nodeclient"], "nothing"],
    ["", ["/healthz"], "discovery 6"],
    ["", ["/metrics"], "read 5"],
  ])("%j %j: %s", (where, rules, expected) => {
    const [strongest] = powers(where, rules);
    expect(strongest === undefined ? "nothing" : `${strongest.id} ${strongest.level}`).toBe(expected);
  });
});

describe("a RoleBinding gives nothing of what is asked at the cluster's scope", () => {
  test.each([
    ["impersonate core users,groups"],
    ["get core nodes/proxy"],
    ["create core persistentvolumes"],
    [`escalate,update ${rbac} clusterroles`],
    ["/metrics"],
  ])("%s", (rule) => {
    expect(powers("dev", [rule])).toEqual([]);
  });
});

test("get of pods/exec is enough until 1.34", () => {
  expect(powers("", ["get core pods/exec"], "1.34")[0]?.id).toBe("exec-pods");
  expect(powers("", ["get core pods/exec"], "1.35")).toEqual([]);
});

test("a witness is the word of the role that counts", () => {
  const [power] = powers("", ["get,list,delete core configmaps,secrets"]);
  expect(power?.witnesses[0].resource?.value).toBe("secrets");
  expect(power?.witnesses[0].verbs.map(({ value }) => value)).toEqual(["get", "list", "delete"]);
});

test("everything leaves no room for less", () => {
  expect(powers("", ["* * *", "get core secrets"]).map(({ id }) => id)).toEqual(["everything"]);
});
