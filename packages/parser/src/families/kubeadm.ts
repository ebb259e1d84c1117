import { type Collected, collectInvocation, report } from "../documents/collected.ts";
import { compareWithType } from "../objects/conformity.ts";
import { quoted } from "../objects/field-error.ts";
import { type ObjectView, place, writtenField } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { controlPlaneOf, type KubeadmOwner, kubeletOf } from "./kubeadm-components.ts";
import {
  type ClusterDocument,
  clusterDocument,
  type KubeadmDocument,
  type NodeDocument,
  nodeDocument,
} from "./kubeadm-documents.ts";
import { finishKubelet } from "./kubeadm-kubelet.ts";
import { type KubeadmKind, type KubeadmVersion, kubeadmKinds, kubeadmType, kubeadmVersions } from "./kubeadm-types.ts";
import type { FamilyReader } from "./read-family.ts";

export const kubeadmGroup = "kubeadm.k8s.io";

/** Takes in a document of kubeadm's; those of one text belong together and are made components of at its end. */
export const readKubeadm: FamilyReader = (collected, view, root, { apiVersion = "", kind = "" }) => {
  const known = kubeadmKinds.find((one) => one === kind);
  if (known === undefined) return undefined;
  const document = kubeadmDocument(collected, view, root, apiVersion, known);
  if (document === undefined) return "refused";
  collected.kubeadm.push(document);
  return "evaluated";
};

/**
 * Reads a document as kubeadm does (cmd/kubeadm/app/util/config: documentMapToInitConfiguration): what it refuses, and the
 * fields it goes on without, are told. Undefined: of a version that is not known.
 */
export function kubeadmDocument(
  collected: Collected,
  view: ObjectView,
  root: NodeId,
  apiVersion: string,
  kind: KubeadmKind,
): KubeadmDocument | undefined {
  const version = kubeadmVersions.find((one) => apiVersion === `${kubeadmGroup}/${one}`);
  if (version === undefined) {
    const message = `no kind ${quoted(kind)} is known of version ${quoted(apiVersion)}: ${kubeadmVersions[0]} to ${kubeadmVersions.at(-1)} are read`;
    report(collected, "error", "unknown-version", message, place(view, writtenField(view.tree, root, "apiVersion")));
    return undefined;
  }
  reportShape(collected, view, root, version, kind);
  return kind === "ClusterConfiguration" ? clusterDocument(view, root) : nodeDocument(view, root, kind);
}

/** Tells what kubeadm refuses of a document, and what it goes on without. */
export function reportShape(
  collected: Collected,
  view: ObjectView,
  root: NodeId,
  version: KubeadmVersion,
  kind: KubeadmKind,
): void {
  const { error, unknownFields } = compareWithType(view.tree, root, kubeadmType(version, kind));
  if (error !== undefined) {
    report(collected, "error", "configuration-refused", `kubeadm refuses this: ${error.text}`, error);
  }
  for (const unknown of unknownFields) {
    const message = `unknown field ${quoted(unknown.text)} in ${kind}: kubeadm goes on without it`;
    report(collected, "warning", "unknown-field", message, unknown);
  }
}

/** What the documents of a text start: `kubeadm init` and `kubeadm join` read one file as a whole. */
export function finishKubeadm(collected: Collected): void {
  const { kubeadm: documents } = collected;
  const clusters = documents.filter((one): one is ClusterDocument => one.kind === "ClusterConfiguration");
  const nodes = documents.filter((one): one is NodeDocument => one.kind !== "ClusterConfiguration");
  const init = nodes.find(({ kind }) => kind === "InitConfiguration");
  for (const cluster of clusters) {
    for (const started of controlPlaneOf(cluster, init, ownerOf(cluster))) collectInvocation(collected, started);
    for (const mount of cluster.mounts) collected.facts.push({ fact: "mount", mount });
  }
  const [cluster] = clusters;
  for (const node of nodes) {
    collectInvocation(collected, kubeletOf(cluster, node, ownerOf(node)));
    collectTokens(collected, node);
  }
  // `kubeadm join` takes the configuration of the kubelet from the cluster.
  if (cluster !== undefined || init !== undefined) finishKubelet(collected, cluster, nodes);
}

/** Takes in the Secrets of tokens that nodes join with. */
export function collectTokens({ facts }: Collected, { tokens }: NodeDocument): void {
  for (const object of tokens) facts.push({ fact: "object", object });
}

function ownerOf({ kind }: KubeadmDocument): KubeadmOwner {
  return { name: `kubeadm's ${kind}`, installer: "kubeadm" };
}
