/** What a kube-apiserver is started with: flags as a person would write them, and the files they name. */
export interface FlagCombination {
  /** Which changes were drawn, for people. */
  readonly changes: readonly string[];
  readonly flags: readonly string[];
  /** By name; they lie in the folder that `filePath` names. */
  readonly files: Readonly<Record<string, string>>;
}

/** Stands in flags and files for the folder of the files: another one for the server than for the graph. */
export const folderMark = "@FOLDER@";

const path = (name: string): string => `${folderMark}/${name}`;

/** One thing that a combination does otherwise. Flags are added; those of `without` are taken away. */
interface Change {
  readonly flags?: readonly string[];
  readonly without?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

const base: readonly string[] = [
  "--authorization-mode=Node,RBAC",
  "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
  `--service-account-key-file=${path("sa.pub")}`,
  `--service-account-signing-key-file=${path("sa.key")}`,
  "--service-cluster-ip-range=10.0.0.0/24",
  "--endpoint-reconciler-type=none",
];

const tokens = 'good-token,alice,uid-1,"system:masters"\nbob-token,bob,uid-2\n';
const tokenFile = (text: string): Change => ({
  flags: [`--token-auth-file=${path("tokens.csv")}`],
  files: { "tokens.csv": text },
});
const authentication = (text: string): Change => ({
  flags: [`--authentication-config=${path("authn.yaml")}`],
  files: { "authn.yaml": `apiVersion: apiserver.config.k8s.io/v1\nkind: AuthenticationConfiguration\n${text}` },
});
const authorization = (text: string): Change => ({
  flags: [`--authorization-config=${path("authz.yaml")}`],
  without: ["authorization-mode"],
  files: { "authz.yaml": `apiVersion: apiserver.config.k8s.io/v1\nkind: AuthorizationConfiguration\n${text}` },
});
const abac = (text: string): Change => ({
  flags: ["--authorization-mode=ABAC,RBAC", `--authorization-policy-file=${path("abac.jsonl")}`],
  without: ["authorization-mode"],
  files: { "abac.jsonl": text },
});
const modes = (value: string): Change => ({
  flags: [`--authorization-mode=${value}`],
  without: ["authorization-mode"],
});
const flags = (...given: readonly string[]): Change => ({ flags: given });
const audit = (text: string): Change => ({
  flags: [`--audit-policy-file=${path("audit.yaml")}`, `--audit-log-path=${path("audit.log")}`],
  files: { "audit.yaml": text },
});
const webhook = JSON.stringify({
  apiVersion: "v1",
  kind: "Config",
  clusters: [{ name: "c", cluster: { server: "https://127.0.0.1:1/hook" } }],
  users: [{ name: "u", user: {} }],
  contexts: [{ name: "c", context: { cluster: "c", user: "u" } }],
  "current-context": "c",
});

/** Good and bad ones, of every flag family that decides who gets in, and of the types of flags. */
const changes: Readonly<Record<string, Change>> = {
  "anonymous off": flags("--anonymous-auth=false"),
  "anonymous F": flags("--anonymous-auth=F"),
  "anonymous no": flags("--anonymous-auth=no"),
  "anonymous twice": flags("--anonymous-auth=false", "--anonymous-auth=true"),
  "anonymous, a word apart": flags("--anonymous-auth", "false"),
  tokens: tokenFile(tokens),
  "tokens of two columns": tokenFile("a,b\n"),
  "tokens with a bare quote": tokenFile('t,u"x,1\n'),
  "tokens missing": flags(`--token-auth-file=${path("none.csv")}`),
  "modes allowing all": modes("AlwaysAllow"),
  "modes lower case": modes("rbac"),
  "modes repeated": modes("RBAC,RBAC"),
  "modes empty": modes(""),
  "modes denying": modes("AlwaysDeny,RBAC"),
  "modes webhook without file": modes("Webhook,RBAC"),
  "modes webhook": {
    flags: ["--authorization-mode=RBAC,Webhook", `--authorization-webhook-config-file=${path("hook.kubeconfig")}`],
    without: ["authorization-mode"],
    files: { "hook.kubeconfig": webhook },
  },
  "webhook version": {
    flags: [
      "--authorization-mode=RBAC,Webhook",
      `--authorization-webhook-config-file=${path("hook.kubeconfig")}`,
      "--authorization-webhook-version=v9",
    ],
    without: ["authorization-mode"],
    files: { "hook.kubeconfig": webhook },
  },
  "token webhook": {
    flags: [`--authentication-token-webhook-config-file=${path("hook.kubeconfig")}`],
    files: { "hook.kubeconfig": webhook },
  },
  "token webhook version": {
    flags: [
      `--authentication-token-webhook-config-file=${path("hook.kubeconfig")}`,
      "--authentication-token-webhook-version=v9",
    ],
    files: { "hook.kubeconfig": webhook },
  },
  "token webhook missing": flags(`--authentication-token-webhook-config-file=${path("none")}`),
  "policy file without ABAC": flags(`--authorization-policy-file=${path("abac.jsonl")}`),
  ABAC: abac(
    '{"apiVersion":"abac.authorization.kubernetes.io/v1beta1","kind":"Policy","spec":{"user":"bob","resource":"*","namespace":"*","apiGroup":"*"}}\n',
  ),
  "ABAC of an unknown version": abac(
    '{"apiVersion":"abac.authorization.kubernetes.io/v9","kind":"Policy","spec":{}}\n',
  ),
  "authn paths": authentication("anonymous: {enabled: true, conditions: [{path: /version}]}\n"),
  "authn off": authentication("anonymous: {enabled: false}\n"),
  "authn off with paths": authentication("anonymous: {enabled: false, conditions: [{path: /version}]}\n"),
  "authn unknown field": authentication("anonymus: {enabled: false}\n"),
  "authn issuer over http": authentication(
    "jwt: [{issuer: {url: 'http://a.example', audiences: [a]}, claimMappings: {username: {claim: sub, prefix: ''}}}]\n",
  ),
  "authn own issuer": authentication(
    "jwt: [{issuer: {url: 'https://kubernetes.default.svc.cluster.local', audiences: [a]}, claimMappings: {username: {claim: sub, prefix: ''}}}]\n",
  ),
  "authn missing": flags(`--authentication-config=${path("none.yaml")}`),
  "authz RBAC": authorization("authorizers: [{type: RBAC, name: rbac}]\n"),
  "authz Node and RBAC": authorization("authorizers: [{type: Node, name: node}, {type: RBAC, name: rbac}]\n"),
  "authz AlwaysAllow": authorization("authorizers: [{type: AlwaysAllow, name: alwaysallow}]\n"),
  "authz none": authorization("authorizers: []\n"),
  "authz twice": authorization("authorizers: [{type: RBAC, name: rbac}, {type: RBAC, name: two}]\n"),
  "authz of another name": authorization("authorizers: [{type: RBAC, name: mine}]\n"),
  "authz beside modes": {
    flags: [`--authorization-config=${path("authz.yaml")}`],
    files: {
      "authz.yaml": "apiVersion: apiserver.config.k8s.io/v1\nkind: AuthorizationConfiguration\nauthorizers: []\n",
    },
  },
  "authz missing": { flags: [`--authorization-config=${path("none.yaml")}`], without: ["authorization-mode"] },
  oidc: flags("--oidc-issuer-url=https://127.0.0.1:1", "--oidc-client-id=k"),
  "oidc without client": flags("--oidc-issuer-url=https://127.0.0.1:1"),
  "oidc over http": flags("--oidc-issuer-url=http://127.0.0.1:1", "--oidc-client-id=k"),
  "oidc bad algorithm": flags(
    "--oidc-issuer-url=https://127.0.0.1:1",
    "--oidc-client-id=k",
    "--oidc-signing-algs=none",
  ),
  "oidc claim without value": flags(
    "--oidc-issuer-url=https://127.0.0.1:1",
    "--oidc-client-id=k",
    "--oidc-required-claim=a",
  ),
  "bootstrap tokens": flags("--enable-bootstrap-token-auth"),
  "client CA": { flags: [`--client-ca-file=${path("ca.crt")}`] },
  "client CA missing": flags(`--client-ca-file=${path("none.crt")}`),
  "client CA that is none": { flags: [`--client-ca-file=${path("text.crt")}`], files: { "text.crt": "hello\n" } },
  "proxy CA shared": {
    flags: [`--client-ca-file=${path("ca.crt")}`, `--requestheader-client-ca-file=${path("ca.crt")}`],
  },
  "proxy CA shared, names": {
    flags: [
      `--client-ca-file=${path("ca.crt")}`,
      `--requestheader-client-ca-file=${path("ca.crt")}`,
      "--requestheader-allowed-names=proxy",
    ],
  },
  "proxy uid header": flags("--requestheader-uid-headers=X-Other"),
  "proxy blank header": flags("--requestheader-username-headers=X-Remote-User, "),
  "issuer twice": flags("--service-account-issuer=https://kubernetes.default.svc.cluster.local"),
  "issuer no URL": flags("--service-account-issuer=a b:c"),
  "issuer old": flags("--service-account-issuer=https://old.example"),
  "issuer none": { without: ["service-account-issuer"] },
  "keys none": { without: ["service-account-key-file"] },
  "keys missing": flags(`--service-account-key-file=${path("none.pub")}`),
  "signing key none": { without: ["service-account-signing-key-file"] },
  "expiration short": flags("--service-account-max-token-expiration=10m"),
  "expiration day": flags("--service-account-max-token-expiration=1d"),
  "expiration good": flags("--service-account-max-token-expiration=2h"),
  "lookup off": flags("--service-account-lookup=false"),
  "jwks over http": flags("--service-account-jwks-uri=http://a.example/keys"),
  "gate unknown": flags("--feature-gates=NoSuchGate=true"),
  "gate locked": flags("--feature-gates=DRAAdminAccess=false"),
  "gate off": flags("--feature-gates=ConstrainedImpersonation=false"),
  "gate no bool": flags("--feature-gates=ConstrainedImpersonation=maybe"),
  "gate dependency": flags("--feature-gates=CompositePodGroup=true"),
  "all alpha and beta off": flags("--feature-gates=AllBeta=false"),
  "plugin unknown": flags("--enable-admission-plugins=Nothing"),
  "plugin both": flags("--enable-admission-plugins=NodeRestriction", "--disable-admission-plugins=NodeRestriction"),
  "plugin on": flags("--enable-admission-plugins=NodeRestriction,AlwaysPullImages"),
  "plugins the old way": flags("--admission-control=NamespaceLifecycle,LimitRanger"),
  "flag unknown": flags("--insecure-port=0"),
  "flag misspelt": flags("--anonymous-aut=false"),
  "flag with underscores": flags("--anonymous_auth=false"),
  "flag of one dash": flags("-anonymous-auth=false"),
  "a word": flags("serve"),
  "behind a double dash": flags("--", "--anonymous-auth=false"),
  "int bad": flags("--max-requests-inflight=many"),
  "int negative": flags("--max-requests-inflight=-1"),
  "int hexadecimal": flags("--max-requests-inflight=0x100"),
  "duration bad": flags("--request-timeout=10"),
  "float too large": flags("--goaway-chance=0.5"),
  "ip bad": flags("--advertise-address=10.0.0.256"),
  "ranges of one family": {
    flags: ["--service-cluster-ip-range=10.0.0.0/24,10.1.0.0/24"],
    without: ["service-cluster-ip-range"],
  },
  "range bad": { flags: ["--service-cluster-ip-range=10.0.0.0"], without: ["service-cluster-ip-range"] },
  "range small": { flags: ["--service-cluster-ip-range=10.0.0.0/30"], without: ["service-cluster-ip-range"] },
  "node ports bad": flags("--service-node-port-range=2-1"),
  "tls version": flags("--tls-min-version=VersionTLS9"),
  "tls cipher": flags("--tls-cipher-suites=TLS_NONE"),
  "tls ciphers": flags("--tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_AES_128_GCM_SHA256"),
  "tls certificate missing": flags(`--tls-cert-file=${path("none.crt")}`, `--tls-private-key-file=${path("none.key")}`),
  "sni without key": flags("--tls-sni-cert-key=a.crt"),
  hsts: flags("--strict-transport-security-directives=max-age=1,preload"),
  "hsts bad": flags("--strict-transport-security-directives=forever"),
  cors: flags("--cors-allowed-origins=.*"),
  "runtime config": flags("--runtime-config=nothing.example/v1=true"),
  "runtime config key": flags("--runtime-config=apps=true"),
  "runtime config all": flags("--runtime-config=api/all=false"),
  "storage backend": flags("--storage-backend=etcd2"),
  "media type": flags("--storage-media-type=text/plain"),
  "etcd overrides": flags("--etcd-servers-overrides=/events"),
  "encryption reload": flags("--encryption-provider-config-automatic-reload=true"),
  "encryption missing": flags(`--encryption-provider-config=${path("none.yaml")}`),
  encryption: {
    flags: [`--encryption-provider-config=${path("enc.yaml")}`],
    files: {
      "enc.yaml":
        "apiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources: [{resources: [secrets], providers: [{identity: {}}]}]\n",
    },
  },
  audit: audit("apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{level: Metadata}]\n"),
  "audit without rules": audit("apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: []\n"),
  "audit level": audit("apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{level: Loud}]\n"),
  "audit missing": flags(`--audit-policy-file=${path("none.yaml")}`),
  "audit mode": flags(`--audit-log-path=${path("audit.log")}`, "--audit-log-mode=loud"),
  "audit format": flags(`--audit-log-path=${path("audit.log")}`, "--audit-log-format=xml"),
  "audit age": flags(`--audit-log-path=${path("audit.log")}`, "--audit-log-maxage=-1"),
  "admission file missing": flags(`--admission-control-config-file=${path("none.yaml")}`),
  "log format": flags("--logging-format=xml"),
  verbosity: flags("--v=loud"),
  "peer CA": flags(`--peer-ca-file=${path("ca.crt")}`),
};

/** Changes that a server takes by themselves. */
const good: readonly string[] = [
  "anonymous off",
  "anonymous twice",
  "tokens",
  "modes allowing all",
  "modes denying",
  "modes webhook",
  "token webhook",
  "ABAC",
  "authn paths",
  "authn off",
  "authz RBAC",
  "authz Node and RBAC",
  "authz AlwaysAllow",
  "oidc",
  "bootstrap tokens",
  "client CA",
  "proxy CA shared, names",
  "issuer old",
  "expiration good",
  "lookup off",
  "gate off",
  "plugin on",
  "plugins the old way",
  "flag with underscores",
  "int hexadecimal",
  "tls ciphers",
  "hsts",
  "encryption",
  "audit",
];

/** Draws combinations by a seed: one to three changes each. */
export function drawCombinations(count: number, seed: number): readonly FlagCombination[] {
  const random = randomNumbers(seed);
  const names = Object.keys(changes);
  return Array.from({ length: count }, () => {
    const drawn = new Set<string>();
    const wanted = 1 + Math.floor(random() * 3);
    // Half of them of what a server takes: one bad value hides all that is behind it.
    const from = random() < 0.5 ? good : names;
    while (drawn.size < wanted) drawn.add(from[Math.floor(random() * from.length)] ?? "");
    return combine([...drawn]);
  });
}

/** Every change on its own. */
export function singleChanges(): readonly FlagCombination[] {
  return Object.keys(changes).map((name) => combine([name]));
}

function combine(names: readonly string[]): FlagCombination {
  const drawn = names.flatMap((name) => changes[name] ?? []);
  const without = new Set(drawn.flatMap((change) => change.without ?? []));
  const kept = base.filter((flag) => !without.has(flag.slice(2).split("=")[0] ?? ""));
  const files = Object.assign({}, ...drawn.map((change) => change.files ?? {}));
  return { changes: names, flags: [...kept, ...drawn.flatMap((change) => change.flags ?? [])], files };
}

/** Mulberry32: the same numbers for the same seed, everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
