import type { AccessGraph } from "@authgraph/graph";
import {
  anonymousUser,
  authenticatedGroup,
  groupKey,
  mastersGroup,
  namespaceServiceAccountsGroup,
  nodesGroup,
  parseServiceAccountUserName,
  type ServiceAccountName,
  type SubjectKey,
  serviceAccountsGroup,
  serviceAccountUserName,
  unauthenticatedGroup,
  userKey,
} from "@authgraph/kubernetes";
import {
  asSubjectKey,
  clusterAdminVertex,
  holdersOfPower,
  identityVertex,
  type PowerId,
  powerCatalogue,
  type RuleContext,
  type Vertex,
} from "@authgraph/rules";
import type { Refusal } from "./asked-for.ts";

/** One end of a path, as somebody asked for it. */
export type PathEnd =
  | { readonly end: "identity"; readonly key: SubjectKey }
  | { readonly end: "cluster-admin" }
  /** Whoever has a power: everywhere, or in one namespace. */
  | { readonly end: "power"; readonly power: PowerId; readonly namespace: string | undefined };

export type PathEndResult = { readonly outcome: "known"; readonly end: PathEnd } | Refusal;

/**
 * What an end names: `cluster-admin`, a power (`read-secrets`, `read-secrets/dev`), `anonymous`, or an identity as
 * people write one: `system:serviceaccount:web:ci`, `ServiceAccount web/ci`, `user/jane`, `Group sre`, or a bare name
 * that only one identity of the inputs has.
 */
export function readPathEnd(written: string, { graph, minor }: RuleContext): PathEndResult {
  if (written === "cluster-admin") return { outcome: "known", end: { end: "cluster-admin" } };
  const powers = powerCatalogue(Number(minor.split(".")[1])).map(({ id }) => id);
  const [word = "", namespace, ...more] = written.split("/");
  const power = powers.find((id) => id === word);
  if (power !== undefined && more.length === 0) return { outcome: "known", end: { end: "power", power, namespace } };

  const known = knownKeys(graph);
  const meant = keysMeant(written).filter((key) => known.has(key));
  const [key, ...others] = meant.length > 0 ? new Set(meant) : accountsCalled(written, known);
  if (key === undefined) return unknown(written, known, powers);
  if (others.length === 0) return { outcome: "known", end: { end: "identity", key } };
  const readings = [key, ...others].map((one) => namesOf(one)[0]);
  return { outcome: "refused", message: `"${written}" is the name of several: ${readings.join(", ")}` };
}

/** What a path has to reach. */
export function targetsOf(end: PathEnd, context: RuleContext): readonly Vertex[] {
  switch (end.end) {
    case "identity":
      // cluster-admin may act as anybody.
      return [identityVertex(end.key), clusterAdminVertex];
    case "cluster-admin":
      return [clusterAdminVertex];
    case "power": {
      const { power, namespace } = end;
      const wider = [clusterAdminVertex, ...adminsOf(namespace)];
      if (power === "everything") return wider;
      const contents = power === "read-secrets" ? contentsOf(namespace) : [];
      return [...wider, ...contents, ...holdersOfPower(context, power, namespace)];
    }
  }
}

function adminsOf(namespace: string | undefined): readonly Vertex[] {
  const everywhere: Vertex = { kind: "namespace-admin", namespace: undefined };
  return namespace === undefined ? [] : [everywhere, { kind: "namespace-admin", namespace }];
}

function contentsOf(namespace: string | undefined): readonly Vertex[] {
  const everywhere: Vertex = { kind: "secrets", namespace: undefined };
  return namespace === undefined ? [everywhere] : [everywhere, { kind: "secrets", namespace }];
}

/** Every identity that the inputs speak of, and those that any cluster has. */
function knownKeys({ subjectKeys, inventory, bindings }: AccessGraph): ReadonlySet<SubjectKey> {
  const known = new Set<SubjectKey>(everyCluster);
  for (const key of subjectKeys) known.add(asSubjectKey(key));
  const namespaces = new Set<string>();
  for (const { entry } of bindings) namespaces.add(entry.namespace);
  for (const { namespace, object } of inventory.entriesOf("ServiceAccount")) {
    known.add(userKey(serviceAccountUserName(namespace, object.meta.name.value)));
    namespaces.add(namespace);
  }
  for (const { object } of inventory.entriesOf("Namespace")) namespaces.add(object.meta.name.value);
  for (const { namespace } of inventory.entriesOf("Workload")) namespaces.add(namespace);
  for (const { user, groups } of inventory.credentials) {
    if (user !== undefined) known.add(userKey(user.value));
    for (const { value } of groups) known.add(groupKey(value));
  }
  for (const { object } of inventory.entriesOf("Group")) {
    known.add(groupKey(object.meta.name.value));
    for (const { value } of object.users) known.add(userKey(value));
  }
  // Kubernetes makes both in every namespace.
  for (const namespace of namespaces) {
    known.add(userKey(serviceAccountUserName(namespace, "default")));
    known.add(groupKey(namespaceServiceAccountsGroup(namespace)));
  }
  return known;
}

const everyCluster: readonly SubjectKey[] = [
  userKey(anonymousUser),
  ...[unauthenticatedGroup, authenticatedGroup, mastersGroup, nodesGroup, serviceAccountsGroup].map(groupKey),
];

/** Keys that a person may mean, whether or not anything has them. */
function keysMeant(written: string): readonly SubjectKey[] {
  if (written === "anonymous") return [userKey(anonymousUser)];
  const [, kind = "", name = ""] = /^(serviceaccount|sa|user|group)s?[/ :](.*)$/is.exec(written) ?? [];
  switch (kind.toLowerCase()) {
    case "user":
      return [userKey(name)];
    case "group":
      return [groupKey(name)];
    case "serviceaccount":
    case "sa":
      return accountsMeant(name);
    default:
      return [userKey(written), groupKey(written), ...accountsMeant(written)];
  }
}

function accountsMeant(name: string): readonly SubjectKey[] {
  const [, namespace, account] = /^([^/:]+)[/:]([^/:]+)$/.exec(name) ?? [];
  if (namespace === undefined || account === undefined) return [];
  return [userKey(serviceAccountUserName(namespace, account))];
}

/** Accounts of any namespace with this name. */
function accountsCalled(name: string, known: ReadonlySet<SubjectKey>): readonly SubjectKey[] {
  return [...known].filter((key) => accountOfKey(key)?.name === name);
}

function unknown(written: string, known: ReadonlySet<SubjectKey>, powers: readonly string[]): Refusal {
  const message = `nothing in the inputs names "${written}"`;
  return {
    outcome: "refused",
    message,
    word: written,
    known: ["cluster-admin", ...powers, ...[...known].flatMap(namesOf)],
  };
}

/** The ways to write an identity, the one that says most first. */
function namesOf(key: SubjectKey): readonly [string, ...string[]] {
  const space = key.indexOf(" ");
  const name = key.slice(space + 1);
  const account = accountOfKey(key);
  if (account === undefined) return [`${key.slice(0, space).toLowerCase()}/${name}`, key, name];
  const short = `${account.namespace}/${account.name}`;
  return [`serviceaccount/${short}`, `ServiceAccount ${short}`, short, name];
}

function accountOfKey(key: SubjectKey): ServiceAccountName | undefined {
  return key.startsWith(userKey("")) ? parseServiceAccountUserName(key.slice(userKey("").length)) : undefined;
}
