import {
  type Component,
  type ComponentInvocation,
  type Flag,
  type Installer,
  type KubeadmSettings,
  kubeadmCommand,
} from "@authgraph/kubernetes";
import type { Origin } from "@authgraph/source";
import type { ClusterDocument, NodeDocument, Section } from "./kubeadm-documents.ts";

/** What describes the components, for people, and what starts them. */
export interface KubeadmOwner {
  /** Read after the component: `kube-apiserver of …`. */
  readonly name: string;
  readonly installer: Installer;
}

const sectionComponents: readonly (readonly [Section, Component])[] = [
  ["apiServer", "kube-apiserver"],
  ["controllerManager", "kube-controller-manager"],
  ["scheduler", "kube-scheduler"],
  ["etcd", "etcd"],
];

/** The static pods that kubeadm makes of a ClusterConfiguration, on the machine of an InitConfiguration if there is one. */
export function controlPlaneOf(
  cluster: ClusterDocument,
  init: NodeDocument | undefined,
  owner: KubeadmOwner,
): readonly ComponentInvocation[] {
  const settings = kubeadmSettings(cluster, init);
  return sectionComponents.flatMap(([section, component]) => {
    if (component === "etcd" && cluster.etcd.kind === "external") return [];
    const { origin, arguments: written } = cluster.sections[section];
    const flags = kubeadmCommand(component, settings, written);
    return [invocation(component, owner, origin ?? cluster.origin, cluster, flags)];
  });
}

/** The kubelet that kubeadm starts on the machine of an InitConfiguration or JoinConfiguration. */
export function kubeletOf(
  cluster: ClusterDocument | undefined,
  node: NodeDocument,
  owner: KubeadmOwner,
): ComponentInvocation {
  const settings = kubeadmSettings(cluster, node);
  const flags = kubeadmCommand("kubelet", settings, node.kubelet.arguments);
  return invocation("kubelet", owner, node.kubelet.origin ?? node.origin, cluster, flags);
}

/** A kubelet of which no document says more than its configuration file. */
export function plainKubelet(
  cluster: ClusterDocument | undefined,
  origin: Origin,
  owner: KubeadmOwner,
): ComponentInvocation {
  return invocation(
    "kubelet",
    owner,
    origin,
    cluster,
    kubeadmCommand("kubelet", kubeadmSettings(cluster, undefined), []),
  );
}

export function kubeadmSettings(cluster: ClusterDocument | undefined, node: NodeDocument | undefined): KubeadmSettings {
  return {
    version: cluster?.version?.value,
    certificatesDir: cluster?.certificatesDir,
    clusterName: cluster?.clusterName,
    dnsDomain: cluster?.dnsDomain,
    serviceSubnet: cluster?.serviceSubnet,
    podSubnet: cluster?.podSubnet,
    advertiseAddress: node?.advertiseAddress,
    bindPort: node?.bindPort,
    nodeName: node?.nodeName,
    etcd: cluster?.etcd ?? { kind: "local", dataDir: undefined, advertiseClientUrls: undefined },
  };
}

function invocation(
  component: Component,
  { name, installer }: KubeadmOwner,
  origin: Origin,
  cluster: ClusterDocument | undefined,
  flags: readonly Flag[],
): ComponentInvocation {
  // Etcd has versions of its own.
  const version = component === "etcd" ? undefined : cluster?.version;
  return { component, instance: `${component} of ${name}`, origin, version, flags, installer, positional: [] };
}
