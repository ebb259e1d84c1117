import type { Identity } from "@authgraph/kubernetes";
import { describe, expect, test } from "vitest";
import { rulesFor } from "./rules-for.ts";
import { apiServer, binding, clusterRole, graphOf, role, rule, urls } from "./written-cluster.ts";

const jane: Identity = { user: "jane", groups: ["dev"] };
const node: Identity = { user: "system:node:n1", groups: ["system:nodes"] };

const objects = [
  clusterRole("reader", rule("get,list", "pods"), urls("get", "/metrics")),
  role("web/editor", rule("update", "configmaps")),
  role("db/editor", rule("delete", "configmaps")),
  binding("all", "ClusterRole reader", "User jane"),
  binding("web/edit", "Role editor", "Group dev", "User jane"),
  binding("db/edit", "Role editor", "Group dev"),
];

/** `get,list pods`. */
function listed(graph: ReturnType<typeof graphOf>, identity: Identity, namespace: string): readonly string[] {
  return rulesFor(graph, identity, namespace).rules.map(({ rule: { verbs, resources, nonResourceURLs } }) =>
    [verbs, [...resources, ...nonResourceURLs]].map((list) => list.map(({ value }) => value).join()).join(" "),
  );
}

describe("the rules of jane", () => {
  const graph = graphOf({ "a.yaml": objects }, { complete: true });
  test.each([
    ["web", ["get,list pods", "get /metrics", "update configmaps"]],
    ["db", ["get,list pods", "get /metrics", "delete configmaps"]],
    ["other", ["get,list pods", "get /metrics"]],
    ["", ["get,list pods", "get /metrics"]],
  ])("in namespace %o", (namespace, expected) => {
    expect(listed(graph, jane, namespace)).toEqual(expected);
  });

  test("come with their grants", () => {
    const [first] = rulesFor(graph, jane, "web").rules;
    expect(first?.grant).toMatchObject({ subject: { name: { value: "jane" } }, confidence: "certain" });
  });
});

describe("by authorizer", () => {
  test.each<readonly [modes: string, Identity, rules: number, incomplete: boolean, messages: readonly string[]]>([
    ["Node,RBAC", jane, 2, false, []],
    ["Node,RBAC", node, 0, true, ["node authorizer does not support user rule resolution"]],
    ["RBAC,Webhook", jane, 2, true, ["webhook authorizer does not support user rule resolution"]],
    ["Node", jane, 0, false, []],
    ["AlwaysDeny", jane, 0, false, []],
    ["RBAC,AlwaysAllow", jane, 4, false, []],
    // What nobody lists.
    ["RBAC", { user: "root", groups: ["system:masters"] }, 0, false, []],
  ])("%s: %o", (modes, identity, rules, incomplete, messages) => {
    const graph = graphOf({ "a.yaml": objects, "s.yaml": [apiServer(`--authorization-mode=${modes}`)] });
    expect(rulesFor(graph, identity, "other")).toMatchObject({ rules: { length: rules }, incomplete, messages });
  });
});

describe("what is not known", () => {
  test("a role that the inputs do not hold", () => {
    const dangling = [binding("b", "ClusterRole gone", "User jane")];
    const messages = ['RBAC: clusterrole.rbac.authorization.k8s.io "gone" not found'];
    expect(rulesFor(graphOf({ "a.yaml": dangling }), jane, "web")).toMatchObject({
      rules: [],
      messages,
      assumptions: [
        { text: "what ClusterRole gone gives, which ClusterRoleBinding b names and the inputs do not contain" },
      ],
    });
    expect(rulesFor(graphOf({ "a.yaml": dangling }, { complete: true }), jane, "web")).toMatchObject({
      messages,
      assumptions: [],
    });
  });

  test("definitions of a binding that differ", () => {
    const graph = graphOf({
      "roles.yaml": [clusterRole("r", rule("get", "pods"))],
      "a.yaml": [binding("b", "ClusterRole r", "User jane")],
      "b.yaml": [binding("b", "ClusterRole r", "User joe")],
    });
    expect(rulesFor(graph, jane, "web")).toMatchObject({
      rules: [{ grant: { confidence: "possible" } }],
      assumptions: [{ text: "which definition of ClusterRoleBinding b holds: a.yaml or b.yaml" }],
    });
  });

  test.each([
    ["the same", "get", "secrets", ["get certain"]],
    ["more", "*", "secrets", ["get certain", "* possible"]],
    ["more resources", "get", "secrets,pods", ["get certain", "get possible"]],
    ["something else", "list", "secrets", ["get possible", "list possible"]],
    ["nothing of it", "get", "pods", ["get possible", "get possible"]],
  ])("what every definition of a role gives is certain: another one gives %s", (_what, verbs, resources, expected) => {
    const graph = graphOf({
      "a/role.yaml": [clusterRole("r", rule("get", "secrets"))],
      "b/role.yaml": [clusterRole("r", rule(verbs, resources))],
      "c/binding.yaml": [binding("b", "ClusterRole r", "User jane")],
    });
    const given = rulesFor(graph, jane, "web").rules.map(
      ({ grant }) => `${grant?.rule.verbs.map(({ value }) => value).join()} ${grant?.confidence}`,
    );
    expect(given).toEqual(expected);
  });

  test("definitions of a binding that say the same are one", () => {
    const same = [clusterRole("r", rule("get", "pods")), binding("b", "ClusterRole r", "User jane")];
    const graph = graphOf({ "a.yaml": same, "b.yaml": same });
    expect(rulesFor(graph, jane, "web")).toMatchObject({
      rules: [{ grant: { confidence: "certain" } }],
      assumptions: [],
    });
  });

  test("which server is asked, where their authorizers differ", () => {
    const graph = graphOf({
      "a.yaml": [apiServer("--authorization-mode=RBAC", { instance: "one" })],
      "b.yaml": [apiServer("--authorization-mode=Node,RBAC", { instance: "two" })],
    });
    expect(rulesFor(graph, jane, "web").assumptions).toMatchObject([
      { text: "which of one and two is asked: their authorizers differ" },
    ]);
  });
});
