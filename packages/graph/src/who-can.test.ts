import type { AccessBinding, AccessRole, Identity, ResourceAttributes, SubjectKey } from "@authgraph/kubernetes";
import { array, assert, constantFrom, property, record, subarray, uniqueArray } from "fast-check";
import { describe, expect, test } from "vitest";
import { authorize } from "./authorize/authorize.ts";
import { whoCan } from "./who-can.ts";
import { apiServer, binding, clusterRole, graphOf, pod, role, rule } from "./written-cluster.ts";

function ask(verb: string, resource: string, namespace = "", name = ""): ResourceAttributes {
  return { kind: "resource", verb, apiGroup: "", resource, subresource: "", namespace, name };
}

function told(...asked: Parameters<typeof whoCan>): unknown {
  const { subjects, nodes, anyNode, anybody } = whoCan(...asked);
  return {
    subjects: subjects.map(({ subject, decision }) => `${subject}: ${decision.outcome}`),
    nodes: nodes.map(({ node, decision }) => `${node}: ${decision.outcome}`),
    anyNode: anyNode.outcome,
    anybody: anybody.outcome,
  };
}

const masters = "Group system:masters: allowed";

describe("who can", () => {
  const objects = [
    clusterRole("reader", rule("get", "secrets")),
    clusterRole("lister", rule("list", "secrets")),
    binding("all", "ClusterRole reader", "User jane", "Group dev", "ServiceAccount ci/bot"),
    binding("web/some", "ClusterRole reader", "ServiceAccount app", "User jane"),
    binding("db/others", "ClusterRole reader", "User joe"),
    binding("lists", "ClusterRole lister", "User lee"),
    binding("web/gone", "Role gone", "User max"),
    pod("web/p", "n1", { secrets: "s" }),
    pod("web/q", "n2", { secrets: "t" }),
  ];
  const complete = graphOf({ "a.yaml": objects }, { complete: true });

  test("get Secrets everywhere: whom ClusterRoleBindings name", () => {
    expect(told(complete, ask("get", "secrets"))).toEqual({
      subjects: ["Group dev: allowed", masters, "User jane: allowed", "User system:serviceaccount:ci:bot: allowed"],
      nodes: [],
      anyNode: "denied",
      anybody: "denied",
    });
  });

  test("get one Secret: the namespace's subjects and the kubelet that needs it", () => {
    expect(told(complete, ask("get", "secrets", "web", "s"))).toEqual({
      subjects: [
        "Group dev: allowed",
        masters,
        "User jane: allowed",
        "User system:serviceaccount:ci:bot: allowed",
        "User system:serviceaccount:web:app: allowed",
      ],
      nodes: ["n1: allowed"],
      anyNode: "denied",
      anybody: "denied",
    });
  });

  test("the proof of each lists every grant", () => {
    const found = whoCan(complete, ask("get", "secrets", "web", "s")).subjects.find(
      ({ subject }) => subject === "User jane",
    );
    expect(found?.decision).toMatchObject({
      proof: [{ binding: { entry: { namespace: "" } } }, { binding: { entry: { namespace: "web" } } }],
    });
  });

  test("may, where the inputs name what they do not contain", () => {
    expect(told(graphOf({ "a.yaml": objects }), ask("update", "secrets", "web", "s"))).toEqual({
      subjects: [masters, "User max: unknown"],
      nodes: [],
      anyNode: "denied",
      anybody: "denied",
    });
  });

  test("nodes: what the question itself names", () => {
    expect(told(complete, ask("get", "nodes", "", "n9"))).toMatchObject({ nodes: ["n9: allowed"], anyNode: "denied" });
    const listed: ResourceAttributes = {
      ...ask("list", "pods"),
      fieldSelector: [{ field: "spec.nodeName", operator: "=", value: "n9" }],
    };
    expect(told(complete, listed)).toMatchObject({ nodes: ["n9: allowed"], anyNode: "denied" });
    expect(told(complete, ask("create", "nodes"))).toMatchObject({ nodes: [], anyNode: "allowed" });
  });

  test.each([
    ["AlwaysAllow", "allowed"],
    ["RBAC,Webhook", "unknown"],
  ])("anybody, with %s", (modes, expected) => {
    const graph = graphOf({ "s.yaml": [apiServer(`--authorization-mode=${modes}`)] });
    expect(whoCan(graph, ask("get", "secrets")).anybody.outcome).toBe(expected);
  });
});

const rules = array(
  record({ verbs: constantFrom("get", "list", "*"), resources: constantFrom("pods", "secrets", "*") }).map(
    ({ verbs, resources }) => rule(verbs, resources),
  ),
  { maxLength: 2 },
);
const subjects: Readonly<Record<SubjectKey, string>> = {
  "User jane": "User jane",
  "User joe": "User joe",
  "Group dev": "Group dev",
  "Group system:masters": "Group system:masters",
  "User system:serviceaccount:a:ci": "ServiceAccount a/ci",
};
const keyOf = ({ kind, meta }: AccessRole | AccessBinding): string =>
  `${kind} ${meta.namespace?.value} ${meta.name.value}`;
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
    to: constantFrom("r", "s"),
    bound: subarray(Object.values(subjects)),
  }).map(({ where, name, to, bound }) => binding(`${where}${name}`, `ClusterRole ${to}`, ...bound)),
  { selector: keyOf },
);
const questions = record({
  verb: constantFrom("get", "list"),
  resource: constantFrom("pods", "secrets"),
  namespace: constantFrom("", "a", "b"),
}).map(({ verb, resource, namespace }) => ask(verb, resource, namespace));
const somebody = (key: string): Identity => {
  const [kind, name = ""] = key.split(" ");
  return kind === "Group" ? { user: "x", groups: [name] } : { user: name, groups: [] };
};

test("backward and forward agree: whom it lists authorize allows, and nobody else", () => {
  assert(
    property(roles, bindings, constantFrom(true, false), questions, (roles, bindings, complete, question) => {
      const graph = graphOf({ "a.yaml": [...roles, ...bindings] }, { complete });
      const listed = new Map(
        whoCan(graph, question).subjects.map(({ subject, decision }) => [subject, decision.outcome]),
      );
      for (const key of Object.keys(subjects)) {
        const forward = authorize(graph, somebody(key), question).outcome;
        expect([key, new Map<string, string>(listed).get(key) ?? "denied"]).toEqual([key, forward]);
      }
    }),
  );
});
