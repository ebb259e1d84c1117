import {
  adjustment,
  type Check,
  type CredentialRights,
  credentialOfUser,
  credentialRights,
  describedPower,
  type FoundKubeconfig,
  fitTitle,
  hop,
  isLocalUrl,
  type Kubeconfig,
  kubeconfigsOf,
  note,
  type Origin,
  quotable,
  type Risk,
  type RuleContext,
  rate,
  replaceBoolean,
} from "@authgraph/rules";

/** A token or password goes to whoever answers, and works until somebody notices. */
const handedOver = 5.5;
/** A certificate's key stays where it is: single connections are read and changed. */
const intercepted = 4.5;
/** Nobody is known to use it with a credential. */
const idle = 2.0;

export const check: Check = function* (context) {
  const { apiServers } = context.graph;
  for (const found of kubeconfigsOf(context.graph)) {
    // How API servers reach their webhooks is told with those.
    const isOfWebhook = apiServers.some(({ authenticators, authorizers }) =>
      [...authenticators, ...authorizers].some(
        (one) => "kubeconfig" in one && one.kubeconfig?.state === "read" && one.kubeconfig.value === found.kubeconfig,
      ),
    );
    if (isOfWebhook) continue;
    for (const cluster of found.kubeconfig.clusters) {
      const risk = clusterRisk(context, found, cluster);
      if (risk !== undefined) yield risk;
    }
  }
};

type Cluster = Kubeconfig["clusters"][number];

function clusterRisk(context: RuleContext, found: FoundKubeconfig, cluster: Cluster): Risk | undefined {
  const { server, insecureSkipTlsVerify, name } = cluster;
  if (server === undefined || isLocalUrl(server.value)) return undefined;
  const isPlain = server.value.startsWith("http://");
  if (!isPlain && insecureSkipTlsVerify?.value !== true) return undefined;
  const origin: Origin = isPlain ? server.origin : (insecureSkipTlsVerify?.origin ?? server.origin);
  const { score, takes, power } = whatIsAtStake(context, found, name);
  const place = hop(origin, isPlain ? "plain HTTP: anybody on the way reads it" : "any certificate will do", 1);
  return {
    ruleId: "kubeconfig-insecure-tls",
    title: fitTitle(
      `whoever is between a user of cluster ${quotable(name)} and its API server can ${takes}`,
      consequenceOf(power),
    ),
    score,
    confidence: "certain",
    place,
    hops: [place],
    notes: [note("why", "the server proves nothing, so whoever answers first is taken for it")],
    remedies: [
      isPlain
        ? { text: "use https://, with the cluster's CA in certificate-authority-data", edits: [] }
        : {
            text: "take insecure-skip-tls-verify out, and put the cluster's CA into certificate-authority-data",
            edits: replaceBoolean(origin, false),
          },
    ],
    identity: { subject: `kubeconfig cluster ${name}`, object: isPlain ? "server" : "insecure-skip-tls-verify" },
    cause: `${found.path} ${name} TLS`,
    also: `cluster ${quotable(name)} is not verified either`,
  };
}

interface Stake {
  readonly score: number;
  readonly takes: string;
  readonly power: CredentialRights;
}

/** What goes over that connection, for the strongest of its users. */
function whatIsAtStake(context: RuleContext, found: FoundKubeconfig, cluster: string): Stake {
  const { contexts, users } = found.kubeconfig;
  const names = new Set(contexts.filter((one) => one.cluster === cluster).map(({ user }) => user));
  let worst: Stake = { score: idle, takes: "answer in its place", power: { kind: "none" } };
  for (const user of users) {
    if (!names.has(user.name)) continue;
    const isHanded = (user.token ?? user.tokenFile ?? user.password ?? user.plugin) !== undefined;
    if (!isHanded && user.clientCertificate === undefined) continue;
    const credential = credentialOfUser(context.graph, found, user);
    const power: CredentialRights = credential === undefined ? { kind: "none" } : credentialRights(context, credential);
    const score = Math.max(isHanded ? handedOver : intercepted, scoreOf(power));
    const takes = isHanded
      ? `take the credential of user ${quotable(user.name)}`
      : `read and change what user ${quotable(user.name)} does`;
    if (score > worst.score) worst = { score, takes, power };
  }
  return worst;
}

function scoreOf(power: CredentialRights): number {
  switch (power.kind) {
    case "masters":
      return rate({ holder: 4, power: 1, adjustments: [adjustment.irrevocable] });
    case "kubeadm-admin":
      return rate({ holder: 4, power: 1, adjustments: [adjustment.irrevocable], assumedHops: 1 });
    case "held":
      // Whoever is on the way need not hold anything: one user's rights in somebody else's hands.
      return rate({ holder: 3, power: power.power.level });
    case "none":
      return 0.1;
  }
}

function consequenceOf(power: CredentialRights): string {
  switch (power.kind) {
    case "masters":
    case "kubeadm-admin":
      return ", who is cluster-admin";
    case "held":
      return `, who ${describedPower(power.power)}`;
    case "none":
      return "";
  }
}
