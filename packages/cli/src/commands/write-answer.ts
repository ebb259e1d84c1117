import type { LoadedGraph, Refusal } from "@authgraph/engine";
import type { AnswerContext } from "@authgraph/report";
import { nearest } from "@authgraph/rules";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { tell } from "../terminal/tell.ts";
import { wantsColor } from "../terminal/terminal.ts";
import { writeResult } from "../terminal/write.ts";
import type { AnswerDestination } from "./answer-destination.ts";
import type { QuestionOptions } from "./question-options.ts";

/** One renderer for each format. */
export interface Renderers<T> {
  table(answer: T, context: AnswerContext): Iterable<string>;
  json(answer: T, context: AnswerContext): string;
  yaml(answer: T, context: AnswerContext): string;
}

export function rendered<T>(
  render: Renderers<T>,
  answer: T,
  context: AnswerContext,
  { format }: QuestionOptions,
): Iterable<string> {
  switch (format) {
    case "table":
      return render.table(answer, context);
    case "json":
      return [render.json(answer, context)];
    case "yaml":
      return [render.yaml(answer, context)];
  }
}

export function answerContext(
  { kubernetes, assumptions }: LoadedGraph,
  { file, color }: Pick<AnswerDestination, "file" | "color">,
): AnswerContext {
  const toTerminal = file === undefined || file === "-";
  const surroundings = { isTerminal: process.stdout.isTTY === true, columns: undefined, env: process.env };
  // What the environment wants of a terminal does not hold for a file.
  return { kubernetes, assumptions, color: toTerminal ? wantsColor(color, surroundings) : color === "always" };
}

/** Writes an answer where it is wanted; false, and why is told, where that is not possible. */
export async function writeAnswer(
  chunks: Iterable<string>,
  { file, quiet }: Pick<AnswerDestination, "file" | "quiet">,
): Promise<boolean> {
  const toStandardOutput = file === undefined || file === "-";
  if (quiet && toStandardOutput) return true;
  const problem = await writeResult(chunks, file);
  if (problem === undefined) return true;
  await tell(problem);
  return false;
}

/** A question with a word that nothing knows; with the one that may be meant. */
export function refuseUnknown({ message, word, known }: Refusal): Promise<ExitCode> {
  const meant = word === undefined || known === undefined ? undefined : nearest(word, known);
  return refuse(meant === undefined ? message : `${message}; did you mean ${meant}?`);
}

export async function refuse(message: string): Promise<ExitCode> {
  await tell(message);
  return exitCode.unable;
}
