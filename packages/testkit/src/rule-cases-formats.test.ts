import type { Run } from "@authgraph/engine";
import { renderCheckstyle, renderCsv, renderGitlab, renderJunit, renderRdjson, renderRdjsonl } from "@authgraph/report";
import { ruleset } from "@authgraph/ruleset";
import { describe, expect, test } from "vitest";
import { formatSchemaCheck, xmlProblems } from "./format-validation.ts";
import { readRuleCases } from "./rule-cases.ts";
import { scanTexts } from "./scan-texts.ts";
import { checkoutPath } from "./shared-material.ts";

/** One run for the bad cases of each rule, with whatever other rules say of them. */
async function runsOfBadCases(): Promise<ReadonlyMap<string, Run>> {
  const runs = new Map<string, Run>();
  for (const { metadata } of ruleset) {
    const bad = readRuleCases(checkoutPath("rules", metadata.id)).filter(({ kind }) => kind === "bad");
    const found = await Promise.all(bad.map(({ texts, options }) => scanTexts(texts, options)));
    const [first] = found;
    if (first === undefined) throw new Error(`${metadata.id} has no bad case`);
    runs.set(metadata.id, { ...first, findings: found.flatMap(({ findings }) => findings) });
  }
  return runs;
}

const text = (chunks: Iterable<string>): string => [...chunks].join("");

describe("the bad cases of every rule", async () => {
  const runs = await runsOfBadCases();
  const all = (render: (run: Run) => Iterable<string>): ReadonlyMap<string, string> =>
    new Map([...runs].map(([name, run]) => [name, text(render(run))]));
  const count = (run: Run): number => run.findings.length;

  test("are code quality issues as GitLab takes them, one for each finding, each known by its own fingerprint", () => {
    const check = formatSchemaCheck("gitlab-code-quality");
    for (const [name, report] of all(renderGitlab)) {
      const issues: readonly { readonly fingerprint: string }[] = JSON.parse(report);
      expect([name, check(issues)]).toEqual([name, []]);
      expect([name, issues.length]).toEqual([name, count(runs.get(name) ?? expect.unreachable())]);
      expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    }
  });

  test("are diagnostics as reviewdog takes them, whole and line by line", () => {
    const check = formatSchemaCheck("rdjson");
    const lines = all(renderRdjsonl);
    for (const [name, report] of all(renderRdjson)) {
      const { diagnostics, source } = JSON.parse(report);
      expect([name, check({ diagnostics, source })]).toEqual([name, []]);
      const each = (lines.get(name) ?? "").split("\n").slice(0, -1);
      expect(each.map((line) => JSON.parse(line))).toEqual(diagnostics.map((one: object) => ({ ...one, source })));
    }
  });

  test("are tests as Jenkins takes them, one for each rule", async () => {
    const reports = all(renderJunit);
    expect(await xmlProblems("junit", reports)).toEqual([]);
    for (const [name, report] of reports) {
      const run = runs.get(name) ?? expect.unreachable();
      expect(report.match(/<testcase /g)).toHaveLength(run.rules.length);
      expect(report.match(/<failure /g)).toHaveLength(new Set(run.findings.map(({ ruleId }) => ruleId)).size);
    }
  });

  test("are errors as Checkstyle writes them, one for each finding", async () => {
    const reports = all(renderCheckstyle);
    expect(await xmlProblems("checkstyle", reports)).toEqual([]);
    for (const [name, report] of reports) {
      const found = report.match(/<error /g)?.length ?? 0;
      expect([name, found]).toEqual([name, count(runs.get(name) ?? expect.unreachable())]);
    }
  });

  test("are rows of a table, one for each finding", () => {
    for (const [name, report] of all(renderCsv)) {
      expect([name, report.split("\r\n").length - 2]).toEqual([name, count(runs.get(name) ?? expect.unreachable())]);
    }
  });
});

describe("the validators", () => {
  test.each([
    ["junit", '<testsuites><testsuite name="a" tests="1" failures="0" errors="0"><testcase/></testsuite></testsuites>'],
    ["junit", '<testsuites><testsuite name="a" tests="1" failures="0"/></testsuites>'],
    ["checkstyle", '<checkstyle version="8.0"><file name="a"><error line="0"/></file></checkstyle>'],
    ["checkstyle", '<checkstyle version="8.0"><file name="a\u0001"/></checkstyle>'],
    ["checkstyle", '<checkstyle version="8.0"><file name="a"></checkstyle>'],
  ] as const)("of %s refuse %j", async (format, wrong) => {
    expect(await xmlProblems(format, new Map([["wrong", wrong]]))).not.toEqual([]);
  });

  test("of JSON refuse what their tools would", () => {
    expect(formatSchemaCheck("gitlab-code-quality")([{ description: "x" }])).not.toEqual([]);
    expect(formatSchemaCheck("rdjson")({ diagnostics: [], source: { name: "x" }, extra: 1 })).not.toEqual([]);
  });
});
