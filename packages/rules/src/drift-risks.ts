import {
  type EffectiveRole,
  type Entry,
  type Grant,
  grantsIfBound,
  objectKey,
  type ResolvedBinding,
  rolesOf,
} from "@authgraph/graph";
import type { AccessBinding, AccessRole, BuiltInPolicy, PolicyRule, Subject } from "@authgraph/kubernetes";
import { type RatedPower, worstOf } from "./consequences.ts";
import { allOrNone, removeListItem, removeObject, replaceScalar } from "./edits.ts";
import { certaintyOf } from "./grant-certainty.ts";
import { note, takeSubjectOut } from "./grant-risks.ts";
import { type Holder, holderOf } from "./holders.ts";
import { hop, powerHops, subjectHop } from "./hops.ts";
import { powersOf, strongestPower } from "./powers.ts";
import { dormantScore, type PowerLevel, weakerConfidence } from "./rating.ts";
import type { Confidence, Hop, Note, Remedy, Risk } from "./risk.ts";
import type { RuleContext } from "./rule.ts";
import { fitTitle, namespacedName, quotable } from "./wording.ts";

const ruleId = "rbac-default-object-drift";

/** What gives nobody much today is still never put back. */
const leastScore = 2.0;

/**
 * Objects of the inputs under a name that Kubernetes or kubeadm ships, where they give more than what is shipped: the
 * surplus alone, rated by who holds it. When it starts, the API server adds what is missing and takes nothing away
 * (plugin/pkg/auth/authorizer/rbac/bootstrappolicy, with confirm and without RemoveExtraPermissions).
 */
export function* driftRisks(context: RuleContext): Iterable<Risk> {
  const { graph } = context;
  // Few projects write a role that is shipped.
  let bindings: ReadonlyMap<Entry<AccessRole>, readonly ResolvedBinding[]> | undefined;
  for (const role of graph.roles) {
    // What aggregation brings in is what the role is for.
    if (role.asShipped !== "part" || !isWritten(role.entry) || role.entry.object.aggregation !== undefined) continue;
    const surplus = role.rules.filter((rule) => !role.isShipped(rule));
    if (surplus.length === 0) continue;
    bindings ??= bindingsByRole(graph.bindings);
    yield roleRisk(context, role, surplus, bindings.get(role.entry) ?? []);
  }
  const { kubernetes, kubeadm } = graph.inventory.shipped;
  const shippedBindings = keysOf([kubernetes, kubeadm], ({ bindings: all }) => all);
  for (const binding of graph.bindings) {
    if (!isWritten(binding.entry) || !shippedBindings.has(binding.entry.key)) continue;
    for (const subject of binding.entry.object.subjects) {
      if (binding.isShipped(subject)) continue;
      const risk = bindingRisk(context, binding, subject);
      if (risk !== undefined) yield risk;
    }
  }
  yield* unreconciledRisks(context);
}

function isWritten({ object }: Entry): boolean {
  return object.origin.kind !== "built-in";
}

type PolicyObject = AccessRole | AccessBinding;

function keysOf(
  policies: readonly BuiltInPolicy[],
  pick: (policy: BuiltInPolicy) => readonly PolicyObject[],
): ReadonlySet<string> {
  const objects = policies.flatMap(pick);
  return new Set(objects.map((object) => objectKey(object, object.meta.namespace?.value ?? "")));
}

function bindingsByRole(
  bindings: readonly ResolvedBinding[],
): ReadonlyMap<Entry<AccessRole>, readonly ResolvedBinding[]> {
  const byRole = new Map<Entry<AccessRole>, ResolvedBinding[]>();
  for (const binding of bindings) {
    for (const { entry } of rolesOf(binding)) {
      const known = byRole.get(entry);
      if (known === undefined) byRole.set(entry, [binding]);
      else known.push(binding);
    }
  }
  return byRole;
}

/** Who gets most out of a surplus, and through which binding. */
interface Gain extends RatedPower {
  readonly holder: Holder;
  readonly binding: ResolvedBinding;
  readonly confidence: Confidence;
  readonly notes: readonly Note[];
}

function worstGain(
  context: RuleContext,
  surplus: ReadonlySet<PolicyRule>,
  bindings: readonly ResolvedBinding[],
): Gain | undefined {
  let worst: Gain | undefined;
  for (const binding of bindings) {
    for (const subject of binding.entry.object.subjects) {
      const gain = gainOf(context, binding, subject, (rule) => surplus.has(rule));
      if (gain !== undefined && (worst === undefined || gain.score > worst.score)) worst = gain;
    }
  }
  return worst;
}

function gainOf(
  context: RuleContext,
  binding: ResolvedBinding,
  subject: Subject,
  isSurplus: (rule: PolicyRule) => boolean,
): Gain | undefined {
  const holder = holderOf(subject, binding.entry.namespace);
  if (holder === undefined || holder.kind === "masters") return undefined;
  const grants = [...context.graph.grantsThrough(binding, subject)].filter(({ rule }) => isSurplus(rule));
  const certainty = certaintyOf(context.graph, binding);
  const worst = worstOf(context, holder, powersOf(grants, context.minor), certainty.assumedHops);
  if (worst === undefined) return undefined;
  const confidence = weakerConfidence(certainty.confidence, worst.consequence.confidence);
  return { ...worst, holder, binding, confidence, notes: certainty.notes };
}

const whyKept = "the API server adds what is missing when it starts, and never takes away what is too much";

function roleRisk(
  context: RuleContext,
  role: EffectiveRole,
  surplus: readonly PolicyRule[],
  bindings: readonly ResolvedBinding[],
): Risk {
  const { object, namespace, key } = role.entry;
  const isSurplus = new Set(surplus);
  const gain = worstGain(context, isSurplus, bindings);
  const name = `${object.kind} ${namespacedName(namespace, object.meta.name.value)}`;
  const idle = gain === undefined ? strongestPower(idleGrants(role, isSurplus), context.minor) : undefined;
  const power = gain?.power ?? idle;
  const hops = power === undefined ? surplusHops(surplus) : powerHops(power, 2);
  const place = hops[0] ?? hop(object.meta.name.origin, "wider than what is shipped");
  const suffix = `, more than Kubernetes ${context.minor} ships`;
  return {
    ruleId,
    title:
      gain === undefined
        ? fitTitle(`whoever is bound to ${name} can ${idle?.phrase ?? "do more"}`, `${suffix}; nobody is, here`)
        : fitTitle(`${gain.holder.name} can ${gain.power.phrase} by ${name}`, suffix),
    score: gain === undefined ? idleScore(idle?.sureLevel ?? 6) : Math.max(gain.score, leastScore),
    confidence: gain?.confidence ?? "certain",
    place,
    hops: [
      hop(object.meta.name.origin, "Kubernetes ships a role of this name", 1),
      ...(hops.length > 0 ? hops : [place]),
    ],
    notes: [note("why", whyKept), ...(gain === undefined ? [] : nextOf(gain)), ...(gain?.notes ?? [])],
    remedies: [withoutSurplus(role, surplus)],
    identity: { subject: `${object.kind} ${object.meta.name.value}`, object: key },
    cause: `${key} is not as shipped`,
    also: `${name} gives more than Kubernetes ships`,
  };
}

function idleGrants(role: EffectiveRole, surplus: ReadonlySet<PolicyRule>): readonly Grant[] {
  return grantsIfBound(role).filter(({ rule }) => surplus.has(rule));
}

function idleScore(level: PowerLevel): number {
  return level <= 3 ? dormantScore : leastScore;
}

function surplusHops(surplus: readonly PolicyRule[]): readonly Hop[] {
  return surplus.slice(0, 4).map((rule) => hop(rule.origin, "Kubernetes ships no such rule here", 2));
}

function nextOf({ consequence }: Gain): readonly Note[] {
  return consequence.next === undefined ? [] : [note("then", consequence.next)];
}

/** A rule goes as a whole: what was shipped of it comes back when the API server starts. */
function withoutSurplus({ entry }: EffectiveRole, surplus: readonly PolicyRule[]): Remedy {
  const own = surplus.filter((rule) => entry.object.rules.includes(rule));
  const text =
    own.length === 1
      ? "take out the rule that Kubernetes does not ship"
      : "take out the rules that Kubernetes does not ship";
  return {
    text: `${text}, and bind a role of your own that has what is needed`,
    edits: allOrNone(own.map(({ origin }) => removeListItem(origin))),
  };
}

function bindingRisk(context: RuleContext, binding: ResolvedBinding, subject: Subject): Risk | undefined {
  const { object, namespace, key } = binding.entry;
  const holder = holderOf(subject, namespace);
  if (holder === undefined) return undefined;
  const gain = gainOf(context, binding, subject, () => true);
  const place = subjectHop(holder, subject, 1);
  const name = `${object.kind} ${namespacedName(namespace, object.meta.name.value)}`;
  const suffix = `, which Kubernetes ${context.minor} ships without ${holder.singular ? "it" : "them"}`;
  const told = gain === undefined ? "is bound" : `can ${gain.power.phrase}`;
  return {
    ruleId,
    title: fitTitle(`${holder.name} ${gain === undefined && !holder.singular ? "are bound" : told} by ${name}`, suffix),
    score: Math.max(gain?.score ?? 0, leastScore),
    confidence: gain?.confidence ?? "certain",
    place: { ...place, label: "not among the subjects that are shipped" },
    hops: [
      { ...place, label: "not among the subjects that are shipped" },
      hop(object.roleRef.name.origin, "grants this role", 2),
      ...(gain === undefined ? [] : powerHops(gain.power, 3, binding)),
    ],
    notes: [note("why", whyKept), ...(gain === undefined ? [] : nextOf(gain)), ...(gain?.notes ?? [])],
    remedies: [takeSubjectOut({ binding, subject, holder, grants: () => [] })],
    identity: { subject: holder.identity, object: key },
    cause: key,
    also: `${holder.name} is not among the subjects that Kubernetes ships`,
  };
}

const autoupdate = "rbac.authorization.kubernetes.io/autoupdate";

/** Default objects that the API server leaves alone when it starts. kubeadm's own it never touches. */
function* unreconciledRisks({ graph }: RuleContext): Iterable<Risk> {
  const { kubernetes } = graph.inventory.shipped;
  const shipped = keysOf([kubernetes], ({ roles, bindings }) => [...roles, ...bindings]);
  const entries: readonly Entry<PolicyObject>[] = [
    ...graph.roles.map(({ entry }) => entry),
    ...graph.bindings.map(({ entry }) => entry),
  ];
  for (const entry of entries) {
    const annotation = entry.object.meta.annotations.get(autoupdate);
    if (annotation?.value !== "false" || !isWritten(entry) || !shipped.has(entry.key)) continue;
    const { object, namespace, key } = entry;
    const place = hop(annotation.origin, "left alone when the API server starts", 1);
    const name = `${object.kind} ${namespacedName(namespace, object.meta.name.value)}`;
    yield {
      ruleId,
      title: fitTitle(`${name} is not repaired when the API server starts, so rights taken out of it stay out`),
      score: leastScore,
      confidence: "certain",
      place,
      hops: [place],
      notes: [note("why", "after an upgrade it lacks what the new version needs, and what was changed by hand stays")],
      remedies: [
        { text: 'write "true", or take the annotation out', edits: replaceScalar(annotation.origin, "false", "true") },
        {
          text: `delete ${quotable(name)} from the inputs: the API server creates it`,
          edits: removeObject(object.origin),
        },
      ],
      identity: { subject: "autoupdate", object: key },
      cause: `${key} autoupdate`,
      also: `neither is ${name}`,
    };
  }
}
