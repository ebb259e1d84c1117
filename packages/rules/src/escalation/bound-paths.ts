import type { AccessGraph, ResolvedBinding } from "@authgraph/graph";
import { appliedNamespace } from "@authgraph/graph";
import { subjectKey } from "@authgraph/kubernetes";
import { anonymousReach } from "../anonymous.ts";
import { type BoundHolder, boundHolders } from "../bound-holders.ts";
import type { HolderKind } from "../holders.ts";
import { membershipsOf } from "../memberships.ts";
import { sureLevelOf } from "../powers.ts";
import type { RuleContext } from "../rule.ts";
import { escalationFromInputs } from "./escalation-graph.ts";
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
  for (const one of search.deciding) {
    const steps = one.steps.filter(({ kind }) => first.has(kind));
    if (steps.length === 0 || (looked.ofAdmins !== true && search.holdsEverything(one.bound.holder.key))) continue;
    const found = bestOf(search, one, steps, looked.counts);
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
  { bound, worth }: DecidingBinding,
  steps: readonly Step[],
  counts: BoundPathSearch["counts"],
): BoundPath | undefined {
  const groups = membershipsOf(bound.holder.key);
  const byItself = worth(steps);
  for (const level of levels) {
    const gaining = level < byItself ? steps : steps.filter((step) => level === byItself && counts?.(step) === true);
    const through = (step: Step): EscalationPath | readonly [] =>
      pathThrough(search, step, level, bound.holder.key, groups) ?? [];
    const [path] = gaining.flatMap(through).sort(pathOrder);
    if (path === undefined) continue;
    const others = steps.some(({ powerId }) => powerId !== path.steps[0].powerId);
    return { bound, level, path: withDoubt(path, bound.binding), others };
  }
  return undefined;
}

const levels = [1, 2, 3] as const;

/** What is certain or likely first; what is merely possible where there is nothing else. */
function pathThrough(
  { sure, possible }: Search,
  step: Step,
  level: 1 | 2 | 3,
  holder: string,
  groups: readonly string[],
): EscalationPath | undefined {
  for (const reach of step.confidence === "possible" ? [possible[level]] : [sure[level], possible[level]]) {
    const rest = reach.stepsWithout(step.to, holder, groups);
    const path = rest === undefined ? undefined : pathOf(step, rest);
    if (path !== undefined) return path;
  }
  return undefined;
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

/** A subject of a binding, and the first steps that the binding lets it take. */
interface DecidingBinding {
  readonly bound: BoundHolder;
  readonly steps: readonly Step[];
  /** The most that its grants, and others that those steps need, give without any path. */
  readonly worth: (steps: readonly Step[]) => number;
}

interface Search {
  /** In the order of bindings. */
  readonly deciding: readonly DecidingBinding[];
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
  const graph = escalationFromInputs(context);
  const steps = stepsByBinding(graph);
  const deciding = [...boundHolders(context, everybody, (binding) => steps.has(binding))].flatMap((bound) => {
    const its = steps.get(bound.binding)?.get(bound.holder.key);
    return its === undefined || !isLetIn(context.graph, bound)
      ? []
      : [{ bound, steps: its, worth: worthOf(context, bound) }];
  });
  const sure = (step: Step): boolean => isRated(step) && step.confidence !== "possible";
  return {
    deciding,
    holdsEverything: once((key) => [key, ...membershipsOf(key)].some((one) => isClusterAdmin(graph, one))),
    sure: reachOfLevels(graph, sure),
    possible: reachOfLevels(graph, isRated),
  };
}

/** Asked for each binding of a holder, of whom there may be thousands. */
function once(ask: (key: string) => boolean): (key: string) => boolean {
  const known = new Map<string, boolean>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = ask(key);
    known.set(key, answer);
    return answer;
  };
}

/** First steps by the binding that decides them, then by who takes them. */
function stepsByBinding(graph: EscalationGraph): ReadonlyMap<ResolvedBinding, ReadonlyMap<string, readonly Step[]>> {
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
  return byBinding;
}

function worthOf({ minor }: RuleContext, { binding, grants }: BoundHolder): DecidingBinding["worth"] {
  let alone: number | undefined;
  return (steps) => {
    alone ??= sureLevelOf(grants(), minor);
    const elsewhere = steps.flatMap((step) => step.grants).filter((grant) => grant.binding !== binding);
    return elsewhere.length === 0 ? alone : sureLevelOf([...grants(), ...elsewhere], minor);
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
