import { type Check, pathRisks } from "@authgraph/rules";

export const check: Check = (context) => pathRisks(context, { id: "path-pod-takeover-to-sa", kinds: ["enter-pod"] });
