import {
  type Fact,
  type KubeletConfiguration,
  kubeadmKubeletConfigPath,
  kubeadmKubeletConfiguration,
  withKubeletDefaults,
} from "@authgraph/kubernetes";
import { isConfiguration, readConfiguration } from "../configurations/read-configuration.ts";
import { type Collected, collectInvocation } from "../documents/collected.ts";
import type { WrittenType } from "../objects/decode-object.ts";
import type { ObjectView } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { type KubeadmOwner, kubeadmSettings, plainKubelet } from "./kubeadm-components.ts";
import type { ClusterDocument, NodeDocument } from "./kubeadm-documents.ts";

/** Puts the kubelet's configuration where kubeadm writes it, with what kubeadm fills in. */
export function finishKubelet(
  collected: Collected,
  cluster: ClusterDocument | undefined,
  nodes: readonly NodeDocument[],
): void {
  const { facts } = collected;
  const settings = kubeadmSettings(cluster, undefined);
  const at = facts.findIndex((fact) => kubeletConfigurationOf(fact) !== undefined);
  const written = facts[at] === undefined ? undefined : kubeletConfigurationOf(facts[at]);
  if (written !== undefined) {
    facts[at] = kubeadmKubeletFact({ ...written, settings: withKubeletDefaults(settings, written.settings) });
    if (nodes.length > 0) return;
    const owner: KubeadmOwner = { name: "kubeadm's KubeletConfiguration", installer: "kubeadm" };
    collectInvocation(collected, plainKubelet(cluster, written.origin, owner));
  } else if (nodes.length > 0 && !facts.some(isRefused)) {
    facts.push(
      kubeadmKubeletFact({
        kind: "KubeletConfiguration",
        apiVersion: "kubelet.config.k8s.io/v1beta1",
        origin: kubeadmKubeletConfiguration,
        settings: withKubeletDefaults(settings, new Map()),
      }),
    );
  }
}

/** The configuration of a kubelet that kubeadm wrote, as it lies on the machine. */
export function kubeadmKubeletFact(configuration: KubeletConfiguration): Fact {
  return { fact: "configuration", configuration, path: kubeadmKubeletConfigPath };
}

function kubeletConfigurationOf(fact: Fact): KubeletConfiguration | undefined {
  if (fact.fact !== "configuration" || fact.path !== undefined) return undefined;
  return fact.configuration.kind === "KubeletConfiguration" ? fact.configuration : undefined;
}

/** Perhaps the kubelet's: what it would have said is not known. */
function isRefused(fact: Fact): boolean {
  return fact.fact === "configuration" && fact.configuration.kind === "Refused";
}

/** The KubeletConfiguration in an embedded text; undefined: it is none, or one that no kubelet takes, which is told. */
export function kubeletConfiguration(
  inner: Collected,
  view: ObjectView,
  root: NodeId,
  type: WrittenType,
): KubeletConfiguration | undefined {
  if (type.kind !== "KubeletConfiguration" || !isConfiguration(type)) return undefined;
  const own: Collected = { ...inner, facts: [] };
  readConfiguration(own, view, root, { marks: false, repeatedKey: undefined });
  return own.facts.flatMap((fact) => kubeletConfigurationOf(fact) ?? [])[0];
}
