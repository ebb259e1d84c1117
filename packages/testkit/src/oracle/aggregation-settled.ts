import type { RoleManifest, RuleManifest, SelectorExpression, SelectorManifest } from "./manifest.ts";

// What the aggregation controller does in one round, said once more and apart from the graph: to see when a server's
// controller is done.

/**
 * Whether the controller would leave all these ClusterRoles as they are. `written` are those that somebody else wrote,
 * as they were written.
 */
export function isSettled(clusterRoles: readonly RoleManifest[], written: readonly RoleManifest[]): boolean {
  const writtenRules = new Map(written.map(({ metadata, rules }) => [metadata.name, rules ?? []]));
  return clusterRoles.every((role) => {
    const asWritten = writtenRules.get(role.metadata.name);
    if (role.aggregationRule === undefined) return true;
    const next = nextRules(role, clusterRoles);
    // It applies nothing rather than an empty list: what it applied before goes, what others wrote stays.
    return sameRules(next.length > 0 ? next : (asWritten ?? []), role.rules ?? []);
  });
}

/** Whether a role that is not aggregated has the rules it was written with. */
export function isAsWritten(role: RoleManifest, clusterRoles: readonly RoleManifest[]): boolean {
  if (role.aggregationRule !== undefined) return true;
  const stored = clusterRoles.find(({ metadata }) => metadata.name === role.metadata.name);
  return stored !== undefined && sameRules(stored.rules ?? [], role.rules ?? []);
}

/**
 * Whether aggregated ClusterRoles select each other in a circle. What they end up with then depends on history, unless
 * none of the aggregated ones is written with rules.
 */
export function hasCircle(clusterRoles: readonly RoleManifest[]): boolean {
  let left = clusterRoles.filter(({ aggregationRule }) => aggregationRule !== undefined);
  for (;;) {
    const feeding = left.filter((role) => left.some((other) => selects(other, role)));
    const fed = feeding.filter((role) => left.some((other) => selects(role, other)));
    if (fed.length === left.length) return left.length > 0;
    left = fed;
  }
}

function nextRules(role: RoleManifest, clusterRoles: readonly RoleManifest[]): readonly RuleManifest[] {
  const rules = new Map<string, RuleManifest>();
  for (const selector of role.aggregationRule?.clusterRoleSelectors ?? []) {
    const selected = clusterRoles.filter((other) => other !== role && matches(selector, other));
    selected.sort((a, b) => Buffer.compare(Buffer.from(a.metadata.name), Buffer.from(b.metadata.name)));
    for (const rule of selected.flatMap(({ rules }) => rules ?? [])) {
      if (!rules.has(ruleText(rule))) rules.set(ruleText(rule), rule);
    }
  }
  return [...rules.values()];
}

function selects(role: RoleManifest, other: RoleManifest): boolean {
  const { clusterRoleSelectors = [] } = role.aggregationRule ?? {};
  return role !== other && clusterRoleSelectors.some((selector) => matches(selector, other));
}

function matches({ matchLabels = {}, matchExpressions = [] }: SelectorManifest, { metadata }: RoleManifest): boolean {
  const labels = new Map(Object.entries(metadata.labels ?? {}));
  return (
    Object.entries(matchLabels).every(([key, value]) => labels.get(key) === value) &&
    matchExpressions.every((expression) => holds(expression, labels.get(expression.key)))
  );
}

function holds({ operator, values = [] }: SelectorExpression, value: string | undefined): boolean {
  switch (operator) {
    case "In":
      return value !== undefined && values.includes(value);
    case "NotIn":
      return value === undefined || !values.includes(value);
    case "Exists":
      return value !== undefined;
    case "DoesNotExist":
      return value === undefined;
  }
}

function sameRules(a: readonly RuleManifest[], b: readonly RuleManifest[]): boolean {
  return a.length === b.length && a.every((rule, index) => ruleText(rule) === ruleText(b[index] ?? { verbs: [] }));
}

function ruleText({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }: RuleManifest): string {
  return JSON.stringify([verbs, apiGroups, resources, resourceNames, nonResourceURLs].map((list) => list ?? []));
}
