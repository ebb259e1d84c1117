import { type AccessRole, type LabelSelector, type PolicyRule, selectorMatches } from "@authgraph/kubernetes";
import { nearest } from "./nearness.ts";
import { byText } from "./order.ts";
import { ruleKey } from "./rule-key.ts";
import { stronglyConnected } from "./strongly-connected.ts";
import type { Entry, ObjectKey } from "./types.ts";

/** The rules a role ends up with. */
export interface RoleRules {
  readonly rules: readonly PolicyRule[];
  /** Rules that come from a role whose variants disagree about them. */
  readonly uncertain: ReadonlySet<PolicyRule>;
}

type Role = Entry<AccessRole>;
type RolesByKey = ReadonlyMap<ObjectKey, readonly Role[]>;

/**
 * Fills aggregated ClusterRoles as the controller does
 * (pkg/controller/clusterroleaggregation/clusterroleaggregation_controller.go: syncClusterRole); roles that are not
 * aggregated do not appear in the result.
 *
 * Selected roles may be aggregated themselves. What the controller reaches by running again and again is computed
 * here in one pass, sources first. Where aggregated roles select each other in a circle, all of them end up with what
 * comes into the circle from outside. If nothing does, the outcome on a server depends on history: then each is given
 * what any of them was written with.
 *
 * Of a selected role that several texts define, an aggregated role takes the variants nearest to it; where these
 * differ, it gets the rules of all, and those that not all of them hold are uncertain.
 */
export function aggregateRoles(roles: RolesByKey): ReadonlyMap<Role, RoleRules> {
  const clusterRoles: Role[] = [];
  for (const variants of roles.values()) {
    for (const variant of variants) if (variant.object.kind === "ClusterRole") clusterRoles.push(variant);
  }
  const aggregated = clusterRoles.filter(({ object }) => object.aggregation !== undefined);
  const filled = new Map<Role, RoleRules>();
  if (aggregated.length === 0) return filled;

  const index = indexByLabel(clusterRoles);
  const sources = new Map(aggregated.map((role) => [role, sourcesOf(role, roles, index)]));
  const dependencies = (role: Role) =>
    (sources.get(role) ?? []).flatMap(({ variants }) => variants.filter((variant) => sources.has(variant)));

  for (const circle of stronglyConnected(aggregated, dependencies)) {
    for (const [role, rules] of fill(circle, sources, filled)) filled.set(role, rules);
  }
  return filled;
}

/** One selected role: of its variants nearest to the selecting role, those with the labels asked for. */
interface Source {
  readonly variants: readonly Role[];
  /** How many are equally near, with these labels or without. */
  readonly outOf: number;
}

function fill(
  circle: readonly Role[],
  sources: ReadonlyMap<Role, readonly Source[]>,
  filled: ReadonlyMap<Role, RoleRules>,
): readonly (readonly [Role, RoleRules])[] {
  const inside = new Set(circle);
  const union: RuleUnion = { rules: new Map(), certain: new Set() };
  for (const role of circle) {
    for (const { variants, outOf } of sources.get(role) ?? []) {
      const outside = variants.filter((variant) => !inside.has(variant));
      addRules(
        union,
        outside.map((variant) => filled.get(variant) ?? writtenRules(variant)),
        outOf,
      );
    }
  }
  // The list is replaced as a whole, but nothing is applied when it would be empty.
  if (union.rules.size === 0) {
    const [only] = circle;
    if (circle.length === 1 && only !== undefined) return [[only, writtenRules(only)]];
    for (const role of circle) addRules(union, [writtenRules(role)], 1);
  }
  const rules = resultOf(union);
  return circle.map((role) => [role, rules]);
}

function writtenRules({ object }: Role): RoleRules {
  return { rules: object.rules, uncertain: nothingUncertain };
}

const nothingUncertain: ReadonlySet<PolicyRule> = new Set();

/** Rules by `ruleKey` in the order met; of semantically equal ones the first stays. */
interface RuleUnion {
  readonly rules: Map<string, PolicyRule>;
  readonly certain: Set<string>;
}

/** Adds the rules of one source; a rule is certain if all its variants hold it for certain. */
function addRules(union: RuleUnion, variants: readonly RoleRules[], outOf: number): void {
  const holders = new Map<string, number>();
  for (const { rules, uncertain } of variants) {
    const certainHere = new Set<string>();
    for (const rule of rules) {
      const key = ruleKey(rule);
      if (!union.rules.has(key)) union.rules.set(key, rule);
      if (!uncertain.has(rule)) certainHere.add(key);
    }
    for (const key of certainHere) holders.set(key, (holders.get(key) ?? 0) + 1);
  }
  for (const [key, count] of holders) if (count === outOf) union.certain.add(key);
}

function resultOf({ rules, certain }: RuleUnion): RoleRules {
  const uncertain = new Set<PolicyRule>();
  for (const [key, rule] of rules) if (!certain.has(key)) uncertain.add(rule);
  return { rules: [...rules.values()], uncertain };
}

/** What an aggregated role selects, in the controller's order: selector by selector, each by name, never itself. */
function sourcesOf(role: Role, roles: RolesByKey, index: LabelIndex): readonly Source[] {
  const sources: Source[] = [];
  for (const selector of role.object.aggregation?.selectors ?? []) {
    const matches = ({ object }: Role) => selectorMatches(selector, object.meta.labels);
    const selected = new Set<ObjectKey>();
    for (const candidate of candidates(selector, index)) {
      if (candidate.key !== role.key && matches(candidate)) selected.add(candidate.key);
    }
    for (const key of [...selected].sort(byText)) {
      const near = nearest(roles.get(key) ?? [], role.path);
      const variants = near.filter(matches);
      if (variants.length > 0) sources.push({ variants, outOf: near.length });
    }
  }
  return sources;
}

interface LabelIndex {
  readonly all: readonly Role[];
  readonly byLabel: ReadonlyMap<string, readonly Role[]>;
}

function indexByLabel(roles: readonly Role[]): LabelIndex {
  const byLabel = new Map<string, Role[]>();
  for (const role of roles) {
    for (const [name, { value }] of role.object.meta.labels) {
      const label = `${name}=${value}`;
      const labelled = byLabel.get(label);
      if (labelled === undefined) byLabel.set(label, [role]);
      else labelled.push(role);
    }
  }
  return { all: roles, byLabel };
}

/** Roles that may match: those with one of the labels the selector asks for, so that not every role is looked at for each. */
function candidates({ matchLabels }: LabelSelector, { all, byLabel }: LabelIndex): readonly Role[] {
  for (const [name, value] of matchLabels) return byLabel.get(`${name}=${value}`) ?? [];
  return all;
}
