import { type Command, Option } from "commander";
import type { Outcome } from "../exit-code.ts";
import {
  declareClusterChoice,
  declareClusterOptions,
  type GivenInputs,
  type InputOptions,
  inputOptions,
  namedFile,
} from "./input-options.ts";

const details = `
Nodes are identities, roles, and what one right opens at once (any ServiceAccount of a namespace, its pods, its Secrets,
the nodes, cluster-admin). Edges are bindings, from a subject to its role, and escalation steps, from an identity to what
it can become. What only Kubernetes itself creates is left out where nothing of the inputs leads there.

json is the format of graphlib's json.write, dot that of Graphviz, graphml what Gephi, yEd and NetworkX read.

Examples:
  authgraph graph . -f dot | dot -Tsvg > access.svg
  authgraph graph --what escalation -f graphml -o escalation.graphml

Exit codes:
  0  the graph was written
  2  it could not be`;

export interface GraphOptions {
  readonly inputs: InputOptions;
  readonly format: "json" | "dot" | "graphml";
  readonly what: "access" | "escalation" | "both";
  readonly file: string | undefined;
}

interface Given extends Omit<GivenInputs, "in"> {
  readonly format: GraphOptions["format"];
  readonly what: GraphOptions["what"];
  readonly output?: string;
}

export function addGraphCommand(program: Command, outcome: Outcome): void {
  const command = program
    .command("graph")
    .description("export who is bound to what, and what leads from whom to more, as a graph")
    .argument("[path...]", "files, folders or globs that describe the cluster; - for standard input (default: .)")
    .addOption(
      new Option("-f, --format <format>", "format of the graph").choices(["json", "dot", "graphml"]).default("json"),
    )
    .addOption(
      new Option("--what <edges>", "bindings, escalation steps, or both")
        .choices(["access", "escalation", "both"])
        .default("both"),
    )
    .option("-o, --output <file>", "write the graph to a file (default: standard output)", namedFile);
  declareClusterOptions(command);
  declareClusterChoice(command);
  command.addHelpText("after", details).action(async (paths: readonly string[], given: Given) => {
    const { runGraph } = await import("./run-graph.ts");
    const inputs = inputOptions({ ...given, ...(paths.length === 0 ? {} : { in: paths }) });
    const { format, what, output } = given;
    outcome.exitCode = await runGraph({ inputs, format, what, file: output });
  });
}
