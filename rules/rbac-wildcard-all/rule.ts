import {
  boundHolders,
  type Check,
  dormantRisks,
  everythingRisk,
  givesEverything,
  isClusterAdminRef,
  type ResolvedBinding,
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
  if (isClusterAdminRef(binding)) return false;
  const { resolution } = binding;
  switch (resolution.outcome) {
    case "found":
      return resolution.role.rules.some(givesEverything);
    case "ambiguous":
      return resolution.roles.some(({ rules }) => rules.some(givesEverything));
    case "missing":
      return false;
  }
}
