import { type Check, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-workloads-write",
    powers: ["write-workloads"],
    instead: () => ["to scale only, grant `update` and `patch` of the scale subresource, such as deployments/scale"],
  });
