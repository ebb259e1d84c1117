import { boundHolders, type Check, crowdRisk } from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const bound of boundHolders(context, ["authenticated"])) {
    const risk = crowdRisk(context, "rbac-grant-authenticated", bound);
    if (risk !== undefined) yield risk;
  }
};
