import { type Command, InvalidArgumentError, Option } from "commander";
import type { Outcome } from "../exit-code.ts";
import {
  type AnswerDestination,
  answerDestination,
  declareDestination,
  type GivenDestination,
} from "./answer-destination.ts";
import { declareInputOptions, type GivenInputs, type InputOptions, inputOptions } from "./input-options.ts";

const details = `
X is an identity: system:serviceaccount:web:ci, ServiceAccount web/ci, serviceaccount/web/ci, user/jane, group/sre,
anonymous, or a bare name. Y is one too, or cluster-admin, or a power by its id, everywhere or in one namespace:
read-secrets, read-secrets/web. X may be a power as well: the paths of those who have it.

Without --from everybody to whom the inputs grant something is looked at, and the best path of each is shown. With an
identity, the best path through each of its first steps: what is left when one of them is taken away.

Examples:
  authgraph paths
  authgraph paths --from serviceaccount/web/ci
  authgraph paths --from user/jane --to read-secrets/prod
  authgraph paths --to group/system:masters

Exit codes:
  0  there is no path
  1  there is one, or somebody is there already
  2  the question could not be asked`;

export interface PathsOptions extends AnswerDestination {
  readonly inputs: InputOptions;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Undefined: all. */
  readonly limit: number | undefined;
  readonly confidence: "certain" | "likely" | "possible";
  readonly format: "pretty" | "json";
}

interface Given extends GivenInputs, GivenDestination {
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
  readonly confidence: PathsOptions["confidence"];
  readonly format: PathsOptions["format"];
}

export function addPathsCommand(program: Command, outcome: Outcome): void {
  const command = program
    .command("paths")
    .description("show how identities can climb to more than they were given, shortest first")
    .addOption(new Option("--from <who>", "identity or power where the paths start (default: everybody)"))
    .addOption(new Option("--to <target>", "identity, power or cluster-admin where they end (default: cluster-admin)"))
    .addOption(new Option("--limit <n>", "how many are shown; 0: all").argParser(countOf).default(10))
    .addOption(
      new Option("--confidence <level>", "take steps at least this sure")
        .choices(["certain", "likely", "possible"])
        .default("likely"),
    )
    .addOption(
      new Option("-f, --format <format>", "format of the answer").choices(["pretty", "json"]).default("pretty"),
    );
  declareDestination(command);
  declareInputOptions(command);
  command.addHelpText("after", details).action(async (given: Given) => {
    const { runPaths } = await import("./run-paths.ts");
    outcome.exitCode = await runPaths(pathsOptions(given));
  });
}

function pathsOptions(given: Given): PathsOptions {
  const { from, to, limit, confidence, format } = given;
  const inputs = inputOptions(given);
  return { inputs, from, to, limit: limit === 0 ? undefined : limit, confidence, format, ...answerDestination(given) };
}

function countOf(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("It is no count.");
}
