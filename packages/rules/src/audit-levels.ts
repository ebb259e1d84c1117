import type { AuditLevel, AuditPolicy, AuditRule } from "@authgraph/kubernetes";
import type { Origin } from "@authgraph/source";

// k8s.io/apiserver pkg/audit/policy/checker.go: LevelAndStages, ruleMatches.

/** A request as an audit policy sees it. */
export interface AuditedRequest {
  readonly user: string;
  readonly groups: readonly string[];
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource: string;
  /** Empty for cluster-scoped ones. */
  readonly namespace: string;
  readonly name: string;
}

/** What becomes of a request in the log. */
export interface AuditOutcome {
  /** What is recorded once it is answered; `None` where that stage is left out. */
  readonly level: AuditLevel;
  /** The level where the deciding rule says it; the policy where none does. */
  readonly origin: Origin;
  /** The rule that decides; undefined: none matches, so nothing is recorded. */
  readonly rule: AuditRule | undefined;
}

/** The first rule that matches decides, alone. */
export function auditOutcome(policy: AuditPolicy, request: AuditedRequest): AuditOutcome {
  const rule = policy.rules.find((one) => matches(one, request));
  if (rule === undefined) return { level: "None", origin: policy.origin, rule };
  const omitted = [...policy.omitStages, ...rule.omitStages].find(({ value }) => value === "ResponseComplete");
  if (omitted !== undefined) return { level: "None", origin: omitted.origin, rule };
  return { level: rule.level.value, origin: rule.level.origin, rule };
}

function matches(rule: AuditRule, request: AuditedRequest): boolean {
  const has = (words: readonly { readonly value: string }[], word: string): boolean =>
    words.length === 0 || words.some(({ value }) => value === word);
  if (!has(rule.users, request.user) || !has(rule.verbs, request.verb)) return false;
  if (rule.userGroups.length > 0 && !request.groups.some((group) => has(rule.userGroups, group))) return false;
  if (rule.namespaces.length === 0 && rule.resources.length === 0) return rule.nonResourceUrls.length === 0;
  if (!has(rule.namespaces, request.namespace)) return false;
  return rule.resources.length === 0 || rule.resources.some((one) => matchesResource(one, request));
}

function matchesResource(
  { group, resources, resourceNames }: AuditRule["resources"][number],
  request: AuditedRequest,
): boolean {
  if (group !== request.group) return false;
  if (resources.length === 0) return true;
  if (resourceNames.length > 0 && !resourceNames.some(({ value }) => value === request.name)) return false;
  const { resource, subresource } = request;
  const whole = subresource === "" ? resource : `${resource}/${subresource}`;
  return resources.some(
    ({ value }) =>
      value === "*" ||
      value === whole ||
      value === `${resource}/*` ||
      (subresource !== "" && value === `*/${subresource}`),
  );
}
