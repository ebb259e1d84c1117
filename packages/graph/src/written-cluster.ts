import type {
  AccessBinding,
  AccessRole,
  AuthenticationConfiguration,
  AuthorizationConfiguration,
  BuiltInPolicy,
  ComponentConfiguration,
  ComponentInvocation,
  Fact,
  Flag,
  KnownMinor,
  KubernetesObject,
  LabelRequirement,
  LabelSelector,
  ObjectMeta,
  PersistentVolume,
  PolicyRule,
  Subject,
  WebhookConfiguration,
  Workload,
} from "@authgraph/kubernetes";
import { knownMinors, loadComponentFacts } from "@authgraph/kubernetes";
import { type Located, located, type Origin, textOrigin } from "@authgraph/source";
import { buildAccessGraph } from "./access-graph.ts";
import { buildInventory } from "./inventory.ts";
import type { AccessGraph, ShippedPolicy } from "./types.ts";

// Short ways of writing a cluster down, for the tests of this package.

const origin: Origin = textOrigin({ path: "test.yaml", text: "" }, 0, 0);
const at = <T>(value: T): Located<T> => located(value, origin);
const list = (text: string | undefined): readonly Located<string>[] =>
  text === undefined ? [] : text.split(",").map(at);

/** A rule on resources: lists joined by commas, the core group where none is given. */
export function rule(verbs: string, resources: string, more: { groups?: string; names?: string } = {}): PolicyRule {
  return {
    origin,
    verbs: list(verbs),
    apiGroups: list(more.groups ?? ""),
    resources: list(resources),
    resourceNames: list(more.names),
    nonResourceURLs: [],
  };
}

/** A rule on paths. */
export function urls(verbs: string, nonResourceURLs: string): PolicyRule {
  return { ...rule(verbs, ""), apiGroups: [], resources: [], nonResourceURLs: list(nonResourceURLs) };
}

/** `name`, or `namespace/name`. */
export function meta(path: string, labels: Readonly<Record<string, string>> = {}): ObjectMeta {
  const slash = path.indexOf("/");
  return {
    name: at(path.slice(slash + 1)),
    generated: false,
    namespace: slash < 0 ? undefined : at(path.slice(0, slash)),
    labels: new Map(Object.entries(labels).map(([key, value]) => [key, at(value)])),
    annotations: new Map(),
  };
}

const apiVersion = "rbac.authorization.k8s.io/v1";

export function role(path: string, ...rules: readonly PolicyRule[]): AccessRole {
  return { kind: "Role", apiVersion, meta: meta(path), origin, rules, aggregation: undefined };
}

export function clusterRole(name: string, ...rules: readonly PolicyRule[]): AccessRole {
  return { kind: "ClusterRole", apiVersion, meta: meta(name), origin, rules, aggregation: undefined };
}

export function labelled(object: AccessRole, labels: Readonly<Record<string, string>>): AccessRole {
  return { ...object, meta: { ...object.meta, labels: meta("x", labels).labels } };
}

export function aggregating(object: AccessRole, ...selectors: readonly LabelSelector[]): AccessRole {
  return { ...object, aggregation: { origin, selectors } };
}

export function select(
  matchLabels: Readonly<Record<string, string>>,
  ...matchExpressions: readonly LabelRequirement[]
): LabelSelector {
  return { matchLabels: new Map(Object.entries(matchLabels)), matchExpressions };
}

/** `User x`, `Group x`, `ServiceAccount ns/x`, or `ServiceAccount x` without a namespace. */
function subject(text: string): Subject {
  const space = text.indexOf(" ");
  const kind = text.slice(0, space);
  const name = text.slice(space + 1);
  if (kind === "User" || kind === "Group") return { kind, origin, name: at(name) };
  const { name: account, namespace } = meta(name);
  return { kind: "ServiceAccount", origin, name: account, namespace };
}

/** A RoleBinding of `namespace/name` or, without a namespace, a ClusterRoleBinding; `to` is `ClusterRole x` or `Role x`. */
export function binding(path: string, to: string, ...subjects: readonly string[]): AccessBinding {
  const [kind, name = ""] = to.split(" ", 2);
  return {
    kind: path.includes("/") ? "RoleBinding" : "ClusterRoleBinding",
    apiVersion,
    meta: meta(path),
    origin,
    roleRef: { origin, kind: at(kind === "Role" ? kind : "ClusterRole"), name: at(name) },
    subjects: subjects.map(subject),
  };
}

/** The same, of an object that names no namespace. */
export function unplaced<T extends AccessBinding | AccessRole | Workload>(object: T): T {
  return { ...object, meta: { ...object.meta, namespace: undefined } };
}

/** What a Pod uses: names by kind, joined by commas. */
export interface PodUses {
  readonly account?: string;
  readonly secrets?: string;
  readonly configMaps?: string;
  readonly claims?: string;
  readonly resourceClaims?: string;
}

/** A Pod of `namespace/name` on a node. */
export function pod(path: string, node: string, uses: PodUses = {}): Workload {
  const { account, secrets, configMaps, claims, resourceClaims } = uses;
  return {
    kind: "Workload",
    resourceKind: "Pod",
    apiVersion: "v1",
    meta: meta(path),
    origin,
    pod: {
      origin,
      serviceAccountName: account === undefined ? undefined : at(account),
      automountServiceAccountToken: undefined,
      secretVolumes: [],
    },
    boundPod: {
      nodeName: at(node),
      secrets: list(secrets),
      configMaps: list(configMaps),
      persistentVolumeClaims: list(claims),
      resourceClaims: list(resourceClaims),
    },
  };
}

/** A PersistentVolume bound to a claim `namespace/name`, with the Secrets `namespace/name` it needs. */
export function volume(name: string, claim: string, ...secrets: readonly string[]): PersistentVolume {
  const placed = (path: string) => ({ namespace: path.split("/")[0] ?? "", name: at(path.split("/")[1] ?? "") });
  const bound = { claim: placed(claim), secrets: secrets.map(placed) };
  return { kind: "PersistentVolume", apiVersion: "v1", meta: meta(name), origin, ...bound };
}

/** An object that says itself which node it is of. */
export function nodeObject(
  kind: "VolumeAttachment" | "ResourceSlice" | "PodCertificateRequest",
  path: string,
  node: string,
): KubernetesObject {
  return { kind, apiVersion: "v1", meta: meta(path), origin, nodeName: at(node) };
}

/** A whole command line. */
export function apiServer(words: string, more: Partial<ComponentInvocation> = {}): ComponentInvocation {
  const required = [
    "--etcd-servers=https://127.0.0.1:2379",
    "--service-account-issuer=https://issuer.example",
    "--service-account-key-file=sa.pub",
    "--service-account-signing-key-file=sa.key",
  ];
  return apiServerArguments(`${required.join(" ")} ${words}`, more);
}

/** `--name=value` flags; a word without dashes is positional, a value `?` is not resolved. */
export function apiServerArguments(words: string, more: Partial<ComponentInvocation> = {}): ComponentInvocation {
  const flags: Flag[] = [];
  const positional: Located<string>[] = [];
  for (const word of words.split(" ").filter(Boolean)) {
    const [, name, value] = /^--([^=]*)=(.*)$/.exec(word) ?? [];
    if (name === undefined) positional.push(at(word));
    else flags.push({ name, value, origin, unresolved: value === "?" });
  }
  const invocation = { component: "kube-apiserver", instance: "Pod kube-system/kube-apiserver", origin } as const;
  return { ...invocation, version: undefined, flags, positional, ...more };
}

export function authentication(
  anonymous: { enabled: boolean; paths?: readonly string[] } | undefined,
  version = "v1beta1",
): AuthenticationConfiguration {
  return {
    kind: "AuthenticationConfiguration",
    apiVersion: `apiserver.config.k8s.io/${version}`,
    origin,
    demands: [
      ...(version === "v1" ? [{ since: 34, message: "no kind", origin }] : []),
      ...(anonymous === undefined ? [] : [{ since: 31, message: "unknown field", origin }]),
    ],
    jwt: [],
    anonymous: anonymous && { origin, enabled: at(anonymous.enabled), paths: (anonymous.paths ?? []).map(at) },
  };
}

export function authorization(types: string, version = "v1beta1"): AuthorizationConfiguration {
  const authorizers = (types === "" ? [] : list(types)).map((type) => ({
    origin,
    type,
    name: at(type.value.toLowerCase()),
    webhook: type.value === "Webhook" ? webhook() : undefined,
  }));
  return {
    kind: "AuthorizationConfiguration",
    apiVersion: `apiserver.config.k8s.io/${version}`,
    origin,
    demands: [],
    authorizers,
  };
}

/** An authorization webhook that is asked where all of these hold. */
export function webhook(matchConditions: readonly string[] = [], failurePolicy = "NoOpinion"): WebhookConfiguration {
  return {
    origin,
    failurePolicy: at(failurePolicy),
    matchConditions: matchConditions.map(at),
    kubeConfigFile: at("/etc/webhook.conf"),
    timeout: at("3s"),
    authorizedTtl: undefined,
    unauthorizedTtl: undefined,
  };
}

export const nothingShipped: ShippedPolicy = {
  kubernetes: { roles: [], bindings: [] },
  kubeadm: { roles: [], bindings: [] },
};

export function policy(...objects: readonly (AccessRole | AccessBinding)[]): BuiltInPolicy {
  const roles: AccessRole[] = [];
  const bindings: AccessBinding[] = [];
  for (const object of objects) {
    if ("roleRef" in object) bindings.push(object);
    else roles.push(object);
  }
  return { roles, bindings };
}

type Written = KubernetesObject | ComponentInvocation | ComponentConfiguration;

const configurationKinds: ReadonlySet<string> = new Set<ComponentConfiguration["kind"]>([
  "AuthenticationConfiguration",
  "AuthorizationConfiguration",
  "KubeletConfiguration",
  "EncryptionConfiguration",
  "AdmissionConfiguration",
  "AuditPolicy",
  "Kubeconfig",
  "AbacPolicy",
  "TokenFile",
  "CertificateBundle",
  "PublicKeys",
  "Refused",
]);

function isConfiguration(written: KubernetesObject | ComponentConfiguration): written is ComponentConfiguration {
  return configurationKinds.has(written.kind);
}

/** Of every minor, as the engine reads them. */
const componentFacts = await loadComponentFacts(["kube-apiserver", "kubelet"], knownMinors);

export interface ClusterOptions {
  readonly shipped?: ShippedPolicy;
  readonly complete?: boolean;
  readonly minor?: KnownMinor;
  readonly namespaceOf?: (path: string) => string | undefined;
}

/** The graph of some texts, by path. */
export function graphOf(
  texts: Readonly<Record<string, readonly Written[]>>,
  options: ClusterOptions = {},
): AccessGraph {
  return buildAccessGraph(
    buildInventory({
      texts: Object.entries(texts).map(([path, written]) => ({ path, facts: written.flatMap(factsOf) })),
      shipped: options.shipped ?? nothingShipped,
      minor: options.minor,
      namespaceOf: options.namespaceOf ?? (() => undefined),
      complete: options.complete ?? false,
      componentFacts,
    }),
  );
}

function factsOf(written: Written): readonly Fact[] {
  return [factOf(written), ...("component" in written ? filesOf(written) : [])];
}

/** Whatever looks like a path of the machine counts as a file that was looked for. */
function filesOf({ flags }: ComponentInvocation): readonly Fact[] {
  return flags.flatMap(({ value, origin: at }): readonly Fact[] => {
    if (value === undefined || !value.startsWith("/")) return [];
    return [{ fact: "file-reference", reference: { path: located(value, at), role: "token-file" } }];
  });
}

function factOf(written: Written): Fact {
  if ("component" in written) return { fact: "invocation", invocation: written };
  if (isConfiguration(written)) return { fact: "configuration", configuration: written };
  return { fact: "object", object: written };
}
