import type { PodTemplate, ProjectedToken, Workload } from "@authgraph/kubernetes";
import type { Located } from "@authgraph/source";
import type { NodeId } from "../reader/tree.ts";
import type { ObjectBasis } from "./access-objects.ts";
import { decodeBoundPod } from "./bound-pods.ts";
import {
  field,
  fieldAt,
  flag,
  itemsOf,
  locatedText,
  type ObjectView,
  origin,
  text,
  writtenText,
} from "./object-view.ts";

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
  const serviceAccount = writtenText(view, field(view, spec, "serviceAccount"));
  const { secretVolumes, projectedTokens } = volumesOf(view, spec);
  return {
    origin: spec === 0 ? basis.origin : origin(view, spec),
    // The deprecated alias counts only where the field itself is empty (core/v1 Convert_v1_PodSpec_To_core_PodSpec).
    serviceAccountName: writtenText(view, field(view, spec, "serviceAccountName")) ?? serviceAccount,
    automountServiceAccountToken: flag(view, field(view, spec, "automountServiceAccountToken")),
    secretVolumes,
    ...(serviceAccount === undefined ? undefined : { deprecatedServiceAccount: serviceAccount }),
    ...(projectedTokens.length === 0 ? undefined : { projectedTokens }),
  };
}

const none: readonly never[] = [];

interface Volumes {
  readonly secretVolumes: readonly Located<string>[];
  readonly projectedTokens: readonly ProjectedToken[];
}

function volumesOf(view: ObjectView, spec: NodeId): Volumes {
  const volumes = field(view, spec, "volumes");
  if (volumes === 0) return { secretVolumes: none, projectedTokens: none };
  const secretVolumes: Located<string>[] = [];
  const projectedTokens: ProjectedToken[] = [];
  for (const volume of itemsOf(view, volumes)) {
    const direct = writtenText(view, fieldAt(view, volume, "secret", "secretName"));
    if (direct !== undefined) secretVolumes.push(direct);
    for (const source of itemsOf(view, fieldAt(view, volume, "projected", "sources"))) {
      const projected = writtenText(view, fieldAt(view, source, "secret", "name"));
      if (projected !== undefined) secretVolumes.push(projected);
      const token = field(view, source, "serviceAccountToken");
      if (token !== 0) projectedTokens.push(projectedToken(view, spec, volume, token));
    }
  }
  return { secretVolumes, projectedTokens };
}

function projectedToken(view: ObjectView, spec: NodeId, volume: NodeId, token: NodeId): ProjectedToken {
  const name = text(view, field(view, volume, "name"));
  return {
    origin: origin(view, token),
    volume: name,
    audience: writtenText(view, field(view, token, "audience")),
    expirationSeconds: writtenNumber(view, field(view, token, "expirationSeconds")),
    mountedBy: containersThatMount(view, spec, name),
  };
}

function containersThatMount(view: ObjectView, spec: NodeId, volume: string): readonly Located<string>[] {
  return ["initContainers", "containers"].flatMap((list) =>
    itemsOf(view, field(view, spec, list)).flatMap((container) => {
      const mounts = itemsOf(view, field(view, container, "volumeMounts"));
      const isMounted = mounts.some((mount) => text(view, field(view, mount, "name")) === volume);
      return isMounted ? [locatedText(view, field(view, container, "name"))] : [];
    }),
  );
}

function writtenNumber(view: ObjectView, node: NodeId): Located<number> | undefined {
  if (node === 0) return undefined;
  const value = Number(view.tree.scalar(node));
  return Number.isFinite(value) ? { value, origin: origin(view, node) } : undefined;
}
