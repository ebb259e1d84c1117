import {
  type Confidence,
  confidenceAtLeast,
  type Finding,
  keepRisks,
  type Severity,
  severityAtLeast,
  sortFindings,
} from "@authgraph/rules";
import type { Run } from "./run.ts";

/** What of a run somebody wants to see, or to fail on. */
export interface Selection {
  /** This level and above. */
  readonly severity: Severity;
  /** At least this sure. */
  readonly confidence: Confidence;
}

/**
 * The same run with fewer findings. Selection acts before any format, so that all formats tell the same.
 *
 * What is not sure enough is taken out risk by risk: a finding whose most severe risk is only possible is still told for
 * a certain one that was folded into it. The level is then that of what is left.
 */
export function selectFindings(run: Run, { severity, confidence }: Selection): Run {
  const sure = run.findings.flatMap((finding): readonly Finding[] => {
    const kept = keepRisks(finding, (risk) => confidenceAtLeast(risk.confidence, confidence));
    return kept === undefined ? [] : [kept];
  });
  const isAsBefore = sure.length === run.findings.length && sure.every((one, at) => one === run.findings[at]);
  const findings = (isAsBefore ? run.findings : sortFindings(sure)).filter((finding) =>
    severityAtLeast(finding.severity, severity),
  );
  return findings.length === run.findings.length && isAsBefore ? run : { ...run, findings };
}
