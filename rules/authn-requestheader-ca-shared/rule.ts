import {
  type ApiServer,
  type Authenticator,
  type CertificateBundle,
  type Check,
  describedServers,
  type FileContent,
  isWritten,
  listed,
  note,
  quotable,
  rate,
  settingRisk,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    const proxy = server.authenticators.find(isProxy);
    // Without the name of a header it does nothing.
    if (proxy === undefined || proxy.usernameHeaders.length === 0 || !isWritten(proxy.origin)) continue;
    const names = proxy.allowedNames.map(({ value }) => value).filter((name) => name !== "");
    const anyName = names.length === 0;
    if (anyName && !isNamelessForSure(server)) continue;
    const shared = sharesCertificate(server, proxy.authority);
    if (!anyName && !shared) continue;
    const told = toldOf(anyName, shared, names);
    yield settingRisk({
      ruleId: "authn-requestheader-ca-shared",
      server,
      setting: "requestheader-client-ca-file",
      origin: proxy.origin,
      label: shared ? "the CA of clients as well" : "any certificate of this CA will do",
      title: told.title,
      score: told.score,
      notes: [note("why", "the headers say user and groups, system:masters included, and nothing else is asked")],
      remedies: [
        {
          text: shared ? "sign the front proxy's certificate by a CA of its own" : "name the proxy's certificate",
          edits: [],
        },
        { text: "set --requestheader-allowed-names to the common name of the proxy's certificate", edits: [] },
      ],
    });
  }
};

type Proxy = Extract<Authenticator, { kind: "request-header" }>;

function isProxy(authenticator: Authenticator): authenticator is Proxy {
  return authenticator.kind === "request-header";
}

function toldOf(
  anyName: boolean,
  shared: boolean,
  names: readonly string[],
): { readonly title: string; readonly score: number } {
  const power = "can act as any user and in any group";
  if (!shared) {
    const title = `whoever has a certificate of the request-header CA ${power}`;
    return { title, score: rate({ holder: 4, power: 1, assumedHops: 1 }) };
  }
  if (anyName) return { title: `whoever has any client certificate ${power}`, score: rate({ holder: 1, power: 1 }) };
  const title = `whoever gets a client certificate for ${listed(names.map(quotable), 2)} ${power}`;
  return { title, score: rate({ holder: 4, power: 1, assumedHops: 1 }) };
}

/** No name is given, and no variable may give one. */
function isNamelessForSure(server: ApiServer): boolean {
  return !server.partial && server.settings.get("requestheader-allowed-names")?.doubt === undefined;
}

/** Whether a certificate is in both bundles; of files that are not there, whether they are one file. */
function sharesCertificate({ authenticators }: ApiServer, authority: FileContent<CertificateBundle>): boolean {
  return authenticators.some((other) => {
    if (other.kind !== "client-certificate") return false;
    if (other.authority.path.value === authority.path.value) return true;
    if (other.authority.state !== "read" || authority.state !== "read") return false;
    const known = new Set(other.authority.value.certificates.map(({ sha256 }) => sha256));
    return authority.value.certificates.some(({ sha256 }) => known.has(sha256));
  });
}
