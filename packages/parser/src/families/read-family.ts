import type { Collected, Outcome } from "../documents/collected.ts";
import type { Surroundings } from "../documents/read-object.ts";
import type { WrittenType } from "../objects/decode-object.ts";
import type { ObjectView } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { bootstrapGroup, controlPlaneGroup, readClusterApi } from "./cluster-api.ts";
import { readK3sClusterApi } from "./k3s-cluster-api.ts";
import { readK3d, readK3sConfiguration } from "./k3s-configuration.ts";
import { kindGroup, readKind } from "./kind.ts";
import { kopsGroup, readKops } from "./kops.ts";
import { kubeadmGroup, readKubeadm } from "./kubeadm.ts";
import { readKubeadmConfigMap } from "./kubeadm-config-maps.ts";
import { readTalosMachine } from "./talos.ts";
import { readTalosDocument } from "./talos-documents.ts";

/**
 * Reads a document of something that sets up clusters: takes what it makes of the components, and says what became of
 * the document. Undefined: it is none of that family's after all.
 */
export type FamilyReader = (
  collected: Collected,
  view: ObjectView,
  root: NodeId,
  type: WrittenType,
  around: Surroundings,
) => Outcome | undefined;

/** Reads a document of what installs clusters: kubeadm, kind, k3s, Talos, …; undefined: it is no such document. */
export const readFamily: FamilyReader = (collected, view, root, type, around) => {
  const { apiVersion } = type;
  if (apiVersion !== undefined && type.kind !== undefined) {
    const group = apiVersion.slice(0, Math.max(0, apiVersion.lastIndexOf("/")));
    return byGroup.get(group)?.(collected, view, root, type, around);
  }
  for (const read of byShape) {
    const outcome = read(collected, view, root, type, around);
    if (outcome !== undefined) return outcome;
  }
  return undefined;
};

function readAnyClusterApi(...document: Parameters<FamilyReader>): Outcome | undefined {
  return readClusterApi(...document) ?? readK3sClusterApi(...document);
}

/** By API group, whatever the version; `""` is the core group. */
const byGroup: ReadonlyMap<string, FamilyReader> = new Map<string, FamilyReader>([
  ["", (...document) => readKubeadmConfigMap(...document) ?? readTalosDocument(...document)],
  [kubeadmGroup, readKubeadm],
  [kindGroup, readKind],
  [controlPlaneGroup, readAnyClusterApi],
  [bootstrapGroup, readAnyClusterApi],
  ["k3d.io", readK3d],
  [kopsGroup, readKops],
]);

/** Of documents without a type: by their path, or by what is in them. */
const byShape: readonly FamilyReader[] = [readTalosMachine, readK3sConfiguration];
