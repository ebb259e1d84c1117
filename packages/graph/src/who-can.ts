import {
  type Attributes,
  groupKey,
  type Identity,
  mastersGroup,
  nodesGroup,
  nodeUserPrefix,
  ruleAllows,
  type SubjectKey,
  subjectKey,
} from "@authgraph/kubernetes";
import { authorize } from "./authorize/authorize.ts";
import { rolesOf } from "./authorize/rbac.ts";
import { byText } from "./order.ts";
import type { AccessGraph, Decision, EffectiveRole } from "./types.ts";

/** Who is allowed something, by name. What follows from it (members of a group, escalation) is not in it. */
export interface WhoCan {
  /** Users, service accounts (by their user names) and groups that are allowed, or may be; sorted. */
  readonly subjects: readonly SubjectDecision[];
  /** Nodes for whose kubelets the answer is another than for `anyNode`, sorted. */
  readonly nodes: readonly NodeDecision[];
  /** The answer for the kubelet of a node that nothing names. */
  readonly anyNode: Decision;
  /** The answer for somebody whom nothing names: allowed by AlwaysAllow, unknown where a webhook is asked. */
  readonly anybody: Decision;
}

export interface SubjectDecision {
  readonly subject: SubjectKey;
  /** With the grants that give it, or what would settle it. */
  readonly decision: Exclude<Decision, { readonly outcome: "denied" }>;
}

export interface NodeDecision {
  readonly node: string;
  readonly decision: Decision;
}

/**
 * Everybody who is granted what is asked: `authorize`, asked of each subject that a binding names to a role that allows
 * it or is not known. So whomever this lists, `authorize` affirms.
 */
export function whoCan(graph: AccessGraph, attributes: Attributes): WhoCan {
  const subjects: SubjectDecision[] = [];
  for (const subject of boundToIt(graph, attributes)) {
    const decision = authorize(graph, identityOf(subject), attributes);
    if (decision.outcome !== "denied") subjects.push({ subject, decision });
  }

  const anyNode = authorize(graph, kubelet(anotherNode), attributes);
  const nodes = nodesThatMatter(graph, attributes)
    .map((node): NodeDecision => ({ node, decision: authorize(graph, kubelet(node), attributes) }))
    .filter(({ decision }) => decision.outcome !== anyNode.outcome);

  return { subjects, nodes, anyNode, anybody: authorize(graph, { user: "", groups: [] }, attributes) };
}

/** Subjects that may be allowed it, sorted. */
function boundToIt({ bindings }: AccessGraph, attributes: Attributes): readonly SubjectKey[] {
  const namespace = attributes.kind === "resource" ? attributes.namespace : "";
  // A role may have thousands of bindings.
  const known = new Map<EffectiveRole, boolean>();
  const mayAllow = (role: EffectiveRole): boolean => {
    const allows = known.get(role) ?? role.rules.some((rule) => ruleAllows(rule, attributes));
    known.set(role, allows);
    return allows;
  };

  const keys = new Set<SubjectKey>([groupKey(mastersGroup)]);
  for (const binding of bindings) {
    const { entry, resolution } = binding;
    if (entry.namespace !== "" && entry.namespace !== namespace) continue;
    if (resolution.outcome !== "missing" && !rolesOf(binding).some(mayAllow)) continue;
    for (const subject of entry.object.subjects) {
      const key = subjectKey(subject, entry.namespace);
      if (key !== undefined) keys.add(key);
    }
  }
  return [...keys].sort(byText);
}

/** Somebody who has that name and nothing else. */
export function identityOf(subject: SubjectKey): Identity {
  const space = subject.indexOf(" ");
  const name = subject.slice(space + 1);
  return subject.startsWith("Group ") ? { user: "", groups: [name] } : { user: name, groups: [] };
}

function kubelet(node: string): Identity {
  return { user: `${nodeUserPrefix}${node}`, groups: [nodesGroup] };
}

/** No node can have this name. */
const anotherNode = "<another node>";

/** Nodes that something is tied to, or that the question itself names: as its object or in its selector. */
function nodesThatMatter(graph: AccessGraph, attributes: Attributes): readonly string[] {
  if (attributes.kind === "non-resource") return [];
  const selected = (attributes.fieldSelector ?? []).map(({ value }) => value);
  const nodes = new Set([...graph.nodeRelations().nodes, attributes.name, ...selected]);
  nodes.delete("");
  return [...nodes].sort(byText);
}
