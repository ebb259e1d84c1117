import { exitCode, type Outcome } from "../exit-code.ts";
import { tell } from "../terminal/tell.ts";
import { writeResult } from "../terminal/write.ts";

/** Writes a result to standard output; where that is not possible, the command has not done its work. */
export async function printResult(chunks: Iterable<string>, outcome: Outcome): Promise<void> {
  const problem = await writeResult(chunks, undefined);
  if (problem === undefined) return;
  await tell(problem);
  outcome.exitCode = exitCode.unable;
}
