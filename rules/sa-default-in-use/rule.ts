import {
  addDocument,
  addField,
  appliedNamespace,
  type Check,
  defaultAccount,
  fitTitle,
  hop,
  isOneWorkload,
  type Remedy,
  type Risk,
  type RunningAccount,
  type RunningWorkload,
  replaceScalar,
  runningAccounts,
  serviceAccountHolder,
  workloadNames,
  yamlName,
} from "@authgraph/rules";

/** A habit, worth something on the day that somebody binds `default`; what is bound has rules of its own. */
const score = 1.0;

/** How many workloads are pointed at; the others are counted. */
const workloadsShown = 3;

export const check: Check = function* ({ graph }) {
  for (const account of runningAccounts(graph)) {
    if (account.name !== defaultAccount) continue;
    const workloads = account.workloads.filter((workload) => !workload.static);
    if (workloads.length > 0) yield defaultRisk(account, workloads);
  }
};

function defaultRisk({ namespace, name, key }: RunningAccount, workloads: readonly RunningWorkload[]): Risk {
  const holder = serviceAccountHolder(namespace, name);
  const places = workloads.slice(0, workloadsShown).map(({ accountPlace, entry }) => {
    const named = entry.object.pod.serviceAccountName !== undefined;
    return hop(accountPlace, named ? "the account of everybody" : "names no account, so it is default");
  });
  const [place = hop({ kind: "built-in", of: "no workload" }, "")] = places;
  return {
    ruleId: "sa-default-in-use",
    title: fitTitle(
      `${workloadNames(workloads)} ${isOneWorkload(workloads) ? "runs" : "run"} as the ServiceAccount default`,
    ),
    score,
    confidence: "certain",
    place,
    hops: places,
    notes: [],
    remedies: [withOwnAccounts(workloads)],
    identity: { subject: holder.identity, object: key },
    cause: `in use ${key}`,
    also: `${workloadNames(workloads)} ${isOneWorkload(workloads) ? "runs" : "run"} as it`,
  };
}

/** An account for each, called like it. */
function withOwnAccounts(workloads: readonly RunningWorkload[]): Remedy {
  const edits = workloads.map(({ entry, name, namespace }) => {
    const { serviceAccountName, origin } = entry.object.pod;
    if (entry.object.meta.generated) return [];
    const named =
      serviceAccountName === undefined
        ? addField(origin, "serviceAccountName", yamlName(name))
        : replaceScalar(serviceAccountName.origin, serviceAccountName.value, name);
    const created = addDocument(origin, [
      "apiVersion: v1",
      "kind: ServiceAccount",
      "metadata:",
      `  name: ${yamlName(name)}`,
      ...(namespace === appliedNamespace ? [] : [`  namespace: ${yamlName(namespace)}`]),
    ]);
    return named.length === 0 || created.length === 0 ? [] : [...named, ...created];
  });
  return {
    text: "give each workload a ServiceAccount of its own",
    edits: edits.some((some) => some.length === 0) ? [] : edits.flat(),
  };
}
