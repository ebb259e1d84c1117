import { type Check, pathRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  pathRisks(context, {
    id: "path-csr-to-identity",
    kinds: ["approve-certificate"],
    // The right to approve alone is worth as much, and needs somebody else who asks.
    counts: ({ assumption }) => assumption === undefined,
  });
