import {
  type AccessGraph,
  appliedNamespace,
  type Check,
  type Entry,
  firstThatFits,
  holderOf,
  hop,
  indexNames,
  type NameIndex,
  namespacedName,
  nearName,
  note,
  quotable,
  type Remedy,
  type ResolvedBinding,
  type Risk,
  replaceScalar,
  type ServiceAccount,
  type Subject,
  standTogether,
  subjectHop,
  takeSubjectOut,
} from "@authgraph/rules";

/** Nothing is allowed that should not be; somebody thinks that something is. */
const score = 2.0;

export const check: Check = function* ({ graph }) {
  const accounts = knownAccounts(graph);
  const { complete } = graph.inventory;
  for (const binding of graph.bindings) {
    const { object, namespace: own } = binding.entry;
    if (object.origin.kind === "built-in") continue;
    for (const subject of object.subjects) {
      if (subject.kind !== "ServiceAccount" || binding.isShipped(subject)) continue;
      const named = { namespace: subject.namespace?.value || own, name: subject.name.value };
      if (named.namespace === "" || exists(named, accounts)) continue;
      const near = meantAccount(named, accounts);
      const meant = near !== undefined && standTogether(binding.entry.path, near.path) ? near : undefined;
      if (meant === undefined && !complete) continue;
      const risk = danglingRisk(graph, binding, subject, named, meant);
      if (risk !== undefined) yield risk;
    }
  }
};

interface AccountName {
  readonly namespace: string;
  readonly name: string;
}

interface KnownAccounts {
  readonly byKey: ReadonlyMap<string, Entry<ServiceAccount>>;
  readonly ofName: ReadonlyMap<string, readonly Entry<ServiceAccount>[]>;
  /** By namespace: those that no binding names. */
  readonly unboundNames: ReadonlyMap<string, NameIndex>;
  /** Those that Kubernetes itself binds: its controllers create them when they start. */
  readonly created: ReadonlySet<string>;
  readonly namespaces: ReadonlySet<string>;
}

/** Every namespace has `default` (pkg/controller/serviceaccount); OpenShift's projects have these two beside it. */
const createdEverywhere: readonly string[] = ["default", "builder", "deployer"];

function knownAccounts(graph: AccessGraph): KnownAccounts {
  const { inventory, bindings } = graph;
  const bound = new Set<string>();
  const created = new Set<string>();
  for (const { entry } of bindings) addAccounts(bound, entry.object.subjects, entry.namespace);
  for (const { subjects } of inventory.shipped.kubernetes.bindings) addAccounts(created, subjects, "");
  const byKey = new Map<string, Entry<ServiceAccount>>();
  const ofName = new Map<string, Entry<ServiceAccount>[]>();
  const names = new Map<string, string[]>();
  const namespaces = new Set<string>();
  for (const account of inventory.entriesOf("ServiceAccount")) {
    const name = account.object.meta.name.value;
    const key = keyOf(account.namespace, name);
    namespaces.add(account.namespace);
    byKey.set(key, account);
    append(ofName, name, account);
    // An account that has a binding of its own was not forgotten by this one.
    if (!bound.has(key)) append(names, account.namespace, name);
  }
  const unboundNames = new Map([...names].map(([namespace, known]) => [namespace, indexNames(known)]));
  return { byKey, ofName, unboundNames, created, namespaces };
}

function addAccounts(to: Set<string>, subjects: readonly Subject[], bindingNamespace: string): void {
  for (const subject of subjects) {
    if (subject.kind === "ServiceAccount")
      to.add(keyOf(subject.namespace?.value || bindingNamespace, subject.name.value));
  }
}

function exists({ namespace, name }: AccountName, { byKey, created }: KnownAccounts): boolean {
  const key = keyOf(namespace, name);
  return byKey.has(key) || created.has(key) || createdEverywhere.includes(name);
}

function meantAccount({ namespace, name }: AccountName, accounts: KnownAccounts): Entry<ServiceAccount> | undefined {
  const names = accounts.unboundNames.get(namespace);
  const near = names === undefined ? undefined : nearName(name, names);
  if (near !== undefined) return accounts.byKey.get(keyOf(namespace, near.name));

  // Where the inputs do not say one of the namespaces, it may be the same.
  if (namespace === appliedNamespace || !accounts.namespaces.has(namespace)) return undefined;
  const [only, ...others] = accounts.ofName.get(name) ?? [];
  if (only === undefined || only.namespace === appliedNamespace) return undefined;
  return others.some((other) => other.namespace !== only.namespace) ? undefined : only;
}

function danglingRisk(
  { inventory }: AccessGraph,
  binding: ResolvedBinding,
  subject: Extract<Subject, { kind: "ServiceAccount" }>,
  named: AccountName,
  meant: Entry<ServiceAccount> | undefined,
): Risk | undefined {
  const { key, object, namespace } = binding.entry;
  const holder = holderOf(subject, namespace);
  if (holder === undefined) return undefined;
  const place = { ...subjectHop(holder, subject, 1), label: "no ServiceAccount of this name there" };
  const titles = [undefined, 40, 30, 20, 12].map((longest) => {
    const whole = `${object.kind} ${namespacedName(namespace, object.meta.name.value, longest)}`;
    const account = `ServiceAccount ${namespacedName(named.namespace, named.name, longest)}`;
    const missing = inventory.complete ? "does not exist" : "is not among the inputs";
    const other =
      meant === undefined ? "" : `; there is ${namespacedName(meant.namespace, meant.object.meta.name.value, longest)}`;
    return `${account}, which ${whole} names, ${missing}${other}`;
  });
  return {
    ruleId: "rbac-dangling-subject",
    title: firstThatFits(titles),
    score,
    confidence: inventory.complete ? "certain" : "likely",
    place,
    hops: [place, ...(meant === undefined ? [] : [hop(meant.object.meta.name.origin, "nearly the same account", 2)])],
    notes: [note("why", "whoever creates an account of that name holds what the binding gives")],
    remedies: [...correction(subject, named, meant), takeSubjectOut({ binding, subject, holder, grants: () => [] })],
    identity: { subject: holder.identity, object: key },
    cause: `${key} ${holder.identity} is missing`,
    also: `so is ${holder.name}`,
  };
}

function correction(
  subject: Extract<Subject, { kind: "ServiceAccount" }>,
  named: AccountName,
  meant: Entry<ServiceAccount> | undefined,
): readonly Remedy[] {
  if (meant === undefined) return [];
  const name = meant.object.meta.name.value;
  if (meant.namespace === named.namespace) {
    return [{ text: `name ${quotable(name)} instead`, edits: replaceScalar(subject.name.origin, named.name, name) }];
  }
  const text = `name the namespace ${quotable(meant.namespace)}, where the account is`;
  const { namespace } = subject;
  const edits = namespace === undefined ? [] : replaceScalar(namespace.origin, namespace.value, meant.namespace);
  return [{ text, edits }];
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
