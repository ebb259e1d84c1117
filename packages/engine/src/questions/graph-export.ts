import type { AccessGraph, EffectiveRole, ObjectKey, ResolvedBinding } from "@authgraph/graph";
import { roleKey } from "@authgraph/graph";
import {
  groupKey,
  type Subject,
  type SubjectKey,
  serviceAccountUserName,
  subjectKey,
  userKey,
} from "@authgraph/kubernetes";
import {
  type EscalationGraph,
  escalationGraph,
  runningAccounts,
  type Step,
  type Vertex,
  vertexKey,
} from "@authgraph/rules";
import type { Origin } from "@authgraph/source";
import type { LoadedGraph } from "../load-graph.ts";
import { ruleContext } from "../rule-context.ts";
import { isGrantedByInputs } from "./granted-by-inputs.ts";

/** Which edges are wanted: who is bound to what, the ways to gain more, or both. */
export type GraphContent = "access" | "escalation" | "both";

/** Who is bound to which roles, and what leads from whom to more: for programs that draw or search. */
export interface ExportedGraph {
  /** By id. */
  readonly nodes: readonly ExportedNode[];
  /** Bindings first, in the order of proofs; then steps, by where they begin. Made anew each time. */
  edges(): Iterable<ExportedEdge>;
}

export type ExportedNode =
  | {
      readonly node: "vertex";
      readonly id: string;
      readonly vertex: Vertex;
      /** Where an account is defined; for other identities, where a binding names them first. */
      readonly origin: Origin | undefined;
    }
  | {
      readonly node: "role";
      readonly id: string;
      readonly kind: "Role" | "ClusterRole";
      readonly name: string;
      /** `""` for a ClusterRole. */
      readonly namespace: string;
      /** Several where texts disagree; none where a binding names a role that is not there. */
      readonly definitions: readonly EffectiveRole[];
    };

export type ExportedEdge =
  | (EdgeEnds & { readonly edge: "binding"; readonly binding: ResolvedBinding; readonly subject: Subject })
  | (EdgeEnds & { readonly edge: "step"; readonly step: Step });

interface EdgeEnds {
  readonly from: string;
  readonly to: string;
  /** Unlike that of every other edge between the two. */
  readonly name: string;
}

/** The graph of some sources, for programs that draw or search. */
export async function accessAndSteps(loaded: LoadedGraph, content: GraphContent, at: string): Promise<ExportedGraph> {
  const context = await ruleContext(loaded, at);
  return exportGraph(context.graph, content === "access" ? nobodyClimbs : escalationGraph(context), content);
}

const nobodyClimbs: EscalationGraph = { vertices: [], stepsFrom: () => [], stepsTo: () => [] };

/**
 * The graph of what the inputs hold: subjects, the roles that bindings join them to, and the steps that lead on.
 *
 * Bindings and roles that only Kubernetes itself creates are left out, except where something of the inputs leads there.
 */
function exportGraph(graph: AccessGraph, steps: EscalationGraph, content: GraphContent): ExportedGraph {
  const nodes = new Map<string, ExportedNode>();
  const add = (node: ExportedNode): void => {
    if (!nodes.has(node.id)) nodes.set(node.id, node);
  };
  const told = reachedVertices(graph, steps);
  if (content !== "escalation") for (const node of accessNodes(graph)) add(node);
  for (const [id, vertex] of told) add({ node: "vertex", id, vertex, origin: undefined });
  return {
    nodes: [...nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    *edges() {
      if (content !== "escalation") yield* bindingEdges(graph);
      yield* stepEdges(steps, told);
    },
  };
}

function* accessNodes(graph: AccessGraph): Iterable<ExportedNode> {
  for (const { object, namespace } of graph.inventory.entriesOf("ServiceAccount")) {
    const { value, origin } = object.meta.name;
    yield identityNode(userKey(serviceAccountUserName(namespace, value)), origin);
  }
  const byKey = definitionsByKey(graph);
  for (const [key, definitions] of byKey) {
    const [{ entry }] = definitions;
    if (entry.object.origin.kind === "built-in") continue;
    yield roleNode(entry.object.kind, entry.object.meta.name.value, entry.namespace, byKey.get(key));
  }
  for (const { entry } of writtenBindings(graph)) {
    const { roleRef, subjects } = entry.object;
    for (const subject of subjects) {
      const key = subjectKey(subject, entry.namespace);
      if (key !== undefined) yield identityNode(key, subject.name.origin);
    }
    const kind = roleRef.kind.value;
    const namespace = kind === "Role" ? entry.namespace : "";
    yield roleNode(kind, roleRef.name.value, namespace, byKey.get(roleKey(roleRef, entry.namespace)));
  }
}

function definitionsByKey({
  roles,
}: AccessGraph): ReadonlyMap<ObjectKey, readonly [EffectiveRole, ...EffectiveRole[]]> {
  const byKey = new Map<ObjectKey, [EffectiveRole, ...EffectiveRole[]]>();
  for (const role of roles) {
    const known = byKey.get(role.entry.key);
    if (known === undefined) byKey.set(role.entry.key, [role]);
    else known.push(role);
  }
  return byKey;
}

function identityNode(key: SubjectKey, origin: Origin): ExportedNode {
  return { node: "vertex", id: key, vertex: { kind: "identity", key }, origin };
}

function roleNode(
  kind: "Role" | "ClusterRole",
  name: string,
  namespace: string,
  definitions: readonly EffectiveRole[] = [],
): ExportedNode {
  return { node: "role", id: roleId(kind, name, namespace), kind, name, namespace, definitions };
}

function roleId(kind: "Role" | "ClusterRole", name: string, namespace: string): string {
  return kind === "Role" ? `${kind} ${namespace}/${name}` : `${kind} ${name}`;
}

function writtenBindings({ bindings }: AccessGraph): readonly ResolvedBinding[] {
  return bindings.filter(({ entry }) => entry.object.origin.kind !== "built-in");
}

type EdgeNames = (ends: string, name: string) => string;

/** Numbers what would be called alike: a binding that several texts define, two rules that make one step possible. */
function edgeNames(): EdgeNames {
  const seen = new Map<string, number>();
  return (ends, name) => {
    const key = `${ends}\0${name}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? name : `${name} (${before + 1})`;
  };
}

/** Variants of a binding stand side by side. */
function* bindingEdges(graph: AccessGraph): Iterable<ExportedEdge> {
  let key: ObjectKey | undefined;
  let nameOf = edgeNames();
  for (const binding of writtenBindings(graph)) {
    const { object, namespace } = binding.entry;
    if (binding.entry.key !== key) nameOf = edgeNames();
    key = binding.entry.key;
    const { roleRef } = object;
    const to = roleId(roleRef.kind.value, roleRef.name.value, roleRef.kind.value === "Role" ? namespace : "");
    const name = bindingName(binding);
    for (const subject of object.subjects) {
      const from = subjectKey(subject, namespace);
      if (from === undefined) continue;
      yield { edge: "binding", from, to, name: nameOf(`${from}\0${to}`, name), binding, subject };
    }
  }
}

/**
 * Vertices that identities of the inputs are or come to, in the order of the steps' own graph. Identities that only
 * Kubernetes itself creates and that lead nowhere are none of them.
 */
function reachedVertices(graph: AccessGraph, steps: EscalationGraph): ReadonlyMap<string, Vertex> {
  const starts = new Set<string>(graph.subjectKeys.filter((key) => isGrantedByInputs(graph, key)));
  for (const { object, namespace } of graph.inventory.entriesOf("ServiceAccount")) {
    starts.add(userKey(serviceAccountUserName(namespace, object.meta.name.value)));
  }
  for (const { key } of runningAccounts(graph)) starts.add(key);

  const reached = new Set<string>(starts);
  const open = steps.vertices.filter((vertex) => starts.has(vertexKey(vertex)));
  for (const vertex of open) {
    for (const { to } of steps.stepsFrom(vertex)) {
      const key = vertexKey(to);
      if (reached.has(key)) continue;
      reached.add(key);
      open.push(to);
    }
  }
  const told = new Map<string, Vertex>();
  for (const vertex of steps.vertices) {
    const key = vertexKey(vertex);
    if (reached.has(key) && (starts.has(key) || leadsOn(steps, vertex))) told.set(key, vertex);
  }
  return told;
}

/** Being in a group, as everybody is in some, leads nowhere by itself. */
function leadsOn(steps: EscalationGraph, vertex: Vertex): boolean {
  return (
    vertex.kind !== "identity" ||
    isGroup(vertex.key) ||
    steps.stepsFrom(vertex).some(({ kind }) => kind !== "member-of")
  );
}

function isGroup(key: SubjectKey): boolean {
  return key.startsWith(groupKey(""));
}

function* stepEdges(steps: EscalationGraph, told: ReadonlyMap<string, Vertex>): Iterable<ExportedEdge> {
  for (const [from, vertex] of told) {
    const nameOf = edgeNames();
    for (const step of steps.stepsFrom(vertex)) {
      const to = vertexKey(step.to);
      if (!told.has(to)) continue;
      const [grant] = step.grants;
      const through = grant === undefined ? step.kind : `${step.kind} ${bindingName(grant.binding)}`;
      yield { edge: "step", from, to, name: nameOf(to, through), step };
    }
  }
}

function bindingName({ entry: { object, namespace } }: ResolvedBinding): string {
  return `${object.kind} ${namespace === "" ? "" : `${namespace}/`}${object.meta.name.value}`;
}
