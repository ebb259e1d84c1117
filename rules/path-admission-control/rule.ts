import { type Check, pathRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  pathRisks(context, { id: "path-admission-control", kinds: ["control-admission", "replace-api-server"] });
