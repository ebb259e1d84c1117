import { type Check, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-pods-create",
    powers: ["create-pods"],
    instead: () => ["where a tool must start pods, give it a namespace whose ServiceAccounts hold no rights"],
  });
