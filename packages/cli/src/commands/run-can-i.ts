import { type CanIAnswer, canI, type LoadedGraph } from "@authgraph/engine";
import { renderCanI, renderCanIJson, renderCanIYaml } from "@authgraph/report";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { wantsColor } from "../terminal/terminal.ts";
import type { CanIArguments } from "./can-i.ts";
import { loadInputs } from "./load-inputs.ts";
import { askedNamespace, type QuestionOptions } from "./question-options.ts";
import { refuse, refuseUnknown, writeAnswer } from "./write-answer.ts";

/** One question from the command line to the written answer, and what to exit with. */
export async function runCanI(asked: CanIArguments, options: QuestionOptions): Promise<ExitCode> {
  const { verb, what, user, groups } = asked;
  if (user === undefined && groups.length === 0) return refuse("say who is asked about: --as USER, --as-group GROUP");
  if (verb === undefined || what === undefined) return refuse("say what is asked: a verb and a resource, or --list");
  const loaded = await loadInputs(options.inputs, options.quiet);
  if (loaded === undefined) return exitCode.unable;

  const { subresource } = options;
  const namespace = askedNamespace(options);
  const result = await canI(loaded, { verb, what, subresource, namespace, user: user ?? "", groups });
  if (result.outcome === "refused") return refuseUnknown(result);
  const { answer } = result;
  const isWritten = await writeAnswer(rendered(answer, loaded, options), options);
  if (!isWritten) return exitCode.unable;
  return answer.decision.outcome === "allowed" ? exitCode.clean : exitCode.findings;
}

function rendered(
  answer: CanIAnswer,
  { assumptions, kubernetes }: LoadedGraph,
  options: QuestionOptions,
): Iterable<string> {
  const isTerminal = options.file === undefined && process.stdout.isTTY === true;
  const color = wantsColor(options.color, { isTerminal, columns: undefined, env: process.env });
  const context = { kubernetes, assumptions, color };
  switch (options.format) {
    case "table":
      return renderCanI(answer, context);
    case "json":
      return [renderCanIJson(answer, context)];
    case "yaml":
      return [renderCanIYaml(answer, context)];
  }
}
