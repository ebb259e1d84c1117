import { Command, CommanderError } from "commander";
import { addApiServerCommand } from "./commands/apiserver.ts";
import { addBaselineCommand } from "./commands/baseline.ts";
import { addCanICommand } from "./commands/can-i.ts";
import { addDiffCommand } from "./commands/diff.ts";
import { addExplainCommand } from "./commands/explain.ts";
import { addGraphCommand } from "./commands/graph.ts";
import { optionDescription } from "./commands/option-groups.ts";
import { addPathsCommand } from "./commands/paths.ts";
import { addRequestCommand } from "./commands/request.ts";
import { addReviewCommand } from "./commands/review.ts";
import { addRulesCommand } from "./commands/rules.ts";
import { addScanCommand } from "./commands/scan.ts";
import { addSuppressCommand } from "./commands/suppress.ts";
import { addWhoCanCommand } from "./commands/who-can.ts";
import { addWhoamiCommand } from "./commands/whoami.ts";
import { type ExitCode, exitCode, type Outcome } from "./exit-code.ts";
import { usageError } from "./terminal/usage-error.ts";
import { toolVersion } from "./version.ts";

const examples = `
Examples:
  authgraph scan .                               find the risks of all manifests here
  authgraph scan . -f sarif -o authgraph.sarif   for GitHub code scanning
  helm template my-chart | authgraph scan -      of what a chart renders to
  authgraph baseline                             later scans tell only what is new or worse
  authgraph suppress 3484fa60dd21 --reason TEXT  accept a finding, by its fingerprint
  authgraph explain rbac-grant-anonymous         what a rule finds, and why it matters
  authgraph explain 3484fa60dd21                 all there is of one finding, by its fingerprint
  authgraph can-i list secrets --as=jane -n web  would jane be allowed, and through what
  authgraph who-can delete nodes                 who would be, and who could come to it
  authgraph request requests.jsonl               what becomes of whole HTTP requests
  authgraph paths --from serviceaccount/web/ci   how it could become cluster-admin
  authgraph diff main                            who gained and who lost what since main

Exit codes:
  0  nothing found at or above --fail-on; allowed
  1  findings; denied or unknown
  2  the command could not do its work`;

/** Runs one command line (without node and script) and says what to exit with. Everything is written when it returns. */
export async function runCommandLine(
  args: readonly string[],
  { isQuickAnswerTried = false }: { readonly isQuickAnswerTried?: boolean } = {},
): Promise<ExitCode> {
  // A reader that has gone (`| head`) is an event of the stream as well, which would end the process.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const outcome: Outcome = { exitCode: exitCode.clean };
  const program = new Command("authgraph")
    .description(
      "Says who can do what in a Kubernetes cluster, and why, and what of that is dangerous: from manifests and flags.",
    )
    .version(toolVersion, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .addHelpText("after", examples)
    .configureHelp({ optionDescription })
    .showHelpAfterError("(--help shows what there is)")
    .configureOutput({ outputError: (text, write) => write(usageError(text)) })
    .exitOverride();
  addScanCommand(program, outcome, { isQuickAnswerTried });
  addCanICommand(program, outcome);
  addWhoCanCommand(program, outcome);
  addReviewCommand(program, outcome);
  addRequestCommand(program, outcome);
  addWhoamiCommand(program, outcome);
  addApiServerCommand(program, outcome);
  addPathsCommand(program, outcome);
  addDiffCommand(program, outcome);
  addGraphCommand(program, outcome);
  addRulesCommand(program, outcome);
  addExplainCommand(program, outcome);
  addBaselineCommand(program, outcome);
  addSuppressCommand(program, outcome);

  try {
    // A package manager may hand on the `--` that separated its arguments from ours.
    await program.parseAsync(args[0] === "--" ? args.slice(1) : args, { from: "user" });
    return outcome.exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      const { failureOf, tellFailure } = await import("./terminal/internal-error.ts");
      await tellFailure(failureOf(error), args.includes("--verbose") || args.includes("-v"));
      return exitCode.unable;
    }
    // Help and version end this way too, with 0; commander's own code for a usage error is 1.
    return error.exitCode === 0 ? exitCode.clean : exitCode.unable;
  }
}
