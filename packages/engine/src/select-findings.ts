import { type Confidence, confidenceAtLeast, type Finding, type Severity, severityAtLeast } from "@authgraph/rules";
import type { Run } from "./run.ts";

/** What of a run somebody wants to see, or to fail on. */
export interface Selection {
  /** This level and above. */
  readonly severity: Severity;
  /** At least this sure. */
  readonly confidence: Confidence;
}

export function isSelected(finding: Finding, { severity, confidence }: Selection): boolean {
  return severityAtLeast(finding.severity, severity) && confidenceAtLeast(finding.confidence, confidence);
}

/** The same run with fewer findings. Selection acts before any format, so that all formats tell the same. */
export function selectFindings(run: Run, selection: Selection): Run {
  const findings = run.findings.filter((finding) => isSelected(finding, selection));
  return findings.length === run.findings.length ? run : { ...run, findings };
}
