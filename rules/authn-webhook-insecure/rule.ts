import {
  type ApiServer,
  type Authenticator,
  adjustment,
  type Check,
  describedServers,
  type FileContent,
  hop,
  isWritten,
  type Kubeconfig,
  note,
  type Origin,
  quotable,
  rate,
  settingRisk,
} from "@authgraph/rules";

const ruleId = "authn-webhook-insecure";

export const check: Check = function* (context, parameter) {
  for (const server of describedServers(context)) {
    for (const asked of askedBy(server)) {
      const unverified = asked.kubeconfig?.state === "read" ? unverifiedServer(asked.kubeconfig.value) : undefined;
      if (unverified === undefined) continue;
      yield settingRisk({
        ruleId,
        server,
        setting: asked.setting,
        origin: unverified.origin,
        label: unverified.label,
        title: asked.title,
        score: rate({ holder: 4, power: 1, adjustments: [adjustment.irrevocable] }),
        before: [hop(asked.origin, asked.label, 1)],
        notes: [note("why", asked.why)],
        remedies: [{ text: "use https, and certificate-authority-data with the CA of its certificate", edits: [] }],
      });
    }
    const webhook = server.authenticators.find(isWebhook);
    if (webhook === undefined) continue;
    const { value, origin } = webhook.cacheTtl;
    const minutes = minutesOf(value);
    if (minutes === undefined || minutes <= parameter("most-cache-minutes") || !isWritten(origin)) continue;
    yield settingRisk({
      ruleId,
      server,
      setting: "authentication-token-webhook-cache-ttl",
      origin,
      label: "answers are kept so long",
      title: `whoever lost a token's access can use it for ${value} more, as the webhook is not asked again`,
      score: 4.0,
      notes: [note("why", "a token that is revoked stays good until the answer about it is forgotten")],
      remedies: [{ text: "leave it at the default of two minutes", edits: [] }],
    });
  }
};

interface Asked {
  readonly setting: string;
  readonly origin: Origin;
  readonly label: string;
  readonly title: string;
  readonly why: string;
  readonly kubeconfig: FileContent<Kubeconfig> | undefined;
}

/** Every webhook that says who somebody is, or what they may do. */
function askedBy({ authenticators, authorizers }: ApiServer): readonly Asked[] {
  const tokens = authenticators.filter(isWebhook).map(
    ({ origin, kubeconfig }): Asked => ({
      setting: "authentication-token-webhook-config-file",
      origin,
      label: "asked for every token that nobody else knows",
      title: "whoever stands between API server and token webhook can be any user, and sees every token",
      why: "what the webhook answers is believed, system:masters included",
      kubeconfig,
    }),
  );
  const requests = authorizers.flatMap((authorizer): readonly Asked[] => {
    if (authorizer.kind !== "Webhook") return [];
    const { name, origin, kubeconfig } = authorizer;
    return [
      {
        setting: `authorizer ${name} kubeConfigFile`,
        origin,
        label: "asked whether requests are allowed",
        title: `whoever stands between API server and authorization webhook ${quotable(name)} can allow any request`,
        why: "what the webhook allows needs no role",
        kubeconfig,
      },
    ];
  });
  return [...tokens, ...requests];
}

function isWebhook(authenticator: Authenticator): authenticator is Extract<Authenticator, { kind: "webhook" }> {
  return authenticator.kind === "webhook";
}

/** The server that the current context leads to, if nobody knows who answers there. */
function unverifiedServer({
  clusters,
  contexts,
  currentContext,
}: Kubeconfig): { readonly origin: Origin; readonly label: string } | undefined {
  const context = contexts.find(({ name }) => name === currentContext);
  const cluster = clusters.find(({ name }) => name === context?.cluster);
  if (cluster?.server === undefined || loopback.test(cluster.server.value)) return undefined;
  if (/^http:/i.test(cluster.server.value)) return { origin: cluster.server.origin, label: "plain HTTP" };
  const skips = cluster.insecureSkipTlsVerify;
  return skips?.value === true ? { origin: skips.origin, label: "its certificate is not verified" } : undefined;
}

/** Nobody stands between. */
const loopback = /^https?:\/\/(?:127\.[\d.]+|localhost|\[::1\])(?:[:/]|$)/i;

/** Of a duration as Go writes it. */
function minutesOf(duration: string): number | undefined {
  const parts = [...duration.matchAll(/([\d.]+)(h|ms|m|s)/g)];
  if (parts.length === 0) return undefined;
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * (inMinutes[unit ?? ""] ?? 0), 0);
}

const inMinutes: Readonly<Record<string, number>> = { h: 60, m: 1, s: 1 / 60, ms: 1 / 60_000 };
