import type { BoundPod, KubernetesObject } from "@authgraph/kubernetes";
import { byText } from "../order.ts";
import type { Entry, Inventory, NodeRelation, NodeRelations, Vertex } from "../types.ts";

// plugin/pkg/auth/authorizer/node/graph.go. All edges point towards nodes: what a Pod uses to the Pod, the Pod to its
// node; a PersistentVolume to the claim it is bound to, the Secrets it needs to the volume.

/** `Secret web/db-pass`; the namespace is empty for cluster-scoped kinds. */
export function vertex(kind: string, namespace: string, name: string): Vertex {
  return `${kind} ${namespace}/${name}`;
}

/** Ties together everything that the inventory's Pods, volumes and attachments say about nodes. */
export function nodeRelations(inventory: Inventory): NodeRelations {
  const edges = new Map<Vertex, Map<Vertex, boolean>>();
  const absentAccount = inventory.complete ? undefined : defaultAccount;
  for (const variants of definitions(inventory)) {
    const said = variants.map((entry) => edgesOf(entry, absentAccount));
    for (const [from, to] of said.flat()) {
      const known = edges.get(from) ?? new Map<Vertex, boolean>();
      edges.set(from, known);
      const certain = said.length === 1 || said.every((one) => one.some((edge) => edge[0] === from && edge[1] === to));
      known.set(to, certain || known.get(to) === true);
    }
  }
  return { nodes: nodesIn(edges), relation: (from, node) => relation(edges, from, vertex("Node", "", node)) };
}

type NodeObject = Extract<
  KubernetesObject,
  { kind: "Workload" | "PersistentVolume" | "VolumeAttachment" | "ResourceSlice" | "PodCertificateRequest" }
>;
type Edge = readonly [from: Vertex, to: Vertex];
type Edges = ReadonlyMap<Vertex, ReadonlyMap<Vertex, boolean>>;

/** Objects that add edges, all definitions of each together: they stand side by side. */
function definitions(inventory: Inventory): readonly (readonly Entry<NodeObject>[])[] {
  const grouped: Entry<NodeObject>[][] = [];
  for (const kind of nodeObjectKinds) {
    for (const entry of inventory.entriesOf(kind)) {
      const group = grouped.at(-1);
      if (group?.[0]?.key === entry.key) group.push(entry);
      else grouped.push([entry]);
    }
  }
  return grouped;
}

const nodeObjectKinds = [
  "Workload",
  "PersistentVolume",
  "VolumeAttachment",
  "ResourceSlice",
  "PodCertificateRequest",
] as const satisfies readonly NodeObject["kind"][];

function edgesOf(entry: Entry<NodeObject>, absentAccount: string | undefined): readonly Edge[] {
  const { object, namespace } = entry;
  switch (object.kind) {
    case "Workload": {
      const account = object.pod.serviceAccountName?.value ?? absentAccount;
      return object.boundPod === undefined ? [] : podEdges(entry, object.boundPod, account);
    }
    case "PersistentVolume": {
      if (object.claim === undefined) return [];
      const volume = vertex("PersistentVolume", "", object.meta.name.value);
      const claim = vertex("PersistentVolumeClaim", object.claim.namespace, object.claim.name.value);
      const secrets = object.secrets.map(
        (secret): Edge => [vertex("Secret", secret.namespace, secret.name.value), volume],
      );
      return [[volume, claim], ...secrets];
    }
    case "VolumeAttachment":
    case "ResourceSlice":
    case "PodCertificateRequest": {
      if (object.nodeName === undefined) return [];
      const { name } = object.meta;
      return [[vertex(object.kind, namespace, name.value), vertex("Node", "", object.nodeName.value)]];
    }
  }
}

const mirrorAnnotation = "kubernetes.io/config.mirror";

function podEdges(
  { object, namespace, key }: Entry<NodeObject>,
  bound: BoundPod,
  account: string | undefined,
): readonly Edge[] {
  // Nobody can ask for a Pod whose name the server makes up, but what it uses is tied to the node all the same.
  const pod = vertex("Pod", namespace, object.meta.generated ? key : object.meta.name.value);
  const onNode: Edge = [pod, vertex("Node", "", bound.nodeName.value)];
  // A kubelet creates its mirror pods itself, and so could give itself anything.
  if (object.meta.annotations.has(mirrorAnnotation)) return [onNode];
  const uses = (kind: string, names: readonly { readonly value: string }[]): readonly Edge[] =>
    names.map(({ value }) => [vertex(kind, namespace, value), pod]);
  return [
    onNode,
    ...uses("ServiceAccount", account === undefined ? [] : [{ value: account }]),
    ...uses("Secret", bound.secrets),
    ...uses("ConfigMap", bound.configMaps),
    ...uses("PersistentVolumeClaim", bound.persistentVolumeClaims),
    ...uses("ResourceClaim", bound.resourceClaims),
  ];
}

/**
 * What the admission plugin ServiceAccount, on by default, puts into a Pod that names no account. Inputs that are all
 * there is have Pods as they are stored, after admission.
 */
const defaultAccount = "default";

function nodesIn(edges: Edges): readonly string[] {
  const nodes = new Set<string>();
  const prefix = vertex("Node", "", "");
  for (const targets of edges.values()) {
    for (const to of targets.keys()) if (to.startsWith(prefix)) nodes.add(to.slice(prefix.length));
  }
  return [...nodes].sort(byText);
}

function relation(edges: Edges, from: Vertex, node: Vertex): NodeRelation {
  const certain = path(edges, from, node, true);
  if (certain !== undefined) return { related: "yes", through: certain };
  const possible = path(edges, from, node, false);
  return possible === undefined ? { related: "no" } : { related: "maybe", through: possible };
}

/** What stands between the two; undefined where there is no way. No way is longer than Secret, volume, claim, Pod, node. */
function path(edges: Edges, from: Vertex, node: Vertex, onlyCertain: boolean): readonly Vertex[] | undefined {
  for (const [to, certain] of edges.get(from) ?? []) {
    if (onlyCertain && !certain) continue;
    if (to === node) return [];
    const rest = path(edges, to, node, onlyCertain);
    if (rest !== undefined) return [to, ...rest];
  }
  return undefined;
}
