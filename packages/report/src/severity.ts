import type { Finding, Severity } from "@authgraph/rules";

/** The tiers, worst first. */
export const severities: readonly Severity[] = ["critical", "high", "medium", "low", "info"];

/** `2 critical, 1 high`: how many of each tier, worst first; tiers without any are left out. */
export function countBySeverity(findings: readonly Finding[]): string {
  const counts = new Map<Severity, number>();
  for (const { severity } of findings) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  return severities
    .filter((severity) => counts.has(severity))
    .map((severity) => `${counts.get(severity)} ${severity}`)
    .join(", ");
}
