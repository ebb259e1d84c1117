import {
  boundHolders,
  type Check,
  dormantRisks,
  everythingRisk,
  givesEverything,
  isClusterAdminRef,
  type ResolvedBinding,
  rolesOf,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  // Crowds have rules of their own, which say more, and so has the role called cluster-admin.
  for (const bound of boundHolders(context, ["service-account", "nodes", "user", "group"], bindsEverything)) {
    const risk = everythingRisk(context, "rbac-wildcard-all", bound);
    if (risk !== undefined) yield risk;
  }
  yield* dormantRisks(context, { id: "rbac-wildcard-all", powers: ["everything"], tells: () => true });
};

function bindsEverything(binding: ResolvedBinding): boolean {
  return !isClusterAdminRef(binding) && rolesOf(binding).some(({ rules }) => rules.some(givesEverything));
}
