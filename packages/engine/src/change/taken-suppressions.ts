import { fingerprintOf } from "@authgraph/rules";
import { judgeRisks } from "../known-risks/judge-risks.ts";
import type { KnownRisks } from "../known-risks/known-risk.ts";
import { knownRisksOf } from "../known-risks/known-risks-of.ts";
import type { SearchedCluster } from "../search.ts";
import type { Suppressed, TakenSuppressions } from "../suppressions/suppress.ts";
import type { FoundBefore } from "./search-before.ts";

/** What of a change may accept risks where nobody excuses himself: what did so before it, and that alone. */
export function takenSuppressions(found: FoundBefore, after: readonly SearchedCluster[]): TakenSuppressions {
  let judged: ReturnType<typeof judgeRisks> | undefined;
  return {
    keys: new Set(found.suppressed.suppressions.map(({ suppression }) => suppression.key)),
    wasThere(risk) {
      judged ??= judgeRisks(after, knownRisksOf(found.clusters));
      return judged.of.get(risk)?.state === "old";
    },
  };
}

/**
 * What was known before a change. What was accepted then counts too, as long as something of the change would accept it:
 * whoever mends the words of a reason, or the name of a file, has made nothing new. Without any it comes up again.
 */
export function knownBefore(
  { clusters, suppressed }: FoundBefore,
  { untaken }: Pick<Suppressed, "untaken">,
): KnownRisks {
  const open = knownRisksOf(suppressed.clusters);
  if (untaken.length === 0) return open;
  const all = knownRisksOf(clusters);
  const known = new Map(open);
  for (const { cluster, risk } of untaken) {
    const fingerprint = fingerprintOf(risk.ruleId, cluster.name, risk.identity);
    const before = all.get(fingerprint);
    if (before !== undefined) known.set(fingerprint, before);
  }
  return known;
}
