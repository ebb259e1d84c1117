import { aggregationRisks, type Check } from "@authgraph/rules";

export const check: Check = (context) => aggregationRisks(context);
