import type { AuditLevel, AuditPolicy, AuditRule } from "@authgraph/kubernetes";
import { located } from "@authgraph/source";
import { field, itemsOf, type ObjectView, origin, text, texts } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";

/** Reads an audit policy that was found valid. */
export function decodeAuditPolicy(view: ObjectView, root: NodeId, apiVersion: string): AuditPolicy {
  return {
    kind: "AuditPolicy",
    apiVersion,
    origin: origin(view, root),
    omitStages: texts(view, field(view, root, "omitStages")),
    rules: itemsOf(view, field(view, root, "rules")).map((rule) => decodeRule(view, rule)),
  };
}

function decodeRule(view: ObjectView, rule: NodeId): AuditRule {
  const level = field(view, rule, "level");
  return {
    origin: origin(view, rule),
    level: located(auditLevel(text(view, level)) ?? "None", origin(view, level === 0 ? rule : level)),
    users: texts(view, field(view, rule, "users")),
    userGroups: texts(view, field(view, rule, "userGroups")),
    verbs: texts(view, field(view, rule, "verbs")),
    resources: itemsOf(view, field(view, rule, "resources")).map((resources) => ({
      group: text(view, field(view, resources, "group")),
      resources: texts(view, field(view, resources, "resources")),
      resourceNames: texts(view, field(view, resources, "resourceNames")),
    })),
    namespaces: texts(view, field(view, rule, "namespaces")),
    nonResourceUrls: texts(view, field(view, rule, "nonResourceURLs")),
    omitStages: texts(view, field(view, rule, "omitStages")),
  };
}

/** Undefined for what is no level. */
function auditLevel(level: string): AuditLevel | undefined {
  switch (level) {
    case "None":
    case "Metadata":
    case "Request":
    case "RequestResponse":
      return level;
    default:
      return undefined;
  }
}
