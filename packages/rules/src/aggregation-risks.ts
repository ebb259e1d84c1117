import {
  type AccessGraph,
  type EffectiveRole,
  type Grant,
  grantsIfBound,
  type ResolvedBinding,
} from "@authgraph/graph";
import type { PolicyRule } from "@authgraph/kubernetes";
import { type BoundHolder, boundHolders } from "./bound-holders.ts";
import { checkCommand } from "./checks.ts";
import { replaceScalar } from "./edits.ts";
import { certaintyOf } from "./grant-certainty.ts";
import { note, takeSubjectOut } from "./grant-risks.ts";
import { type Holder, holderOf, pronounOf } from "./holders.ts";
import { hop, powerHops, roleRefHop, subjectHop, whereOf } from "./hops.ts";
import { membershipsOf } from "./memberships.ts";
import type { Ask } from "./power.ts";
import { asksOf, type HeldPower, powersOf, ruleGives } from "./powers.ts";
import { type PowerLevel, rate, weakerConfidence } from "./rating.ts";
import type { Hop, Note, Remedy, Risk } from "./risk.ts";
import type { RuleContext } from "./rule.ts";
import { fitTitle, inScope, listed, quotable } from "./wording.ts";

const ruleId = "path-aggregation-injection";

/**
 * Roles that aggregation brings into another one and that give its holders a power it does not have as it is shipped;
 * and who could write such a role for itself.
 */
export function* aggregationRisks(context: RuleContext): Iterable<Risk> {
  const writers = writersOfRules(context.graph);
  // What comes into view comes into edit and admin too: of those that nobody holds, the first says it all.
  const told = new Set<EffectiveRole>();
  for (const aggregate of aggregatedRoles(context.graph).sort((a, b) => rankOf(a) - rankOf(b))) {
    const most = worthTelling(aggregate);
    if (most === undefined) continue;
    for (const injection of injectionsInto(context, aggregate, most, writers)) {
      const held = heldNow(context, injection);
      if (held.length === 0 && told.has(injection.by)) continue;
      told.add(injection.by);
      yield injectionRisk(injection, held);
    }
  }
  yield* selfGrants(context);
}

function aggregatedRoles({ roles }: AccessGraph): EffectiveRole[] {
  return roles.filter(({ entry }) => entry.object.aggregation !== undefined);
}

const smallestFirst: readonly string[] = ["view", "edit", "admin"];

function rankOf({ entry }: EffectiveRole): number {
  const rank = smallestFirst.indexOf(entry.object.meta.name.value);
  return rank < 0 ? smallestFirst.length : rank;
}

/** The weakest power that is told of, for roles that people bind without looking into them. */
function worthTelling({ entry, asShipped }: EffectiveRole): PowerLevel | undefined {
  const { aggregation, meta } = entry.object;
  if (aggregation === undefined) return undefined;
  // Whoever may edit or administer a namespace runs pods there and reads its Secrets anyway.
  if (asShipped !== "none") return meta.name.value === "view" ? 3 : 2;
  // A role of one's own is made of what one labels, unless it takes in all there is.
  const takesAll = aggregation.selectors.some(
    ({ matchLabels, matchExpressions }) => matchLabels.size === 0 && matchExpressions.length === 0,
  );
  return takesAll ? 2 : undefined;
}

/** Which role of the inputs a rule was written in. */
function writersOfRules({ roles }: AccessGraph): ReadonlyMap<PolicyRule, EffectiveRole> {
  const writers = new Map<PolicyRule, EffectiveRole>();
  for (const role of roles) {
    if (role.entry.object.kind !== "ClusterRole" || role.entry.object.origin.kind === "built-in") continue;
    for (const rule of role.entry.object.rules) writers.set(rule, role);
  }
  return writers;
}

interface Injection {
  readonly aggregate: EffectiveRole;
  /** The role that brings the power. */
  readonly by: EffectiveRole;
  readonly power: HeldPower;
}

/** One for each role that brings something: the strongest power that the aggregate does not have without. */
function injectionsInto(
  { minor }: RuleContext,
  aggregate: EffectiveRole,
  most: PowerLevel,
  writers: ReadonlyMap<PolicyRule, EffectiveRole>,
): readonly Injection[] {
  if (aggregate.asShipped === "all") return [];
  const all = grantsIfBound(aggregate);
  const shipped = powersOf(
    all.filter(({ rule }) => aggregate.isShipped(rule)),
    minor,
  );
  const had = new Set(shipped.filter(({ names }) => names.length === 0).map(({ id }) => id));
  const byRole = new Map<EffectiveRole, Injection>();
  for (const power of powersOf(all, minor)) {
    if (power.sureLevel > most || had.has(power.id) || power.names.length > 0) continue;
    for (const { grant } of power.witnesses) {
      const by = aggregate.isShipped(grant.rule) ? undefined : writers.get(grant.rule);
      if (by !== undefined && by !== aggregate && !byRole.has(by)) byRole.set(by, { aggregate, by, power });
    }
  }
  return [...byRole.values()];
}

/** Who holds the aggregate now, and what the power is worth to them. */
interface NowHeld {
  readonly holder: Holder;
  readonly binding: ResolvedBinding;
  readonly power: HeldPower;
  readonly score: number;
}

function heldNow(context: RuleContext, { aggregate, power: { id } }: Injection): readonly NowHeld[] {
  const held: NowHeld[] = [];
  for (const binding of bindingsOf(context.graph, aggregate)) {
    for (const subject of binding.entry.object.subjects) {
      const holder = holderOf(subject, binding.entry.namespace);
      if (holder === undefined || holder.kind === "masters") continue;
      const power = powersOf(context.graph.grantsThrough(binding, subject), context.minor).find((one) => one.id === id);
      if (power === undefined) continue;
      const { assumedHops } = certaintyOf(context.graph, binding);
      const { level, adjustments } = holder;
      held.push({
        holder,
        binding,
        power,
        score: rate({ holder: level, power: power.sureLevel, adjustments, assumedHops }),
      });
    }
  }
  return held.sort((a, b) => b.score - a.score);
}

const bindings = new WeakMap<AccessGraph, ReadonlyMap<EffectiveRole, readonly ResolvedBinding[]>>();

/** Bindings of aggregated roles only: of the others there are many, and nobody asks. */
function bindingsOf(graph: AccessGraph, aggregate: EffectiveRole): readonly ResolvedBinding[] {
  let known = bindings.get(graph);
  if (known === undefined) {
    const byRole = new Map<EffectiveRole, ResolvedBinding[]>();
    for (const binding of graph.bindings) {
      if (binding.resolution.outcome !== "found") continue;
      const { role } = binding.resolution;
      if (role.entry.object.aggregation === undefined) continue;
      const all = byRole.get(role);
      if (all === undefined) byRole.set(role, [binding]);
      else all.push(binding);
    }
    known = byRole;
    bindings.set(graph, known);
  }
  return known.get(aggregate) ?? [];
}

function injectionRisk(injection: Injection, held: readonly NowHeld[]): Risk {
  const { aggregate, by, power } = injection;
  const { object, key } = by.entry;
  const into = quotable(aggregate.entry.object.meta.name.value);
  const name = `ClusterRole ${quotable(object.meta.name.value)}`;
  const [worst] = held;
  const place = labelHop(injection);
  const told = worst?.power ?? power;
  const whom = worst === undefined ? `whoever is bound to ${into}` : `${worst.holder.name}, bound to ${into},`;
  const certain = aggregate.isCertain(power.witnesses[0].grant.rule) ? "certain" : "possible";
  return {
    ruleId,
    title: fitTitle(`${name} lets ${whom} ${told.phrase}`),
    // Kubernetes ships these roles for people: somebody is bound to them, somewhere.
    score: worst?.score ?? rate({ holder: 4, power: power.sureLevel, assumedHops: 1 }),
    confidence: worst === undefined ? weakerConfidence(certain, "likely") : certain,
    place,
    hops: [
      place,
      ...powerHops(power, 2),
      ...(worst === undefined ? [] : [roleRefHop(worst.binding, 2 + power.witnesses.length)]),
    ],
    notes: notesOf(injection, held),
    remedies: remediesOf(injection, place),
    identity: { subject: `ClusterRole ${aggregate.entry.object.meta.name.value}`, object: key },
    cause: `${key} aggregated`,
    also: `so does whoever is bound to ${into}`,
  };
}

/** The label that the aggregate looks for; where another role stands between, the one that looks like it. */
function labelHop({ aggregate, by }: Injection): Hop {
  const { meta } = by.entry.object;
  const sought = new Set(
    (aggregate.entry.object.aggregation?.selectors ?? []).flatMap(({ matchLabels, matchExpressions }) => [
      ...matchLabels.keys(),
      ...matchExpressions.map(({ key }) => key),
    ]),
  );
  const labels = [...meta.labels];
  const [, value] =
    labels.find(([label]) => sought.has(label)) ?? labels.find(([label]) => label.includes("aggregate-to-")) ?? [];
  const into = quotable(aggregate.entry.object.meta.name.value);
  return hop(value?.origin ?? meta.name.origin, `brings these rules into ${into}`, 1);
}

/** How many holders are named; whoever wants all asks `who-can`. */
const holdersTold = 3;

function notesOf({ power }: Injection, held: readonly NowHeld[]): readonly Note[] {
  const [first] = held;
  if (first === undefined) return [note("who", "nobody among the inputs is bound to it")];
  const names = [...new Set(held.map(({ holder, binding }) => `${holder.name} ${inScope(binding.scope)}`))];
  return [
    note("who", `bound to it now: ${listed(names, holdersTold)} (${whereOf(first.binding.entry.object.origin)})`),
    note("check", checkCommand(first.holder, first.power.witnesses.length > 0 ? first.power : power)),
  ];
}

function remediesOf({ aggregate, by }: Injection, { origin }: Hop): readonly Remedy[] {
  const into = quotable(aggregate.entry.object.meta.name.value);
  return [
    {
      text: `take the label off, or write "false", and bind ${quotable(by.entry.object.meta.name.value)} to those who need it`,
      edits: replaceScalar(origin, "true", "false"),
    },
    { text: `keep in the labelled role only what everybody bound to ${into} is to have`, edits: [] },
  ];
}

/**
 * Whoever may create ClusterRoles with any rights in them, and is bound to a role that aggregation fills: a new role with
 * the right label is part of what it holds. Those who may change ClusterRoles need no label.
 */
function* selfGrants(context: RuleContext): Iterable<Risk> {
  const [escalate] = asksOf("escalate", context.minor);
  if (escalate === undefined) return;
  const create = { ...escalate, verb: "create", carriesName: false };
  const escalates = (rule: PolicyRule): boolean => rule.resourceNames.length === 0 && ruleGives(rule, escalate);
  const known = new Map<string, OwnRoles | undefined>();
  for (const bound of boundHolders(context, ["service-account", "user", "group", "nodes"], mentions(escalates))) {
    const { key } = bound.holder;
    if (!known.has(key)) known.set(key, ownRoles(context, key, create));
    const own = known.get(key);
    const deciding = bound.grants().find(({ scope, rule }) => scope.kind === "cluster" && escalates(rule));
    if (own === undefined || deciding === undefined) continue;
    yield selfGrantRisk(context, bound, deciding, own.creating, own.into);
  }
}

/** What lets somebody create ClusterRoles, and the aggregated role that it holds. */
interface OwnRoles {
  readonly creating: Grant;
  readonly into: Grant;
}

function ownRoles({ graph, minor }: RuleContext, key: string, create: Ask): OwnRoles | undefined {
  const all = grantsOfHolder(graph, key);
  const everywhere = all.filter(({ scope }) => scope.kind === "cluster");
  const creating = everywhere.find(({ rule }) => ruleGives(rule, create));
  const into = strongestReach(all);
  if (creating === undefined || into === undefined) return undefined;
  // Whoever may change ClusterRoles writes into one that it holds.
  const isMore = powersOf(everywhere, minor).some(({ id }) => id === "escalate" || id === "everything");
  return isMore ? undefined : { creating, into };
}

function mentions(gives: (rule: PolicyRule) => boolean): (binding: ResolvedBinding) => boolean {
  return ({ resolution }) => resolution.outcome === "found" && resolution.role.rules.some(gives);
}

function grantsOfHolder(graph: AccessGraph, key: string): readonly Grant[] {
  return [key, ...membershipsOf(key)].flatMap((one) => [...graph.grantsOf(one)]);
}

/** A grant through an aggregated role, in the whole cluster if there is one. */
function strongestReach(grants: readonly Grant[]): Grant | undefined {
  const aggregated = grants.filter(({ role }) => role.entry.object.aggregation !== undefined);
  return aggregated.find(({ scope }) => scope.kind === "cluster") ?? aggregated[0];
}

function selfGrantRisk(
  { graph }: RuleContext,
  bound: BoundHolder,
  deciding: Grant,
  creating: Grant,
  into: Grant,
): Risk {
  const { binding, subject, holder } = bound;
  const { key } = binding.entry;
  const certainty = certaintyOf(graph, binding);
  const place = subjectHop(holder, subject, 1);
  const role = quotable(into.role.entry.object.meta.name.value);
  const verbs = deciding.rule.verbs.find(({ value }) => value === "escalate" || value === "*");
  return {
    ruleId,
    title: fitTitle(
      `${holder.name} can write any right into ${role} by a label, and holds it ${inScope(into.scope)}`,
      into.scope.kind === "cluster" ? `, which makes ${pronounOf(holder)} cluster-admin` : "",
    ),
    score: rate({
      holder: holder.level,
      power: into.scope.kind === "cluster" ? 1 : 3,
      adjustments: holder.adjustments,
      assumedHops: certainty.assumedHops,
    }),
    confidence: certainty.confidence,
    place,
    hops: [
      place,
      roleRefHop(binding, 2),
      hop(verbs?.origin ?? deciding.rule.origin, "any right in a new ClusterRole", 3),
      ...(creating.rule === deciding.rule ? [] : [hop(creating.rule.origin, "creates ClusterRoles", 4)]),
      roleRefHop(into.binding, creating.rule === deciding.rule ? 4 : 5),
    ],
    notes: [
      note("then", `a ClusterRole with the label that ${role} looks for is part of it a moment later`),
      ...certainty.notes,
    ],
    remedies: [takeSubjectOut(bound), { text: "take escalate out of the role", edits: [] }],
    identity: { subject: holder.identity, object: key },
    cause: key,
    also: `${holder.name} can do the same`,
  };
}
