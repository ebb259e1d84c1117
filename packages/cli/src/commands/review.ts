import type { Command } from "commander";
import type { Outcome } from "../exit-code.ts";
import { declareInputOptions, type GivenInputs, inputOptions } from "./input-options.ts";

const details = `
Each input line is a SubjectAccessReview, its spec alone, or {"spec":…} with anything beside it. Each gives one line, in
order: {"outcome":"allowed|denied|unknown","reason":…,"proof":[…],"assumptions":[…]}, or
{"outcome":"error","message":…} where the API server would refuse the review.

Reviews are taken as they stand, as the API server takes them: no group is added to those given, not even
system:authenticated, and nothing says whether a resource, a verb or a user exists.

Exit code: 0 when every line was answered, else 2.`;

export function addReviewCommand(program: Command, outcome: Outcome): void {
  const command = program
    .command("review")
    .description("answer SubjectAccessReviews: JSON lines in, decisions out")
    .argument("[file]", "file of JSON lines, or - for standard input", "-");
  declareInputOptions(command);
  command.addHelpText("after", details).action(async (file: string, given: GivenInputs) => {
    const { runReview } = await import("./run-review.ts");
    outcome.exitCode = await runReview(file, inputOptions(given));
  });
}
