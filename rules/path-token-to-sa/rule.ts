import { type Check, pathRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  pathRisks(context, { id: "path-token-to-sa", kinds: ["request-token", "read-token-secret", "create-token-secret"] });
