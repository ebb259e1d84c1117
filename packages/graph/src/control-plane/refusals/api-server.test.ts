import { located, textOrigin } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import type { ApiServer } from "../../types.ts";
import { apiServer, graphOf } from "../../written-cluster.ts";

const origin = textOrigin({ path: "pod.yaml", text: "" }, 0, 0);

function started(flags: string, version = "v1.37.2"): ApiServer | undefined {
  const server = apiServer(`--authorization-mode=RBAC ${flags}`, { version: located(version, origin) });
  return graphOf({ "pod.yaml": [server] }).apiServers[0];
}

const refusals = (flags: string, version?: string): readonly string[] =>
  (started(flags, version)?.refusals ?? []).map(({ message }) => message);

// What kube-apiserver says.
describe("of its flags", () => {
  test.each([
    ["--request-timeout=10", 'invalid argument "10" for "--request-timeout" flag: time: missing unit in duration "10"'],
    ["--v=x", 'invalid argument "x" for "-v, --v" flag: strconv.ParseUint: parsing "x": invalid syntax'],
    ["--insecure-port=0", "unknown flag: --insecure-port"],
    ["serve", '"kube-apiserver" does not take any arguments, got ["serve"]'],
    ["-anonymous-auth=false", "unknown shorthand flag: 'a' in -anonymous-auth=false"],
    ["--goaway-chance=0.5", "--goaway-chance can not be less than 0 or greater than 0.02"],
    ["--secure-port=0", "--secure-port 0 must be between 1 and 65535, inclusive. It cannot be turned off with 0"],
    ["--tls-min-version=TLS1", 'unknown tls version "TLS1"'],
    ["--tls-cipher-suites=TLS_NONE", "Cipher suite TLS_NONE not supported or doesn't exist"],
    [
      "--storage-backend=etcd2",
      "--storage-backend invalid, allowed values: etcd3. If not specified, it will default to 'etcd3'",
    ],
    ["--service-cluster-ip-range=10.0.0.0", "service-cluster-ip-range[0] is not a valid cidr"],
    ["--runtime-config=apps=true", "runtime-config invalid key apps"],
    ["--enable-admission-plugins=Foo", 'enable-admission-plugins plugin "Foo" is unknown'],
    [
      "--service-account-max-token-expiration=10m",
      "the service-account-max-token-expiration must be between 1 hour and 2^32 seconds",
    ],
    ["--requestheader-username-headers=X-Remote-User,", 'empty value in "requestheader-username-headers"'],
    [
      "--oidc-issuer-url=https://a",
      "oidc-issuer-url and oidc-client-id must be specified together when any oidc-* flags are set",
    ],
    ["--audit-log-path=/a --audit-log-format=xml", 'invalid audit log format xml, allowed formats are "legacy,json"'],
    [
      "--oidc-issuer-url=https://a --oidc-client-id=b --oidc-username-claim=",
      "invalid authentication configuration: jwt[0].claimMappings.username: Required value: claim or expression is required",
    ],
    [
      "--max-requests-inflight=0 --max-mutating-requests-inflight=0",
      "invalid configuration: MaxRequestsInFlight=0 and MaxMutatingRequestsInFlight=0; they must add up to something positive",
    ],
    ["--tls-cert-file=/a.crt", "missing filename for serving cert"],
    [
      "--tls-cipher-suites=TLS_AES_128_GCM_SHA256",
      "error configuring http2: http2: TLSConfig.CipherSuites is missing an HTTP/2-required AES_128_GCM_SHA256 cipher (need at least one of TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 or TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256)",
    ],
    [
      "--enable-admission-plugins=ImagePolicyWebhook",
      'failed to apply admission: couldn\'t init admission plugin "ImagePolicyWebhook": no config specified',
    ],
    [
      "--enable-admission-plugins=EventRateLimit",
      'failed to apply admission: couldn\'t init admission plugin "EventRateLimit": limits: Invalid value: null: must not be empty',
    ],
    [
      "--etcd-certfile=/no/c.crt",
      "error creating storage factory: KeyFile and CertFile must both be present[key: , cert: /no/c.crt]",
    ],
    ["--endpoint-reconciler-type=foo", "Reconciler not implemented: foo"],
    [
      "--admission-control= --enable-admission-plugins=NodeRestriction",
      "admission-control and enable-admission-plugins/disable-admission-plugins flags are mutually exclusive",
    ],
    ["--runtime-config=apps/v2=true", "group version apps/v2 that has not been registered"],
    ["--runtime-config=apps/v2=false", "group version apps/v2 that has not been registered"],
    ["--emulated-version=1.38", "emulation version 1.38 is not between [1.34, 1.37]"],
    ["--emulated-version=kube=1.20", "emulation version 1.20 is not between [1.34, 1.37]"],
    ["--emulated-version=1.36.1", "patch version not allowed, got: kube=1.36.1"],
    ["--emulated-version=foo", 'could not parse "foo" as version'],
    ["--emulated-version=foo=1.36", "component not registered: foo"],
    [
      "--show-hidden-metrics-for-version=1.20",
      `metrics.showHiddenMetricsForVersion: Invalid value: "1.20": must be omitted or have the value '1.36'; only the previous minor version is allowed`,
    ],
    ["--logging-format=xml", 'format: Invalid value: "xml": Unsupported log format'],
  ])("%s", (flags, message) => {
    expect(refusals(flags)).toEqual([message]);
  });

  test.each([
    "--default-watch-cache-size=-1",
    "--enable-logs-handler=false",
    "--endpoint-reconciler-type=none",
    "--runtime-config=apps/v1beta2=false",
    "--enable-priority-and-fairness=false --max-requests-inflight=0 --max-mutating-requests-inflight=0",
    "--tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "--tls-cipher-suites=TLS_AES_128_GCM_SHA256 --tls-min-version=VersionTLS13",
  ])("%s is taken", (flags) => {
    for (const version of ["v1.30.14", "v1.37.2"]) expect(refusals(flags, version)).toEqual([]);
  });

  test("what is behind an earlier failure is not reached", () => {
    expect(refusals("--goaway-chance=1 --storage-backend=x")).toHaveLength(2);
    expect(refusals("--goaway-chance=1 --storage-backend=x --no-such-flag=1")).toEqual([
      "unknown flag: --no-such-flag",
    ]);
  });
});

describe("of feature gates, by version", () => {
  test.each([
    ["Foo=true", "v1.37.2", "unrecognized feature gate: Foo"],
    ["Foo=true", "v1.30.14", 'invalid argument "Foo=true" for "--feature-gates" flag: unrecognized feature gate: Foo'],
    [
      "StructuredAuthorizationConfiguration=false",
      "v1.32.13",
      "cannot set feature gate StructuredAuthorizationConfiguration to false, feature is locked to true",
    ],
    [
      "StructuredAuthorizationConfiguration=true",
      "v1.36.3",
      "unrecognized feature gate: StructuredAuthorizationConfiguration",
    ],
    [
      "AuthorizeWithSelectors=false",
      "v1.33.13",
      "AuthorizeNodeWithSelectors feature requires AuthorizeWithSelectors feature to be enabled",
    ],
    [
      "CompositePodGroup=true",
      "v1.37.2",
      "CompositePodGroup is enabled, but depends on features that are disabled: [GenericWorkload TopologyAwareWorkloadScheduling]",
    ],
    ["kube:Foo=true", "v1.37.2", "unrecognized feature gate: Foo"],
  ])("%s in %s", (gates, version, message) => {
    expect(refusals(`--feature-gates=${gates}`, version)).toEqual([message]);
  });
  test.each([
    ["StructuredAuthorizationConfiguration=false", "v1.30.14"],
    ["StructuredAuthorizationConfiguration=true", "v1.34.4"],
    ["AllAlpha=false", "v1.37.2"],
  ])("%s in %s is taken", (gates, version) => {
    expect(refusals(`--feature-gates=${gates}`, version)).toEqual([]);
  });
});

describe("a version whose facts are not known", () => {
  test.each(["v1.19.0", "v1.99.0"])("%s: what it does not know is a warning", (version) => {
    const server = started("--insecure-port=0", version);
    expect(server?.refusals).toEqual([]);
    expect(server?.warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^unknown flag: --insecure-port \(as of v1\.3[07]\)$/),
    ]);
  });
});

test("what no server starts without makes a command line part of one", () => {
  const server = graphOf({ "pod.yaml": [{ ...apiServer(""), flags: [] }] }).apiServers[0];
  expect(server).toMatchObject({ partial: true, refusals: [] });
  const complete = graphOf({ "pod.yaml": [{ ...apiServer(""), flags: [] }] }, { complete: true }).apiServers[0];
  expect(complete?.refusals.map(({ message }) => message)).toContain("service-account-issuer is a required flag");
});

describe("where the inputs are all there is", () => {
  const refused = (flags: string, ...files: readonly Parameters<typeof graphOf>[0][string][number][]) =>
    graphOf(
      { "pod.yaml": [apiServer(flags, { version: located("v1.37.2", origin) })], "sa.key": files },
      { complete: true },
    ).apiServers[0]?.refusals.map(({ message }) => message);

  test.each([
    ["--etcd-cafile=/no/ca.crt", ["error creating storage factory: open /no/ca.crt: no such file or directory"]],
    [
      "--etcd-certfile=/no/c.crt --etcd-keyfile=/no/c.key",
      [
        "error creating storage factory: open /no/c.crt: no such file or directory",
        "error creating storage factory: open /no/c.key: no such file or directory",
      ],
    ],
    [
      "--proxy-client-cert-file=/no/p.crt --proxy-client-key-file=/no/p.key",
      ["open /no/p.crt: no such file or directory", "open /no/p.key: no such file or directory"],
    ],
    ["--proxy-client-cert-file=/no/p.crt", []],
    [
      "--tls-sni-cert-key=/no/s.crt,/no/s.key:a.example --proxy-client-cert-file=/no/s.crt",
      ["failed to load SNI cert and key: open /no/s.crt: no such file or directory"],
    ],
    ["--help=true", ["--help: it prints its flags and exits"]],
    ["--version=raw --goaway-chance=1", ["--version: it prints its version and exits"]],
    ["--version=false --help=false", []],
    ["--version=v1.30.0", []],
  ])("%s", (flags, messages) => {
    expect(refused(`--authorization-mode=RBAC ${flags}`)).toEqual(messages);
  });

  test("a key that signs nothing", () => {
    const pem = "";
    expect(refused("", { kind: "PublicKeys", origin, keys: [{ kind: "private" }, { kind: "public", pem }] })).toEqual(
      [],
    );
    expect(refused("", { kind: "PublicKeys", origin, keys: [{ kind: "public", pem }] })).toEqual([
      "failed to parse service-account-issuer-key-file: error reading private key file sa.key: data does not contain a valid RSA or ECDSA private key",
    ]);
  });
});
