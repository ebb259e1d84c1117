import { type Access, type AccessGraph, accessWords, uncovered } from "@authgraph/graph";
import type { Risk } from "@authgraph/rules";
import { accessOfRisk } from "../known-risks/access-of-risk.ts";
import type { MatchedRisk } from "./suppress.ts";
import { type Breach, type BreachOf, breachFinder } from "./valid-while.ts";
import type { WrittenSuppression } from "./written-suppression.ts";

/** What makes suppressions void: the first risk of each for which they hold no longer. */
export function breachesOf(matched: readonly MatchedRisk[]): ReadonlyMap<WrittenSuppression, Breach> {
  const breaches = new Map<WrittenSuppression, Breach>();
  const conditionBreach = conditions();
  const grantBreach = expectedGrants();
  for (const one of matched) {
    for (const written of one.by) {
      if (breaches.has(written)) continue;
      const breach = conditionBreach(written, one) ?? grantBreach(written, one);
      if (breach !== undefined) breaches.set(written, breach);
    }
  }
  return breaches;
}

type Check = (written: WrittenSuppression, matched: MatchedRisk) => Breach | undefined;

/** Checks `valid-while`, in each cluster with what is known of it already. */
function conditions(): Check {
  const finders = new Map<AccessGraph, BreachOf>();
  return ({ validWhile }, { cluster, risk }) => {
    if (validWhile === undefined) return undefined;
    const { graph } = cluster.context;
    const breachOf = finders.get(graph) ?? breachFinder(graph);
    finders.set(graph, breachOf);
    return breachOf(validWhile, risk);
  };
}

/** Checks each expected grant once, though many rules speak of it. */
function expectedGrants(): Check {
  const covered = new Map<WrittenSuppression, Set<string>>();
  return (written, { cluster, risk }) => {
    if (written.selector?.by !== "grant") return undefined;
    const known = covered.get(written) ?? new Set<string>();
    covered.set(written, known);
    const grant = JSON.stringify([cluster.name, risk.identity]);
    if (known.has(grant)) return undefined;
    known.add(grant);
    return widened(written.selector.access, cluster.context.graph, risk);
  };
}

/** A grant that gives more than was expected. */
function widened(expected: readonly Access[], graph: AccessGraph, { identity, place }: Risk): Breach | undefined {
  const [first, ...more] = uncovered(accessOfRisk(graph, identity), expected);
  if (first === undefined) return undefined;
  const others = more.length === 0 ? "" : ` and ${more.length} more`;
  return { text: `the grant is wider by now: ${accessWords(first)}${others}`, origin: place.origin };
}
