import type { Grant } from "@authgraph/graph";
import { nodeUserPrefix, type PolicyRule, parseServiceAccountUserName } from "@authgraph/kubernetes";
import { type AskIndex, askIndex, mayAllow } from "../ask-index.ts";
import {
  admission,
  asks,
  certificates,
  clientSigners,
  createJobs,
  entryVerbs,
  everyVerb,
  mutatingBindings,
  mutatingPolicies,
  mutatingPoliciesSince,
  nodeClientSigner,
  rbac,
  returnSecretData,
  workloadWrites,
} from "../asks.ts";
import type { Ask } from "../power.ts";
import { ruleGives } from "../powers.ts";

/** A right that a step is made of, alone or with others. Powers say what rights are worth; these, what can be done. */
export type Ability =
  | "everything"
  | "create-pods"
  | "write-workloads"
  | "enter-pods"
  | "request-tokens"
  | "act-as-users"
  | "act-as-groups"
  | "act-as-accounts"
  | "read-secrets"
  | "create-secrets"
  | "bind-cluster-roles"
  | "bind-roles"
  | "write-cluster-bindings"
  | "write-role-bindings"
  | "escalate-cluster-roles"
  | "escalate-roles"
  | "change-cluster-roles"
  | "create-cluster-roles"
  | "change-roles"
  | "approve-signers"
  | "approve-requests"
  | "request-certificates"
  | "approve-node-signers"
  | "approved-as-nodes"
  | "reach-kubelets"
  | "create-volumes"
  | "change-namespaces"
  | "write-admission"
  | "create-mutating-policies"
  | "bind-mutating-policies"
  | "write-api-services"
  | "write-aws-auth";

interface Definition {
  readonly ability: Ability;
  /** Any of them is enough. */
  readonly asks: readonly Ask[];
  /** The API server asks for it at the cluster's scope only. */
  readonly clusterOnly?: boolean;
  /** Which of the names of a rule mean anything; by default all. */
  readonly isMeant?: (name: string) => boolean;
  /** A rule without names is not what is looked for. */
  readonly onlyNamed?: boolean;
  /** Naming the object takes nothing away. */
  readonly anyNameServes?: boolean;
}

/** One right that a rule gives, and of which objects. */
export interface Gift {
  readonly ability: Ability;
  readonly ask: Ask;
  /** Only these objects; empty: all. */
  readonly names: readonly string[];
  readonly rule: PolicyRule;
}

/** The same in somebody's hands. */
export interface HeldGift extends Gift {
  readonly grant: Grant;
}

function definitions(minor: string): readonly Definition[] {
  const minorNumber = Number(minor.split(".")[1]);
  const hasMutatingPolicies = minorNumber >= mutatingPoliciesSince;
  return [
    { ability: "everything", asks: [everyVerb] },
    { ability: "create-pods", asks: asks("create", "", "pods") },
    {
      ability: "write-workloads",
      asks: workloadWrites(createJobs),
      // A pod template names any account, whatever the object is called.
      anyNameServes: true,
    },
    {
      ability: "enter-pods",
      asks: [
        ...asks(entryVerbs(minorNumber), "", "pods/exec", "pods/attach"),
        ...asks("update patch", "", "pods/ephemeralcontainers", "pods"),
      ],
    },
    { ability: "request-tokens", asks: asks("create", "", "serviceaccounts/token") },
    { ability: "act-as-users", asks: asks("impersonate", "", "users"), clusterOnly: true, isMeant: isNoAccount },
    { ability: "act-as-groups", asks: asks("impersonate", "", "groups"), clusterOnly: true },
    { ability: "act-as-accounts", asks: asks("impersonate", "", "serviceaccounts") },
    { ability: "read-secrets", asks: returnSecretData },
    { ability: "create-secrets", asks: asks("create", "", "secrets") },
    { ability: "bind-cluster-roles", asks: asks("bind", rbac, "clusterroles") },
    { ability: "bind-roles", asks: asks("bind", rbac, "roles") },
    {
      ability: "write-cluster-bindings",
      asks: asks("create update patch", rbac, "clusterrolebindings"),
      clusterOnly: true,
    },
    { ability: "write-role-bindings", asks: asks("create update patch", rbac, "rolebindings") },
    { ability: "escalate-cluster-roles", asks: asks("escalate", rbac, "clusterroles"), clusterOnly: true },
    { ability: "escalate-roles", asks: asks("escalate", rbac, "roles") },
    { ability: "change-cluster-roles", asks: asks("update patch", rbac, "clusterroles"), clusterOnly: true },
    { ability: "create-cluster-roles", asks: asks("create", rbac, "clusterroles"), clusterOnly: true },
    { ability: "change-roles", asks: asks("update patch", rbac, "roles") },
    {
      ability: "approve-signers",
      asks: asks("approve", certificates, "signers"),
      clusterOnly: true,
      isMeant: (name) => clientSigners.includes(name),
      anyNameServes: true,
    },
    {
      ability: "approve-requests",
      asks: asks("update patch", certificates, "certificatesigningrequests/approval"),
      clusterOnly: true,
    },
    {
      ability: "request-certificates",
      asks: asks("create", certificates, "certificatesigningrequests"),
      clusterOnly: true,
    },
    {
      ability: "approve-node-signers",
      asks: asks("approve", certificates, "signers"),
      clusterOnly: true,
      isMeant: (name) => name === nodeClientSigner,
      onlyNamed: true,
      anyNameServes: true,
    },
    {
      // Asked without a name, so that one would rule it out.
      ability: "approved-as-nodes",
      asks: asks("create", certificates, "certificatesigningrequests/nodeclient"),
      clusterOnly: true,
      isMeant: () => false,
    },
    { ability: "reach-kubelets", asks: asks("get create", "", "nodes/proxy"), clusterOnly: true },
    { ability: "create-volumes", asks: asks("create", "", "persistentvolumes"), clusterOnly: true },
    { ability: "change-namespaces", asks: asks("update patch", "", "namespaces") },
    {
      ability: "write-admission",
      asks: [
        ...asks("create update patch", admission, "mutatingwebhookconfigurations"),
        ...(hasMutatingPolicies ? asks("update patch", admission, mutatingPolicies) : []),
      ],
      clusterOnly: true,
      anyNameServes: true,
    },
    {
      ability: "create-mutating-policies",
      asks: hasMutatingPolicies ? asks("create", admission, mutatingPolicies) : [],
      clusterOnly: true,
    },
    {
      ability: "bind-mutating-policies",
      asks: hasMutatingPolicies ? asks("create update patch", admission, mutatingBindings) : [],
      clusterOnly: true,
      anyNameServes: true,
    },
    {
      ability: "write-api-services",
      asks: asks("create update patch", "apiregistration.k8s.io", "apiservices"),
      clusterOnly: true,
    },
    {
      // Elsewhere than on EKS the ConfigMap means nothing: only a rule that names it says that it is there.
      ability: "write-aws-auth",
      asks: asks("update patch", "", "configmaps"),
      onlyNamed: true,
      isMeant: (name) => name === "aws-auth",
      anyNameServes: true,
    },
  ];
}

/** ServiceAccounts are asked for as such, however the user name was given; a node is one only in its group. */
function isNoAccount(user: string): boolean {
  return parseServiceAccountUserName(user) === undefined;
}

export function isNodeUser(user: string): boolean {
  return user.startsWith(nodeUserPrefix);
}

interface Known {
  readonly definitions: readonly Definition[];
  readonly index: AskIndex;
  readonly cluster: WeakMap<PolicyRule, readonly Gift[]>;
  readonly namespace: WeakMap<PolicyRule, readonly Gift[]>;
}

const byMinor = new Map<string, Known>();

/** What a rule lets its holder do, through a binding of this scope. Rules are judged once, however many bind them. */
export function giftsOf(rule: PolicyRule, scope: "cluster" | "namespace", minor: string): readonly Gift[] {
  let known = byMinor.get(minor);
  if (known === undefined) {
    const all = definitions(minor);
    const index = askIndex(all.flatMap(({ asks: asked }) => asked));
    known = { definitions: all, index, cluster: new WeakMap(), namespace: new WeakMap() };
    byMinor.set(minor, known);
  }
  if (!mayAllow(rule, known.index)) return noGifts;
  const before = known[scope].get(rule);
  if (before !== undefined) return before;
  const gifts = judge(rule, scope, known.definitions);
  known[scope].set(rule, gifts);
  return gifts;
}

const noGifts: readonly Gift[] = [];

function judge(rule: PolicyRule, scope: "cluster" | "namespace", all: readonly Definition[]): readonly Gift[] {
  const gifts: Gift[] = [];
  for (const definition of all) {
    if (scope === "namespace" && definition.clusterOnly === true) continue;
    const ask = definition.asks.find((one) => ruleGives(rule, one));
    if (ask === undefined) continue;
    const { ability } = definition;
    if (ability === "everything") return [{ ability, ask, names: [], rule }];
    const names = namesOf(definition, rule);
    if (names !== undefined) gifts.push({ ability, ask, names, rule });
  }
  return gifts;
}

/** Of which objects; undefined where none of the names means anything. */
function namesOf(
  { isMeant, onlyNamed, anyNameServes }: Definition,
  { resourceNames }: PolicyRule,
): readonly string[] | undefined {
  if (resourceNames.length === 0) return onlyNamed === true ? undefined : [];
  // An empty name matches no object.
  const written = resourceNames.map(({ value }) => value).filter((name) => name !== "");
  const meant = isMeant === undefined ? written : written.filter(isMeant);
  if (meant.length === 0) return undefined;
  return anyNameServes === true ? [] : meant;
}
