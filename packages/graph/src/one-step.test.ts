import type { AccessBinding, AccessRole, Attributes } from "@authgraph/kubernetes";
import { describe, expect, test } from "vitest";
import { oneStepAway } from "./one-step.ts";
import { whoCan } from "./who-can.ts";
import { binding, clusterRole, graphOf, role, rule } from "./written-cluster.ts";

const rbac = { groups: "rbac.authorization.k8s.io" };
const reader = clusterRole("reader", rule("get", "secrets"));
const getSecrets: Attributes = {
  kind: "resource",
  verb: "get",
  apiGroup: "",
  resource: "secrets",
  subresource: "",
  namespace: "web",
  name: "",
};

function steps(...objects: readonly (AccessRole | AccessBinding)[]): readonly string[] {
  const graph = graphOf({ "a.yaml": [reader, ...objects] }, { complete: true });
  const allowed = whoCan(graph, getSecrets).subjects.map(({ subject }) => subject);
  return oneStepAway(graph, getSecrets, allowed).map(({ subject, way, target }) => `${subject}: ${way} ${target}`);
}

describe("one step away from reading the Secrets of web is who may", () => {
  const ci = binding("web/ci", "ClusterRole reader", "ServiceAccount ci");
  const mine = binding("b", "ClusterRole r", "User joe");
  test.each<[string, readonly (AccessRole | AccessBinding)[], readonly string[]]>([
    [
      "act as the account",
      [ci, clusterRole("r", rule("impersonate", "serviceaccounts")), mine],
      ["User joe: impersonate User system:serviceaccount:web:ci"],
    ],
    [
      "act as the account, in its namespace",
      [ci, role("web/r", rule("impersonate", "serviceaccounts")), binding("web/b", "Role r", "User joe")],
      ["User joe: impersonate User system:serviceaccount:web:ci"],
    ],
    [
      "act as system:masters",
      [clusterRole("r", rule("impersonate", "users,groups")), mine],
      ["User joe: impersonate Group system:masters"],
    ],
    [
      "bind the role anywhere",
      [clusterRole("r", rule("create", "clusterrolebindings", rbac), rule("bind", "clusterroles", rbac)), mine],
      ["User joe: bind ClusterRole reader"],
    ],
    [
      "bind the role there",
      [
        role("web/r", rule("create", "rolebindings", rbac), rule("bind", "clusterroles", { ...rbac, names: "reader" })),
        binding("web/b", "Role r", "User joe"),
      ],
      ["User joe: bind ClusterRole reader"],
    ],
    [
      "rewrite a role of its own",
      [clusterRole("r", rule("update,escalate", "clusterroles", { ...rbac, names: "r" })), mine],
      ["User joe: escalate ClusterRole r"],
    ],
  ])("%s", (_what, objects, expected) => {
    expect(steps(...objects)).toEqual(expected);
  });

  test.each<[string, readonly (AccessRole | AccessBinding)[]]>([
    ["act as a group and no user", [clusterRole("r", rule("impersonate", "groups")), mine]],
    [
      "act as somebody who may not either",
      [ci, clusterRole("r", rule("impersonate", "users", { names: "nobody" })), mine],
    ],
    ["bind, and write no binding", [clusterRole("r", rule("bind", "clusterroles", rbac)), mine]],
    [
      "write bindings, and bind another role",
      [
        clusterRole(
          "r",
          rule("create", "clusterrolebindings", rbac),
          rule("bind", "clusterroles", { ...rbac, names: "r" }),
        ),
        mine,
      ],
    ],
    [
      "bind in another namespace",
      [
        role("x/r", rule("create", "rolebindings", rbac), rule("bind", "clusterroles", rbac)),
        binding("x/b", "Role r", "User joe"),
      ],
    ],
    [
      "rewrite a role that it does not have",
      [clusterRole("r", rule("update,escalate", "clusterroles", { ...rbac, names: "s" })), mine],
    ],
    ["escalate, and write no role", [clusterRole("r", rule("escalate", "clusterroles", rbac)), mine]],
    [
      "do it already, as everybody",
      [
        binding("a", "ClusterRole reader", "Group system:authenticated"),
        clusterRole("r", rule("impersonate", "users")),
        mine,
      ],
    ],
    ["do it already", [clusterRole("r", rule("*", "*", { groups: "*" })), mine]],
  ])("not who may %s", (_what, objects) => {
    expect(steps(...objects)).toEqual([]);
  });
});
