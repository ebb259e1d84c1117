import { type Check, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-rbac-objects-write",
    powers: ["write-cluster-rbac", "write-rbac"],
  });
