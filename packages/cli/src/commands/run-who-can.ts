import { whoCanDo } from "@authgraph/engine";
import { renderWhoCan, renderWhoCanJson, renderWhoCanYaml } from "@authgraph/report";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { loadInputs } from "./load-inputs.ts";
import { askedNamespace, type QuestionOptions } from "./question-options.ts";
import { answerContext, refuseUnknown, rendered, writeAnswer } from "./write-answer.ts";

/** One question about everybody, from the command line to the written answer. */
export async function runWhoCan(
  { verb, what }: { readonly verb: string; readonly what: string },
  options: QuestionOptions,
): Promise<ExitCode> {
  const loaded = await loadInputs(options.inputs, options.quiet);
  if (loaded === undefined) return exitCode.unable;
  const { subresource } = options;
  const result = await whoCanDo(loaded, { verb, what, subresource, namespace: askedNamespace(options) });
  if (result.outcome === "refused") return refuseUnknown(result);
  const render = { table: renderWhoCan, json: renderWhoCanJson, yaml: renderWhoCanYaml };
  const chunks = rendered(render, result.answer, answerContext(loaded, options), options);
  return (await writeAnswer(chunks, options)) ? exitCode.clean : exitCode.unable;
}
