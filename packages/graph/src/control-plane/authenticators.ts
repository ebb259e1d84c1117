import type { CertificateBundle, ClaimRule, JwtAuthenticator } from "@authgraph/kubernetes";
import { type Located, located } from "@authgraph/source";
import type { Assumption, Authenticator, FileContent } from "../types.ts";
import { refuseWebhookVersion, webhookKubeconfig } from "./authorizers.ts";
import { booleanOf } from "./boolean-flag.ts";
import { configurationFile } from "./configuration-file.ts";
import { fileContent, openFailure } from "./named-file.ts";
import {
  givenArray,
  givenFlag,
  givenList,
  givenText,
  mayBeHidden,
  refuse,
  type ServerBeingRead,
  serverDefault,
  textOf,
} from "./server-being-read.ts";

// pkg/kubeapiserver/authenticator/config.go: Config.New; pkg/kubeapiserver/options/authentication.go: ToAuthenticationConfig.

/** The chain of a server, and what it may hold besides. */
export interface AuthenticatorChain {
  readonly authenticators: readonly Authenticator[];
  readonly doubts: readonly Assumption[];
}

/** Every way to prove who one is that is switched on, in the order the server tries them; anonymous requests come last. */
export function readAuthenticators(server: ServerBeingRead): AuthenticatorChain {
  const jwt = jwtAuthenticators(server);
  const authenticators = [
    requestHeader(server),
    clientCertificate(server),
    tokenFile(server),
    serviceAccount(server),
    bootstrapToken(server),
    ...jwt.authenticators,
    webhook(server),
  ].filter((authenticator) => authenticator !== undefined);
  const doubts = switches.flatMap((name): readonly Assumption[] => {
    const given = givenFlag(server, name);
    return given.given === "unknown" ? [given.assumption] : [];
  });
  return { authenticators, doubts: [...doubts, ...jwt.doubts] };
}

/** Flags that switch an authenticator on: where they are open, so is whether there is one. */
const switches = [
  "requestheader-client-ca-file",
  "client-ca-file",
  "token-auth-file",
  "enable-bootstrap-token-auth",
  "authentication-token-webhook-config-file",
];

type Switched = Authenticator | undefined;

function requestHeader(server: ServerBeingRead): Switched {
  const path = givenText(server, "requestheader-client-ca-file");
  if (path === undefined) return undefined;
  return {
    kind: "request-header",
    origin: path.origin,
    authority: authorityOf(server, "requestheader-client-ca-file", "request-header", path),
    allowedNames: givenList(server, "requestheader-allowed-names"),
    usernameHeaders: givenList(server, "requestheader-username-headers"),
    uidHeaders: givenList(server, "requestheader-uid-headers"),
    groupHeaders: givenList(server, "requestheader-group-headers"),
    extraPrefixes: givenList(server, "requestheader-extra-headers-prefix"),
  };
}

function clientCertificate(server: ServerBeingRead): Switched {
  const path = givenText(server, "client-ca-file");
  if (path === undefined) return undefined;
  const authority = authorityOf(server, "client-ca-file", "client-ca-bundle", path);
  return { kind: "client-certificate", origin: path.origin, authority };
}

/** k8s.io/apiserver pkg/server/dynamiccertificates/dynamic_cafile_content.go: NewDynamicCAContentFromFile. */
function authorityOf(
  server: ServerBeingRead,
  flag: string,
  purpose: string,
  path: Located<string>,
): FileContent<CertificateBundle> {
  return fileContent(server, flag, path, "CertificateBundle", {
    ...openFailure,
    refused: (message, file) => `error loading CA bundle for ${JSON.stringify(`${purpose}::${file}`)}: ${message}`,
  });
}

function tokenFile(server: ServerBeingRead): Switched {
  const path = givenText(server, "token-auth-file");
  if (path === undefined) return undefined;
  return { kind: "token-file", origin: path.origin, tokens: fileContent(server, "token-auth-file", path, "TokenFile") };
}

/** Part of every server: without issuer or keys it does not start. */
function serviceAccount(server: ServerBeingRead): Switched {
  const issuers = givenArray(server, "service-account-issuer");
  const keyFiles = givenArray(server, "service-account-key-file");
  const endpoint = givenText(server, "service-account-signing-endpoint");
  const [first] = [...issuers, ...keyFiles];
  const origin = first?.origin ?? endpoint?.origin ?? serverDefault;
  const audiences = givenList(server, "api-audiences");
  return {
    kind: "service-account",
    origin,
    issuers,
    keys: keyFiles.map((path) => fileContent(server, "service-account-key-file", path, "PublicKeys")),
    external: endpoint !== undefined,
    lookup: booleanOf(server, "service-account-lookup", true),
    audiences: (audiences.length > 0 ? audiences : issuers).map(({ value }) => value),
  };
}

function bootstrapToken(server: ServerBeingRead): Switched {
  const enabled = booleanOf(server, "enable-bootstrap-token-auth", false);
  return enabled.value ? { kind: "bootstrap-token", origin: enabled.origin } : undefined;
}

function webhook(server: ServerBeingRead): Switched {
  const path = givenText(server, "authentication-token-webhook-config-file");
  if (path === undefined) return undefined;
  const kubeconfig = webhookKubeconfig(server, "authentication-token-webhook-config-file", path, {
    stage: "build",
    absent: (file) => `stat ${file}: no such file or directory`,
  });
  refuseWebhookVersion(server, "authentication-token-webhook-version", "unsupported authentication webhook version");
  return {
    kind: "webhook",
    origin: path.origin,
    kubeconfig,
    cacheTtl: textOf(server, "authentication-token-webhook-cache-ttl"),
  };
}

function jwtAuthenticators(server: ServerBeingRead): AuthenticatorChain {
  const file = configurationFile(server, "authentication-config", "AuthenticationConfiguration");
  switch (file.outcome) {
    case "found":
      for (const issuer of file.configuration.jwt) {
        refuseOwnIssuer(server, issuer.url);
        refuseEgress(server, issuer);
      }
      return { authenticators: file.configuration.jwt.map((issuer) => jwt(issuer, false)), doubts: [] };
    case "unknown":
      return { authenticators: [], doubts: [file.assumption] };
    case "refused":
      return { authenticators: [], doubts: [] };
    case "not-named": {
      const issuer = issuerOfFlags(server);
      if (issuer !== undefined) {
        refuseOwnIssuer(server, issuer.url);
        return { authenticators: [jwt(issuer, true)], doubts: [] };
      }
      const hidden = mayBeHidden(server, "oidc-issuer-url");
      return { authenticators: [], doubts: hidden === undefined ? [] : [hidden] };
    }
  }
}

/** The server's own tokens are not another issuer's (k8s.io/apiserver plugin/pkg/authenticator/token/oidc/oidc.go: New). */
function refuseOwnIssuer(server: ServerBeingRead, { value, origin }: Located<string>): void {
  const own = [...new Set(givenArray(server, "service-account-issuer").map((issuer) => issuer.value))].sort();
  if (!own.includes(value)) return;
  const problem = `URL must not overlap with disallowed issuers: [${own.join(" ")}]`;
  refuse(server, "build", `issuer.url: Invalid value: ${JSON.stringify(value)}: ${problem}`, origin);
}

/** Without selectors there is none to look up (k8s.io/apiserver plugin/pkg/authenticator/token/oidc/oidc.go: New). */
function refuseEgress(server: ServerBeingRead, { egress }: JwtAuthenticator): void {
  if (egress === undefined || givenFlag(server, "egress-selector-config-file").given !== "no") return;
  const message = `oidc: egress lookup required with egress selector type ${JSON.stringify(egress.value)}`;
  refuse(server, "build", message, egress.origin);
}

function jwt(issuer: JwtAuthenticator, byFlags: boolean): Authenticator {
  return { kind: "jwt", origin: issuer.origin, issuer, byFlags };
}

/** The issuer that `--oidc-*` flags describe; both its URL and the client's id are needed. */
function issuerOfFlags(server: ServerBeingRead): JwtAuthenticator | undefined {
  const url = givenText(server, "oidc-issuer-url");
  const audience = givenText(server, "oidc-client-id");
  if (url === undefined || audience === undefined) return undefined;
  const claim = textOf(server, "oidc-username-claim");
  const usernameClaim = claim.value === "" ? located("sub", serverDefault) : claim;
  const groupsClaim = givenText(server, "oidc-groups-claim");
  return {
    origin: url.origin,
    url,
    discoveryUrl: undefined,
    certificateAuthority: givenText(server, "oidc-ca-file")?.origin,
    audiences: [audience],
    claimRules: requiredClaims(server),
    username: { kind: "claim", claim: usernameClaim, prefix: usernamePrefix(server, url, usernameClaim.value) },
    groups: groupsClaim && { kind: "claim", claim: groupsClaim, prefix: textOf(server, "oidc-groups-prefix") },
    uid: undefined,
    extra: [],
    userRules: [],
  };
}

/** `-` stands for none; without the flag everything but e-mail addresses gets the issuer's URL in front. */
function usernamePrefix(server: ServerBeingRead, url: Located<string>, claim: string): Located<string> {
  const given = textOf(server, "oidc-username-prefix");
  if (given.value === "-") return located("", given.origin);
  if (given.value === "" && claim !== "email") return located(`${url.value}#`, url.origin);
  return given;
}

/** `--oidc-required-claim=name=value`, one for each occurrence, the last of a name counts (component-base/cli/flag: ConfigurationMap). */
function requiredClaims(server: ServerBeingRead): readonly ClaimRule[] {
  const rules = new Map<string, ClaimRule>();
  for (const { value: pair, origin } of givenArray(server, "oidc-required-claim")) {
    const at = pair.indexOf("=");
    if (at < 0) continue;
    const claim = located(pair.slice(0, at).trim(), origin);
    rules.set(claim.value, { kind: "claim", claim, value: located(pair.slice(at + 1).trim(), origin) });
  }
  return [...rules.values()];
}
