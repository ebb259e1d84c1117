import {
  type AccessGraph,
  type NodeDecision,
  type OneStep,
  oneStepAway,
  type SubjectDecision,
  type WhoCan,
  whoCan,
  writtenMemberships,
} from "@authgraph/graph";
import { type Attributes, loadApiResources, serviceAccountGroups, serviceAccountUserName } from "@authgraph/kubernetes";
import type { Origin } from "@authgraph/source";
import type { LoadedGraph } from "../load-graph.ts";
import { type AskedFor, type Refusal, readRequest } from "./asked-for.ts";

/** Who may do something. */
export interface WhoCanAnswer {
  readonly attributes: Attributes;
  /** Bound to it by name, or perhaps. */
  readonly subjects: readonly SubjectDecision[];
  /** Members of such groups, as far as the inputs know them. */
  readonly members: readonly Member[];
  /** Kubelets. */
  readonly nodes: readonly NodeDecision[];
  readonly anyNode: WhoCan["anyNode"];
  /** Somebody whom nothing names. */
  readonly anybody: WhoCan["anybody"];
  /** Who may not, and could make it so: no answer to the question, but worth knowing. */
  readonly couldGain: readonly OneStep[];
  readonly notes: readonly string[];
}

/** Somebody who is in a group because of what the inputs say. */
interface Member {
  readonly user: string;
  readonly group: string;
  readonly origin: Origin;
}

export type WhoCanResult = { readonly outcome: "answered"; readonly answer: WhoCanAnswer } | Refusal;

/** Everybody who may do something, and who could come to it. */
export async function whoCanDo(loaded: LoadedGraph, input: AskedFor): Promise<WhoCanResult> {
  const { graph } = loaded;
  const asked = readRequest(input, await loadApiResources(loaded.minor), graph);
  if (asked.outcome === "refused") return asked;
  const { attributes } = asked;
  const { subjects, nodes, anyNode, anybody } = whoCan(graph, attributes);
  const allowed = subjects.flatMap(({ subject, decision }) => (decision.outcome === "allowed" ? [subject] : []));
  const groups = new Set(allowed.flatMap((key) => (key.startsWith("Group ") ? [key.slice("Group ".length)] : [])));
  return {
    outcome: "answered",
    answer: {
      attributes,
      subjects,
      members: [...membersOf(groups, graph)],
      nodes,
      anyNode,
      anybody,
      couldGain: oneStepAway(graph, attributes, allowed),
      notes: asked.notes,
    },
  };
}

/** Everybody is in `system:authenticated`: its members are not listed one by one. */
function* membersOf(groups: ReadonlySet<string>, { inventory }: AccessGraph): Iterable<Member> {
  for (const { object, namespace } of inventory.entriesOf("ServiceAccount")) {
    const user = serviceAccountUserName(namespace, object.meta.name.value);
    const group = serviceAccountGroups(namespace).find((name) => groups.has(name));
    if (group !== undefined) yield { user, group, origin: object.meta.name.origin };
  }
  for (const { user, groups: named } of writtenMemberships(inventory)) {
    for (const group of named) {
      if (groups.has(group.value)) yield { user: user.value, group: group.value, origin: user.origin };
    }
  }
  for (const { object } of inventory.entriesOf("Group")) {
    const group = object.meta.name.value;
    for (const user of groups.has(group) ? object.users : []) yield { user: user.value, group, origin: user.origin };
  }
}
