import type { Run } from "@authgraph/engine";
import type { Finding, Severity } from "@authgraph/rules";
import { counted, shortFooter } from "./footer.ts";
import { placeText } from "./place.ts";
import { printable } from "./printable.ts";
import { type RepositoryOptions, type RepositoryPlaces, repositoryPlaces } from "./repository-place.ts";
import { shortFingerprint } from "./short-fingerprint.ts";
import { type CommandName, workflowCommand } from "./workflow-command.ts";

const commandOf: Readonly<Record<Severity, CommandName>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "notice",
  info: "notice",
};

/** GitHub shows as many of each kind for a step, and drops the others without a word (actions/toolkit, problem matchers: limitations). */
const annotationsOfAKind = 10;

/**
 * Workflow commands that annotate a pull request: the most severe findings of each kind, as many as GitHub shows; then
 * what was left out, what was read, and the counts, as plain lines of the log.
 */
export function* renderGithub(run: Run, options: RepositoryOptions = {}): Iterable<string> {
  const places = repositoryPlaces(options);
  const left: Record<CommandName, number> = {
    error: annotationsOfAKind,
    warning: annotationsOfAKind,
    notice: annotationsOfAKind,
  };
  for (const finding of places.inOrder(run.findings)) {
    if (--left[commandOf[finding.severity]] >= 0) yield `${annotation(finding, places)}\n`;
  }
  const cut = (["error", "warning", "notice"] as const).flatMap((command) =>
    left[command] < 0 ? [counted(-left[command], command)] : [],
  );
  if (cut.length > 0) {
    yield `not annotated: ${cut.join(", ")}: GitHub shows ${annotationsOfAKind} of each kind; -f pretty, json and sarif have all\n`;
  }
  yield shortFooter(run);
}

function annotation(finding: Finding, places: RepositoryPlaces): string {
  const { severity, ruleId, score, confidence } = finding;
  const title = `${printable(ruleId)} (${severity} ${score.toFixed(1)}, ${confidence})`;
  const properties = { ...placeProperties(finding, places), title };
  return workflowCommand(commandOf[severity], properties, messageOf(finding, places));
}

/** Nothing for what is written in no file of the repository: GitHub then shows the annotation without a place. */
function placeProperties(finding: Finding, places: RepositoryPlaces): Readonly<Record<string, string>> {
  const shown = places.ofFinding(finding);
  if (shown === undefined) return {};
  const { startLine, endLine, startColumn, endColumn } = shown.region;
  // A file of this name is there; what cannot be printed of it would show nowhere.
  const place = { file: printable(shown.path), line: startLine, endLine, col: startColumn, endColumn };
  return Object.fromEntries(Object.entries(place).map(([key, value]) => [key, String(value)]));
}

function messageOf(finding: Finding, places: RepositoryPlaces): string {
  const { title, place, folded, remedies } = finding;
  const isOutside = place.origin.kind === "text" && places.of(place.origin) === undefined;
  const where = place.origin.kind === "built-in" || isOutside ? ` (${placeText(place.origin)})` : "";
  const remedy = remedies[0]?.text.split("\n").map(printable).join("\n");
  return [
    printable(title) + where,
    ...(folded.length === 0 ? [] : [`folded into it: ${folded.length}`]),
    ...(remedy === undefined ? [] : [`help: ${remedy}`]),
    `authgraph explain ${shortFingerprint(finding)}`,
  ].join("\n");
}
