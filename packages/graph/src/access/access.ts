import type { PolicyRule } from "@authgraph/kubernetes";
import type { Grant, Scope } from "../types.ts";

/** What a rule gives in a scope: a set of Attributes described by wildcards, without places. */
export interface Access {
  readonly scope: Scope;
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
  readonly nonResourceURLs: readonly string[];
}

/** What some grants give, each once, in a fixed order. */
export function accessOf(grants: Iterable<Grant>): readonly Access[] {
  const byKey = new Map<string, Access>();
  for (const { rule, scope } of grants) {
    const access = accessOfRule(rule, scope);
    byKey.set(accessKey(access), access);
  }
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, access]) => access);
}

/** What one rule gives in a scope. */
export function accessOfRule(rule: PolicyRule, scope: Scope): Access {
  return {
    scope,
    verbs: values(rule.verbs),
    apiGroups: values(rule.apiGroups),
    resources: values(rule.resources),
    resourceNames: values(rule.resourceNames),
    nonResourceURLs: values(rule.nonResourceURLs),
  };
}

/** Sorted: the order in which a list was written decides nothing. */
function values(list: readonly { readonly value: string }[]): readonly string[] {
  return [...new Set(list.map(({ value }) => value))].sort();
}

/** The same text for equal access. */
export function accessKey({ scope, verbs, apiGroups, resources, resourceNames, nonResourceURLs }: Access): string {
  const where = scope.kind === "cluster" ? "" : scope.namespace;
  return JSON.stringify([where, verbs, apiGroups, resources, resourceNames, nonResourceURLs]);
}
