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
  type ResolvedBinding,
  type Risk,
  type RuleContext,
  rate,
  roleOf,
  roleRefHop,
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
  const byHolder = new Map<string, HeldImpersonations>();
  for (const bound of boundHolders(context, everybody, mentionsIt)) {
    const { key } = bound.holder;
    const held = byHolder.get(key) ?? heldImpersonations(context, key);
    byHolder.set(key, held);
    if (held.everythingAt.has("") || held.everythingAt.has(bound.binding.entry.namespace)) continue;
    const here = held.through.get(bound.binding);
    if (here !== undefined && isWorthTelling(context, bound, here)) yield impersonationRisk(bound, here);
  }
};

interface HeldImpersonations {
  /** What is worth most of those that a binding decides. */
  readonly through: ReadonlyMap<ResolvedBinding, Impersonation>;
  /** Namespaces, `""` for all, in which the holder can do everything and gains nothing by acting for others. */
  readonly everythingAt: ReadonlySet<string>;
}

/** All grants of a holder count together: groups may be granted here and the users they need elsewhere. */
function heldImpersonations(context: RuleContext, key: string): HeldImpersonations {
  const through = new Map<ResolvedBinding, Impersonation>();
  const everythingAt = new Set<string>();
  const acting: Grant[] = [];
  for (const grant of context.graph.grantsOf(key)) {
    if (givesEverything(grant.rule)) everythingAt.add(grant.binding.entry.namespace);
    else if (!grant.shipped && mentionsImpersonation(grant.rule)) acting.push(grant);
  }
  for (const found of impersonationsOf(context, acting)) {
    const { binding } = found.grants[0].grant;
    if (!through.has(binding)) through.set(binding, found);
  }
  return { through, everythingAt };
}

function mentionsIt({ resolution }: ResolvedBinding): boolean {
  switch (resolution.outcome) {
    case "found":
      return resolution.role.rules.some(mentionsImpersonation);
    case "ambiguous":
      return resolution.roles.some(({ rules }) => rules.some(mentionsImpersonation));
    case "missing":
      return false;
  }
}

function isWorthTelling(context: RuleContext, { holder, grants }: BoundHolder, found: Impersonation): boolean {
  const { role, rule } = found.grants[0].grant;
  // `edit` and `admin` let their holders be the accounts of their own namespace: what people bind them for.
  if (role.isShipped(rule) && found.level >= 3) return false;
  // What a crowd holds is told by a rule of its own, unless acting for others is worth more.
  const isCrowd = holder.level <= 2 && holder.kind !== "service-account";
  return !isCrowd || (strongestPower(grants(), context.minor)?.level ?? 6) > found.level;
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
    title: fitTitle(`${holder.name} can ${found.phrase}`, suffix),
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
