import { whoami } from "@authgraph/engine";
import { renderWhoami, renderWhoamiJson } from "@authgraph/report";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { loadInputs } from "./load-inputs.ts";
import type { WhoamiOptions } from "./whoami.ts";
import { answerContext, writeAnswer } from "./write-answer.ts";

/** Every credential of the inputs, from the command line to the written answer. */
export async function runWhoami(options: WhoamiOptions): Promise<ExitCode> {
  const { inputs, format, quiet } = options;
  const loaded = await loadInputs(inputs, quiet);
  if (loaded === undefined) return exitCode.unable;
  const answer = whoami(loaded, inputs.at);
  const context = answerContext(loaded, options);
  const chunks = format === "json" ? [renderWhoamiJson(answer, context)] : renderWhoami(answer, context);
  return (await writeAnswer(chunks, options)) ? exitCode.clean : exitCode.unable;
}
