import { type Check, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-pods-portforward",
    powers: ["forward-to-pods"],
  });
