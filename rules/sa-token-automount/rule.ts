import { type Check, defaultAccount, needlessTokenRisk, runningAccounts } from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const account of runningAccounts(context.graph)) {
    // Of `default` a rule of its own tells.
    if (account.name === defaultAccount) continue;
    const risk = needlessTokenRisk(context, "sa-token-automount", account);
    if (risk !== undefined) yield risk;
  }
};
