import { type Collected, collectInvocation, type Outcome, report } from "../documents/collected.ts";
import { fieldAt, keyPlace, type ObjectView, text } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { eachDocumentInside, embeddedText } from "./embedded-text.ts";
import { kubeadmDocument } from "./kubeadm.ts";
import { controlPlaneOf, type KubeadmOwner, plainKubelet } from "./kubeadm-components.ts";
import { collectKubelet, embeddedKubeletConfiguration } from "./kubeadm-kubelet.ts";
import type { FamilyReader } from "./read-family.ts";

/** The ConfigMaps in which kubeadm keeps how a cluster was made (cmd/kubeadm/app/constants). */
export const readKubeadmConfigMap: FamilyReader = (collected, view, root, { kind }) => {
  if (kind !== "ConfigMap") return undefined;
  const name = text(view, fieldAt(view, root, "metadata", "name"));
  const namespace = text(view, fieldAt(view, root, "metadata", "namespace"));
  if (!namePattern.test(name) || (namespace !== "" && namespace !== "kube-system")) return undefined;
  const owner: KubeadmOwner = { name: `ConfigMap kube-system/${name}`, installer: "kubeadm" };
  return name === "kubeadm-config"
    ? readClusterConfiguration(collected, view, root, owner)
    : readKubeletConfiguration(collected, view, root, owner);
};

/** Until 1.23 the kubelet's had the minor in its name. */
const namePattern = /^(?:kubeadm-config|kubelet-config(?:-1\.\d+)?)$/;

function readClusterConfiguration(
  collected: Collected,
  view: ObjectView,
  root: NodeId,
  owner: KubeadmOwner,
): Outcome | undefined {
  const data = fieldAt(view, root, "data", "ClusterConfiguration");
  const source = embeddedText(view, data);
  if (source === undefined) return undefined;
  let outcome: Outcome = "refused";
  const told = collected.diagnostics.length;
  eachDocumentInside(collected, source, (inner, document, at, { apiVersion = "", kind }) => {
    if (kind !== "ClusterConfiguration") return;
    const cluster = kubeadmDocument(inner, document, at, apiVersion, kind);
    if (cluster?.kind !== "ClusterConfiguration") return;
    outcome = "evaluated";
    for (const started of controlPlaneOf(cluster, undefined, owner)) collectInvocation(collected, started);
  });
  if (outcome === "refused" && collected.diagnostics.length === told) {
    const message = "kubeadm refuses this: it holds no ClusterConfiguration";
    report(collected, "error", "configuration-refused", message, keyPlace(view, data));
  }
  return outcome;
}

/** What every node takes its configuration from; kubeadm has filled in what was not written. */
function readKubeletConfiguration(
  collected: Collected,
  view: ObjectView,
  root: NodeId,
  owner: KubeadmOwner,
): Outcome | undefined {
  const source = embeddedText(view, fieldAt(view, root, "data", "kubelet"));
  if (source === undefined) return undefined;
  let outcome: Outcome = "refused";
  eachDocumentInside(collected, source, (inner, document, at, type) => {
    if (type.kind !== "KubeletConfiguration") return;
    const configuration = embeddedKubeletConfiguration(inner, document, at, type);
    if (configuration === undefined) return;
    outcome = "evaluated";
    collectKubelet(collected, configuration);
    collectInvocation(collected, plainKubelet(undefined, configuration.origin, owner));
  });
  return outcome;
}
