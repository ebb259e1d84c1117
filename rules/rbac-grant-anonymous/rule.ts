import { boundHolders, type Check, crowdRisk } from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const bound of boundHolders(context, ["anonymous"])) {
    const risk = crowdRisk(context, "rbac-grant-anonymous", bound);
    if (risk !== undefined) yield risk;
  }
};
