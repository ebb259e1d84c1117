import type { Run } from "@authgraph/engine";
import type { Finding } from "@authgraph/rules";
import { messageLines } from "./finding-words.ts";
import { counted } from "./footer.ts";
import { compareText } from "./order.ts";
import { printable } from "./printable.ts";
import { type RepositoryOptions, type RepositoryPlaces, repositoryPlaces } from "./repository-place.ts";
import { countBySeverity } from "./severity.ts";
import { xmlText } from "./xml-text.ts";

/** What became of one rule in one cluster. */
interface TestCase {
  readonly ruleId: string;
  readonly title: string;
  readonly findings: readonly Finding[];
  /** Why the rule said nothing. */
  readonly silent: { readonly kind: "skipped" | "error"; readonly reason: string } | undefined;
}

/**
 * The report for servers that know tests: a suite for each cluster, a test for each rule that was asked. A test fails
 * when its rule found something, and tells all of it in one failure, because many show only the first; it is skipped
 * when the rule could not be evaluated. As Jenkins' schema has it (xunit-plugin junit-10.xsd), the strictest there is.
 */
export function* renderJunit(given: Run, options: RepositoryOptions = {}): Iterable<string> {
  const places = repositoryPlaces(options);
  const run = { ...given, findings: places.inOrder(given.findings) };
  const suites = clustersOf(run).map((cluster) => ({ cluster, cases: testCases(run, cluster) }));
  const name = (cluster: string): string => (suites.length === 1 ? "authgraph" : `authgraph ${printable(cluster)}`);
  const all = suites.flatMap(({ cases }) => cases);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="authgraph"${counts(all)}>\n`;
  for (const { cluster, cases } of suites) {
    const skipped = cases.filter(({ silent }) => silent?.kind === "skipped").length;
    yield `<testsuite name="${xmlText(name(cluster))}"${counts(cases)} skipped="${skipped}">\n`;
    for (const one of cases) yield testCase(one, name(cluster), places);
    yield "</testsuite>\n";
  }
  yield "</testsuites>\n";
}

function clustersOf({ clusters, findings }: Run): readonly string[] {
  return [...new Set([...clusters, ...findings.map(({ cluster }) => ({ name: cluster }))].map(({ name }) => name))];
}

function testCases(run: Run, cluster: string): readonly TestCase[] {
  const found = new Map<string, Finding[]>();
  for (const { id } of run.rules) found.set(id, []);
  for (const finding of run.findings) {
    if (finding.cluster !== cluster) continue;
    const known = found.get(finding.ruleId);
    if (known === undefined) found.set(finding.ruleId, [finding]);
    else known.push(finding);
  }
  const titles = new Map(run.rules.map(({ id, title }) => [id, title]));
  const silent = new Map(run.notEvaluated.filter((one) => one.cluster === cluster).map((one) => [one.rule, one]));
  return [...found]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([ruleId, findings]) => {
      const why = findings.length === 0 ? silent.get(ruleId) : undefined;
      const kind = why?.failure === undefined ? "skipped" : "error";
      return {
        ruleId,
        title: titles.get(ruleId) ?? "",
        findings,
        silent: why === undefined ? undefined : { kind, reason: why.reason },
      };
    });
}

function counts(cases: readonly TestCase[]): string {
  const failures = cases.filter(({ findings }) => findings.length > 0).length;
  const errors = cases.filter(({ silent }) => silent?.kind === "error").length;
  return ` tests="${cases.length}" failures="${failures}" errors="${errors}"`;
}

function testCase({ ruleId, title, findings, silent }: TestCase, suite: string, places: RepositoryPlaces): string {
  const name = printable(title === "" ? ruleId : `${ruleId} ${title}`);
  const start = `<testcase classname="${xmlText(suite)}" name="${xmlText(name)}"`;
  if (silent !== undefined)
    return `${start}>\n<${silent.kind} message="${xmlText(printable(silent.reason))}"/>\n</testcase>\n`;
  const worst = findings[0];
  if (worst === undefined) return `${start}/>\n`;
  const message = `${counted(findings.length, "finding")}: ${countBySeverity(findings)}`;
  const lines = findings.flatMap((finding) => findingLines(finding, places)).map(xmlText);
  return `${start}>\n<failure type="${worst.severity}" message="${message}">\n${lines.join("\n")}\n</failure>\n</testcase>\n`;
}

function findingLines(finding: Finding, places: RepositoryPlaces): readonly string[] {
  const { severity, score, confidence, place } = finding;
  const [title = "", ...rest] = messageLines(finding);
  const where = printable(places.words(place.origin));
  return [`${severity} ${where}: ${title} (${score.toFixed(1)}, ${confidence})`, ...rest.map((line) => `  ${line}`)];
}
