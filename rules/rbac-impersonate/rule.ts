import {
  adjustment,
  type BoundHolder,
  boundHolders,
  type Check,
  type Confidence,
  certaintyOf,
  dormantRisks,
  fitTitle,
  type Grant,
  givesEverything,
  type Impersonation,
  impersonationChecks,
  impersonationHops,
  impersonationsOf,
  membershipsOf,
  mentionsImpersonation,
  note,
  powersOf,
  pronounOf,
  quotable,
  type Rated,
  type Remedy,
  type ResolvedBinding,
  type Risk,
  type RuleContext,
  rate,
  roleOf,
  roleRefHop,
  rolesOf,
  subjectHop,
  subjectPronoun,
  takeSubjectOut,
  weakerConfidence,
  worstOf,
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
  const byGroup = new Map<string, ActingGrants>();
  for (const bound of boundHolders(context, everybody, mentionsIt)) {
    const { key } = bound.holder;
    const held = byHolder.get(key) ?? heldImpersonations(context, key, byGroup);
    byHolder.set(key, held);
    if (held.everythingAt.has("") || held.everythingAt.has(bound.binding.entry.namespace)) continue;
    const here = held.through.get(bound.binding);
    if (here !== undefined && isWorthTelling(context, bound, here)) yield impersonationRisk(context, bound, here);
  }
  yield* dormantRisks(context, {
    id: "rbac-impersonate",
    powers: ["impersonate-users", "impersonate-service-accounts"],
  });
};

/** What the grants of one subject say about impersonation. */
interface ActingGrants {
  readonly acting: readonly Grant[];
  /** Namespaces, `""` for all, in which it can do everything and gains nothing by acting for others. */
  readonly everythingAt: readonly string[];
}

interface HeldImpersonations {
  /** What is worth most of those that a binding decides. */
  readonly through: ReadonlyMap<ResolvedBinding, Impersonation>;
  readonly everythingAt: ReadonlySet<string>;
}

function actingGrants({ graph }: RuleContext, key: string): ActingGrants {
  const acting: Grant[] = [];
  const everythingAt: string[] = [];
  for (const grant of graph.grantsOf(key)) {
    if (givesEverything(grant.rule)) everythingAt.push(grant.binding.entry.namespace);
    else if (!grant.shipped && mentionsImpersonation(grant.rule)) acting.push(grant);
  }
  return { acting, everythingAt };
}

/**
 * All grants of a holder count together, those of its groups included: groups may be granted here and the users they
 * need elsewhere. What its groups alone let it do is told of them.
 */
function heldImpersonations(context: RuleContext, key: string, byGroup: Map<string, ActingGrants>): HeldImpersonations {
  const own = actingGrants(context, key);
  const inherited = membershipsOf(key).map((group) => {
    const known = byGroup.get(group) ?? actingGrants(context, group);
    byGroup.set(group, known);
    return known;
  });

  const through = new Map<ResolvedBinding, Impersonation>();
  const isOwn = new Set(own.acting);
  const all = [...inherited.flatMap(({ acting }) => acting), ...own.acting];
  for (const found of impersonationsOf(context, all, key)) {
    const deciding = found.grants.find(({ grant }) => isOwn.has(grant));
    if (deciding === undefined) continue;
    const { binding } = deciding.grant;
    if (!through.has(binding)) through.set(binding, found);
  }
  return { through, everythingAt: new Set([own, ...inherited].flatMap(({ everythingAt }) => everythingAt)) };
}

function mentionsIt(binding: ResolvedBinding): boolean {
  return rolesOf(binding).some(({ rules }) => rules.some(mentionsImpersonation));
}

function isWorthTelling(context: RuleContext, { holder, grants }: BoundHolder, found: Impersonation): boolean {
  const { role, rule } = found.grants[0].grant;
  // `edit` and `admin` let their holders be the accounts of their own namespace: what people bind them for.
  if (role.isShipped(rule) && found.level >= 3) return false;
  // What a crowd holds is told by a rule of its own, unless acting for others is worth more.
  const isCrowd = holder.level <= 2 && holder.kind !== "service-account";
  if (!isCrowd) return true;
  return (worstOf(context, holder, powersOf(grants(), context.minor), 0)?.consequence.level ?? 6) > found.level;
}

function impersonationRisk(context: RuleContext, bound: BoundHolder, found: Impersonation): Risk {
  const { binding, subject, holder } = bound;
  const { key } = binding.entry;
  const suffix = found.makesClusterAdmin ? `, which makes ${pronounOf(holder)} cluster-admin` : "";
  const certainty = certaintyOf(context.graph, binding);
  const place = subjectHop(holder, subject, 1);
  // A known victim is what it is worth, named or not.
  const narrowed = found.names.length > 0 && found.next === undefined && !found.makesClusterAdmin;
  const rating: Rated = {
    holder: holder.level,
    power: found.level,
    adjustments: [...holder.adjustments, ...(narrowed ? [adjustment.namedObjects] : [])],
    assumedHops: found.assumedHops + certainty.assumedHops,
  };
  return {
    ruleId: "rbac-impersonate",
    title: fitTitle(`${holder.name} can ${found.phrase}`, suffix),
    score: rate(rating),
    rating,
    confidence: found.grants
      .map(({ grant }) => grant.confidence)
      .reduce<Confidence>(
        weakerConfidence,
        weakerConfidence(certainty.confidence, found.assumedHops === 0 ? "certain" : "likely"),
      ),
    place,
    hops: [place, roleRefHop(binding, 2), ...impersonationHops(found, binding, 3)],
    notes: [
      ...(found.next === undefined ? [] : [note("then", found.next)]),
      ...certainty.notes,
      ...impersonationChecks(holder, found).map((command) => note("check", command)),
    ],
    remedies: [takeSubjectOut(bound), ...narrowerRole(found)],
    identity: { subject: holder.identity, object: key },
    cause: key,
    also: `${holder.name} can ${found.phrase}`,
    alsoOfSame: `${subjectPronoun(holder)} can ${found.phrase}`,
    role: roleOf(binding),
  };
}

/** What else would do, where the role is written in the inputs and says less than it could. */
function narrowerRole({ grants: [{ grant }] }: Impersonation): readonly Remedy[] {
  const { rule, role } = grant;
  const { origin, meta } = role.entry.object;
  if (origin.kind === "built-in") {
    const text = `instead of ${quotable(meta.name.value)} bind a role of your own that lists the verbs, without impersonate`;
    return [{ text, edits: [] }];
  }
  // Beside other verbs names would take away what carries none, such as create.
  if (rule.verbs.some(({ value }) => value === "*")) {
    return [{ text: "list the verbs that are needed in place of `*`, without impersonate", edits: [] }];
  }
  if (rule.resourceNames.length > 0) return [];
  return [{ text: "name whom it may act as: resourceNames of the users, groups or serviceaccounts", edits: [] }];
}
