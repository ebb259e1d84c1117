import {
  accountPower,
  accountPowers,
  adjustment,
  type Check,
  certaintyOf,
  checkCommand,
  describedPower,
  dormantScore,
  firstThatFits,
  type HeldPower,
  hop,
  isOneWorkload,
  mayHaveNamedPower,
  namespacedName,
  noAutomount,
  note,
  powerHops,
  quotable,
  type Remedy,
  type Risk,
  type RuleContext,
  type RunningAccount,
  type RunningWorkload,
  rate,
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

const sharp = 2;

/** What is left of an account's name where the consequence takes the line. */
const shortName = 20;

/** How many workloads are pointed at; the others are counted. */
const workloadsShown = 3;

export const check: Check = function* (context) {
  for (const account of runningAccounts(context.graph)) {
    const [first, ...others] = account.workloads.filter(({ getsToken }) => getsToken);
    if (first === undefined) continue;
    const power = sharpPower(context, account);
    if (power === undefined) continue;
    yield privilegedRisk(context, account, [first, ...others], power);
  }
};

/** As good as cluster-admin, or all Secrets, tokens, pods or nodes; by what is sure, as the binding's own finding is rated. */
function sharpPower(context: RuleContext, { namespace, name }: RunningAccount): HeldPower | undefined {
  // What no power of the catalogue names is never as sharp.
  if (!mayHaveNamedPower(context, namespace, name)) return undefined;
  const strongest = accountPower(context, namespace, name);
  if (strongest === undefined || strongest.level > sharp) return undefined;
  return accountPowers(context, namespace, name)
    .filter(({ sureLevel }) => sureLevel <= sharp)
    .sort((a, b) => a.sureLevel - b.sureLevel)[0];
}

function privilegedRisk(
  context: RuleContext,
  { namespace, name }: RunningAccount,
  workloads: readonly [RunningWorkload, ...RunningWorkload[]],
  power: HeldPower,
): Risk {
  const holder = serviceAccountHolder(namespace, name);
  const { binding, subject } = power.witnesses[0].grant;
  const certainty = certaintyOf(context.graph, binding);
  const narrowed = power.names.length > 0;
  const score = rate({
    holder: holder.level,
    power: power.sureLevel,
    adjustments: [behindTheBinding, ...(narrowed ? [adjustment.namedObjects] : [])],
    assumedHops: certainty.assumedHops,
  });
  const place = runsAs(workloads[0]);
  const dormant = rbacIsAsked(context.graph) ? "" : ", once RBAC is among the authorization modes";
  return {
    ruleId,
    title: titleOf(workloads, name, `, which ${describedPower(power)}${dormant}`),
    score: dormant === "" ? score : Math.min(score, dormantScore + behindTheBinding),
    confidence: [workloads[0].confidence, sureConfidence(power)].reduce(weakerConfidence, certainty.confidence),
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
    also: `${workloadNames(workloads)} ${isOneWorkload(workloads) ? "runs" : "run"} as ${holder.name}`,
  };
}

function sureConfidence({ confidence }: HeldPower): Risk["confidence"] {
  return confidence === "possible" ? "possible" : "certain";
}

/** Names give way before the consequence does. */
function titleOf(workloads: readonly RunningWorkload[], account: string, consequence: string): string {
  const as = `as ServiceAccount ${quotable(account)}`;
  const several = (names: string): string => `${names} ${isOneWorkload(workloads) ? "runs" : "run"} ${as}`;
  return firstThatFits(
    [
      several(workloadNames(workloads)),
      several(workloadNames(workloads, 1)),
      `pods run ${as}`,
      `pods run as ${namespacedName("", account, shortName)}`,
    ],
    consequence,
  );
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
  const edits = workloads.map(({ entry, automounts }) => {
    const { automountServiceAccountToken: written, origin, projectedTokens } = entry.object.pod;
    // A volume that asks for a token is for people to take out, with its mounts.
    if (!automounts || projectedTokens !== undefined) return [];
    return written === undefined ? noAutomount(origin) : replaceBoolean(written.origin, false);
  });
  const what = workloads.length === 1 ? workloadName(workloads[0]) : "these workloads";
  return {
    text: `if the program asks the API server nothing, set automountServiceAccountToken: false in the pods of ${what}`,
    edits: edits.some((some) => some.length === 0) ? [] : edits.flat(),
  };
}
