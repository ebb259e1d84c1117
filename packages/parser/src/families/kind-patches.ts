import type { Flag } from "@authgraph/kubernetes";
import { type Located, type Origin, textOrigin } from "@authgraph/source";
import { type Collected, report } from "../documents/collected.ts";
import { placeOfObject } from "../objects/decode-object.ts";
import { quoted } from "../objects/field-error.ts";
import { field, itemsOf, keyPlace, type ObjectView, origin, text, writtenField } from "../objects/object-view.ts";
import { readDocuments } from "../reader/read-documents.ts";
import type { NodeId } from "../reader/tree.ts";
import { collectingInside, eachDocumentInside, embeddedText } from "./embedded-text.ts";
import { kubeadmDocument, kubeadmGroup, reportShape } from "./kubeadm.ts";
import { clusterDocument, documentOrigin, type KubeadmDocument, nodeDocument } from "./kubeadm-documents.ts";
import { embeddedKubeletConfiguration, kubeletGroupVersion } from "./kubeadm-kubelet.ts";
import { fittingVersion, type KubeadmKind, type KubeadmVersion, kubeadmKinds } from "./kubeadm-types.ts";
import { writtenArguments } from "./written-arguments.ts";

// sigs.k8s.io/kind pkg/cluster/internal/patch

/** What one patch changes of the configuration that kind generates for kubeadm. */
export type KindPatch = {
  readonly target: PatchTarget;
  readonly origin: Origin;
} & (
  | /** A merge patch: what it writes holds. */ {
      readonly kind: "document";
      readonly document: KubeadmDocument;
      readonly listed: boolean;
    }
  | { readonly kind: "kubelet"; readonly settings: ReadonlyMap<string, Located<string>> }
  | { readonly kind: "operations"; readonly operations: readonly PatchOperation[] }
);

export type PatchTarget = KubeadmKind | "KubeletConfiguration";

/** One operation of a JSON patch (RFC 6902), as far as components depend on it. */
export interface PatchOperation {
  readonly removes: boolean;
  readonly path: readonly string[];
  /** Of a scalar. */
  readonly value: Located<string> | undefined;
  /** Scalars below a value that is a map, by their paths. */
  readonly below: ReadonlyMap<string, Located<string>>;
  /** Of a value that is a whole set of arguments, or one `name` with its `value`. */
  readonly arguments: readonly Flag[];
}

/** The merge patches of a list, in order; `target` is the version of kubeadm's API that kind generates, if it is known. */
export function mergePatches(
  collected: Collected,
  view: ObjectView,
  list: NodeId,
  target: KubeadmVersion | undefined,
): readonly KindPatch[] {
  const patches: KindPatch[] = [];
  for (const item of itemsOf(view, list)) {
    const source = embeddedText(view, item);
    if (source === undefined) continue;
    eachDocumentInside(collected, source, (inner, document, root, { apiVersion, kind }) => {
      const patch = mergePatch(inner, document, root, apiVersion, kind, target);
      if (patch !== undefined) patches.push(patch);
    });
  }
  return patches;
}

function mergePatch(
  inner: Collected,
  view: ObjectView,
  root: NodeId,
  apiVersion: string | undefined,
  kind: string | undefined,
  target: KubeadmVersion | undefined,
): KindPatch | undefined {
  if (kind === "KubeletConfiguration") {
    const configuration = embeddedKubeletConfiguration(inner, view, root, { apiVersion, kind });
    if (configuration === undefined) return undefined;
    const { settings } = configuration;
    return { kind: "kubelet", target: kind, origin: documentOrigin(view, root), settings };
  }
  const known = kubeadmKinds.find((one) => one === kind);
  if (known === undefined) {
    if (kind === undefined) ignored(inner, view, root, "it has no kind");
    return undefined;
  }
  const document = patchDocument(inner, view, root, apiVersion, known, target);
  if (document === undefined) return undefined;
  const listed = hasListedArguments(view, root);
  return { kind: "document", target: known, origin: document.origin, document, listed };
}

/** A patch without a version is for every version, one with it only for its own. */
function patchDocument(
  inner: Collected,
  view: ObjectView,
  root: NodeId,
  apiVersion: string | undefined,
  kind: KubeadmKind,
  target: KubeadmVersion | undefined,
): KubeadmDocument | undefined {
  if (apiVersion !== undefined) {
    const document = kubeadmDocument(inner, view, root, apiVersion, kind);
    if (document === undefined || target === undefined || apiVersion === `${kubeadmGroup}/${target}`) return document;
    ignored(inner, view, root, `for this Kubernetes the configuration is of ${kubeadmGroup}/${target}`);
    return undefined;
  }
  reportShape(inner, view, root, fittingVersion(view.tree, root, kind), kind);
  return kind === "ClusterConfiguration" ? clusterDocument(view, root) : nodeDocument(view, root, kind);
}

function ignored(inner: Collected, view: ObjectView, root: NodeId, why: string): void {
  const message = `kind applies this patch to nothing: ${why}`;
  report(inner, "warning", "patch-ignored", message, placeOfObject(view, root));
}

/** Whether arguments are lists, which are added to those of the same name; those in maps replace them. */
function hasListedArguments(view: ObjectView, root: NodeId): boolean {
  const { tree } = view;
  const below = (node: NodeId, depth: number): boolean => {
    if (depth > 3 || tree.kind(node) !== "mapping") return false;
    return itemsOf(view, node).some((entry) => {
      const isArguments = tree.keyIs(entry, "extraArgs") || tree.keyIs(entry, "kubeletExtraArgs");
      return isArguments ? tree.kind(entry) === "sequence" : below(entry, depth + 1);
    });
  };
  return below(root, 0);
}

/** The JSON patches of a list, in order. */
export function jsonPatches(
  collected: Collected,
  view: ObjectView,
  list: NodeId,
  target: KubeadmVersion | undefined,
): readonly KindPatch[] {
  return itemsOf(view, list).flatMap((item) => {
    const of = (name: string): string => text(view, field(view, item, name));
    const kind = [...kubeadmKinds, "KubeletConfiguration" as const].find((one) => one === of("kind"));
    const source = embeddedText(view, field(view, item, "patch"));
    if (kind === undefined || source === undefined) return [];
    const apiVersion = `${of("group")}/${of("version")}`;
    const key = keyPlace(view, writtenField(view.tree, item, "patch"));
    const wanted = kind === "KubeletConfiguration" ? kubeletGroupVersion : target && `${kubeadmGroup}/${target}`;
    if (wanted !== undefined && apiVersion !== wanted) {
      const message = `kind applies this patch to nothing: its ${kind} is of ${wanted}, not of ${quoted(apiVersion)}`;
      report(collected, "warning", "patch-ignored", message, key);
      return [];
    }
    const operations: PatchOperation[] = [];
    const inner = collectingInside(collected, source);
    readDocuments(source.text, "kubectl", (document) => {
      if (document.outcome === "value") operations.push(...patchOperations(inner, document.tree));
      else if (document.outcome === "error") {
        const end = Math.min(document.offset + 1, source.text.length);
        report(inner, "error", "yaml-syntax", document.message, { start: document.offset, end });
      }
    });
    const at = textOrigin(view.source, key.start, key.end);
    return operations.length === 0 ? [] : [{ kind: "operations", target: kind, origin: at, operations } as const];
  });
}

function patchOperations({ source }: Collected, tree: ObjectView["tree"]): readonly PatchOperation[] {
  const view: ObjectView = { source, tree };
  return itemsOf(view, tree.root).flatMap((item) => {
    const op = text(view, field(view, item, "op"));
    const path = text(view, field(view, item, "path"));
    if (!path.startsWith("/") || !["add", "replace", "remove"].includes(op)) return [];
    const value = field(view, item, "value");
    // RFC 6901
    const steps = path
      .slice(1)
      .split("/")
      .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    const named = field(view, value, "name") !== 0 ? listOf(view, value) : writtenArguments(view, value);
    return [
      {
        removes: op === "remove",
        path: steps,
        value: scalarOf(view, value),
        below: scalarsBelow(view, value),
        arguments: named,
      },
    ];
  });
}

/** `{name: x, value: y}`, one item of a list of arguments. */
function listOf(view: ObjectView, item: NodeId): readonly Flag[] {
  const name = text(view, field(view, item, "name"));
  const value = scalarOf(view, field(view, item, "value"));
  return [{ name, value: value?.value ?? "", origin: origin(view, item), unresolved: false }];
}

function scalarOf(view: ObjectView, node: NodeId): Located<string> | undefined {
  if (node === 0) return undefined;
  const kind = view.tree.kind(node);
  return kind === "mapping" || kind === "sequence"
    ? undefined
    : { value: view.tree.scalar(node), origin: origin(view, node) };
}

/** More than any component has settings: aliases can make a small text of millions. */
const mostScalars = 2000;

function scalarsBelow(view: ObjectView, node: NodeId): ReadonlyMap<string, Located<string>> {
  const found = new Map<string, Located<string>>();
  let left = mostScalars;
  const walk = (at: NodeId, path: readonly string[]): void => {
    if (path.length > 8 || view.tree.kind(at) !== "mapping") return;
    for (const entry of itemsOf(view, at)) {
      if (left-- <= 0) return;
      const here = [...path, view.tree.key(entry)];
      const scalar = scalarOf(view, entry);
      if (scalar === undefined) walk(entry, here);
      else found.set(here.join("."), scalar);
    }
  };
  if (node !== 0) walk(node, []);
  return found;
}
