import { type AccessGraph, grantsIfBound, type ResolvedBinding, type Scope } from "@authgraph/graph";
import { groupKey, mastersGroup, nodesGroup, type SubjectKey, userKey } from "@authgraph/kubernetes";
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

const made = new WeakMap<AccessGraph, EscalationGraph>();

/** Every step that the grants of a cluster make possible, and what follows from each; made once per graph. */
export function escalationGraph(context: RuleContext): EscalationGraph {
  let known = made.get(context.graph);
  if (known === undefined) {
    known = build(context);
    made.set(context.graph, known);
  }
  return known;
}

interface Node {
  readonly vertex: Vertex;
  readonly out: readonly Step[];
  readonly into: Step[];
}

/** Starts at everybody who is known and goes on to whatever a step leads to, each once. */
function build(context: RuleContext): EscalationGraph {
  const nodes = new Map<string, Node>();
  // Grants count for nothing where nobody asks RBAC.
  const open = rbacIsAsked(context.graph) ? startingVertices(context.graph) : [];
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

function startingVertices(graph: AccessGraph): Vertex[] {
  const bound = graph.subjectKeys.map((key) => identityVertex(asSubjectKey(key)));
  return [...bound, ...knownAccounts(graph).all.map(({ key }) => identityVertex(key))];
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
