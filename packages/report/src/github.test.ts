import { readFileSync } from "node:fs";
import type { Finding, Severity } from "@authgraph/rules";
import { findingOf, hop, runOf, sampleRun } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";
import { renderGithub } from "./github.ts";
import type { RepositoryOptions } from "./repository-place.ts";

const lines = (findings: readonly Finding[], options: RepositoryOptions = {}): readonly string[] =>
  [...renderGithub(runOf(findings), options)].join("").split("\n").slice(0, -1);

const source = { path: "a.yaml", text: "kind: Role\nname: x\n" };
const place = hop(source, "x", "");
const at = (path: string): Finding => findingOf(hop({ ...source, path }, "x", ""));

/** What stands between `::error ` and the message. */
const properties = (finding: Finding, options: RepositoryOptions = {}): string =>
  /^::\w+ (.*?)::/.exec(lines([finding], options)[0] ?? "")?.[1] ?? "";

it("is the golden one", () => {
  const golden = readFileSync(new URL("golden/github.txt", import.meta.url), "utf8");
  expect([...renderGithub(sampleRun)].join("")).toBe(golden);
});

describe("the command", () => {
  it.each([
    ["critical", "error"],
    ["high", "error"],
    ["medium", "warning"],
    ["low", "notice"],
    ["info", "notice"],
  ] as const)("of a %s finding is %s", (severity, command) => {
    expect(lines([findingOf(place, { severity })])[0]).toMatch(new RegExp(`^::${command} file=a\\.yaml,`));
  });

  // actions/toolkit packages/core/src/command.ts: `%` first, then CR and LF; of a property `:` and `,` as well.
  it("escapes its message", () => {
    const title = "100%, a:b %0A";
    expect(lines([findingOf(place, { title })])[0]).toMatch(/::100%25, a:b %250A%0Aauthgraph explain 9353b13cfabc$/);
  });

  it.each([
    ["a.yaml", "a.yaml"],
    ["50% off/a,b:c.yaml", "50%25 off/a%2Cb%3Ac.yaml"],
    ["ünï cödé/权限.yaml", "ünï cödé/权限.yaml"],
    ["./sub/../a.yaml", "a.yaml"],
  ])("names %s as %s", (path, file) => {
    expect(properties(at(path))).toBe(
      `file=${file},line=2,endLine=2,col=7,endColumn=8,title=rbac-grant-anonymous (critical 9.8%2C certain)`,
    );
  });

  it("cannot be ended or forged by what the input says", () => {
    const evil = "x\r\n::error file=b::y\x1b[2J##[error]z";
    const shown = lines([
      findingOf(hop({ ...source, path: evil }, "x", evil), {
        title: evil,
        ruleId: evil,
        remedies: [{ text: evil, edits: [] }],
      }),
    ]);
    expect(shown.filter((line) => line.startsWith("::"))).toHaveLength(1);
    expect(shown.join("\n")).not.toMatch(/[\x00-\x09\x0b-\x1f]|##\[/);
  });

  it("is one line where the place has several", () => {
    const long = { origin: { kind: "text", source, start: 0, end: 18 }, label: "", step: undefined } as const;
    expect(properties(findingOf(long))).toMatch(/^file=a\.yaml,line=1,endLine=1,col=1,endColumn=11,/);
  });
});

describe("a finding in no file of the repository has no file, and says where it is", () => {
  const builtIn = { origin: { kind: "built-in", of: "default policy of v1.37" }, label: "", step: undefined } as const;
  it.each([
    ["what Kubernetes ships", findingOf(builtIn), " (built in: default policy of v1.37)"],
    ["standard input", at("<stdin>"), " (<stdin>:2:7)"],
    ["a file elsewhere", at("../other/a.yaml"), " (../other/a.yaml:2:7)"],
  ])("%s", (_what, finding, where) => {
    expect(properties(finding)).toBe("title=rbac-grant-anonymous (critical 9.8%2C certain)");
    expect(lines([finding])[0]).toContain(`every Secret in the cluster${where}%0A`);
  });

  it("unless a place of its chain is in one", () => {
    const finding = findingOf(builtIn, { hops: [builtIn, hop(source, "Role", "")] });
    expect(properties(finding)).toMatch(/^file=a\.yaml,line=1,/);
  });
});

it("paths are those of the repository, wherever the scan ran", () => {
  expect(properties(at("a.yaml"), { base: "deploy" })).toMatch(/^file=deploy\/a\.yaml,/);
  expect(properties(at("/srv/x/a.yaml"), { pathInRepository: () => "x/a,b.yaml" })).toMatch(/^file=x\/a%2Cb\.yaml,/);
});

it("annotates ten of each kind, the most severe, and says what is left out", () => {
  const many = (count: number, severity: Severity): readonly Finding[] =>
    Array.from({ length: count }, (_, index) => findingOf(place, { severity, title: `${severity} ${index}` }));
  const shown = lines([...many(8, "critical"), ...many(7, "high"), ...many(10, "medium"), ...many(12, "low")]);
  const kinds = ["error", "warning", "notice"].map((kind) => shown.filter((line) => line.startsWith(`::${kind} `)));
  expect(kinds.map((found) => found.length)).toEqual([10, 10, 10]);
  expect(kinds[0]?.map((line) => /::(\w+ \d+)%0A/.exec(line)?.[1])).toEqual([
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((index) => `critical ${index}`),
    "high 0",
    "high 1",
  ]);
  expect(shown.slice(30)).toEqual([
    "not annotated: 5 errors, 2 notices: GitHub shows 10 of each kind; -f pretty, json and sarif have all",
    "read 0 files, 0 documents: 0 access objects",
    "37 findings: 8 critical, 7 high, 10 medium, 12 low",
  ]);
});
