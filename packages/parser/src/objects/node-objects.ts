import type {
  NamespacedName,
  PersistentVolume,
  PodCertificateRequest,
  ResourceSlice,
  VolumeAttachment,
} from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import type { NodeId } from "../reader/tree.ts";
import type { ObjectBasis } from "./access-objects.ts";
import { field, fieldAt, locatedText, type ObjectView, text, writtenText } from "./object-view.ts";

// Objects that tie other objects to nodes, as plugin/pkg/auth/authorizer/node/graph.go looks at them.

/** A PersistentVolume with the Secrets that a kubelet may see (pkg/api/v1/persistentvolume/util.go: VisitPVSecretNames). */
export function decodePersistentVolume(view: ObjectView, root: NodeId, basis: ObjectBasis): PersistentVolume {
  const spec = field(view, root, "spec");
  const claimRef = field(view, spec, "claimRef");
  // Without a claim no Secret of it is anybody's.
  if (claimRef === 0) return { kind: "PersistentVolume", ...basis, claim: undefined, secrets: [] };
  const namespace = text(view, field(view, claimRef, "namespace"));
  const claim = { namespace, name: locatedText(view, field(view, claimRef, "name")) };
  return { kind: "PersistentVolume", ...basis, claim, secrets: secretsOf(view, spec, namespace) };
}

/** Volume types whose Secret is in the claim's namespace where they do not say another. */
const inClaimNamespace = ["cephfs", "flexVolume", "rbd", "scaleIO", "iscsi"];
/** Where those say it that always do. */
const withOwnNamespace = [
  ["cinder", "secretRef"],
  ["storageos", "secretRef"],
  ["csi", "nodePublishSecretRef"],
  ["csi", "nodeStageSecretRef"],
];

function secretsOf(view: ObjectView, spec: NodeId, claimNamespace: string): readonly NamespacedName[] {
  const secrets: NamespacedName[] = [];
  const add = (name: NodeId, namespace: string): void => {
    const written = writtenText(view, name);
    if (written !== undefined) secrets.push({ namespace, name: written });
  };
  const azureFile = field(view, spec, "azureFile");
  add(field(view, azureFile, "secretName"), text(view, field(view, azureFile, "secretNamespace")) || claimNamespace);
  for (const type of inClaimNamespace) {
    const reference = fieldAt(view, spec, type, "secretRef");
    add(field(view, reference, "name"), text(view, field(view, reference, "namespace")) || claimNamespace);
  }
  for (const path of withOwnNamespace) {
    const reference = fieldAt(view, spec, ...path);
    add(field(view, reference, "name"), text(view, field(view, reference, "namespace")));
  }
  return secrets;
}

export function decodeVolumeAttachment(view: ObjectView, root: NodeId, basis: ObjectBasis): VolumeAttachment {
  return { kind: "VolumeAttachment", ...basis, nodeName: nodeNameOf(view, root) };
}

export function decodeResourceSlice(view: ObjectView, root: NodeId, basis: ObjectBasis): ResourceSlice {
  // Before there was a spec.
  const early = basis.apiVersion === "resource.k8s.io/v1alpha2";
  const nodeName = early ? writtenText(view, field(view, root, "nodeName")) : nodeNameOf(view, root);
  return { kind: "ResourceSlice", ...basis, nodeName };
}

export function decodePodCertificateRequest(view: ObjectView, root: NodeId, basis: ObjectBasis): PodCertificateRequest {
  return { kind: "PodCertificateRequest", ...basis, nodeName: nodeNameOf(view, root) };
}

function nodeNameOf(view: ObjectView, root: NodeId): Located<string> | undefined {
  return writtenText(view, fieldAt(view, root, "spec", "nodeName"));
}
