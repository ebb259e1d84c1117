import type { Refusal } from "@authgraph/engine";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { nearest } from "../terminal/nearest.ts";
import { tell } from "../terminal/tell.ts";
import { writeResult } from "../terminal/write.ts";
import type { QuestionOptions } from "./question-options.ts";

/** Writes an answer where it is wanted; false, and why is told, where that is not possible. */
export async function writeAnswer(chunks: Iterable<string>, { file, quiet }: QuestionOptions): Promise<boolean> {
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
