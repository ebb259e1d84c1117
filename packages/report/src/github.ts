import type { Run } from "@authgraph/engine";
import type { Finding, Severity } from "@authgraph/rules";
import { counted, shortFooter } from "./footer.ts";
import { placeText } from "./place.ts";
import { printable } from "./printable.ts";
import { type PathOf, regionOf, repositoryPathsOf } from "./regions.ts";
import { shortFingerprint } from "./short-fingerprint.ts";
import { shownPlace } from "./shown-place.ts";
import { type CommandName, workflowCommand } from "./workflow-command.ts";

export interface GithubOptions {
  /** The folder, from the root of the repository, that the paths of the run start from. */
  readonly base?: string | undefined;
  /** What `base` cannot say: the path of a file from the root of the repository, undefined where it is none of it. */
  readonly pathInRepository?: ((path: string) => string | undefined) | undefined;
}

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
export function* renderGithub(run: Run, options: GithubOptions = {}): Iterable<string> {
  const pathOf = repositoryPathsOf(options.base ?? "", options.pathInRepository);
  const left: Record<CommandName, number> = {
    error: annotationsOfAKind,
    warning: annotationsOfAKind,
    notice: annotationsOfAKind,
  };
  // The order of a run is most severe first.
  for (const finding of run.findings) {
    if (--left[commandOf[finding.severity]] >= 0) yield `${annotation(finding, pathOf)}\n`;
  }
  const cut = (["error", "warning", "notice"] as const).flatMap((command) =>
    left[command] < 0 ? [counted(-left[command], command)] : [],
  );
  if (cut.length > 0) {
    yield `not annotated: ${cut.join(", ")}: GitHub shows ${annotationsOfAKind} of each kind; -f pretty, json and sarif have all\n`;
  }
  yield shortFooter(run);
}

function annotation(finding: Finding, pathOf: PathOf): string {
  const { severity, ruleId, score, confidence } = finding;
  const title = `${printable(ruleId)} (${severity} ${score.toFixed(1)}, ${confidence})`;
  const properties = { ...placeProperties(finding, pathOf), title };
  return workflowCommand(commandOf[severity], properties, messageOf(finding, pathOf));
}

/** Nothing for what is written in no file of the repository: GitHub then shows the annotation without a place. */
function placeProperties(finding: Finding, pathOf: PathOf): Readonly<Record<string, string>> {
  const origin = shownPlace(finding);
  const file = origin === undefined ? undefined : pathOf(origin.source);
  if (origin === undefined || file === undefined) return {};
  const { startLine, endLine, startColumn, endColumn } = regionOf(origin);
  // A file of this name is there; what cannot be printed of it would show nowhere.
  const place = { file: printable(file), line: startLine, endLine, col: startColumn, endColumn };
  return Object.fromEntries(Object.entries(place).map(([key, value]) => [key, String(value)]));
}

function messageOf(finding: Finding, pathOf: PathOf): string {
  const { title, place, folded, remedies } = finding;
  const isOutside = place.origin.kind === "text" && pathOf(place.origin.source) === undefined;
  const where = place.origin.kind === "built-in" || isOutside ? ` (${placeText(place.origin)})` : "";
  const remedy = remedies[0]?.text.split("\n").map(printable).join("\n");
  return [
    printable(title) + where,
    ...(folded.length === 0 ? [] : [`folded into it: ${folded.length}`]),
    ...(remedy === undefined ? [] : [`help: ${remedy}`]),
    `authgraph explain ${shortFingerprint(finding)}`,
  ].join("\n");
}
