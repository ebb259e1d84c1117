import {
  type AccessGraph,
  type BoundHolder,
  boundHolders,
  type Check,
  firstThatFits,
  type Grant,
  hop,
  inScope,
  namespacedName,
  type PolicyRule,
  type ResolvedBinding,
  type Risk,
  roleRefHop,
  subjectHop,
  takeSubjectOut,
} from "@authgraph/rules";

const score = 0.1;

export const check: Check = function* (context) {
  const { graph } = context;
  const given = new Map<string, GivenRules>();
  const kinds = ["service-account", "user", "group", "nodes", "authenticated", "all-service-accounts"] as const;
  for (const bound of boundHolders(context, [...kinds, "namespace-service-accounts", "anonymous"])) {
    const { key } = bound.holder;
    const rules = given.get(key) ?? givenRules(graph, key);
    given.set(key, rules);
    if (rules.bindings < 2) continue;
    const other = coveredBy(bound, rules);
    if (other !== undefined) yield duplicateRisk(bound, other);
  }
};

/** Which bindings give a rule to one subject, in the order of bindings. */
interface GivenRules {
  readonly byRule: ReadonlyMap<string, readonly ResolvedBinding[]>;
  readonly bindings: number;
}

function givenRules(graph: AccessGraph, subjectKey: string): GivenRules {
  const byRule = new Map<string, ResolvedBinding[]>();
  const bindings = new Set<string>();
  for (const { rule, binding, confidence } of graph.grantsOf(subjectKey)) {
    if (confidence !== "certain") continue;
    bindings.add(binding.entry.key);
    const key = keyOf(rule);
    const known = byRule.get(key);
    if (known === undefined) byRule.set(key, [binding]);
    else known.push(binding);
  }
  return { byRule, bindings: bindings.size };
}

/** One binding that gives all of this one; of two that give the same, the later is told. */
function coveredBy({ binding, grants }: BoundHolder, { byRule }: GivenRules): ResolvedBinding | undefined {
  let candidates: readonly ResolvedBinding[] | undefined;
  for (const grant of grants()) {
    const others: readonly ResolvedBinding[] = byRule.get(keyOf(grant.rule)) ?? [];
    const wider = (candidates ?? others).filter((other) => others.includes(other) && covers(other, grant, binding));
    if (wider.length === 0) return undefined;
    candidates = wider;
  }
  return candidates?.find((other) => isBefore(other, binding));
}

function covers({ entry, scope }: ResolvedBinding, grant: Grant, own: ResolvedBinding): boolean {
  if (entry.key === own.entry.key) return false;
  return scope.kind === "cluster" || (grant.scope.kind === "namespace" && scope.namespace === grant.scope.namespace);
}

/** A wider one always counts; of two of one scope only the first by key, so that they do not point at each other. */
function isBefore(other: ResolvedBinding, own: ResolvedBinding): boolean {
  return other.scope.kind !== own.scope.kind || other.entry.key < own.entry.key;
}

const keys = new WeakMap<PolicyRule, string>();

function keyOf(rule: PolicyRule): string {
  let key = keys.get(rule);
  if (key === undefined) {
    const { verbs, apiGroups, resources, resourceNames, nonResourceURLs } = rule;
    const lists = [verbs, apiGroups, resources, resourceNames, nonResourceURLs];
    key = JSON.stringify(lists.map((list) => list.map(({ value }) => value).sort()));
    keys.set(rule, key);
  }
  return key;
}

function duplicateRisk(bound: BoundHolder, other: ResolvedBinding): Risk {
  const { binding, subject, holder } = bound;
  const { key, object } = binding.entry;
  const place = subjectHop(holder, subject, 1);
  const { object: otherObject, namespace } = other.entry;
  const titles = [undefined, 40, 30, 20, 12].map((longest) => {
    const own = `${object.kind} ${namespacedName("", object.meta.name.value, longest)}`;
    const wider = `${otherObject.kind} ${namespacedName(namespace, otherObject.meta.name.value, longest)}`;
    return `${holder.name} has all of ${own} already, ${inScope(other.scope)}, by ${wider}`;
  });
  return {
    ruleId: "rbac-duplicate-grant",
    title: firstThatFits(titles),
    score,
    confidence: "certain",
    place,
    hops: [place, roleRefHop(binding, 2), hop(otherObject.meta.name.origin, "gives the same", 3)],
    notes: [],
    remedies: [takeSubjectOut(bound)],
    identity: { subject: holder.identity, object: key },
    cause: `${key} gives nothing new`,
    also: `so has ${holder.name}`,
  };
}
