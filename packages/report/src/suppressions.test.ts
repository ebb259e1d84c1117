import { readFileSync } from "node:fs";
import type { Run } from "@authgraph/engine";
import type { JudgedSuppression } from "@authgraph/rules";
import { textOrigin } from "@authgraph/source";
import { checkoutPath, findingOf, hop, riskOf, runOf, schemaCheck } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { renderConcise } from "./concise.ts";
import { renderFindingJson, renderJson } from "./json.ts";
import { renderPretty } from "./pretty.ts";
import { renderStory } from "./story.ts";

const configuration = { path: "authgraph.yaml", text: `suppressions:\n${"\n".repeat(12)}- object: x\n` };
const source = { path: "rbac/admins.yaml", text: "name: platform-admins\n" };
const key = "0".repeat(32);

function judged(
  more: Partial<JudgedSuppression>,
  of: Partial<JudgedSuppression["suppression"]> = {},
): JudgedSuppression {
  return {
    suppression: {
      form: "configuration",
      key,
      origin: textOrigin(configuration, 26, 37),
      label: "ClusterRoleBinding platform-admins",
      selects: "ClusterRoleBinding platform-admins",
      rules: [{ value: "rbac-cluster-admin-binding", origin: textOrigin(configuration, 26, 37) }],
      reason: "break-glass, OPS-112",
      until: { value: "2027-03-01", origin: textOrigin(configuration, 26, 37) },
      ...of,
    },
    state: "used",
    risks: 1,
    detail: undefined,
    unusedRules: [],
    broken: undefined,
    ...more,
  };
}

const used = judged({});
const misspelt = "ClusterRoleBinding platform-admin";
const unused = judged(
  { state: "unused", risks: 0, detail: "did you mean platform-admins?" },
  { label: misspelt, selects: misspelt },
);
const risk = riskOf(hop(source, "platform-admins", "bound", 1), {
  ruleId: "rbac-cluster-admin-binding",
  identity: {
    subject: "Group platform-admins",
    object: "rbac.authorization.k8s.io/ClusterRoleBinding//platform-admins",
  },
});
const accepted = { cluster: "default", risk, by: used };
const run = runOf([], { suppressed: [accepted], suppressions: [used, unused] });

const style = { color: false, width: 200, hyperlinks: false, quiet: false, verbose: false };
const footer = (some: Run, verbose = false): readonly string[] =>
  [...renderPretty(some, { ...style, verbose })].join("").split("\n");

test("the footer says what is accepted, why and until when, and which suppression does nothing", () => {
  expect(footer(run).slice(0, 3)).toEqual([
    "no findings",
    '1 suppressed: rbac-cluster-admin-binding, ClusterRoleBinding platform-admins: "break-glass, OPS-112", until 2027-03-01',
    "1 suppression matches nothing: authgraph.yaml:14 ClusterRoleBinding platform-admin (did you mean platform-admins?)",
  ]);
});

test("many rules of one entry are counted", () => {
  const suppressed = ["a", "b", "c", "d"].map((ruleId) => ({ ...accepted, risk: { ...risk, ruleId } }));
  const line = (verbose: boolean) => footer(runOf([], { suppressed }), verbose)[1];
  expect(line(false)).toMatch(/^4 suppressed: 4 rules, ClusterRoleBinding platform-admins \(4\): /);
  expect(line(true)).toMatch(/^4 suppressed: a, b, c, d, ClusterRoleBinding platform-admins \(4\): /);
});

test("the footer shows a few, and all with --verbose", () => {
  const suppressed = [1, 2, 3, 4, 5].map((number) => ({ ...accepted, by: judged({}, { reason: `reason ${number}` }) }));
  const lines = (verbose: boolean): readonly string[] =>
    footer(runOf([], { suppressed }), verbose).filter((line) => /reason|more/.test(line));
  expect(lines(false)).toHaveLength(4);
  expect(lines(false)[0]).toMatch(/^5 suppressed: /);
  expect(lines(false)[3]).toBe("              and 2 more (--verbose)");
  expect(lines(true)).toHaveLength(5);
});

test.each<[JudgedSuppression["state"], string]>([
  ["void", "1 suppression holds no longer: authgraph.yaml:14 ClusterRoleBinding platform-admin (why)"],
  ["expired", "1 suppression is over: authgraph.yaml:14 ClusterRoleBinding platform-admin (why)"],
  ["misspelt", "1 suppression is misspelt: authgraph.yaml:14 ClusterRoleBinding platform-admin (why)"],
  [
    "not-taken",
    "1 suppression is added by the change and not taken: authgraph.yaml:14 ClusterRoleBinding platform-admin (why)",
  ],
])("the footer tells one that is %s", (state, line) => {
  expect(footer(runOf([], { suppressions: [{ ...unused, state, detail: "why" }] }))[1]).toBe(line);
});

test("formats of few lines count them", () => {
  expect([...renderConcise(run, { color: false })].join("")).toContain(
    "\n1 suppressed; suppressions: 1 unused\nno findings\n",
  );
});

test("nothing is said where there is none", () => {
  expect([...footer(runOf([])), ...renderConcise(runOf([]), { color: false })].join("\n")).not.toMatch(/suppress/);
});

test("a name cannot command the terminal", () => {
  const evil = judged({ state: "unused" }, { label: "\x1b[2J", reason: "\x1b[2J" });
  const lines = footer(runOf([], { suppressed: [{ ...accepted, by: evil }], suppressions: [evil] }), true);
  expect(lines.join("\n")).not.toContain("\x1b");
});

describe("the JSON", () => {
  const schema = JSON.parse(readFileSync(checkoutPath("docs/schemas/run.schema.json"), "utf8"));

  test("has all of it, as its schema says", () => {
    const broken = judged({ state: "void", risks: 0, detail: "why", broken: textOrigin(source, 0, 4) });
    const report = JSON.parse([...renderJson({ ...run, suppressions: [used, unused, broken] })].join(""));
    expect(schemaCheck(schema)(report)).toEqual([]);
    expect(report.suppressed).toMatchObject([
      { risk: { ruleId: "rbac-cluster-admin-binding", cluster: "default" }, suppression: 0 },
    ]);
    expect(report.suppressions).toMatchObject([
      { form: "configuration", state: "used", reason: "break-glass, OPS-112", until: "2027-03-01", risks: 1 },
      { state: "unused", label: misspelt, detail: "did you mean platform-admins?", place: { line: 14 } },
      { state: "void", broken: { path: "rbac/admins.yaml", line: 1 } },
    ]);
  });

  test("of a finding that is accepted says by what", () => {
    const finding = findingOf(hop(source, "platform-admins", "bound", 1));
    expect(JSON.parse([...renderFindingJson({ finding, by: used })].join(""))).toMatchObject({
      suppression: { reason: "break-glass, OPS-112" },
    });
  });
});

test("the story of an accepted finding says by what, and not how to accept it", () => {
  const finding = findingOf(hop(source, "platform-admins", "bound", 1));
  const told = [...renderStory({ finding, risk: finding, by: used }, run, { color: false, width: 200 })].join("");
  expect(told).toContain(
    'Suppressed by\n  authgraph.yaml:14 ClusterRoleBinding platform-admins: "break-glass, OPS-112", until 2027-03-01\n',
  );
  expect(told).not.toContain("To accept it");
});
