import type { Run } from "@authgraph/engine";
import type { Finding } from "@authgraph/rules";
import { changeLines } from "./comparison-text.ts";
import { shortFooter } from "./footer.ts";
import { placeText } from "./place.ts";
import { printable } from "./printable.ts";
import { shownPlace } from "./shown-place.ts";
import { type Paint, painter } from "./style.ts";
import { harmless } from "./wrap.ts";

export interface ConciseOptions {
  readonly color: boolean;
}

/**
 * A line for each finding, as compilers and grep write places, so that editors can jump to them; then what was read, and
 * the counts in the last line.
 */
export function* renderConcise(run: Run, { color }: ConciseOptions): Iterable<string> {
  const paint = painter(color);
  const severalClusters = run.clusters.length > 1;
  for (const line of changeLines(run, { color, verbose: false })) yield `${line}\n`;
  for (const finding of run.findings) yield `${findingLine(finding, paint, severalClusters)}\n`;
  yield shortFooter(run);
}

/** `a.yaml:3:9: high[rbac-bind] Group ops can bind any ClusterRole (8.6, certain)` */
export function findingLine(finding: Finding, paint: Paint, severalClusters: boolean): string {
  const { severity, ruleId, title, score, confidence, folded, cluster } = finding;
  const place = harmless(placeText(shownPlace(finding) ?? finding.place.origin));
  const rule = paint(severity, `${severity}[${printable(ruleId)}]`);
  const more = folded.length === 0 ? "" : ` (+${folded.length})`;
  const worse = finding.state === "worse" ? ", worse" : "";
  const where = severalClusters ? `, ${printable(cluster)}` : "";
  return `${place}: ${rule} ${printable(title)} (${score.toFixed(1)}, ${confidence}${where}${worse})${more}`;
}
