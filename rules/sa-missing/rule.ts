import {
  type AccessGraph,
  addDocument,
  appliedNamespace,
  type Check,
  defaultAccount,
  fitTitle,
  hop,
  indexNames,
  isOneWorkload,
  listed,
  type Note,
  namespacedName,
  nearName,
  note,
  quotable,
  type Remedy,
  type Risk,
  type RunningAccount,
  replaceScalar,
  runningAccounts,
  serviceAccountHolder,
  workloadNames,
  yamlName,
} from "@authgraph/rules";

/** Nobody gains anything by it; the workload does not run. */
const score = 1.5;

/** How many workloads are pointed at; the others are counted. */
const workloadsShown = 3;

export const check: Check = function* ({ graph }) {
  const names = namespacesOfAccounts(graph);
  for (const account of runningAccounts(graph)) {
    // The controller gives each namespace a `default`.
    if (account.name === defaultAccount || account.objects.length > 0) continue;
    const elsewhere = names.get(account.name);
    // One of the two namespaces is not known: it may be this one.
    if (elsewhere?.has(appliedNamespace) === true) continue;
    if (account.namespace === appliedNamespace && elsewhere !== undefined) continue;
    yield missingRisk(graph, account);
  }
};

function missingRisk(graph: AccessGraph, account: RunningAccount): Risk {
  const { namespace, name, workloads, key } = account;
  const holder = serviceAccountHolder(namespace, name);
  const places = workloads
    .slice(0, workloadsShown)
    .map(({ accountPlace }) => hop(accountPlace, "the API server refuses pods that name it"));
  const [place = hop({ kind: "built-in", of: "no workload" }, "")] = places;
  return {
    ruleId: "sa-missing",
    title: fitTitle(
      `${workloadNames(workloads)} ${isOneWorkload(workloads) ? "names" : "name"} ${holder.name}`,
      ", which does not exist: no pod of it is admitted",
    ),
    score,
    confidence: "certain",
    place,
    hops: places,
    notes: accountsThere(graph, namespace),
    remedies: [...corrected(graph, account), created(account)],
    identity: { subject: holder.identity, object: key },
    cause: `missing ${key}`,
    also: `${workloadNames(workloads)} ${isOneWorkload(workloads) ? "names" : "name"} it too`,
  };
}

function created({ namespace, name, workloads }: RunningAccount): Remedy {
  const edits = workloads
    .slice(0, 1)
    .flatMap(({ accountPlace }) =>
      addDocument(accountPlace, [
        "apiVersion: v1",
        "kind: ServiceAccount",
        "metadata:",
        `  name: ${yamlName(name)}`,
        ...(namespace === appliedNamespace ? [] : [`  namespace: ${yamlName(namespace)}`]),
      ]),
    );
  return { text: `create ServiceAccount ${namespacedName(namespace, name)}, or correct the name`, edits };
}

/** The account that was meant, as far as a slip of the pen tells. */
function corrected(graph: AccessGraph, { namespace, name, workloads }: RunningAccount): readonly Remedy[] {
  const near = nearName(name, indexNames(accountNames(graph, namespace)))?.name;
  if (near === undefined) return [];
  const edits = workloads.map(({ accountPlace }) => replaceScalar(accountPlace, name, yamlName(near)));
  const all = edits.some((some) => some.length === 0) ? [] : edits.flat();
  return [{ text: `name ServiceAccount ${quotable(near)}, if that is the one that is meant`, edits: all }];
}

function accountNames(graph: AccessGraph, namespace: string): readonly string[] {
  const there = graph.inventory.entriesOf("ServiceAccount").filter((entry) => entry.namespace === namespace);
  return [...new Set(there.map(({ object }) => object.meta.name.value))];
}

/** The accounts there are, among which the one that was meant may be. */
function accountsThere(graph: AccessGraph, namespace: string): readonly Note[] {
  const names = accountNames(graph, namespace).map(quotable);
  return names.length === 0 ? [] : [note("note", `its namespace has ${listed(names)}`)];
}

/** The namespaces that hold an account of each name. */
function namespacesOfAccounts(graph: AccessGraph): ReadonlyMap<string, ReadonlySet<string>> {
  const byName = new Map<string, Set<string>>();
  for (const { namespace, object } of graph.inventory.entriesOf("ServiceAccount")) {
    const { value } = object.meta.name;
    const namespaces = byName.get(value);
    if (namespaces === undefined) byName.set(value, new Set([namespace]));
    else namespaces.add(namespace);
  }
  return byName;
}
