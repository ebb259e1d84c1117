import { type KubeadmSettings, withKubeletDefaults } from "@authgraph/kubernetes";
import { type Collected, collectInvocation, report } from "../documents/collected.ts";
import { compareWithType } from "../objects/conformity.ts";
import { quoted } from "../objects/field-error.ts";
import {
  field,
  fieldAt,
  itemsOf,
  type ObjectView,
  place,
  text,
  writtenField,
  writtenText,
} from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { embeddedBase64 } from "./base64-text.ts";
import { embeddedText } from "./embedded-text.ts";
import { collectTokens } from "./kubeadm.ts";
import { controlPlaneOf, type KubeadmOwner, kubeadmSettings, kubeletOf } from "./kubeadm-components.ts";
import {
  type ClusterDocument,
  clusterDocument,
  documentOrigin,
  kubernetesVersion,
  type NodeDocument,
  nodeDocument,
} from "./kubeadm-documents.ts";
import { collectKubelet, kubeletGroupVersion } from "./kubeadm-kubelet.ts";
import { type KubeadmKind, kubeadmType } from "./kubeadm-types.ts";
import type { FamilyReader } from "./read-family.ts";

export const controlPlaneGroup = "controlplane.cluster.x-k8s.io";
export const bootstrapGroup = "bootstrap.cluster.x-k8s.io";

/** Where each kind has what it hands to kubeadm (sigs.k8s.io/cluster-api). */
const specs: Readonly<Record<string, { readonly path: readonly string[]; readonly controlPlane: boolean }>> = {
  KubeadmControlPlane: { path: ["spec", "kubeadmConfigSpec"], controlPlane: true },
  KubeadmControlPlaneTemplate: { path: ["spec", "template", "spec", "kubeadmConfigSpec"], controlPlane: true },
  KubeadmConfig: { path: ["spec"], controlPlane: false },
  KubeadmConfigTemplate: { path: ["spec", "template", "spec"], controlPlane: false },
};

/** Versions of Cluster API, and the version of kubeadm whose form their documents have. */
const forms = { v1alpha4: "v1beta3", v1beta1: "v1beta3", v1beta2: "v1beta4" } as const;
type Version = keyof typeof forms;

/** Takes in what Cluster API hands to kubeadm on the machines that it makes. */
export const readClusterApi: FamilyReader = (collected, view, root, { apiVersion = "", kind = "" }) => {
  const spec = Object.hasOwn(specs, kind) ? specs[kind] : undefined;
  if (spec === undefined) return undefined;
  const written = apiVersion.slice(apiVersion.lastIndexOf("/") + 1);
  if (!isVersion(written)) {
    const message = `no kind ${quoted(kind)} is known of version ${quoted(apiVersion)}: ${Object.keys(forms).join(", ")} are read`;
    report(collected, "error", "unknown-version", message, place(view, writtenField(view.tree, root, "apiVersion")));
    return "refused";
  }
  const handed = fieldAt(view, root, ...spec.path);
  const owner: KubeadmOwner = { name: `${kind} ${nameOf(view, root)}`, installer: "kubeadm" };
  const node = (name: "initConfiguration" | "joinConfiguration"): NodeDocument | undefined => {
    const at = field(view, handed, name);
    const its = name === "initConfiguration" ? "InitConfiguration" : "JoinConfiguration";
    reportRefusal(collected, view, at, written, its);
    return at === 0 ? undefined : nodeDocument(view, at, its);
  };
  const [init, join] = [node("initConfiguration"), node("joinConfiguration")];
  const cluster = clusterOf(collected, view, root, handed, written, spec.controlPlane);
  if (cluster !== undefined) {
    for (const started of controlPlaneOf(cluster, init, owner)) collectInvocation(collected, started);
    for (const mount of cluster.mounts) collected.facts.push({ fact: "mount", mount });
  }
  for (const one of [init, join]) {
    if (one === undefined) continue;
    const name = one === init ? `the first machine of ${owner.name}` : `machines of ${owner.name}`;
    collectInvocation(collected, kubeletOf(cluster, one, { ...owner, name }));
    collectTokens(collected, one);
  }
  if (cluster !== undefined && (init ?? join) !== undefined)
    collectDefaults(collected, kubeadmSettings(cluster, init), cluster);
  collectFiles(collected, view, field(view, handed, "files"));
  return "evaluated";
};

function isVersion(version: string): version is Version {
  return Object.hasOwn(forms, version);
}

/** The ClusterConfiguration of a control plane, which need not write one, or of a machine that does. */
function clusterOf(
  collected: Collected,
  view: ObjectView,
  root: NodeId,
  handed: NodeId,
  version: Version,
  controlPlane: boolean,
): ClusterDocument | undefined {
  const at = field(view, handed, "clusterConfiguration");
  if (at === 0 && !controlPlane) return undefined;
  reportRefusal(collected, view, at, version, "ClusterConfiguration");
  const kubernetes =
    kubernetesVersion(writtenText(view, fieldAt(view, root, "spec", "version"))) ??
    kubernetesVersion(writtenText(view, field(view, at, "kubernetesVersion")));
  return { ...clusterDocument(view, at), version: kubernetes, origin: documentOrigin(view, root) };
}

/** What no API server takes of what is handed on, for the schema of Cluster API. */
function reportRefusal(
  collected: Collected,
  view: ObjectView,
  node: NodeId,
  version: Version,
  kind: KubeadmKind,
): void {
  if (node === 0) return;
  const { error } = compareWithType(view.tree, node, kubeadmType(forms[version], kind));
  if (error === undefined) return;
  report(collected, "error", "configuration-refused", `Cluster API refuses this: ${error.text}`, error);
}

/** The kubelet's configuration as kubeadm fills it in: Cluster API hands on none. */
function collectDefaults(collected: Collected, settings: KubeadmSettings, { origin: at }: ClusterDocument): void {
  collectKubelet(collected, {
    kind: "KubeletConfiguration",
    apiVersion: kubeletGroupVersion,
    origin: at,
    settings: withKubeletDefaults(settings, new Map()),
  });
}

/** Files of the machines whose content stands here; what is compressed or in a Secret is not. */
export function collectFiles(collected: Collected, view: ObjectView, files: NodeId): void {
  for (const file of itemsOf(view, files)) {
    const path = writtenText(view, field(view, file, "path"));
    const encoding = text(view, field(view, file, "encoding"));
    if (encoding !== "" && encoding !== "base64") continue;
    const content = field(view, file, "content");
    const source = encoding === "" ? embeddedText(view, content) : embeddedBase64(view, content);
    if (path === undefined || source === undefined) continue;
    collected.facts.push({ fact: "machine-file", file: { path, source } });
  }
}

function nameOf(view: ObjectView, root: NodeId): string {
  const metadata = field(view, root, "metadata");
  const name = text(view, field(view, metadata, "name"));
  const namespace = text(view, field(view, metadata, "namespace"));
  return namespace === "" ? name : `${namespace}/${name}`;
}
