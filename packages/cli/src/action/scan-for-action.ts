import { randomUUID } from "node:crypto";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { shortened } from "../files/git/revision.ts";
import { baseRevisionOf } from "./base-revision.ts";
import type { ActionInputs } from "./inputs.ts";
import type { PullRequest } from "./pull-request.ts";
import { summaryLimit } from "./step-files.ts";

/** Files that a scan writes for the surroundings. */
export interface ResultFiles {
  readonly sarif: string;
  readonly json: string;
  readonly annotations: string;
  readonly markdown: string;
}

export interface Scanned {
  readonly code: ExitCode;
  /** For the log and the summary, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Scans as the inputs say, its words in the log.
 *
 * Where a change is judged, the report for code scanning is still that of the whole state: an upload replaces all that was
 * uploaded before, so one of the change alone would close the alerts of everything else. The change decides on the
 * verdict, the annotations and the summary.
 */
export async function scanForAction(
  inputs: ActionInputs,
  pullRequest: PullRequest | undefined,
  sha: string | undefined,
  files: ResultFiles,
): Promise<Scanned> {
  const { revision, notes } = changeOf(inputs, pullRequest, sha);
  const sarif = ["-f", "sarif", "-o", files.sarif];
  const shown = [
    ...["-f", "concise"],
    ...["-f", "json", "-o", files.json],
    ...["-f", "github", "-o", files.annotations],
    ...["-f", "markdown", "-o", files.markdown, "--markdown-limit", String(summaryLimit)],
  ];
  if (revision === undefined) return { code: await scan(inputs, [...shown, ...sarif]), notes };

  const whole = await scan(inputs, ["--quiet", ...sarif, "--fail-on", "none"]);
  const change = await scan(inputs, [...shown, "--changed-since", revision]);
  return { code: whole === exitCode.unable ? whole : change, notes };
}

interface Change {
  /** Undefined: the whole state is judged. */
  readonly revision: string | undefined;
  readonly notes: readonly string[];
}

function changeOf(inputs: ActionInputs, pullRequest: PullRequest | undefined, sha: string | undefined): Change {
  const { changedSince: asked, paths } = inputs;
  if (asked !== "auto") return { revision: asked, notes: asked === undefined ? [] : [comparedWith(asked)] };
  if (pullRequest === undefined) return { revision: undefined, notes: [] };
  const base = baseRevisionOf(pullRequest, sha, paths);
  if (base.outcome === "found") return { revision: base.revision, notes: [comparedWith(base.revision)] };
  const note = `everything is judged, not only what the pull request changes: its base is not known, because ${base.message}`;
  return { revision: undefined, notes: [note] };
}

function comparedWith(revision: string): string {
  return `judged is what changed since ${shortened(revision)}; the SARIF report is of everything`;
}

/** One command line. What it says must not be taken for workflow commands, whatever the names in it. */
async function scan(inputs: ActionInputs, outputs: readonly string[]): Promise<ExitCode> {
  const { paths, config, baseline, failOn, severity, args } = inputs;
  const { runCommandLine } = await import("../command-line.ts");
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n`);
  const code = await runCommandLine([
    "scan",
    ...["--fail-on", failOn, "--severity", severity],
    ...(config === undefined ? [] : ["--config", config]),
    ...(baseline === undefined ? [] : ["--baseline", baseline]),
    ...args,
    ...outputs,
    "--",
    ...paths,
  ]);
  process.stdout.write(`::${token}::\n`);
  return code;
}
