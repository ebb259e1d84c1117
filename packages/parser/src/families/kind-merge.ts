import type { Flag, KubeadmEtcd } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import type { KindPatch, PatchOperation, PatchTarget } from "./kind-patches.ts";
import type { ClusterDocument, NodeDocument, SectionOfCluster } from "./kubeadm-documents.ts";

/** The documents that kind hands to kubeadm on one node. */
export interface KindDocuments {
  readonly cluster: ClusterDocument;
  readonly init: NodeDocument;
  readonly join: NodeDocument;
  readonly kubelet: ReadonlyMap<string, Located<string>>;
}

/** Applies patches in their order. */
export function applyPatches(documents: KindDocuments, patches: readonly KindPatch[]): KindDocuments {
  return patches.reduce(applyPatch, documents);
}

function applyPatch(documents: KindDocuments, patch: KindPatch): KindDocuments {
  switch (patch.kind) {
    case "kubelet":
      return { ...documents, kubelet: new Map([...documents.kubelet, ...patch.settings]) };
    case "operations":
      return patch.operations.reduce((all, operation) => applyOperation(all, patch.target, operation), documents);
    case "document": {
      const { document, listed } = patch;
      switch (document.kind) {
        case "ClusterConfiguration":
          return { ...documents, cluster: mergeClusters(documents.cluster, document, listed) };
        case "InitConfiguration":
          return { ...documents, init: mergeNodes(documents.init, document, listed) };
        case "JoinConfiguration":
          return { ...documents, join: mergeNodes(documents.join, document, listed) };
      }
    }
  }
}

function mergeClusters(base: ClusterDocument, patch: ClusterDocument, listed: boolean): ClusterDocument {
  const merged = (name: keyof ClusterDocument["sections"]): SectionOfCluster =>
    mergeSections(base.sections[name], patch.sections[name], listed);
  return {
    kind: base.kind,
    origin: base.origin,
    version: patch.version ?? base.version,
    certificatesDir: patch.certificatesDir ?? base.certificatesDir,
    clusterName: patch.clusterName ?? base.clusterName,
    dnsDomain: patch.dnsDomain ?? base.dnsDomain,
    serviceSubnet: patch.serviceSubnet ?? base.serviceSubnet,
    podSubnet: patch.podSubnet ?? base.podSubnet,
    etcd: mergeEtcd(base.etcd, patch.etcd),
    sections: {
      apiServer: merged("apiServer"),
      controllerManager: merged("controllerManager"),
      scheduler: merged("scheduler"),
      etcd: merged("etcd"),
    },
    mounts: [...base.mounts, ...patch.mounts],
  };
}

function mergeEtcd(base: KubeadmEtcd, patch: KubeadmEtcd): KubeadmEtcd {
  if (patch.kind === "external" || base.kind === "external") return patch.kind === "external" ? patch : base;
  return {
    kind: "local",
    dataDir: patch.dataDir ?? base.dataDir,
    advertiseClientUrls: patch.advertiseClientUrls ?? base.advertiseClientUrls,
  };
}

function mergeNodes(base: NodeDocument, patch: NodeDocument, listed: boolean): NodeDocument {
  return {
    ...base,
    kubelet: mergeSections(base.kubelet, patch.kubelet, listed),
    nodeName: patch.nodeName ?? base.nodeName,
    advertiseAddress: patch.advertiseAddress ?? base.advertiseAddress,
    bindPort: patch.bindPort ?? base.bindPort,
    tokens: patch.tokens.length > 0 ? patch.tokens : base.tokens,
  };
}

function mergeSections(base: SectionOfCluster, patch: SectionOfCluster, listed: boolean): SectionOfCluster {
  const all = listed
    ? [...base.arguments, ...patch.arguments]
    : [...without(base.arguments, patch.arguments), ...patch.arguments];
  return { origin: patch.origin ?? base.origin, arguments: all };
}

function without(flags: readonly Flag[], others: readonly Flag[]): readonly Flag[] {
  const names = new Set(others.map(({ name }) => name));
  return flags.filter(({ name }) => !names.has(name));
}

function applyOperation(documents: KindDocuments, target: PatchTarget, operation: PatchOperation): KindDocuments {
  switch (target) {
    case "KubeletConfiguration":
      return { ...documents, kubelet: changedSettings(documents.kubelet, operation) };
    case "ClusterConfiguration": {
      const { cluster } = documents;
      const [first = "", second = ""] = operation.path;
      const name = first === "etcd" && second === "local" ? "etcd" : sectionNames.find((one) => one === first);
      if (name === undefined) return documents;
      const rest = operation.path.slice(name === "etcd" ? 2 : 1);
      if (rest[0] !== "extraArgs") return documents;
      const section = changedSection(cluster.sections[name], operation, rest.slice(1));
      return { ...documents, cluster: { ...cluster, sections: { ...cluster.sections, [name]: section } } };
    }
    case "InitConfiguration":
      return { ...documents, init: changedNode(documents.init, operation) };
    case "JoinConfiguration":
      return { ...documents, join: changedNode(documents.join, operation) };
  }
}

const sectionNames = ["apiServer", "controllerManager", "scheduler"] as const;

function changedNode(node: NodeDocument, operation: PatchOperation): NodeDocument {
  const [first, second, ...rest] = operation.path;
  if (first !== "nodeRegistration" || second !== "kubeletExtraArgs") return node;
  return { ...node, kubelet: changedSection(node.kubelet, operation, rest) };
}

/** `rest` is the path below the arguments: nothing for all of them, a name in a map, an index or `-` in a list. */
function changedSection(
  section: SectionOfCluster,
  { removes, value, arguments: given }: PatchOperation,
  [name, ...deeper]: readonly string[],
): SectionOfCluster {
  if (deeper.length > 0) return section;
  if (name === undefined) return { ...section, arguments: removes ? [] : given };
  if (/^(?:-|\d+)$/.test(name)) {
    return removes ? section : { ...section, arguments: [...section.arguments, ...given] };
  }
  const others = section.arguments.filter((flag) => flag.name !== name);
  if (removes || value === undefined) return { ...section, arguments: others };
  const flag: Flag = { name, value: value.value, origin: value.origin, unresolved: false };
  return { ...section, arguments: [...others, flag] };
}

function changedSettings(
  settings: ReadonlyMap<string, Located<string>>,
  { removes, path, value, below }: PatchOperation,
): ReadonlyMap<string, Located<string>> {
  const name = path.join(".");
  const changed = new Map([...settings].filter(([key]) => key !== name && !key.startsWith(`${name}.`)));
  if (removes) return changed;
  if (value !== undefined) changed.set(name, value);
  for (const [key, scalar] of below) changed.set(`${name}.${key}`, scalar);
  return changed;
}
