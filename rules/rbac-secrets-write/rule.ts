import { type Check, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-secrets-write",
    powers: ["write-secrets"],
  });
