import { type AccessGraph, type EffectiveRole, type ResolvedBinding, rolesOf } from "@authgraph/graph";
import type { AccessRole, PolicyRule, Subject } from "@authgraph/kubernetes";
import { isNamespaced } from "./cluster-scoped.ts";
import { deadResources } from "./dead-resources.ts";
import { deadSubject } from "./dead-subjects.ts";
import { deadImpersonation, deadVerbs, impersonationHalves, outOfNamespaces } from "./dead-verbs.ts";
import type { DeadWord } from "./dead-words.ts";
import { allOrNone, removeListItem, removeObject } from "./edits.ts";
import { hop } from "./hops.ts";
import type { Remedy, Risk, TextEdit } from "./risk.ts";
import { withDetails } from "./risk-details.ts";
import type { RuleContext } from "./rule.ts";
import { servedApi } from "./served-api.ts";
import { isServedAsWritten } from "./served-as-written.ts";
import { fitTitle, namespacedName, quotable } from "./wording.ts";

const ruleId = "rbac-ineffective-rule";

/** Nothing is allowed that should not be; somebody thinks that something is. */
const missedScore = 2.0;
/** Nobody misses it. */
const leftoverScore = 0.1;

/** What roles and bindings of the inputs say and no request ever matches. */
export function* ineffectiveRisks(context: RuleContext): Iterable<Risk> {
  const api = servedApi(context.resources);
  const binders = bindersOf(context.graph);
  const halves = impersonationHalves(writtenRules(context.graph));
  for (const role of context.graph.roles) {
    const { object } = role.entry;
    if (object.origin.kind === "built-in") continue;
    const words: DeadWord[] = [];
    const reach = reachedThrough(role, binders.get(role.entry.key), context.graph.inventory.complete);
    const replaced = replacedRules(role);
    for (const rule of object.rules) {
      if (isServedAsWritten(api, rule)) {
        // Most rules are without a slip, and then only their resources can be in the wrong kind of role.
        if (reach === undefined || rule.resources.every((resource) => isNamespaced(rule, resource))) continue;
      }
      if (replaced.includes(rule) || role.isShipped(rule)) continue;
      const inRole = { rule, role };
      words.push(...deadResources(api, inRole), ...deadVerbs(api, inRole), ...deadImpersonation(inRole, halves));
      if (reach !== undefined) words.push(...outOfNamespaces(inRole, reach.certain, reach.through));
    }
    if (replaced.length + words.length === 0) continue;
    for (const same of groupedByWord([...replacedWords(replaced), ...words])) yield roleRisk(role, same);
  }
  for (const binding of context.graph.bindings) {
    if (binding.entry.object.origin.kind === "built-in") continue;
    for (const subject of binding.entry.object.subjects) {
      const risk = subjectRisk(binding, subject);
      if (risk !== undefined) yield risk;
    }
  }
}

function* writtenRules({ roles }: AccessGraph): Iterable<PolicyRule> {
  for (const { entry } of roles) if (entry.object.origin.kind !== "built-in") yield* entry.object.rules;
}

/** Which kinds of bindings lead to a role, by its key. */
function bindersOf({ bindings }: AccessGraph): ReadonlyMap<string, ReadonlySet<string>> {
  const binders = new Map<string, Set<string>>();
  for (const binding of bindings) {
    const { kind } = binding.entry.object;
    for (const role of rolesOf(binding)) {
      const kinds = binders.get(role.entry.key);
      if (kinds === undefined) binders.set(role.entry.key, new Set([kind]));
      else kinds.add(kind);
    }
  }
  return binders;
}

/** Why a role never reaches beyond a namespace; undefined where it does, or may. */
function reachedThrough(
  { entry: { object } }: EffectiveRole,
  kinds: ReadonlySet<string> | undefined,
  complete: boolean,
): { readonly certain: boolean; readonly through: string } | undefined {
  if (object.kind === "Role") return { certain: true, through: "a Role gives nothing outside of its namespace" };
  if (kinds === undefined || kinds.has("ClusterRoleBinding") || isForAggregation(object)) return undefined;
  return { certain: complete, through: "only RoleBindings lead here" };
}

function isForAggregation({ meta }: AccessRole): boolean {
  return [...meta.labels.keys()].some((label) => label.includes("/aggregate-to-"));
}

/** Written rules of an aggregated role that the controller replaces: they are not among those it ends up with. */
function replacedRules({ entry, rules }: EffectiveRole): readonly PolicyRule[] {
  const { object } = entry;
  if (object.aggregation === undefined || rules === object.rules) return [];
  const kept = new Set(rules.map(keyOf));
  return object.rules.filter((rule) => !kept.has(keyOf(rule)));
}

function keyOf(rule: PolicyRule): string {
  const lists = [rule.verbs, rule.apiGroups, rule.resources, rule.resourceNames, rule.nonResourceURLs];
  return JSON.stringify(lists.map((list) => list.map(({ value }) => value)));
}

function replacedWords(rules: readonly PolicyRule[]): readonly DeadWord[] {
  return rules.map((rule) => ({
    kind: "replaced",
    word: "rules",
    origin: rule.origin,
    clause: "has rules of its own beside aggregationRule, and the controller overwrites them",
    label: "overwritten by what aggregation brings",
    missed: true,
    meant: [],
    removal: removeListItem(rule.origin),
  }));
}

/** The same slip in several rules of a role is one. */
function groupedByWord(words: readonly DeadWord[]): Iterable<readonly [DeadWord, ...DeadWord[]]> {
  const groups = new Map<string, [DeadWord, ...DeadWord[]]>();
  for (const word of words) {
    const key = `${word.kind} ${word.word}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [word]);
    else group.push(word);
  }
  return groups.values();
}

function roleRisk({ entry }: EffectiveRole, words: readonly [DeadWord, ...DeadWord[]]): Risk {
  const { object, namespace, key } = entry;
  const [first] = words;
  const missed = words.some((word) => word.missed);
  const name = (longest?: number): string =>
    `${object.kind} ${namespacedName(namespace, object.meta.name.value, longest)}`;
  const room = 138 - first.clause.length - object.kind.length;
  const longest = Math.max(12, namespace === "" ? room : Math.floor(room / 2));
  const place = hop(first.origin, first.label, 1);
  const told = {
    ruleId,
    title: fitTitle(`${name(Math.min(60, longest))} ${first.clause}`),
    score: missed ? missedScore : leftoverScore,
    confidence: "certain" as const,
    place,
    identity: { subject: `${first.kind} ${first.word}`, object: key },
    cause: `${key} does nothing`,
    also: `${name()} ${first.clause}`,
  };
  return withDetails(told, {
    hops: () => [place, ...words.slice(1, 5).map(({ origin, label }) => hop(origin, label))],
    notes: () => [],
    remedies: () => remediesOf(words),
  });
}

/** What was meant, for every place; else the word goes, and nobody loses anything. */
function remediesOf(words: readonly [DeadWord, ...DeadWord[]]): readonly Remedy[] {
  const [{ meant, word, kind }] = words;
  const corrections = meant.map(({ text }, index) => ({
    text,
    edits: together(words.map((one) => one.meant[index]?.edits ?? [])),
  }));
  if (words.some(({ isOfUse }) => isOfUse === true)) return corrections;
  const what = kind === "replaced" ? "these rules" : quotable(word.split(" ")[0] ?? word);
  const text = `take ${what} out: nobody loses anything`;
  return [...corrections, { text, edits: together(words.map(({ removal }) => removal)) }];
}

/** Two words may share the rule that goes. */
function together(edits: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  const places = new Set<string>();
  const different = edits.filter((some) => {
    const key = some.map(({ origin }) => (origin.kind === "text" ? `${origin.start}-${origin.end}` : "")).join();
    if (some.length > 0 && places.has(key)) return false;
    places.add(key);
    return true;
  });
  return allOrNone(different);
}

function subjectRisk({ entry }: ResolvedBinding, subject: Subject): Risk | undefined {
  const dead = deadSubject(subject);
  if (dead === undefined) return undefined;
  const { object, namespace, key } = entry;
  const place = hop(subject.name.origin, dead.label, 1);
  const whole = `${object.kind} ${namespacedName(namespace, object.meta.name.value, 40)}`;
  const isOnly = object.subjects.length === 1;
  return {
    ruleId,
    title: fitTitle(`${whole} ${dead.clause}`),
    score: missedScore,
    confidence: "certain",
    place,
    hops: [place],
    notes: [],
    remedies: [
      {
        text: isOnly ? "delete the binding: nobody loses anything" : "take the subject out: nobody loses anything",
        edits: isOnly ? removeObject(object.origin) : removeListItem(subject.origin),
      },
      { text: dead.meant, edits: [] },
    ],
    identity: { subject: `${subject.kind} ${subject.name.value}`, object: key },
    cause: `${key} binds nobody`,
    also: `${whole} ${dead.clause}`,
  };
}
