import { uncovered } from "@authgraph/graph";
import { severityAtLeast } from "@authgraph/rules";
import type { Baseline } from "./baseline.ts";
import type { KnownRisk, KnownRisks } from "./known-risk.ts";

/** What of a baseline is still found, no more of it than there is today: nothing is accepted that was not before. */
export function prunedBaseline({ known }: Baseline, found: KnownRisks): readonly KnownRisk[] {
  return [...known.values()].flatMap((entry) => {
    const today = found.get(entry.fingerprint);
    if (today === undefined) return [];
    const isNoWorse =
      severityAtLeast(entry.severity, today.severity) &&
      (entry.confidence !== "possible" || today.confidence === "possible") &&
      uncovered(today.access, entry.access).length === 0;
    return [isNoWorse ? today : entry];
  });
}
