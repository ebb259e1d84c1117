import {
  adjustment,
  type BoundHolder,
  boundHolders,
  type Check,
  checkCommand,
  controllersStep,
  fitTitle,
  hop,
  note,
  powersOf,
  type ResolvedBinding,
  type Risk,
  type RuleContext,
  rate,
  roleOf,
  roleRefHop,
  subjectHop,
  takeSubjectOut,
} from "@authgraph/rules";

const ruleId = "rbac-cluster-admin-binding";

export const check: Check = function* (context) {
  // Crowds have rules of their own, which say more; the superusers' group needs no binding.
  for (const bound of boundHolders(context, ["service-account", "nodes", "user", "group"], isClusterAdmin)) {
    const risk = clusterAdminRisk(context, bound);
    if (risk !== undefined) yield risk;
  }
};

function isClusterAdmin({ entry }: ResolvedBinding): boolean {
  const { kind, name } = entry.object.roleRef;
  return kind.value === "ClusterRole" && name.value === "cluster-admin";
}

function clusterAdminRisk(context: RuleContext, bound: BoundHolder): Risk | undefined {
  const { binding, subject, holder } = bound;
  // The inputs may define a cluster-admin of their own: it counts if it gives everything.
  const power = powersOf(bound.grants(), context.minor).find(({ id }) => id === "everything");
  if (power === undefined) return undefined;

  const { key } = binding.entry;
  const { scope, level, assumedHops, confidence } = power;
  const isDefaultAccount = holder.kind === "service-account" && holder.level === 2;
  const clusterWide = scope.kind === "cluster";
  const suffix = !clusterWide && level === 1 ? ", which makes it cluster-admin" : "";
  const place = subjectHop(holder, subject, 1);
  return {
    ruleId,
    title: fitTitle(holder.name, clusterWide ? " is cluster-admin" : ` can ${power.phrase}${suffix}`),
    score: rate({ holder: holder.level, power: level, adjustments: holder.adjustments, assumedHops }),
    confidence,
    place,
    hops: [place, roleRefHop(binding, 2), hop(power.witnesses[0].grant.rule.origin, "every verb on every resource", 3)],
    notes: [
      ...(isDefaultAccount ? [note("who", "every pod of its namespace that names no other ServiceAccount")] : []),
      ...(holder.adjustments.includes(adjustment.namedUser)
        ? [note("why", "a User bound by name keeps the right when the person leaves")]
        : []),
      ...(suffix === "" ? [] : [note("then", controllersStep(scope))]),
      note("check", checkCommand(holder, power)),
    ],
    remedies: [
      takeSubjectOut(bound),
      { text: "bind a role that lists what is needed, in the namespaces where it is needed", edits: [] },
    ],
    identity: { subject: holder.identity, object: key },
    cause: key,
    also: `${holder.name} is bound to cluster-admin by the same binding`,
    role: roleOf(binding),
  };
}
