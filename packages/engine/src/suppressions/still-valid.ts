import { accessWords, uncovered } from "@authgraph/graph";
import { accessOfRisk } from "../known-risks/access-of-risk.ts";
import type { MatchedRisk } from "./suppress.ts";
import { type Breach, breachOf } from "./valid-while.ts";
import type { WrittenSuppression } from "./written-suppression.ts";

/** What makes suppressions void: the first risk of each for which they hold no longer. */
export function breachesOf(matched: readonly MatchedRisk[]): ReadonlyMap<WrittenSuppression, Breach> {
  const breaches = new Map<WrittenSuppression, Breach>();
  for (const one of matched) {
    for (const written of one.by) {
      if (breaches.has(written)) continue;
      const breach = breachFor(written, one);
      if (breach !== undefined) breaches.set(written, breach);
    }
  }
  return breaches;
}

function breachFor({ selector, validWhile }: WrittenSuppression, { cluster, risk }: MatchedRisk): Breach | undefined {
  const { graph } = cluster.context;
  if (validWhile !== undefined) return breachOf(validWhile, risk, graph);
  if (selector?.by !== "grant") return undefined;
  const [first, ...more] = uncovered(accessOfRisk(graph, risk.identity), selector.access);
  if (first === undefined) return undefined;
  const others = more.length === 0 ? "" : ` and ${more.length} more`;
  return { text: `the grant is wider by now: ${accessWords(first)}${others}`, origin: risk.place.origin };
}
