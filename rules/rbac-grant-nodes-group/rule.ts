import { boundHolders, type Check, crowdRisk } from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const bound of boundHolders(context, ["nodes"])) {
    const risk = crowdRisk(context, "rbac-grant-nodes-group", bound);
    if (risk !== undefined) yield risk;
  }
};
