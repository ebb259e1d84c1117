import { type Check, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-pods-exec",
    powers: ["exec-pods", "change-pods"],
    instead: ({ names }) =>
      names.length > 0 ? [] : ["name the pods in resourceNames: such a request carries the name of its pod"],
  });
