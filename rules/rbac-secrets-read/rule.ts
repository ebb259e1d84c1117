import { type Check, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-secrets-read",
    powers: ["read-secrets"],
    instead: ({ names }) =>
      names.length > 0
        ? []
        : ["name the Secrets in resourceNames: `get` by name still works, `list` and `watch` need the field selector"],
  });
