import { escalationPaths } from "@authgraph/engine";
import { type PathsContext, renderPaths, renderPathsJson } from "@authgraph/report";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { loadInputs } from "./load-inputs.ts";
import type { PathsOptions } from "./paths.ts";
import { answerContext, refuseUnknown, writeAnswer } from "./write-answer.ts";

/** From the command line to the written paths, and what to exit with. */
export async function runPaths(options: PathsOptions): Promise<ExitCode> {
  const { from, to, confidence, inputs, format, limit, quiet } = options;
  const loaded = await loadInputs(inputs, quiet);
  if (loaded === undefined) return exitCode.unable;

  const result = await escalationPaths(loaded, { from, to, confidence, at: inputs.at });
  if (result.outcome === "refused") return refuseUnknown(result);
  const { answer } = result;
  const context: PathsContext = { ...answerContext(loaded, options), limit };
  const render = { pretty: renderPaths, json: renderPathsJson }[format];
  if (!(await writeAnswer(render(answer, context), options))) return exitCode.unable;
  return answer.routes.length + answer.already.length > 0 ? exitCode.findings : exitCode.clean;
}
