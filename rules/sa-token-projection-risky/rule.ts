import {
  accountPower,
  type Check,
  createTokenCommand,
  describedPower,
  fitTitle,
  type HeldPower,
  hop,
  isForApiServer,
  longestTokenLife,
  mayBeBound,
  note,
  type ProjectedToken,
  quotable,
  type Risk,
  type RuleContext,
  type RunningWorkload,
  replaceScalar,
  serviceAccountHolder,
  workloadName,
  workloadsOf,
} from "@authgraph/rules";

/** What the API server gives where nothing is asked (pkg/apis/core/v1: SetDefaults_ServiceAccountTokenProjection). */
const usualLife = "3600";

export const check: Check = function* (context, parameter) {
  // By default when the kubelet renews a token whatever life is left to it (pkg/kubelet/token/token_manager.go: maxTTL).
  const longestUseful = parameter("seconds");
  const longest = longestTokenLife(context.graph) ?? Number.POSITIVE_INFINITY;
  for (const workload of workloadsOf(context.graph)) {
    for (const token of workload.entry.object.pod.projectedTokens ?? []) {
      const seconds = token.expirationSeconds?.value ?? 0;
      if (Math.min(seconds, longest) <= longestUseful || token.mountedBy.length === 0) continue;
      if (isForApiServer(context.graph, token)) yield longLivedRisk(context, workload, token, seconds);
    }
  }
};

function longLivedRisk(context: RuleContext, workload: RunningWorkload, token: ProjectedToken, seconds: number): Risk {
  const { namespace, account, entry, accountPlace } = workload;
  const power = accountPower(context, namespace, account);
  const holder = serviceAccountHolder(namespace, account);
  const lives = token.expirationSeconds?.origin ?? token.origin;
  const place = hop(lives, "good for longer than the kubelet keeps it", 2);
  const shared = token.mountedBy.length > 1;
  const consequence = power === undefined || power.level > 4 ? "" : `, which ${describedPower(power)}`;
  const named = context.graph.apiServers.some(({ assumed }) => !assumed);
  return {
    ruleId: "sa-token-projection-risky",
    title: fitTitle(
      `${workloadName(workload)} asks for ${lifeOf(seconds)} tokens of ServiceAccount ${quotable(account)}`,
      consequence,
    ),
    score: scoreOf(power, mayBeBound(context, { namespace, name: account }), shared),
    confidence: token.audience === undefined || named ? "certain" : "likely",
    place,
    hops: [
      hop(accountPlace, "a token of this account", 1),
      ...(token.audience === undefined ? [] : [hop(token.audience.origin, "which the API server accepts", 1)]),
      place,
      ...(shared ? token.mountedBy.map(({ origin }) => hop(origin, "can read it")) : []),
    ],
    notes: [
      note(
        "why",
        "the kubelet replaces it after 24 hours; the old one stays good until it expires or the pod is deleted",
      ),
      ...(shared ? [note("who", `${token.mountedBy.length} containers mount it`)] : []),
    ],
    remedies: [
      {
        text: "ask for an hour, which is the default: the kubelet renews the file by itself",
        edits: replaceScalar(lives, String(seconds), usualLife),
      },
      { text: `for a client outside the pod use ${createTokenCommand(namespace, account)}`, edits: [] },
    ],
    identity: { subject: holder.identity, object: `${entry.key}/${token.volume}` },
    cause: `${entry.key}/${token.volume}`,
    also: `${workloadName(workload)} asks for a ${lifeOf(seconds)} token too`,
  };
}

/** Worth a part of what the account is worth: the token has to be copied out of the pod first. */
function scoreOf(power: HeldPower | undefined, bound: boolean, shared: boolean): number {
  const worth = power === undefined ? (bound ? 4.0 : 2.0) : byLevel[power.level];
  return shared ? worth + 0.5 : worth;
}

const byLevel: Readonly<Record<HeldPower["level"], number>> = { 1: 5.5, 2: 5.5, 3: 4.5, 4: 4.0, 5: 2.0, 6: 1.0 };

/** `365-day`, `36-hour`. */
function lifeOf(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  return hours < 48 ? `${hours}-hour` : `${Math.floor(hours / 24)}-day`;
}
