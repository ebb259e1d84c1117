import { type JsonObject, ownNamespaces, type StoredObject, type StoredObjects } from "@authgraph/graph";
import { type JsonValue, type NodeId, readDocuments, type Tree, toJsonValue } from "@authgraph/parser";
import type { LoadedGraph } from "../load-graph.ts";
import type { ReadText } from "../reading.ts";
import { isObject } from "./json-fields.ts";

/** Every object of the inputs as written, whether or not access depends on it. Never the content of a Secret. */
export interface WrittenObjects {
  ofKind(group: string, kind: string): readonly JsonObject[];
  /** Its definitions: several texts may have one. */
  named(group: string, kind: string, namespace: string, name: string): readonly JsonObject[];
  /** Whether anything is in a namespace. */
  hasNamespace(namespace: string): boolean;
}

/** Reads the objects of a cluster's texts once more, this time all of them. */
export function writtenObjects({ texts, namespaceOf }: LoadedGraph): WrittenObjects {
  const named = new Map<string, JsonObject[]>();
  const byKind = new Map<string, JsonObject[]>();
  const namespaces = new Set<string>();
  for (const text of texts) {
    // Of several definitions in one text the last holds.
    const own = new Map<string, JsonObject>();
    for (const object of objectsOf(text)) {
      for (const key of keysOf(object, namespaceOf(text.path))) own.set(key, object);
    }
    for (const [key, object] of own) {
      push(named, key, object);
      namespaces.add(key.split(separator)[1] ?? "");
    }
    for (const object of new Set(own.values())) push(byKind, kindKey(groupOf(object), String(object.kind)), object);
  }
  return {
    ofKind: (group, kind) => byKind.get(kindKey(group, kind)) ?? [],
    named: (group, kind, namespace, name) => named.get([kindKey(group, kind), namespace, name].join(separator)) ?? [],
    hasNamespace: (namespace) => namespaces.has(namespace),
  };
}

const separator = "\0";
const defaultNamespace = "default";

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function kindKey(group: string, kind: string): string {
  return `${kind}.${group}`;
}

function groupOf({ apiVersion }: JsonObject): string {
  const text = String(apiVersion);
  return text.includes("/") ? text.slice(0, text.indexOf("/")) : "";
}

/** Two where no namespace is written: the text alone does not say whether the kind is cluster-scoped. */
function keysOf(object: JsonObject, applied: string | undefined): readonly string[] {
  const metadata = isObject(object.metadata) ? object.metadata : {};
  const written = typeof metadata.namespace === "string" ? metadata.namespace : "";
  const namespaces = written === "" ? ["", applied || defaultNamespace] : [written];
  const kind = kindKey(groupOf(object), String(object.kind));
  return namespaces.map((namespace) => [kind, namespace, String(metadata.name)].join(separator));
}

/** Documents and items of lists that the server would take. */
function objectsOf({ parsed }: ReadText): readonly JsonObject[] {
  const taken = parsed.documents.filter(({ outcome }) => outcome === "evaluated" || outcome === "not-ours");
  const [first] = taken;
  if (first === undefined || first.origin.kind !== "text") return [];
  const starts = new Set(taken.map(({ origin }) => (origin.kind === "text" ? origin.start : -1)));
  const objects: JsonObject[] = [];
  const take = (tree: Tree, node: NodeId): void => {
    if (!starts.has(tree.start(node)) || tree.kind(node) !== "mapping") return;
    const object = plain(toJsonValue(tree, node));
    if (isObject(object) && typeof object.kind === "string" && typeof object.apiVersion === "string") {
      objects.push(kept(object));
    }
  };
  readDocuments(first.origin.source.text, "kubectl", (document) => {
    if (document.outcome !== "value") return;
    const { tree } = document;
    const items = itemsOf(tree);
    if (items === 0) take(tree, tree.root);
    else for (let item = tree.first(items); item !== 0; item = tree.next(item)) take(tree, item);
  });
  return objects;
}

function itemsOf(tree: Tree): NodeId {
  if (tree.kind(tree.root) !== "mapping") return 0;
  for (let entry = tree.first(tree.root); entry !== 0; entry = tree.next(entry)) {
    if (tree.keyIs(entry, "items") && tree.kind(entry) === "sequence") return entry;
  }
  return 0;
}

/** Numbers as JSON has them. */
function plain(value: JsonValue): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** Whole only where more than what an object is called decides an answer. */
function kept(object: Readonly<Record<string, unknown>>): JsonObject {
  const { apiVersion, kind, metadata } = object;
  return wholeKinds.has(String(kind)) ? object : { apiVersion, kind, metadata };
}

const wholeKinds: ReadonlySet<string> = new Set([
  "CertificateSigningRequest",
  "ClusterTrustBundle",
  "CustomResourceDefinition",
  "MutatingAdmissionPolicy",
  "MutatingAdmissionPolicyBinding",
  "Node",
  "Pod",
  "PodCertificateRequest",
  "ValidatingAdmissionPolicy",
  "ValidatingAdmissionPolicyBinding",
]);

/** What the server has stored, if it has stored what was written. */
export function storedObjects(written: () => WrittenObjects, complete: boolean): StoredObjects {
  return {
    find({ group, kind, namespaced }, namespace, name): StoredObject {
      const objects = written();
      const [object, ...others] = objects.named(group, kind, namespaced ? namespace : "", name);
      if (object === undefined) {
        if (isMadeByServer(objects, group, kind, namespace, name))
          return { state: "stored", object: { metadata: { name } } };
        return complete ? { state: "missing" } : { state: "unknown" };
      }
      // It is there in any case; what it says matters of few.
      const text = JSON.stringify(object);
      const isKnown = !wholeKinds.has(kind) || others.every((other) => JSON.stringify(other) === text);
      return isKnown ? { state: "stored", object } : { state: "unknown" };
    },
  };
}

/** Of a namespace also where something is in it. */
function isMadeByServer(
  { hasNamespace }: WrittenObjects,
  group: string,
  kind: string,
  namespace: string,
  name: string,
): boolean {
  if (group === "" && kind === "Namespace") return ownNamespaces.includes(name) || hasNamespace(name);
  return madeByServer.has([kindKey(group, kind), namespace, name].join(" "));
}

/** Objects that every server makes for itself when it starts, beside the default policy (pkg/controlplane). */
const madeByServer: ReadonlySet<string> = new Set([
  "Service. default kubernetes",
  "Endpoints. default kubernetes",
  "EndpointSlice.discovery.k8s.io default kubernetes",
  "ConfigMap. kube-system extension-apiserver-authentication",
  "PriorityClass.scheduling.k8s.io  system-cluster-critical",
  "PriorityClass.scheduling.k8s.io  system-node-critical",
]);
