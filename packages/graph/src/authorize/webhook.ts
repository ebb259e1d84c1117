import type { Attributes, Identity } from "@authgraph/kubernetes";
import type { AccessGraph, ApiServer, Assumption, Authorizer } from "../types.ts";

/** What is known of a webhook's answer without asking it. */
export type WebhookAnswer =
  /** A condition says that it is not its business, or none can be told and that counts as no opinion. */
  | { readonly answer: "not-asked" }
  | { readonly answer: "denied"; readonly reason: string }
  | { readonly answer: "open"; readonly assumption: Assumption };

type Webhook = Extract<Authorizer, { kind: "Webhook" }>;

/**
 * Whether a webhook is asked (k8s.io/apiserver plugin/pkg/authorizer/webhook/webhook.go: Authorize;
 * pkg/authorization/cel/matcher.go: Eval): not where a condition is false; where none is and one fails, its failure
 * policy decides; else what it answers is open, wherever it is.
 */
export function askWebhook(
  { inventory }: AccessGraph,
  { instance }: ApiServer,
  { name, origin, webhook }: Webhook,
  identity: Identity,
  attributes: Attributes,
): WebhookAnswer {
  const request = reviewOf(identity, attributes);
  const conditions = webhook.matchConditions.map(({ value }) => {
    const compiled = inventory.cel?.compile(value, ["request"]);
    if (compiled?.outcome !== "compiled" || compiled.program.reads.some(isNotThere)) return "open";
    const result = compiled.program.evaluate({ request });
    return result.outcome === "value" ? result.value === true : result.outcome === "error" ? "error" : "open";
  });
  if (conditions.includes(false)) return { answer: "not-asked" };
  if (conditions.includes("error") && !conditions.includes("open")) {
    if (webhook.failurePolicy.value !== "Deny") return { answer: "not-asked" };
    return { answer: "denied", reason: `a match condition of authorizer ${name} cannot be evaluated` };
  }
  const which = name === "default" ? "the authorization webhook" : `authorization webhook ${name}`;
  return { answer: "open", assumption: { text: `what ${which} of ${instance} answers`, origin } };
}

/** Of the request these are not kept: version and selectors. */
function isNotThere(path: string): boolean {
  return /\.(?:version|fieldSelector|labelSelector)\b/.test(path);
}

/** A SubjectAccessReviewSpec v1 as expressions see it (k8s.io/apiserver pkg/authorization/cel/compile.go). */
function reviewOf(identity: Identity, attributes: Attributes): Readonly<Record<string, unknown>> {
  const who = {
    user: identity.user,
    groups: identity.groups,
    uid: identity.uid ?? "",
    extra: Object.fromEntries(identity.extra ?? []),
  };
  if (attributes.kind === "non-resource") {
    return { ...who, nonResourceAttributes: { path: attributes.path, verb: attributes.verb } };
  }
  const { namespace, verb, apiGroup, resource, subresource, name } = attributes;
  return {
    ...who,
    resourceAttributes: { namespace, verb, group: apiGroup, version: "", resource, subresource, name },
  };
}
