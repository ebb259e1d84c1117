import { relative, sep } from "node:path";
import { isSelected, type Run, scan, selectFindings } from "@authgraph/engine";
import { isWorthReading } from "@authgraph/parser";
import { ruleset } from "@authgraph/ruleset";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { repositoryRoot } from "../files/gitignore.ts";
import { openPaths } from "../files/path-sources.ts";
import { progressOn } from "../terminal/progress.ts";
import { wantsColor, widthOf } from "../terminal/terminal.ts";
import { writeResult } from "../terminal/write.ts";
import { toolVersion } from "../version.ts";
import type { Format, ScanOptions } from "./scan-options.ts";

/** One scan from the named paths to the written results, and what to exit with. */
export async function runScan(paths: readonly string[], options: ScanOptions): Promise<ExitCode> {
  const opened = await openPaths({ paths, rootfs: options.rootfs, isOurs: isWorthReading });
  if (opened.outcome === "unreadable") return unable(opened.message);

  const progress = progressOn(process.stderr, process.env);
  const result = await scan({
    sources: opened.sources,
    rules: ruleset,
    toolVersion,
    kubernetesVersion: options.kubernetesVersion,
    appliedNamespace: options.appliedNamespace,
    complete: options.complete,
    at: options.at,
    onFile: progress.file,
  });
  progress.end();
  if (result.outcome === "refused") return unable(result.message);

  const { run } = result;
  const code = codeOf(run, options);
  const shown = selectFindings(run, { severity: options.severity, confidence: options.confidence });
  if (!options.quiet) await tellDiagnostics(run, options);
  for (const { format, file } of options.outputs) {
    if (options.quiet && (file === undefined || file === "-")) continue;
    await writeResult(await rendered(shown, format, file, code, options), file);
  }
  return code;
}

/** Diagnostics on stderr that are shown unless all are asked for; the rest is counted in the result. */
const diagnosticsShown = 5;

/** What was wrong with the inputs, on stderr: the result on stdout stays one format. */
async function tellDiagnostics({ diagnostics }: Run, options: ScanOptions): Promise<void> {
  const told = options.verbose ? diagnostics : diagnostics.filter(({ level }) => level === "error");
  if (told.length === 0) return;
  const { renderDiagnostics } = await import("@authgraph/report");
  const surroundings = { isTerminal: process.stderr.isTTY === true, columns: process.stderr.columns, env: process.env };
  const color = wantsColor(options.color, surroundings);
  const style = { color, width: widthOf(surroundings), hyperlinks: false, quiet: false, verbose: options.verbose };
  const shown = options.verbose ? told : told.slice(0, diagnosticsShown);
  process.stderr.write([...renderDiagnostics(shown, style)].join(""));
  if (shown.length < told.length) process.stderr.write(`… and ${told.length - shown.length} more (--verbose)\n\n`);
}

async function rendered(
  run: Run,
  format: Format,
  file: string | undefined,
  code: ExitCode,
  options: ScanOptions,
): Promise<Iterable<string>> {
  switch (format) {
    case "pretty": {
      const { renderPretty } = await import("@authgraph/report");
      const toTerminal = file === undefined || file === "-";
      const surroundings = {
        isTerminal: toTerminal && process.stdout.isTTY === true,
        columns: process.stdout.columns,
        env: process.env,
      };
      const color = wantsColor(options.color, surroundings);
      return renderPretty(run, {
        color,
        width: widthOf(surroundings),
        hyperlinks: color && surroundings.isTerminal,
        quiet: false,
        verbose: options.verbose,
        exit: { code, reason: reasonFor(code, options) },
      });
    }
    case "json": {
      const { renderJson } = await import("@authgraph/report");
      return renderJson(run);
    }
    case "sarif": {
      const { renderSarif } = await import("@authgraph/report");
      return renderSarif(run, { category: options.sarifCategory, base: folderInRepository() });
    }
  }
}

/** Where we stand, seen from the root of the repository: GitHub counts paths from there. */
function folderInRepository(): string {
  const root = repositoryRoot(".");
  return root === undefined ? "" : relative(root, process.cwd()).split(sep).join("/");
}

function codeOf(run: Run, { failOn, confidence, strict }: ScanOptions): ExitCode {
  if (strict && run.diagnostics.some(({ level }) => level === "error")) return exitCode.unable;
  if (failOn === "none") return exitCode.clean;
  const failing = run.findings.some((finding) => isSelected(finding, { severity: failOn, confidence }));
  return failing ? exitCode.findings : exitCode.clean;
}

function reasonFor(code: ExitCode, { failOn }: ScanOptions): string {
  switch (code) {
    case exitCode.clean:
      return failOn === "none"
        ? "findings do not count (--fail-on none)"
        : `nothing at or above ${failOn} (--fail-on ${failOn})`;
    case exitCode.findings:
      return `findings at or above ${failOn} (--fail-on ${failOn})`;
    case exitCode.unable:
      return "some input could not be evaluated (--strict)";
  }
}

function unable(message: string): ExitCode {
  process.stderr.write(`authgraph: ${message}\n`);
  return exitCode.unable;
}
