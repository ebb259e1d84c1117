import { editDistance, type Finding, findingOf, type JudgedSuppression, type NamedRisk } from "@authgraph/rules";
import type { Run } from "./run.ts";
import { selectFindings } from "./select-findings.ts";

/** A risk and the finding that tells it: itself, or the one it is folded into. */
export interface FoundRisk {
  readonly risk: NamedRisk;
  readonly finding: Finding;
  /** What accepts it, so that a scan does not tell it. */
  readonly by?: JudgedSuppression | undefined;
}

export type FindingSearch =
  | { readonly outcome: "found"; readonly found: FoundRisk }
  /** Several begin like this. */
  | { readonly outcome: "ambiguous"; readonly candidates: readonly FoundRisk[] }
  /** None does; those that differ least come first. */
  | { readonly outcome: "missing"; readonly nearest: readonly FoundRisk[] };

/** What a person may type of a fingerprint: fewer digits name too many. */
export function isFingerprintPrefix(word: string): boolean {
  return /^[0-9a-f]{6,32}$/i.test(word);
}

const nearestTold = 3;

/**
 * The risk whose fingerprint begins with some digits, told by itself or folded into another.
 *
 * As people see it by default comes first: what stands alone there, because what it is folded into is only possible, is
 * not told as folded. What is accepted comes last.
 */
export function findFinding(run: Run, prefix: string): FindingSearch {
  const wanted = prefix.toLowerCase();
  const told = [selectFindings(run, { severity: "info", confidence: "likely" }), run].flatMap(({ findings }) => [
    ...findings.map((finding) => ({ risk: finding, finding })),
    ...findings.flatMap((finding) => finding.folded.map((risk) => ({ risk, finding }))),
  ]);
  const accepted = run.suppressed.map(({ risk, cluster, by }) => {
    const finding = findingOf(risk, [], cluster);
    return { risk: finding, finding, by };
  });
  const all: readonly FoundRisk[] = [...told, ...accepted];
  const byFingerprint = new Map<string, FoundRisk>();
  for (const found of all) {
    const { fingerprint } = found.risk;
    if (!byFingerprint.has(fingerprint)) byFingerprint.set(fingerprint, found);
  }
  const candidates = [...byFingerprint.values()].filter(({ risk }) => risk.fingerprint.startsWith(wanted));
  const [found, ...others] = candidates;
  if (found === undefined) return { outcome: "missing", nearest: nearestOf([...byFingerprint.values()], wanted) };
  return others.length === 0 ? { outcome: "found", found } : { outcome: "ambiguous", candidates };
}

function nearestOf(known: readonly FoundRisk[], wanted: string): readonly FoundRisk[] {
  return known
    .map((found) => ({ found, distance: editDistance(wanted, found.risk.fingerprint.slice(0, wanted.length)) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, nearestTold)
    .map(({ found }) => found);
}
