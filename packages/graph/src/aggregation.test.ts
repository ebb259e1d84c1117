import type { AccessRole, PolicyRule } from "@authgraph/kubernetes";
import { describe, expect, test } from "vitest";
import { aggregating, clusterRole, graphOf, labelled, rule, select } from "./written-cluster.ts";

/** What a role gives in the end: the resources of its rules in order, `?` behind those that are not certain. */
function resourcesOf(texts: Parameters<typeof graphOf>[0], name: string): readonly string[] {
  const found = graphOf(texts).roles.find(({ entry }) => entry.object.meta.name.value === name);
  return (found?.rules ?? []).map((given) => resourceOf(given) + (found?.isCertain(given) === true ? "" : "?"));
}

function resourceOf({ resources }: PolicyRule): string {
  return resources.map(({ value }) => value).join(",");
}

const toView = { "aggregate-to-view": "true" };
const view = aggregating(clusterRole("view"), select(toView));
const gives = (name: string, resource: string): AccessRole => clusterRole(name, rule("get", resource));
const exists = (key: string) => ({ key, operator: "Exists", values: [] }) as const;
const without = (key: string) => ({ key, operator: "DoesNotExist", values: [] }) as const;

describe("an aggregated ClusterRole has the rules of", () => {
  test.each<[what: string, roles: readonly AccessRole[], rules: readonly string[]]>([
    [
      "roles with the label, by name",
      [view, labelled(gives("b", "pods"), toView), labelled(gives("a", "jobs"), toView), gives("c", "nodes")],
      ["jobs", "pods"],
    ],
    ["nobody with another value of it", [view, labelled(gives("b", "pods"), { "aggregate-to-view": "yes" })], []],
    [
      "any of several selectors, in their order",
      [
        aggregating(clusterRole("view"), select({ z: "1" }), select({ a: "1" })),
        labelled(gives("a", "pods"), { a: "1" }),
        labelled(gives("z", "jobs"), { z: "1" }),
      ],
      ["jobs", "pods"],
    ],
    [
      "all parts of one selector",
      [
        aggregating(clusterRole("view"), select({ a: "1" }, exists("b"))),
        labelled(gives("a", "pods"), { a: "1" }),
        labelled(gives("b", "jobs"), { a: "1", b: "" }),
      ],
      ["jobs"],
    ],
    [
      "every other role, if the selector is empty",
      [aggregating(clusterRole("view"), select({})), gives("a", "pods"), gives("b", "jobs")],
      ["pods", "jobs"],
    ],
    [
      "roles without a label",
      [
        aggregating(clusterRole("view"), select({}, without("x"))),
        gives("a", "pods"),
        labelled(gives("b", "jobs"), { x: "" }),
      ],
      ["pods"],
    ],
    ["each rule once", [view, labelled(gives("a", "pods"), toView), labelled(gives("b", "pods"), toView)], ["pods"]],
    [
      "others, not the ones it was written with",
      [aggregating(gives("view", "secrets"), select(toView)), labelled(gives("a", "pods"), toView)],
      ["pods"],
    ],
    ["its own text, if nothing is selected", [aggregating(gives("view", "secrets"), select(toView))], ["secrets"]],
    [
      "its own text, if what is selected gives nothing",
      [aggregating(gives("view", "secrets"), select(toView)), labelled(clusterRole("a"), toView)],
      ["secrets"],
    ],
    [
      "its own text, if it selects itself alone",
      [labelled(aggregating(gives("view", "secrets"), select(toView)), toView)],
      ["secrets"],
    ],
    [
      "aggregated roles, filled",
      [
        view,
        labelled(aggregating(clusterRole("a"), select({ b: "1" })), toView),
        labelled(aggregating(clusterRole("b"), select({ c: "1" })), { b: "1" }),
        labelled(gives("c", "pods"), { c: "1" }),
      ],
      ["pods"],
    ],
    [
      "a circle: what comes in from outside",
      [
        labelled(aggregating(gives("view", "secrets"), select(toView)), { b: "1" }),
        labelled(aggregating(gives("b", "nodes"), select({ b: "1" }), select({ c: "1" })), toView),
        labelled(gives("c", "pods"), { c: "1" }),
      ],
      ["pods"],
    ],
    [
      "a circle that nothing comes into: what any of it was written with",
      [
        labelled(aggregating(gives("view", "secrets"), select(toView)), { b: "1" }),
        labelled(aggregating(gives("b", "nodes"), select({ b: "1" })), toView),
      ],
      ["nodes", "secrets"],
    ],
  ])("%s", (_, roles, rules) => {
    const given = resourcesOf({ "a.yaml": roles }, "view");
    expect([...given].sort()).toEqual([...rules].sort());
    if (!_.startsWith("a circle")) expect(given).toEqual(rules);
  });

  test("order of verbs makes rules different", () => {
    const roles = [view, labelled(clusterRole("a", rule("get,list", "pods"), rule("list,get", "pods")), toView)];
    expect(resourcesOf({ "a.yaml": roles }, "view")).toEqual(["pods", "pods"]);
  });
});

describe("a selected role that several texts define", () => {
  const pods = labelled(gives("r", "pods"), toView);
  const both = labelled(clusterRole("r", rule("get", "pods"), rule("get", "jobs")), toView);
  test.each<[what: string, texts: Parameters<typeof graphOf>[0], rules: readonly string[]]>([
    ["counts as the same text says it", { "x/a.yaml": [view, both], "x/b.yaml": [pods] }, ["pods", "jobs"]],
    ["counts as the same folder says it", { "x/a.yaml": [view], "x/b.yaml": [pods], "y/a.yaml": [both] }, ["pods"]],
    [
      "leaves open what its definitions disagree about",
      { "x/a.yaml": [view], "y/b.yaml": [pods], "z/a.yaml": [both] },
      ["pods", "jobs?"],
    ],
    [
      "is open as a whole if one definition has no label",
      { "x/a.yaml": [view], "y/b.yaml": [pods], "z/a.yaml": [gives("r", "pods")] },
      ["pods?"],
    ],
  ])("%s", (_, texts, rules) => {
    expect(resourcesOf(texts, "view")).toEqual(rules);
  });

  test("is never the role itself in another definition", () => {
    const texts = {
      "x/a.yaml": [labelled(aggregating(clusterRole("view"), select(toView)), toView), pods],
      "x/b.yaml": [labelled(gives("view", "secrets"), toView)],
    };
    expect(resourcesOf(texts, "view")).toEqual(["pods"]);
  });

  test("stays open through a chain", () => {
    const middle = labelled(aggregating(clusterRole("m"), select(toView)), { m: "1" });
    const top = aggregating(clusterRole("top"), select({ m: "1" }));
    expect(resourcesOf({ "x.yaml": [middle, top], "y/b.yaml": [pods], "z/a.yaml": [both] }, "top")).toEqual([
      "pods",
      "jobs?",
    ]);
  });
});

test("a chain of 10,000 aggregated roles is filled", () => {
  const roles = [labelled(gives("r0", "pods"), { r: "0" })];
  for (let i = 1; i <= 10_000; i++) {
    roles.push(labelled(aggregating(clusterRole(`r${i}`), select({ r: `${i - 1}` })), { r: `${i}` }));
  }
  expect(resourcesOf({ "a.yaml": roles.reverse() }, "r10000")).toEqual(["pods"]);
});
