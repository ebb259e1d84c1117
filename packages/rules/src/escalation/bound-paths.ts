import type { AccessGraph, Grant, ResolvedBinding } from "@authgraph/graph";
import { appliedNamespace } from "@authgraph/graph";
import { subjectKey } from "@authgraph/kubernetes";
import { anonymousReach } from "../anonymous.ts";
import { type BoundHolder, boundHolders } from "../bound-holders.ts";
import type { HolderKind } from "../holders.ts";
import { membershipsOf } from "../memberships.ts";
import { powersOf } from "../powers.ts";
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
  type StepKind,
  type Vertex,
  vertexKey,
} from "./step.ts";

/** A path whose first step goes through a binding, and leads to more than what the binding gives by itself. */
export interface BoundPath {
  readonly bound: BoundHolder;
  readonly path: EscalationPath;
  /** What it leads to. */
  readonly level: 1 | 2 | 3;
  /** The binding gives first steps of other powers too, so that taking this one away leaves those. */
  readonly others: boolean;
}

const everybody: readonly HolderKind[] = [
  "anonymous",
  "authenticated",
  "all-service-accounts",
  "namespace-service-accounts",
  "service-account",
  "nodes",
  "user",
  "group",
];

/** Which paths are looked for. */
export interface BoundPathSearch {
  /** What the first step is. */
  readonly kinds: readonly StepKind[];
  /** A first step by which its holder gains even where the grants are worth as much: it takes no more than itself. */
  readonly counts?: ((step: Step) => boolean) | undefined;
  /** Also of those who hold everything already, and gain nothing. */
  readonly ofAdmins?: boolean | undefined;
}

/**
 * The best path of each subject of a binding whose first step is of some kinds, in the order of bindings.
 *
 * Whoever holds everything already gains nothing.
 */
export function* boundPaths(context: RuleContext, looked: BoundPathSearch): Iterable<BoundPath> {
  const search = searchOf(context);
  const first = new Set(looked.kinds);
  for (const bound of boundHolders(context, everybody, (binding) => search.byBinding.has(binding))) {
    const all = search.byBinding.get(bound.binding)?.get(bound.holder.key) ?? [];
    const steps = all.filter(({ kind }) => first.has(kind));
    if (steps.length === 0 || !isLetIn(context.graph, bound)) continue;
    if (looked.ofAdmins !== true && search.holdsEverything(bound.holder.key)) continue;
    const found = bestOf(search, bound, steps, looked.counts);
    if (found !== undefined) yield found;
  }
}

/** Requests without credentials get as far as RBAC. */
function isLetIn(graph: AccessGraph, { holder }: BoundHolder): boolean {
  if (holder.kind !== "anonymous") return true;
  const { reach } = anonymousReach(graph);
  return reach === "all-paths" || reach === "unknown";
}

function bestOf(
  search: Search,
  bound: BoundHolder,
  steps: readonly Step[],
  counts: BoundPathSearch["counts"],
): BoundPath | undefined {
  const worth = worthByItself(search.context, bound, steps);
  const avoided = [bound.holder.key, ...membershipsOf(bound.holder.key)];
  for (const level of levels) {
    const gaining = level < worth ? steps : steps.filter((step) => level === worth && counts?.(step) === true);
    const [path] = gaining.flatMap((step) => pathThrough(search, step, level, avoided) ?? []).sort(pathOrder);
    if (path === undefined) continue;
    const others = steps.some(({ power }) => power?.id !== path.steps[0].power?.id);
    return { bound, level, path: withDoubt(path, bound.binding), others };
  }
  return undefined;
}

const levels = [1, 2, 3] as const;

/** The most that the grants give without any path. */
function worthByItself({ minor }: RuleContext, { grants }: BoundHolder, steps: readonly Step[]): number {
  const all = new Set<Grant>([...grants(), ...steps.flatMap((step) => step.grants)]);
  return Math.min(6, ...powersOf(all, minor).map(({ sureLevel }) => sureLevel));
}

/** What is certain or likely first; what is merely possible where there is nothing else. */
function pathThrough(
  { sure, possible }: Search,
  step: Step,
  level: 1 | 2 | 3,
  [holder = "", ...groups]: readonly string[],
): EscalationPath | undefined {
  for (const reach of step.confidence === "possible" ? [possible[level]] : [sure[level], possible[level]]) {
    const rest = stepsWithout(reach, step.to, holder, groups);
    const path = rest === undefined ? undefined : pathOf(step, rest);
    if (path !== undefined) return path;
  }
  return undefined;
}

/** Many have their groups in common, so those are left out first: what is found then serves them all. */
function stepsWithout(
  reach: Reach,
  start: Vertex,
  holder: string,
  groups: readonly string[],
): readonly Step[] | undefined {
  const straight = reach.stepsFrom(start);
  const isIn = (steps: readonly Step[] | undefined, some: ReadonlySet<string>): boolean =>
    some.has(vertexKey(start)) || steps?.some(({ to }) => some.has(vertexKey(to))) === true;
  const all = new Set([holder, ...groups]);
  if (!isIn(straight, all)) return straight;
  const around = reach.stepsAround(start, new Set(groups));
  return isIn(around, all) ? reach.stepsAround(start, all) : around;
}

/**
 * Objects without a namespace go where they are applied, all to one or each to its own: where two are written apart,
 * nobody knows.
 */
function withDoubt(path: EscalationPath, binding: ResolvedBinding): EscalationPath {
  const passes = path.steps.some(({ to }) => "namespace" in to && to.namespace === appliedNamespace);
  if (!passes) return path;
  const apart = path.steps
    .slice(1)
    .some(({ grants }) =>
      grants.some(({ binding: { entry } }) => entry.path !== undefined && !areTogether(entry.path, binding.entry.path)),
    );
  return apart ? { ...path, assumedHops: path.assumedHops + 1, confidence: "possible" } : path;
}

function areTogether(one: string, other: string | undefined): boolean {
  if (other === undefined) return false;
  const folder = one.slice(0, one.lastIndexOf("/") + 1);
  const otherFolder = other.slice(0, other.lastIndexOf("/") + 1);
  return folder.startsWith(otherFolder) || otherFolder.startsWith(folder);
}

interface Search {
  readonly context: RuleContext;
  /** First steps by the binding that decides them, then by who takes them. */
  readonly byBinding: ReadonlyMap<ResolvedBinding, ReadonlyMap<string, readonly Step[]>>;
  readonly holdsEverything: (key: string) => boolean;
  readonly sure: Readonly<Record<1 | 2 | 3, Reach>>;
  readonly possible: Readonly<Record<1 | 2 | 3, Reach>>;
}

const searches = new WeakMap<AccessGraph, Search>();

function searchOf(context: RuleContext): Search {
  let search = searches.get(context.graph);
  if (search === undefined) {
    search = makeSearch(context);
    searches.set(context.graph, search);
  }
  return search;
}

function makeSearch(context: RuleContext): Search {
  const graph = escalationGraph(context);
  const byBinding = new Map<ResolvedBinding, Map<string, Step[]>>();
  for (const vertex of graph.vertices) {
    if (vertex.kind !== "identity") continue;
    for (const step of graph.stepsFrom(vertex)) {
      const binding = decidingBinding(step, vertex.key);
      if (binding === undefined) continue;
      const byKey = byBinding.get(binding) ?? new Map<string, Step[]>();
      byBinding.set(binding, byKey);
      const known = byKey.get(vertex.key);
      if (known === undefined) byKey.set(vertex.key, [step]);
      else known.push(step);
    }
  }
  const sure = (step: Step): boolean => isRated(step) && step.confidence !== "possible";
  return {
    context,
    byBinding,
    holdsEverything: (key) => [key, ...membershipsOf(key)].some((one) => isClusterAdmin(graph, one)),
    sure: reachOfLevels(graph, sure),
    possible: reachOfLevels(graph, isRated),
  };
}

/** The binding of the first grant that is the subject's own; undefined where nobody wrote it. */
function decidingBinding({ grants }: Step, key: string): ResolvedBinding | undefined {
  const own = grants.find(({ subject, binding }) => subjectKey(subject, binding.entry.namespace) === key);
  if (own === undefined || own.shipped || own.binding.entry.object.origin.kind === "built-in") return undefined;
  return own.binding;
}

function isClusterAdmin(graph: EscalationGraph, key: string): boolean {
  return graph
    .stepsFrom(identityVertex(asSubjectKey(key)))
    .some(({ kind, to }) => kind === "holds-everything" && to.kind === "cluster-admin");
}

/** Whether pods may be privileged is for admission to say, and a server in front of the API for nobody to tell. */
function isRated({ kind }: Step): boolean {
  return kind !== "run-privileged" && kind !== "replace-api-server";
}

function reachOfLevels(graph: EscalationGraph, counts: (step: Step) => boolean): Search["sure"] {
  const targets = (level: 1 | 2 | 3) => graph.vertices.filter((vertex) => levelOf(vertex) === level);
  return {
    1: reachOf(graph, [clusterAdminVertex], counts),
    2: reachOf(graph, targets(2), counts),
    3: reachOf(graph, targets(3), counts),
  };
}

/** What being somewhere is worth; undefined where that depends on whom it leads to. */
export function levelOf(vertex: Vertex): 1 | 2 | 3 | undefined {
  switch (vertex.kind) {
    case "cluster-admin":
      return 1;
    case "nodes":
      return 2;
    case "any-account":
    case "pods":
    case "secrets":
    case "namespace-admin":
      return vertex.namespace === undefined ? 2 : 3;
    case "identity":
    case "any-user":
    case "role":
      return undefined;
  }
}
