import { type Check, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-admission-webhooks-write",
    powers: ["write-admission", "create-mutating-policies", "write-validation", "write-admission-policies"],
  });
