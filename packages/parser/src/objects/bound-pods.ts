import type { BoundPod, ObjectMeta } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import type { NodeId } from "../reader/tree.ts";
import { field, fieldAt, itemsOf, type ObjectView, origin, text, writtenText } from "./object-view.ts";

/**
 * What a Pod refers to that names its node; undefined for any other Pod, so that workloads cost nothing more.
 *
 * The same references as plugin/pkg/auth/authorizer/node/graph.go: AddPod finds, with pkg/api/v1/pod/util.go:
 * VisitPodSecretNames and VisitPodConfigmapNames.
 */
export function decodeBoundPod(view: ObjectView, root: NodeId, spec: NodeId, meta: ObjectMeta): BoundPod | undefined {
  const nodeName = writtenText(view, field(view, spec, "nodeName"));
  if (nodeName === undefined) return undefined;
  const found: References = { secrets: [], configMaps: [], persistentVolumeClaims: [], resourceClaims: [] };
  for (const reference of itemsOf(view, field(view, spec, "imagePullSecrets"))) {
    addName(view, found.secrets, field(view, reference, "name"));
  }
  for (const list of ["initContainers", "containers", "ephemeralContainers"]) {
    for (const container of itemsOf(view, field(view, spec, list))) addOfContainer(view, container, found);
  }
  for (const volume of itemsOf(view, field(view, spec, "volumes"))) addOfVolume(view, volume, meta, found);
  addResourceClaims(view, root, spec, found.resourceClaims);
  return { nodeName, ...found };
}

type Names = Located<string>[];
type References = Readonly<Record<Exclude<keyof BoundPod, "nodeName">, Names>>;

function addName(view: ObjectView, names: Names, node: NodeId): void {
  const name = writtenText(view, node);
  if (name !== undefined) names.push(name);
}

function addOfContainer(view: ObjectView, container: NodeId, { secrets, configMaps }: References): void {
  for (const variable of itemsOf(view, field(view, container, "env"))) {
    const from = field(view, variable, "valueFrom");
    addName(view, secrets, fieldAt(view, from, "secretKeyRef", "name"));
    addName(view, configMaps, fieldAt(view, from, "configMapKeyRef", "name"));
  }
  for (const source of itemsOf(view, field(view, container, "envFrom"))) {
    addName(view, secrets, fieldAt(view, source, "secretRef", "name"));
    addName(view, configMaps, fieldAt(view, source, "configMapRef", "name"));
  }
}

/** Where the volume types of a Pod name a Secret. */
const secretPaths: readonly (readonly string[])[] = [
  ["secret", "secretName"],
  ["azureFile", "secretName"],
  ["cephfs", "secretRef", "name"],
  ["cinder", "secretRef", "name"],
  ["flexVolume", "secretRef", "name"],
  ["rbd", "secretRef", "name"],
  ["scaleIO", "secretRef", "name"],
  ["iscsi", "secretRef", "name"],
  ["storageos", "secretRef", "name"],
  ["csi", "nodePublishSecretRef", "name"],
];

function addOfVolume(view: ObjectView, volume: NodeId, meta: ObjectMeta, found: References): void {
  for (const path of secretPaths) addName(view, found.secrets, fieldAt(view, volume, ...path));
  addName(view, found.configMaps, fieldAt(view, volume, "configMap", "name"));
  for (const source of itemsOf(view, fieldAt(view, volume, "projected", "sources"))) {
    addName(view, found.secrets, fieldAt(view, source, "secret", "name"));
    addName(view, found.configMaps, fieldAt(view, source, "configMap", "name"));
  }
  addName(view, found.persistentVolumeClaims, fieldAt(view, volume, "persistentVolumeClaim", "claimName"));
  // k8s.io/component-helpers storage/ephemeral: VolumeClaimName.
  const ephemeral = field(view, volume, "ephemeral");
  if (ephemeral !== 0 && !meta.generated) {
    const value = `${meta.name.value}-${text(view, field(view, volume, "name"))}`;
    found.persistentVolumeClaims.push({ value, origin: origin(view, ephemeral) });
  }
}

/** k8s.io/dynamic-resource-allocation/resourceclaim: Name. A claim made from a template has its name in the status. */
function addResourceClaims(view: ObjectView, root: NodeId, spec: NodeId, names: Names): void {
  const status = field(view, root, "status");
  for (const claim of itemsOf(view, field(view, spec, "resourceClaims"))) {
    const direct = field(view, claim, "resourceClaimName");
    if (direct !== 0) addName(view, names, direct);
    else addName(view, names, claimInStatus(view, status, text(view, field(view, claim, "name"))));
  }
  addName(view, names, fieldAt(view, status, "extendedResourceClaimStatus", "resourceClaimName"));
}

function claimInStatus(view: ObjectView, status: NodeId, name: string): NodeId {
  for (const made of itemsOf(view, field(view, status, "resourceClaimStatuses"))) {
    if (text(view, field(view, made, "name")) === name) return field(view, made, "resourceClaimName");
  }
  return 0;
}
