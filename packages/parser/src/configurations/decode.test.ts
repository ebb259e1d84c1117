import type { ComponentConfiguration, Fact, FileRole } from "@authgraph/kubernetes";
import type { Origin } from "@authgraph/source";
import { describe, expect, it } from "vitest";
import { parse } from "../parse.ts";

function factsOf(text: string, role?: FileRole): readonly Fact[] {
  return parse({ path: "etc/kubernetes/file.yaml", text }, { role }).facts;
}

function configurationOf<K extends ComponentConfiguration["kind"]>(
  kind: K,
  text: string,
  role?: FileRole,
): Extract<ComponentConfiguration, { kind: K }> {
  for (const fact of factsOf(text, role)) {
    if (fact.fact === "configuration" && isOfKind(fact.configuration, kind)) return fact.configuration;
  }
  throw new Error(`no ${kind}`);
}

function isOfKind<K extends ComponentConfiguration["kind"]>(
  configuration: ComponentConfiguration,
  kind: K,
): configuration is Extract<ComponentConfiguration, { kind: K }> {
  return configuration.kind === kind;
}

function written(origin: Origin | undefined): string {
  return origin?.kind === "text" ? origin.source.text.slice(origin.start, origin.end) : "";
}

/** What files are named, and as what. */
function namedBy(text: string, role?: FileRole): readonly string[] {
  return factsOf(text, role).flatMap((fact) =>
    fact.fact === "file-reference" ? [`${fact.reference.path.value} ${fact.reference.role}`] : [],
  );
}

describe("an AuthenticationConfiguration", () => {
  const text = `apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
jwt:
- issuer:
    url: https://issuer.example
    discoveryURL: https://other.example
    audiences: [one, two]
    audienceMatchPolicy: MatchAny
    egressSelectorType: cluster
  claimValidationRules:
  - {claim: hd, requiredValue: example.com}
  - {expression: "claims.a == 'b'"}
  claimMappings:
    username: {claim: sub, prefix: ""}
    groups: {expression: "claims.roles"}
    uid: {claim: sub}
    extra:
    - {key: example.com/tenant, valueExpression: claims.tenant}
    - {key: x.k8s.io/y, valueExpression: claims.y}
  userValidationRules:
  - expression: "!user.username.startsWith('system:')"
`;
  const { jwt, demands } = configurationOf("AuthenticationConfiguration", text);

  it("gives its issuers", () => {
    expect(jwt).toMatchObject([
      {
        url: { value: "https://issuer.example" },
        discoveryUrl: { value: "https://other.example" },
        certificateAuthority: undefined,
        audiences: [{ value: "one" }, { value: "two" }],
        claimRules: [
          { kind: "claim", claim: { value: "hd" }, value: { value: "example.com" } },
          { kind: "expression", expression: { value: "claims.a == 'b'" } },
        ],
        username: { kind: "claim", claim: { value: "sub" }, prefix: { value: "" } },
        groups: { kind: "expression", expression: { value: "claims.roles" } },
        uid: { kind: "claim", claim: { value: "sub" } },
        extra: [
          { key: { value: "example.com/tenant" }, expression: { value: "claims.tenant" } },
          { key: { value: "x.k8s.io/y" }, expression: { value: "claims.y" } },
        ],
        userRules: [{ value: "!user.username.startsWith('system:')" }],
      },
    ]);
  });

  it("says which minors do not take it, and where", () => {
    expect(demands.map(({ since, until, message, origin }) => [since, until, message, written(origin)])).toEqual([
      [
        34,
        undefined,
        'no kind "AuthenticationConfiguration" is registered for version "apiserver.config.k8s.io/v1"',
        "apiserver.config.k8s.io/v1",
      ],
      [34, undefined, 'strict decoding error: unknown field "jwt[0].issuer.egressSelectorType"', "egressSelectorType"],
      [
        0,
        31,
        'jwt[0].claimMappings.extra[1].key: Invalid value: "x.k8s.io/y": k8s.io, kubernetes.io and their subdomains are reserved for Kubernetes use',
        "x.k8s.io/y",
      ],
    ]);
  });
});

it("an AuthorizationConfiguration gives its webhooks and names their kubeconfigs", () => {
  const text = `apiVersion: apiserver.config.k8s.io/v1beta1
kind: AuthorizationConfiguration
authorizers:
- type: Webhook
  name: first
  webhook:
    timeout: 3s
    authorizedTTL: 1m
    cacheAuthorizedRequests: false
    subjectAccessReviewVersion: v1
    matchConditionSubjectAccessReviewVersion: v1
    failurePolicy: Deny
    connectionInfo: {type: KubeConfigFile, kubeConfigFile: /etc/hook.conf}
    matchConditions:
    - expression: has(request.resourceAttributes)
- {type: RBAC, name: rbac}
`;
  const { authorizers, demands } = configurationOf("AuthorizationConfiguration", text);
  expect(authorizers).toMatchObject([
    {
      type: { value: "Webhook" },
      name: { value: "first" },
      webhook: {
        failurePolicy: { value: "Deny" },
        matchConditions: [{ value: "has(request.resourceAttributes)" }],
        kubeConfigFile: { value: "/etc/hook.conf" },
        timeout: { value: "3s" },
        authorizedTtl: { value: "1m" },
        unauthorizedTtl: undefined,
      },
    },
    { type: { value: "RBAC" }, webhook: undefined },
  ]);
  expect(demands).toMatchObject([
    {
      since: 34,
      message: 'strict decoding error: unknown field "authorizers[0].webhook.cacheAuthorizedRequests"',
    },
  ]);
  expect(namedBy(text)).toEqual(["/etc/hook.conf component-kubeconfig"]);
});

it("a KubeletConfiguration gives every scalar by its path, and no headers", () => {
  const text = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous: {enabled: no}
  x509: {clientCAFile: /etc/ca.crt}
readOnlyPort: 0x0
clusterDNS: [10.0.0.10, 10.0.0.11]
featureGates: {A: true}
staticPodURLHeader: {Authorization: [Bearer something]}
rotateCertificates: null
`;
  const { settings } = configurationOf("KubeletConfiguration", text);
  expect([...settings].map(([path, { value }]) => `${path}=${value}`)).toEqual([
    "apiVersion=kubelet.config.k8s.io/v1beta1",
    "kind=KubeletConfiguration",
    "authentication.anonymous.enabled=false",
    "authentication.x509.clientCAFile=/etc/ca.crt",
    "readOnlyPort=0",
    "clusterDNS[0]=10.0.0.10",
    "clusterDNS[1]=10.0.0.11",
    "featureGates.A=true",
  ]);
  expect(namedBy(text)).toEqual(["/etc/ca.crt certificate-authority"]);
});

it("an unknown field is told of a KubeletConfiguration, and does no harm", () => {
  const text = "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nauthentification: {}\n";
  const { facts, diagnostics } = parse({ path: "a.yaml", text });
  expect(facts).toMatchObject([{ configuration: { kind: "KubeletConfiguration" } }]);
  expect(diagnostics.map(({ level, message }) => `${level}: ${message}`)).toEqual([
    'note: unknown field "authentification" in the KubeletConfiguration: it is read without',
  ]);
});

describe("an EncryptionConfiguration", () => {
  const secret = Buffer.alloc(32, "s").toString("base64");
  const text = `apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
- resources: [secrets, configmaps]
  providers:
  - aescbc: {keys: [{name: k, secret: ${secret}}]}
  - identity: {}
- resources: ["*.*"]
  providers:
  - kms: {apiVersion: v2, name: p, endpoint: "unix:///p.sock"}
`;

  it("gives what encrypts what", () => {
    expect(configurationOf("EncryptionConfiguration", text).entries).toMatchObject([
      {
        resources: [{ value: "secrets" }, { value: "configmaps" }],
        providers: [{ value: "aescbc" }, { value: "identity" }],
      },
      { resources: [{ value: "*.*" }], providers: [{ value: "kms" }] },
    ]);
  });

  it("keeps nothing of the keys", () => {
    const [first] = configurationOf("EncryptionConfiguration", text).entries;
    expect(first?.providers.map(({ origin }) => written(origin))).toEqual(["aescbc", "identity"]);
    const facts = factsOf(text.replace(secret, "c2VjcmV0"), "encryption-configuration");
    const values = JSON.stringify(facts, (key, value: unknown) => (key === "source" ? undefined : value));
    expect(values).toContain("secret is not of the expected length, got 6, expected one of [16 24 32]");
    expect(values).not.toContain("c2VjcmV0");
  });
});

describe("an AdmissionConfiguration", () => {
  const text = `apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
- name: PodSecurity
  configuration:
    apiVersion: pod-security.admission.config.k8s.io/v1
    kind: PodSecurityConfiguration
    defaults: {enforce: baseline}
    exemptions: {namespaces: [kube-system]}
- name: ValidatingAdmissionWebhook
  configuration:
    apiVersion: apiserver.config.k8s.io/v1
    kind: WebhookAdmissionConfiguration
    kubeConfigFile: hooks.conf
- name: EventRateLimit
  path: limits.yaml
`;

  it("gives the settings of plugins", () => {
    const [first] = configurationOf("AdmissionConfiguration", text).plugins;
    expect(first?.settings.get("defaults.enforce")?.value).toBe("baseline");
    expect(first?.settings.get("exemptions.namespaces[0]")?.value).toBe("kube-system");
  });

  it("names their files, seen from its folder", () => {
    expect(namedBy(text)).toEqual([
      "etc/kubernetes/hooks.conf component-kubeconfig",
      "etc/kubernetes/limits.yaml admission-plugin-configuration",
    ]);
  });

  it("may be the file of one plugin alone, as it once was", () => {
    const old = "podNodeSelectorPluginConfig:\n  clusterDefaultNodeSelector: a=b\n";
    const { settings } = configurationOf("AdmissionPluginConfiguration", old, "admission-configuration");
    expect(settings.get("podNodeSelectorPluginConfig.clusterDefaultNodeSelector")?.value).toBe("a=b");
  });

  it("and so do those files", () => {
    const plugin = "imagePolicy:\n  kubeConfigFile: /etc/images.conf\n  defaultAllow: true\n";
    const { settings } = configurationOf("AdmissionPluginConfiguration", plugin, "admission-plugin-configuration");
    expect(settings.get("imagePolicy.defaultAllow")?.value).toBe("true");
    expect(namedBy(plugin, "admission-plugin-configuration")).toEqual(["/etc/images.conf component-kubeconfig"]);
  });
});

it("an audit policy gives its rules in order", () => {
  const text = `apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [RequestReceived]
rules:
- level: None
  users: [system:kube-proxy]
  verbs: [watch]
  resources:
  - {group: "", resources: [endpoints], resourceNames: [x]}
- level: Metadata
  nonResourceURLs: [/healthz*]
  omitStages: [ResponseStarted]
- level: RequestResponse
`;
  expect(configurationOf("AuditPolicy", text)).toMatchObject({
    omitStages: [{ value: "RequestReceived" }],
    rules: [
      {
        level: { value: "None" },
        users: [{ value: "system:kube-proxy" }],
        verbs: [{ value: "watch" }],
        resources: [{ group: "", resources: [{ value: "endpoints" }], resourceNames: [{ value: "x" }] }],
      },
      {
        level: { value: "Metadata" },
        nonResourceUrls: [{ value: "/healthz*" }],
        omitStages: [{ value: "ResponseStarted" }],
      },
      { level: { value: "RequestResponse" }, users: [], namespaces: [] },
    ],
  });
});

describe("a kubeconfig", () => {
  const text = `clusters:
- name: hook
  cluster: {server: "https://hook", insecure-skip-tls-verify: true, certificate-authority: ca.crt}
users:
- name: me
  user: {token: something, client-key-data: abcd, exec: {command: x}}
contexts:
- {name: it, context: {cluster: hook, user: me}}
current-context: it
`;

  it("need not say what it is where a component takes it for one", () => {
    expect(configurationOf("Kubeconfig", text, "component-kubeconfig")).toMatchObject({
      clusters: [{ name: "hook", server: { value: "https://hook" }, insecureSkipTlsVerify: { value: true } }],
      contexts: [{ name: "it", cluster: "hook", user: "me" }],
      currentContext: "it",
    });
    expect(namedBy(text, "component-kubeconfig")).toEqual(["etc/kubernetes/ca.crt certificate-authority"]);
  });

  it("gives places of secrets, and these end with their names", () => {
    const [user] = configurationOf("Kubeconfig", text, "component-kubeconfig").users;
    const { token, clientKeyData, plugin, password } = user ?? {};
    expect([token, clientKeyData, plugin, password].map(written)).toEqual(["token", "client-key-data", "exec", ""]);
  });

  // What kube-apiserver 1.37.2 says of one that it was to call a webhook with.
  const cluster = '{"clusters": [{"name": "c", "cluster": {"server": "https://a"}}]';
  const context = '"contexts": [{"name": "x", "context": {"cluster": "c", "user": "u"}}], "current-context": "x"';
  const user = (fields: string) => `${cluster}, ${context}, "users": [{"name": "u", "user": {${fields}}}]}`;
  const none = "no configuration has been provided, try setting KUBERNETES_MASTER environment variable";
  it.each([
    [user(""), []],
    [`${cluster}, ${context}}`, []],
    [user('"token": "{{ x }}", "password": "p"'), []],
    [`${cluster}}`, [`invalid configuration: ${none}`]],
    [
      user("").replace('"users": [', '"users": [{"name": "u"}, '),
      ['error converting *[]NamedAuthInfo into *map[string]*api.AuthInfo: duplicate name "u" in list'],
    ],
    [`{${context}}`, [`invalid configuration: ${none}`]],
    [
      user("").replace('"current-context": "x"', '"current-context": "y"'),
      [
        "invalid configuration: context was not found for specified context: y",
        "invalid configuration: cluster has no server defined",
      ],
    ],
    [user("").replace('"https://a"', '""'), ['invalid configuration: no server found for cluster "c"']],
    [user("").replace("https://a", "https://a b"), ['host must be a URL or a host:port pair: "https://a b"']],
    [
      user("").replace('"https://a"', '"https://a", "certificate-authority-data": "aGVsbG8="'),
      ["unable to load root certificates: unable to parse bytes as PEM block"],
    ],
    [
      user("").replace('"https://a"', '"https://a", "certificate-authority": "x", "insecure-skip-tls-verify": true'),
      ["specifying a root certificates file with the insecure flag is not allowed"],
    ],
    [
      user('"client-certificate": "x"'),
      [
        "invalid configuration: client-key-data or client-key must be specified for u to use the clientCert authentication method.",
      ],
    ],
    [
      user('"token": "t", "username": "n"'),
      [
        "invalid configuration: more than one authentication method found for u; found [token basicAuth], only one is allowed",
      ],
    ],
    [
      user('"exec": {"command": "x", "apiVersion": "v"}'),
      ["invalid configuration: interactiveMode must be specified for u to use exec authentication plugin"],
    ],
  ])("%s: %j", (written, expected) => {
    const { problems } = configurationOf("Kubeconfig", written, "component-kubeconfig");
    expect(problems.map(({ message }) => message)).toEqual(expected);
  });

  it.each([
    ["", `invalid configuration: ${none}`],
    ["kind: Other\n", 'no kind "Other" is registered for version "v1"'],
    ["apiVersion: v2\n", 'no kind "Config" is registered for version "v2"'],
  ])("%j is refused", (written, message) => {
    expect(factsOf(written, "component-kubeconfig")).toMatchObject([
      { configuration: { kind: "Refused", errors: [{ message }] } },
    ]);
  });

  it("of a wrong type is refused where a component names it", () => {
    expect(factsOf("clusters: {}\n", "component-kubeconfig")).toMatchObject([
      { configuration: { kind: "Refused", role: "component-kubeconfig" } },
    ]);
  });
});

it("an ABAC policy gives its lines with places, comments and blanks left out", () => {
  const text =
    '# who\n\n{"user":"a"}\n{"apiVersion":"abac.authorization.kubernetes.io/v1beta1","kind":"Policy","spec":{"group":"*"}}\n';
  const { rules } = configurationOf("AbacPolicy", text, "abac-policy");
  expect(rules.map(({ user, group, resource, origin }) => [user, group, resource, written(origin)])).toEqual([
    ["a", "", "*", '{"user":"a"}'],
    ["", "system:authenticated", "", text.split("\n")[3]],
  ]);
});

it.each([
  [65_535, false],
  [65_536, true],
])("a line of %i bytes in an ABAC policy is too long: %s", (length, isTooLong) => {
  const line = `{"user":"${"a".repeat(length - 11)}"}`;
  const facts = factsOf(`${line}\n`, "abac-policy");
  expect(
    JSON.stringify(facts, (key, value: unknown) => (key === "source" ? undefined : value)).includes("token too long"),
  ).toBe(isTooLong);
});

it("a template is no refusal", () => {
  const text =
    "apiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources:\n- resources: [secrets]\n  providers:\n  - aescbc: {keys: [{name: k, secret: '${KEY}'}]}\n";
  const { facts, documents } = parse({ path: "a.yaml", text }, { role: "encryption-configuration" });
  expect(facts).toEqual([]);
  expect(documents).toMatchObject([{ outcome: "template" }]);
});
