import { gzipSync } from "node:zlib";
import type { Run } from "@authgraph/engine";
import type { Finding } from "@authgraph/rules";
import { type SourceText, textOrigin } from "@authgraph/source";
import {
  coverageOf,
  findingOf,
  hop,
  placeOf,
  ruleMetadata,
  runOf,
  sampleRun,
  sarifProblems,
  sarifSchemaCheck,
  sarifValidatorMissing,
} from "@authgraph/testkit";
import fc from "fast-check";
import type { Log, ReportingDescriptor, Result } from "sarif";
import { describe, expect, it } from "vitest";
import { lineHash } from "./fingerprint-line-hash.ts";
import { renderSarif, type SarifOptions } from "./sarif.ts";

const sarif = (run: Run, options?: SarifOptions): string => [...renderSarif(run, options)].join("");
const parse = (text: string): Log => JSON.parse(text);
const onlyRun = (run: Run, options?: SarifOptions): Log["runs"][number] => {
  const { runs } = parse(sarif(run, options));
  expect(runs).toHaveLength(1);
  return runs[0] ?? expect.unreachable();
};
const resultsOf = (run: Run, options?: SarifOptions): readonly Result[] =>
  onlyRun(run, options).results ?? expect.unreachable();
const rulesOf = (run: Run): readonly ReportingDescriptor[] => onlyRun(run).tool.driver.rules ?? [];
const notificationsOf = (run: Run): readonly string[] =>
  (onlyRun(run).invocations?.[0]?.toolExecutionNotifications ?? []).map(
    ({ level, descriptor, message }) => `${level} ${descriptor?.id}: ${message.text}`,
  );

const source: SourceText = { path: "deploy/anon admin.yaml", text: "kind: Role\nname: x\nsubjects:\n- a\n- b\n" };
const builtIn = { origin: { kind: "built-in", of: "default policy of v1.37" }, label: "allows all", step: 3 } as const;

/** As many findings as asked for, each in its own line. */
function many(count: number): readonly Finding[] {
  const big: SourceText = { path: "big.yaml", text: "- name: x\n".repeat(count) };
  return Array.from({ length: count }, (_, line) =>
    findingOf(
      { origin: textOrigin(big, line * 10 + 8, line * 10 + 9), label: "here", step: 1 },
      { fingerprint: line.toString(16).padStart(32, "0") },
    ),
  );
}

const manySteps = Array.from({ length: 150 }, (_, step) => hop(source, "x", `step ${step}`, step + 1));

/** Everything that has its own form in the file. */
const runs: ReadonlyMap<string, Run> = new Map([
  ["the sample", sampleRun],
  ["nothing found", runOf([])],
  [
    "steps that no input wrote, first, between and last",
    runOf([
      findingOf(builtIn, {
        hops: [
          { ...builtIn, step: 1 },
          hop(source, "x", "one", 2),
          builtIn,
          hop(source, "a", "two", 4),
          { ...builtIn, step: 5 },
        ],
      }),
    ]),
  ],
  [
    "findings of one line",
    runOf([findingOf(hop(source, "x", "one")), findingOf(hop(source, "name", "two"), { title: "another" })]),
  ],
  [
    "all tiers",
    runOf(
      (["critical", "high", "medium", "low", "info"] as const).map((severity, index) =>
        findingOf(hop(source, "x", ""), { severity, score: [9.5, 8, 5, 2, 0.1][index] ?? 0, confidence: "possible" }),
      ),
    ),
  ],
  ["standard input", runOf([findingOf(hop({ ...source, path: "<stdin>" }, "x", ""))])],
  [
    "brackets, controls and a long chain",
    runOf([findingOf(hop(source, "x", "[a](b) \\ \x1b[2J\n"), { title: "[x](9) can \u202e\x1b", hops: manySteps })]),
  ],
  [
    "trouble with the inputs",
    runOf([], {
      coverage: coverageOf({
        filesSkipped: [
          { path: "a b.yaml", reason: "permission denied" },
          { path: "x.png", reason: "binary" },
        ],
      }),
      diagnostics: [
        {
          id: "yaml-syntax",
          level: "error",
          message: "did not find expected key",
          origin: placeOf(source, "subjects"),
        },
      ],
      notEvaluated: [{ rule: "kubelet-anonymous", cluster: "default", reason: "no kubelet input" }],
      assumptions: [{ cluster: "default", text: "Node,RBAC", origin: undefined }],
    }),
  ],
  ["more than GitHub shows", runOf(many(5_001))],
]);

describe("the file", () => {
  it.each([...runs])("has one run with results, and links that lead somewhere: %s", (_name, run) => {
    const { results = [], tool } = onlyRun(run);
    for (const { message, relatedLocations = [], ruleIndex, ruleId } of results) {
      const ids = relatedLocations.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const links = [...(message.text ?? "").matchAll(/(?<!\\)\]\((\d+)\)/g)].map(([, id]) => Number(id));
      for (const id of links) expect(ids).toContain(id);
      expect(ids.length).toBeLessThanOrEqual(100);
      expect(tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
    }
    const identities = results.map(({ ruleId, locations, partialFingerprints }) =>
      [
        ruleId,
        locations?.[0]?.physicalLocation?.artifactLocation?.uri,
        partialFingerprints?.primaryLocationLineHash,
      ].join(" "),
    );
    expect(new Set(identities).size).toBe(identities.length);
  });

  it("is as the schema of OASIS wants it", ({ skip }) => {
    skip(sarifValidatorMissing !== undefined, sarifValidatorMissing);
    const check = sarifSchemaCheck();
    for (const [name, run] of runs) expect([name, check(parse(sarif(run)))]).toEqual([name, []]);
    const wrong = { ...parse(sarif(sampleRun)), version: "2.0.0" };
    expect(check(wrong)).not.toEqual([]);
  });

  it("gives the validator of OASIS and GitHub nothing to say", ({ skip }) => {
    skip(sarifValidatorMissing !== undefined, sarifValidatorMissing);
    const small = [...runs].filter(([, { findings }]) => findings.length < 100);
    const files = new Map(small.map(([name, run]) => [name, sarif(run, { category: "manifests", base: "infra" })]));
    expect(sarifProblems(files)).toEqual([]);
  });

  it("would be faulted otherwise", ({ skip }) => {
    skip(sarifValidatorMissing !== undefined, sarifValidatorMissing);
    const broken = sarif(sampleRun).replaceAll('"help"', '"notHelp"');
    expect(sarifProblems(new Map([["broken", broken]])).join("\n")).toContain("GH2012");
  });

  it("is the same for the same run, whatever the order of its findings", () => {
    const { coverage, diagnostics, findings, rules } = sampleRun;
    const more = [...diagnostics, ...diagnostics.map((diagnostic) => ({ ...diagnostic, id: "another" }))];
    const reversed = {
      ...sampleRun,
      findings: findings.toReversed(),
      rules: rules.toReversed(),
      diagnostics: more.toReversed(),
      coverage: { ...coverage, filesSkipped: coverage.filesSkipped.toReversed() },
    };
    expect(sarif(reversed)).toBe(sarif({ ...sampleRun, diagnostics: more }));
  });

  it("has automation details only for a category", () => {
    expect(onlyRun(sampleRun).automationDetails).toBeUndefined();
    expect(onlyRun(sampleRun, { category: "prod" }).automationDetails).toEqual({ id: "prod/" });
    expect(onlyRun(sampleRun, { category: "authgraph/prod/" }).automationDetails).toEqual({ id: "authgraph/prod/" });
  });

  it("holds no text of the sources", () => {
    const secret = { path: "s.yaml", text: "kind: Secret\nstringData:\n  password: hunter2\n" };
    expect(sarif(runOf([findingOf(hop(secret, "hunter2", "readable"))]))).not.toContain("hunter2");
  });
});

describe("rules", () => {
  it("are described once for each tier", () => {
    const run = runOf(
      [
        findingOf(hop(source, "x", ""), { severity: "high", score: 8, confidence: "likely" }),
        findingOf(hop(source, "a", ""), { severity: "critical" }),
      ],
      { rules: [ruleMetadata("sa-legacy-token-secret"), ruleMetadata("rbac-grant-anonymous")] },
    );
    expect(
      rulesOf(run).map(({ id, name, defaultConfiguration, properties }) => [
        id,
        name,
        defaultConfiguration?.level,
        properties?.["security-severity"],
        properties?.precision,
      ]),
    ).toEqual([
      ["rbac-grant-anonymous", "RbacGrantAnonymous", "error", "9.5", "very-high"],
      ["rbac-grant-anonymous/high", "RbacGrantAnonymousHigh", "error", "8.0", "high"],
      ["sa-legacy-token-secret", "SaLegacyTokenSecret", "error", "9.5", "very-high"],
    ]);
    expect(resultsOf(run).map(({ ruleId, ruleIndex }) => [ruleId, ruleIndex])).toEqual([
      ["rbac-grant-anonymous", 0],
      ["rbac-grant-anonymous/high", 1],
    ]);
  });

  it("have what GitHub requires, within its limits", () => {
    const rule = {
      ...ruleMetadata("x"),
      title: "t".repeat(2000),
      why: "w".repeat(2000),
      controls: ["CWE-5", "CIS 1.2.1"],
      tags: Array.from({ length: 30 }, (_, i) => `t${i}`),
    };
    const [described] = rulesOf(runOf([], { rules: [rule] }));
    expect(described?.shortDescription?.text).toHaveLength(1024);
    expect(described?.fullDescription?.text).toHaveLength(1024);
    expect(described?.properties?.tags).toHaveLength(10);
    expect(described?.properties?.tags?.slice(0, 3)).toEqual(["security", "kubernetes", "external/cwe/cwe-005"]);
    expect(described?.help?.text).not.toBe("");
    expect(described?.help?.markdown).not.toBe("");
  });

  it("have severities in GitHub's bands", () => {
    const run = runs.get("all tiers") ?? expect.unreachable();
    for (const { properties } of rulesOf(run)) {
      expect(properties?.["security-severity"]).toMatch(/^(?!0\.0|9\.0)(?:10\.0|\d\.\d)$/);
    }
    expect(resultsOf(run).map(({ level, rank }) => [level, rank])).toEqual([
      ["error", 95],
      ["error", 80],
      ["warning", 50],
      ["note", 20],
      ["note", 1],
    ]);
  });
});

describe("results", () => {
  it("tell the chain in the message, as related locations and as a flow", () => {
    const result = resultsOf(sampleRun)[0];
    expect(result?.message.text).toBe(
      [
        "Requests without credentials can read every Secret in the cluster, which makes them cluster-admin.",
        "Chain: 1. [such requests are accepted, on all paths](1); 2. [all of them are in this group](2); 3. [grants this role in all namespaces](3); 4. [every Secret, no resourceNames](4); [either verb returns the contents](5).",
        "Then: One of them, ops/backup-token, is a cluster-admin's token (legacy/secret.yaml:5, see sa-legacy-token-secret below).",
        "To fix it: Take the group out of the binding.",
      ].join("\n"),
    );
    expect(
      result?.codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => [
        location?.physicalLocation?.artifactLocation?.uri,
        location?.physicalLocation?.region?.startLine,
        location?.message?.text,
      ]),
    ).toEqual([
      ["control-plane/kube-apiserver.yaml", 10, "1. such requests are accepted, on all paths"],
      ["rbac/status-page.yaml", 15, "2. all of them are in this group"],
      ["rbac/status-page.yaml", 8, "3. grants this role in all namespaces"],
      ["rbac/roles.yaml", 7, "4. every Secret, no resourceNames"],
    ]);
  });

  it("tell steps that no input wrote with the step before them", () => {
    const run = runs.get("steps that no input wrote, first, between and last") ?? expect.unreachable();
    const [result] = resultsOf(run);
    expect(result?.codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => location?.message?.text)).toEqual([
      "1. allows all (built in: default policy of v1.37); 2. one; 3. allows all (built in: default policy of v1.37)",
      "4. two; 5. allows all (built in: default policy of v1.37)",
    ]);
    expect(result?.locations?.[0]?.physicalLocation?.region?.startLine).toBe(2);
  });

  it("have no more steps than GitHub keeps, all that are in one line together", () => {
    const big: SourceText = { path: "big.yaml", text: "- x\n".repeat(600) };
    const hops = Array.from({ length: 600 }, (_, line) => ({
      origin: textOrigin(big, line * 4 + 2, line * 4 + 3),
      label: "on",
      step: line + 1,
    }));
    const run = runOf(Array.from({ length: 12 }, () => findingOf(hops[0] ?? expect.unreachable(), { hops })));
    const flows = resultsOf(run)[0]?.codeFlows ?? [];
    expect(flows.map(({ threadFlows }) => threadFlows[0]?.locations.length)).toEqual([600, 400]);
  });

  it("of one rule in one line are one", () => {
    const run = runs.get("findings of one line") ?? expect.unreachable();
    expect(resultsOf(run)).toHaveLength(1);
    expect(resultsOf(run)[0]?.message.text).toContain("Also here: ");
    expect(resultsOf(run)[0]?.relatedLocations).toHaveLength(2);
  });

  it("carry GitHub's hash of their line and our own fingerprint", () => {
    expect(resultsOf(runOf([findingOf(hop(source, "x", ""))]))[0]?.partialFingerprints).toEqual({
      primaryLocationLineHash: lineHash(source, 2),
      "authgraphFinding/v1": "9353b13cfabcbb587f53efe5a075dbed",
    });
  });

  it.each([
    ["LF", "a: 1\nname: web\n"],
    ["CRLF", "a: 1\r\nname: web\r\n"],
    ["a byte order mark", "\ufeffname: web\n"],
    ["characters of two units before", "é: 😀\n😀😀: web\n"],
  ])("point at the text they mean with %s", (_name, text) => {
    const [result] = resultsOf(runOf([findingOf(hop({ path: "a.yaml", text }, "web", ""))]));
    const region = result?.locations?.[0]?.physicalLocation?.region ?? expect.unreachable();
    const line = text.replace(/^\ufeff/, "").split(/\r?\n/)[(region.startLine ?? 0) - 1];
    expect(line?.slice((region.startColumn ?? 0) - 1, (region.endColumn ?? 0) - 1)).toBe("web");
    expect(region.endLine).toBe(region.startLine);
  });

  it("point at the text they mean, wherever it stands", () => {
    const unit = fc.constantFrom("a", "é", "😀", " ", "\t", "\n", "\r\n", "\r", "\u2028", '"', "e\u0301");
    fc.assert(
      fc.property(fc.boolean(), fc.array(unit, { maxLength: 80 }), fc.nat(), fc.nat(), (mark, units, from, length) => {
        const text = (mark ? "\ufeff" : "") + units.join("");
        const first = mark ? 1 : 0;
        const start = first + (from % (text.length - first + 1));
        const end = Math.min(text.length, start + (length % 12));
        const origin = textOrigin({ path: "a.yaml", text }, start, end);
        const run = runOf([findingOf({ origin, label: "", step: undefined })]);
        const { region } = resultsOf(run)[0]?.locations?.[0]?.physicalLocation ?? expect.unreachable();
        const { startLine = 0, startColumn = 0, endLine, endColumn = 0 } = region ?? expect.unreachable();
        const line = text.slice(first).split(/\r\n|\r|\n/)[startLine - 1] ?? expect.unreachable();
        // Up to the end of the line, where the span goes on; nothing, where it is a part of the break itself.
        const [meant = ""] = text.slice(start, end).split(/[\r\n]/);
        expect(line.slice(startColumn - 1, endColumn - 1)).toBe(meant);
        expect(endLine).toBe(startLine);
      }),
    );
  });

  it("keep to one line", () => {
    const whole = { origin: textOrigin(source, 0, source.text.length), label: "", step: undefined };
    expect(resultsOf(runOf([findingOf(whole)]))[0]?.locations?.[0]?.physicalLocation?.region).toEqual({
      startLine: 1,
      startColumn: 1,
      endLine: 1,
      endColumn: 11,
    });
  });

  it.each([
    ["deploy/anon admin.yaml", "", "deploy/anon%20admin.yaml"],
    ["./a.yaml", "", "a.yaml"],
    ["a#b%c:d/é.yaml", "", "a%23b%25c%3Ad/%C3%A9.yaml"],
    ["../x.yaml", "deploy/prod", "deploy/x.yaml"],
    ["a.yaml", "deploy/", "deploy/a.yaml"],
    ["../x.yaml", "", undefined],
    ["/etc/kubernetes/admin.conf", "", undefined],
    ["C:/a.yaml", "", undefined],
    ["<stdin>", "", undefined],
  ])("name %s, seen from %j, as %s", (path, base, uri) => {
    const run = runOf([findingOf(hop({ ...source, path }, "x", ""))]);
    const uris = resultsOf(run, { base }).map(
      ({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri,
    );
    expect(uris).toEqual(uri === undefined ? [] : [uri]);
  });

  it("come worst first, then by place", () => {
    const at = (path: string, severity: Finding["severity"], score: number): Finding =>
      findingOf(hop({ ...source, path }, "x", ""), { severity, score });
    const run = runOf([at("b", "low", 2), at("c", "high", 8), at("a", "high", 8), at("d", "critical", 9.8)]);
    expect(resultsOf(run).map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri)).toEqual([
      "d",
      "a",
      "c",
      "b",
    ]);
  });
});

describe("what is not a result", () => {
  it("is notified, with its place", () => {
    const run = runs.get("trouble with the inputs") ?? expect.unreachable();
    expect(notificationsOf(run)).toEqual([
      "error input-yaml-syntax: did not find expected key.",
      "warning file-skipped: A file was skipped: permission denied.",
      "note rule-not-evaluated: kubelet-anonymous: no kubelet input.",
      "note assumption-made: Node,RBAC.",
    ]);
    const [first] = onlyRun(run).invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(first?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe("deploy/anon%20admin.yaml");
  });

  it("is said of findings without a file, and no path of the machine with it", () => {
    const outside = { ...source, path: "/home/jane/cluster.yaml" };
    const chain = [hop(source, "x", "one", 1), hop(outside, "x", "two", 2), hop(source, "a", "three", 3)];
    const text = sarif(
      runOf([findingOf(hop(outside, "x", "")), findingOf(hop(source, "x", "one", 1), { hops: chain })]),
    );
    expect(text).not.toContain("jane");
    expect(text).toContain("1 findings are left out");
  });

  it("is said of limits", () => {
    expect(notificationsOf(runOf(many(5_000)))).toEqual([]);
    expect(notificationsOf(runOf(many(5_001)))[0]).toMatch(/^warning results-not-shown: 5001 results/);
    // The worst are found last, and are in the file all the same.
    const worst = [...many(60_000)].map((finding, i) =>
      i < 59_990 ? { ...finding, severity: "medium" as const, score: 5 } : finding,
    );
    const text = sarif(runOf(worst));
    expect(gzipSync(text, { level: 1 }).length).toBeLessThan(10_000_000);
    const [huge] = parse(text).runs;
    expect(huge?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(/^60000 results were found/);
    expect(huge?.invocations?.[0]?.toolExecutionNotifications?.[0]?.level).toBe("error");
    expect(huge?.results).toHaveLength(25_000);
    expect(huge?.results?.slice(0, 11).map(({ rank }) => rank)).toEqual([...Array(10).fill(98), 50]);
  });
});
