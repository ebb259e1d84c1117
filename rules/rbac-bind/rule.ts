import { type Check, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-bind",
    powers: ["bind", "bind-strong-roles", "bind-in-namespace"],
    instead: ({ names }) =>
      names.length > 0 ? [] : ["name the roles that may be bound in resourceNames of the rule with bind"],
  });
