import type { Finding, Severity } from "@authgraph/rules";
import { printable } from "./printable.ts";
import { shortFingerprint } from "./short-fingerprint.ts";

/** `error`, `warning` or `info`: what tools know that tell three kinds of findings apart. */
export type ThreeLevels = "error" | "warning" | "info";

const levels: Readonly<Record<Severity, ThreeLevels>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "info",
  info: "info",
};

export function levelOfThree(severity: Severity): ThreeLevels {
  return levels[severity];
}

/** The sentence of a finding, with whether it was there before, and how many others of the same cause it stands for. */
export function titleWords({ title, state, folded }: Finding): string {
  const worse = state === "worse" ? " (worse than before)" : "";
  return printable(title) + worse + (folded.length === 0 ? "" : ` (+${folded.length})`);
}

/** The same with what to do and where to read on, a line each. */
export function messageLines(finding: Finding): readonly string[] {
  const help = finding.remedies[0]?.text.split("\n").map(printable) ?? [];
  return [
    titleWords(finding),
    ...help.map((line, index) => (index === 0 ? `help: ${line}` : line)),
    `authgraph explain ${shortFingerprint(finding)}`,
  ];
}
