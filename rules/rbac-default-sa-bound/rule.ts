import { boundHolders, type Check, crowdRisk, type ResolvedBinding } from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const bound of boundHolders(context, ["service-account"], namesDefault)) {
    // Whoever runs as `default` is a crowd: every pod of the namespace that names no other account.
    if (bound.holder.level !== 2) continue;
    const risk = crowdRisk(context, "rbac-default-sa-bound", bound);
    if (risk !== undefined) yield risk;
  }
};

function namesDefault({ entry }: ResolvedBinding): boolean {
  return entry.object.subjects.some(({ name }) => name.value === "default" || name.value.endsWith(":default"));
}
