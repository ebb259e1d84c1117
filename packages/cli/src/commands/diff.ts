import { type Command, Option } from "commander";
import type { Outcome } from "../exit-code.ts";
import {
  type AnswerDestination,
  answerDestination,
  declareDestination,
  type GivenDestination,
} from "./answer-destination.ts";
import { type ClusterOptions, declareClusterOptions, type GivenInputs, inputOptions } from "./input-options.ts";

const details = `
OLD and NEW are files, folders, globs, - for standard input, or revisions of git: main, HEAD~3, a tag; main:deploy/prod is
what lies at that path in main. What exists as a path is one. A revision without a path is compared with what the other
side names.

Where something is written makes no difference: moving a role, renaming a binding or splitting rules is nothing.

Examples:
  authgraph diff main                         what the working tree changes since main
  authgraph diff v1.4:deploy deploy           the same of one folder, since a release
  authgraph diff HEAD~1 HEAD -f markdown      for a comment
  kubectl get roles,rolebindings,clusterroles,clusterrolebindings -A -o yaml | authgraph diff deploy -

Exit codes:
  0  nobody gained or lost access
  1  somebody did
  2  the states could not be compared`;

export interface DiffOptions extends AnswerDestination {
  readonly old: string;
  readonly new: string;
  readonly inputs: ClusterOptions;
  readonly format: "pretty" | "json" | "markdown";
  readonly verbose: boolean;
}

interface Given extends GivenInputs, GivenDestination {
  readonly format: DiffOptions["format"];
  readonly verbose?: boolean;
}

export function addDiffCommand(program: Command, outcome: Outcome): void {
  const command = program
    .command("diff")
    .description("say who gained and who lost which access between two states")
    .argument("<old>", "path or revision")
    .argument("[new]", "path or revision", ".")
    .addOption(
      new Option("-f, --format <format>", "format of the answer")
        .choices(["pretty", "json", "markdown"])
        .default("pretty"),
    );
  declareDestination(command);
  command.option("-v, --verbose", "all of it, however much that is");
  declareClusterOptions(command);
  command.addHelpText("after", details).action(async (old: string, new_: string, given: Given) => {
    const { runDiff } = await import("./run-diff.ts");
    outcome.exitCode = await runDiff(diffOptions(old, new_, given));
  });
}

function diffOptions(old: string, new_: string, given: Given): DiffOptions {
  const { format, verbose = false } = given;
  return { old, new: new_, inputs: inputOptions(given), format, ...answerDestination(given), verbose };
}
