import { type Check, powerRisks } from "@authgraph/rules";

export const check: Check = (context) =>
  powerRisks(context, {
    id: "rbac-csr-approve",
    powers: ["approve-certificates", "approve-node-certificates", "request-node-certificates", "sign-certificates"],
    instead: () => ["name the one signer that is meant in resourceNames of the rule with `signers`"],
  });
