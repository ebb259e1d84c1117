import type { Command } from "commander";
import type { Outcome } from "../exit-code.ts";
import { declareScanOptions } from "./scan-options.ts";

const examples = `
Examples:
  authgraph scan .                         everything below this folder
  authgraph scan --staged                  what the next commit would make worse
  authgraph scan . --changed-since main    what this branch makes worse
  authgraph scan . -o authgraph.sarif      for GitHub code scanning, in a file
  authgraph scan . -f pretty -f junit -o junit.xml
                                           on the terminal, and for a CI server
  authgraph scan . --severity info -v      all there is to say
  helm template my-chart | authgraph scan -
                                           of what a chart renders to

Exit codes:
  0  nothing at or above --fail-on
  1  findings at or above it
  2  the scan could not do its work`;

/** `isQuickAnswerTried`: a commit hook was, and did not know. */
export function addScanCommand(
  program: Command,
  outcome: Outcome,
  { isQuickAnswerTried }: { readonly isQuickAnswerTried: boolean },
): void {
  const command = program
    .command("scan")
    .description("find risks in files, folders, or standard input (-)")
    .argument("[path...]", "files, folders or globs (default: .)")
    .addHelpText("after", examples);
  const readOptions = declareScanOptions(command);
  command.action(async (paths: readonly string[]) => {
    const options = readOptions(paths);
    if (options.change.staged && !isQuickAnswerTried) {
      // It needs a tenth of what a whole run loads.
      const { quickHook } = await import("../hook/quick-hook.ts");
      const answer = quickHook(paths, options);
      if (answer !== undefined) {
        outcome.exitCode = answer;
        return;
      }
    }
    const { runScan } = await import("./run-scan.ts");
    outcome.exitCode = await runScan(paths, options);
  });
}
