import { type KubeletConfiguration, type Mount, withKubeletDefaults } from "@authgraph/kubernetes";
import { type Located, located, type PlacedText, type TextOrigin } from "@authgraph/source";
import { type Collected, collectInvocation, report } from "../documents/collected.ts";
import { placedText } from "../documents/pod-invocations.ts";
import { compareWithType } from "../objects/conformity.ts";
import { quoted } from "../objects/field-error.ts";
import { anything, bool, type GoStruct, mapOf, slice, string, struct } from "../objects/go-types.ts";
import { field, itemsOf, type ObjectView, origin, place, text, writtenField } from "../objects/object-view.ts";
import { originOfPlaced } from "../placed-text.ts";
import type { NodeId } from "../reader/tree.ts";
import { generatedDocuments } from "./kind-generated.ts";
import { applyPatches, type KindDocuments } from "./kind-merge.ts";
import { jsonPatches, type KindPatch, mergePatches } from "./kind-patches.ts";
import { collectTokens } from "./kubeadm.ts";
import { controlPlaneOf, type KubeadmOwner, kubeadmSettings, kubeletOf } from "./kubeadm-components.ts";
import { mountsOf } from "./kubeadm-documents.ts";
import { collectKubelet, kubeletGroupVersion } from "./kubeadm-kubelet.ts";
import type { KubeadmVersion } from "./kubeadm-types.ts";
import type { FamilyReader } from "./read-family.ts";

export const kindGroup = "kind.x-k8s.io";
const kindVersion = `${kindGroup}/v1alpha4`;

/** sigs.k8s.io/kind pkg/apis/config/v1alpha4/types.go */
const kindCluster: GoStruct = struct("v1alpha4.Cluster", {
  apiVersion: string,
  kind: string,
  name: string,
  nodes: slice(
    struct("v1alpha4.Node", {
      role: string,
      image: string,
      labels: mapOf(anything),
      extraMounts: slice(
        struct("v1alpha4.Mount", {
          containerPath: string,
          hostPath: string,
          readOnly: bool,
          selinuxRelabel: bool,
          propagation: string,
        }),
      ),
      extraPortMappings: slice(
        struct("v1alpha4.PortMapping", {
          containerPort: anything,
          hostPort: anything,
          listenAddress: string,
          protocol: string,
        }),
      ),
      kubeadmConfigPatches: slice(string),
      kubeadmConfigPatchesJSON6902: slice(anything),
    }),
  ),
  networking: struct("v1alpha4.Networking", {
    ipFamily: string,
    apiServerPort: anything,
    apiServerAddress: string,
    podSubnet: string,
    serviceSubnet: string,
    disableDefaultCNI: bool,
    kubeProxyMode: string,
    dnsSearch: slice(string),
  }),
  featureGates: mapOf(bool),
  runtimeConfig: mapOf(anything),
  kubeadmConfigPatches: slice(string),
  kubeadmConfigPatchesJSON6902: slice(anything),
  containerdConfigPatches: slice(anything),
  containerdConfigPatchesJSON6902: slice(anything),
});

/** Takes in a cluster of kind: the configuration that kind generates for kubeadm, with the patches of the file. */
export const readKind: FamilyReader = (collected, view, root, { apiVersion = "", kind }) => {
  if (kind !== "Cluster") return undefined;
  if (apiVersion !== kindVersion) {
    const message = `no kind "Cluster" is known of version ${quoted(apiVersion)}: ${kindVersion} is read`;
    report(collected, "error", "unknown-version", message, place(view, writtenField(view.tree, root, "apiVersion")));
    return "refused";
  }
  reportRefusals(collected, view, root);
  const nodes = kindNodes(view, root);
  const [first] = nodes.filter(({ role }) => role === "control-plane");
  const version = first?.version;
  const target = kubeadmVersionOf(version?.value);
  const patchesOf = (at: NodeId): readonly KindPatch[] => [
    ...mergePatches(collected, view, field(view, at, "kubeadmConfigPatches"), target),
    ...jsonPatches(collected, view, field(view, at, "kubeadmConfigPatchesJSON6902"), target),
  ];
  const base = applyPatches(generatedDocuments(view, root, version), patchesOf(root));
  const name = text(view, field(view, root, "name")) || "kind";

  const documents = first === undefined ? base : applyPatches(base, patchesOf(first.node));
  const owner: KubeadmOwner = { name: `kind's Cluster ${name}`, installer: "kind" };
  for (const started of controlPlaneOf(documents.cluster, documents.init, owner)) collectInvocation(collected, started);
  const kubelet = { ...owner, name: `node ${name}-control-plane of kind` };
  collectInvocation(collected, kubeletOf(documents.cluster, documents.init, kubelet));
  collectTokens(collected, documents.init);
  collectKubelet(collected, kubeletFile(documents, origin(view, root)));

  const told = new Set<string>();
  const numbers = new Map<string, number>();
  for (const node of nodes) {
    const number = (numbers.get(node.role) ?? 0) + 1;
    numbers.set(node.role, number);
    if (node === first) continue;
    const patches = patchesOf(node.node);
    reportWithoutEffect(collected, patches);
    // Nodes without patches of their own are all alike.
    const likeness = patches.length === 0 ? node.role : `${node.role} ${number}`;
    if (told.has(likeness)) continue;
    told.add(likeness);
    const joined = applyPatches(base, patches);
    const named = { ...owner, name: `node ${name}-${node.role}${number === 1 ? "" : number} of kind` };
    collectInvocation(collected, kubeletOf(joined.cluster, joined.join, named));
  }
  for (const mount of [...documents.cluster.mounts, ...nodes.flatMap(({ mounts }) => mounts)]) {
    collected.facts.push({ fact: "mount", mount });
  }
  return "evaluated";
};

/** kind reads its file strictly. */
function reportRefusals(collected: Collected, view: ObjectView, root: NodeId): void {
  const { error, unknownFields } = compareWithType(view.tree, root, kindCluster);
  if (error !== undefined) {
    report(collected, "error", "configuration-refused", `kind refuses this: ${error.text}`, error);
  }
  for (const unknown of unknownFields) {
    const message = `kind refuses this: field ${quoted(unknown.text)} is not known`;
    report(collected, "error", "configuration-refused", message, unknown);
  }
}

interface KindNode {
  readonly node: NodeId;
  readonly role: string;
  readonly version: Located<string> | undefined;
  readonly mounts: readonly Mount[];
}

/** One control plane where no node is written. */
function kindNodes(view: ObjectView, root: NodeId): readonly KindNode[] {
  const nodes = itemsOf(view, field(view, root, "nodes")).map((node) => {
    const image = placedText(view, field(view, node, "image"));
    return {
      node,
      role: text(view, field(view, node, "role")) || "control-plane",
      version: image && imageVersion(image),
      mounts: mountsOf(view, field(view, node, "extraMounts"), "containerPath"),
    };
  });
  return nodes.length > 0 ? nodes : [{ node: 0, role: "control-plane", version: undefined, mounts: [] }];
}

/** pkg/cluster/internal/kubeadm/config.go: Config */
function kubeadmVersionOf(version: string | undefined): KubeadmVersion | undefined {
  const minor = Number(/^1\.(\d+)/.exec(version ?? "")?.[1] ?? Number.NaN);
  if (Number.isNaN(minor)) return undefined;
  if (minor < 15) return "v1beta1";
  if (minor < 23) return "v1beta2";
  return minor < 36 ? "v1beta3" : "v1beta4";
}

/** `kindest/node:v1.32.0@sha256:…` */
function imageVersion(image: PlacedText): Located<string> | undefined {
  const match = /:v?(1\.\d+(?:\.\d+)?)(?![\d.])/.exec(image.text);
  if (match === null) return undefined;
  const [whole, number = ""] = match;
  const end = match.index + whole.length;
  return located(number, originOfPlaced(image, end - number.length, end));
}

/** The configuration of every kubelet: nodes that join take it from the cluster. */
function kubeletFile({ cluster, kubelet }: KindDocuments, at: TextOrigin): KubeletConfiguration {
  return {
    kind: "KubeletConfiguration",
    apiVersion: kubeletGroupVersion,
    origin: at,
    settings: withKubeletDefaults(kubeadmSettings(cluster, undefined), kubelet),
  };
}

/** Of what a node that joins is given, kubeadm reads its JoinConfiguration alone. */
function reportWithoutEffect(collected: Collected, patches: readonly KindPatch[]): void {
  for (const { target, origin: at } of patches) {
    if (target === "JoinConfiguration") continue;
    const message = `this patch has no effect: a node that joins takes its ${target} from the cluster`;
    collected.diagnostics.push({ id: "patch-ignored", level: "warning", message, origin: at });
  }
}
