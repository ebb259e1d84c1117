import type { DistributionSetting, DistributionSettings } from "@authgraph/kubernetes";
import { type Located, located } from "@authgraph/source";
import { field, fieldAt, itemsOf, type ObjectView, origin, text } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { collectFiles } from "./cluster-api.ts";
import type { FamilyReader } from "./read-family.ts";

/** Where a setting of k3s or RKE2 stands in what Cluster API's providers for them take. */
type SettingPaths = readonly (readonly [key: string, path: readonly string[]])[];

/** rancher/cluster-api-provider-rke2 {controlplane,bootstrap}/api: RKE2ServerConfig, RKE2AgentConfig. */
const rke2Paths: SettingPaths = [
  ["kube-apiserver-arg", ["serverConfig", "kubeAPIServer", "extraArgs"]],
  ["kube-controller-manager-arg", ["serverConfig", "kubeControllerManager", "extraArgs"]],
  ["kube-scheduler-arg", ["serverConfig", "kubeScheduler", "extraArgs"]],
  ["etcd-arg", ["serverConfig", "etcd", "customConfig", "extraArgs"]],
  ["cluster-domain", ["serverConfig", "clusterDomain"]],
  ["kubelet-arg", ["agentConfig", "kubelet", "extraArgs"]],
  ["data-dir", ["agentConfig", "dataDir"]],
  ["pod-security-admission-config-file", ["agentConfig", "podSecurityAdmissionConfigFile"]],
  ["profile", ["agentConfig", "cisProfile"]],
  ["protect-kernel-defaults", ["agentConfig", "protectKernelDefaults"]],
];

/** k3s-io/cluster-api-k3s bootstrap/api: KThreesServerConfig, KThreesAgentConfig. */
const k3sPaths: SettingPaths = [
  ["kube-apiserver-arg", ["serverConfig", "kubeAPIServerArg"]],
  ["kube-apiserver-arg", ["serverConfig", "kubeAPIServerArgs"]],
  ["kube-controller-manager-arg", ["serverConfig", "kubeControllerManagerArgs"]],
  ["kube-scheduler-arg", ["serverConfig", "kubeSchedulerArgs"]],
  ["cluster-domain", ["serverConfig", "clusterDomain"]],
  ["kubelet-arg", ["agentConfig", "kubeletArgs"]],
];

/** Reads the control planes and machines of k3s and RKE2 that Cluster API sets up, and templates of them. */
export const readK3sClusterApi: FamilyReader = (collected, view, root, { kind = "" }, _around) => {
  const match = /^(RKE2|KThrees)(ControlPlane|Config)(Template)?$/.exec(kind);
  if (match === null) return undefined;
  const outer = field(view, root, "spec");
  const spec = match[3] === undefined ? outer : fieldAt(view, outer, "template", "spec");
  const isRke2 = match[1] === "RKE2";
  const isServer = match[2] === "ControlPlane";
  const own = isRke2 ? spec : isServer ? field(view, spec, "kthreesConfigSpec") : spec;
  const metadata = field(view, root, "metadata");
  const settings: DistributionSettings = {
    installer: isRke2 ? "rke2" : "k3s",
    role: isServer ? "server" : "agent",
    layer: "command-line",
    configuration: undefined,
    name: `${kind} ${text(view, field(view, metadata, "name"))}`,
    origin: origin(view, field(view, root, "kind")),
    version:
      versionOf(view, field(view, spec, "version")) ?? versionOf(view, fieldAt(view, spec, "agentConfig", "version")),
    settings: (isRke2 ? rke2Paths : k3sPaths).flatMap(([key, path]) =>
      settingsAt(view, key, fieldAt(view, own, ...path)),
    ),
    unresolved: [],
  };
  collected.facts.push({ fact: "distribution", settings });
  collectFiles(collected, view, field(view, own, "files"));
  return "evaluated";
};

function settingsAt(view: ObjectView, key: string, node: NodeId): readonly DistributionSetting[] {
  const { tree } = view;
  if (node === 0) return [];
  const items = tree.kind(node) === "sequence" ? itemsOf(view, node) : [node];
  return items.flatMap((item) => {
    const kind = tree.kind(item);
    if (kind === "mapping" || kind === "sequence") return [];
    return [{ key, adds: false, value: located(tree.scalar(item), origin(view, item)) }];
  });
}

function versionOf(view: ObjectView, node: NodeId): Located<string> | undefined {
  const number = /^v?(1\.\d+\.\d+)/.exec(text(view, node))?.[1];
  return number === undefined ? undefined : located(number, origin(view, node));
}
