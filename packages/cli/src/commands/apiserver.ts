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
Of every API server that static pods, units, scripts, kubeadm and the other installers start: whether it would start, and
if not, what it would say and of which flag or field; who may prove to be whom, in the order it tries them; who decides
what is allowed; and every setting that somebody gave, with its source. Kubelets, controller managers, schedulers and
etcd follow with their settings.

Settings come from defaults of the version, then files, then flags. What a flag names and is not among the inputs is not
known, unless --complete says that it does not exist.

Examples:
  authgraph apiserver .
  authgraph apiserver /etc/kubernetes --verbose
  authgraph apiserver host --rootfs host --complete -f json

Exit codes:
  0  every API server would start
  1  one would not
  2  the inputs could not be read`;

const formats = ["pretty", "json"] as const;

export interface ApiServerOptions extends AnswerDestination {
  readonly inputs: InputOptions;
  readonly format: (typeof formats)[number];
  readonly verbose: boolean;
}

interface Given extends Omit<GivenInputs, "in">, GivenDestination {
  readonly format: ApiServerOptions["format"];
  readonly verbose?: boolean;
}

export function addApiServerCommand(program: Command, outcome: Outcome): void {
  const command = program
    .command("apiserver")
    .description("show the effective control plane: would it start, who gets in, setting by setting")
    .argument("[paths...]", "files, folders, globs; - for standard input", ["."])
    .addOption(new Option("-f, --format <format>", "format of the answer").choices(formats).default("pretty"));
  declareDestination(command);
  command.option("-v, --verbose", "every setting, those with their default too");
  declareClusterOptions(command);
  declareClusterChoice(command);
  command.addHelpText("after", details).action(async (paths: readonly string[], given: Given) => {
    const { runApiServer } = await import("./run-apiserver.ts");
    const { format, verbose = false } = given;
    const inputs = inputOptions({ ...given, in: paths });
    outcome.exitCode = await runApiServer({ inputs, format, ...answerDestination(given), verbose });
  });
}
