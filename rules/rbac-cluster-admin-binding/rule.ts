import { boundHolders, type Check, everythingRisk, isClusterAdminRef } from "@authgraph/rules";

export const check: Check = function* (context) {
  // Crowds have rules of their own, which say more; the superusers' group needs no binding. The inputs may define a
  // cluster-admin of their own: it counts if it gives everything.
  for (const bound of boundHolders(context, ["service-account", "nodes", "user", "group"], isClusterAdminRef)) {
    const risk = everythingRisk(context, "rbac-cluster-admin-binding", bound);
    if (risk !== undefined) yield risk;
  }
};
