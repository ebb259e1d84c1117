import {
  type Fact,
  type KubeletConfiguration,
  kubeadmKubeletConfigPath,
  kubeadmKubeletConfiguration,
  withKubeletDefaults,
} from "@authgraph/kubernetes";
import { decodeKubelet } from "../configurations/decode-kubelet.ts";
import { kubeletConfiguration } from "../configurations/kubelet-type.ts";
import { type Collected, collectInvocation, collectReferences, report } from "../documents/collected.ts";
import { compareWithType, type ShapeProblem } from "../objects/conformity.ts";
import type { WrittenType } from "../objects/decode-object.ts";
import { quoted } from "../objects/field-error.ts";
import { type ObjectView, place, writtenField } from "../objects/object-view.ts";
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
    facts.splice(at, 1);
    collectKubelet(collected, { ...written, settings: withKubeletDefaults(settings, written.settings) });
    if (nodes.length > 0) return;
    const owner: KubeadmOwner = { name: "kubeadm's KubeletConfiguration", installer: "kubeadm" };
    collectInvocation(collected, plainKubelet(cluster, written.origin, owner));
  } else if (nodes.length > 0 && !facts.some(isRefused)) {
    collectKubelet(collected, {
      kind: "KubeletConfiguration",
      apiVersion: kubeletGroupVersion,
      origin: kubeadmKubeletConfiguration,
      settings: withKubeletDefaults(settings, new Map()),
    });
  }
}

/** The configuration of a kubelet that kubeadm wrote, as it lies on the machine. */
function kubeadmKubeletFact(configuration: KubeletConfiguration): Fact {
  return { fact: "configuration", configuration, path: kubeadmKubeletConfigPath };
}

/** Takes in such a configuration, and the authority it names. */
export function collectKubelet(collected: Collected, configuration: KubeletConfiguration): void {
  collected.facts.push(kubeadmKubeletFact(configuration));
  const authority = configuration.settings.get("authentication.x509.clientCAFile");
  if (authority === undefined) return;
  collectReferences(collected, [{ path: authority, role: "certificate-authority" }]);
}

export const kubeletGroupVersion = "kubelet.config.k8s.io/v1beta1";

function kubeletConfigurationOf(fact: Fact): KubeletConfiguration | undefined {
  if (fact.fact !== "configuration" || fact.path !== undefined) return undefined;
  return fact.configuration.kind === "KubeletConfiguration" ? fact.configuration : undefined;
}

/** Perhaps the kubelet's: what it would have said is not known. */
function isRefused(fact: Fact): boolean {
  return fact.fact === "configuration" && fact.configuration.kind === "Refused";
}

/**
 * The KubeletConfiguration in an embedded text, which a patch need not have a version for. Undefined: no kubelet takes it,
 * which is told.
 */
export function embeddedKubeletConfiguration(
  inner: Collected,
  view: ObjectView,
  root: NodeId,
  { apiVersion = kubeletGroupVersion }: WrittenType,
): KubeletConfiguration | undefined {
  const wrongVersion = apiVersion === kubeletGroupVersion ? undefined : versionError(view, root, apiVersion);
  const error = wrongVersion ?? compareWithType(view.tree, root, kubeletConfiguration).error;
  if (error === undefined) return decodeKubelet(view, root, apiVersion);
  report(inner, "error", "configuration-refused", `the kubelet refuses this: ${error.text}`, error);
  return undefined;
}

function versionError(view: ObjectView, root: NodeId, apiVersion: string): ShapeProblem {
  const text = `no kind "KubeletConfiguration" is registered for version ${quoted(apiVersion)}`;
  return { text, ...place(view, writtenField(view.tree, root, "apiVersion")) };
}
