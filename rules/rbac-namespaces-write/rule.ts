import { type Check, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-namespaces-write",
    powers: ["label-namespaces", "create-namespaces"],
  });
