import {
  type AccessBinding,
  type AccessRole,
  type Attributes,
  type Identity,
  type KubernetesObject,
  serviceAccountIdentity,
} from "@authgraph/kubernetes";
import { array, assert, constantFrom, property, record, subarray, uniqueArray } from "fast-check";
import { describe, expect, test } from "vitest";
import { authorize } from "./authorize/authorize.ts";
import { applyChange, type Change } from "./change.ts";
import { type NearMiss, nearMisses, smallestGrant } from "./near-misses.ts";
import { apiServer, binding, clusterRole, graphOf, role, rule, urls } from "./written-cluster.ts";

const jane: Identity = { user: "jane", groups: ["dev"] };
const nothing = { apiGroup: "", subresource: "", namespace: "web", name: "" };
const ask = (verb: string, resource: string, more: Partial<Attributes> = {}): Attributes => ({
  kind: "resource",
  verb,
  resource,
  ...nothing,
  ...(more as object),
});
const askPath = (verb: string, path: string): Attributes => ({ kind: "non-resource", verb, path });

/** `Role web/r: verbs + delete`, or the new objects. */
function told({ change }: { readonly change: Change }): string {
  const values = (list: readonly { readonly value: string }[]): string => list.map(({ value }) => value).join();
  switch (change.change) {
    case "extend-rule":
      return `${change.role.object.kind} ${change.role.object.meta.name.value}: ${change.list} + ${change.value}`;
    case "add-rule": {
      const { verbs, apiGroups, resources, resourceNames } = change.rule;
      const words = [values(verbs), values(apiGroups), values(resources), values(resourceNames)];
      return `${change.role.object.kind} ${change.role.object.meta.name.value}: + ${words.join(" ").trim()}`;
    }
    case "create":
      return change.objects
        .map((object) => {
          const { kind, meta } = object;
          const to = "roleRef" in object ? ` to ${object.roleRef.kind.value} ${object.roleRef.name.value}` : "";
          return `${kind} ${meta.namespace === undefined ? "" : `${meta.namespace.value}/`}${meta.name.value}${to}`;
        })
        .join(", ");
  }
}

function misses(
  objects: readonly (AccessRole | AccessBinding)[],
  attributes: Attributes,
  who = jane,
): readonly string[] {
  const graph = graphOf({ "a.yaml": objects }, { complete: true });
  expect(authorize(graph, who, attributes).outcome).toBe("denied");
  return nearMisses(graph, who, attributes).map((miss) => `${miss.kind}: ${told(miss)}`);
}

describe("what came near", () => {
  const bound = binding("web/b", "Role r", "User jane");
  const boundEverywhere = binding("b", "ClusterRole r", "User jane");
  test.each<[string, readonly (AccessRole | AccessBinding)[], Attributes, readonly string[]]>([
    [
      "a Role of another namespace",
      [role("web/r", rule("get", "pods")), bound],
      ask("get", "pods", { namespace: "x" }),
      ["namespace: Role x/r, RoleBinding x/r to Role r"],
    ],
    [
      "a ClusterRole bound in another namespace",
      [clusterRole("r", rule("get", "pods")), binding("web/b", "ClusterRole r", "User jane")],
      ask("get", "pods", { namespace: "x" }),
      ["namespace: RoleBinding x/b to ClusterRole r"],
    ],
    [
      "the same, asked for all namespaces",
      [clusterRole("r", rule("get", "pods")), binding("web/b", "ClusterRole r", "User jane")],
      ask("get", "pods", { namespace: "" }),
      ["namespace: ClusterRoleBinding b to ClusterRole r"],
    ],
    [
      "another group",
      [role("web/r", rule("get", "ingresses", { groups: "extensions" })), bound],
      ask("get", "ingresses", { apiGroup: "networking.k8s.io" }),
      ["group: Role r: apiGroups + networking.k8s.io"],
    ],
    [
      "the resource, not its subresource",
      [role("web/r", rule("get", "pods")), bound],
      ask("get", "pods", { subresource: "log" }),
      ["subresource: Role r: resources + pods/log"],
    ],
    [
      "the subresource, not the resource",
      [role("web/r", rule("get", "pods/log")), bound],
      ask("get", "pods"),
      ["subresource: Role r: resources + pods"],
    ],
    [
      "another name",
      [role("web/r", rule("get", "pods", { names: "a" })), bound],
      ask("get", "pods", { name: "b" }),
      ["name: Role r: resourceNames + b"],
    ],
    [
      "some names, asked for all",
      [role("web/r", rule("list", "pods", { names: "a" })), bound],
      ask("list", "pods"),
      ["name: Role r: + list  pods"],
    ],
    ["another verb", [role("web/r", rule("get", "pods")), bound], ask("list", "pods"), ["verb: Role r: verbs + list"]],
    [
      "another verb, in a rule that gives more",
      [role("web/r", rule("get", "pods,secrets")), bound],
      ask("list", "pods"),
      ["verb: Role r: + list  pods"],
    ],
    [
      "another verb, for one object",
      [role("web/r", rule("get", "pods")), bound],
      ask("delete", "pods", { name: "a" }),
      ["verb: Role r: + delete  pods a"],
    ],
    ["a role that is missing", [bound], ask("get", "pods"), ["missing-role: Role web/r"]],
    [
      "a path with a slash at the end",
      [clusterRole("r", urls("get", "/healthz")), boundEverywhere],
      askPath("get", "/healthz/"),
      ["path: ClusterRole r: nonResourceURLs + /healthz/"],
    ],
    [
      "another method",
      [clusterRole("r", urls("get", "/healthz")), boundEverywhere],
      askPath("post", "/healthz"),
      ["verb: ClusterRole r: verbs + post"],
    ],
    [
      "a path in a namespace",
      [clusterRole("r", urls("get", "/healthz")), binding("web/b", "ClusterRole r", "User jane")],
      askPath("get", "/healthz"),
      ["namespace: ClusterRoleBinding b to ClusterRole r"],
    ],
    ["another resource: not near", [role("web/r", rule("get", "pods")), bound], ask("get", "secrets"), []],
    ["two things: not near", [role("web/r", rule("get", "pods")), bound], ask("list", "pods", { namespace: "x" }), []],
    [
      "somebody else's: not near",
      [role("web/r", rule("get", "pods")), binding("web/b", "Role r", "User joe")],
      ask("list", "pods"),
      [],
    ],
  ])("%s", (_what, objects, question, expected) => {
    expect(misses(objects, question)).toEqual(expected);
  });

  test("is told nearest first, and once for each rule", () => {
    const objects = [
      role("web/r", rule("get", "pods")),
      clusterRole("s", rule("list", "pods")),
      binding("web/b", "Role r", "User jane", "Group dev"),
      binding("x/b", "ClusterRole s", "Group dev"),
      binding("web/gone", "Role gone", "Group dev"),
    ];
    expect(misses(objects, ask("list", "pods"))).toEqual([
      "namespace: RoleBinding web/b-2 to ClusterRole s",
      "verb: Role r: verbs + list",
      "missing-role: Role web/gone",
    ]);
  });

  test("keeps an account the same in a binding of another namespace", () => {
    const objects = [clusterRole("r", rule("get", "pods")), binding("web/b", "ClusterRole r", "ServiceAccount ci")];
    const graph = graphOf({ "a.yaml": objects });
    const [miss] = nearMisses(graph, serviceAccountIdentity("web", "ci"), ask("get", "pods", { namespace: "x" }));
    expect(miss?.change).toMatchObject({
      objects: [{ subjects: [{ name: { value: "ci" }, namespace: { value: "web" } }] }],
    });
  });

  test("is nothing where RBAC is not asked", () => {
    const objects = [role("web/r", rule("get", "pods")), bound, apiServer("--authorization-mode=AlwaysDeny")];
    const graph = graphOf({ "a.yaml": objects });
    expect(nearMisses(graph, jane, ask("list", "pods"))).toEqual([]);
    expect(smallestGrant(graph, jane, ask("list", "pods"))).toBeUndefined();
  });
});

test("the smallest grant takes a free name, for which no binding waits", () => {
  const objects = [role("web/list-pods"), binding("web/b", "Role list-pods-2", "User joe")];
  const change = smallestGrant(graphOf({ "a.yaml": objects }), jane, ask("list", "pods"));
  expect(change && told({ change })).toBe("Role web/list-pods-3, RoleBinding web/list-pods-3 to Role list-pods-3");
});

const rules = array(
  record({
    verbs: constantFrom("get", "list", "get,list"),
    resources: constantFrom("pods", "secrets", "pods/log", "pods,secrets", "*/log"),
    groups: constantFrom("", "apps", "*"),
    names: constantFrom(undefined, "x", "y,x"),
    path: constantFrom(undefined, "/healthz", "/healthz/*"),
  }).map(({ verbs, resources, groups, names, path }) =>
    path === undefined
      ? rule(verbs, resources, names === undefined ? { groups } : { groups, names })
      : urls(verbs, path),
  ),
  { maxLength: 3 },
);
const keyOf = ({ kind, meta }: KubernetesObject): string => `${kind} ${meta.namespace?.value} ${meta.name.value}`;
const roles = uniqueArray(
  record({ where: constantFrom("", "a/", "b/"), name: constantFrom("r", "s"), rules }).map(
    ({ where, name, rules }): AccessRole =>
      where === "" ? clusterRole(name, ...rules) : role(`${where}${name}`, ...rules),
  ),
  { selector: keyOf },
);
const bindings = uniqueArray(
  record({
    where: constantFrom("", "a/", "b/"),
    name: constantFrom("k", "l", "m"),
    kind: constantFrom("ClusterRole", "Role"),
    to: constantFrom("r", "s", "gone"),
    subjects: subarray(["User jane", "Group dev", "ServiceAccount a/ci", "ServiceAccount ci"]),
  }).map(
    ({ where, name, kind, to, subjects }): AccessBinding =>
      binding(`${where}${name}`, `${where === "" ? "ClusterRole" : kind} ${to}`, ...subjects),
  ),
  { selector: keyOf },
);
const identities = constantFrom<Identity>(
  { user: "jane", groups: [] },
  { user: "", groups: ["dev"] },
  { user: "system:serviceaccount:a:ci", groups: ["dev"] },
);
const questions = record({
  verb: constantFrom("get", "list", "delete"),
  resource: constantFrom("pods", "secrets"),
  subresource: constantFrom("", "log"),
  apiGroup: constantFrom("", "apps"),
  namespace: constantFrom("", "a", "b"),
  name: constantFrom("", "x"),
  path: constantFrom(undefined, undefined, "/healthz", "/healthz/", "/healthz/x"),
}).map(
  ({ path, verb, ...question }): Attributes =>
    path === undefined ? { kind: "resource", verb, ...question } : { kind: "non-resource", verb, path },
);

test("every change that is proposed, made, turns the denial into an allowance", () => {
  const seen = new Set<NearMiss["kind"]>();
  assert(
    property(roles, bindings, identities, questions, (someRoles, someBindings, identity, question) => {
      const objects = [...someRoles, ...someBindings];
      const graph = graphOf({ "a.yaml": objects }, { complete: true });
      if (authorize(graph, identity, question).outcome !== "denied") return;
      const found = nearMisses(graph, identity, question);
      for (const { kind } of found) seen.add(kind);
      const grant = smallestGrant(graph, identity, question);
      expect(grant).toBeDefined();
      for (const change of [...found.map(({ change }) => change), ...(grant === undefined ? [] : [grant])]) {
        const changed = graphOf({ "a.yaml": written(applyChange(objects, change)) }, { complete: true });
        expect(authorize(changed, identity, question).outcome).toBe("allowed");
      }
    }),
    { numRuns: 3000, seed: 9 },
  );
  expect([...seen].sort()).toEqual(["group", "missing-role", "name", "namespace", "path", "subresource", "verb"]);
});

function written(objects: readonly KubernetesObject[]): readonly (AccessRole | AccessBinding)[] {
  return objects.flatMap((object) => ("roleRef" in object || "aggregation" in object ? [object] : []));
}
