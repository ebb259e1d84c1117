import { decide, readAccessReview } from "@authgraph/engine";
import { renderReviewAnswer, renderReviewError } from "@authgraph/report";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { InputOptions } from "./input-options.ts";
import { answerJsonLines, unable } from "./json-lines.ts";
import { loadInputs } from "./load-inputs.ts";

/** Answers a file of reviews line by line, as they come in. */
export async function runReview(file: string, options: InputOptions): Promise<ExitCode> {
  if (file === "-" && options.paths.includes("-"))
    return unable("standard input holds the reviews: --in - is not left");
  const loaded = await loadInputs(options);
  if (loaded === undefined) return exitCode.unable;
  return answerJsonLines({
    what: "reviews",
    file,
    renderError: renderReviewError,
    answer(value) {
      const review = readAccessReview(value, loaded.minor);
      if (review.outcome === "refused") return review;
      return { outcome: "answered", text: renderReviewAnswer(decide(loaded, review.question)) };
    },
  });
}
