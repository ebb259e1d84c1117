import type { PolicyRule } from "@authgraph/kubernetes";
import type { EffectiveRole, RoleResolution } from "../types.ts";
import { accessKey, accessOfRule } from "./access.ts";

/**
 * Numbers for what rules and roles give: the same for the same access, wherever it is written, in whichever order, and on
 * whichever side. Most bindings are compared by these, without looking into their roles.
 */
export interface RuleNumbers {
  of(rule: PolicyRule): number;
  /** One of the rules of this number. */
  rule(number: number): PolicyRule | undefined;
  /** Of all rules that a binding leads to; for a missing role one that no other has. */
  ofRules(resolution: RoleResolution): number;
}

export function ruleNumbers(): RuleNumbers {
  const [numberOf, numberOfSet] = [numbers(), numbers()];
  const rules: PolicyRule[] = [];
  const ofRule = new Map<PolicyRule, number>();
  const ofRole = new Map<EffectiveRole, number>();
  const ofResolution = new Map<RoleResolution, number>();

  const of = (rule: PolicyRule): number =>
    remember(ofRule, rule, () => {
      const number = numberOf(accessKey(accessOfRule(rule, { kind: "cluster" })));
      rules[number] ??= rule;
      return number;
    });
  const ofAll = (list: readonly PolicyRule[]) => numberOfSet([...new Set(list.map(of))].sort((a, b) => a - b).join());

  return {
    of,
    rule: (number) => rules[number],
    ofRules: (resolution) => {
      switch (resolution.outcome) {
        case "found":
          return remember(ofRole, resolution.role, () => ofAll(resolution.role.rules));
        case "ambiguous":
          return remember(ofResolution, resolution, () => ofAll(resolution.roles.flatMap((role) => role.rules)));
        case "missing":
          return missing;
      }
    },
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
