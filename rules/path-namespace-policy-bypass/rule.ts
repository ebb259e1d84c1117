import { type Check, pathRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  pathRisks(context, { id: "path-namespace-policy-bypass", kinds: ["relabel-namespace"] });
