import { type Check, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-crds-apiservices-write",
    powers: ["write-apiservices", "write-crds", "create-crds"],
  });
