import { boundHolders, type Check, crowdRisk } from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const bound of boundHolders(context, ["all-service-accounts", "namespace-service-accounts"])) {
    const risk = crowdRisk(context, "rbac-grant-all-service-accounts", bound);
    if (risk !== undefined) yield risk;
  }
};
