import { type Check, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, { id: "rbac-wildcard-verbs", powers: ["every-verb"], tells: () => true });
