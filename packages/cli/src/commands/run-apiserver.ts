import { controlPlane } from "@authgraph/engine";
import { renderControlPlane, renderControlPlaneJson } from "@authgraph/report";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { ApiServerOptions } from "./apiserver.ts";
import { loadInputs } from "./load-inputs.ts";
import { answerContext, writeAnswer } from "./write-answer.ts";

/** The control plane of the inputs, from the command line to the written answer. */
export async function runApiServer(options: ApiServerOptions): Promise<ExitCode> {
  const { inputs, format, quiet, verbose } = options;
  const loaded = await loadInputs(inputs, quiet);
  if (loaded === undefined) return exitCode.unable;
  const answer = controlPlane(loaded);
  const context = { ...answerContext(loaded, options), verbose };
  const render = { pretty: renderControlPlane, json: renderControlPlaneJson }[format];
  if (!(await writeAnswer(render(answer, context), options))) return exitCode.unable;
  const wouldNotStart = answer.instances.some(({ kind, instance }) => {
    return kind === "api-server" && instance.refusals.length > 0;
  });
  return wouldNotStart ? exitCode.findings : exitCode.clean;
}
