import { weakerConfidence } from "../rating.ts";
import { type EscalationGraph, type EscalationPath, type Step, type Vertex, vertexKey } from "./step.ts";

/** Longer chains are not told. */
export const mostHops = 8;

/** From every vertex the best way to the nearest of some targets: shortest, then fewest assumed hops, then by name. */
export interface Reach {
  /** The steps from a vertex on; empty at a target, undefined where none is in reach. */
  stepsFrom(vertex: Vertex): readonly Step[] | undefined;
  /** The same without passing through somebody or a group that one is in: nobody gains by becoming what it is. */
  stepsWithout(vertex: Vertex, somebody: string, groups: readonly string[]): readonly Step[] | undefined;
}

/** Searches backwards from the targets, once along every step: O(vertices + steps). */
export function reachOf(
  graph: EscalationGraph,
  targets: readonly Vertex[],
  counts: (step: Step) => boolean = () => true,
): Reach {
  const whole = shortestWays(graph, targets, counts);
  const withoutGroups = new Map<string, Ways>();
  const without = new Map<string, Ways>();
  // What many have in common is left out first, so that going on from there is little for each of them.
  const aroundGroups = (groups: readonly string[]): Ways => {
    const key = groups.join("\0");
    const ways = withoutGroups.get(key) ?? waysAround(graph, whole, groups, counts);
    withoutGroups.set(key, ways);
    return ways;
  };
  return {
    stepsFrom: (vertex) => follow(whole, vertex),
    stepsWithout: (vertex, somebody, groups) => {
      const straight = follow(whole, vertex);
      if (!passes(vertex, straight, [somebody, ...groups])) return straight;
      const ways = groups.length === 0 ? whole : aroundGroups(groups);
      const around = follow(ways, vertex);
      if (!passes(vertex, around, [somebody])) return around;
      const known = without.get(somebody) ?? waysAround(graph, ways, [somebody], counts);
      without.set(somebody, known);
      return follow(known, vertex);
    },
  };
}

function passes(start: Vertex, steps: readonly Step[] | undefined, keys: readonly string[]): boolean {
  return keys.includes(vertexKey(start)) || steps?.some(({ to }) => keys.includes(vertexKey(to))) === true;
}

/** The best next step of every vertex that reaches a target: a tree with the targets as roots. */
interface Ways {
  best(key: string): Best | undefined;
  /** The vertices whose best next step leads to this one. */
  before(key: string): readonly Vertex[];
}

interface Best {
  readonly vertex: Vertex;
  /** Undefined at a target. */
  readonly step: Step | undefined;
  readonly length: number;
  readonly assumed: number;
}

function shortestWays(graph: EscalationGraph, targets: readonly Vertex[], counts: (step: Step) => boolean): Ways {
  const best = new Map<string, Best>();
  for (const vertex of targets) best.set(vertexKey(vertex), { vertex, step: undefined, length: 0, assumed: 0 });
  let layer: readonly Best[] = [...best.values()];
  for (let length = 1; layer.length > 0 && length <= mostHops; length++) {
    const found = new Map<string, Best>();
    for (const { vertex, assumed } of layer) {
      for (const step of graph.stepsTo(vertex)) {
        const key = vertexKey(step.from);
        if (!best.has(key) && counts(step)) keepBetter(found, key, bestThrough(step, length, assumed));
      }
    }
    for (const [key, one] of found) best.set(key, one);
    layer = [...found.values()];
  }
  const before = verticesBefore(best.values());
  return { best: (key) => best.get(key), before: (key) => before.get(key) ?? nowhere };
}

const nowhere: readonly Vertex[] = [];

function bestThrough(step: Step, length: number, assumedAfter: number): Best {
  return { vertex: step.from, step, length, assumed: assumedAfter + assumedHops(step) };
}

function keepBetter(found: Map<string, Best>, key: string, candidate: Best): void {
  const known = found.get(key);
  if (known === undefined || isBetter(candidate, known)) found.set(key, candidate);
}

function verticesBefore(all: Iterable<Best>): ReadonlyMap<string, readonly Vertex[]> {
  const before = new Map<string, Vertex[]>();
  for (const { vertex, step } of all) {
    if (step === undefined) continue;
    const key = vertexKey(step.to);
    const known = before.get(key);
    if (known === undefined) before.set(key, [vertex]);
    else known.push(vertex);
  }
  return before;
}

/**
 * The ways without some vertices. Only what went through them is looked for anew: over all vertices that may be left
 * out one at a time, that is each vertex once for every hop of its way.
 */
function waysAround(
  graph: EscalationGraph,
  ways: Ways,
  avoided: readonly string[],
  counts: (step: Step) => boolean,
): Ways {
  const lost = lostWithout(ways, avoided);
  const resolved = new Map<string, Best>();
  const byLength = Array.from({ length: mostHops + 1 }, () => new Map<string, Best>());
  const consider = (step: Step, after: Best): void => {
    const length = after.length + 1;
    const bucket = byLength[length];
    if (bucket !== undefined) keepBetter(bucket, vertexKey(step.from), bestThrough(step, length, after.assumed));
  };
  for (const vertex of lost.values()) {
    for (const step of graph.stepsFrom(vertex)) {
      const key = vertexKey(step.to);
      const after = lost.has(key) || avoided.includes(key) || !counts(step) ? undefined : ways.best(key);
      if (after !== undefined) consider(step, after);
    }
  }
  for (const bucket of byLength) {
    for (const [key, one] of bucket) {
      if (resolved.has(key)) continue;
      resolved.set(key, one);
      for (const step of graph.stepsTo(one.vertex)) {
        const from = vertexKey(step.from);
        if (lost.has(from) && !resolved.has(from) && counts(step)) consider(step, one);
      }
    }
  }
  const before = verticesBefore(resolved.values());
  const isGone = (key: string): boolean => lost.has(key) || avoided.includes(key);
  return {
    best: (key) => (isGone(key) ? resolved.get(key) : ways.best(key)),
    before: (key) => [
      ...ways.before(key).filter((vertex) => !isGone(vertexKey(vertex))),
      ...(before.get(key) ?? nowhere),
    ],
  };
}

/** Everything whose best way goes through one of them. */
function lostWithout(ways: Ways, avoided: readonly string[]): ReadonlyMap<string, Vertex> {
  const lost = new Map<string, Vertex>();
  const open = [...avoided];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const vertex of ways.before(key)) {
      const one = vertexKey(vertex);
      if (lost.has(one) || avoided.includes(one)) continue;
      lost.set(one, vertex);
      open.push(one);
    }
  }
  return lost;
}

function follow(ways: Ways, start: Vertex): readonly Step[] | undefined {
  const steps: Step[] = [];
  for (let key = vertexKey(start); ; ) {
    const at = ways.best(key);
    if (at === undefined) return undefined;
    if (at.step === undefined) return steps;
    steps.push(at.step);
    key = vertexKey(at.step.to);
  }
}

function assumedHops({ assumption }: Step): number {
  return assumption === undefined ? 0 : 1;
}

/** Of two ways of one length. */
function isBetter(one: Best, other: Best): boolean {
  if (one.assumed !== other.assumed) return one.assumed < other.assumed;
  return one.step !== undefined && other.step !== undefined && stepOrder(one.step, other.step) < 0;
}

/** The order of steps that are worth the same. */
function stepOrder(a: Step, b: Step): number {
  return byText(vertexKey(a.to), vertexKey(b.to)) || byText(a.kind, b.kind) || byText(bindingOf(a), bindingOf(b));
}

function bindingOf({ grants }: Step): string {
  const [first] = grants;
  return first === undefined ? "" : `${first.binding.entry.key}\0${first.binding.entry.path ?? ""}`;
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A first step and where it leads; undefined where it leads on in more hops than are told. */
export function pathOf(first: Step, rest: readonly Step[]): EscalationPath | undefined {
  const steps = [first, ...rest] as const;
  if (steps.length > mostHops) return undefined;
  const assumed = steps.reduce((sum, step) => sum + assumedHops(step), 0);
  const weakest = steps.map(({ confidence }) => confidence).reduce(weakerConfidence);
  return { steps, assumedHops: assumed, confidence: assumed > 0 ? weakerConfidence(weakest, "likely") : weakest };
}

/** Shortest, then fewest assumed hops, then by name. */
export function pathOrder(a: EscalationPath, b: EscalationPath): number {
  const byLength = a.steps.length - b.steps.length || a.assumedHops - b.assumedHops;
  if (byLength !== 0) return byLength;
  const byStart = byText(vertexKey(a.steps[0].from), vertexKey(b.steps[0].from));
  if (byStart !== 0) return byStart;
  for (const [index, step] of a.steps.entries()) {
    const other = b.steps[index];
    const order = other === undefined ? 0 : stepOrder(step, other);
    if (order !== 0) return order;
  }
  return 0;
}
