import {
  accountPower,
  adjustment,
  type Check,
  certaintyOf,
  checkCommand,
  describedPower,
  dormantScore,
  fitTitle,
  type HeldPower,
  hop,
  noAutomount,
  note,
  powerHops,
  quotable,
  type Remedy,
  type Risk,
  type RuleContext,
  type RunningAccount,
  type RunningWorkload,
  rateHeld,
  rbacIsAsked,
  replaceBoolean,
  roleRefHop,
  runningAccounts,
  serviceAccountHolder,
  subjectHop,
  weakerConfidence,
  workloadName,
  workloadNames,
} from "@authgraph/rules";

const ruleId = "workload-privileged-service-account";

/**
 * Next to the finding of the binding this is one more way to read it: never ahead of that one, which says where to edit.
 */
const behindTheBinding = -0.1;

/** How many workloads are pointed at; the others are counted. */
const workloadsShown = 3;

export const check: Check = function* (context) {
  for (const account of runningAccounts(context.graph)) {
    const [first, ...others] = account.workloads.filter(({ getsToken }) => getsToken);
    if (first === undefined) continue;
    const power = accountPower(context, account.namespace, account.name);
    if (power === undefined || power.level > 2) continue;
    yield privilegedRisk(context, account, [first, ...others], power);
  }
};

function privilegedRisk(
  context: RuleContext,
  { namespace, name }: RunningAccount,
  workloads: readonly [RunningWorkload, ...RunningWorkload[]],
  power: HeldPower,
): Risk {
  const holder = serviceAccountHolder(namespace, name);
  const { binding, subject } = power.witnesses[0].grant;
  const certainty = certaintyOf(context.graph, binding);
  const narrowed = power.names.length > 0 && power.level > 1;
  const rated = rateHeld(power, {
    holder: holder.level,
    adjustments: [behindTheBinding, ...(narrowed ? [adjustment.namedObjects] : [])],
  });
  const isOne = new Set(workloads.map(({ entry }) => entry.key)).size === 1;
  const place = runsAs(workloads[0]);
  const dormant = rbacIsAsked(context.graph) ? "" : ", once RBAC is among the authorization modes";
  return {
    ruleId,
    title: fitTitle(
      `${workloadNames(workloads)} ${isOne ? "runs" : "run"} as ServiceAccount ${quotable(name)}`,
      `, which ${describedPower(power)}${dormant}`,
    ),
    score: dormant === "" ? rated.score : Math.min(rated.score, dormantScore),
    confidence: [certainty.confidence, workloads[0].confidence].reduce(weakerConfidence, rated.confidence),
    place,
    hops: [
      place,
      ...workloads.slice(1, workloadsShown).map(runsAs),
      subjectHop(holder, subject, 2),
      roleRefHop(binding, 3),
      ...powerHops(power, 4, binding),
    ],
    notes: [
      note("who", "whoever breaks into one of its containers, or may exec into its pods"),
      ...certainty.notes,
      note("check", checkCommand(holder, power)),
    ],
    remedies: [
      { text: `bind ${holder.name} to a role that lists what the program does, where it does it`, edits: [] },
      withoutToken(workloads),
    ],
    identity: { subject: holder.identity, object: binding.entry.key },
    cause: binding.entry.key,
    also: `${workloadNames(workloads)} ${isOne ? "runs" : "run"} as ${holder.name}`,
  };
}

function runsAs({ accountPlace, entry }: RunningWorkload): ReturnType<typeof hop> {
  const named = entry.object.pod.serviceAccountName !== undefined;
  return hop(
    accountPlace,
    named ? "its pods get a token of this account" : "names no account: its pods run as default",
    1,
  );
}

/** Every pod spec says that it wants none. */
function withoutToken(workloads: readonly [RunningWorkload, ...RunningWorkload[]]): Remedy {
  const edits = workloads.map(({ entry }) => {
    const { automountServiceAccountToken: written, origin } = entry.object.pod;
    return written === undefined ? noAutomount(origin) : replaceBoolean(written.origin, false);
  });
  const what = workloads.length === 1 ? workloadName(workloads[0]) : "these workloads";
  return {
    text: `if the program asks the API server nothing, set automountServiceAccountToken: false in the pods of ${what}`,
    edits: edits.some((some) => some.length === 0) ? [] : edits.flat(),
  };
}
