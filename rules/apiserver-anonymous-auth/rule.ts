import {
  type ApiServer,
  anonymousReach,
  boundHolders,
  type Check,
  crowdRisk,
  hop,
  note,
  replaceBoolean,
} from "@authgraph/rules";

/** The setting opens nothing by itself beyond what Kubernetes ships for everybody. */
const score = 2.0;

export const check: Check = function* (context) {
  // A grant that anonymous requests reach is the finding: it names this setting in its chain.
  for (const bound of boundHolders(context, ["anonymous"])) {
    if (
      crowdRisk(context, "rbac-grant-anonymous", bound) !== undefined &&
      anonymousReach(context.graph).reach !== "nothing"
    )
      return;
  }
  for (const server of context.graph.apiServers) {
    const { value, origin } = server.anonymous;
    // The default is nobody's decision, and probes need it.
    if (value.access !== "all-paths" || origin.kind === "built-in" || allowsEverything(server)) continue;
    const place = hop(origin, "accepted on every path, by decision", 1);
    yield {
      ruleId: "apiserver-anonymous-auth",
      title: "requests without credentials can reach the authorizer on every path",
      score,
      confidence: "certain",
      place,
      hops: [place],
      notes: [
        note("why", "one binding that names them is enough to open the cluster to the network"),
        // Impersonation never meets the anonymous authenticator.
        note("check", "curl -k https://SERVER:6443/version"),
      ],
      remedies: [
        {
          text: "limit it to /livez, /readyz and /healthz in an AuthenticationConfiguration (anonymous.conditions)",
          edits: [],
        },
        {
          text: "turn it off, if no probe or bootstrap token discovery needs it",
          edits: replaceBoolean(origin, false),
        },
      ],
      identity: { subject: "kube-apiserver", object: "anonymous-auth" },
      cause: `${server.instance} anonymous-auth`,
      also: `${server.instance} accepts them as well`,
    };
  }
};

/** Then the authorizer is the finding. */
function allowsEverything({ authorization: { value } }: ApiServer): boolean {
  return value.known && value.modes.some((mode) => mode.value === "AlwaysAllow");
}
