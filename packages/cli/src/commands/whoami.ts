import { type Command, Option } from "commander";
import type { Outcome } from "../exit-code.ts";
import type { ColorChoice } from "../terminal/terminal.ts";
import {
  declareClusterChoice,
  declareClusterOptions,
  type GivenInputs,
  type InputOptions,
  inputOptions,
  namedFile,
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

export interface WhoamiOptions {
  readonly inputs: InputOptions;
  readonly format: (typeof formats)[number];
  readonly file: string | undefined;
  readonly color: ColorChoice;
  readonly quiet: boolean;
}

interface Given extends Omit<GivenInputs, "in"> {
  readonly format: WhoamiOptions["format"];
  readonly output?: string;
  readonly color: ColorChoice;
  readonly quiet?: boolean;
}

export function addWhoamiCommand(program: Command, outcome: Outcome): void {
  const command = program
    .command("whoami")
    .description("list every credential found, and the identity it would be")
    .argument("[paths...]", "files, folders, globs; - for standard input", ["."])
    .addOption(new Option("-f, --format <format>", "format of the answer").choices(formats).default("pretty"))
    .option("-o, --output <file>", "write the answer to a file (default: standard output)", namedFile)
    .addOption(new Option("--color <when>", "colours").choices(["auto", "always", "never"]).default("auto"))
    .option("-q, --quiet", "nothing on standard output: the exit code alone");
  declareClusterOptions(command);
  declareClusterChoice(command);
  command.addHelpText("after", details).action(async (paths: readonly string[], given: Given) => {
    const { runWhoami } = await import("./run-whoami.ts");
    const { format, output, color, quiet = false } = given;
    const inputs = inputOptions({ ...given, in: paths });
    outcome.exitCode = await runWhoami({ inputs, format, file: output, color, quiet });
  });
}
