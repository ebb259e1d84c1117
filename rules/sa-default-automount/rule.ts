import { type Check, defaultAccount, needlessTokenRisk, runningAccounts } from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const account of runningAccounts(context.graph)) {
    if (account.name !== defaultAccount) continue;
    const risk = needlessTokenRisk(context, "sa-default-automount", account);
    if (risk !== undefined) yield risk;
  }
};
