import { type Flag, goUrl } from "@authgraph/kubernetes";
import { fileContent } from "../named-file.ts";
import { givenFlag, givenList, givenText, isOlderThan, refuse, type ServerBeingRead } from "../server-being-read.ts";
import { gateIsOn } from "./feature-gates.ts";

// pkg/kubeapiserver/options/authentication.go: validateOIDCOptions, ToAuthenticationConfig.

/** Flags of an OpenID Connect issuer. */
export function refuseOidc(server: ServerBeingRead): void {
  const first = server.invocation.flags.find(({ name }) => name.startsWith("oidc-"));
  const file = givenFlag(server, "authentication-config");
  if (file.given === "unknown") return;
  if (file.given === "yes" && file.value !== "") {
    refuseBesideFile(server, first, file.flag);
    return;
  }
  if (first === undefined) return;
  const [url, client] = [givenFlag(server, "oidc-issuer-url"), givenFlag(server, "oidc-client-id")];
  if (url.given === "unknown" || client.given === "unknown") return;
  const issuer = givenText(server, "oidc-issuer-url");
  if (issuer === undefined || givenText(server, "oidc-client-id") === undefined) {
    const message = "oidc-issuer-url and oidc-client-id must be specified together when any oidc-* flags are set";
    refuse(server, "validate", message, (issuer ?? first).origin);
    return;
  }
  refuseIssuer(server);
  refuseAlgorithms(server);
  const claim = givenFlag(server, "oidc-username-claim");
  if (claim.given === "yes" && claim.value === "") {
    const field = "jwt[0].claimMappings.username: Required value: claim or expression is required";
    const invalid = isOlderThan(server, 34) ? "" : "invalid authentication configuration: ";
    refuse(server, "build", invalid + field, claim.flag.origin);
  }
  const authority = givenText(server, "oidc-ca-file");
  if (authority !== undefined) fileContent(server, "oidc-ca-file", authority, "CertificateBundle");
}

function refuseBesideFile(server: ServerBeingRead, first: Flag | undefined, file: Flag): void {
  const gate = "StructuredAuthenticationConfiguration";
  if (gateIsOn(server, gate) === false) {
    refuse(server, "validate", `set --feature-gates=${gate}=true to use authentication-config file`, file.origin);
  }
  if (first === undefined) return;
  const message = "authentication-config file and oidc-* flags are mutually exclusive";
  refuse(server, "validate", message, first.origin);
}

/** k8s.io/apiserver pkg/apis/apiserver/validation/validation.go: validateIssuerURL. */
function refuseIssuer(server: ServerBeingRead): void {
  const issuer = givenText(server, "oidc-issuer-url");
  if (issuer === undefined) return;
  const refuseUrl = (problem: string): void => {
    const field = `jwt[0].issuer.url: Invalid value: ${JSON.stringify(issuer.value)}: ${problem}`;
    const invalid = isOlderThan(server, 34) ? "" : "invalid authentication configuration: ";
    refuse(server, "build", invalid + field, issuer.origin);
  };
  const url = goUrl(issuer.value);
  if (url.outcome === "refused") {
    refuseUrl(url.problem);
    return;
  }
  if (url.scheme !== "https") refuseUrl("URL scheme must be https");
  if (url.hasUser) refuseUrl("URL must not contain a username or password");
  if (url.hasQuery) refuseUrl("URL must not contain a query");
  if (url.hasFragment) refuseUrl("URL must not contain a fragment");
}

/** plugin/pkg/authenticator/token/oidc/oidc.go: New. */
function refuseAlgorithms(server: ServerBeingRead): void {
  for (const { value, origin } of givenList(server, "oidc-signing-algs")) {
    if (/^(?:RS|ES|PS)(?:256|384|512)$/.test(value)) continue;
    refuse(server, "build", `oidc: unsupported signing alg: ${JSON.stringify(value)}`, origin);
  }
}
