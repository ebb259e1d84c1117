import { relative } from "node:path";
import { type Baseline, baselineText, failuresOf, type KnownRisk } from "@authgraph/engine";
import { type Confidence, confidenceAtLeast, type Severity, severityAtLeast } from "@authgraph/rules";
import { baselinePlaces } from "../baseline/baseline-place.ts";
import { loadBaseline } from "../baseline/load-baseline.ts";
import type { ExpectedOptions } from "../baseline/write-expected.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { allRules, type RuleOptions } from "../rules/choose-rules.ts";
import { tellFailure } from "../terminal/internal-error.ts";
import { tell } from "../terminal/tell.ts";
import { writeResult } from "../terminal/write.ts";
import { toolVersion } from "../version.ts";
import type { ClusterOptions } from "./input-options.ts";
import { type PathsScanned, scanPaths } from "./scan-paths.ts";

export interface BaselineCommandOptions extends ClusterOptions, RuleOptions {
  /** Undefined: where it is, else where a scan looks first. */
  readonly output: string | undefined;
  /** Nothing is accepted that was not before. */
  readonly prune: boolean;
  readonly expected: ExpectedOptions | undefined;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly quiet: boolean;
}

/** Writes down what a scan finds; nothing where it could not see everything: what it missed would look gone. */
export async function runBaseline(paths: readonly string[], options: BaselineCommandOptions): Promise<ExitCode> {
  const rules = await allRules(options);
  if (rules === undefined) return exitCode.unable;
  const baseline = options.prune ? { file: options.output, none: false } : undefined;
  const scanned = await scanPaths({ ...options, paths, rules, baseline });
  if (scanned.outcome === "unable") return unable(scanned.message);
  for (const failure of failuresOf(scanned.run)) await tellFailure(failure, false);
  const [unreadable] = scanned.unreadable;
  if (unreadable !== undefined) return unable(unreadable);
  if (failuresOf(scanned.run).length > 0) return unable("nothing was written: not every rule could be asked");
  if (options.expected !== undefined) {
    const { writeExpected } = await import("../baseline/write-expected.ts");
    return writeExpected([...scanned.open().values()], options.expected, scanned.places, options.quiet);
  }
  return writeBaseline(scanned, options);
}

type Scanned = Extract<PathsScanned, { readonly outcome: "done" }>;

async function writeBaseline(
  { open, stillKnown, places }: Scanned,
  options: BaselineCommandOptions,
): Promise<ExitCode> {
  const { project, configuration } = places;
  const { paths } = baselinePlaces(project, configuration, { file: options.output, none: false });
  const loaded = await loadBaseline({
    project,
    configuration,
    options: { file: options.output, none: false },
    absent: "none",
  });
  if (loaded.outcome === "unable") return exitCode.unable;
  const { baseline: before } = loaded;
  if (options.prune && before === undefined) return unable(`there is no baseline to prune: ${shown(paths[0])}`);

  const entries =
    stillKnown?.() ??
    [...open().values()].filter(
      ({ severity, confidence }) =>
        severityAtLeast(severity, options.severity) && confidenceAtLeast(confidence, options.confidence),
    );
  const file = loaded.at ?? paths[0];
  const text = [...baselineText(entries, toolVersion)].join("");
  if (text !== before?.source.text) {
    const problem = await writeResult([text], file);
    if (problem !== undefined) return unable(problem);
  }
  if (!options.quiet) process.stdout.write(`${shown(file)}: ${summary(entries, before)}\n`);
  return exitCode.clean;
}

/** `37 risks are known now: 3 added, 2 removed` */
function summary(entries: readonly KnownRisk[], before: Baseline | undefined): string {
  const now = new Set(entries.map(({ fingerprint }) => fingerprint));
  const added = entries.filter(({ fingerprint }) => before?.known.has(fingerprint) !== true).length;
  const removed = [...(before?.known.keys() ?? [])].filter((fingerprint) => !now.has(fingerprint)).length;
  const count = `${entries.length} ${entries.length === 1 ? "risk is" : "risks are"} known now`;
  if (before === undefined) return `${count}; commit the file, and scans tell only what is new or worse`;
  return `${count}: ${added} added, ${removed} removed`;
}

function shown(path: string): string {
  return relative(process.cwd(), path);
}

async function unable(message: string | undefined): Promise<ExitCode> {
  if (message !== undefined) await tell(message);
  return exitCode.unable;
}
