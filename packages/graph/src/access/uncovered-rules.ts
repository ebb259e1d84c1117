import type { SubjectKey } from "@authgraph/kubernetes";
import type { Scope } from "../types.ts";
import { type Access, accessOfRule } from "./access.ts";
import type { ComparedSide } from "./compared-side.ts";
import type { RuleNumbers } from "./rule-numbers.ts";
import { holding, uncoveredBy } from "./uncovered.ts";

/** What some rules give in one scope, and what is held there; rules by their numbers. */
export interface RulesInScope {
  /** `""`: everywhere. */
  readonly namespace: string;
  readonly wanted: ReadonlySet<number>;
  /** What is held in the namespace. */
  readonly held: ReadonlySet<number>;
  readonly heldEverywhere: ReadonlySet<number>;
  /** What these hold on the other side is held too. */
  readonly groups: readonly SubjectKey[];
}

export interface UncoveredRules {
  readonly access: readonly Access[];
  /** What of it each of the rules gives. */
  readonly byRule: ReadonlyMap<number, readonly Access[]>;
}

/**
 * What of some rules is not held. The same question is answered once, for whomever and in whichever namespace: where a
 * role changed, everybody who is bound to it asks it.
 */
export function uncoveredRules(other: ComparedSide, numbers: RuleNumbers): (question: RulesInScope) => UncoveredRules {
  const known = new Map<string, UncoveredRules>();

  const answer = ({ namespace, wanted, held, heldEverywhere, groups }: RulesInScope): UncoveredRules => {
    const here = scopeOf(namespace);
    const accessOf = (list: Iterable<number>, scope: Scope) =>
      [...list].map(numbers.rule).flatMap((rule) => (rule === undefined ? [] : [accessOfRule(rule, scope)]));
    const own = holding([...accessOf(held, here), ...accessOf(heldEverywhere, { kind: "cluster" })]);
    const all = [own, ...groups.flatMap((group) => other.heldBy(group)?.access ?? [])];
    const byRule = new Map([...wanted].map((number) => [number, uncoveredBy(all, accessOf([number], here))]));
    return { access: uncoveredBy(all, accessOf(wanted, here)), byRule };
  };

  return (question) => {
    const { namespace, wanted, held, heldEverywhere } = question;
    const groups = question.groups.filter((group) => other.heldBy(group) !== undefined);
    const key = [whereOf(namespace, groups, other), groups.join(), ...[wanted, held, heldEverywhere].map(listed)].join(
      "\n",
    );
    let found = known.get(key);
    if (found === undefined) {
      found = answer({ ...question, groups });
      known.set(key, found);
    }
    if (namespace === "") return found;
    const scope = scopeOf(namespace);
    return { access: found.access.map((access) => ({ ...access, scope })), byRule: found.byRule };
  };
}

function scopeOf(namespace: string): Scope {
  return namespace === "" ? { kind: "cluster" } : { kind: "namespace", namespace };
}

/** Every namespace is like the others, unless a group holds something there. */
function whereOf(namespace: string, groups: readonly SubjectKey[], other: ComparedSide): string {
  if (namespace === "") return "everywhere";
  const isLikeOthers = groups.every((group) => other.heldBy(group)?.namespaces.has(namespace) !== true);
  return isLikeOthers ? "somewhere" : `in ${namespace}`;
}

function listed(rules: ReadonlySet<number>): string {
  return rules.size === 1 ? String([...rules][0]) : [...rules].sort((a, b) => a - b).join();
}
