import { type Located, located } from "@authgraph/source";
import {
  givenFlag,
  givenList,
  givenText,
  isOlderThan,
  refuse,
  refuseByVersion,
  type ServerBeingRead,
} from "../server-being-read.ts";
import { gateIsOn } from "./feature-gates.ts";

// k8s.io/apiserver pkg/server/options: serving.go, server_run_options.go, api_enablement.go; k8s.io/component-base/cli/flag.

/** How and where a server listens. */
export function refuseServing(server: ServerBeingRead): void {
  refuseTls(server);
  refuseTransportSecurity(server);
  refuseOrigins(server);
  refuseRuntimeConfig(server);
  refuseLogging(server);
  refusePeerProxy(server);
}

function refuseTls(server: ServerBeingRead): void {
  const version = givenText(server, "tls-min-version");
  if (version !== undefined && !tlsVersions.has(version.value)) {
    refuse(server, "build", `unknown tls version ${JSON.stringify(version.value)}`, version.origin);
  }
  for (const { value, origin } of givenList(server, "tls-cipher-suites")) {
    if (tlsCiphers.has(value)) continue;
    refuse(server, "build", `Cipher suite ${value} not supported or doesn't exist`, origin);
  }
  refuseCiphersOfHttp2(server);
  refuseHalfPair(server);
}

/** golang.org/x/net/http2: ConfigureServer, unless TLS 1.3, which chooses its own, is all there is. */
function refuseCiphersOfHttp2(server: ServerBeingRead): void {
  const ciphers = givenList(server, "tls-cipher-suites");
  const [first] = ciphers;
  if (first === undefined || ciphers.some(({ value }) => !tlsCiphers.has(value))) return;
  if (givenText(server, "tls-min-version")?.value === "VersionTLS13") return;
  if (ciphers.some(({ value }) => /^TLS_ECDHE_(?:RSA|ECDSA)_WITH_AES_128_GCM_SHA256$/.test(value))) return;
  const message =
    "error configuring http2: http2: TLSConfig.CipherSuites is missing an HTTP/2-required AES_128_GCM_SHA256 cipher (need at least one of TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 or TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256)";
  refuse(server, "build", message, first.origin);
}

/** k8s.io/apiserver pkg/server/dynamiccertificates: NewDynamicServingContentFromFiles. */
function refuseHalfPair(server: ServerBeingRead): void {
  const [certificate, key] = [givenFlag(server, "tls-cert-file"), givenFlag(server, "tls-private-key-file")];
  if (certificate.given === "unknown" || key.given === "unknown") return;
  const given = [certificate, key].filter((flag) => flag.given === "yes" && flag.value !== "");
  const [only] = given;
  if (given.length !== 1 || only?.given !== "yes") return;
  refuse(server, "build", "missing filename for serving cert", only.flag.origin);
}

const tlsVersions: ReadonlySet<string> = new Set(["VersionTLS10", "VersionTLS11", "VersionTLS12", "VersionTLS13"]);

/** crypto/tls: CipherSuites, InsecureCipherSuites, and two older names. */
const tlsCiphers: ReadonlySet<string> = new Set([
  "TLS_AES_128_GCM_SHA256",
  "TLS_AES_256_GCM_SHA384",
  "TLS_CHACHA20_POLY1305_SHA256",
  "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
  "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
  "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
  "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
  "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
  "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
  "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
  "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
  "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
  "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
  "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305",
  "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305",
  "TLS_RSA_WITH_RC4_128_SHA",
  "TLS_RSA_WITH_3DES_EDE_CBC_SHA",
  "TLS_RSA_WITH_AES_128_CBC_SHA",
  "TLS_RSA_WITH_AES_256_CBC_SHA",
  "TLS_RSA_WITH_AES_128_CBC_SHA256",
  "TLS_RSA_WITH_AES_128_GCM_SHA256",
  "TLS_RSA_WITH_AES_256_GCM_SHA384",
  "TLS_ECDHE_ECDSA_WITH_RC4_128_SHA",
  "TLS_ECDHE_RSA_WITH_RC4_128_SHA",
  "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA",
  "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
  "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
]);

function refuseTransportSecurity(server: ServerBeingRead): void {
  for (const { value, origin } of givenList(server, "strict-transport-security-directives")) {
    if (value.trim() === "") {
      refuse(server, "validate", "empty value in strict-transport-security-directives", origin);
    } else if (value !== "includeSubDomains" && value !== "preload" && !/^max-age=[^=]*$/.test(value)) {
      const message =
        "--strict-transport-security-directives invalid, allowed values: max-age=expireTime, includeSubDomains, preload. see https://tools.ietf.org/html/rfc6797#section-6.1 for more information";
      refuse(server, "validate", message, origin);
    }
  }
}

/** An expression that does not name both ends of the host lets others in (CVE-2022-1996). */
function refuseOrigins(server: ServerBeingRead): void {
  for (const { value, origin } of givenList(server, "cors-allowed-origins")) {
    if (value === "") {
      refuse(server, "validate", "empty value in --cors-allowed-origins", origin);
    } else if (!/\^|\/\//.test(value) || !/[$:]/.test(value)) {
      const message =
        "--cors-allowed-origins has an invalid regular expression: regular expression does not pin to start/end of host in the origin header";
      refuse(server, "validate", message, origin);
    }
  }
}

/** `--runtime-config`: pairs, the last of a key counts (component-base/cli/flag/configuration_map.go). */
function runtimeConfig(server: ServerBeingRead): ReadonlyMap<string, Located<string>> {
  const pairs = new Map<string, Located<string>>();
  for (const { name, value, unresolved, origin } of server.invocation.flags) {
    if (name !== "runtime-config" || value === undefined || unresolved) continue;
    for (const pair of value.split(",")) {
      if (pair === "") continue;
      const at = pair.indexOf("=");
      const key = at < 0 ? pair : pair.slice(0, at);
      pairs.set(key.trim(), located(at < 0 ? "" : pair.slice(at + 1).trim(), origin));
    }
  }
  return pairs;
}

function refuseRuntimeConfig(server: ServerBeingRead): void {
  const config = runtimeConfig(server);
  refuseWithoutFlowControl(server, config);
  // pkg/controlplane/apiserver/options/options.go: Complete.
  const keys = [...config].filter(([key]) => key !== "api/legacy" && !/^(?:api\/)?v1(?:\/|$)/.test(key));
  const all = config.get("api/all");
  if (all?.value === "false" && config.size === 1) {
    refuse(server, "validate", "invalid runtime-config with only api/all=false", all.origin);
    return;
  }
  for (const [key, { value, origin }] of keys) {
    const isWhole = ["api/all", "api/ga", "api/beta", "api/alpha"].includes(key);
    const parts = key.split("/");
    if (!isWhole && parts.length !== 2 && parts.length !== 3) {
      refuse(server, "validate", `runtime-config invalid key ${key}`, origin);
    } else if (!isWhole && !apiGroups.has(parts[0] ?? "")) {
      refuseByVersion(server, "validate", `unknown api groups ${parts[0]}/${parts[1]}`, origin);
    } else if (!isWhole && apiGroups.get(parts[0] ?? "")?.includes(parts[1] ?? "") === false) {
      const message = `group version ${parts[0]}/${parts[1]} that has not been registered`;
      refuseByVersion(server, "build", message, origin);
    } else if (!["", "1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False"].includes(value)) {
      const message = `invalid value of runtime-config ${key}=${value}`;
      refuse(server, "build", message, origin);
    }
  }
}

/** pkg/controlplane/apiserver/options/validation.go: validateAPIPriorityAndFairness. */
function refuseWithoutFlowControl(server: ServerBeingRead, config: ReadonlyMap<string, Located<string>>): void {
  const enabled = givenFlag(server, "enable-priority-and-fairness");
  if (enabled.given !== "no" && (enabled.given === "unknown" || /^(?:0|f|F|FALSE|false|False)$/.test(enabled.value)))
    return;
  for (const key of ["flowcontrol.apiserver.k8s.io/v1", "api/ga", "api/all"]) {
    const set = config.get(key);
    if (set?.value === "true") return;
    if (set?.value !== "false") continue;
    const message = `--runtime-config=${key}=false conflicts with --enable-priority-and-fairness=true`;
    refuse(server, "validate", message, set.origin);
    return;
  }
}

/**
 * Groups that some minor's schemes know (pkg/apis, k8s.io/apiextensions-apiserver, k8s.io/kube-aggregator: GroupName), and
 * the versions that any minor had of them; undefined where they are still being added to.
 */
const apiGroups: ReadonlyMap<string, readonly string[] | undefined> = new Map([
  ["", undefined],
  ["abac.authorization.kubernetes.io", undefined],
  ["admission.k8s.io", ["v1", "v1beta1"]],
  ["admissionregistration.k8s.io", ["v1", "v1beta1", "v1alpha1"]],
  ["apidiscovery.k8s.io", undefined],
  ["apiextensions.k8s.io", ["v1", "v1beta1"]],
  ["apiregistration.k8s.io", ["v1", "v1beta1"]],
  ["apps", ["v1", "v1beta1", "v1beta2"]],
  ["authentication.k8s.io", ["v1", "v1beta1", "v1alpha1"]],
  ["authorization.k8s.io", ["v1", "v1beta1"]],
  ["autoscaling", ["v1", "v2", "v2beta1", "v2beta2"]],
  ["batch", ["v1", "v1beta1"]],
  ["certificates.k8s.io", ["v1", "v1beta1", "v1alpha1"]],
  ["coordination.k8s.io", ["v1", "v1beta1", "v1alpha1", "v1alpha2"]],
  ["discovery.k8s.io", ["v1", "v1beta1"]],
  ["events.k8s.io", ["v1", "v1beta1"]],
  ["extensions", ["v1beta1"]],
  ["flowcontrol.apiserver.k8s.io", ["v1", "v1beta1", "v1beta2", "v1beta3"]],
  ["imagepolicy.k8s.io", ["v1alpha1"]],
  ["internal.apiserver.k8s.io", ["v1alpha1"]],
  ["lifecycle.k8s.io", undefined],
  ["networking.k8s.io", ["v1", "v1beta1", "v1alpha1"]],
  ["node.k8s.io", ["v1", "v1beta1", "v1alpha1"]],
  ["policy", ["v1", "v1beta1"]],
  ["rbac.authorization.k8s.io", ["v1", "v1beta1", "v1alpha1"]],
  ["resource.k8s.io", ["v1", "v1beta1", "v1beta2", "v1alpha1", "v1alpha2", "v1alpha3"]],
  ["scheduling.k8s.io", undefined],
  ["storage.k8s.io", ["v1", "v1beta1", "v1alpha1"]],
  ["storagemigration.k8s.io", ["v1", "v1beta1", "v1alpha1"]],
]);

/** k8s.io/component-base/logs/api/v1/options.go: Validate. */
function refuseLogging(server: ServerBeingRead): void {
  const format = givenFlag(server, "logging-format");
  if (format.given !== "yes" || format.value === "text" || format.value === "json") return;
  const message = `format: Invalid value: ${JSON.stringify(format.value)}: Unsupported log format`;
  refuse(server, "complete", message, format.flag.origin);
}

/** pkg/controlplane/apiserver/options/validation.go: validateUnknownVersionInteroperabilityProxyFlags. */
function refusePeerProxy(server: ServerBeingRead): void {
  if (gateIsOn(server, "UnknownVersionInteroperabilityProxy") !== false || isOlderThan(server, 30)) return;
  for (const flag of ["peer-ca-file", "peer-advertise-ip", "peer-advertise-port"]) {
    const given = givenText(server, flag);
    if (given === undefined) continue;
    const message = `--${flag} requires UnknownVersionInteroperabilityProxy feature to be turned on`;
    refuse(server, "validate", message, given.origin);
  }
}
