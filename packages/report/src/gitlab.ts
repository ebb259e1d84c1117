import type { Run } from "@authgraph/engine";
import type { Severity } from "@authgraph/rules";
import { titleWords } from "./finding-words.ts";
import { jsonList } from "./json-text.ts";
import { type RepositoryOptions, repositoryPlaces } from "./repository-place.ts";

/** GitLab's five severities of code quality are ours by other names. */
const severityOf: Readonly<Record<Severity, string>> = {
  critical: "blocker",
  high: "critical",
  medium: "major",
  low: "minor",
  info: "info",
};

/**
 * The report for the code quality of GitLab: Code Climate's issues in one array, as far as GitLab reads them
 * (docs.gitlab.com, Code Quality: report format). It compares branches by the fingerprints.
 */
export function* renderGitlab(run: Run, options: RepositoryOptions = {}): Iterable<string> {
  yield* jsonList(issues(run, options));
  yield "\n";
}

function* issues(run: Run, options: RepositoryOptions): Iterable<object> {
  const places = repositoryPlaces(options);
  const seen = new Map<string, number>();
  for (const finding of places.inOrder(run.findings)) {
    const place = places.ofFinding(finding);
    if (place === undefined) continue;
    const { fingerprint, ruleId, severity } = finding;
    const before = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, before + 1);
    yield {
      description: titleWords(finding),
      check_name: ruleId,
      // Of issues with one fingerprint GitLab keeps one.
      fingerprint: before === 0 ? fingerprint : `${fingerprint}-${before + 1}`,
      severity: severityOf[severity],
      location: { path: place.path, lines: { begin: place.region.startLine, end: place.region.endLine } },
    };
  }
}
