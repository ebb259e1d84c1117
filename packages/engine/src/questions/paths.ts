import type { AccessGraph } from "@authgraph/graph";
import type { SubjectKey } from "@authgraph/kubernetes";
import {
  type Confidence,
  confidenceAtLeast,
  type EscalationPath,
  type Grant,
  identityVertex,
  type PathQuery,
  powersOf,
  type RuleContext,
  type Step,
  shortestPaths,
  type Vertex,
  vertexKey,
} from "@authgraph/rules";
import type { LoadedGraph } from "../load-graph.ts";
import { ruleContext } from "../rule-context.ts";
import type { Refusal } from "./asked-for.ts";
import { isGrantedByInputs } from "./granted-by-inputs.ts";
import { membershipSteps } from "./membership-steps.ts";
import { type PathEnd, readPathEnd, targetsOf } from "./path-end.ts";

export interface PathsInput {
  /** As written; undefined: whoever the inputs grant something. */
  readonly from: string | undefined;
  /** As written; undefined: cluster-admin. */
  readonly to: string | undefined;
  /** Steps that are less sure are not taken. */
  readonly confidence: Confidence;
  readonly at: string;
}

/** How identities climb from what they have to what was asked for. */
export interface PathsAnswer {
  readonly from: PathEnd | undefined;
  readonly to: PathEnd;
  readonly confidence: Confidence;
  /** Who is there without a way to go: bound to it, or allowed everything already. */
  readonly already: readonly Holding[];
  /** Shortest first, then the surest. Of everybody one path each; of one identity the best through each first step. */
  readonly routes: readonly Route[];
}

export interface Holding {
  readonly who: Vertex;
  /** What makes it so; none where somebody is what was asked for. */
  readonly grants: readonly Grant[];
}

/** A path, and those that are the same but for who takes it, or through which binding. */
export interface Route {
  readonly path: EscalationPath;
  readonly others: readonly EscalationPath[];
  /** Known accounts that get there by being in the group where the path starts. */
  readonly members: number;
  /** What whoever stands at its end has of a power that was asked for. */
  readonly gains: Gain | undefined;
}

interface Gain {
  /** Completes "can". */
  readonly phrase: string;
  readonly grants: readonly Grant[];
}

export type PathsResult = { readonly outcome: "answered"; readonly answer: PathsAnswer } | Refusal;

/** The shortest ways from somebody, or from everybody, to an identity, a power, or everything. */
export async function escalationPaths(loaded: LoadedGraph, input: PathsInput): Promise<PathsResult> {
  const context = await ruleContext(loaded, input.at);
  const from = input.from === undefined ? undefined : readPathEnd(input.from, context);
  const to = readPathEnd(input.to ?? "cluster-admin", context);
  if (from?.outcome === "refused") return from;
  if (to.outcome === "refused") return to;
  if (from?.end.end === "cluster-admin") {
    return { outcome: "refused", message: "whoever is cluster-admin has every power: nothing leads further" };
  }
  return { outcome: "answered", answer: answerOf(context, from?.end, to.end, input.confidence) };
}

function answerOf(context: RuleContext, from: PathEnd | undefined, to: PathEnd, confidence: Confidence): PathsAnswer {
  const targets = targetsOf(to, context);
  const query = { to: targets, confidence };
  if (from?.end === "identity") {
    const routes = folded(pathsOfOne(context, from.key, query), wayKey);
    return {
      from,
      to,
      confidence,
      already: holdings(context, to, targets, from.key),
      routes: routes.map(withGain(context, to)),
    };
  }
  const starts = from === undefined ? undefined : new Set(targetsOf(from, context).map(vertexKey));
  const found = shortestPaths(context, { ...query, from: undefined }).filter(
    (path) => isNews(context.graph, path) && (starts === undefined || starts.has(startOf(path))),
  );
  const direct = found.filter(isDirect).map(({ steps: [{ from: who, grants }] }) => ({ who, grants }));
  return {
    from,
    to,
    confidence,
    already: [...(starts === undefined ? holdings(context, to, targets, undefined) : []), ...direct],
    routes: foldedByGroup(found.filter((path) => !isDirect(path))).map(withGain(context, to)),
  };
}

type Query = Pick<PathQuery, "to" | "confidence">;

/** Its own paths, and those of groups that it is in because of what it is or of what a credential says. */
function pathsOfOne(context: RuleContext, key: SubjectKey, query: Query): readonly EscalationPath[] {
  const from = identityVertex(key);
  const own = shortestPaths(context, { ...query, from });
  const reached = new Set(own.map(({ steps: [{ to }] }) => vertexKey(to)));
  const targets = new Set((query.to ?? []).map(vertexKey));
  const itself = new Set([key, ...targets]);
  const through = membershipSteps(context.graph, from, key).flatMap((member): readonly EscalationPath[] => {
    const group = vertexKey(member.to);
    if (itself.has(group) || reached.has(group)) return targets.has(group) ? [lone(member)] : [];
    return shortestPaths(context, { ...query, from: member.to }).flatMap((path) => {
      return path.steps.some(({ to }) => vertexKey(to) === key) ? [] : [{ ...path, steps: [member, ...path.steps] }];
    });
  });
  return [...own, ...through];
}

function lone(step: Step): EscalationPath {
  return { steps: [step], assumedHops: 0, confidence: step.confidence };
}

function startOf({ steps: [first] }: EscalationPath): string {
  return vertexKey(first.from);
}

/** What Kubernetes ships unchanged is no news: the first thing to be done must be by a right of the inputs. */
function isNews(graph: AccessGraph, { steps }: EscalationPath): boolean {
  const [{ from }] = steps;
  const first = steps.find(({ kind }) => kind !== "member-of");
  if (first !== undefined && first.grants.length > 0) return first.grants.some(({ shipped }) => !shipped);
  return from.kind === "identity" && isGrantedByInputs(graph, from.key);
}

/** Those who may do everything already do not climb. */
function isDirect({ steps }: EscalationPath): boolean {
  return steps.length === 1 && steps[0].kind === "holds-everything";
}

/** Who is a target already: the one that is asked about, or those whom the inputs make one. */
function holdings(
  context: RuleContext,
  to: PathEnd,
  targets: readonly Vertex[],
  asked: SubjectKey | undefined,
): readonly Holding[] {
  const keys = targets.flatMap((target) => (target.kind === "identity" ? [target.key] : []));
  const held =
    asked !== undefined
      ? keys.filter((key) => key === asked)
      : keys.filter((key) => to.end === "power" && isGrantedByInputs(context.graph, key));
  return held.map((key) => ({ who: identityVertex(key), grants: gainOf(context, to, key)?.grants ?? [] }));
}

function withGain(context: RuleContext, to: PathEnd): (route: Route) => Route {
  return (route) => {
    const end = route.path.steps.at(-1)?.to;
    return end?.kind === "identity" ? { ...route, gains: gainOf(context, to, end.key) } : route;
  };
}

/** What a holder of the power that was asked for can do, and through what. */
function gainOf({ graph, minor }: RuleContext, to: PathEnd, key: SubjectKey): Gain | undefined {
  if (to.end !== "power") return undefined;
  const found = powersOf(graph.grantsOf(key), minor).find(({ id, scope, names }) => {
    return id === to.power && names.length === 0 && (scope.kind === "cluster" || scope.namespace === to.namespace);
  });
  return found && { phrase: found.phrase, grants: [...new Set(found.witnesses.map(({ grant }) => grant))] };
}

/** A group and its members climb as one. */
function foldedByGroup(paths: readonly EscalationPath[]): readonly Route[] {
  const starts = new Set(paths.map(startOf));
  const members = new Map<string, number>();
  const own = paths.filter(({ steps: [{ kind, to }] }) => {
    const group = vertexKey(to);
    if (kind !== "member-of" || !starts.has(group)) return true;
    members.set(group, (members.get(group) ?? 0) + 1);
    return false;
  });
  return folded(own, routeKey).map((route) => {
    const groups = [route.path, ...route.others].map(startOf);
    return { ...route, members: groups.reduce((sum, group) => sum + (members.get(group) ?? 0), 0) };
  });
}

function folded(paths: readonly EscalationPath[], keyOf: (path: EscalationPath) => string): readonly Route[] {
  const routes = new Map<string, { readonly path: EscalationPath; readonly others: EscalationPath[] }>();
  for (const path of bySureness(paths)) {
    const key = keyOf(path);
    const known = routes.get(key);
    if (known === undefined) routes.set(key, { path, others: [] });
    else known.others.push(path);
  }
  return [...routes.values()].map((route) => ({ ...route, members: 0, gains: undefined }));
}

/** Equal for paths that differ in nothing but who takes them, and through which binding of the same role. */
function routeKey(path: EscalationPath): string {
  const [first] = path.steps;
  return [...first.grants.map(({ role }) => role.entry.key).sort(), wayKey(path)].join("\0");
}

/** Equal for paths that differ in nothing but the rights behind their first step. */
function wayKey({ steps, confidence }: EscalationPath): string {
  return [confidence, ...steps.map(({ kind, to }) => `${kind} ${vertexKey(to)}`)].join("\0");
}

/** Sorting is stable: what is equally long and sure stays in the order of assumptions and names. */
function bySureness(paths: readonly EscalationPath[]): readonly EscalationPath[] {
  const doubt = ({ confidence }: EscalationPath): number => {
    if (confidence === "certain") return 0;
    return confidenceAtLeast(confidence, "likely") ? 1 : 2;
  };
  return paths.toSorted((a, b) => a.steps.length - b.steps.length || doubt(a) - doubt(b));
}
