import { type Check, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-token-create",
    powers: ["create-tokens"],
    instead: ({ names }) =>
      names.length > 0 ? [] : ["name the accounts in resourceNames: the request carries the name, create included"],
  });
