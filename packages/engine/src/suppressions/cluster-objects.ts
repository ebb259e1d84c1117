import type { AccessGraph, Entry, ObjectKey } from "@authgraph/graph";
import type { KubernetesObject } from "@authgraph/kubernetes";
import type { SourceText, TextOrigin } from "@authgraph/source";

/** An object of the inputs and where it stands. */
export interface WrittenObject {
  readonly key: ObjectKey;
  readonly object: KubernetesObject;
  readonly origin: TextOrigin;
}

const otherKinds = [
  "ServiceAccount",
  "Secret",
  "Namespace",
  "Workload",
  "PersistentVolume",
  "VolumeAttachment",
  "ResourceSlice",
  "PodCertificateRequest",
  "CertificateSigningRequest",
  "ValidatingWebhookConfiguration",
  "MutatingWebhookConfiguration",
  "APIService",
  "Group",
] as const satisfies readonly KubernetesObject["kind"][];

/** Every object that an input writes. */
export function* writtenObjects({ inventory }: AccessGraph): Iterable<WrittenObject> {
  for (const variants of inventory.roles.values()) yield* written(variants);
  yield* written(inventory.bindings);
  for (const kind of otherKinds) yield* written(inventory.entriesOf(kind));
}

function* written(entries: readonly Entry[]): Iterable<WrittenObject> {
  for (const { key, object } of entries) {
    if (object.origin.kind === "text") yield { key, object, origin: object.origin };
  }
}

/** The object around a place of a text. */
export type ObjectAt = (source: SourceText, offset: number) => WrittenObject | undefined;

/** Finds the object around a place; the objects are gone through once, when the first is asked for. */
export function objectFinder(graph: AccessGraph): ObjectAt {
  let bySource: ReadonlyMap<SourceText, readonly WrittenObject[]> | undefined;
  return (source, offset) => {
    bySource ??= inOrder(graph);
    const objects = bySource.get(source) ?? [];
    let low = 0;
    let high = objects.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((objects[middle]?.origin.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const found = objects[low - 1];
    return found !== undefined && offset <= found.origin.end ? found : undefined;
  };
}

function inOrder(graph: AccessGraph): ReadonlyMap<SourceText, readonly WrittenObject[]> {
  const bySource = new Map<SourceText, WrittenObject[]>();
  for (const one of writtenObjects(graph)) {
    const known = bySource.get(one.origin.source);
    if (known === undefined) bySource.set(one.origin.source, [one]);
    else known.push(one);
  }
  for (const objects of bySource.values()) objects.sort((a, b) => a.origin.start - b.origin.start);
  return bySource;
}

const keyForm = /^[a-z0-9.-]*\/([A-Z][A-Za-z]*)\/([^/]*)\/(.+)$/s;

/**
 * An object's key as people say it: `ClusterRoleBinding platform-admins`, `RoleBinding web/ci`. What is no key (a flag,
 * a path) stays as it is.
 */
export function objectWords(key: string): string {
  const [, kind, namespace, name] = keyForm.exec(key) ?? [];
  if (kind === undefined || name === undefined) return key;
  return namespace === "" || namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}
