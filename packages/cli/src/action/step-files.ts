import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { systemError } from "../files/system-error.ts";

/**
 * Hands values on to the steps that follow (`$GITHUB_OUTPUT`); a text says why that is not possible. A line end in a value
 * ends nothing: the delimiter cannot be guessed.
 */
export function writeOutputs(file: string | undefined, outputs: Readonly<Record<string, string>>): string | undefined {
  if (file === undefined || file === "") return "GITHUB_OUTPUT is not set, so no output is handed on";
  const delimiter = `authgraph-${randomUUID()}`;
  const lines = Object.entries(outputs).map(([name, value]) => `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
  try {
    appendFileSync(file, lines.join(""));
    return undefined;
  } catch (error) {
    return `no output is handed on: ${systemError(error)}`;
  }
}

/** Bytes of a report in a job summary. GitHub shows no summary of a step beyond a mebibyte (docs: job summary limits). */
export const summaryLimit: number = 900 * 1024;

/** Adds to the summary of the job (`$GITHUB_STEP_SUMMARY`); a text says why that is not possible. */
export function writeSummary(file: string | undefined, markdown: string): string | undefined {
  if (file === undefined || file === "") return "GITHUB_STEP_SUMMARY is not set, so no summary is written";
  try {
    appendFileSync(file, markdown);
    return undefined;
  } catch (error) {
    return `no summary is written: ${systemError(error)}`;
  }
}
