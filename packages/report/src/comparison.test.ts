import { readFileSync } from "node:fs";
import type { KnownRisk, Run, RunChange } from "@authgraph/engine";
import { checkoutPath, findingOf, hop, placeOf, riskOf, runOf, sampleRun, schemaCheck } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { renderConcise } from "./concise.ts";
import { renderJson } from "./json.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderPretty } from "./pretty.ts";
import { renderSarif } from "./sarif.ts";

const source = { path: "a.yaml", text: "name: x\nsubjects: # authgraph: ignore[rbac-pods-exec] -- fine\n- a\n- b\n" };
const gone: KnownRisk = {
  fingerprint: "0".repeat(32),
  ruleId: "rbac-pods-exec",
  cluster: "default",
  severity: "high",
  confidence: "certain",
  title: "Group ops can run commands in every pod",
  identity: { subject: "Group ops", object: "rbac.authorization.k8s.io/ClusterRoleBinding//ops" },
  access: [],
  shipped: [],
};
const worse = findingOf(hop(source, "- a", "here", 1), {
  state: "worse",
  folded: [riskOf(hop(source, "- b", "here", 1), { state: "new", also: "so can b" })],
});
const baseline: Run["baseline"] = { new: 1, worse: 1, old: 37, gone: [gone] };
const change: RunChange = {
  since: "origin/main",
  access: [
    {
      cluster: "default",
      comparison: {
        subjects: [],
        settings: [
          {
            setting: "kube-apiserver: anonymous requests",
            before: "off",
            after: "on all paths",
            wider: true,
            origin: placeOf(source, "x"),
          },
        ],
      },
    },
  ],
  risks: { new: 1, worse: 0, old: 12, gone: [] },
  diagnostics: [],
  filesSkipped: [],
  excuses: [
    {
      kind: "suppression",
      text: "ignore[rbac-pods-exec] -- fine",
      origin: placeOf(source, "# authgraph"),
      applied: false,
    },
  ],
};

const style = { color: false, width: Number.POSITIVE_INFINITY, hyperlinks: false, verbose: false };
const pretty = (run: Run): string => [...renderPretty(run, style)].join("");
const concise = (run: Run): string => [...renderConcise(run, { color: false })].join("");
const markdown = (run: Run): string => [...renderMarkdown(run)].join("");
const json = (run: Run) => JSON.parse([...renderJson(run)].join(""));

describe("a baseline", () => {
  const run = runOf([worse], { baseline });

  test("is counted below the findings, which say what got worse", () => {
    expect(pretty(run).split("\n")[0]).toMatch(/^critical\[rbac-grant-anonymous\]: .* \(worse\)$/);
    expect(pretty(run)).toContain(
      "\nbaseline: 37 old risks left out, 1 worse, 1 gone (authgraph baseline --prune takes them out, some of rules that were not asked: rbac-pods-exec)\n",
    );
    expect(concise(run)).toMatch(/^a\.yaml:3:1: critical.* \(9\.8, certain, worse\) \(\+1\)\n/);
    expect(concise(run)).toContain("\nbaseline: 37 old risks left out, 1 worse, 1 gone");
  });

  test("as SARIF: new, or updated where it was there", () => {
    const states = (findings: Run["findings"]): readonly (string | undefined)[] =>
      JSON.parse([...renderSarif(runOf(findings, { baseline }))].join("")).runs[0].results.map(
        (result: { readonly baselineState?: string }) => result.baselineState,
      );
    expect(states([worse])).toEqual(["updated"]);
    expect(states([findingOf(hop(source, "- a", "here", 1), { state: "new" })])).toEqual(["new"]);
    expect(states([findingOf(hop(source, "- a", "here", 1))])).toEqual([undefined]);
  });
});

test("a change begins with who gained and lost what, and tells what it adds to stay silent", () => {
  const run = runOf([findingOf(hop(source, "- a", "here", 1), { state: "new" })], { change });
  for (const text of [pretty(run), concise(run)]) {
    expect(text.indexOf("anonymous requests")).toBeGreaterThanOrEqual(0);
    expect(text.indexOf("anonymous requests")).toBeLessThan(text.indexOf("critical[rbac-grant-anonymous]"));
    expect(text).toContain(
      "\nthis change adds 1 excuse, not applied, since no change excuses itself:\n  suppression: ignore[rbac-pods-exec] -- fine (a.yaml:2)\n",
    );
    expect(text).toContain("\nsince origin/main: 12 old risks left out\n");
    expect(text).not.toContain("(new)");
  }
});

test("of many findings of a change the first are framed, the others told in a line each", () => {
  const many = Array.from({ length: 7 }, (_, at) =>
    findingOf(hop(source, "- a", "here", 1), { title: `number ${at}`, state: "new" }),
  );
  const text = pretty(runOf(many, { change }));
  expect(text.match(/^critical\[.*: number \d$/gm)).toHaveLength(5);
  expect(text).toMatch(
    /^2 more findings \(--verbose\):\n {2}a\.yaml:3:1: critical\[\S+ number 5 \(9\.8, certain\), authgraph explain \w{12}\n {2}a\.yaml:3:1: .* number 6 /m,
  );
  const hundred = Array.from({ length: 100 }, () => findingOf(hop(source, "- a", "here", 1), { state: "new" }));
  expect(pretty(runOf(hundred, { change }))).toMatch(
    /^95 more findings .*:\n(?: {2}a\.yaml.*\n){20} {2}… and 75 more\n\n/m,
  );
  const all = [...renderPretty(runOf(many, { change }), { ...style, verbose: true })].join("");
  expect(all.match(/^critical\[.*: number \d$/gm)).toHaveLength(7);
});

test("what a change brings along that cannot be looked at is named", () => {
  const skipped = [
    { path: "new.yaml", reason: "read error" },
    { path: "logo.png", reason: "not a format we read" },
  ] as const;
  const run = runOf([], { change: { ...change, filesSkipped: skipped } });
  for (const text of [pretty(run), concise(run)]) {
    expect(text).toContain("\nskipped 1 file: new.yaml  read error\n");
    expect(text).not.toContain("logo.png");
  }
  expect(markdown(run)).toContain("**Not looked at**\n\n- <code>new.yaml</code>: read error\n");
});

test("a hundred excuses of one kind do not hide the only one of another", () => {
  const one = (kind: string, text: string) => ({ kind, text, origin: placeOf(source, "x"), applied: false });
  const entries = Array.from({ length: 100 }, (_, at) => one("baseline entry", `number ${at}`));
  const run = runOf([], { change: { ...change, excuses: [...entries, one("exclude", "clusters -- noise")] } });
  for (const text of [pretty(run), markdown(run)]) {
    expect(text).toMatch(/^ *-? ?exclude: clusters -- noise \(/m);
    expect(text).toMatch(/^ *-? ?baseline entry: 9[05] more/m);
    expect(text).not.toContain("number 10");
  }
  expect([...renderPretty(run, { ...style, verbose: true })].join("")).toContain("number 99");
});

test("a change ends with its counts; what else was looked at, and what taken for granted, is for --verbose", () => {
  const compared = { ...sampleRun, findings: [], change };
  const exit = { code: 1, reason: "findings", next: "meant to be?" };
  const text = [...renderPretty(compared, { ...style, exit })].join("");
  expect(text.slice(text.indexOf("\n\nthis change adds")).split("\n").slice(5)).toEqual([
    "nothing new or worse",
    "since origin/main: 12 old risks left out",
    "about the inputs: 1 error (--verbose)",
    "read 7 of 9 files, 9 of 11 documents: 8 access objects, 1 kube-apiserver; 3 assumptions, 1 rule not evaluated (--verbose)",
    "exit 1: findings",
    "meant to be?",
    "",
  ]);
  expect([...renderPretty(compared, { ...style, verbose: true })].join("")).toMatch(/^assumed: /m);
});

test("the JSON of both is as its schema says; nothing is said where nothing was compared", () => {
  const check = schemaCheck(JSON.parse(readFileSync(checkoutPath("docs/schemas/run.schema.json"), "utf8")));
  const compared = json(runOf([worse], { baseline, change }));
  expect(check(compared)).toEqual([]);
  expect([compared.findings[0].state, compared.findings[0].folded[0].state]).toEqual(["worse", "new"]);
  expect(compared.baseline.gone[0].ruleId).toBe("rbac-pods-exec");
  expect(compared.change).toMatchObject({ since: "origin/main", excuses: [{ kind: "suppression", applied: false }] });
  const plain = json(sampleRun);
  expect([plain.baseline, plain.change, plain.findings[0].state]).toEqual([undefined, undefined, undefined]);
});
