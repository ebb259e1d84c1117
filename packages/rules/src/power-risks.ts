import { rbacIsAsked } from "./anonymous.ts";
import { type BoundPower, boundPowersOf, type DormantPower, dormantPowersOf } from "./bound-powers.ts";
import { checkCommand } from "./checks.ts";
import { certaintyOf } from "./grant-certainty.ts";
import { note, roleOf, takeSubjectOut } from "./grant-risks.ts";
import { hop, powerHops, roleRefHop, subjectHop } from "./hops.ts";
import { narrowerRole } from "./narrower-role.ts";
import type { PowerId } from "./power-catalogue.ts";
import type { HeldPower } from "./powers.ts";
import { adjustment, dormantScore, rate, weakerConfidence } from "./rating.ts";
import type { Remedy, Risk } from "./risk.ts";
import type { RuleContext } from "./rule.ts";
import { fitTitle, quotable } from "./wording.ts";

/** What one rule tells of the powers it is about. */
export interface PowerRule {
  readonly id: string;
  /** Of the powers that one binding gives, the first in the order of `powersOf` is told. */
  readonly powers: readonly PowerId[];
  /** Which of them; by default those that no wildcard for resources gives, which has a rule of its own. */
  readonly tells?: (power: HeldPower) => boolean;
  /** What the power is worth in this cluster, as held there; undefined where it is nothing to tell. */
  readonly judged?: (found: BoundPower) => HeldPower | undefined;
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
  const told = new Set<string>();
  for (const found of rule.powers.flatMap((id) => boundPowersOf(context, id))) {
    const { bound } = found;
    const key = `${bound.binding.entry.key}\0${bound.binding.entry.path}\0${bound.holder.key}`;
    if (told.has(key) || !tells(found.power)) continue;
    const power = rule.judged === undefined ? found.power : rule.judged(found);
    if (power === undefined) continue;
    told.add(key);
    yield boundRisk(context, rule, { bound, power });
  }
  for (const found of rule.powers.flatMap((id) => dormantPowersOf(context, id))) {
    const key = `${found.role.entry.key}\0${found.role.entry.path}`;
    if (told.has(key) || !tells(found.power) || found.power.names.length > 0) continue;
    told.add(key);
    yield dormantRisk(context, rule, found);
  }
}

/** Whether `*` for resources is what gives a power. */
export function isByWildcard({ witnesses }: HeldPower): boolean {
  return witnesses.every(({ resource }) => resource?.value === "*");
}

function boundRisk(context: RuleContext, rule: PowerRule, { bound, power }: BoundPower): Risk {
  const { binding, subject, holder } = bound;
  const { key } = binding.entry;
  const certainty = certaintyOf(context.graph, binding);
  const narrowed = power.names.length > 0;
  const score = rate({
    holder: holder.level,
    power: power.sureLevel,
    adjustments: narrowed ? [...holder.adjustments, adjustment.namedObjects] : holder.adjustments,
    assumedHops: certainty.assumedHops,
  });
  const place = subjectHop(holder, subject, 1);
  const dormant = rbacIsAsked(context.graph) ? undefined : ", once RBAC is among the authorization modes";
  const isDefaultAccount = holder.kind === "service-account" && holder.level === 2;
  return {
    ruleId: rule.id,
    title: fitTitle(`${holder.name} can ${power.phrase}`, dormant ?? ""),
    score: dormant === undefined ? score : Math.min(score, dormantScore),
    confidence: weakerConfidence(certainty.confidence, power.confidence === "possible" ? "possible" : "certain"),
    place,
    hops: [place, roleRefHop(binding, 2), ...powerHops(power, 3, binding)],
    notes: [
      ...(isDefaultAccount ? [note("who", "every pod of its namespace that names no other ServiceAccount")] : []),
      ...certainty.notes,
      note("check", checkCommand(holder, power)),
    ],
    remedies: [...narrowerRole(context, power), takeSubjectOut(bound), ...inWords(rule, power)],
    identity: { subject: holder.identity, object: key },
    cause: key,
    also: `${holder.name} can ${power.phrase}`,
    role: roleOf(binding),
  };
}

function dormantRisk(context: RuleContext, rule: PowerRule, { role, power }: DormantPower): Risk {
  const { key, object } = role.entry;
  const name = `${object.kind} ${quotable(object.meta.name.value)}`;
  const place = hop(object.meta.name.origin, "nothing among the inputs binds it");
  return {
    ruleId: rule.id,
    title: fitTitle(`whoever is bound to ${name} can ${power.phrase}`, "; nobody is, here"),
    score: dormantLevel[power.sureLevel],
    confidence: role.isCertain(power.witnesses[0].grant.rule) ? "certain" : "possible",
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
    also: `whoever is bound to it can ${power.phrase}`,
  };
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
