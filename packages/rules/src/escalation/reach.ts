import { weakerConfidence } from "../rating.ts";
import { type EscalationGraph, type EscalationPath, type Step, type Vertex, vertexKey } from "./step.ts";

/** Longer chains are not told. */
export const mostHops = 8;

/** From every vertex the best way to the nearest of some targets: shortest, then fewest assumed hops, then by name. */
export interface Reach {
  /** The steps from a vertex on; empty at a target, undefined where none is in reach. */
  stepsFrom(vertex: Vertex): readonly Step[] | undefined;
  /**
   * The same without passing through some vertices: nobody gains by becoming itself, or a member of a group it is in.
   */
  stepsAround(vertex: Vertex, avoided: ReadonlySet<string>): readonly Step[] | undefined;
}

interface Best {
  /** Undefined at a target. */
  readonly step: Step | undefined;
  readonly length: number;
  readonly assumed: number;
}

/** Searches backwards from the targets, once along every step: O(vertices + steps). */
export function reachOf(
  graph: EscalationGraph,
  targets: readonly Vertex[],
  counts: (step: Step) => boolean = () => true,
): Reach {
  const best = new Map<string, Best>();
  for (const target of targets) best.set(vertexKey(target), { step: undefined, length: 0, assumed: 0 });
  let layer: readonly Vertex[] = targets;
  for (let length = 1; layer.length > 0 && length <= mostHops; length++) {
    const found = new Map<string, Best & { readonly step: Step }>();
    for (const vertex of layer) {
      const after = best.get(vertexKey(vertex))?.assumed ?? 0;
      for (const step of graph.stepsTo(vertex)) {
        const key = vertexKey(step.from);
        if (best.has(key) || !counts(step)) continue;
        const candidate = { step, length, assumed: after + assumedHops(step) };
        const known = found.get(key);
        if (known === undefined || isBetter(candidate, known)) found.set(key, candidate);
      }
    }
    for (const [key, one] of found) best.set(key, one);
    layer = [...found.values()].map(({ step }) => step.from);
  }

  const around = new Map<string, readonly Step[] | undefined>();
  return {
    stepsFrom: (vertex) => follow(best, vertex),
    stepsAround: (vertex, avoided) => {
      const key = `${[...avoided].join("\0")}\0\0${vertexKey(vertex)}`;
      if (!around.has(key)) around.set(key, searchAround(graph, best, vertex, avoided, counts));
      return around.get(key);
    },
  };
}

function assumedHops({ assumption }: Step): number {
  return assumption === undefined ? 0 : 1;
}

/** Of two ways of one length. */
function isBetter(one: { step: Step; assumed: number }, other: { step: Step; assumed: number }): boolean {
  return one.assumed < other.assumed || (one.assumed === other.assumed && stepOrder(one.step, other.step) < 0);
}

/** The order of steps that are worth the same. */
export function stepOrder(a: Step, b: Step): number {
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

function follow(best: ReadonlyMap<string, Best>, start: Vertex): readonly Step[] | undefined {
  const steps: Step[] = [];
  for (let vertex = start; ; ) {
    const at = best.get(vertexKey(vertex));
    if (at === undefined) return undefined;
    if (at.step === undefined) return steps;
    steps.push(at.step);
    vertex = at.step.to;
  }
}

interface Arrival {
  readonly vertex: Vertex;
  readonly before: Arrival | undefined;
  readonly step: Step | undefined;
  readonly assumed: number;
}

/** Forwards, layer by layer, only where the targets are near enough. */
function searchAround(
  graph: EscalationGraph,
  best: ReadonlyMap<string, Best>,
  start: Vertex,
  avoided: ReadonlySet<string>,
  counts: (step: Step) => boolean,
): readonly Step[] | undefined {
  if (avoided.has(vertexKey(start)) || !best.has(vertexKey(start))) return undefined;
  const visited = new Set<string>([vertexKey(start)]);
  let layer: readonly Arrival[] = [{ vertex: start, before: undefined, step: undefined, assumed: 0 }];
  for (let length = 0; layer.length > 0; length++) {
    const arrived = layer.filter(({ vertex }) => best.get(vertexKey(vertex))?.length === 0);
    const [first, ...others] = arrived;
    if (first !== undefined) return stepsTo(others.reduce((one, other) => (isSooner(other, one) ? other : one), first));
    const found = new Map<string, Arrival>();
    for (const at of layer) {
      for (const step of graph.stepsFrom(at.vertex)) {
        const key = vertexKey(step.to);
        const left = best.get(key)?.length;
        if (left === undefined || length + 1 + left > mostHops) continue;
        if (visited.has(key) || avoided.has(key) || !counts(step)) continue;
        const arrival = { vertex: step.to, before: at, step, assumed: at.assumed + assumedHops(step) };
        const known = found.get(key);
        if (known === undefined || isSooner(arrival, known)) found.set(key, arrival);
      }
    }
    for (const key of found.keys()) visited.add(key);
    layer = [...found.values()];
  }
  return undefined;
}

function isSooner(one: Arrival, other: Arrival): boolean {
  if (one.assumed !== other.assumed) return one.assumed < other.assumed;
  if (one.step === undefined || other.step === undefined) return false;
  return stepOrder(one.step, other.step) < 0;
}

function stepsTo(arrival: Arrival): readonly Step[] {
  const steps: Step[] = [];
  for (let at: Arrival | undefined = arrival; at?.step !== undefined; at = at.before) steps.push(at.step);
  return steps.reverse();
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
