import { type Check, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-nodes-proxy",
    powers: ["reach-kubelets"],
    instead: () => ["for monitoring, nodes/metrics and nodes/stats are enough"],
  });
