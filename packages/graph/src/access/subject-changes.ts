import type { SubjectKey } from "@authgraph/kubernetes";
import type { Origin } from "@authgraph/source";
import { byText } from "../order.ts";
import type { Grant } from "../types.ts";
import type { Access } from "./access.ts";
import { type ChangeCause, causeOf, type Sides } from "./change-cause.ts";
import { originOfChange } from "./changed-value.ts";
import type { AccessChange } from "./compare-access.ts";
import { implicitGroups } from "./implicit-groups.ts";
import type { RuleNumbers } from "./rule-numbers.ts";
import { withoutUpgrade } from "./shipped-change.ts";
import { uncoveredRules } from "./uncovered-rules.ts";

/** Finds what a subject has on one side and not on the other, by cause. */
export function changeFinder(sides: Sides, numbers: RuleNumbers): (subject: SubjectKey) => readonly AccessChange[] {
  const { own, other } = sides;
  const uncovered = uncoveredRules(other, numbers);
  const judged = withoutUpgrade(own, other);

  return (subject) => {
    const held = rulesByNamespace(other.grantsOf(subject), numbers);
    const fresh = own.grantsOf(subject).filter((grant) => !isHeld(held, grant, numbers));
    if (fresh.length === 0) return [];
    const groups = implicitGroups(subject);

    return byCause(fresh, subject, sides).flatMap(({ cause, grants }): readonly AccessChange[] => {
      const found: Access[] = [];
      let firstNew: Origin | undefined;
      const wanted = rulesByNamespace(grants, numbers);
      for (const [namespace, rules] of wanted) {
        const heldEverywhere = namespace === "" ? at(held, "") : union(at(held, ""), at(wanted, ""));
        const heldHere = namespace === "" ? nothing : at(held, namespace);
        const { access, byRule } = uncovered({ namespace, wanted: rules, held: heldHere, heldEverywhere, groups });
        found.push(...access);
        firstNew ??= cause.origin ?? originOfNew(grants, namespace, ({ rule }) => byRule.get(numbers.of(rule)) ?? []);
      }
      const access = judged(cause, grants, found);
      if (access.length === 0) return [];
      return [{ access, through: cause.through, origin: firstNew ?? grants[0].rule.origin }];
    });
  };
}

interface Caused {
  readonly cause: ChangeCause;
  readonly grants: [Grant, ...Grant[]];
}

/** In the order of grants. */
function byCause(grants: readonly Grant[], subject: SubjectKey, sides: Sides): readonly Caused[] {
  const found = new Map<string, Caused>();
  for (const grant of grants) {
    const cause = causeOf(grant, subject, sides);
    const same = found.get(cause.through);
    if (same === undefined) found.set(cause.through, { cause, grants: [grant] });
    else same.grants.push(grant);
  }
  return [...found.values()];
}

type Rules = ReadonlySet<number>;

const nothing: Rules = new Set();

/** Numbers of rules by namespace in order, so those of ClusterRoleBindings (`""`) first. */
function rulesByNamespace(grants: readonly Grant[], numbers: RuleNumbers): ReadonlyMap<string, Rules> {
  const rules = new Map<string, Set<number>>();
  for (const { rule, binding } of grants) {
    const { namespace } = binding.entry;
    const ofNamespace = rules.get(namespace);
    if (ofNamespace === undefined) rules.set(namespace, new Set([numbers.of(rule)]));
    else ofNamespace.add(numbers.of(rule));
  }
  return rules.size < 2 ? rules : new Map([...rules].sort(([a], [b]) => byText(a, b)));
}

function isHeld(held: ReadonlyMap<string, Rules>, { rule, binding }: Grant, numbers: RuleNumbers): boolean {
  const number = numbers.of(rule);
  return at(held, "").has(number) || at(held, binding.entry.namespace).has(number);
}

function at(rules: ReadonlyMap<string, Rules>, namespace: string): Rules {
  return rules.get(namespace) ?? nothing;
}

function union(a: Rules, b: Rules): Rules {
  return b.size === 0 ? a : new Set([...a, ...b]);
}

/** The place in the first rule that gives more. */
function originOfNew(
  grants: readonly Grant[],
  namespace: string,
  newOf: (grant: Grant) => readonly Access[],
): Origin | undefined {
  for (const grant of grants) {
    const access = grant.binding.entry.namespace === namespace ? newOf(grant) : [];
    if (access.length > 0) return originOfChange(grant.rule, access);
  }
  return undefined;
}
