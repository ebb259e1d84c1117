import {
  adjustment,
  type BoundHolder,
  boundHolders,
  type Check,
  fitTitle,
  type Grant,
  givesEverything,
  type Impersonation,
  impersonationCheck,
  impersonationHops,
  impersonationsOf,
  mentionsImpersonation,
  note,
  type Risk,
  type RuleContext,
  rate,
  roleOf,
  roleRefHop,
  type Scope,
  strongestPower,
  subjectHop,
  takeSubjectOut,
} from "@authgraph/rules";

const everybody = [
  "anonymous",
  "authenticated",
  "all-service-accounts",
  "namespace-service-accounts",
  "service-account",
  "nodes",
  "user",
  "group",
] as const;

export const check: Check = function* (context) {
  for (const bound of boundHolders(context, everybody)) {
    if (!bound.grants.some(actsForOthers)) continue;
    // Groups may be granted here and the users they need elsewhere: all grants of the holder count together.
    const held = [...context.graph.grantsOf(bound.holder.key)];
    if (held.some(({ rule, scope }) => givesEverything(rule) && reaches(scope, bound.binding.scope))) continue;
    const all = held.filter((grant) => !grant.shipped && actsForOthers(grant));
    const here = impersonationsOf(context, all).find(({ grants: [first] }) => first.grant.binding === bound.binding);
    if (here !== undefined && isWorthTelling(context, bound, here)) yield impersonationRisk(bound, here);
  }
};

/** Whoever can do everything there gains nothing by acting for others. */
function reaches(scope: Scope, there: Scope): boolean {
  if (scope.kind === "cluster") return true;
  return there.kind === "namespace" && scope.namespace === there.namespace;
}

function actsForOthers({ rule }: Grant): boolean {
  return mentionsImpersonation(rule) && !givesEverything(rule);
}

function isWorthTelling(context: RuleContext, { holder, grants }: BoundHolder, found: Impersonation): boolean {
  const { role, rule } = found.grants[0].grant;
  // `edit` and `admin` let their holders be the accounts of their own namespace: what people bind them for.
  if (role.isShipped(rule) && found.level >= 3) return false;
  // What a crowd holds is told by a rule of its own, unless acting for others is worth more.
  const isCrowd = holder.level <= 2 && holder.kind !== "service-account";
  return !isCrowd || (strongestPower(grants, context.minor)?.level ?? 6) > found.level;
}

function impersonationRisk(bound: BoundHolder, found: Impersonation): Risk {
  const { binding, subject, holder } = bound;
  const { key } = binding.entry;
  const suffix = found.makesClusterAdmin ? ", which makes it cluster-admin" : "";
  const place = subjectHop(holder, subject, 1);
  // A known victim is what it is worth, named or not.
  const narrowed = found.names.length > 0 && found.next === undefined && !found.makesClusterAdmin;
  return {
    ruleId: "rbac-impersonate",
    title: fitTitle(`${holder.name} can ${found.phrase}${suffix}`),
    score: rate({
      holder: holder.level,
      power: found.level,
      adjustments: [...holder.adjustments, ...(narrowed ? [adjustment.namedObjects] : [])],
    }),
    confidence: found.grants.some(({ grant }) => grant.confidence === "possible") ? "possible" : "certain",
    place,
    hops: [place, roleRefHop(binding, 2), ...impersonationHops(found, 3)],
    notes: [
      ...(found.next === undefined ? [] : [note("then", found.next)]),
      ...impersonationCheck(holder, found).map((command) => note("check", command)),
    ],
    remedies: [
      takeSubjectOut(bound),
      { text: "name whom it may act as: resourceNames of the users, groups or serviceaccounts", edits: [] },
    ],
    identity: { subject: holder.identity, object: key },
    cause: key,
    also: `${holder.name} can ${found.phrase} through the same binding`,
    role: roleOf(binding),
  };
}
