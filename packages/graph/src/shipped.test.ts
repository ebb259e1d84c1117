import type { AccessBinding, AccessRole } from "@authgraph/kubernetes";
import { describe, expect, test } from "vitest";
import {
  aggregating,
  binding,
  clusterRole,
  graphOf,
  labelled,
  policy,
  role,
  rule,
  select,
  urls,
} from "./written-cluster.ts";

const toView = { "aggregate-to-view": "true" };
const pods = rule("get,list", "pods");
const shippedView = aggregating(clusterRole("view"), select(toView));
const shipped = {
  kubernetes: policy(
    shippedView,
    labelled(clusterRole("system:aggregate-to-view", pods), toView),
    clusterRole("basic", rule("create", "reviews"), urls("get", "/version")),
    binding("basic", "ClusterRole basic", "Group system:authenticated"),
    role("kube-system/reader", rule("get", "configmaps", { names: "x" })),
  ),
  kubeadm: policy(
    clusterRole("kubeadm:get-nodes", rule("get", "nodes")),
    binding("kubeadm:get-nodes", "ClusterRole kubeadm:get-nodes", "Group tokens"),
  ),
};

/** Whether each rule of a role is as shipped, and the role as a whole. */
function judged(name: string, objects: readonly (AccessRole | AccessBinding)[]): unknown {
  const found = graphOf({ "a.yaml": objects }, { shipped }).roles.find(
    ({ entry }) => entry.object.meta.name.value === name,
  );
  return found && [found.asShipped, ...found.rules.map((given) => found.isShipped(given))];
}

describe("a role is compared with the one shipped under its name", () => {
  test.each<
    [what: string, name: string, objects: readonly (AccessRole | AccessBinding)[], expected: readonly unknown[]]
  >([
    ["not among the inputs", "basic", [], ["all", true, true]],
    ["aggregated, not among the inputs", "view", [], ["all", true]],
    [
      "the same in the inputs",
      "basic",
      [clusterRole("basic", rule("create", "reviews"), urls("get", "/version"))],
      ["all", true, true],
    ],
    ["filled already, as in a dump", "view", [clusterRole("view", pods)], ["all", true]],
    ["with lists in another order", "view", [clusterRole("view", rule("list,get", "pods"))], ["all", true]],
    ["narrowed", "view", [clusterRole("view", rule("get", "pods"))], ["all", true]],
    ["narrowed to a name", "view", [clusterRole("view", rule("get", "pods", { names: "x" }))], ["all", true]],
    ["with a verb more", "view", [clusterRole("view", rule("get,list,watch", "pods"))], ["part", false]],
    ["with a group more", "view", [clusterRole("view", rule("get", "pods", { groups: ",apps" }))], ["part", false]],
    [
      "with a rule more",
      "basic",
      [clusterRole("basic", rule("create", "reviews"), rule("get", "secrets"))],
      ["part", true, false],
    ],
    ["with a path more", "basic", [clusterRole("basic", urls("get", "/version,/metrics"))], ["part", false]],
    ["with its names taken out", "reader", [role("kube-system/reader", rule("get", "configmaps"))], ["part", false]],
    ["of kubeadm", "kubeadm:get-nodes", [clusterRole("kubeadm:get-nodes", rule("get", "nodes"))], ["all", true]],
    ["with a name that only begins like one", "system:mine", [clusterRole("system:mine", pods)], ["none", false]],
  ])("%s", (_, name, objects, expected) => {
    expect(judged(name, objects)).toEqual(expected);
  });

  test("what a role of the user's brings into it by aggregation is not shipped", () => {
    const mine = labelled(clusterRole("mine", rule("get", "secrets")), toView);
    expect(judged("view", [mine])).toEqual(["part", false, true]);
  });
  test("a namespaced role of that name elsewhere is none of it", () => {
    const graph = graphOf({ "a.yaml": [role("web/reader", rule("get", "configmaps", { names: "x" }))] }, { shipped });
    expect(graph.roles.find(({ entry }) => entry.namespace === "web")?.asShipped).toBe("none");
  });
});

describe("a binding is compared with the one shipped under its name, subject by subject", () => {
  test.each<[what: string, written: AccessBinding | undefined, expected: readonly boolean[]]>([
    ["not among the inputs", undefined, [true]],
    ["the same in the inputs", binding("basic", "ClusterRole basic", "Group system:authenticated"), [true]],
    [
      "with a subject more",
      binding("basic", "ClusterRole basic", "Group dev", "Group system:authenticated"),
      [false, true],
    ],
    ["with a User of the Group's name", binding("basic", "ClusterRole basic", "User system:authenticated"), [false]],
    ["to another role", binding("basic", "ClusterRole view", "Group system:authenticated"), [false]],
  ])("%s", (_, written, expected) => {
    const graph = graphOf({ "a.yaml": written === undefined ? [] : [written] }, { shipped });
    const found = graph.bindings.find(({ entry }) => entry.object.meta.name.value === "basic");
    expect(found?.entry.object.subjects.map((subject) => found.isShipped(subject))).toEqual(expected);
  });
  test("under a name of its own it is not shipped, whatever it says", () => {
    const graph = graphOf(
      { "a.yaml": [binding("mine", "ClusterRole basic", "Group system:authenticated")] },
      { shipped },
    );
    const found = graph.bindings.find(({ entry }) => entry.object.meta.name.value === "mine");
    expect(found?.entry.object.subjects.map((subject) => found.isShipped(subject))).toEqual([false]);
  });
  test("kubeadm's binding in the inputs is shipped", () => {
    const graph = graphOf({ "a.yaml": [...shipped.kubeadm.roles, ...shipped.kubeadm.bindings] }, { shipped });
    expect([...graph.grantsOf("Group tokens")].map((grant) => grant.shipped)).toEqual([true]);
  });
  test("a grant is shipped if binding, subject and rule are", () => {
    const changed = clusterRole("basic", rule("create", "reviews"), rule("get", "secrets"));
    const graph = graphOf({ "a.yaml": [changed] }, { shipped });
    expect([...graph.grantsOf("Group system:authenticated")].map((grant) => grant.shipped)).toEqual([true, false]);
  });
});
