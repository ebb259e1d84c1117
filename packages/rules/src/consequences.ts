import type { Scope } from "@authgraph/graph";
import { strongestAccount, strongestAccountNamed, strongestTokenSecret } from "./accounts.ts";
import { includesAwsAuth } from "./aws-auth.ts";
import { type Holder, pronounOf } from "./holders.ts";
import { whereOf } from "./hops.ts";
import type { PowerId } from "./power.ts";
import type { HeldPower } from "./powers.ts";
import { adjustment, type PowerLevel, type Rated, rate, weakerConfidence } from "./rating.ts";
import type { Confidence } from "./risk.ts";
import type { RuleContext } from "./rule.ts";
import { namespacedName } from "./wording.ts";

/** What a power leads to in this cluster, one step on. */
interface Consequence {
  readonly level: PowerLevel;
  /** Completes the title: `, which makes it cluster-admin`; empty where nothing more follows. */
  readonly suffix: string;
  /** How the chain goes on; undefined where it ends. */
  readonly next: string | undefined;
  /** Hops that were not read but are a documented default. */
  readonly assumedHops: number;
  readonly confidence: Confidence;
  /** Names that narrow the power count for less. */
  readonly narrowed: boolean;
}

/** A power and where it leads, rated for one holder. */
export interface RatedPower {
  readonly power: HeldPower;
  readonly consequence: Consequence;
  readonly score: number;
  readonly rating: Rated;
}

/**
 * Of the powers of one holder the one that is worth most, with where it leads; of equals the first.
 *
 * `assumedHops`: those on the way to the power.
 */
export function worstOf(
  context: RuleContext,
  holder: Holder,
  powers: readonly HeldPower[],
  assumedHops: number,
): RatedPower | undefined {
  let worst: RatedPower | undefined;
  for (const power of powers) {
    for (const consequence of consequencesOf(context, holder, power)) {
      const rating: Rated = {
        holder: holder.level,
        power: consequence.level,
        adjustments: consequence.narrowed ? [...holder.adjustments, adjustment.namedObjects] : holder.adjustments,
        assumedHops: assumedHops + consequence.assumedHops,
      };
      const score = rate(rating);
      if (worst === undefined || score > worst.score) worst = { power, consequence, score, rating };
    }
  }
  return worst;
}

/**
 * Where a power leads, what was read before what is assumed: a readable Secret that holds the token of a stronger
 * account; an account that its holder can be; and the controllers' accounts.
 */
function consequencesOf(context: RuleContext, holder: Holder, power: HeldPower): readonly Consequence[] {
  const known = knownConsequence(context, holder, power);
  if (power.assumedHops === 0) return [known];
  const promoted = power.level === 1;
  const assumed: Consequence = {
    level: power.level,
    suffix: promoted ? suffix(holder, power) : "",
    next: promoted ? controllersStep(power.scope) : undefined,
    assumedHops: power.assumedHops,
    confidence: power.confidence,
    narrowed: false,
  };
  return [known, assumed];
}

/** How whoever can be any account of kube-system becomes cluster-admin. */
export function controllersStep(scope: Scope): string {
  const where = scope.kind === "cluster" ? "kube-system" : "the namespace";
  return `controllers run as ServiceAccounts of ${where}; clusterrole-aggregation-controller may write any right into any ClusterRole`;
}

function knownConsequence(context: RuleContext, holder: Holder, power: HeldPower): Consequence {
  const end: Consequence = {
    level: power.sureLevel,
    suffix: power.sureLevel === 1 ? promotedSuffix(holder, power) : "",
    next: undefined,
    assumedHops: 0,
    confidence: power.confidence === "possible" ? "possible" : "certain",
    narrowed: power.names.length > 0,
  };
  if (power.sureLevel === 1) return end;
  if (includesAwsAuth(context.graph, power)) {
    const next = "one of them is kube-system/aws-auth, the list of users and groups of EKS";
    return { ...end, level: 1, suffix: becomesAdmin(holder), next };
  }

  const found = strongerIdentity(context, holder, power);
  if (found === undefined || found.power.level >= power.sureLevel || isDetour(power, found.power)) return end;
  return {
    level: found.power.level,
    suffix: suffix(holder, found.power),
    next: found.next,
    assumedHops: found.power.assumedHops,
    confidence: weakerConfidence(end.confidence, found.power.confidence),
    narrowed: false,
  };
}

/** Whether an account takes as many assumptions to as much as the power by itself, by way of the controllers' accounts. */
function isDetour({ level, assumedHops }: HeldPower, its: HeldPower): boolean {
  return assumedHops > 0 && its.assumedHops >= assumedHops && its.level >= level;
}

/** Whom a power lets its holder be, and how. */
function strongerIdentity(
  context: RuleContext,
  holder: Holder,
  { id, scope, names, takesAccounts }: HeldPower,
): { readonly power: HeldPower; readonly next: string } | undefined {
  if (id === "read-secrets") {
    const found = strongestTokenSecret(context, scope, names, holder.key);
    if (found === undefined) return undefined;
    const { name, namespace } = found.secret.entry.object.meta;
    const secret = namespacedName(namespace?.value ?? found.secret.entry.namespace, name.value);
    const whose = `${accountDescription(found.power)} token (${whereOf(name.origin)}, see sa-legacy-token-secret)`;
    return { power: found.power, next: `${names.length === 0 ? `one of them, ${secret},` : secret} is ${whose}` };
  }
  const named = names.length > 0 && namesAccounts.includes(id);
  if (!takesAccounts && !named) return undefined;
  const found = named
    ? strongestAccountNamed(context, scope, names, holder.key)
    : strongestAccount(context, scope, holder.key);
  if (found === undefined) return undefined;
  const account = `ServiceAccount ${namespacedName(found.namespace, found.name)}`;
  const described = describedPower(found.power);
  return {
    power: found.power,
    next: named ? `${account} ${described}` : `one of them is ${account}, which ${described}`,
  };
}

/** Powers whose names are those of the accounts. */
const namesAccounts: readonly PowerId[] = ["create-tokens", "impersonate-service-accounts"];

/** `is cluster-admin`, or `can read every Secret in the cluster`. */
export function describedPower(power: HeldPower): string {
  return isClusterAdmin(power) ? "is cluster-admin" : `can ${power.phrase}`;
}

/** Everything, everywhere. */
export function isClusterAdmin({ id, scope }: HeldPower): boolean {
  return id === "everything" && scope.kind === "cluster";
}

function accountDescription(power: HeldPower): string {
  return isClusterAdmin(power) ? "a cluster-admin's" : "a stronger account's";
}

function suffix(holder: Holder, power: HeldPower): string {
  return power.level === 1 ? becomesAdmin(holder) : "";
}

function becomesAdmin(holder: Holder): string {
  return `, which makes ${pronounOf(holder)} cluster-admin`;
}

function promotedSuffix(holder: Holder, power: HeldPower): string {
  return power.id === "everything" && power.scope.kind === "cluster" ? "" : suffix(holder, power);
}
