import {
  type Check,
  defaultAccount,
  fitTitle,
  hop,
  type RunningAccount,
  type RunningWorkload,
  runningAccounts,
  serviceAccountHolder,
  workloadNames,
} from "@authgraph/rules";

/** An observation. */
const score = 0.1;

export const check: Check = function* ({ graph }, parameter) {
  for (const account of runningAccounts(graph)) {
    const workloads = distinct(account);
    const [first, second] = workloads;
    // Of `default` a rule of its own tells.
    if (first === undefined || second === undefined || account.name === defaultAccount) continue;
    if (workloads.length < parameter("workloads")) continue;
    const holder = serviceAccountHolder(account.namespace, account.name);
    const place = hop(second.accountPlace, "and so does this one");
    yield {
      ruleId: "sa-shared",
      title: fitTitle(`${workloadNames(account.workloads)} share ${holder.name}`),
      score,
      confidence: "certain",
      place,
      hops: [hop(first.accountPlace, "runs as it"), place],
      notes: [],
      remedies: [{ text: "give each workload a ServiceAccount of its own, bound to what that one does", edits: [] }],
      identity: { subject: holder.identity, object: account.key },
      cause: `shared ${account.key}`,
      also: `${workloadNames(account.workloads)} share it`,
    };
  }
};

/** Several files may hold the same object. */
function distinct({ workloads }: RunningAccount): readonly RunningWorkload[] {
  return [...new Map(workloads.map((workload) => [workload.entry.key, workload])).values()];
}
