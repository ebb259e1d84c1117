import { type AccessGraph, appliedNamespace } from "@authgraph/graph";
import { parseServiceAccountUserName, type SubjectKey, serviceAccountUserName, userKey } from "@authgraph/kubernetes";
import { controllersNamespace } from "../powers.ts";
import { workloadsOf } from "../workloads.ts";
import { asSubjectKey } from "./step.ts";

/** A ServiceAccount that the inputs, or the default policy, know of. */
export interface KnownAccount {
  readonly key: SubjectKey;
  readonly namespace: string;
  readonly name: string;
  /** Only the default policy names it: kube-controller-manager creates it where it runs with accounts of its own. */
  readonly assumed: boolean;
}

/** All of them, by where they are and what they are called. */
export interface KnownAccounts {
  readonly all: readonly KnownAccount[];
  readonly byNamespace: ReadonlyMap<string, readonly KnownAccount[]>;
  readonly byName: ReadonlyMap<string, readonly KnownAccount[]>;
}

const known = new WeakMap<AccessGraph, KnownAccounts>();

/** Accounts that a binding, an object or a pod names; where the inputs are complete, those that have an object. */
export function knownAccounts(graph: AccessGraph): KnownAccounts {
  let accounts = known.get(graph);
  if (accounts === undefined) {
    accounts = findAccounts(graph);
    known.set(graph, accounts);
  }
  return accounts;
}

function findAccounts(graph: AccessGraph): KnownAccounts {
  const objects = new Map<SubjectKey, AccountName>();
  for (const { namespace, object } of graph.inventory.entriesOf("ServiceAccount")) {
    const name = object.meta.name.value;
    objects.set(accountKey(namespace, name), { namespace, name });
  }
  const named = new Map(objects);
  if (!graph.inventory.complete) {
    for (const { namespace, account } of workloadsOf(graph)) {
      named.set(accountKey(namespace, account), { namespace, name: account });
    }
  }
  const running = new Set(named.keys());
  for (const key of graph.subjectKeys.map(asSubjectKey)) {
    const account = named.has(key) || graph.inventory.complete ? undefined : accountOf(key);
    if (account !== undefined) named.set(key, account);
  }

  const all = [...named].map(([key, account]): KnownAccount => {
    const assumed = account.namespace === controllersNamespace && !running.has(key) && isBoundByDefaultOnly(graph, key);
    return { key, ...account, assumed };
  });
  all.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { all, byNamespace: groupedBy(all, "namespace"), byName: groupedBy(all, "name") };
}

interface AccountName {
  readonly namespace: string;
  readonly name: string;
}

function accountKey(namespace: string, name: string): SubjectKey {
  return userKey(serviceAccountUserName(namespace, name));
}

/** The account that a key is of; one whose namespace the inputs do not say has the placeholder, which is no valid name. */
export function accountOf(key: string): AccountName | undefined {
  const prefix = userKey("");
  if (!key.startsWith(prefix)) return undefined;
  const user = key.slice(prefix.length);
  const applied = serviceAccountUserName(appliedNamespace, "");
  if (user.startsWith(applied)) return { namespace: appliedNamespace, name: user.slice(applied.length) };
  return parseServiceAccountUserName(user);
}

function isBoundByDefaultOnly(graph: AccessGraph, key: string): boolean {
  for (const { binding } of graph.grantsOf(key)) {
    if (binding.entry.object.origin.kind !== "built-in") return false;
  }
  return true;
}

function groupedBy(
  accounts: readonly KnownAccount[],
  field: "namespace" | "name",
): ReadonlyMap<string, readonly KnownAccount[]> {
  const groups = new Map<string, KnownAccount[]>();
  for (const account of accounts) {
    const group = groups.get(account[field]);
    if (group === undefined) groups.set(account[field], [account]);
    else group.push(account);
  }
  return groups;
}
