import {
  type ApiServer,
  type Authorizer,
  type BoundHolder,
  boundHolders,
  type Check,
  describedServers,
  firstThatFits,
  type HeldPower,
  hop,
  isConditionFalse,
  type Located,
  note,
  quotable,
  type Risk,
  type RuleContext,
  settingRisk,
  strongestPower,
  subjectHop,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    for (const [at, authorizer] of server.authorizers.entries()) {
      if (authorizer.kind !== "Webhook" || authorizer.webhook.failurePolicy.value !== "Deny") continue;
      if (authorizer.webhook.matchConditions.length === 0) continue;
      if (!server.authorizers.slice(at + 1).some(({ kind }) => kind === "RBAC")) continue;
      yield* gapsOf(context, server, authorizer);
    }
  }
};

type Webhook = Extract<Authorizer, { kind: "Webhook" }>;

interface Unasked {
  readonly bound: BoundHolder;
  readonly power: HeldPower;
}

/** One finding for each condition that leaves somebody out. */
function* gapsOf(context: RuleContext, server: ApiServer, webhook: Webhook): Iterable<Risk> {
  const { cel } = context.graph.inventory;
  if (cel === undefined) return;
  const byCondition = new Map<Located<string>, Unasked[]>();
  for (const bound of boundHolders(context, [
    "authenticated",
    "service-account",
    "namespace-service-accounts",
    "user",
    "group",
  ])) {
    if (/^system:|kube-system/.test(bound.holder.identity.replace(/^\w+ /, ""))) continue;
    const power = strongestPower(bound.grants(), context.minor);
    if (power === undefined || power.level > 2) continue;
    const condition = webhook.webhook.matchConditions.find((one) =>
      isConditionFalse(cel, one.value, bound.holder, power),
    );
    if (condition === undefined) continue;
    const known = byCondition.get(condition);
    if (known === undefined) byCondition.set(condition, [{ bound, power }]);
    else known.push({ bound, power });
  }
  for (const [condition, [first, ...others]] of byCondition) {
    if (first !== undefined) yield gapRisk(server, webhook, condition, first, others);
  }
}

function gapRisk(
  server: ApiServer,
  { name }: Webhook,
  condition: Located<string>,
  { bound, power }: Unasked,
  others: readonly Unasked[],
): Risk {
  const { holder, subject } = bound;
  const more = others.length === 0 ? "" : `, nor about ${others.length} more`;
  return settingRisk({
    ruleId: "authz-webhook-gap",
    server,
    setting: `authorizer ${name} matchConditions ${condition.value}`,
    origin: condition.origin,
    label: "false for these requests",
    title: firstThatFits([
      `${holder.name} can ${power.phrase}, which webhook ${quotable(name)} is not asked about${more}`,
      `${holder.name} holds a power that webhook ${quotable(name)} is not asked about${more}`,
    ]),
    score: 5.0,
    after: [
      subjectHop(holder, subject, 2),
      hop(bound.binding.entry.object.roleRef.name.origin, "through this role", 3),
    ],
    notes: [
      note("why", "where a condition is false the webhook is skipped, and RBAC decides alone"),
      ...others.slice(0, 5).map((one) => note("also", `${one.bound.holder.name} can ${one.power.phrase}`)),
    ],
    remedies: [{ text: "widen the condition, or leave out no more than the control plane needs", edits: [] }],
  });
}
