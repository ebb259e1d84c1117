import { readFileSync } from "node:fs";
import type { Run } from "@authgraph/engine";
import type { Severity } from "@authgraph/rules";
import { edit, findingOf, hop, ruleMetadata, runOf, sampleRun } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";
import { renderCheckstyle } from "./checkstyle.ts";
import { renderCsv } from "./csv.ts";
import { renderGitlab } from "./gitlab.ts";
import { renderJunit } from "./junit.ts";
import { renderRdjson } from "./rdjson.ts";
import { findingsWithoutFile, type RepositoryOptions } from "./repository-place.ts";

const source = { path: "a.yaml", text: "kind: Role\nname: x # é x\n" };
const place = hop(source, "x", "here", 1);
const outside = findingOf(hop({ ...source, path: "../b.yaml" }, "x", "there"));
const builtIn = findingOf({ origin: { kind: "built-in", of: "default policy of v1.37" }, label: "", step: 1 });
const stdin = findingOf(hop({ ...source, path: "<stdin>" }, "x", "there"));

const text = (chunks: Iterable<string>): string => [...chunks].join("");

describe.each([
  ["gitlab", renderGitlab],
  ["junit", renderJunit],
  ["checkstyle", renderCheckstyle],
  ["rdjson", renderRdjson],
  ["csv", renderCsv],
] as const)("%s", (name, render: (run: Run, options?: RepositoryOptions) => Iterable<string>) => {
  it("is the golden one", () => {
    const golden = readFileSync(new URL(`golden/${name}.txt`, import.meta.url), "utf8");
    // Files of the checkout have one kind of line break, whatever a format wants.
    expect(text(render(sampleRun))).toBe(name === "csv" ? golden.replace(/\r?\n/g, "\r\n") : golden);
  });

  it("names files from the root of the repository", () => {
    const shown = text(
      render(runOf([findingOf(hop({ ...source, path: "./x/../a b.yaml" }, "x", ""))]), { base: "infra" }),
    );
    expect(shown).toContain("infra/a b.yaml");
  });
});

describe("what is in no file of the repository", () => {
  const run = runOf([outside, builtIn, stdin, findingOf(place)]);

  it("is counted, and left out of formats that know only files", () => {
    expect(findingsWithoutFile(run, {})).toBe(3);
    expect(JSON.parse(text(renderGitlab(run)))).toHaveLength(1);
    expect(JSON.parse(text(renderRdjson(run))).diagnostics).toHaveLength(1);
    expect(text(renderCheckstyle(run)).match(/<error /g)).toHaveLength(1);
  });

  it("is told by the others, by what place it has", () => {
    expect(
      text(renderCsv(run))
        .split("\r\n")
        .map((row) => row.split(",").slice(7, 9)),
    ).toEqual([["path", "line"], ["../b.yaml", "2"], ["<stdin>", "2"], ["a.yaml", "2"], ["", ""], []]);
    expect(text(renderJunit(run))).toContain("built in: default policy of v1.37");
  });
});

describe("a severity", () => {
  it.each([
    ["critical", "blocker", "ERROR", "error"],
    ["high", "critical", "ERROR", "error"],
    ["medium", "major", "WARNING", "warning"],
    ["low", "minor", "INFO", "info"],
    ["info", "info", "INFO", "info"],
  ] as const satisfies readonly (readonly [Severity, ...string[]])[])(
    "of %s is %s to GitLab, %s to reviewdog, %s to Checkstyle",
    (severity, gitlab, rdjson, checkstyle) => {
      const run = runOf([findingOf(place, { severity })]);
      expect(JSON.parse(text(renderGitlab(run)))[0].severity).toBe(gitlab);
      expect(JSON.parse(text(renderRdjson(run))).diagnostics[0].severity).toBe(rdjson);
      expect(text(renderCheckstyle(run))).toContain(` severity="${checkstyle}" `);
    },
  );
});

it("what got worse is said to be worse, what is new is not said to be new", () => {
  for (const render of [renderGitlab, renderJunit, renderCheckstyle, renderRdjson]) {
    const shown = text(render(runOf([findingOf(place, { state: "worse" }), findingOf(place, { state: "new" })])));
    expect(shown.match(/worse than before/g)).toHaveLength(1);
  }
  expect(text(renderCsv(runOf([findingOf(place, { state: "worse" })])))).toContain(",worse,");
});

describe("GitLab", () => {
  it("gets our fingerprints, and never one twice, of which it would keep one", () => {
    const issues: readonly { readonly fingerprint: string }[] = JSON.parse(
      text(renderGitlab(runOf([findingOf(place), findingOf(place), findingOf(place, { fingerprint: "ab" })]))),
    );
    expect(issues.map(({ fingerprint }) => fingerprint)).toEqual([
      "9353b13cfabcbb587f53efe5a075dbed",
      "9353b13cfabcbb587f53efe5a075dbed-2",
      "ab",
    ]);
  });

  it("gets an empty list where nothing was found", () => {
    expect(text(renderGitlab(runOf([])))).toBe("[]\n");
  });
});

describe("JUnit", () => {
  const rules = ["a-rule", "b-rule", "c-rule", "rbac-grant-anonymous"].map(ruleMetadata);
  const cases = (run: Run): readonly string[] =>
    text(renderJunit(run)).match(/<testcase (?:[^>]*\/>|.*?<\/testcase>)/gs) ?? [];

  it("has a test for each rule: passed, skipped, in error or failed", () => {
    const run = runOf([findingOf(place), findingOf(place, { severity: "high", score: 8 })], {
      rules,
      notEvaluated: [
        { rule: "a-rule", cluster: "default", reason: "no kubelet input" },
        { rule: "b-rule", cluster: "default", reason: "it failed", failure: "TypeError: x at /home/jane/rule.ts" },
      ],
    });
    const shown = cases(run).map((one) => one.replaceAll("\n", " ").replace(/ title.*/, ""));
    expect(shown).toHaveLength(4);
    expect(shown[0]).toContain('<skipped message="no kubelet input"/>');
    expect(shown[1]).toContain('<error message="it failed"/>');
    expect(shown[2]).toMatch(/^<testcase classname="authgraph" name="c-rule What c-rule finds"\/>$/);
    expect(shown[3]).toContain('<failure type="critical" message="2 findings: 1 critical, 1 high">');
    expect(text(renderJunit(run))).toContain('tests="4" failures="1" errors="1" skipped="1"');
    expect(text(renderJunit(run))).not.toContain("jane");
  });

  it("has a suite for each cluster", () => {
    const [version] = runOf([]).clusters;
    const clusters = ["prod", "dev"].map((name) => ({ ...(version ?? expect.unreachable()), name }));
    const run = runOf([findingOf(place, { cluster: "dev" })], { rules, clusters });
    expect(text(renderJunit(run)).match(/<testsuite .*>/g)).toEqual([
      '<testsuite name="authgraph prod" tests="4" failures="0" errors="0" skipped="0">',
      '<testsuite name="authgraph dev" tests="4" failures="1" errors="0" skipped="0">',
    ]);
  });
});

describe("Checkstyle", () => {
  it("has the files by name and the errors of each by place", () => {
    const at = (path: string, piece: string): ReturnType<typeof findingOf> =>
      findingOf(hop({ ...source, path }, piece, ""), { ruleId: piece });
    const run = runOf([at("b.yaml", "x"), at("a.yaml", "x"), at("b.yaml", "kind")]);
    expect(text(renderCheckstyle(run)).match(/(?<=name="|source=")[^"]*/g)).toEqual([
      "a.yaml",
      "x",
      "b.yaml",
      "kind",
      "x",
    ]);
  });
});

describe("reviewdog", () => {
  const diagnostic = (more: Parameters<typeof findingOf>[1], at = place): Record<string, unknown> =>
    JSON.parse(text(renderRdjson(runOf([findingOf(at, more)]), { docsUrl: "https://docs.example" }))).diagnostics[0];

  it("gets columns in bytes, of the first line of a place", () => {
    expect(diagnostic({}, hop(source, "é x\n", "")).location).toEqual({
      path: "a.yaml",
      range: { start: { line: 2, column: 11 }, end: { line: 2, column: 15 } },
    });
  });

  it("gets a suggestion where the remedy is one edit of the same file", () => {
    const one = { text: "rename it", edits: [edit(source, "x", "y")] };
    const range = { start: { line: 2, column: 7 }, end: { line: 2, column: 8 } };
    expect(diagnostic({ remedies: [one] }).suggestions).toEqual([{ range, text: "y" }]);
  });

  it.each([
    ["two edits", [edit(source, "x", "y"), edit(source, "kind", "y")]],
    ["an edit of another file", [edit({ ...source, path: "b.yaml" }, "x", "y")]],
    ["a secret", [edit(source, "x", "password: hunter22")]],
  ])("gets none for %s", (_what, edits) => {
    expect(diagnostic({ remedies: [{ text: "do it", edits }] }).suggestions).toBeUndefined();
  });

  it("gets a link to the rule", () => {
    expect(diagnostic({}).code).toEqual({
      value: "rbac-grant-anonymous",
      url: "https://docs.example/rules/rbac-grant-anonymous.md",
    });
  });
});

describe("CSV", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'    =1"],
    ["＝1", "'＝1"],
    ['say "x"', '"say ""x"""'],
    ["a,b", '"a,b"'],
    ["a\nb", "a\\nb"],
    ["a-b=c", "a-b=c"],
  ])("has a title of %j as %j", (title, cell) => {
    const [, row = ""] = text(renderCsv(runOf([findingOf(place, { title })]))).split("\r\n");
    expect(row.slice("rbac-grant-anonymous,critical,".length).startsWith(`${cell},`)).toBe(true);
  });

  it("names binding, role and namespace of a grant", () => {
    const key = (kind: string, rest: string): string => `rbac.authorization.k8s.io/${kind}/${rest}`;
    const run = runOf([
      findingOf(place, {
        identity: { subject: "User jane", object: key("RoleBinding", "web/jane") },
        role: { key: key("Role", "web/reader"), place },
      }),
      findingOf(place, { identity: { subject: "kube-apiserver", object: "anonymous-auth" } }),
    ]);
    expect(
      text(renderCsv(run))
        .split("\r\n")
        .slice(1, 3)
        .map((row) => row.split(",").slice(4, 8)),
    ).toEqual([
      ["RoleBinding web/jane", "Role web/reader", "web", "a.yaml"],
      ["", "", "", "a.yaml"],
    ]);
  });
});
