import { membershipsOf } from "../memberships.ts";
import type { PowerId } from "../power-catalogue.ts";
import { powersOf } from "../powers.ts";
import { confidenceAtLeast } from "../rating.ts";
import type { Confidence } from "../risk.ts";
import type { RuleContext } from "../rule.ts";
import { escalationGraph } from "./escalation-graph.ts";
import { pathOf, pathOrder, reachOf } from "./reach.ts";
import {
  asSubjectKey,
  clusterAdminVertex,
  type EscalationGraph,
  type EscalationPath,
  identityVertex,
  type Step,
  type Vertex,
  vertexKey,
} from "./step.ts";

export interface PathQuery {
  /** Undefined: everybody to whom the inputs grant something. */
  readonly from: Vertex | undefined;
  /** Any of them is enough; undefined: cluster-admin. */
  readonly to: readonly Vertex[] | undefined;
  /** Steps that are less sure are not taken; undefined: every step. */
  readonly confidence?: Confidence | undefined;
}

/**
 * The paths of a query, shortest first, then fewest assumed hops, then by name.
 *
 * From everybody: the best of each. From one: the best through each of its first steps, so that taking one away shows
 * what is left.
 */
export function shortestPaths(context: RuleContext, query: PathQuery): readonly EscalationPath[] {
  const graph = escalationGraph(context);
  const { confidence } = query;
  const counts = (step: Step): boolean => confidence === undefined || confidenceAtLeast(step.confidence, confidence);
  const targets = query.to ?? [clusterAdminVertex];
  const reach = reachOf(graph, targets, counts);
  const starts = query.from === undefined ? grantedByInputs(context, graph) : [query.from];
  const isTarget = new Set(targets.map(vertexKey));

  const paths = starts.flatMap((start) => {
    if (isTarget.has(vertexKey(start))) return [];
    // Nobody gains by becoming itself.
    const itself = new Set([vertexKey(start)]);
    const found = graph.stepsFrom(start).flatMap((step): readonly EscalationPath[] => {
      if (!counts(step)) return [];
      const straight = reach.stepsFrom(step.to);
      const returns = straight?.some(({ to }) => itself.has(vertexKey(to))) === true || itself.has(vertexKey(step.to));
      const rest = returns ? reach.stepsAround(step.to, itself) : straight;
      return rest === undefined ? [] : asList(pathOf(step, rest));
    });
    found.sort(pathOrder);
    return query.from === undefined ? found.slice(0, 1) : found;
  });
  return paths.sort(pathOrder);
}

function asList(path: EscalationPath | undefined): readonly EscalationPath[] {
  return path === undefined ? [] : [path];
}

/** Identities that a binding of the inputs names: what the default policy gives by itself is no news. */
function grantedByInputs({ graph }: RuleContext, steps: EscalationGraph): readonly Vertex[] {
  const written = new Set<string>();
  for (const key of graph.subjectKeys) {
    for (const { shipped } of graph.grantsOf(key)) {
      if (shipped) continue;
      written.add(key);
      break;
    }
  }
  return steps.vertices.filter(
    (vertex) =>
      vertex.kind === "identity" &&
      (written.has(vertex.key) ||
        (steps.stepsFrom(vertex).length > 0 && membershipsOf(vertex.key).some((group) => written.has(group)))),
  );
}

/** Identities that hold a power, so that a path can lead to it; cluster-wide, or in one namespace. */
export function holdersOfPower({ graph, minor }: RuleContext, id: PowerId, namespace?: string): readonly Vertex[] {
  return graph.subjectKeys.flatMap((key) => {
    const holds = powersOf(graph.grantsOf(key), minor).some(
      (power) =>
        power.id === id &&
        power.names.length === 0 &&
        (power.scope.kind === "cluster" || power.scope.namespace === namespace),
    );
    return holds ? [identityVertex(asSubjectKey(key))] : [];
  });
}
