import type { KubernetesObject } from "@authgraph/kubernetes";
import { describe, expect, test } from "vitest";
import type { Inventory } from "./types.ts";
import {
  binding,
  type ClusterOptions,
  clusterRole,
  graphOf,
  meta,
  nothingShipped,
  policy,
  role,
  rule,
  unplaced,
} from "./written-cluster.ts";

const origin = clusterRole("x").origin;
const account = (path: string): KubernetesObject => ({
  kind: "ServiceAccount",
  apiVersion: "v1",
  meta: meta(path),
  origin,
  secrets: [],
  automountServiceAccountToken: undefined,
});
const namespaceObject = (name: string): KubernetesObject => ({
  kind: "Namespace",
  apiVersion: "v1",
  meta: meta(name),
  origin,
});
const generated = <T extends KubernetesObject>(object: T): T => ({
  ...object,
  meta: { ...object.meta, generated: true },
});
const openShift = <T extends KubernetesObject>(object: T): T => ({
  ...object,
  apiVersion: "authorization.openshift.io/v1",
});

function inventoryOf(texts: Parameters<typeof graphOf>[0], options?: ClusterOptions): Inventory {
  return graphOf(texts, options).inventory;
}

describe("where an object without a namespace goes", () => {
  const texts = { "a/r.yaml": [unplaced(role("x/r"))], "b/r.yaml": [role("web/r"), account("ci")] };
  const namespaceOf = (path: string) => (path.startsWith("a/") ? "staging" : undefined);
  test("where its text is applied, as far as anything says it", () => {
    const inventory = inventoryOf(texts, { namespaceOf });
    expect([...inventory.roles.keys()]).toEqual([
      "rbac.authorization.k8s.io/Role/staging/r",
      "rbac.authorization.k8s.io/Role/web/r",
    ]);
    expect(inventory.entriesOf("ServiceAccount").map(({ key, namespace }) => [key, namespace])).toEqual([
      ["/ServiceAccount/<applied>/ci", "<applied>"],
    ]);
  });
  test("nowhere, for kinds that have none", () => {
    const inventory = inventoryOf({ "a/r.yaml": [clusterRole("r"), namespaceObject("web")] }, { namespaceOf });
    expect([...inventory.roles.keys()]).toEqual(["rbac.authorization.k8s.io/ClusterRole//r"]);
    expect(inventory.entriesOf("Namespace").map(({ key }) => key)).toEqual(["/Namespace//web"]);
  });
});

describe("an object that comes again", () => {
  const narrow = clusterRole("r", rule("get", "pods"));
  const wide = clusterRole("r", rule("*", "*"));
  const key = "rbac.authorization.k8s.io/ClusterRole//r";

  test("in the same text replaces the earlier definition", () => {
    const inventory = inventoryOf({ "a.yaml": [wide, narrow] });
    expect(inventory.roles.get(key)?.map(({ object }) => object)).toEqual([narrow]);
    expect(inventory.overwritten.map(({ object }) => object)).toEqual([wide]);
  });
  test("in another text is a variant", () => {
    const inventory = inventoryOf({ "b.yaml": [wide], "a.yaml": [narrow] });
    expect(inventory.roles.get(key)?.map(({ path }) => path)).toEqual(["a.yaml", "b.yaml"]);
    expect(inventory.overwritten).toEqual([]);
  });
  test("as OpenShift writes it is the same object", () => {
    expect(inventoryOf({ "a.yaml": [wide, openShift(narrow)] }).roles.get(key)).toHaveLength(1);
  });
  test("with a made-up name is never the same", () => {
    const inventory = inventoryOf({ "a.yaml": [generated(wide), generated(wide), wide], "b.yaml": [generated(wide)] });
    expect([...inventory.roles.values()].map((variants) => variants.length)).toEqual([1, 1, 1, 1]);
  });
  test("as a binding with other subjects replaces the earlier one", () => {
    const earlier = binding("b", "ClusterRole r", "User jane");
    const later = binding("b", "ClusterRole r", "User joe");
    const inventory = inventoryOf({ "a.yaml": [earlier, later] });
    expect(inventory.bindings.map(({ object }) => object)).toEqual([later]);
    expect(inventory.overwritten.map(({ object }) => object)).toEqual([earlier]);
  });
  test("as a binding to another role is refused: the earlier one stays", () => {
    const earlier = binding("b", "ClusterRole r", "User jane");
    const later = binding("b", "ClusterRole s", "User joe");
    const inventory = inventoryOf({ "a.yaml": [earlier, later] });
    expect(inventory.bindings.map(({ object }) => object)).toEqual([earlier]);
    expect(inventory.overwritten.map(({ object }) => object)).toEqual([later]);
  });
});

describe("the shipped policy", () => {
  const shipped = {
    kubernetes: policy(clusterRole("view"), binding("basic", "ClusterRole view", "Group g")),
    kubeadm: policy(binding("kubeadm:x", "ClusterRole view", "Group g")),
  };
  test("of Kubernetes is there, that of kubeadm is not", () => {
    const inventory = inventoryOf({}, { shipped });
    expect([...inventory.roles.keys()]).toEqual(["rbac.authorization.k8s.io/ClusterRole//view"]);
    expect(inventory.bindings.map(({ object, path }) => [object.meta.name.value, path])).toEqual([
      ["basic", undefined],
    ]);
  });
  test("gives way to an object of the inputs", () => {
    const inventory = inventoryOf(
      { "a.yaml": [binding("basic", "ClusterRole view"), clusterRole("view")] },
      { shipped },
    );
    expect(inventory.bindings.map(({ path }) => path)).toEqual(["a.yaml"]);
    expect([...inventory.roles.values()].flat().map(({ path }) => path)).toEqual(["a.yaml"]);
  });
  test("may be empty", () => {
    expect(inventoryOf({}, { shipped: nothingShipped }).bindings).toEqual([]);
  });
});

test("the order of texts does not matter", () => {
  const one = { "b.yaml": [role("web/r")], "a.yaml": [generated(role("web/g"))], "c.yaml": [generated(role("web/g"))] };
  const other = { "c.yaml": one["c.yaml"], "a.yaml": one["a.yaml"], "b.yaml": one["b.yaml"] };
  const keysWithPaths = (texts: Parameters<typeof graphOf>[0]) =>
    [...inventoryOf(texts).roles].map(([key, variants]) => [key, variants.map(({ path }) => path)]);
  expect(keysWithPaths(one)).toEqual(keysWithPaths(other));
  expect(inventoryOf(one).paths).toEqual(["a.yaml", "b.yaml", "c.yaml"]);
});
