import {
  boundHolders,
  type Check,
  crowdRisk,
  type PowerId,
  type ResolvedBinding,
  strongestPower,
} from "@authgraph/rules";

/** What no other rule tells of a binding. */
const toldHereOnly: readonly PowerId[] = ["write", "read", "discovery"];

export const check: Check = function* (context) {
  for (const bound of boundHolders(context, ["service-account"], namesDefault)) {
    // Whoever runs as `default` is a crowd: every pod of the namespace that names no other account.
    if (bound.holder.level !== 2) continue;
    const risk = crowdRisk(context, "rbac-default-sa-bound", bound);
    if (risk === undefined) continue;
    const power = strongestPower(bound.grants(), context.minor);
    // That programs without an account of their own use `default` is one thing, however many bindings it takes.
    const isSmall = power === undefined || toldHereOnly.includes(power.id);
    yield isSmall ? { ...risk, cause: `bindings of ${bound.holder.key}` } : risk;
  }
};

function namesDefault({ entry }: ResolvedBinding): boolean {
  return entry.object.subjects.some(({ name }) => name.value === "default" || name.value.endsWith(":default"));
}
