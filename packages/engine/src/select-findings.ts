import type { Confidence, Finding, Severity } from "@authgraph/rules";
import type { Run } from "./run.ts";

/** What of a run somebody wants to see, or to fail on. */
export interface Selection {
  /** This level and above. */
  readonly severity: Severity;
  /** At least this sure. */
  readonly confidence: Confidence;
}

const severityOrder: Readonly<Record<Severity, number>> = { info: 0, low: 1, medium: 2, high: 3, critical: 4 };
const confidenceOrder: Readonly<Record<Confidence, number>> = { possible: 0, likely: 1, certain: 2 };

export function isSelected(finding: Finding, { severity, confidence }: Selection): boolean {
  return (
    severityOrder[finding.severity] >= severityOrder[severity] &&
    confidenceOrder[finding.confidence] >= confidenceOrder[confidence]
  );
}

/** The same run with fewer findings. Selection acts before any format, so that all formats tell the same. */
export function selectFindings(run: Run, selection: Selection): Run {
  const findings = run.findings.filter((finding) => isSelected(finding, selection));
  return findings.length === run.findings.length ? run : { ...run, findings };
}
