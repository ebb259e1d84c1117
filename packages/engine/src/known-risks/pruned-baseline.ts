import type { SearchedCluster } from "../search.ts";
import type { Baseline } from "./baseline.ts";
import type { JudgedRisks } from "./judge-risks.ts";
import type { KnownRisk } from "./known-risk.ts";
import { byFingerprint, knownRisksOf } from "./known-risks-of.ts";

/**
 * What of a baseline is still found, no more of it than there is today: nothing is accepted that was not before. What is
 * old under another name takes the place of what is gone.
 */
export function prunedBaseline(
  { known }: Baseline,
  clusters: readonly SearchedCluster[],
  { of }: JudgedRisks,
): readonly KnownRisk[] {
  const today = knownRisksOf(clusters);
  return clusters.flatMap(({ name, risks }) =>
    [...byFingerprint(risks, name)].flatMap(([fingerprint, same]) => {
      const isOld = same.every((risk) => of.get(risk)?.state === "old");
      return (isOld ? today : known).get(fingerprint) ?? [];
    }),
  );
}
