import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Configuration, readConfiguration, scan } from "@authgraph/engine";
import type { Confidence, Finding, Remedy, Rule, Severity } from "@authgraph/rules";
import { ruleset } from "@authgraph/ruleset";
import { positionAt } from "@authgraph/source";
import { filesBelow, textSources } from "./folder-sources.ts";

/** One case of a rule: a file, or a folder of files that are read together. */
export interface RuleCase {
  readonly rule: string;
  readonly kind: "bad" | "good";
  /** Without extension; a bad case and its good twin share it. */
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly options: CaseOptions;
  readonly expected: readonly ExpectedFinding[];
}

/** `# case: kubernetes-version=1.35 complete at=2026-01-01T00:00:00Z` in one of the first lines. */
export interface CaseOptions {
  readonly kubernetesVersion: string | undefined;
  readonly complete: boolean;
  readonly at: string;
}

/** `# expect: critical 9.8 certain every Secret`: on the line where the finding starts, or on a line above it. */
export interface ExpectedFinding {
  readonly path: string;
  readonly line: number;
  readonly severity: Severity;
  readonly score: number | undefined;
  readonly confidence: Confidence | undefined;
  /** Part of the title. */
  readonly text: string;
}

/**
 * Where a comment would be read as part of the file (tokens, PEM, JSON), the expectations of a folder stand beside the
 * inputs: `PATH:LINE: critical 9.8 every Secret`, a line each.
 */
const expectationsFile = "expect.txt";

/** The cases of one rule folder: `cases/bad/*` and `cases/good/*`. */
export function readRuleCases(ruleFolder: string): readonly RuleCase[] {
  const rule = ruleFolder.slice(ruleFolder.lastIndexOf("/") + 1);
  return (["bad", "good"] as const).flatMap((kind) => {
    const folder = join(ruleFolder, "cases", kind);
    return readdirSync(folder)
      .sort()
      .map((entry) => readCase(rule, kind, folder, entry));
  });
}

function readCase(rule: string, kind: RuleCase["kind"], folder: string, entry: string): RuleCase {
  const path = join(folder, entry);
  const isFolder = statSync(path).isDirectory();
  const files = isFolder ? filesBelow(path) : [entry];
  const read = (file: string): string => readFileSync(isFolder ? join(path, file) : path, "utf8");
  const texts = Object.fromEntries(files.filter((file) => file !== expectationsFile).map((file) => [file, read(file)]));
  const aside = files.includes(expectationsFile) ? read(expectationsFile) : "";
  const marked = Object.entries(texts).flatMap(([file, text]) => marksOf(file, text));
  return {
    rule,
    kind,
    name: isFolder ? entry : entry.replace(/\.[^.]+$/, ""),
    texts,
    options: optionsOf([aside, ...Object.values(texts)]),
    expected: [...marked, ...aside.split("\n").flatMap(expectedAside)],
  };
}

function optionsOf(texts: readonly string[]): CaseOptions {
  const words = texts.flatMap(
    (text) => /^(?:.*\n){0,3}?#\s*case:(.*)$/m.exec(text.slice(0, 500))?.[1]?.trim().split(/\s+/) ?? [],
  );
  const given = (name: string) => words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  return {
    kubernetesVersion: given("kubernetes-version"),
    complete: words.includes("complete"),
    at: given("at") ?? "2026-11-23T00:00:00Z",
  };
}

function marksOf(path: string, text: string): readonly ExpectedFinding[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.flatMap((line, index) => {
    const mark = /#\s*expect:\s*(.+)$/.exec(line);
    if (mark === null) return [];
    let at = index;
    while (/^\s*#\s*expect:/.test(lines[at] ?? "")) at++;
    return [expectedFinding(path, at + 1, mark[1] ?? "")];
  });
}

function expectedAside(line: string): readonly ExpectedFinding[] {
  const [, path, number, text] = /^([^:#]+):(\d+): (.+)$/.exec(line) ?? [];
  return path === undefined || text === undefined ? [] : [expectedFinding(path, Number(number), text)];
}

function expectedFinding(path: string, line: number, mark: string): ExpectedFinding {
  const form = /^(critical|high|medium|low|info)(?:\s+(\d+\.\d))?(?:\s+(certain|likely|possible))?\s+(\S.*)$/;
  const [, severity, score, confidence, text] = form.exec(mark.trim()) ?? [];
  if (!isSeverity(severity) || text === undefined) {
    throw new Error(`${path}:${line}: not \`# expect: SEVERITY [SCORE] [CONFIDENCE] TEXT\`: ${mark}`);
  }
  return {
    path,
    line,
    severity,
    score: score === undefined ? undefined : Number(score),
    confidence: isConfidence(confidence) ? confidence : undefined,
    text: text.trim(),
  };
}

function isSeverity(word: string | undefined): word is Severity {
  return word !== undefined && ["critical", "high", "medium", "low", "info"].includes(word);
}

function isConfidence(word: string | undefined): word is Confidence {
  return word !== undefined && ["certain", "likely", "possible"].includes(word);
}

/**
 * What one rule alone finds in some texts, folded as people see it. What speaks of suppressions needs the others beside
 * it, so that these have something to suppress.
 */
export async function findingsOf(
  rule: Rule,
  texts: Readonly<Record<string, string>>,
  { kubernetesVersion, complete, at }: CaseOptions,
): Promise<readonly Finding[]> {
  const { "authgraph.yaml": configuration, ...inputs } = texts;
  const result = await scan({
    sources: textSources(inputs),
    configuration: configuration === undefined ? undefined : configurationOf(configuration),
    rules: rule.metadata.needs.includes("suppressions") ? [...standard, rule] : [rule],
    toolVersion: "0.0.0",
    kubernetesVersion,
    appliedNamespace: undefined,
    complete,
    at,
    onFile: () => {},
  });
  if (result.outcome === "refused") throw new Error(result.message);
  // A server that would not start is something a case may be about.
  const unread = result.run.diagnostics.filter(({ id, level }) => level === "error" && id !== "apiserver-refused");
  if (unread.length > 0)
    throw new Error(`the case itself is refused: ${unread.map(({ message }) => message).join("; ")}`);
  return result.run.findings.filter(({ ruleId }) => ruleId === rule.metadata.id);
}

/** `authgraph.yaml` of a case, which is no input. */
function configurationOf(text: string): Configuration {
  const read = readConfiguration({ path: "authgraph.yaml", text }, { rules: ruleset.map(({ metadata }) => metadata) });
  if (read.outcome === "read") return read.configuration;
  throw new Error(`the case itself is wrong: ${read.problems.map(({ message }) => message).join("; ")}`);
}

/** Rules that are asked without being asked for, and that speak of no suppression. */
const standard = ruleset.filter(({ metadata }) => !metadata.extended && !metadata.needs.includes("suppressions"));

/** How findings differ from what a case expects, a sentence each. */
export function compareFindings(expected: readonly ExpectedFinding[], findings: readonly Finding[]): readonly string[] {
  const left = [...findings];
  const problems: string[] = [];
  for (const one of expected) {
    const index = left.findIndex((finding) => meets(finding, one));
    if (index < 0) problems.push(`missing: ${shownExpected(one)}`);
    else left.splice(index, 1);
  }
  return [...problems, ...left.map((finding) => `not expected: ${shownFinding(finding)}`)];
}

function meets(finding: Finding, { path, line, severity, score, confidence, text }: ExpectedFinding): boolean {
  return (
    placeOf(finding) === `${path}:${line}` &&
    finding.severity === severity &&
    (score === undefined || finding.score === score) &&
    (confidence === undefined || finding.confidence === confidence) &&
    finding.title.includes(text)
  );
}

function shownExpected({ path, line, severity, score, confidence, text }: ExpectedFinding): string {
  return [`${path}:${line}:`, severity, score?.toFixed(1) ?? "", confidence ?? "", text].filter(Boolean).join(" ");
}

function shownFinding(finding: Finding): string {
  const { severity, score, confidence, title } = finding;
  return `${placeOf(finding)}: ${severity} ${score.toFixed(1)} ${confidence} ${title}`;
}

function placeOf({ place: { origin } }: Finding): string {
  if (origin.kind === "built-in") return `built in: ${origin.of}`;
  return `${origin.source.path}:${positionAt(origin.source, origin.start).line}`;
}

/** The texts after the edits of a remedy. */
export function withEdits(
  texts: Readonly<Record<string, string>>,
  { edits }: Remedy,
): Readonly<Record<string, string>> {
  const edited = { ...texts };
  const lastFirst = [...edits].sort((a, b) => startOf(b) - startOf(a));
  for (const { origin, replacement } of lastFirst) {
    if (origin.kind !== "text") continue;
    const text = edited[origin.source.path] ?? "";
    edited[origin.source.path] = text.slice(0, origin.start) + replacement + text.slice(origin.end);
  }
  return edited;
}

function startOf({ origin }: Remedy["edits"][number]): number {
  return origin.kind === "text" ? origin.start : 0;
}
