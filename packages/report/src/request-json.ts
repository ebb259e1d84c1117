import type { Attributes, Identity, RequestAnswer, RequestCheck } from "@authgraph/engine";
import { assumptionValue, decisionValue } from "./decision-json.ts";
import { jsonText } from "./json-text.ts";

/** One line of the answers to requests: `docs/schemas/request.schema.json` says what stands where. */
export function renderRequestAnswer(answer: RequestAnswer): string {
  const { outcome, identity, impersonated, attributes, checks, decidedBy, reason, assumptions } = answer;
  return `${jsonText({
    outcome,
    ...(identity === undefined ? {} : { identity: identityValue(identity) }),
    ...(impersonated === undefined ? {} : { impersonated: identityValue(impersonated) }),
    ...(attributes === undefined ? {} : { attributes: attributesValue(attributes) }),
    checks: checks.map((check) => checkValue(check, check === decidedBy)),
    reason,
    assumptions: assumptions.map(assumptionValue),
  })}\n`;
}

/** The line for a request that could not be answered. */
export function renderRequestError(message: string): string {
  return `${jsonText({ outcome: "error", message })}\n`;
}

function identityValue({ user, groups, uid, extra }: Identity): object {
  return {
    user,
    groups,
    ...(uid === undefined ? {} : { uid }),
    ...(extra === undefined ? {} : { extra: Object.fromEntries(extra) }),
  };
}

function attributesValue(attributes: Attributes): object {
  if (attributes.kind === "non-resource") return { verb: attributes.verb, path: attributes.path };
  const { verb, apiGroup, resource, subresource, namespace, name } = attributes;
  return { verb, apiGroup, resource, subresource, namespace, name };
}

function checkValue({ purpose, identity, attributes, decision }: RequestCheck, decides: boolean): object {
  return {
    purpose,
    user: identity.user,
    attributes: attributesValue(attributes),
    decision: decisionValue(decision),
    ...(decides ? { decides } : {}),
  };
}
