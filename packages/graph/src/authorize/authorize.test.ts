import { type Attributes, anonymousIdentity, type Identity, serviceAccountIdentity } from "@authgraph/kubernetes";
import { describe, expect, test } from "vitest";
import type { AccessGraph, Decision } from "../types.ts";
import {
  apiServer,
  authorization,
  binding,
  clusterRole,
  graphOf,
  nothingShipped,
  policy,
  role,
  rule,
  unplaced,
  urls,
} from "../written-cluster.ts";
import { authorize } from "./authorize.ts";

const jane: Identity = { user: "jane", groups: ["dev", "system:authenticated"] };

/** `get pods`, `get apps/deployments/scale`, `get pods in web`, `get pods named x in web`, `get /healthz`. */
function ask(text: string): Attributes {
  const [, verb = "", what = "", name = "", namespace = ""] =
    /^(\S*) (\S+)(?: named (\S+))?(?: in (\S+))?$/.exec(text) ?? [];
  if (what.startsWith("/")) return { kind: "non-resource", verb, path: what };
  const [group, resource = "", subresource = ""] = what.includes(":") ? cut(what) : ["", ...what.split("/")];
  return { kind: "resource", verb, apiGroup: group, resource, subresource, namespace, name };
}

function cut(what: string): readonly [string, string, string | undefined] {
  const [group = "", rest = ""] = what.split(":");
  const [resource = "", subresource] = rest.split("/");
  return [group, resource, subresource];
}

function outcome(graph: AccessGraph, identity: Identity, question: string): Decision["outcome"] {
  return authorize(graph, identity, ask(question)).outcome;
}

function reason(decision: Decision): string {
  return decision.reason;
}

describe("a ClusterRoleBinding to jane gives the rule", () => {
  test.each([
    ["get * of the core group", rule("get", "*"), "get pods/log", "allowed"],
    ["get pods/*, which is no pattern", rule("get", "pods/*"), "get pods/log", "denied"],
    ["get */log", rule("get", "*/log"), "get pods/log", "allowed"],
    ["get */log", rule("get", "*/log"), "get log", "denied"],
    ["get /a**", urls("get", "/a**"), "get /ab", "allowed"],
    ["get /healthz/*", urls("get", "/healthz/*"), "get /healthz", "denied"],
    ["get /healthz/*", urls("get", "/healthz/*"), "get /healthz/", "allowed"],
    ["get /version", urls("get", "/version"), "get /version/", "denied"],
    [
      "list configmaps named x",
      rule("list", "configmaps", { names: "x" }),
      "list configmaps named x in web",
      "allowed",
    ],
    ["list configmaps named x", rule("list", "configmaps", { names: "x" }), "list configmaps in web", "denied"],
    [
      "deletecollection of configmaps named x",
      rule("deletecollection", "configmaps", { names: "x" }),
      "deletecollection configmaps in web",
      "denied",
    ],
    ["no group at all, which is not the core group", { ...rule("get", "pods"), apiGroups: [] }, "get pods", "denied"],
    ["Get pods, in the wrong case", rule("Get", "pods"), "get pods", "denied"],
    ["get,list pods, asked with no verb (OPTIONS)", rule("get,list", "pods"), " pods", "denied"],
    ["any verb on pods, asked with no verb (OPTIONS)", rule("*", "pods"), " pods", "allowed"],
  ])("%s", (_, given, question, expected) => {
    const graph = graphOf({ "a.yaml": [clusterRole("r", given), binding("b", "ClusterRole r", "User jane")] });
    expect(outcome(graph, jane, question)).toBe(expected);
  });
});

describe("who is meant by a subject", () => {
  const ci = serviceAccountIdentity("a", "ci");
  test.each([
    ["ClusterRoleBinding, User", "b", "User jane", jane, "allowed"],
    ["ClusterRoleBinding, another User", "b", "User Jane", jane, "denied"],
    ["ClusterRoleBinding, Group", "b", "Group dev", jane, "allowed"],
    ["ClusterRoleBinding, ServiceAccount", "b", "ServiceAccount a/ci", ci, "allowed"],
    ["ClusterRoleBinding, ServiceAccount of another namespace", "b", "ServiceAccount b/ci", ci, "denied"],
    ["ClusterRoleBinding, ServiceAccount without namespace", "b", "ServiceAccount ci", ci, "denied"],
    [
      "the same, for the account of that name in default",
      "b",
      "ServiceAccount ci",
      serviceAccountIdentity("default", "ci"),
      "denied",
    ],
    ["RoleBinding in a, ServiceAccount without namespace", "a/b", "ServiceAccount ci", ci, "allowed"],
    ["a User with the name of a ServiceAccount", "b", "User system:serviceaccount:a:ci", ci, "allowed"],
    ["all ServiceAccounts as a Group", "b", "Group system:serviceaccounts", ci, "allowed"],
    ["the ServiceAccounts of its namespace as a Group", "b", "Group system:serviceaccounts:a", ci, "allowed"],
    ["requests without credentials", "b", "Group system:unauthenticated", anonymousIdentity, "allowed"],
    [
      "everybody authenticated, asked without credentials",
      "b",
      "Group system:authenticated",
      anonymousIdentity,
      "denied",
    ],
    ["nobody adds groups to a name alone", "b", "Group system:authenticated", { user: "jane", groups: [] }, "denied"],
  ])("%s", (_, path, subject, identity, expected) => {
    const graph = graphOf({
      "a.yaml": [clusterRole("r", rule("get", "pods")), binding(path, "ClusterRole r", subject)],
    });
    expect(outcome(graph, identity, "get pods in a")).toBe(expected);
  });
});

describe("how far a RoleBinding in web reaches", () => {
  const graph = graphOf({
    "a.yaml": [
      clusterRole("r", rule("get,list", "namespaces,pods"), urls("get", "/metrics")),
      role("web/s", rule("get", "services")),
      binding("web/b", "ClusterRole r", "User jane"),
      binding("web/c", "Role s", "User jane"),
    ],
  });
  test.each([
    ["get pods in web", "allowed"],
    ["get pods in default", "denied"],
    ["get pods", "denied"],
    ["get services in web", "allowed"],
    ["get namespaces named web in web", "allowed"],
    ["list namespaces", "denied"],
    ["get /metrics", "denied"],
  ])("%s: %s", (question, expected) => {
    expect(outcome(graph, jane, question)).toBe(expected);
  });
});

describe("a role that is missing", () => {
  const objects = [binding("b", "ClusterRole gone", "User jane"), binding("web/c", "Role gone", "User jane")] as const;
  test("leaves the answer open, and says what would settle it", () => {
    expect(authorize(graphOf({ "a.yaml": objects }), jane, ask("get pods"))).toMatchObject({
      outcome: "unknown",
      assumptions: [
        { text: "what ClusterRole gone gives, which ClusterRoleBinding b names and the inputs do not contain" },
      ],
    });
  });
  test("does not exist where the inputs are complete", () => {
    const decision = authorize(graphOf({ "a.yaml": objects }, { complete: true }), jane, ask("get pods in web"));
    expect(decision.outcome).toBe("denied");
    expect(reason(decision)).toBe(
      'rbac: RBAC: [clusterrole.rbac.authorization.k8s.io "gone" not found, role.rbac.authorization.k8s.io "gone" not found]',
    );
  });
  test.each([
    ["v1.37.0", 'rbac: RBAC: clusterrole.rbac.authorization.k8s.io "gone" not found'],
    ["v1.36.3", 'RBAC: clusterrole.rbac.authorization.k8s.io "gone" not found'],
  ])("is told by a server of %s as %s", (version, expected) => {
    const server = apiServer("--authorization-mode=Node,RBAC", {
      version: { value: version, origin: objects[0].origin },
    });
    const graph = graphOf({ "a.yaml": [...objects, server] }, { complete: true });
    expect(reason(authorize(graph, jane, ask("get pods")))).toBe(expected);
  });
  test("does not matter to somebody else", () => {
    expect(outcome(graphOf({ "a.yaml": objects }), { user: "joe", groups: [] }, "get pods")).toBe("denied");
  });
  test("blocks no other binding", () => {
    const graph = graphOf({
      "a.yaml": [...objects, clusterRole("r", rule("get", "pods")), binding("z", "ClusterRole r", "User jane")],
    });
    expect(outcome(graph, jane, "get pods")).toBe("allowed");
  });
  test("may be in the namespace that the inputs do not say", () => {
    const graph = graphOf(
      { "a.yaml": [role("web/r", rule("get", "pods")), unplaced(binding("x/b", "Role r", "User jane"))] },
      { complete: true },
    );
    expect(authorize(graph, jane, ask("get pods in <applied>"))).toMatchObject({
      outcome: "unknown",
      assumptions: [{ text: "whether RoleBinding b and Role r are in the same namespace (web)" }],
    });
  });
});

describe("system:masters", () => {
  test("is allowed everything, whatever RBAC holds", () => {
    const decision = authorize(graphOf({}), { user: "root", groups: ["system:masters"] }, ask("delete nodes"));
    expect(decision).toMatchObject({ outcome: "allowed", proof: [] });
  });
});

describe("the proof", () => {
  const pods = rule("get", "pods");
  const graph = graphOf({
    "b.yaml": [binding("web/a", "ClusterRole r", "User jane"), binding("z", "ClusterRole r", "Group dev", "User jane")],
    "a.yaml": [
      clusterRole("r", rule("list", "pods"), pods, rule("*", "*")),
      binding("y", "ClusterRole r", "Group dev"),
    ],
  });
  const decision = authorize(graph, jane, ask("get pods in web"));
  test("has every grant, ClusterRoleBindings first, then by name, subject and rule as written", () => {
    const told = decision.outcome === "allowed" ? decision.proof : [];
    const words = told.map(({ binding, subject, rule }) => [
      binding.entry.object.meta.name.value,
      subject.name.value,
      rule.verbs.map(({ value }) => value).join(),
    ]);
    expect(words).toEqual([
      ["y", "dev", "get"],
      ["y", "dev", "*"],
      ["z", "dev", "get"],
      ["z", "dev", "*"],
      ["z", "jane", "get"],
      ["z", "jane", "*"],
      ["a", "jane", "get"],
      ["a", "jane", "*"],
    ]);
  });
  test("gives the reason in the server's words", () => {
    expect(reason(decision)).toBe('RBAC: allowed by ClusterRoleBinding "y" of ClusterRole "r" to Group "dev"');
  });
  test("names a ServiceAccount and a RoleBinding as the server does", () => {
    const ofAccount = graphOf({ "a.yaml": [role("web/r", pods), binding("web/b", "Role r", "ServiceAccount ci")] });
    expect(reason(authorize(ofAccount, serviceAccountIdentity("web", "ci"), ask("get pods in web")))).toBe(
      'RBAC: allowed by RoleBinding "b/web" of Role "r" to ServiceAccount "ci/web"',
    );
  });
});

describe("the authorizers of the server", () => {
  const objects = [clusterRole("r", rule("get", "pods")), binding("b", "ClusterRole r", "User jane")];
  const node: Identity = { user: "system:node:n1", groups: ["system:nodes"] };
  test.each([
    ["Node,RBAC", jane, "get pods", "allowed"],
    ["Node,RBAC", jane, "get secrets", "denied"],
    ["AlwaysDeny,RBAC", jane, "get pods", "allowed"],
    ["AlwaysDeny", jane, "get pods", "denied"],
    ["Node", jane, "get pods", "denied"],
    ["RBAC,AlwaysAllow", jane, "delete nodes", "allowed"],
    ["AlwaysAllow,RBAC", jane, "delete nodes", "allowed"],
    ["RBAC,Webhook", jane, "get pods", "allowed"],
    ["RBAC,Webhook", jane, "get secrets", "unknown"],
    ["Webhook,RBAC", jane, "get pods", "unknown"],
    ["ABAC,RBAC", jane, "get pods", "allowed"],
    ["ABAC,RBAC", jane, "get secrets", "unknown"],
    ["Node,RBAC", node, "get secrets named x in web", "unknown"],
    ["RBAC", node, "get secrets named x in web", "denied"],
    ["Node,RBAC", { user: "jane", groups: ["system:nodes"] }, "get secrets named x in web", "denied"],
    ["Webhook", { user: "root", groups: ["system:masters"] }, "delete nodes", "allowed"],
  ])("%s: %o may %s: %s", (modes, identity, question, expected) => {
    const graph = graphOf({
      "server.yaml": [apiServer("--authorization-config=/etc/authz.yaml")],
      "etc/authz.yaml": [authorization(modes)],
      "a.yaml": objects,
    });
    expect(outcome(graph, identity, question)).toBe(expected);
  });

  test("several servers that differ leave the answer open", () => {
    const graph = graphOf({
      "1.yaml": [apiServer("--authorization-mode=RBAC", { instance: "one" })],
      "2.yaml": [apiServer("--authorization-mode=AlwaysAllow", { instance: "two" })],
    });
    expect(authorize(graph, jane, ask("get pods"))).toMatchObject({
      outcome: "unknown",
      assumptions: [{ text: "which of one and two is asked: they decide differently" }],
    });
  });
});

describe("objects with several definitions", () => {
  const readPods = clusterRole("r", rule("get", "pods"));
  const readSecrets = clusterRole("r", rule("get", "pods,secrets"));
  const bound = binding("b", "ClusterRole r", "User jane");
  test.each([
    ["of the same text", { "x/a.yaml": [readSecrets, bound], "x/b.yaml": [readPods] }, "get secrets", "allowed"],
    [
      "of the same folder",
      { "x/a.yaml": [bound], "x/b.yaml": [readSecrets], "y/b.yaml": [readPods] },
      "get secrets",
      "allowed",
    ],
    [
      "of the same folder",
      { "x/a.yaml": [bound], "x/b.yaml": [readPods], "y/b.yaml": [readSecrets] },
      "get secrets",
      "denied",
    ],
    [
      "none nearer than another",
      { "x/a.yaml": [bound], "y/b.yaml": [readPods], "z/b.yaml": [readSecrets] },
      "get secrets",
      "unknown",
    ],
    [
      "the same, asked for what both give",
      { "x/a.yaml": [bound], "y/b.yaml": [readPods], "z/b.yaml": [readSecrets] },
      "get pods",
      "allowed",
    ],
    [
      "the same, asked for what neither gives",
      { "x/a.yaml": [bound], "y/b.yaml": [readPods], "z/b.yaml": [readSecrets] },
      "get nodes",
      "denied",
    ],
  ])("role %s", (_, texts, question, expected) => {
    expect(outcome(graphOf(texts), jane, question)).toBe(expected);
  });

  test("a binding in one text and not for jane in another leaves the answer open", () => {
    const texts = { "x/a.yaml": [readPods, bound], "y/a.yaml": [binding("b", "ClusterRole r", "User joe")] };
    expect(authorize(graphOf(texts), jane, ask("get pods"))).toMatchObject({
      outcome: "unknown",
      assumptions: [{ text: "which definition of ClusterRoleBinding b holds: x/a.yaml or y/a.yaml" }],
    });
  });
});

describe("the default policy", () => {
  const shipped = {
    ...nothingShipped,
    kubernetes: policy(
      clusterRole("cluster-admin", rule("*", "*", { groups: "*" })),
      binding("cluster-admin", "ClusterRole cluster-admin", "Group system:masters"),
      clusterRole("system:public-info-viewer", urls("get", "/version")),
      binding("system:public-info-viewer", "ClusterRole system:public-info-viewer", "Group system:unauthenticated"),
    ),
    kubeadm: policy(
      role("kube-public/info", rule("get", "configmaps", { names: "cluster-info" })),
      binding("kube-public/info", "Role info", "User system:anonymous"),
    ),
  };
  test("is there without anybody writing it", () => {
    expect(outcome(graphOf({}, { shipped }), anonymousIdentity, "get /version")).toBe("allowed");
  });
  test("gives way to the inputs", () => {
    const graph = graphOf(
      { "a.yaml": [clusterRole("system:public-info-viewer", urls("get", "/healthz"))] },
      { shipped },
    );
    expect(outcome(graph, anonymousIdentity, "get /version")).toBe("denied");
    expect(outcome(graph, anonymousIdentity, "get /healthz")).toBe("allowed");
  });
  test("without the binding cluster-admin system:masters keeps its power", () => {
    const graph = graphOf({ "a.yaml": [binding("cluster-admin", "ClusterRole cluster-admin")] }, { shipped });
    expect(outcome(graph, { user: "root", groups: ["system:masters"] }, "get secrets")).toBe("allowed");
  });
  test("has no objects of kubeadm", () => {
    const graph = graphOf({}, { shipped });
    expect(outcome(graph, anonymousIdentity, "get configmaps named cluster-info in kube-public")).toBe("denied");
  });
});
