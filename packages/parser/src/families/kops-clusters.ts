import {
  type Component,
  type ComponentInvocation,
  type DefaultFlag,
  type Flag,
  kopsAdmissionPlugins,
  kopsEncryptionConfig,
  kopsFlags,
} from "@authgraph/kubernetes";
import { type Located, located, type Origin } from "@authgraph/source";
import { type Collected, collectInvocation } from "../documents/collected.ts";
import { withInstallersFlags } from "./installer-flags.ts";
import type { KopsDocument, KopsSection, KopsSectionFlags } from "./kops.ts";

type Cluster = Extract<KopsDocument, { kind: "Cluster" }>;
type Group = Extract<KopsDocument, { kind: "InstanceGroup" }>;

/** Makes of kops' documents in a text what they start: the control plane, and kubelets that differ from each other. */
export function finishKops(collected: Collected): void {
  const documents = collected.kops.splice(0);
  const clusters = documents.filter((one): one is Cluster => one.kind === "Cluster");
  for (const cluster of clusters) {
    for (const [component, section] of controlPlane) {
      collectInvocation(collected, invocationOf(cluster, component, cluster.sections.get(section)));
    }
    const { sections } = cluster;
    const nodes = sections.get("kubelet");
    const masters = sections.get("masterKubelet");
    collectInvocation(collected, kubelet(cluster, `kops Cluster ${cluster.name}`, nodes, undefined));
    if (masters !== undefined) {
      const instance = `the control plane of kops Cluster ${cluster.name}`;
      collectInvocation(collected, kubelet(cluster, instance, nodes, masters));
    }
  }
  for (const group of documents.filter((one): one is Group => one.kind === "InstanceGroup")) {
    const cluster = clusters.find(({ name }) => name === group.cluster);
    collectInvocation(collected, kubeletOfGroup(cluster, group));
  }
}

const controlPlane: readonly (readonly [Component, KopsSection])[] = [
  ["kube-apiserver", "kubeAPIServer"],
  ["kube-controller-manager", "kubeControllerManager"],
  ["kube-scheduler", "kubeScheduler"],
];

function invocationOf(
  cluster: Cluster,
  component: Component,
  section: KopsSectionFlags | undefined,
): ComponentInvocation {
  const written = [...(component === "kube-apiserver" ? serverFlags(cluster, section) : []), ...(section?.flags ?? [])];
  return {
    component,
    instance: `${component} of kops Cluster ${cluster.name}`,
    origin: section?.origin ?? cluster.origin,
    version: cluster.version,
    positional: [],
    ...withInstallersFlags("kops", ownFlags(cluster, component, written), written),
  };
}

/** What a field of the API server does not say, and other parts of the cluster do. */
function serverFlags(cluster: Cluster, section: KopsSectionFlags | undefined): readonly Flag[] {
  const names = new Set(section?.flags.map(({ name }) => name));
  const { appendedPlugins, further, encrypts } = cluster;
  const plugins = appendedPlugins.map((plugin): Flag => {
    return { name: "enable-admission-plugins", value: plugin.value, origin: plugin.origin, unresolved: false };
  });
  const own: Flag[] = [];
  const origin = { kind: "built-in", of: "kops' own flags" } as const;
  if (names.has("service-account-issuer") && !cluster.namesIssuer) {
    const value = `https://api.internal.${cluster.name}`;
    own.push({ name: "service-account-issuer", value, origin, unresolved: false });
    names.delete("service-account-issuer");
  }
  if (plugins.length > 0 && !names.has("enable-admission-plugins")) {
    own.push({ name: "enable-admission-plugins", value: kopsAdmissionPlugins, origin, unresolved: false });
  }
  if (encrypts !== undefined) {
    const name = "encryption-provider-config";
    own.push({ name, value: kopsEncryptionConfig, origin: encrypts, unresolved: false });
  }
  return [...[...own, ...further].filter(({ name }) => !names.has(name)), ...plugins];
}

function ownFlags(
  { name, serviceCidr, hasEventsEtcd }: Cluster,
  component: Component,
  written: readonly Flag[],
): readonly DefaultFlag[] {
  const own = kopsFlags(component, {
    clusterName: name,
    serviceCidr: serviceCidr ?? "100.64.0.0/13",
    hasEventsEtcd,
  });
  if (component !== "kube-apiserver") return own;
  // The keys are published under the issuer; further issuers do not take the place of the first.
  const issuer = written.find((flag) => flag.name === "service-account-issuer")?.value;
  return own.map(([flag, value]): readonly [string, string] => [
    flag,
    flag === "service-account-jwks-uri" && issuer !== undefined ? `${issuer}/openid/v1/jwks` : value,
  ]);
}

function kubelet(
  cluster: Cluster | undefined,
  owner: string,
  nodes: KopsSectionFlags | undefined,
  over: KopsSectionFlags | undefined,
): ComponentInvocation {
  const replaced = new Set(over?.flags.map(({ name }) => name));
  const written = [...(nodes?.flags ?? []).filter(({ name }) => !replaced.has(name)), ...(over?.flags ?? [])];
  const own = kopsFlags("kubelet", { clusterName: "", serviceCidr: "", hasEventsEtcd: false });
  const origin: Origin = over?.origin ?? nodes?.origin ?? cluster?.origin ?? { kind: "built-in", of: "kops" };
  return {
    component: "kubelet",
    instance: `kubelet of ${owner}`,
    origin,
    version: cluster?.version,
    positional: [],
    ...withInstallersFlags("kops", own, written),
  };
}

function kubeletOfGroup(cluster: Cluster | undefined, group: Group): ComponentInvocation {
  const { sections } = cluster ?? { sections: new Map<KopsSection, KopsSectionFlags>() };
  const nodes = sections.get("kubelet");
  const masters = group.isControlPlane ? sections.get("masterKubelet") : undefined;
  const both =
    masters === undefined ? nodes : { origin: masters.origin, flags: [...(nodes?.flags ?? []), ...masters.flags] };
  const invocation = kubelet(cluster, `kops InstanceGroup ${group.name}`, both, group.kubelet);
  if (cluster !== undefined) return invocation;
  const rest: Located<string> = located("the Cluster of the InstanceGroup", group.kubelet.origin);
  return { ...invocation, unresolved: [rest] };
}
