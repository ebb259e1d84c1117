import { canI, type LoadedGraph, listAccess } from "@authgraph/engine";
import {
  renderAccessList,
  renderAccessListJson,
  renderAccessListYaml,
  renderCanI,
  renderCanIJson,
  renderCanIYaml,
} from "@authgraph/report";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { CanIArguments } from "./can-i.ts";
import { loadInputs } from "./load-inputs.ts";
import { askedNamespace, type QuestionOptions } from "./question-options.ts";
import { answerContext, refuse, refuseUnknown, rendered, writeAnswer } from "./write-answer.ts";

/** One question from the command line to the written answer, and what to exit with. */
export async function runCanI(asked: CanIArguments, options: QuestionOptions): Promise<ExitCode> {
  const { verb, what, user = "", groups, list } = asked;
  if (user === "" && groups.length === 0) return refuse("say who is asked about: --as USER, --as-group GROUP");
  if (list && verb !== undefined) return refuse("--list is about everything: it takes no verb and no resource");
  if (list) return runList({ user, groups }, options);
  if (verb === undefined || what === undefined) return refuse("say what is asked: a verb and a resource, or --list");
  const loaded = await loadInputs(options.inputs, options.quiet);
  if (loaded === undefined) return exitCode.unable;

  const { subresource } = options;
  const namespace = askedNamespace(options);
  const result = await canI(loaded, { verb, what, subresource, namespace, user, groups });
  if (result.outcome === "refused") return refuseUnknown(result);
  const { answer } = result;
  const render = { table: renderCanI, json: renderCanIJson, yaml: renderCanIYaml };
  const chunks = rendered(render, answer, answerContext(loaded, options), options);
  if (!(await writeAnswer(chunks, options))) return exitCode.unable;
  return answer.decision.outcome === "allowed" ? exitCode.clean : exitCode.findings;
}

/** Everywhere, unless a namespace is given. */
async function runList(
  who: { readonly user: string; readonly groups: readonly string[] },
  options: QuestionOptions,
): Promise<ExitCode> {
  const loaded: LoadedGraph | undefined = await loadInputs(options.inputs, options.quiet);
  if (loaded === undefined) return exitCode.unable;
  const answer = listAccess(loaded, { ...who, namespace: options.allNamespaces ? undefined : options.namespace });
  const render = { table: renderAccessList, json: renderAccessListJson, yaml: renderAccessListYaml };
  const chunks = rendered(render, answer, answerContext(loaded, options), options);
  return (await writeAnswer(chunks, options)) ? exitCode.clean : exitCode.unable;
}
