import type { AdmissionRule, AdmissionWebhook, AdmissionWebhooks, ApiService } from "@authgraph/kubernetes";
import { located } from "@authgraph/source";
import type { NodeId } from "../reader/tree.ts";
import { decodeSelector, type ObjectBasis } from "./access-objects.ts";
import { field, fieldAt, flag, itemsAs, type ObjectView, origin, text, texts, writtenText } from "./object-view.ts";

// Objects that put somebody else between the API server and what it stores or serves.

/** The webhooks of a configuration, as k8s.io/apiserver pkg/admission/plugin/webhook asks them. */
export function decodeAdmissionWebhooks(
  view: ObjectView,
  root: NodeId,
  basis: ObjectBasis,
  kind: AdmissionWebhooks["kind"],
): AdmissionWebhooks {
  return { kind, ...basis, webhooks: itemsAs(view, field(view, root, "webhooks"), decodeWebhook) };
}

function decodeWebhook(view: ObjectView, webhook: NodeId): AdmissionWebhook {
  const selector = field(view, webhook, "objectSelector");
  return {
    origin: origin(view, webhook),
    name: writtenText(view, field(view, webhook, "name")) ?? located("", origin(view, webhook)),
    failurePolicy: writtenText(view, field(view, webhook, "failurePolicy")),
    rules: itemsAs(view, field(view, webhook, "rules"), decodeRule),
    objectSelector:
      selector === 0 ? undefined : { origin: origin(view, selector), selector: decodeSelector(view, selector) },
  };
}

function decodeRule(view: ObjectView, rule: NodeId): AdmissionRule {
  return {
    operations: texts(view, field(view, rule, "operations")),
    apiGroups: texts(view, field(view, rule, "apiGroups")),
    resources: texts(view, field(view, rule, "resources")),
  };
}

export function decodeApiService(view: ObjectView, root: NodeId, basis: ObjectBasis): ApiService {
  return {
    kind: "APIService",
    ...basis,
    group: text(view, fieldAt(view, root, "spec", "group")),
    insecureSkipTlsVerify: flag(view, fieldAt(view, root, "spec", "insecureSkipTLSVerify")),
  };
}
