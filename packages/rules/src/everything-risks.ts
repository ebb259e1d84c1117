import type { ResolvedBinding } from "@authgraph/graph";
import { rbacIsAsked } from "./anonymous.ts";
import type { BoundHolder } from "./bound-holders.ts";
import { checkCommand } from "./checks.ts";
import { worstOf } from "./consequences.ts";
import { certaintyOf } from "./grant-certainty.ts";
import { note, roleOf, takeSubjectOut } from "./grant-risks.ts";
import { pronounOf, subjectPronoun } from "./holders.ts";
import { hop, roleRefHop, subjectHop } from "./hops.ts";
import { powersOf } from "./powers.ts";
import { adjustment, dormantScore, weakerConfidence } from "./rating.ts";
import type { Risk } from "./risk.ts";
import type { RuleContext } from "./rule.ts";
import { fitTitle, quotable } from "./wording.ts";

/** Whether a binding refers to the ClusterRole that Kubernetes itself calls cluster-admin. */
export function isClusterAdminRef({ entry }: ResolvedBinding): boolean {
  const { kind, name } = entry.object.roleRef;
  return kind.value === "ClusterRole" && name.value === "cluster-admin";
}

/** The risk that somebody holds every verb on every resource; nothing where the binding does not give that. */
export function everythingRisk(context: RuleContext, ruleId: string, bound: BoundHolder): Risk | undefined {
  const { binding, subject, holder } = bound;
  const power = powersOf(bound.grants(), context.minor).find(({ id }) => id === "everything");
  if (power === undefined) return undefined;
  const certainty = certaintyOf(context.graph, binding);
  const worst = worstOf(context, holder, [power], certainty.assumedHops);
  if (worst === undefined) return undefined;

  const { consequence, score } = worst;
  const { key, object } = binding.entry;
  const isDefaultAccount = holder.kind === "service-account" && holder.level === 2;
  const place = subjectHop(holder, subject, 1);
  const claim = power.scope.kind === "cluster" ? "is cluster-admin" : `can ${power.phrase}`;
  const dormant = rbacIsAsked(context.graph) ? undefined : ", once RBAC is among the authorization modes";
  return {
    ruleId,
    title: fitTitle(holder.name, ` ${claim}${dormant ?? consequence.suffix}`),
    score: dormant === undefined ? score : Math.min(score, dormantScore),
    rating: worst.rating,
    confidence: weakerConfidence(consequence.confidence, certainty.confidence),
    place,
    hops: [place, roleRefHop(binding, 2), hop(power.witnesses[0].grant.rule.origin, "every verb on every resource", 3)],
    notes: [
      ...(isDefaultAccount ? [note("who", "every pod of its namespace that names no other ServiceAccount")] : []),
      ...(consequence.next === undefined ? [] : [note("then", consequence.next)]),
      ...(holder.adjustments.includes(adjustment.namedUser)
        ? [note("why", "a User bound by name keeps the right when the person leaves")]
        : []),
      ...certainty.notes,
      note("check", checkCommand(holder, power)),
    ],
    remedies: [
      takeSubjectOut(bound),
      { text: "bind a role that lists what is needed, in the namespaces where it is needed", edits: [] },
    ],
    identity: { subject: holder.identity, object: key },
    cause: key,
    also: `${holder.name} is bound to ${quotable(object.roleRef.name.value)}`,
    alsoOfSame: `${subjectPronoun(holder)} ${pronounOf(holder) === "it" ? "is" : "are"} bound to ${quotable(object.roleRef.name.value)}`,
    role: roleOf(binding),
  };
}
