import type { PodTemplate, Workload } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import type { NodeId } from "../reader/tree.ts";
import type { ObjectBasis } from "./access-objects.ts";
import { decodeBoundPod } from "./bound-pods.ts";
import { field, fieldAt, flag, itemsOf, type ObjectView, origin, writtenText } from "./object-view.ts";

/** Where the pod spec of each kind stands. */
const podSpecPaths: Readonly<Record<string, readonly string[]>> = {
  Pod: ["spec"],
  PodTemplate: ["template", "spec"],
  CronJob: ["spec", "jobTemplate", "spec", "template", "spec"],
};
const templatedPath: readonly string[] = ["spec", "template", "spec"];

/** The pod spec of a workload, 0 where it has none. */
export function podSpecOf(view: ObjectView, root: NodeId, kind: string): NodeId {
  return fieldAt(view, root, ...(podSpecPaths[kind] ?? templatedPath));
}

export function decodeWorkload(view: ObjectView, root: NodeId, basis: ObjectBasis, kind: string): Workload {
  const spec = podSpecOf(view, root, kind);
  const { apiVersion, meta, origin } = basis;
  const pod = decodePod(view, spec, basis);
  const workload: Workload = { kind: "Workload", apiVersion, meta, origin, resourceKind: kind, pod };
  const boundPod = kind === "Pod" ? decodeBoundPod(view, root, spec, basis.meta) : undefined;
  return boundPod === undefined ? workload : { ...workload, boundPod };
}

function decodePod(view: ObjectView, spec: NodeId, basis: ObjectBasis): PodTemplate {
  return {
    origin: spec === 0 ? basis.origin : origin(view, spec),
    // The deprecated alias counts only where the field itself is empty (core/v1 Convert_v1_PodSpec_To_core_PodSpec).
    serviceAccountName:
      writtenText(view, field(view, spec, "serviceAccountName")) ??
      writtenText(view, field(view, spec, "serviceAccount")),
    automountServiceAccountToken: flag(view, field(view, spec, "automountServiceAccountToken")),
    secretVolumes: secretVolumes(view, field(view, spec, "volumes")),
  };
}

const none: readonly Located<string>[] = [];

function secretVolumes(view: ObjectView, volumes: NodeId): readonly Located<string>[] {
  if (volumes === 0) return none;
  const names: Located<string>[] = [];
  for (const volume of itemsOf(view, volumes)) {
    const direct = writtenText(view, fieldAt(view, volume, "secret", "secretName"));
    if (direct !== undefined) names.push(direct);
    for (const source of itemsOf(view, fieldAt(view, volume, "projected", "sources"))) {
      const projected = writtenText(view, fieldAt(view, source, "secret", "name"));
      if (projected !== undefined) names.push(projected);
    }
  }
  return names;
}
