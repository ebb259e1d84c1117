import { createReadStream } from "node:fs";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { lineBatches } from "../files/line-batches.ts";
import { systemError } from "../files/system-error.ts";
import { codeOf } from "../files/walk.ts";
import { tell } from "../terminal/tell.ts";
import { writeResult } from "../terminal/write.ts";

/** What becomes of one line. */
type LineAnswer =
  /** With the line break. */
  { readonly outcome: "answered"; readonly text: string } | { readonly outcome: "refused"; readonly message: string };

interface JsonLines {
  /** `reviews`, `requests`: for what is told. */
  readonly what: string;
  /** A path, `-` for standard input. */
  readonly file: string;
  answer(value: unknown): LineAnswer;
  /** The line for one that could not be answered. */
  renderError(message: string): string;
}

/** Answers JSON lines as they come in: one line for each, in order. */
export async function answerJsonLines({ what, file, answer, renderError }: JsonLines): Promise<ExitCode> {
  const input = file === "-" ? process.stdin : createReadStream(file);
  let number = 0;
  let refused = 0;
  try {
    for await (const lines of lineBatches(input)) {
      const answers = lines.map((line) => {
        number++;
        const answered = parsed(line, answer);
        if (answered.outcome === "answered") return answered.text;
        refused++;
        return renderError(`line ${number}: ${answered.message}`);
      });
      const problem = await writeResult([answers.join("")], undefined);
      if (problem !== undefined) return unable(problem);
    }
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return unable(`cannot read ${file}: ${systemError(error)}`);
  }
  return refused === 0 ? exitCode.clean : unable(`${refused} of ${number} ${what} could not be answered`);
}

function parsed(line: string, answer: JsonLines["answer"]): LineAnswer {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { outcome: "refused", message: `this is no JSON: ${jsonProblem(error)}` };
  }
  return answer(value);
}

/** Without the piece of the line that some messages repeat: it may be a credential. */
function jsonProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/, (?:\.\.\.)?".*" is not valid JSON$/s, "");
}

/** Tells why a command could not do its work. */
export async function unable(message: string): Promise<ExitCode> {
  await tell(message);
  return exitCode.unable;
}
