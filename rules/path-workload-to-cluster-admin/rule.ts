import {
  type BoundPath,
  boundPaths,
  type Check,
  certaintyOf,
  checkCommand,
  consequenceOf,
  fitTitle,
  followingLines,
  hop,
  namespacedName,
  note,
  powerHops,
  quotable,
  type Risk,
  type RuleContext,
  type RunningWorkload,
  rate,
  roleOf,
  roleRefHop,
  runningAccounts,
  type StepKind,
  subjectHop,
  takeSubjectOut,
  weakerConfidence,
} from "@authgraph/rules";

const anyStep: readonly StepKind[] = [
  "holds-everything",
  "create-pod",
  "write-workload",
  "enter-pod",
  "request-token",
  "read-token-secret",
  "create-token-secret",
  "impersonate",
  "bind-role",
  "escalate-role",
  "approve-certificate",
  "reach-kubelet",
  "mount-host-path",
  "relabel-namespace",
  "control-admission",
  "inject-aggregate",
  "write-identity-map",
];

export const check: Check = function* (context) {
  const workloads = workloadsByAccount(context);
  for (const found of boundPaths(context, { kinds: anyStep, counts: () => true, ofAdmins: true })) {
    const its = workloads.get(found.bound.holder.key);
    if (found.level === 1 && its !== undefined) yield workloadRisk(context, found, its);
  }
};

type Workloads = readonly [RunningWorkload, ...RunningWorkload[]];

/** Those whose pods get a token. */
function workloadsByAccount({ graph }: RuleContext): ReadonlyMap<string, Workloads> {
  const byAccount = new Map<string, Workloads>();
  for (const { key, workloads } of runningAccounts(graph)) {
    const [first, ...others] = workloads.filter(({ getsToken }) => getsToken);
    if (first !== undefined) byAccount.set(key, [first, ...others]);
  }
  return byAccount;
}

function workloadRisk(context: RuleContext, { bound, path }: BoundPath, [workload, ...more]: Workloads): Risk {
  const { binding, subject, holder } = bound;
  const { key } = binding.entry;
  const certainty = certaintyOf(context.graph, binding);
  const [first] = path.steps;
  const name = `${workload.kind} ${namespacedName(workload.namespace, workload.name)}`;
  const isAdmin = path.steps.length === 1 && first.kind === "holds-everything";
  const title = isAdmin
    ? fitTitle(`${name} runs as ${holder.name}`, ", which is cluster-admin")
    : fitTitle(`${name} can ${first.phrase}`, consequenceOf(holder, path));
  const place = subjectHop(holder, subject, 2);
  const { power } = first;
  const worth = rate({
    holder: holder.level,
    power: 1,
    adjustments: holder.adjustments,
    assumedHops: path.assumedHops + certainty.assumedHops,
  });
  return {
    ruleId: "path-workload-to-cluster-admin",
    title,
    // The binding's own finding says more, and this folds into it.
    score: Math.round(worth * 10 - 1) / 10,
    confidence: weakerConfidence(weakerConfidence(path.confidence, certainty.confidence), workload.confidence),
    place,
    hops: [
      hop(workload.accountPlace, `runs as ${quotable(workload.account)}`, 1),
      place,
      roleRefHop(binding, 3),
      ...(power === undefined ? [] : powerHops(power, 4, binding)),
    ],
    notes: [
      ...followingLines(path).map((line) => note("then", line)),
      ...(more.length === 0 ? [] : [note("who", `${more.length} more workloads run as this account`)]),
      ...certainty.notes,
      ...(power === undefined ? [] : [note("check", checkCommand(holder, power))]),
    ],
    remedies: [takeSubjectOut(bound)],
    identity: { subject: holder.identity, object: key },
    cause: key,
    also: title,
    role: roleOf(binding),
  };
}
