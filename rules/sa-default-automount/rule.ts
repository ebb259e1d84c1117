import { type Check, defaultAccount, idleDefaultRisks, needlessTokenRisk, runningAccounts } from "@authgraph/rules";

/** Every namespace has a `default`: a whole cluster would otherwise say the same once for each of them. */
const namespacesWorthSaying = 5;

export const check: Check = function* (context) {
  const running = runningAccounts(context.graph)
    .filter(({ name }) => name === defaultAccount)
    .flatMap((account) => needlessTokenRisk(context, "sa-default-automount", account) ?? []);
  const risks = [...running, ...idleDefaultRisks(context, "sa-default-automount")];
  const together = risks.length > namespacesWorthSaying;
  for (const risk of risks) yield together ? { ...risk, cause: "default accounts" } : risk;
};
