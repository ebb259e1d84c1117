import { appliedNamespace } from "@authgraph/graph";
import { type Cel, groupKey, userKey } from "@authgraph/kubernetes";
import type { Holder } from "./holders.ts";
import { membershipsOf } from "./memberships.ts";
import type { HeldPower } from "./powers.ts";

/**
 * Whether a match condition of an authorization webhook is false for the request that shows a power: then the webhook is
 * not asked about it. False too where it cannot be evaluated for that request, which says nothing about being asked.
 */
export function isConditionFalse(cel: Cel, expression: string, holder: Holder, power: HeldPower): boolean {
  const compiled = cel.compile(expression, ["request"]);
  if (compiled.outcome !== "compiled") return false;
  const result = compiled.program.evaluate({ request: requestOf(holder, power) });
  return result.outcome === "value" && result.value === false;
}

/** The SubjectAccessReviewSpec (authorization.k8s.io/v1) that a webhook would get. */
function requestOf({ key }: Holder, { scope, witnesses: [{ ask, grant, names }] }: HeldPower) {
  const isUser = key.startsWith(userKey(""));
  const groups = membershipsOf(key).map((group) => group.slice(groupKey("").length));
  const identity = {
    user: isUser ? key.slice(userKey("").length) : "somebody",
    groups: isUser ? groups : [key.slice(groupKey("").length), ...groups],
    uid: "",
    extra: {},
  };
  if (grant.rule.nonResourceURLs.length > 0 && grant.rule.resources.length === 0) {
    return { ...identity, nonResourceAttributes: { path: ask.resource, verb: ask.verb } };
  }
  const namespace = scope.kind === "cluster" || scope.namespace === appliedNamespace ? "" : scope.namespace;
  const { verb, apiGroup: group, resource, subresource } = ask;
  return {
    ...identity,
    resourceAttributes: { namespace, verb, group, version: "v1", resource, subresource, name: names[0] ?? "" },
  };
}
