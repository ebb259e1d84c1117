import { type Check, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-persistentvolumes-create",
    powers: ["create-persistent-volumes"],
  });
