import { failuresOf, type Run, selectFindings } from "@authgraph/engine";
import type { Rule } from "@authgraph/rules";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { allRules, foreignIds } from "../rules/choose-rules.ts";
import { tellFailure } from "../terminal/internal-error.ts";
import { tell } from "../terminal/tell.ts";
import { wantsColor, widthOf } from "../terminal/terminal.ts";
import { cannotWrite, type WriteProblem, writeResult } from "../terminal/write.ts";
import type { Format } from "./formats.ts";
import type { ScanOptions } from "./scan-options.ts";
import { scanPaths } from "./scan-paths.ts";

/** One scan from the named paths to the written results, and what to exit with. */
export async function runScan(paths: readonly string[], options: ScanOptions): Promise<ExitCode> {
  for (const { file } of options.outputs) {
    const problem = file === undefined || file === "-" ? undefined : cannotWrite(file);
    if (problem !== undefined) return unable(problem);
  }
  const known = await allRules(options);
  if (known === undefined) return exitCode.unable;
  const result = await scanPaths({ ...options, paths, rules: known });
  if (result.outcome === "unable") return unable(result.message);

  const { run, unreadable } = result;
  const failures = failuresOf(run);
  const isPartial = unreadable.length > 0 || failures.length > 0;
  const verdict: Verdict = isPartial ? { code: exitCode.unable, reason: partial } : verdictOf(run, options);
  const shown = selectFindings(run, { severity: options.severity, confidence: options.confidence });
  if (!options.quiet) await tellDiagnostics(run, options);
  for (const message of unreadable) await tell(message);
  for (const failure of failures) await tellFailure(failure, options.verbose);

  let isWritten = true;
  for (const { format, file } of options.outputs) {
    if (options.quiet && (file === undefined || file === "-")) continue;
    const problem = await write(shown, format, file, { paths, rules: known, verdict, options });
    if (problem === undefined) continue;
    await tell(problem);
    isWritten = false;
  }
  return isWritten ? verdict.code : exitCode.unable;
}

/** What to exit with, and why. */
interface Verdict {
  readonly code: ExitCode;
  readonly reason: string;
  /** What somebody could do then. */
  readonly next?: string;
}

/** Diagnostics on stderr that are shown unless all are asked for; the rest is counted in the result. */
const diagnosticsShown = 5;

/** What was wrong with the inputs, on stderr: the result on stdout stays one format. */
async function tellDiagnostics({ diagnostics, change }: Run, options: ScanOptions): Promise<void> {
  // Whoever commits is told of what the change brings along; the rest is counted.
  const told = options.verbose ? diagnostics : (change ?? { diagnostics }).diagnostics.filter(isError);
  if (told.length === 0) return;
  const { renderDiagnostics } = await import("@authgraph/report");
  const surroundings = { isTerminal: process.stderr.isTTY === true, columns: process.stderr.columns, env: process.env };
  const color = wantsColor(options.color, surroundings);
  const style = { color, width: widthOf(surroundings), hyperlinks: false, quiet: false, verbose: options.verbose };
  const shown = options.verbose ? told : told.slice(0, diagnosticsShown);
  process.stderr.write([...renderDiagnostics(shown, style)].join(""));
  if (shown.length < told.length) process.stderr.write(`… and ${told.length - shown.length} more (--verbose)\n\n`);
}

function isError({ level }: Run["diagnostics"][number]): boolean {
  return level === "error";
}

interface Writing {
  readonly paths: readonly string[];
  readonly rules: readonly Rule[];
  readonly verdict: Verdict;
  readonly options: ScanOptions;
}

/** Writes a run in one format; a text says why that was not possible. */
async function write(run: Run, format: Format, file: string | undefined, writing: Writing): Promise<WriteProblem> {
  const { verdict, options } = writing;
  switch (format) {
    case "pretty": {
      const { renderPretty } = await import("@authgraph/report");
      const toTerminal = file === undefined || file === "-";
      const surroundings = {
        isTerminal: toTerminal && process.stdout.isTTY === true,
        columns: process.stdout.columns,
        env: process.env,
      };
      const color = colorFor(file, options);
      const chunks = renderPretty(run, {
        color,
        width: widthOf(surroundings),
        hyperlinks: color && surroundings.isTerminal,
        quiet: false,
        verbose: options.verbose,
        rulesWithoutPage: foreignIds(writing.rules),
        exit: verdict,
      });
      return writeResult(chunks, file);
    }
    case "concise": {
      const { renderConcise } = await import("@authgraph/report");
      return writeResult(renderConcise(run, { color: colorFor(file, options) }), file);
    }
    case "github":
    case "markdown":
    case "gitlab":
    case "junit":
    case "checkstyle":
    case "rdjson":
    case "rdjsonl":
    case "csv": {
      const { writeProjectFormat } = await import("./write-project-format.ts");
      const { sarifCategory: category, markdownLimit } = options;
      return writeProjectFormat(run, format, file, { category, markdownLimit, paths: writing.paths });
    }
    case "json": {
      const { renderJson } = await import("@authgraph/report");
      return writeResult(renderJson(run), file);
    }
    case "sarif": {
      const { writeSarif } = await import("./write-sarif.ts");
      return writeSarif(run, file, {
        category: options.sarifCategory,
        suppressed: options.sarifSuppressed === "include",
        paths: writing.paths,
      });
    }
  }
}

/** What the environment wants of a terminal does not hold for a file. */
function colorFor(file: string | undefined, { color }: ScanOptions): boolean {
  if (file !== undefined && file !== "-") return color === "always";
  return wantsColor(color, { isTerminal: process.stdout.isTTY === true, columns: undefined, env: process.env });
}

const partial = "something could not be read or evaluated, see standard error";

/** A commit may say itself what it accepts; no pull request does. */
const acceptedByCommit =
  "meant to be? `authgraph suppress FINGERPRINT --reason TEXT` accepts one: stage authgraph.yaml then";

function verdictOf(run: Run, { failOn, confidence, strict, change }: ScanOptions): Verdict {
  if (strict && run.diagnostics.some(({ level }) => level === "error")) {
    return { code: exitCode.unable, reason: "some input could not be evaluated (--strict)" };
  }
  if (failOn === "none") return { code: exitCode.clean, reason: "findings do not count (--fail-on none)" };
  const threshold = `at or above ${failOn} (--fail-on ${failOn})`;
  if (selectFindings(run, { severity: failOn, confidence }).findings.length === 0) {
    const compared = run.baseline !== undefined || run.change !== undefined;
    return { code: exitCode.clean, reason: `nothing ${compared ? "new or worse " : ""}${threshold}` };
  }
  const reason = `findings ${threshold}`;
  return change.staged
    ? { code: exitCode.findings, reason, next: acceptedByCommit }
    : { code: exitCode.findings, reason };
}

async function unable(message: string | undefined): Promise<ExitCode> {
  if (message !== undefined) await tell(message);
  return exitCode.unable;
}
