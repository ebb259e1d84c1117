import type { Failure } from "@authgraph/engine";
import { tell } from "./tell.ts";

/** Tells an error of ours: one line, and where it happened only when everything is asked for. */
export async function tellFailure({ message, details }: Failure, verbose: boolean): Promise<void> {
  const hint = verbose || details === undefined ? "" : " (--verbose shows where)";
  await tell(`${message.includes("internal error") ? message : `internal error: ${message}`}; please report it${hint}`);
  if (!verbose || details === undefined) return;
  const { printable } = await import("@authgraph/report");
  process.stderr.write(`${details.split("\n").map(printable).join("\n")}\n`);
}

/** What was thrown and caught nowhere. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error), details: undefined };
  return { message: error.message, details: error.stack };
}
