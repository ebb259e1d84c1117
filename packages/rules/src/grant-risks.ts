import type { Grant, ResolvedBinding } from "@authgraph/graph";
import type { Subject } from "@authgraph/kubernetes";
import { type AnonymousReach, anonymousReach, grantsOnPaths, rbacIsAsked } from "./anonymous.ts";
import type { BoundHolder } from "./bound-holders.ts";
import { powersCompletedElsewhere } from "./bound-powers.ts";
import { checkCommand } from "./checks.ts";
import { worstOf } from "./consequences.ts";
import { allOrNone, removeListItem, removeObject } from "./edits.ts";
import { certaintyOf } from "./grant-certainty.ts";
import { type Holder, holderOf, isSameHolder, pronounOf, subjectPronoun } from "./holders.ts";
import { hop, powerHops, roleRefHop, subjectHop } from "./hops.ts";
import { type HeldPower, powersOf, strongestPower } from "./powers.ts";
import { dormantScore, type HolderLevel, rate, weakerConfidence } from "./rating.ts";
import type { Confidence, Hop, Note, Remedy, Risk } from "./risk.ts";
import { type Details, withDetails } from "./risk-details.ts";
import type { RuleContext } from "./rule.ts";
import { fitTitle, listed, quotable } from "./wording.ts";

/**
 * The risk that a crowd holds rights it should not: requests without credentials, everybody, every ServiceAccount.
 *
 * Rated by the strongest power the binding gives; nothing where that is discovery, or nothing at all.
 */
export function crowdRisk(context: RuleContext, ruleId: string, bound: BoundHolder): Risk | undefined {
  if (bound.binding.resolution.outcome === "missing") return missingRoleRisk(context, ruleId, bound);
  const { binding, subject } = bound;
  const { platform } = context.graph.inventory;
  const strangers = bound.holder.kind === "authenticated" ? platform?.strangersAuthenticated : undefined;
  const holder = strangers === undefined ? bound.holder : { ...bound.holder, level: worldLevel };

  const anonymous = holder.kind === "anonymous" ? anonymousReach(context.graph) : undefined;
  const reach = reachedGrants(context, bound.grants(), anonymous);
  const powers = [...powersOf(reach.grants, context.minor), ...powersCompletedElsewhere(context, bound, reach.grants)];
  const certainty = certaintyOf(context.graph, binding);
  const worst = worstOf(context, holder, powers, certainty.assumedHops + (anonymous?.assumed === true ? 1 : 0));
  if (worst === undefined || worst.consequence.level === 6) return undefined;
  const { power, consequence, score: usual } = worst;
  const firstStep = anonymous === undefined ? 1 : 2;
  const place = subjectHop(holder, subject, firstStep);
  const claim = `${holder.name} can ${power.phrase}`;

  const told: Omit<Risk, keyof Details> = {
    ruleId,
    title: fitTitle(claim, reach.dormant === undefined ? consequence.suffix : `, ${reach.dormant}`),
    score: reach.dormant === undefined ? usual : Math.min(usual, dormantScore),
    rating: worst.rating,
    confidence: [certainty.confidence, anonymous?.confidence ?? "certain", consequence.confidence].reduce<Confidence>(
      weakerConfidence,
      "certain",
    ),
    place,
    identity: { subject: holder.identity, object: binding.entry.key },
    cause: binding.entry.key,
    also: `${holder.name} can ${power.phrase}`,
    alsoOfSame: `${subjectPronoun(holder)} can ${power.phrase}`,
    role: roleOf(binding),
  };
  return withDetails(told, {
    hops: () => [
      ...(anonymous === undefined ? [] : [anonymous.hop]),
      place,
      roleRefHop(binding, firstStep + 1),
      ...powerHops(power, firstStep + 2, binding),
    ],
    notes: () => [
      ...(strangers === undefined ? [] : [note("why", `on ${platform?.title} that is ${strangers}`)]),
      ...(consequence.next === undefined ? [] : [note("then", consequence.next)]),
      ...otherPowers(holder, power, powers),
      ...certainty.notes,
      note("check", checkCommand(holder, power)),
      ...(anonymous?.reach === "all-paths" ? [anonymousFlagNote] : []),
    ],
    remedies: () => crowdRemedies(bound, power),
  });
}

/** As requests without credentials: a login that anybody can make for themselves is none. */
const worldLevel: HolderLevel = 0;

interface ReachedGrants {
  readonly grants: readonly Grant[];
  /** Why nobody can use them today; undefined where somebody can. */
  readonly dormant: string | undefined;
}

function reachedGrants(
  { graph, minor }: RuleContext,
  grants: readonly Grant[],
  anonymous: AnonymousReach | undefined,
): ReachedGrants {
  if (!rbacIsAsked(graph)) return { grants, dormant: "once RBAC is among the authorization modes" };
  switch (anonymous?.reach) {
    case undefined:
    case "all-paths":
    case "unknown":
      return { grants, dormant: undefined };
    case "nothing":
      return { grants, dormant: "once anonymous requests are accepted" };
    case "some-paths": {
      const opened = grantsOnPaths(graph, grants, anonymous.paths);
      const gives = strongestPower(opened, minor);
      if (gives !== undefined && gives.level < 6) return { grants: opened, dormant: undefined };
      return { grants, dormant: "once anonymous requests are accepted on more paths" };
    }
  }
}

/** A role that the inputs name and do not hold: whoever writes it decides what the crowd may do. */
function missingRoleRisk({ graph }: RuleContext, ruleId: string, bound: BoundHolder): Risk | undefined {
  const { binding, subject, holder } = bound;
  if (graph.inventory.complete) return undefined;
  const { roleRef } = binding.entry.object;
  const role = `${roleRef.kind.value} ${quotable(roleRef.name.value)}`;
  const place = subjectHop(holder, subject, 1);
  const verb = holder.singular ? "holds" : "hold";
  return {
    ruleId,
    title: fitTitle(`${holder.name} ${verb} ${role}`, ", which no accepted input defines"),
    score: rate({ holder: holder.level, power: 4, assumedHops: 1 }),
    confidence: "possible",
    place,
    hops: [place, hop(roleRef.name.origin, "this role was not found", 2)],
    notes: [],
    remedies: [takeSubjectOut(bound)],
    identity: { subject: holder.identity, object: binding.entry.key },
    cause: binding.entry.key,
    also: `${holder.name} ${verb} ${role}`,
  };
}

export function note(kind: Note["kind"], text: string): Note {
  return { kind, text };
}

const anonymousFlagNote = note(
  "note",
  "--anonymous-auth=false would stop this too, but also probes of /livez and /readyz that send no credentials",
);

function otherPowers(holder: Holder, told: HeldPower, powers: readonly HeldPower[]): readonly Note[] {
  const others = powers.filter((power) => power !== told && power.level <= 4 && !isSaidBy(power, powers));
  return others.length === 0
    ? []
    : [note("note", `the same role also lets ${pronounOf(holder)} ${listed(others.map(({ phrase }) => phrase))}`)];
}

/** Whether a power that has no name of its own, some verbs on some resources, is what named powers say already. */
function isSaidBy({ id, witnesses: [{ grant, verbs }] }: HeldPower, powers: readonly HeldPower[]): boolean {
  if (id !== "write") return false;
  const { rule } = grant;
  const named = powers
    .filter((power) => power.id !== "write" && power.id !== "read")
    .flatMap((power) => power.witnesses.filter((witness) => witness.grant.rule === rule));
  return rule.resources.every((resource) =>
    verbs.every((verb) => named.some((one) => one.resource === resource && one.verbs.includes(verb))),
  );
}

function crowdRemedies(bound: BoundHolder, power: HeldPower): readonly Remedy[] {
  const remedies = [takeSubjectOut(bound)];
  const narrower = narrowRole(bound, power);
  if (narrower !== undefined) remedies.push(narrower);
  return remedies;
}

/** Take the subject out of its binding; the binding goes with its only subject. */
export function takeSubjectOut({ binding, subject, holder }: BoundHolder): Remedy {
  const { object, namespace } = binding.entry;
  const same = object.subjects.filter((other) => {
    const its = holderOf(other, namespace);
    return its !== undefined && isSameHolder(its, holder);
  });
  const what = same.length > 1 ? `${holder.name} (${same.length} subjects)` : subjectWord(holder, subject);
  if (object.subjects.length > same.length) {
    const edits = same.map(({ origin }) => removeListItem(origin));
    return { text: `take ${what} out of the binding`, edits: allOrNone(edits) };
  }
  const only = same.length > 1 ? "it has no other subjects" : `${what} is its only subject`;
  return { text: `delete the binding: ${only}`, edits: removeObject(object.origin) };
}

function subjectWord(holder: Holder, subject: Subject): string {
  switch (subject.kind) {
    case "Group":
      return "the group";
    case "User":
      return "the user";
    case "ServiceAccount":
      return holder.name;
  }
}

/** Take a resource out of the role, where others remain in the same rule. */
function narrowRole({ binding, holder }: BoundHolder, { witnesses: [witness] }: HeldPower): Remedy | undefined {
  const { resource, grant } = witness;
  const { rule, role } = grant;
  const others = rule.resources.filter((one) => one !== resource);
  if (resource === undefined || resource.value === "*" || others.length === 0 || rule.nonResourceURLs.length > 0) {
    return undefined;
  }
  const edits = removeListItem(resource.origin);
  if (edits.length === 0) return undefined;
  const rest = binding.entry.object.subjects.length > 1 ? "the other subjects need" : `${holder.name} needs`;
  const name = quotable(role.entry.object.meta.name.value);
  const kept = listed(others.map(({ value }) => quotable(value)));
  return { text: `if ${rest} ${kept} only, take ${quotable(resource.value)} out of the role ${name}`, edits };
}

/** The role that several bindings share, for folding them. */
export function roleOf(binding: ResolvedBinding): Risk["role"] {
  const { resolution } = binding;
  if (resolution.outcome !== "found") return undefined;
  const { key, object } = resolution.role.entry;
  const place: Hop = hop(object.meta.name.origin, "many bindings grant this role");
  return { key, place };
}
