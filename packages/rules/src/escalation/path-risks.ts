import { appliedNamespace, type ResolvedBinding } from "@authgraph/graph";
import { anonymousReach } from "../anonymous.ts";
import type { BoundHolder } from "../bound-holders.ts";
import { checkCommand } from "../checks.ts";
import { certaintyOf } from "../grant-certainty.ts";
import { crowdRisk, note, roleOf, takeSubjectOut } from "../grant-risks.ts";
import { subjectPronoun } from "../holders.ts";
import { powerHops, roleRefHop, subjectHop } from "../hops.ts";
import { narrowerRole } from "../narrower-role.ts";
import { type Rated, rate, weakerConfidence } from "../rating.ts";
import type { Note, Remedy, Risk } from "../risk.ts";
import { type Details, withDetails } from "../risk-details.ts";
import type { RuleContext } from "../rule.ts";
import { type BoundPath, boundPaths } from "./bound-paths.ts";
import { consequenceOf, followingLines, pathTitle } from "./path-words.ts";
import type { Step, StepKind } from "./step.ts";

/** What one rule tells of the paths. */
export interface PathRule {
  readonly id: string;
  /** What the first step is. */
  readonly kinds: readonly StepKind[];
  /** First steps that are worth telling even where the grants by themselves are worth as much. */
  readonly counts?: (step: Step) => boolean;
  /** Whether nobody else tells it already. */
  readonly tells?: (found: BoundPath) => boolean;
  /** What else is worth knowing of the first step. */
  readonly notes?: (found: BoundPath) => readonly Note[];
  /** Better than narrowing the role: told first. */
  readonly instead?: (found: BoundPath) => readonly Remedy[];
}

/** The risks that a binding lets somebody take the first step of a path to more than the binding gives. */
export function* pathRisks(context: RuleContext, rule: PathRule): Iterable<Risk> {
  for (const found of boundPaths(context, rule)) {
    if (rule.tells?.(found) === false) continue;
    const risk = pathRisk(context, rule, found);
    if (!isToldOfCrowd(context, found.bound, risk)) yield risk;
  }
}

/** What a crowd holds is told by a rule of its own, one step far, unless the path is worth more. */
function isToldOfCrowd(context: RuleContext, bound: BoundHolder, { score, ruleId }: Risk): boolean {
  const { kind } = bound.holder;
  const hasRule =
    kind === "anonymous" ||
    kind === "authenticated" ||
    kind === "all-service-accounts" ||
    kind === "namespace-service-accounts";
  return hasRule && crowdScore(context, ruleId, bound) >= score;
}

const crowdScores = new WeakMap<ResolvedBinding, Map<string, number>>();

/** What the rule about a crowd says it is worth; each rule about paths asks that of the same bindings. */
function crowdScore(context: RuleContext, ruleId: string, bound: BoundHolder): number {
  const ofBinding = crowdScores.get(bound.binding) ?? new Map<string, number>();
  crowdScores.set(bound.binding, ofBinding);
  const known = ofBinding.get(bound.holder.key) ?? crowdRisk(context, ruleId, bound)?.score ?? 0;
  ofBinding.set(bound.holder.key, known);
  return known;
}

function pathRisk(context: RuleContext, rule: PathRule, found: BoundPath): Risk {
  const { bound, path, level } = found;
  const { binding, subject, holder } = bound;
  const { key } = binding.entry;
  const certainty = certaintyOf(context.graph, binding);
  const anonymous = holder.kind === "anonymous" ? anonymousReach(context.graph) : undefined;
  const [first] = path.steps;
  const from = anonymous === undefined ? 1 : 2;
  const place = subjectHop(holder, subject, from);
  const consequence = consequenceOf(holder, path);
  const rating: Rated = {
    holder: holder.level,
    power: level,
    adjustments: holder.adjustments,
    assumedHops: path.assumedHops + certainty.assumedHops + (anonymous?.assumed === true ? 1 : 0),
  };
  const told: Omit<Risk, keyof Details> = {
    ruleId: rule.id,
    title: pathTitle(holder, path),
    score: rate(rating),
    rating,
    confidence: weakerConfidence(
      weakerConfidence(path.confidence, certainty.confidence),
      anonymous?.confidence ?? "certain",
    ),
    place,
    identity: { subject: holder.identity, object: key },
    cause: key,
    also: `${holder.name} can ${first.phrase}${consequence}`,
    alsoOfSame: `${subjectPronoun(holder)} can ${first.phrase}${consequence}`,
    steps: path.steps.length,
    role: roleOf(binding),
  };
  return withDetails(told, {
    hops: () => [
      ...(anonymous === undefined ? [] : [anonymous.hop]),
      place,
      roleRefHop(binding, from + 1),
      ...(first.power === undefined ? [] : powerHops(first.power, from + 2, binding)),
    ],
    notes: () => [
      ...(first.assumption === undefined ? [] : [note("note", `assumed: ${first.assumption}`)]),
      ...followingLines(path).map((line) => note("then", line)),
      ...(rule.notes?.(found) ?? []),
      ...unknownNamespace(path.steps),
      ...certainty.notes,
      ...(first.power === undefined ? [] : [note("check", checkCommand(holder, first.power))]),
    ],
    remedies: () => pathRemedies(context, rule, found),
  });
}

function unknownNamespace(steps: readonly Step[]): readonly Note[] {
  const passes = steps.some(({ to }) => "namespace" in to && to.namespace === appliedNamespace);
  return passes ? [note("note", "the namespace is the one that all of this is applied to")] : [];
}

/** Where the binding gives several first steps, taking one out of the role leaves the others. */
function pathRemedies(context: RuleContext, rule: PathRule, found: BoundPath): readonly Remedy[] {
  const { bound, path, others } = found;
  const { power } = path.steps[0];
  const narrower = power === undefined || others ? [] : narrowerRole(context, power);
  return [...(rule.instead?.(found) ?? []), ...narrower, takeSubjectOut(bound)];
}
