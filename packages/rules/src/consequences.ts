import { strongestAccount, strongestTokenSecret } from "./accounts.ts";
import type { Holder } from "./holders.ts";
import { whereOf } from "./hops.ts";
import type { HeldPower } from "./powers.ts";
import type { PowerLevel } from "./rating.ts";
import type { RuleContext } from "./rule.ts";
import { namespacedName } from "./wording.ts";

/** What a power leads to in this cluster, one step on. */
export interface Consequence {
  readonly level: PowerLevel;
  /** Completes the title: `, which makes it cluster-admin`; empty where nothing more follows. */
  readonly suffix: string;
  /** How the chain goes on; undefined where it ends. */
  readonly next: string | undefined;
}

/**
 * Follows a power into what it opens: a readable Secret that holds the token of a stronger account, or any account of
 * a namespace.
 */
export function consequenceOf(context: RuleContext, holder: Holder, power: HeldPower): Consequence {
  const end: Consequence = { level: power.level, suffix: "", next: undefined };
  if (power.level === 1) return { ...end, suffix: promotedSuffix(holder, power) };

  if (power.id === "read-secrets" && power.names.length === 0) {
    const found = strongestTokenSecret(context, power.scope);
    if (found === undefined || found.power.level >= power.level) return end;
    const { name, namespace } = found.secret.entry.object.meta;
    const secret = namespacedName(namespace?.value ?? found.secret.entry.namespace, name.value);
    const whose = accountDescription(found.power);
    return {
      level: found.power.level,
      suffix: suffix(holder, found.power),
      next: `one of them, ${secret}, is ${whose} token (${whereOf(name.origin)}, see sa-legacy-token-secret)`,
    };
  }
  if (power.takesAccounts) {
    const found = strongestAccount(context, power.scope);
    if (found === undefined || found.power.level >= power.level) return end;
    const account = namespacedName(found.namespace, found.name);
    return {
      level: found.power.level,
      suffix: suffix(holder, found.power),
      next: `one of them is ServiceAccount ${account}, which ${describedPower(found.power)}`,
    };
  }
  return end;
}

/** `is cluster-admin`, or `can read every Secret in the cluster`. */
export function describedPower(power: HeldPower): string {
  return isClusterAdmin(power) ? "is cluster-admin" : `can ${power.phrase}`;
}

function isClusterAdmin({ id, scope }: HeldPower): boolean {
  return id === "everything" && scope.kind === "cluster";
}

function accountDescription(power: HeldPower): string {
  return isClusterAdmin(power) ? "a cluster-admin's" : "a stronger account's";
}

function suffix(holder: Holder, power: HeldPower): string {
  const pronoun = holder.singular ? "it" : "them";
  return power.level === 1 ? `, which makes ${pronoun} cluster-admin` : "";
}

function promotedSuffix(holder: Holder, power: HeldPower): string {
  return power.id === "everything" && power.scope.kind === "cluster" ? "" : suffix(holder, power);
}
