import { type AccessGraph, type Entry, nearest } from "@authgraph/graph";
import { type ServiceAccount, serviceAccountUserName, userKey, type Workload } from "@authgraph/kubernetes";
import type { Located, Origin } from "@authgraph/source";
import { weakerConfidence } from "./rating.ts";
import type { Confidence } from "./risk.ts";
import { isForApiServer } from "./token-audiences.ts";
import { listed, namespacedName, quotable } from "./wording.ts";

/** A workload whose pods run as a ServiceAccount. */
export interface RunningWorkload {
  readonly entry: Entry<Workload>;
  /** Of the object: `Deployment`, `CronJob`, `Pod`, … */
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** Name of the account; `default` where it names none. */
  readonly account: string;
  /** Key of the account in the graph. */
  readonly key: string;
  /** Whether its containers find a token of the account that the API server accepts: mounted by itself, or asked for. */
  readonly getsToken: boolean;
  /** Whether one is mounted by itself. */
  readonly automounts: boolean;
  /** A kubelet runs it from a file: it can name no account and gets no token. */
  readonly static: boolean;
  /** `likely` where an account that is not among the inputs is taken to say nothing, `possible` where its definitions disagree. */
  readonly confidence: Confidence;
  /** What decides it: the pod's field, the account's, or nothing (which means a token). */
  readonly automount: Located<boolean> | undefined;
  /** Where the account is named; the workload's own name where it is not. */
  readonly accountPlace: Origin;
}

/** An account and the workloads that run as it in its namespace. */
export interface RunningAccount {
  readonly namespace: string;
  readonly name: string;
  /** Its key in the graph. */
  readonly key: string;
  /** Its definitions; none where the inputs hold no object of it. */
  readonly objects: readonly Entry<ServiceAccount>[];
  /** In the order of their keys and paths, never empty. */
  readonly workloads: readonly RunningWorkload[];
}

/** The account of pods that name none (plugin/pkg/admission/serviceaccount: DefaultServiceAccountName). */
export const defaultAccount = "default";

/** Every workload of the inputs that runs pods, and as whom. */
export function workloadsOf(graph: AccessGraph): readonly RunningWorkload[] {
  return runningIn(graph).workloads;
}

/** The accounts that pods of a namespace run as, by name. */
export function accountsRunningIn(graph: AccessGraph, namespace: string): readonly RunningAccount[] {
  return runningIn(graph).byNamespace.get(namespace) ?? [];
}

/** Every account that some pod runs as, by namespace and name. */
export function runningAccounts(graph: AccessGraph): readonly RunningAccount[] {
  return [...runningIn(graph).byNamespace.values()].flat();
}

/** `Deployment web/api`. */
export function workloadName({ kind, namespace, name }: RunningWorkload): string {
  return `${quotable(kind)} ${namespacedName(namespace, name)}`;
}

/** `Deployment web/api`, `Deployment web/api and CronJob web/sweep`: the same object of several files once. */
export function workloadNames(workloads: readonly RunningWorkload[], atMost: number = 2): string {
  return listed([...new Set(workloads.map(workloadName))], atMost);
}

/** Whether they are one object, which several files may hold: `runs`, not `run`. */
export function isOneWorkload(workloads: readonly RunningWorkload[]): boolean {
  return new Set(workloads.map(({ entry }) => entry.key)).size === 1;
}

interface Running {
  readonly workloads: readonly RunningWorkload[];
  readonly byNamespace: ReadonlyMap<string, readonly RunningAccount[]>;
}

const known = new WeakMap<AccessGraph, Running>();

function runningIn(graph: AccessGraph): Running {
  let running = known.get(graph);
  if (running === undefined) {
    running = searchWorkloads(graph);
    known.set(graph, running);
  }
  return running;
}

function searchWorkloads(graph: AccessGraph): Running {
  const { inventory } = graph;
  const accounts = new Map<string, Entry<ServiceAccount>[]>();
  for (const entry of inventory.entriesOf("ServiceAccount")) {
    append(accounts, `${entry.namespace}/${entry.object.meta.name.value}`, entry);
  }
  const workloads: RunningWorkload[] = [];
  const byAccount = new Map<string, RunningWorkload[]>();
  for (const entry of inventory.entriesOf("Workload")) {
    if (!runsPods(entry.object)) continue;
    const account = entry.object.pod.serviceAccountName?.value ?? defaultAccount;
    const workload = runningWorkload(graph, entry, account, accounts.get(`${entry.namespace}/${account}`) ?? []);
    workloads.push(workload);
    append(byAccount, `${entry.namespace}/${account}`, workload);
  }

  const byNamespace = new Map<string, RunningAccount[]>();
  for (const path of [...byAccount.keys()].sort()) {
    const its = byAccount.get(path) ?? [];
    const [first] = its;
    if (first === undefined) continue;
    const { namespace, account: name, key } = first;
    append(byNamespace, namespace, { namespace, name, key, objects: accounts.get(path) ?? [], workloads: its });
  }
  return { workloads, byNamespace };
}

/** A PodTemplate object runs nothing by itself. */
function runsPods({ resourceKind }: Workload): boolean {
  return resourceKind !== "PodTemplate";
}

function runningWorkload(
  graph: AccessGraph,
  entry: Entry<Workload>,
  account: string,
  objects: readonly Entry<ServiceAccount>[],
): RunningWorkload {
  const { namespace, object } = entry;
  const isStatic = isStaticPod(graph, entry);
  const mounted = isStatic ? notMounted : automountOf(entry, objects);
  const asksForOne = !isStatic && object.pod.projectedTokens?.some((token) => isForApiServer(graph, token)) === true;
  return {
    entry,
    kind: object.resourceKind,
    name: object.meta.name.value,
    namespace,
    account,
    key: userKey(serviceAccountUserName(namespace, account)),
    static: isStatic,
    ...mounted,
    getsToken: mounted.automounts || asksForOne,
    confidence: asksForOne ? "certain" : mounted.confidence,
    accountPlace: object.pod.serviceAccountName?.origin ?? object.meta.name.origin,
  };
}

/** The annotation of what a kubelet runs from its own files (pkg/apis/core: MirrorPodAnnotationKey). */
const mirrorAnnotation = "kubernetes.io/config.mirror";

/** Whether a Pod is one that kubelets run from a file: it says so, kubeadm's label does, or it starts the control plane. */
function isStaticPod({ inventory }: AccessGraph, { object, namespace, path }: Entry<Workload>): boolean {
  if (object.resourceKind !== "Pod") return false;
  const { annotations, labels } = object.meta;
  if (annotations.has(mirrorAnnotation)) return true;
  if (namespace === "kube-system" && labels.get("tier")?.value === "control-plane") return true;
  return inventory.invocations.some((placed) => placed.path === path && isWithin(placed.value.origin, object.origin));
}

function isWithin(inner: Origin, outer: Origin): boolean {
  if (inner.kind !== "text" || outer.kind !== "text") return false;
  return inner.source === outer.source && outer.start <= inner.start && inner.end <= outer.end;
}

const notMounted = { automounts: false, confidence: "certain", automount: undefined } as const;

/**
 * Whether the ServiceAccount admission plugin mounts a token: the pod's word, else the account's, else yes
 * (plugin/pkg/admission/serviceaccount: shouldAutomount).
 */
function automountOf(
  { object, path }: Entry<Workload>,
  objects: readonly Entry<ServiceAccount>[],
): Pick<RunningWorkload, "automounts" | "confidence" | "automount"> {
  const ofPod = object.pod.automountServiceAccountToken;
  if (ofPod !== undefined) return { automounts: ofPod.value, confidence: "certain", automount: ofPod };

  const meant = nearest(objects, path);
  const said = meant.map((account) => account.object.automountServiceAccountToken);
  const mounts = said.filter((automount) => automount?.value !== false).length;
  const disagree: Confidence = mounts > 0 && mounts < said.length ? "possible" : "certain";
  return {
    automounts: said.length === 0 || mounts > 0,
    confidence: weakerConfidence(said.length === 0 ? "likely" : "certain", disagree),
    automount: said.find((automount) => (automount?.value !== false) === mounts > 0),
  };
}

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
