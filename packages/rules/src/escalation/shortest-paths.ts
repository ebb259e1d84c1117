import { membershipsOf } from "../memberships.ts";
import type { PowerId } from "../power.ts";
import { powersOf } from "../powers.ts";
import { confidenceAtLeast } from "../rating.ts";
import type { Confidence } from "../risk.ts";
import type { RuleContext } from "../rule.ts";
import { escalationGraph } from "./escalation-graph.ts";
import { pathOf, pathOrder, type Reach, reachOf } from "./reach.ts";
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
    const steps = graph.stepsFrom(start).filter(counts);
    const through = (step: Step): EscalationPath | undefined => pathThrough(reach, start, step);
    return query.from === undefined ? bestOf(reach, steps, through) : steps.flatMap((step) => through(step) ?? []);
  });
  return paths.sort(pathOrder);
}

/** The best of one start. Going around costs a search: only where the straight way would be as good as the best. */
function bestOf(
  reach: Reach,
  steps: readonly Step[],
  through: (step: Step) => EscalationPath | undefined,
): readonly EscalationPath[] {
  const near = steps
    .map((step) => ({ step, left: reach.stepsFrom(step.to)?.length }))
    .filter((one): one is { step: Step; left: number } => one.left !== undefined)
    .sort((one, other) => one.left - other.left);
  let best: EscalationPath | undefined;
  for (const { step, left } of near) {
    if (best !== undefined && left + 1 > best.steps.length) break;
    const path = through(step);
    if (path !== undefined && (best === undefined || pathOrder(path, best) < 0)) best = path;
  }
  return best === undefined ? [] : [best];
}

/** Nobody gains by becoming itself. */
function pathThrough(reach: Reach, start: Vertex, step: Step): EscalationPath | undefined {
  const rest = reach.stepsWithout(step.to, vertexKey(start), []);
  return rest === undefined ? undefined : pathOf(step, rest);
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
