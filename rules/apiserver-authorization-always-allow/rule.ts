import {
  type ApiServer,
  type Check,
  hop,
  listed,
  type Note,
  note,
  type Origin,
  quotable,
  type Remedy,
  type Risk,
  rate,
} from "@authgraph/rules";

export const check: Check = function* ({ graph }) {
  for (const server of graph.apiServers) {
    const { value, origin } = server.authorization;
    if (server.assumed || !value.known) continue;
    const mode = value.modes.find((one) => one.value === "AlwaysAllow");
    if (mode === undefined) continue;
    // Absence is a decision too: without a mode and without a configuration file the server allows everything.
    const byAbsence = mode.origin.kind === "built-in" || origin.kind === "built-in";
    yield alwaysAllowRisk(server, byAbsence ? server.origin : mode.origin, byAbsence);
  }
};

function alwaysAllowRisk(server: ApiServer, origin: Origin | undefined, byAbsence: boolean): Risk {
  const anonymous = server.anonymous.value.access === "all-paths";
  const label = byAbsence ? "neither --authorization-mode nor --authorization-config" : "allows whatever is asked";
  const place = hop(origin ?? server.authorization.origin, label, anonymous ? 2 : 1);
  const who = anonymous ? "requests without credentials" : "every authenticated user";
  return {
    ruleId: "apiserver-authorization-always-allow",
    title: `${who} can do everything in the cluster, because AlwaysAllow is ${byAbsence ? "the default" : "set"}`,
    score: rate({ holder: anonymous ? 0 : 1, power: 1 }),
    confidence: "certain",
    place,
    hops: anonymous ? [hop(server.anonymous.origin, "such requests are accepted, on all paths", 1), place] : [place],
    notes: [
      note("why", "the first authorizer that allows decides, so RBAC beside it takes nothing away"),
      ...anonymousPaths(server),
      note("check", "kubectl auth can-i '*' '*' -A --as=nobody --as-group=system:authenticated"),
    ],
    remedies: [remedyOf(byAbsence)],
    identity: { subject: "kube-apiserver", object: "authorization-mode" },
    cause: `${server.instance} authorization-mode`,
    also: `${server.instance} allows everything as well`,
  };
}

/** A list of paths in the authentication configuration outlasts what AlwaysAllow by flag turns off. */
function anonymousPaths({ anonymous: { value } }: ApiServer): readonly Note[] {
  if (value.access !== "some-paths") return [];
  const paths = listed(value.paths.map((path) => quotable(path.value)));
  return [note("who", `on ${paths} requests without credentials as well`)];
}

function remedyOf(byAbsence: boolean): Remedy {
  return byAbsence
    ? { text: "add --authorization-mode=Node,RBAC", edits: [] }
    : { text: "take AlwaysAllow out: --authorization-mode=Node,RBAC, or authorizers of type Node and RBAC", edits: [] };
}
