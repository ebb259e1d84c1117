import type {
  AccessBinding,
  AccessRole,
  Aggregation,
  LabelRequirement,
  LabelSelector,
  ObjectMeta,
  PolicyRule,
  RoleRef,
  Subject,
} from "@authgraph/kubernetes";
import type { TextOrigin } from "@authgraph/source";
import type { NodeId } from "../reader/tree.ts";
import {
  field,
  itemsAs,
  itemsOf,
  locatedText,
  type ObjectView,
  origin,
  text,
  texts,
  writtenText,
} from "./object-view.ts";

/** What all objects carry. */
export interface ObjectBasis {
  readonly apiVersion: string;
  readonly meta: ObjectMeta;
  readonly origin: TextOrigin;
}

export function decodeRole(
  view: ObjectView,
  root: NodeId,
  basis: ObjectBasis,
  kind: "Role" | "ClusterRole",
): AccessRole {
  const rules = itemsAs(view, field(view, root, "rules"), decodeRule);
  const aggregation = kind === "ClusterRole" ? field(view, root, "aggregationRule") : 0;
  const { apiVersion, meta, origin } = basis;
  return {
    kind,
    apiVersion,
    meta,
    origin,
    rules,
    aggregation: aggregation === 0 ? undefined : decodeAggregation(view, aggregation),
  };
}

function decodeRule(view: ObjectView, rule: NodeId): PolicyRule {
  return {
    origin: origin(view, rule),
    verbs: texts(view, field(view, rule, "verbs")),
    apiGroups: texts(view, field(view, rule, "apiGroups")),
    resources: texts(view, field(view, rule, "resources")),
    resourceNames: texts(view, field(view, rule, "resourceNames")),
    nonResourceURLs: texts(view, field(view, rule, "nonResourceURLs")),
  };
}

function decodeAggregation(view: ObjectView, aggregation: NodeId): Aggregation {
  const selectors: LabelSelector[] = [];
  for (const selector of itemsOf(view, field(view, aggregation, "clusterRoleSelectors"))) {
    selectors.push(decodeSelector(view, selector));
  }
  return { origin: origin(view, aggregation), selectors };
}

export function decodeSelector(view: ObjectView, selector: NodeId): LabelSelector {
  const matchLabels = new Map<string, string>();
  for (const entry of itemsOf(view, field(view, selector, "matchLabels"))) {
    matchLabels.set(view.tree.key(entry), text(view, entry));
  }
  const matchExpressions: LabelRequirement[] = [];
  for (const requirement of itemsOf(view, field(view, selector, "matchExpressions"))) {
    const decoded = decodeRequirement(view, requirement);
    if (decoded !== undefined) matchExpressions.push(decoded);
  }
  return { matchLabels, matchExpressions };
}

/** Undefined for operators that validation refuses. */
function decodeRequirement(view: ObjectView, requirement: NodeId): LabelRequirement | undefined {
  const key = text(view, field(view, requirement, "key"));
  const values: string[] = [];
  for (const value of itemsOf(view, field(view, requirement, "values"))) values.push(text(view, value));
  const operator = text(view, field(view, requirement, "operator"));
  switch (operator) {
    case "In":
    case "NotIn":
    case "Exists":
    case "DoesNotExist":
      return { key, operator, values };
    default:
      return undefined;
  }
}

export function decodeBinding(
  view: ObjectView,
  root: NodeId,
  basis: ObjectBasis,
  kind: "RoleBinding" | "ClusterRoleBinding",
): AccessBinding {
  const subjects = itemsAs(view, field(view, root, "subjects"), decodeSubject);
  const { apiVersion, meta, origin } = basis;
  return { kind, apiVersion, meta, origin, roleRef: decodeRoleRef(view, field(view, root, "roleRef")), subjects };
}

function decodeRoleRef(view: ObjectView, roleRef: NodeId): RoleRef {
  const kind = field(view, roleRef, "kind");
  const value = text(view, kind) === "Role" ? "Role" : "ClusterRole";
  return {
    origin: origin(view, roleRef),
    kind: { value, origin: origin(view, kind) },
    name: locatedText(view, field(view, roleRef, "name")),
  };
}

/** A subject of a kind that validation has let through. */
function decodeSubject(view: ObjectView, subject: NodeId): Subject {
  const kind = text(view, field(view, subject, "kind"));
  const at = origin(view, subject);
  const name = locatedText(view, field(view, subject, "name"));
  if (kind !== "ServiceAccount") return { kind: kind === "Group" ? "Group" : "User", origin: at, name };
  return { kind, origin: at, name, namespace: writtenText(view, field(view, subject, "namespace")) };
}
