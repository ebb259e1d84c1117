import type { AccessGraph } from "@authgraph/graph";
import {
  groupKey,
  mastersGroup,
  namespaceServiceAccountsGroup,
  nodesGroup,
  parseServiceAccountUserName,
  type SubjectKey,
  serviceAccountsGroup,
  serviceAccountUserName,
  userKey,
} from "@authgraph/kubernetes";
import { tokenSecrets } from "../accounts.ts";
import { hop, whereOf } from "../hops.ts";
import { membershipsOf } from "../memberships.ts";
import { namespacedName, quotable } from "../wording.ts";
import { accountsRunningIn, type RunningAccount, runningAccounts } from "../workloads.ts";
import { isNodeUser } from "./abilities.ts";
import { accountOf, type KnownAccount, knownAccounts } from "./known-accounts.ts";
import { asSubjectKey, clusterAdminVertex, identityVertex, type Step, type Vertex } from "./step.ts";
import { followingStep } from "./step-of.ts";

/** What follows from being somewhere, without any grant: members of sets, groups, pods and their accounts. */
export function* followingSteps(
  graph: AccessGraph,
  from: Vertex,
  canMore: (group: SubjectKey) => boolean,
): Iterable<Step> {
  switch (from.kind) {
    case "identity":
      yield* ofIdentity(graph, from, from.key, canMore);
      return;
    case "any-account":
      yield* accountsIn(graph, from, from.namespace, canMore);
      return;
    case "any-user":
      yield* users(graph, from, from.groups);
      return;
    case "pods":
      yield* podAccounts(graph, from, from.namespace);
      return;
    case "secrets":
      yield* tokensIn(graph, from, from.namespace);
      return;
    case "nodes":
      yield followingStep({ kind: "pods-on-node", from, to: everyPod, phrase: "sees every pod of the node" });
      if (canMore(everyNode)) yield memberOf(from, everyNode);
      return;
    case "namespace-admin": {
      const to: Vertex = { kind: "any-account", namespace: from.namespace };
      yield followingStep({ kind: "one-of-accounts", from, to, phrase: "can run pods as any of its ServiceAccounts" });
      return;
    }
    case "role":
    case "cluster-admin":
      return;
  }
}

const everyPod: Vertex = { kind: "pods", namespace: undefined };
const everyNode = groupKey(nodesGroup);
const superusers = groupKey(mastersGroup);

function memberOf(from: Vertex, group: SubjectKey): Step {
  return followingStep({ kind: "member-of", from, to: identityVertex(group), phrase: `is in ${group}` });
}

function* ofIdentity(
  graph: AccessGraph,
  from: Vertex,
  key: SubjectKey,
  canMore: (group: SubjectKey) => boolean,
): Iterable<Step> {
  if (key === superusers) {
    const phrase = "is allowed everything, before any authorizer is asked";
    yield followingStep({ kind: "holds-everything", from, to: clusterAdminVertex, phrase });
  }
  // The Node authorizer (plugin/pkg/auth/authorizer/node): tokens and Secrets of the pods that are bound to the node.
  if (key === everyNode || isNodeUser(key.slice(userKey("").length))) {
    yield followingStep({
      kind: "node-credential",
      from,
      to: everyPod,
      phrase: "gets tokens of the accounts of its pods",
      assumption: "the pod is on that node",
      confidence: "likely",
    });
  }
  for (const group of [...membershipsOf(key), ...groupsWritten(graph, key)]) {
    if (canMore(group)) yield memberOf(from, group);
  }
}

const writtenGroups = new WeakMap<AccessGraph, ReadonlyMap<string, readonly SubjectKey[]>>();

/** Groups that an object says a user is in, as on OpenShift. */
function groupsWritten(graph: AccessGraph, key: SubjectKey): readonly SubjectKey[] {
  let byUser = writtenGroups.get(graph);
  if (byUser === undefined) {
    const found = new Map<string, SubjectKey[]>();
    for (const { object } of graph.inventory.entriesOf("Group")) {
      const group = groupKey(object.meta.name.value);
      for (const { value } of object.users) {
        const known = found.get(userKey(value));
        if (known === undefined) found.set(userKey(value), [group]);
        else if (!known.includes(group)) known.push(group);
      }
    }
    byUser = found;
    writtenGroups.set(graph, byUser);
  }
  return byUser.get(key) ?? [];
}

function* accountsIn(
  graph: AccessGraph,
  from: Vertex,
  namespace: string | undefined,
  canMore: (group: SubjectKey) => boolean,
): Iterable<Step> {
  const accounts = knownAccounts(graph);
  const its = namespace === undefined ? accounts.all : (accounts.byNamespace.get(namespace) ?? []);
  for (const account of its) yield oneOfAccounts(from, account);

  const namespaces = namespace === undefined ? accounts.byNamespace.keys() : [namespace];
  const groups = [...namespaces].map((one) => groupKey(namespaceServiceAccountsGroup(one)));
  const wider = membershipsOf(groupKey(serviceAccountsGroup));
  for (const group of [...groups, groupKey(serviceAccountsGroup), ...wider.filter(isGroup)]) {
    if (canMore(group)) yield memberOf(from, group);
  }
}

function isGroup(key: SubjectKey): boolean {
  return key.startsWith(groupKey(""));
}

function oneOfAccounts(from: Vertex, { key, namespace, name, assumed }: KnownAccount): Step {
  const to = identityVertex(key);
  const account = `ServiceAccount ${namespacedName(namespace, name)}`;
  if (!assumed) return followingStep({ kind: "one-of-accounts", from, to, phrase: `one of them is ${account}` });
  return followingStep({
    kind: "controllers",
    from,
    to,
    phrase: `one of them is ${account}`,
    assumption: "kube-controller-manager creates it",
    confidence: "likely",
  });
}

function* users(graph: AccessGraph, from: Vertex, withGroups: boolean): Iterable<Step> {
  for (const key of graph.subjectKeys) {
    if (key === superusers) continue;
    const isUser = key.startsWith(userKey(""));
    // Without groups: ServiceAccounts are asked for as such, and a node is one only in its group.
    const user = key.slice(userKey("").length);
    const isPlain = isUser && parseServiceAccountUserName(user) === undefined && !isNodeUser(user);
    if (!isPlain && !withGroups) continue;
    const to = identityVertex(asSubjectKey(key));
    yield followingStep({ kind: "one-of-users", from, to, phrase: `one of them is ${named(key)}` });
  }
}

function named(key: string): string {
  const account = accountOf(key);
  return account === undefined ? quotable(key) : `ServiceAccount ${namespacedName(account.namespace, account.name)}`;
}

function* podAccounts(graph: AccessGraph, from: Vertex, namespace: string | undefined): Iterable<Step> {
  const running = namespace === undefined ? runningAccounts(graph) : accountsRunningIn(graph, namespace);
  for (const account of running) {
    const step = podRunsAs(from, account);
    if (step !== undefined) yield step;
  }
}

/** Undefined where no pod of the account gets a token. */
function podRunsAs(from: Vertex, { namespace, name, key, workloads }: RunningAccount): Step | undefined {
  const workload =
    workloads.find(({ getsToken, confidence }) => getsToken && confidence !== "possible") ??
    workloads.find(({ getsToken }) => getsToken);
  if (workload === undefined) return undefined;
  const where = `${workload.kind} ${namespacedName(namespace, workload.name)}`;
  return followingStep({
    kind: "pod-runs-as",
    from,
    to: identityVertex(asSubjectKey(key)),
    phrase: `${where} runs as ServiceAccount ${namespacedName(namespace, name)} (${whereOf(workload.accountPlace)})`,
    confidence: workload.confidence === "possible" ? "possible" : "certain",
    hops: [hop(workload.accountPlace, `runs as ${quotable(name)}`)],
  });
}

function* tokensIn(graph: AccessGraph, from: Vertex, namespace: string | undefined): Iterable<Step> {
  for (const { entry, namespace: of, account } of tokenSecrets(graph)) {
    if (namespace !== undefined && entry.namespace !== namespace) continue;
    const { name } = entry.object.meta;
    const secret = namespacedName(entry.namespace, name.value);
    yield followingStep({
      kind: "token-in-secret",
      from,
      to: identityVertex(userKey(serviceAccountUserName(of, account))),
      phrase: `one of them, ${secret}, is a token of ServiceAccount ${namespacedName(of, account)} (${whereOf(name.origin)})`,
      hops: [hop(name.origin, `a token of ${quotable(account)}`)],
    });
  }
}
