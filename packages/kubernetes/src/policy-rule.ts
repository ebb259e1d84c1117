import type { Located } from "@authgraph/source";
import type { Attributes } from "./attributes.ts";
import type { PolicyRule } from "./objects.ts";

// Comparison is exact and case-sensitive everywhere; `*` is a wildcard only where a function below says so.
// k8s.io/kubernetes pkg/apis/rbac/v1/evaluation_helpers.go, the same in 1.30 to 1.37.

/** Whether one rule allows what is asked (plugin/pkg/auth/authorizer/rbac/rbac.go: RuleAllows). */
export function ruleAllows(rule: PolicyRule, attributes: Attributes): boolean {
  if (!verbMatches(rule.verbs, attributes.verb)) return false;
  if (attributes.kind === "non-resource") return nonResourceUrlMatches(rule.nonResourceURLs, attributes.path);
  return (
    apiGroupMatches(rule.apiGroups, attributes.apiGroup) &&
    resourceMatches(rule.resources, attributes.resource, attributes.subresource) &&
    resourceNameMatches(rule.resourceNames, attributes.name)
  );
}

/** `*` covers every verb, virtual ones (`bind`, `impersonate`, …) and the empty one (OPTIONS) included. */
export function verbMatches(verbs: readonly Located<string>[], verb: string): boolean {
  return holdsStarOr(verbs, verb);
}

/** An empty list matches nothing, not the core group. */
export function apiGroupMatches(apiGroups: readonly Located<string>[], apiGroup: string): boolean {
  return holdsStarOr(apiGroups, apiGroup);
}

/**
 * Whether `resources` covers a resource or, where `subresource` is not `""`, that subresource of it.
 *
 * `*` covers all resources and all subresources. Before the slash it covers that subresource of every resource, after it
 * it is a literal.
 */
export function resourceMatches(resources: readonly Located<string>[], resource: string, subresource: string): boolean {
  for (const { value } of resources) {
    if (value === "*") return true;
    if (subresource === "") {
      if (value === resource) return true;
    } else if (isSubresource(value, resource, subresource) || isSubresource(value, "*", subresource)) {
      return true;
    }
  }
  return false;
}

/** An empty list matches every name. There is no wildcard: `*` names an object called `*`. */
export function resourceNameMatches(resourceNames: readonly Located<string>[], name: string): boolean {
  return resourceNames.length === 0 || holds(resourceNames, name);
}

/** A trailing `*` covers whatever follows; elsewhere it is a literal. Paths are compared as sent, slash at the end included. */
export function nonResourceUrlMatches(nonResourceURLs: readonly Located<string>[], path: string): boolean {
  for (const { value } of nonResourceURLs) {
    if (value === path) return true;
    if (value.endsWith("*") && path.startsWith(withoutTrailingStars(value))) return true;
  }
  return false;
}

function holdsStarOr(list: readonly Located<string>[], wanted: string): boolean {
  for (const { value } of list) {
    if (value === "*" || value === wanted) return true;
  }
  return false;
}

function holds(list: readonly Located<string>[], wanted: string): boolean {
  for (const { value } of list) {
    if (value === wanted) return true;
  }
  return false;
}

/** `text === resource + "/" + subresource`, without building that string: this runs for every rule of every question. */
function isSubresource(text: string, resource: string, subresource: string): boolean {
  return (
    text.length === resource.length + 1 + subresource.length &&
    text.charCodeAt(resource.length) === slash &&
    text.startsWith(resource) &&
    text.endsWith(subresource)
  );
}

const slash = 0x2f;

/** Go's strings.TrimRight(text, "*"): all of them go, so `/a**` covers what `/a*` does. */
function withoutTrailingStars(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === star) end--;
  return text.slice(0, end);
}

const star = 0x2a;
