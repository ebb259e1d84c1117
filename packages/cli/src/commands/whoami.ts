import { type Command, Option } from "commander";
import type { Outcome } from "../exit-code.ts";
import {
  type AnswerDestination,
  answerDestination,
  declareDestination,
  type GivenDestination,
} from "./answer-destination.ts";
import {
  declareClusterChoice,
  declareClusterOptions,
  type GivenInputs,
  type InputOptions,
  inputOptions,
} from "./input-options.ts";

const details = `
Credentials are client certificates (PEM files, kubeconfigs), requests for them, tokens of kubeconfigs and of token
files, bootstrap tokens, tokens in Secrets, mappings of aws-auth, and the issuers that an API server trusts. Each is told
with the user and groups it becomes, the most that those may do, until when, who signed it, and its place: never the
secret itself. Whether it can be used is judged by the API servers among the inputs, at the time of --at.

Examples:
  authgraph whoami .
  authgraph whoami ~/.kube/config --at 2027-01-01
  authgraph whoami / --rootfs / -f json

Exit codes:
  0  the credentials were listed, whatever they are
  2  they could not be`;

const formats = ["pretty", "json"] as const;

export interface WhoamiOptions extends AnswerDestination {
  readonly inputs: InputOptions;
  readonly format: (typeof formats)[number];
}

interface Given extends Omit<GivenInputs, "in">, GivenDestination {
  readonly format: WhoamiOptions["format"];
}

export function addWhoamiCommand(program: Command, outcome: Outcome): void {
  const command = program
    .command("whoami")
    .description("list every credential found, and the identity it would be")
    .argument("[paths...]", "files, folders, globs; - for standard input", ["."])
    .addOption(new Option("-f, --format <format>", "format of the answer").choices(formats).default("pretty"));
  declareDestination(command);
  declareClusterOptions(command);
  declareClusterChoice(command);
  command.addHelpText("after", details).action(async (paths: readonly string[], given: Given) => {
    const { runWhoami } = await import("./run-whoami.ts");
    const { format } = given;
    const inputs = inputOptions({ ...given, in: paths });
    outcome.exitCode = await runWhoami({ inputs, format, ...answerDestination(given) });
  });
}
