import { goUrl } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import {
  givenArray,
  givenList,
  givenText,
  isOlderThan,
  mayBeHidden,
  refuse,
  refuseRequired,
  type ServerBeingRead,
} from "../server-being-read.ts";
import { gateIsOn } from "./feature-gates.ts";
import { refuseNumber } from "./numbers.ts";

// pkg/kubeapiserver/options/authentication.go: Validate; pkg/controlplane/apiserver/options: validation.go, options.go.

/** Who signs the tokens of ServiceAccounts, and for how long. */
export function refuseServiceAccounts(server: ServerBeingRead): void {
  refuseExpiration(server);
  refuseIssuers(server);
  refuseKeys(server);
  refuseJwksUri(server);
  refuseEndpoint(server);
  refuseSigning(server);
}

function refuseExpiration(server: ServerBeingRead): void {
  refuseNumber(server, "complete", {
    flag: "service-account-max-token-expiration",
    type: "duration",
    isWrong: (seconds) => seconds !== 0 && (seconds < 3600 || seconds > 2 ** 32),
    words: () => "the service-account-max-token-expiration must be between 1 hour and 2^32 seconds",
  });
}

function refuseIssuers(server: ServerBeingRead): void {
  const seen = new Set<string>();
  const issuers = givenArray(server, "service-account-issuer");
  for (const { value, origin } of issuers) {
    const quoted = JSON.stringify(value);
    const url = value.includes(":") ? goUrl(value) : undefined;
    if (url !== undefined && url.outcome === "refused") {
      const message = `service-account-issuer ${quoted} contained a ':' but was not a valid URL: ${url.problem}`;
      refuse(server, "validate", message, origin);
    } else if (value === "") {
      refuse(server, "validate", "service-account-issuer should not be an empty string", origin);
    } else if (seen.has(value)) {
      refuse(server, "validate", `service-account-issuer ${quoted} is already specified`, origin);
    }
    seen.add(value);
  }
  if (issuers.length === 0 && isAbsent(server, "service-account-issuer")) {
    refuseRequired(server, "service-account-issuer is a required flag");
  }
}

function refuseKeys(server: ServerBeingRead): void {
  const keys = givenArray(server, "service-account-key-file");
  if (keys.length > 0 || !isAbsent(server, "service-account-key-file")) return;
  // Up to 1.30 the key of the serving certificate stands in where no other key signs (cmd/kube-apiserver/app/options/completion.go).
  if (isOlderThan(server, 31) && givenText(server, "tls-private-key-file") !== undefined) return;
  if (isOlderThan(server, 32)) {
    refuseRequired(server, "service-account-key-file is a required flag");
    return;
  }
  if (!isAbsent(server, "service-account-signing-endpoint")) return;
  refuseRequired(server, "either `--service-account-key-file` or `--service-account-signing-endpoint` must be set");
}

function isAbsent(server: ServerBeingRead, flag: string): boolean {
  const flags = server.invocation.flags;
  return !flags.some(({ name, value }) => name === flag && value !== "") && mayBeHidden(server, flag) === undefined;
}

function refuseJwksUri(server: ServerBeingRead): void {
  const uri = givenText(server, "service-account-jwks-uri");
  if (uri === undefined) return;
  const url = goUrl(uri.value);
  if (url.outcome === "refused") {
    refuse(server, "validate", `service-account-jwks-uri must be a valid URL: ${url.problem}`, uri.origin);
  } else if (url.scheme !== "https") {
    const message = `service-account-jwks-uri requires https scheme, parsed as: ${uri.value}`;
    refuse(server, "validate", message, uri.origin);
  }
}

function refuseEndpoint(server: ServerBeingRead): void {
  const endpoint = givenText(server, "service-account-signing-endpoint");
  if (endpoint === undefined) return;
  const signing = givenText(server, "service-account-signing-key-file");
  const [issuer] = givenArray(server, "service-account-issuer");
  if (signing !== undefined && issuer !== undefined && issuer.value !== "") {
    const message =
      "service-account-signing-key-file and service-account-signing-endpoint are mutually exclusive and cannot be set at the same time";
    refuse(server, "complete", message, endpoint.origin);
  }
  if (signing !== undefined || givenArray(server, "service-account-key-file").length > 0) {
    const message =
      "can't set `--service-account-signing-key-file` and/or `--service-account-key-file` with `--service-account-signing-endpoint` (They are mutually exclusive)";
    refuse(server, "validate", message, endpoint.origin);
  }
  if (gateIsOn(server, "ExternalServiceAccountTokenSigner") === false) {
    const message =
      "setting `--service-account-signing-endpoint` requires enabling ExternalServiceAccountTokenSigner feature gate";
    refuse(server, "validate", message, endpoint.origin);
  }
  const expiration = givenText(server, "service-account-max-token-expiration");
  if (expiration !== undefined && !isOlderThan(server, 32) && isOlderThan(server, 33)) {
    const message =
      "service-account-max-token-expiration and service-account-signing-endpoint are mutually exclusive and cannot be set at the same time";
    refuse(server, "complete", message, expiration.origin);
  }
  if (endpoint.value.startsWith("@") && !/^@(?:[\w-]+\.)*[\w-]+$/.test(endpoint.value)) {
    const message = `invalid value ${JSON.stringify(endpoint.value)} passed for \`--service-account-signing-endpoint\`, when prefixed with @ must be a valid abstract socket name`;
    refuse(server, "validate", message, endpoint.origin);
  }
}

/** Whoever sets one of the three wants tokens issued, for which there must be an issuer and a key. */
function refuseSigning(server: ServerBeingRead): void {
  const [issuer] = givenArray(server, "service-account-issuer");
  const hasIssuer = issuer !== undefined && issuer.value !== "";
  const signing = givenText(server, "service-account-signing-key-file");
  const endpoint = givenText(server, "service-account-signing-endpoint");
  const isOpen = [
    "service-account-issuer",
    "service-account-signing-key-file",
    "service-account-signing-endpoint",
  ].some((flag) => mayBeHidden(server, flag) !== undefined || isUnresolved(server, flag));
  if (isOpen || (hasIssuer && (signing ?? endpoint) !== undefined)) return;
  const [audience] = givenList(server, "api-audiences");
  const attempts: readonly (Located<string> | undefined)[] = [signing, hasIssuer ? issuer : undefined, audience];
  const attempt = attempts.find((given) => given !== undefined);
  if (attempt === undefined) {
    refuseRequired(server, "--service-account-signing-key-file and --service-account-issuer are required flags");
    return;
  }
  const message =
    "--service-account-signing-key-file, --service-account-issuer, and --api-audiences should be specified together";
  refuseRequired(server, message, attempt.origin);
}

function isUnresolved({ invocation }: ServerBeingRead, flag: string): boolean {
  return invocation.flags.some(({ name, unresolved }) => name === flag && unresolved);
}
