import { type Check, pathRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  pathRisks(context, { id: "path-bind-or-escalate", kinds: ["bind-role", "escalate-role"] });
