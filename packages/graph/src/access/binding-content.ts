import type { PolicyRule } from "@authgraph/kubernetes";
import type { EffectiveRole, RoleResolution } from "../types.ts";
import { accessKey, accessOfRule } from "./access.ts";

/**
 * Numbers for what roles give, the same for the same rules whatever role they stand in, in whichever order, and on
 * whichever side: so that most bindings are compared without looking into their roles.
 */
export function contentNumbers(): (resolution: RoleResolution) => number {
  const numberOf = numbers();
  const ofRule = new Map<PolicyRule, number>();
  const ofRole = new Map<EffectiveRole, number>();
  const ofResolution = new Map<RoleResolution, number>();

  const ruleNumber = (rule: PolicyRule) =>
    remember(ofRule, rule, () => numberOf(accessKey(accessOfRule(rule, { kind: "cluster" }))));
  const rulesNumber = (rules: readonly PolicyRule[]) =>
    numberOf([...new Set(rules.map(ruleNumber))].sort((a, b) => a - b).join());

  return (resolution) => {
    switch (resolution.outcome) {
      case "found":
        return remember(ofRole, resolution.role, () => rulesNumber(resolution.role.rules));
      case "ambiguous":
        return remember(ofResolution, resolution, () => rulesNumber(resolution.roles.flatMap(({ rules }) => rules)));
      case "missing":
        return missing;
    }
  };
}

const missing = -1;

function numbers(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => remember(known, text, () => known.size);
}

function remember<Key, T>(known: Map<Key, T>, key: Key, make: () => T): T {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}
