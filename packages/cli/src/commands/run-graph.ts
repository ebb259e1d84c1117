import { accessAndSteps, type ExportedGraph, type LoadedGraph } from "@authgraph/engine";
import { renderDot, renderGraphJson, renderGraphml } from "@authgraph/report";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { tell } from "../terminal/tell.ts";
import { writeResult } from "../terminal/write.ts";
import type { GraphOptions } from "./graph.ts";
import { loadInputs } from "./load-inputs.ts";

/** From the command line to the written graph. */
export async function runGraph({ inputs, format, what, file }: GraphOptions): Promise<ExitCode> {
  const loaded = await loadInputs(inputs);
  if (loaded === undefined) return exitCode.unable;
  const problem = await writeResult(
    await rendered(await accessAndSteps(loaded, what, inputs.at), format, loaded),
    file,
  );
  if (problem === undefined) return exitCode.clean;
  await tell(problem);
  return exitCode.unable;
}

function rendered(
  graph: ExportedGraph,
  format: GraphOptions["format"],
  loaded: LoadedGraph,
): Iterable<string> | Promise<Iterable<string>> {
  switch (format) {
    case "json":
      return renderGraphJson(graph, loaded);
    case "dot":
      return renderDot(graph);
    case "graphml":
      return renderGraphml(graph);
  }
}
