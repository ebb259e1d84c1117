import { type Check, driftRisks } from "@authgraph/rules";

export const check: Check = (context) => driftRisks(context);
