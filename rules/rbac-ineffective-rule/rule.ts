import { type Check, ineffectiveRisks } from "@authgraph/rules";

/** Every finding is about a role or a binding that somebody believes to do what it does not. */
export const check: Check = (context) => ineffectiveRisks(context);
