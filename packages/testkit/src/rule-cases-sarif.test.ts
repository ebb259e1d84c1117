import { readdirSync, readFileSync } from "node:fs";
import { renderSarif } from "@authgraph/report";
import { ruleset } from "@authgraph/ruleset";
import { describe, expect, test } from "vitest";
import { filesBelow } from "./folder-sources.ts";
import { type RuleCase, readRuleCases } from "./rule-cases.ts";
import { type SarifLog, sarifFaults } from "./sarif-requirements.ts";
import { sarifProblems, sarifSchemaCheck, sarifValidatorMissing } from "./sarif-validation.ts";
import { scanTexts } from "./scan-texts.ts";
import { checkoutPath } from "./shared-material.ts";

const casesOf = (rule: string): readonly RuleCase[] => readRuleCases(checkoutPath("rules", rule));

type Texts = RuleCase["texts"];

/** What a file of SARIF says, and what it says it of. */
interface Reported {
  readonly sarif: string;
  readonly texts: Texts;
}

/**
 * One file for all cases of a rule, each in a folder of its own: every file holds the descriptors of every rule, which is
 * what takes the time.
 */
async function casesReported(cases: readonly RuleCase[]): Promise<Reported> {
  const folders = cases.map(({ kind, name, texts, options }) => ({
    options,
    texts: Object.fromEntries(Object.entries(texts).map(([path, text]) => [`${kind}-${name}/${path}`, text])),
  }));
  const runs = await Promise.all(folders.map(({ texts, options }) => scanTexts(texts, options)));
  const [first] = runs;
  if (first === undefined) throw new Error("a rule without cases");
  const all = { ...first, findings: runs.flatMap(({ findings }) => findings) };
  return { sarif: [...renderSarif(all)].join(""), texts: Object.assign({}, ...folders.map(({ texts }) => texts)) };
}

async function sarifOf(texts: Texts): Promise<string> {
  return [...renderSarif(await scanTexts(texts))].join("");
}

function fixture(name: string): Texts {
  const folder = checkoutPath("fixtures/clusters", name);
  return Object.fromEntries(filesBelow(folder).map((path) => [path, readFileSync(`${folder}/${path}`, "utf8")]));
}

const fixtures = readdirSync(checkoutPath("fixtures/clusters"));

describe("SARIF of every case of every rule, and of every cluster", async () => {
  const reported = new Map<string, Reported>();
  for (const { metadata } of ruleset) reported.set(metadata.id, await casesReported(casesOf(metadata.id)));
  for (const name of fixtures)
    reported.set(`cluster ${name}`, { sarif: await sarifOf(fixture(name)), texts: fixture(name) });

  test("is what GitHub wants and no validator looks for", () => {
    for (const [name, { sarif, texts }] of reported) {
      const log: SarifLog = JSON.parse(sarif);
      expect([name, sarifFaults(log, texts)]).toEqual([name, []]);
      expect([name, log.runs[0]?.results.length]).not.toEqual([name, 0]);
    }
  });

  test("is valid by the SARIF 2.1.0 schema and by GitHub's rules", ({ skip }) => {
    skip(sarifValidatorMissing !== undefined, sarifValidatorMissing);
    const check = sarifSchemaCheck();
    for (const [name, { sarif }] of reported) expect([name, check(JSON.parse(sarif))]).toEqual([name, []]);
    expect(sarifProblems(new Map([...reported].map(([name, { sarif }]) => [name, sarif])))).toEqual([]);
  });

  test.each<[string, (log: SarifLog["runs"][number]["results"][number]) => object]>([
    ["a link to 99", (result) => ({ message: { text: `${result.message.text} [x](99)` } })],
    [
      "is no file",
      () => ({
        relatedLocations: [],
        locations: [{ physicalLocation: { artifactLocation: { uri: "gone.yaml" }, region } }],
      }),
    ],
    [
      "beyond line",
      ({ locations }) => ({
        locations: locations.map((one) => ({ physicalLocation: { ...one.physicalLocation, region } })),
      }),
    ],
    ["no line hash", () => ({ partialFingerprints: {} })],
    ["ruleIndex leads to another rule", ({ ruleIndex }) => ({ ruleIndex: ruleIndex + 1 })],
  ])("would be faulted otherwise: %s", (fault, change) => {
    const { sarif = "", texts = {} } = reported.get("cluster demo") ?? {};
    const [run, result] = [JSON.parse(sarif).runs[0], JSON.parse(sarif).runs[0].results[0]];
    const changed: SarifLog = { runs: [{ ...run, results: [{ ...result, ...change(result) }] }] };
    expect(sarifFaults(changed, texts).join("\n")).toContain(fault);
  });
});

const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1000 };

/** What names a finding to GitHub, and to us. */
interface Names {
  readonly alerts: readonly string[];
  readonly findings: readonly string[];
}

async function namesIn(texts: Texts): Promise<Names> {
  const { results } = JSON.parse(await sarifOf(texts)).runs[0];
  const names = { alerts: [] as string[], findings: [] as string[] };
  for (const { ruleId, locations, partialFingerprints } of results) {
    const { uri } = locations[0].physicalLocation.artifactLocation;
    names.alerts.push(`${ruleId} ${uri} ${partialFingerprints.primaryLocationLineHash}`);
    names.findings.push(partialFingerprints["authgraphFinding/v1"]);
  }
  return { alerts: names.alerts.sort(), findings: names.findings.sort() };
}

const map = (texts: Texts, change: (text: string, path: string) => string): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [path, /\.ya?ml$/.test(path) ? change(text, path) : text]),
  );

describe.each(fixtures)("the names of what is found in the cluster %s", async (fixtureName) => {
  const texts = fixture(fixtureName);
  const before = await namesIn(texts);

  test.each<[string, (text: string) => string]>([
    ["lines inserted above", (text) => `# one\n# two\n\n${text}`],
    ["CRLF", (text) => text.replaceAll("\n", "\r\n")],
    ["another indentation", (text) => text.replace(/^(?!---|\n)/gm, "  ")],
    ["blanks at the ends of lines", (text) => text.replaceAll("\n", "  \n")],
  ])("stay, to us and to GitHub, with %s", async (_what, change) => {
    expect(await namesIn(map(texts, change))).toEqual(before);
  });

  test("stay to us when files are renamed, which to GitHub are others", async () => {
    const moved = Object.fromEntries(Object.entries(texts).map(([path, text]) => [`moved/${path}`, text]));
    const after = await namesIn(moved);
    expect(after.findings).toEqual(before.findings);
    expect(after.alerts.map((alert) => alert.replace(" moved/", " "))).toEqual(before.alerts);
    expect(after.alerts).not.toEqual(before.alerts);
  });

  test("stay to us when what stands below changes, which GitHub's hash covers", async () => {
    const after = await namesIn(
      map(texts, (text) =>
        text.replace(/\n*$/, "\n---\n# another\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: more}\n"),
      ),
    );
    expect(after.findings).toEqual(before.findings);
  });
});
