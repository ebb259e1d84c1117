import { describe, expect, test } from "vitest";
import type { ApiServer } from "./types.ts";
import { apiServer, apiServerArguments, authentication, authorization, graphOf } from "./written-cluster.ts";

const usual = "--authorization-mode=Node,RBAC";

/** Settings in short: anonymous access, modes, refusals. */
function described({ anonymous, authorization, refusals }: ApiServer): unknown {
  const { value: access } = anonymous;
  const { value: modes } = authorization;
  return {
    anonymous: access.access === "some-paths" ? access.paths.map(({ value }) => value) : access.access,
    modes: modes.known ? modes.modes.map(({ value }) => value).join() : "unknown",
    refusals: refusals.map(({ message }) => message),
  };
}

function serversOf(texts: Parameters<typeof graphOf>[0], complete = false): readonly ApiServer[] {
  return graphOf(texts, { complete }).apiServers;
}

function settingsOf(texts: Parameters<typeof graphOf>[0], complete = false): unknown {
  return serversOf(texts, complete).map(described);
}

describe("anonymous requests, by flags", () => {
  test.each([
    ["", "all-paths"],
    ["--anonymous-auth=true", "all-paths"],
    ["--anonymous-auth=false", "off"],
    ["--anonymous-auth=F", "off"],
    ["--anonymous-auth=false --anonymous-auth=true", "all-paths"],
    ["--anonymous-auth=true --anonymous-auth=false", "off"],
    ["--anonymous-auth=?", "unknown"],
  ])("%s: %s", (flags, anonymous) => {
    expect(settingsOf({ "a.yaml": [apiServer(`${usual} ${flags}`)] })).toEqual([
      { anonymous, modes: "Node,RBAC", refusals: [] },
    ]);
  });
  test.each(["no", "off", "", '"false"'])("--anonymous-auth=%s is refused", (value) => {
    const [server] = serversOf({ "a.yaml": [apiServer(`${usual} --anonymous-auth=${value}`)] });
    expect(server?.refusals.map(({ message }) => message)).toEqual([
      `invalid argument ${JSON.stringify(value)} for "--anonymous-auth" flag: strconv.ParseBool: parsing ${JSON.stringify(value)}: invalid syntax`,
    ]);
  });
  test("--anonymous-auth false sets true and leaves a word that is refused", () => {
    expect(settingsOf({ "a.yaml": [apiServer(`${usual} --anonymous-auth=true false`)] })).toEqual([
      {
        anonymous: "all-paths",
        modes: "Node,RBAC",
        refusals: ['"kube-apiserver" does not take any arguments, got ["false"]'],
      },
    ]);
  });
  test("what a variable may hold leaves open what no flag says", () => {
    const unresolved = [{ value: "$EXTRA", origin: authentication(undefined).origin }];
    expect(settingsOf({ "a.yaml": [apiServer(usual, { unresolved })] })).toEqual([
      { anonymous: "unknown", modes: "Node,RBAC", refusals: [] },
    ]);
    expect(settingsOf({ "a.yaml": [apiServer("--anonymous-auth=false", { unresolved })] })).toMatchObject([
      { modes: "unknown" },
    ]);
  });
});

describe("anonymous requests, by file", () => {
  const withFile = (flags: string, ...file: Parameters<typeof authentication>) => ({
    "host/etc/kubernetes/manifests/a.yaml": [apiServer(`${flags} --authentication-config=/etc/kubernetes/authn.yaml`)],
    "host/etc/kubernetes/authn.yaml": [authentication(...file)],
  });
  test.each([
    ["without the field the flag holds", withFile(`${usual} --anonymous-auth=false`, undefined), "off"],
    ["without the field AlwaysAllow forces them off", withFile("", undefined), "off"],
    ["on", withFile(usual, { enabled: true }), "all-paths"],
    ["on, with AlwaysAllow", withFile("", { enabled: true }), "all-paths"],
    ["off", withFile(usual, { enabled: false }), "off"],
    ["on for some paths", withFile(usual, { enabled: true, paths: ["/livez", "/readyz"] }), ["/livez", "/readyz"]],
  ])("%s", (_, texts, anonymous) => {
    expect(settingsOf(texts)).toMatchObject([{ anonymous, refusals: [] }]);
  });
  test.each([
    [
      "the flag and the field",
      withFile(`${usual} --anonymous-auth=false`, { enabled: true }),
      "anonymous: Forbidden: --anonymous-auth flag cannot be set when anonymous field is configured in authentication configuration file",
    ],
    [
      "the file and OIDC flags",
      withFile(`${usual} --oidc-client-id=x`, undefined),
      "authentication-config file and oidc-* flags are mutually exclusive",
    ],
    [
      "paths for nobody",
      withFile(usual, { enabled: false, paths: ["/livez"] }),
      'invalid authentication configuration: anonymous.conditions: Invalid value: [{"Path":"/livez"}]: enabled should be set to true when conditions are defined',
    ],
    [
      "another file of that name",
      { ...withFile(usual, undefined), "host/etc/kubernetes/authn.yaml": [] },
      "--authentication-config: /etc/kubernetes/authn.yaml holds no AuthenticationConfiguration that kube-apiserver accepts",
    ],
  ])("%s: refused", (_, texts, message) => {
    expect(serversOf(texts)[0]?.refusals.map((refusal) => refusal.message)).toEqual([message]);
  });
  test.each([
    ["v1.33.1", "v1", { enabled: false }, 1],
    ["v1.34.0", "v1", { enabled: false }, 0],
    ["v1.30.14", "v1beta1", { enabled: false }, 1],
    ["v1.32.13", "v1beta1", { enabled: false }, 0],
    ["v1.30.14", "v1beta1", undefined, 0],
  ])("%s with %s and %o: %i refusals", (version, apiVersion, anonymous, refusals) => {
    const texts = withFile("", anonymous, apiVersion);
    const server = apiServer(`${usual} --authentication-config=/etc/kubernetes/authn.yaml`, {
      version: { value: version, origin: authentication(undefined).origin },
    });
    const [read] = serversOf({ ...texts, "host/etc/kubernetes/manifests/a.yaml": [server] });
    expect(read?.refusals).toHaveLength(refusals);
  });

  test("a file that is not among the inputs leaves it open", () => {
    const texts = { "a.yaml": [apiServer(`${usual} --authentication-config=/etc/authn.yaml`)] };
    expect(settingsOf(texts)).toEqual([{ anonymous: "unknown", modes: "Node,RBAC", refusals: [] }]);
    expect(graphOf(texts).assumptions.map(({ text }) => text)).toEqual([
      "/etc/authn.yaml, which --authentication-config of Pod kube-system/kube-apiserver names, is not among the inputs",
    ]);
  });
  test("a file that does not exist is refused", () => {
    expect(
      settingsOf({ "a.yaml": [apiServer(`${usual} --authentication-config=/etc/authn.yaml`)] }, true),
    ).toMatchObject([
      {
        refusals: [
          `failed to load authentication configuration from file "/etc/authn.yaml": open /etc/authn.yaml: no such file or directory`,
        ],
      },
    ]);
  });
  test("of two machines each has its own file", () => {
    const server = apiServer(`${usual} --authentication-config=/etc/authn.yaml`);
    expect(
      settingsOf({
        "one/etc/manifests/a.yaml": [server],
        "one/etc/authn.yaml": [authentication({ enabled: false })],
        "two/etc/manifests/a.yaml": [server],
        "two/etc/authn.yaml": [authentication({ enabled: true })],
      }),
    ).toMatchObject([{ anonymous: "off" }, { anonymous: "all-paths" }]);
  });
  test("two files equally near leave it open", () => {
    expect(
      settingsOf({
        "a.yaml": [apiServer(`${usual} --authentication-config=/etc/authn.yaml`)],
        "one/etc/authn.yaml": [authentication({ enabled: false })],
        "two/etc/authn.yaml": [authentication({ enabled: true })],
      }),
    ).toMatchObject([{ anonymous: "unknown" }, { anonymous: "off" }, { anonymous: "all-paths" }]);
  });
});

describe("authorization modes, by flags", () => {
  test.each([
    ["", "AlwaysAllow"],
    ["--authorization-mode=", "AlwaysAllow"],
    ["--authorization-mode=Node,RBAC", "Node,RBAC"],
    ["--authorization-mode=Node --authorization-mode=RBAC", "Node,RBAC"],
    ['--authorization-mode="Node","RBAC"', "Node,RBAC"],
    ["--authorization-mode=RBAC --authorization-mode=", "RBAC"],
    ["--authorization-mode=ABAC --authorization-policy-file=/p", "ABAC"],
    ["--authorization-mode=Webhook --authorization-webhook-config-file=/w", "Webhook"],
    ["--authorization-mode=?", "unknown"],
  ])("%s: %s", (flags, modes) => {
    expect(settingsOf({ "a.yaml": [apiServer(flags)] })).toMatchObject([{ modes, refusals: [] }]);
  });
  test.each([
    ["--authorization-mode=rbac", 'authorization-mode "rbac" is not a valid mode'],
    ["--authorization-mode=RBAC,", 'authorization-mode "" is not a valid mode'],
    [
      '--authorization-mode=RB"AC',
      'invalid argument "RB\\"AC" for "--authorization-mode" flag: parse error on line 1, column 3: bare " in non-quoted-field',
    ],
    [
      "--authorization-mode=RBAC --authorization-mode=RBAC",
      'authorization-mode ["RBAC" "RBAC"] has mode specified more than once',
    ],
    ["--authorization-mode=Webhook", "authorization-mode Webhook's authorization config file not passed"],
    ["--authorization-mode=ABAC", "authorization-mode ABAC's authorization policy file not passed"],
    [`${usual} --authorization-policy-file=/p`, "cannot specify --authorization-policy-file without mode ABAC"],
    [
      `${usual} --authorization-webhook-config-file=/w`,
      "cannot specify --authorization-webhook-config-file without mode Webhook",
    ],
  ])("%s is refused", (flags, message) => {
    expect(settingsOf({ "a.yaml": [apiServer(flags)] })).toMatchObject([{ refusals: [message] }]);
  });
});

describe("authorization modes, by file", () => {
  const withFile = (flags: string, types: string, version?: string) => ({
    "a.yaml": [apiServer(`${flags} --authorization-config=/z.yaml`)],
    "z.yaml": [authorization(types, version)],
  });
  test("in their order, and AlwaysAllow there forces nobody off", () => {
    expect(settingsOf(withFile("", "Webhook,Node,Webhook,AlwaysAllow"))).toEqual([
      { anonymous: "all-paths", modes: "Webhook,Node,Webhook,AlwaysAllow", refusals: [] },
    ]);
  });
  test.each([
    [
      withFile(usual, "RBAC"),
      "--authorization-config can not be specified when --authorization-mode or --authorization-webhook-* flags are defined",
    ],
    [withFile("", ""), "authorizers: Required value: at least one authorization mode must be defined"],
    [withFile("", "RBAC,RBAC"), 'authorizers: type RBAC: Duplicate value: "RBAC"'],
    [
      withFile("", "rbac"),
      'authorizers: type: Unsupported value: "rbac": supported values: "ABAC", "AlwaysAllow", "AlwaysDeny", "Node", "RBAC", "Webhook"',
    ],
  ])("%#: refused", (texts, message) => {
    expect(settingsOf(texts)).toMatchObject([{ refusals: [message] }]);
  });
});

describe("which API servers there are", () => {
  test("one assumed where no input describes any", () => {
    const { apiServers, assumptions } = graphOf({});
    expect(apiServers).toMatchObject([{ instance: "assumed", assumed: true, origin: undefined }]);
    expect(apiServers.map(described)).toEqual([{ anonymous: "all-paths", modes: "Node,RBAC", refusals: [] }]);
    expect(assumptions).toHaveLength(1);
  });
  test("one for each, and other components are none", () => {
    const kubelet = apiServer("--anonymous-auth=false", { component: "kubelet" });
    const servers = serversOf({
      "b.yaml": [apiServer(usual, { instance: "b" })],
      "a.yaml": [apiServer(usual, { instance: "a" }), kubelet],
    });
    expect(servers.map(({ instance }) => instance)).toEqual(["a", "b"]);
  });
  test("one for a configuration file that nothing names", () => {
    const servers = serversOf({
      "conf/authn.yaml": [authentication({ enabled: true })],
      "conf/authz.yaml": [authorization("RBAC")],
    });
    expect(servers.map(({ instance }) => instance)).toEqual([
      "kube-apiserver configured by conf/authn.yaml",
      "kube-apiserver configured by conf/authz.yaml",
    ]);
    expect(servers.map(described)).toEqual([
      { anonymous: "all-paths", modes: "Node,RBAC", refusals: [] },
      { anonymous: "all-paths", modes: "RBAC", refusals: [] },
    ]);
  });
  test("one for part of a command line, which says nothing by what is not in it", () => {
    const texts = {
      "kubeadm.yaml": [apiServerArguments("--anonymous-auth=true", { instance: "ClusterConfiguration" })],
    };
    expect(settingsOf(texts)).toEqual([{ anonymous: "all-paths", modes: "Node,RBAC", refusals: [] }]);
    expect(graphOf(texts).assumptions.map(({ text }) => text)).toEqual([
      "ClusterConfiguration runs with --authorization-mode=Node,RBAC",
    ]);
  });
  test("unless the inputs are complete: then it is the whole, and refused", () => {
    expect(settingsOf({ "a.yaml": [apiServerArguments("")] }, true)).toEqual([
      {
        anonymous: "off",
        modes: "AlwaysAllow",
        refusals: [
          "--etcd-servers must be specified",
          "service-account-issuer is a required flag",
          "either `--service-account-key-file` or `--service-account-signing-endpoint` must be set",
          "--service-account-signing-key-file and --service-account-issuer are required flags",
        ],
      },
    ]);
  });
  test("with the token file that a flag names", () => {
    const [server] = serversOf({ "a.yaml": [apiServer(`${usual} --token-auth-file=/etc/tokens.csv`)] });
    expect(server?.tokenAuthFile?.value).toBe("/etc/tokens.csv");
  });
});
