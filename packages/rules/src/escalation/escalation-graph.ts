import {
  type AccessGraph,
  type EffectiveRole,
  grantsIfBound,
  type ResolvedBinding,
  rolesOf,
  type Scope,
} from "@authgraph/graph";
import { groupKey, mastersGroup, nodesGroup, type SubjectKey, subjectKey, userKey } from "@authgraph/kubernetes";
import { rbacIsAsked } from "../anonymous.ts";
import { membershipsOf } from "../memberships.ts";
import type { RuleContext } from "../rule.ts";
import { giftsOf } from "./abilities.ts";
import { followingSteps } from "./following-steps.ts";
import { collectGifts, type Gifts } from "./held-gifts.ts";
import { identitySteps } from "./identity-steps.ts";
import { knownAccounts } from "./known-accounts.ts";
import { admissionSteps, enterSteps, podSteps } from "./pod-steps.ts";
import { anyRole, roleSteps } from "./role-steps.ts";
import { asSubjectKey, type EscalationGraph, identityVertex, type Step, type Vertex, vertexKey } from "./step.ts";
import type { BoundRole, Taker } from "./taker.ts";
import { tokenSteps } from "./token-steps.ts";

const whole = new WeakMap<AccessGraph, EscalationGraph>();
const ofInputs = new WeakMap<AccessGraph, EscalationGraph>();

/** Every step that the grants of a cluster make possible, and what follows from each; made once per graph. */
export function escalationGraph(context: RuleContext): EscalationGraph {
  return once(whole, context, () => everybody(context.graph));
}

/**
 * The part of it that somebody to whom the inputs grant something can come to: all that the rules look at. Where the
 * inputs grant nothing of the kind, that is nothing, and the default policy need not be looked at.
 */
export function escalationFromInputs(context: RuleContext): EscalationGraph {
  return whole.get(context.graph) ?? once(ofInputs, context, () => grantedByInputs(context));
}

function once(
  known: WeakMap<AccessGraph, EscalationGraph>,
  context: RuleContext,
  starts: () => readonly Vertex[],
): EscalationGraph {
  let graph = known.get(context.graph);
  if (graph === undefined) {
    // Grants count for nothing where nobody asks RBAC.
    graph = build(context, rbacIsAsked(context.graph) ? starts() : []);
    known.set(context.graph, graph);
  }
  return graph;
}

interface Node {
  readonly vertex: Vertex;
  readonly out: readonly Step[];
  readonly into: Step[];
}

/** Goes on from where it starts to whatever a step leads to, each once. */
function build(context: RuleContext, starts: readonly Vertex[]): EscalationGraph {
  const nodes = new Map<string, Node>();
  const open = [...starts];
  const expand = expander(context);
  for (const vertex of open) {
    const key = vertexKey(vertex);
    if (nodes.has(key)) continue;
    const out = expand(vertex);
    nodes.set(key, { vertex, out, into: [] });
    for (const { to } of out) open.push(to);
  }
  for (const { out } of nodes.values()) for (const step of out) nodes.get(vertexKey(step.to))?.into.push(step);
  const none: readonly Step[] = [];
  return {
    vertices: [...nodes.keys()].sort().flatMap((key) => nodes.get(key)?.vertex ?? []),
    stepsFrom: (vertex) => nodes.get(vertexKey(vertex))?.out ?? none,
    stepsTo: (vertex) => nodes.get(vertexKey(vertex))?.into ?? none,
  };
}

function everybody(graph: AccessGraph): readonly Vertex[] {
  const bound = graph.subjectKeys.map((key) => identityVertex(asSubjectKey(key)));
  return [...bound, ...knownAccounts(graph).all.map(({ key }) => identityVertex(key))];
}

/** Whoever a binding of the inputs gives a part of some step. */
function grantedByInputs({ graph, minor }: RuleContext): readonly Vertex[] {
  const keys = new Set<SubjectKey>();
  for (const binding of graph.bindings) {
    const { entry, scope } = binding;
    if (entry.object.origin.kind === "built-in" || !rolesOf(binding).some(gives(scope.kind, minor))) continue;
    for (const subject of entry.object.subjects) {
      const key = subjectKey(subject, entry.namespace);
      if (key !== undefined) keys.add(key);
    }
  }
  return [...keys].sort().map(identityVertex);
}

function gives(scope: Scope["kind"], minor: string): (role: EffectiveRole) => boolean {
  return ({ rules }) => rules.some((rule) => giftsOf(rule, scope, minor).length > 0);
}

function expander(context: RuleContext): (vertex: Vertex) => readonly Step[] {
  const { graph, minor } = context;
  const gifts = new Map<string, Gifts>();
  const giftsOfKey = (key: string): Gifts => {
    let known = gifts.get(key);
    if (known === undefined) {
      known = collectGifts(
        graph.grantsOf(key, (rule) => giftsOf(rule, "cluster", minor).length > 0),
        minor,
      );
      gifts.set(key, known);
    }
    return known;
  };
  const canMore = (group: SubjectKey): boolean => sharpGroups.has(group) || giftsOfKey(group).size > 0;

  return (from) => {
    if (from.kind === "identity") {
      const { key } = from;
      const inherited = membershipsOf(key)
        .map(giftsOfKey)
        .filter(({ size }) => size > 0);
      const held = { own: giftsOfKey(key), inherited };
      // Kept for groups alone: many have them in common.
      if (key.startsWith(userKey(""))) gifts.delete(key);
      const boundTo = (): readonly BoundRole[] => [key, ...membershipsOf(key)].flatMap((one) => boundRoles(graph, one));
      return [...grantedSteps({ context, from, held, boundTo }), ...followingSteps(graph, from, canMore)];
    }
    if (from.kind === "role") return grantedSteps(roleTaker(context, from));
    return [...followingSteps(graph, from, canMore)];
  };
}

const sharpGroups: ReadonlySet<SubjectKey> = new Set([groupKey(mastersGroup), groupKey(nodesGroup)]);

function grantedSteps(taker: Taker): readonly Step[] {
  if (taker.held.own.size === 0) return [];
  return [
    ...roleSteps(taker),
    ...podSteps(taker),
    ...enterSteps(taker),
    ...tokenSteps(taker),
    ...identitySteps(taker),
    ...admissionSteps(taker),
  ];
}

/** Whoever bound a role to themselves, with what it gives there. */
function roleTaker(context: RuleContext, from: Extract<Vertex, { kind: "role" }>): Taker {
  const { role, namespace } = from;
  const scope: Scope = namespace === undefined ? { kind: "cluster" } : { kind: "namespace", namespace };
  const isAny = role.endsWith(`/${anyRole}`);
  const wanted = role.slice(0, role.length - anyRole.length);
  const roles = context.graph.roles.filter(({ entry }) => (isAny ? entry.key.startsWith(wanted) : entry.key === role));
  const grants = roles.flatMap((one) => grantsIfBound(one)).map((grant) => ({ ...grant, scope }));
  const boundTo = (): readonly BoundRole[] =>
    roles.map(({ entry: { object } }) => {
      return { kind: object.kind, name: object.meta.name.value, scope, aggregates: object.aggregation !== undefined };
    });
  return { context, from, held: { own: collectGifts(grants, context.minor), inherited: [] }, boundTo };
}

function boundRoles(graph: AccessGraph, key: string): readonly BoundRole[] {
  const bindings = new Set<ResolvedBinding>();
  for (const { binding } of graph.grantsOf(key)) bindings.add(binding);
  return [...bindings].map(({ entry, scope, resolution }) => {
    const { kind, name } = entry.object.roleRef;
    const aggregates = resolution.outcome === "found" && resolution.role.entry.object.aggregation !== undefined;
    return { kind: kind.value, name: name.value, scope, aggregates };
  });
}
