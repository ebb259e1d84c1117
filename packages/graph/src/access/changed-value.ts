import type { PolicyRule } from "@authgraph/kubernetes";
import type { Located, Origin } from "@authgraph/source";
import type { Access } from "./access.ts";

/** Where in a rule that stands which makes the difference: the one verb, say, that is new; else the rule. */
export function originOfChange(rule: PolicyRule, access: readonly Access[]): Origin {
  const lists: readonly (readonly [readonly Located<string>[], (one: Access) => readonly string[]])[] = [
    [rule.verbs, ({ verbs }) => verbs],
    [rule.resources, ({ resources }) => resources],
    [rule.nonResourceURLs, ({ nonResourceURLs }) => nonResourceURLs],
    [rule.apiGroups, ({ apiGroups }) => apiGroups],
    [rule.resourceNames, ({ resourceNames }) => resourceNames],
  ];
  for (const [written, valuesOf] of lists) {
    const changed = new Set(access.flatMap(valuesOf));
    const found = written.filter(({ value }) => changed.has(value));
    const [first] = found;
    if (first !== undefined && found.length < written.length) return first.origin;
  }
  return rule.origin;
}
