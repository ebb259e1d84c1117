import type { EffectiveRole } from "@authgraph/graph";
import { rbacIsAsked } from "./anonymous.ts";
import { type BoundPower, boundPowersOf, type DormantPower, dormantPowersOf, tellingBinding } from "./bound-powers.ts";
import { checkCommand } from "./checks.ts";
import { certaintyOf } from "./grant-certainty.ts";
import { note, roleOf, takeSubjectOut } from "./grant-risks.ts";
import { type Holder, pronounOf, subjectPronoun } from "./holders.ts";
import { hop, powerHops, roleRefHop, subjectHop } from "./hops.ts";
import { narrowerRole } from "./narrower-role.ts";
import type { PowerId } from "./power.ts";
import type { HeldPower } from "./powers.ts";
import { adjustment, dormantScore, type Rated, rate, weakerConfidence } from "./rating.ts";
import type { Note, Remedy, Risk } from "./risk.ts";
import { type Details, withDetails } from "./risk-details.ts";
import type { RuleContext } from "./rule.ts";
import { isByWildcard } from "./wildcard-powers.ts";
import { firstThatFits, listed, quotable } from "./wording.ts";

/** What one rule tells of the powers it is about. */
export interface PowerRule {
  readonly id: string;
  /** Of the powers that one binding gives, the strongest is told, of equals the first here. */
  readonly powers: readonly PowerId[];
  /** Which of them; by default those that no wildcard for resources gives, which has a rule of its own. */
  readonly tells?: (power: HeldPower) => boolean;
  /** What the power is worth in this cluster, as held there; undefined where it is nothing to tell. */
  readonly judged?: (found: BoundPower) => HeldPower | undefined;
  /** How a power reads after "can", the longest first; by default its own phrase. */
  readonly words?: (power: HeldPower) => readonly [string, ...string[]];
  /** Whether those of the other powers that are worth as much are told beside it. */
  readonly tellsOthers?: boolean;
  /** What else would do, after narrowing the role and taking the subject out. */
  readonly instead?: (power: HeldPower) => readonly string[];
}

/**
 * The risks that somebody holds a power, rated by the power alone: where it leads is told by the rules about paths.
 *
 * One for each subject of a binding, and one at most `low` for each role that nobody is bound to.
 */
export function* powerRisks(context: RuleContext, rule: PowerRule): Iterable<Risk> {
  const tells = rule.tells ?? ((power) => !isByWildcard(power));
  const bound = rule.powers
    .flatMap((id) => boundPowersOf(context, id))
    .filter(({ power }) => tells(power))
    .flatMap((found) => {
      const power = rule.judged === undefined ? found.power : rule.judged(found);
      return power === undefined ? [] : [{ bound: found.bound, power }];
    });
  const holderIn = ({ bound: { binding, holder } }: BoundPower): string =>
    [binding.entry.key, binding.entry.path, holder.key].join("\0");
  for (const found of grouped(bound, holderIn)) {
    const [told, ...others] = strongestFirst(found);
    if (told !== undefined) yield boundRisk(context, rule, told, others);
  }
  yield* dormantRisks(context, rule);
}

/** Only those of roles that nobody is bound to: what is bound may be told by a search of its own. */
export function* dormantRisks(context: RuleContext, rule: PowerRule): Iterable<Risk> {
  const tells = rule.tells ?? ((power) => !isByWildcard(power));
  const dormant = rule.powers
    .flatMap((id) => dormantPowersOf(context, id))
    .filter(({ power }) => tells(power) && power.names.length === 0);
  for (const found of grouped(dormant, ({ role: { entry } }) => `${entry.key}\0${entry.path}`)) {
    const [told] = strongestFirst(found);
    if (told !== undefined) yield dormantRisk(context, rule, told);
  }
}

function grouped<T>(found: readonly T[], keyOf: (one: T) => string): Iterable<readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of found) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups.values();
}

/** Sorting is stable: of equals the first stays first. */
function strongestFirst<T extends { readonly power: HeldPower }>(found: readonly T[]): readonly T[] {
  return found.toSorted((a, b) => worthOf(a.power) - worthOf(b.power));
}

/** Named objects count for less than what is worth the same by its level. */
function worthOf({ sureLevel, names }: HeldPower): number {
  return sureLevel + (names.length > 0 ? 0.5 : 0);
}

function boundRisk(
  context: RuleContext,
  rule: PowerRule,
  { bound, power }: BoundPower,
  others: readonly BoundPower[],
): Risk {
  const { binding, subject, holder } = bound;
  const { key } = binding.entry;
  const certainty = certaintyOf(context.graph, binding);
  const narrowed = power.names.length > 0;
  const rating: Rated = {
    holder: holder.level,
    power: power.sureLevel,
    adjustments: narrowed ? [...holder.adjustments, adjustment.namedObjects] : holder.adjustments,
    assumedHops: certainty.assumedHops,
  };
  const score = rate(rating);
  const place = subjectHop(holder, subject, 1);
  const dormant = rbacIsAsked(context.graph) ? undefined : ", once RBAC is among the authorization modes";
  const words = rule.words?.(power) ?? [power.phrase];
  const isDefaultAccount = holder.kind === "service-account" && holder.level === 2;
  const told: Omit<Risk, keyof Details> = {
    ruleId: rule.id,
    title: firstThatFits(
      words.map((phrase) => `${holder.name} can ${phrase}`),
      dormant,
    ),
    score: dormant === undefined ? score : Math.min(score, dormantScore),
    rating,
    confidence: weakerConfidence(certainty.confidence, power.confidence === "possible" ? "possible" : "certain"),
    place,
    identity: { subject: holder.identity, object: key },
    cause: tellingBinding(context, bound).entry.key,
    also: `${holder.name} can ${words[0]}`,
    alsoOfSame: `${subjectPronoun(holder)} can ${words[0]}`,
    role: roleOf(binding),
  };
  return withDetails(told, {
    hops: () => [place, roleRefHop(binding, 2), ...powerHops(power, 3, binding)],
    notes: () => [
      ...(isDefaultAccount ? [note("who", "every pod of its namespace that names no other ServiceAccount")] : []),
      ...certainty.notes,
      note("check", checkCommand(holder, power)),
      ...(rule.tellsOthers === true ? alsoGiven(holder, power, others) : []),
    ],
    remedies: () => [...narrowerRole(context, power), takeSubjectOut(bound), ...inWords(rule, power)],
  });
}

function alsoGiven(holder: Holder, told: HeldPower, others: readonly BoundPower[]): readonly Note[] {
  const asStrong = others.filter(({ power }) => power.sureLevel <= told.sureLevel && power.names.length === 0);
  const phrases = asStrong.map(({ power }) => power.phrase);
  return phrases.length === 0 ? [] : [note("note", `it also lets ${pronounOf(holder)} ${listed(phrases)}`)];
}

function dormantRisk(context: RuleContext, rule: PowerRule, { role, power }: DormantPower): Risk {
  const { key, object } = role.entry;
  const name = `${object.kind} ${quotable(object.meta.name.value)}`;
  const place = hop(object.meta.name.origin, "nothing among the inputs binds it");
  const words = rule.words?.(power) ?? [power.phrase];
  return {
    ruleId: rule.id,
    title: firstThatFits(
      words.map((phrase) => `whoever is bound to ${name} can ${phrase}`),
      "; nobody is, here",
    ),
    score: dormantLevel[power.sureLevel],
    confidence: role.isCertain(power.witnesses[0].grant.rule) && !waitsForAggregate(role) ? "certain" : "possible",
    place,
    hops: [place, ...powerHops(power, 1)],
    notes: [],
    remedies: [
      ...narrowerRole(context, power),
      { text: "delete the role if nothing outside the inputs binds it", edits: [] },
      ...inWords(rule, power),
    ],
    identity: { subject: `${object.kind} ${object.meta.name.value}`, object: key },
    cause: key,
    also: `whoever is bound to it can ${words[0]}`,
  };
}

/** Labelled for an aggregated role that is not among the inputs, by the words that Kubernetes and operators use for it. */
function waitsForAggregate({ entry }: EffectiveRole): boolean {
  return [...entry.object.meta.labels.keys()].some((label) => /(?:^|\/)aggregate(?:-to)?-/.test(label));
}

/** Dormant: one more object away from what it would be worth, and never more than `low` (findings.md §2.6). */
const dormantLevel: Readonly<Record<HeldPower["sureLevel"], number>> = {
  1: dormantScore,
  2: 2.5,
  3: 2.0,
  4: 1.0,
  5: 0.1,
  6: 0.1,
};

function inWords({ instead }: PowerRule, power: HeldPower): readonly Remedy[] {
  return (instead?.(power) ?? []).map((text) => ({ text, edits: [] }));
}
