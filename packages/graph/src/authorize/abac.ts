import type { AbacPolicy, AbacRule, Attributes, Identity } from "@authgraph/kubernetes";
import type { Origin } from "@authgraph/source";
import type { ApiServer, Assumption, FileContent } from "../types.ts";

/** What ABAC says: it allows or has no opinion. */
export type AbacAnswer =
  | { readonly answer: "allowed"; readonly reason: string }
  | { readonly answer: "no-opinion"; readonly reason: string }
  | { readonly answer: "open"; readonly assumption: Assumption };

/** Asks the policy file (pkg/auth/authorizer/abac/abac.go: Authorize). `origin` is what switches ABAC on. */
export function askAbac(
  server: ApiServer,
  policy: FileContent<AbacPolicy> | undefined,
  origin: Origin,
  identity: Identity,
  attributes: Attributes,
): AbacAnswer {
  if (policy === undefined) {
    return { answer: "open", assumption: { text: `which ABAC policy ${server.instance} reads`, origin } };
  }
  if (policy.state === "unknown") return { answer: "open", assumption: policy.assumption };
  const rule = policy.value.rules.find((each) => matches(each, identity, attributes));
  // The server gives no reason for allowing.
  if (rule !== undefined) return { answer: "allowed", reason: `${policy.path.value}: ${inWords(rule)} allows it` };
  return { answer: "no-opinion", reason: "No policy matched." };
}

function inWords({ user, group }: AbacRule): string {
  const subjects = [...(user === "" ? [] : [`user ${user}`]), ...(group === "" ? [] : [`group ${group}`])];
  return `the policy of ${subjects.join(" and ")}`;
}

/** Whether a line of the policy covers what is asked. Name and subresource are never looked at. */
function matches(rule: AbacRule, identity: Identity, attributes: Attributes): boolean {
  return isForSubject(rule, identity) && isForVerb(rule, attributes) && isForTarget(rule, attributes);
}

/** User and group both hold where both are given; where neither is, nobody is meant. */
function isForSubject({ user, group }: AbacRule, identity: Identity): boolean {
  if (user === "" && group === "") return false;
  const isUser = user === "" || user === "*" || user === identity.user;
  return isUser && (group === "" || group === "*" || identity.groups.includes(group));
}

/** k8s.io/apiserver pkg/authorization/authorizer: AttributesRecord.IsReadOnly. */
function isForVerb({ readonly }: AbacRule, { verb }: Attributes): boolean {
  return !readonly || verb === "get" || verb === "list" || verb === "watch";
}

function isForTarget(rule: AbacRule, attributes: Attributes): boolean {
  if (attributes.kind === "resource") {
    return (
      isOrAny(rule.namespace, attributes.namespace) &&
      isOrAny(rule.resource, attributes.resource) &&
      isOrAny(rule.apiGroup, attributes.apiGroup)
    );
  }
  const { nonResourcePath } = rule;
  if (isOrAny(nonResourcePath, attributes.path)) return true;
  return nonResourcePath.endsWith("*") && attributes.path.startsWith(nonResourcePath.replace(/\*+$/, ""));
}

/** An empty text is nothing but itself. */
function isOrAny(written: string, asked: string): boolean {
  return written === "*" || written === asked;
}
