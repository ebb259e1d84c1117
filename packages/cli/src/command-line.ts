import { Command, CommanderError } from "commander";
import { addExplainCommand } from "./commands/explain.ts";
import { addReviewCommand } from "./commands/review.ts";
import { addRulesCommand } from "./commands/rules.ts";
import { addScanCommand } from "./commands/scan.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { toolVersion } from "./version.ts";

/** Where a command leaves the code that the process ends with. */
export interface Outcome {
  exitCode: ExitCode;
}

/** Runs one command line (without node and script) and says what to exit with. Everything is written when it returns. */
export async function runCommandLine(args: readonly string[]): Promise<ExitCode> {
  const outcome: Outcome = { exitCode: exitCode.clean };
  const program = new Command("authgraph")
    .description(
      "Says who can do what in a Kubernetes cluster, and why, and what of that is dangerous: from manifests and flags.",
    )
    .version(toolVersion, "-V, --version", "print the version")
    .showHelpAfterError("(--help shows what there is)")
    .exitOverride();
  addScanCommand(program, outcome);
  addReviewCommand(program, outcome);
  addRulesCommand(program, outcome);
  addExplainCommand(program, outcome);

  try {
    // A package manager may hand on the `--` that separated its arguments from ours.
    await program.parseAsync(args[0] === "--" ? args.slice(1) : args, { from: "user" });
    return outcome.exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version end this way too, with 0; commander's own code for a usage error is 1.
    return error.exitCode === 0 ? exitCode.clean : exitCode.unable;
  }
}
