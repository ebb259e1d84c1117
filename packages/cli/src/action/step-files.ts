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

/** GitHub takes a mebibyte of a step (docs: step isolation and limits of job summaries); beyond it shows nothing. */
const summaryLimit = 900 * 1024;

/** Adds to the summary of the job (`$GITHUB_STEP_SUMMARY`); a text says why that is not possible. */
export function writeSummary(file: string | undefined, markdown: string): string | undefined {
  if (file === undefined || file === "") return "GITHUB_STEP_SUMMARY is not set, so no summary is written";
  try {
    appendFileSync(file, cut(markdown));
    return undefined;
  } catch (error) {
    return `no summary is written: ${systemError(error)}`;
  }
}

/** Whole lines only, with a word on what is missing. */
function cut(markdown: string): string {
  if (Buffer.byteLength(markdown) <= summaryLimit) return markdown;
  const kept = Buffer.from(markdown).subarray(0, summaryLimit);
  const lines = kept.subarray(0, kept.lastIndexOf(0x0a) + 1).toString("utf8");
  return `${lines}\n\n_The rest is cut: a job summary holds no more. The SARIF file has all findings._\n`;
}
