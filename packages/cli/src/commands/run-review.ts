import { createReadStream } from "node:fs";
import { decide, type LoadedGraph, readAccessReview } from "@authgraph/engine";
import { renderReviewAnswer, renderReviewError } from "@authgraph/report";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { lineBatches } from "../files/line-batches.ts";
import { systemError } from "../files/system-error.ts";
import { codeOf } from "../files/walk.ts";
import { tell } from "../terminal/tell.ts";
import { writeResult } from "../terminal/write.ts";
import type { InputOptions } from "./input-options.ts";
import { loadInputs } from "./load-inputs.ts";

/** Answers a file of reviews line by line, as they come in. */
export async function runReview(file: string, options: InputOptions): Promise<ExitCode> {
  if (file === "-" && options.paths.includes("-"))
    return unable("standard input holds the reviews: --in - is not left");
  const loaded = await loadInputs(options);
  if (loaded === undefined) return exitCode.unable;

  const input = file === "-" ? process.stdin : createReadStream(file);
  let number = 0;
  let refused = 0;
  try {
    for await (const lines of lineBatches(input)) {
      const answers = lines.map((line) => {
        number++;
        const answer = answered(loaded, line);
        if (answer.outcome === "answered") return answer.text;
        refused++;
        return renderReviewError(`line ${number}: ${answer.message}`);
      });
      const problem = await writeResult([answers.join("")], undefined);
      if (problem !== undefined) return unable(problem);
    }
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return unable(`cannot read ${file}: ${systemError(error)}`);
  }
  if (refused === 0) return exitCode.clean;
  return unable(`${refused} of ${number} reviews could not be answered`);
}

type Answer =
  | { readonly outcome: "answered"; readonly text: string }
  | { readonly outcome: "refused"; readonly message: string };

function answered(loaded: LoadedGraph, line: string): Answer {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return {
      outcome: "refused",
      message: `this is no JSON: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  const review = readAccessReview(value, loaded.minor);
  if (review.outcome === "refused") return review;
  return { outcome: "answered", text: renderReviewAnswer(decide(loaded, review.question)) };
}

async function unable(message: string): Promise<ExitCode> {
  await tell(message);
  return exitCode.unable;
}
