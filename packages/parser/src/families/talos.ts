import { type Component, type Flag, talosKubeletFields, talosRefusedArguments } from "@authgraph/kubernetes";
import { located, textOrigin } from "@authgraph/source";
import { type Collected, report } from "../documents/collected.ts";
import { placedText } from "../documents/pod-invocations.ts";
import { hasPlaceholder } from "../invocations/template-mark.ts";
import { field, fieldAt, itemsOf, keyPlace, type ObjectView, origin, place, text } from "../objects/object-view.ts";
import { originOfPlaced } from "../placed-text.ts";
import type { NodeId } from "../reader/tree.ts";
import { embeddedText } from "./embedded-text.ts";
import type { FamilyReader } from "./read-family.ts";
import { addInstallersText, addSubtree, startText, withFields } from "./subtree-text.ts";
import type { TalosComponent, TalosMachine, TalosPart } from "./talos-document.ts";

const topKeys = new Set(["version", "debug", "persist", "machine", "cluster"]);

/**
 * Reads Talos' machine configuration, and patches of one (pkg/machinery/config/types/v1alpha1/v1alpha1_types.go): known by
 * its version, a patch by holding nothing but parts of one.
 */
export const readTalosMachine: FamilyReader = (collected, view, root, _type, _around) => {
  const machine = field(view, root, "machine");
  const cluster = field(view, root, "cluster");
  const hasVersion = text(view, field(view, root, "version")) === "v1alpha1";
  if (!(hasVersion && machine + cluster !== 0) && !isPatch(view, root, machine, cluster)) return undefined;

  const draft = machineOf(collected, view, root);
  const type = text(view, field(view, machine, "type"));
  if (type !== "") draft.type = type;
  if (hasVersion && type !== "") draft.isWhole = true;
  readMachine(collected, view, machine, draft);
  readCluster(collected, view, cluster, draft);
  return "evaluated";
};

function isPatch(view: ObjectView, root: NodeId, machine: NodeId, cluster: NodeId): boolean {
  const { tree } = view;
  if (!itemsOf(view, root).every((entry) => topKeys.has(tree.key(entry)))) return false;
  const isMapping = (node: NodeId): boolean => node !== 0 && tree.kind(node) === "mapping";
  return (
    isMapping(field(view, machine, "kubelet")) ||
    text(view, field(view, machine, "type")) !== "" ||
    itemsOf(view, field(view, machine, "files")).some((file) => field(view, file, "content") !== 0) ||
    ["apiServer", "controllerManager", "scheduler", "etcd"].some((name) => isMapping(field(view, cluster, name)))
  );
}

/** The machine that the documents of the present text describe. */
export function machineOf(collected: Collected, view: ObjectView, root: NodeId): TalosMachine {
  const [known] = collected.talos;
  if (known !== undefined) return known;
  const first = view.tree.first(root);
  const draft: TalosMachine = {
    type: undefined,
    isWhole: false,
    origin: first === 0 ? origin(view, root) : originOfKey(view, first),
    components: new Map(),
    endpoint: undefined,
    port: undefined,
    serviceCidrs: undefined,
    podCidrs: undefined,
    admission: undefined,
    authorization: undefined,
    authentication: undefined,
    authorizers: new Set(),
    audit: undefined,
    encryption: undefined,
    kubelet: undefined,
    kubeletFields: new Set(),
  };
  collected.talos.push(draft);
  return draft;
}

function originOfKey(view: ObjectView, entry: NodeId): ReturnType<typeof textOrigin> {
  const at = keyPlace(view, entry);
  return textOrigin(view.source, at.start, at.end);
}

function readMachine(collected: Collected, view: ObjectView, machine: NodeId, draft: TalosMachine): void {
  const kubelet = field(view, machine, "kubelet");
  if (kubelet !== 0) {
    readComponent(collected, view, kubelet, "kubelet", draft);
    readKubelet(view, kubelet, field(view, kubelet, "extraConfig"), draft);
  }
  for (const file of itemsOf(view, field(view, machine, "files"))) {
    const path = field(view, file, "path");
    const source = embeddedText(view, field(view, file, "content"));
    if (source === undefined || text(view, path) === "") continue;
    collected.facts.push({
      fact: "machine-file",
      file: { path: located(text(view, path), origin(view, path)), source },
    });
  }
}

/** What both forms of a kubelet's configuration say beyond its arguments. */
export function readKubelet(view: ObjectView, kubelet: NodeId, extraConfig: NodeId, draft: TalosMachine): void {
  const seccomp = field(view, kubelet, "defaultRuntimeSeccompProfileEnabled");
  if (seccomp !== 0) {
    const own = draft.components.get("kubelet");
    const value = view.tree.scalar(seccomp);
    own?.arguments.unshift({ name: "seccomp-default", value, origin: origin(view, seccomp), unresolved: false });
  }
  if (extraConfig === 0 || view.tree.first(extraConfig) === 0) return;
  for (const [flag, path] of talosKubeletFields) {
    if (fieldAt(view, extraConfig, ...path) !== 0) draft.kubeletFields.add(flag);
  }
  const fields = { apiVersion: "kubelet.config.k8s.io/v1beta1", kind: "KubeletConfiguration" };
  draft.kubelet = typedPart(partOf(view, extraConfig), fields);
}

const clusterComponents: readonly (readonly [string, Component])[] = [
  ["apiServer", "kube-apiserver"],
  ["controllerManager", "kube-controller-manager"],
  ["scheduler", "kube-scheduler"],
  ["etcd", "etcd"],
];

function readCluster(collected: Collected, view: ObjectView, cluster: NodeId, draft: TalosMachine): void {
  for (const [name, component] of clusterComponents) {
    const node = field(view, cluster, name);
    if (node !== 0) readComponent(collected, view, node, component, draft);
  }
  const { tree } = view;
  const scalar = (...path: readonly string[]): string | undefined => {
    const node = fieldAt(view, cluster, ...path);
    return node === 0 || tree.kind(node) === "mapping" || tree.kind(node) === "sequence"
      ? undefined
      : tree.scalar(node);
  };
  const list = (...path: readonly string[]): string | undefined => {
    const items = itemsOf(view, fieldAt(view, cluster, ...path)).map((item) => text(view, item));
    return items.length === 0 ? undefined : items.join(",");
  };
  draft.endpoint ??= scalar("controlPlane", "endpoint");
  draft.port ??= scalar("controlPlane", "localAPIServerPort");
  draft.serviceCidrs ??= list("network", "serviceSubnets");
  draft.podCidrs ??= list("network", "podSubnets");

  const apiServer = field(view, cluster, "apiServer");
  for (const plugin of itemsOf(view, field(view, apiServer, "admissionControl"))) addAdmission(view, plugin, draft);
  for (const authorizer of itemsOf(view, field(view, apiServer, "authorizationConfig"))) {
    addAuthorizer(view, authorizer, draft);
  }
  const audit = field(view, apiServer, "auditPolicy");
  if (audit !== 0) draft.audit = partOf(view, audit);
  readEncryption(view, cluster, draft);
}

/** Keys that Talos encrypts Secrets with; what they are is not looked at (internal/…/k8s/templates.go, EncryptionConfig). */
function readEncryption(view: ObjectView, cluster: NodeId, draft: TalosMachine): void {
  const providers = [
    ["secretbox", "secretboxEncryptionSecret"],
    ["aescbc", "aescbcEncryptionSecret"],
  ] as const;
  const given = providers.filter(([, key]) => field(view, cluster, key) !== 0);
  const [first] = given;
  if (first === undefined) return;
  const at = keyPlace(view, field(view, cluster, first[1]));
  const encryption = {
    apiVersion: "apiserver.config.k8s.io/v1",
    kind: "EncryptionConfiguration",
    resources: [
      {
        resources: ["secrets"],
        providers: [
          ...given.map(([name]) => ({ [name]: { keys: [{ name: "key", secret: nothing }] } })),
          { identity: {} },
        ],
      },
    ],
  };
  const part: TalosPart = { draft: startText(), at };
  addInstallersText(part.draft, JSON.stringify(encryption), at);
  draft.encryption = part;
}

/** Stands for a key of 32 bytes. */
const nothing = `${"A".repeat(43)}=`;

/** Adds a plugin to the admission configuration; an item that takes one away says nothing of others. */
export function addAdmission(view: ObjectView, plugin: NodeId, draft: TalosMachine): void {
  const takesAway = itemsOf(view, plugin).some((entry) => /^\$+patch$/.test(view.tree.key(entry)));
  if (takesAway || field(view, plugin, "name") === 0) return;
  draft.admission ??= { draft: startText(), at: place(view, plugin) };
  addItem(view, plugin, draft.admission);
}

export function addAuthorizer(view: ObjectView, authorizer: NodeId, draft: TalosMachine): void {
  const type = text(view, field(view, authorizer, "type"));
  if (type === "") return;
  draft.authorizers.add(type);
  draft.authorization ??= { draft: startText(), at: place(view, authorizer) };
  addItem(view, authorizer, draft.authorization);
}

/** Adds what is wanted of a mapping as an item of a list. */
function addItem(view: ObjectView, node: NodeId, { draft }: TalosPart): void {
  if (draft.text !== "") addInstallersText(draft, ",", place(view, node));
  addSubtree(draft, view, node, (key) => partsOfItems.has(key));
}

/** Of plugins and authorizers; the others are those of a document. */
const partsOfItems = new Set(["name", "type", "configuration", "webhook"]);

/** A value as a file of its own. */
export function partOf(view: ObjectView, node: NodeId): TalosPart {
  const draft = startText();
  addSubtree(draft, view, node);
  return { draft, at: place(view, node) };
}

/** A mapping that Talos adds a type to, unless it has one. */
export function typedPart(
  { draft, at }: TalosPart,
  type: { readonly apiVersion: string; readonly kind: string },
): TalosPart {
  return { draft: /[{,]"kind":/.test(draft.text) ? draft : withFields(draft, type, at), at };
}

/** Image and arguments, as both forms have them. */
export function readComponent(
  collected: Collected,
  view: ObjectView,
  node: NodeId,
  component: Component,
  draft: TalosMachine,
): void {
  const known = draft.components.get(component);
  const own: TalosComponent = known ?? { origin: originOfEntry(view, node), version: undefined, arguments: [] };
  draft.components.set(component, own);
  own.version = versionOfImage(view, field(view, node, "image")) ?? own.version;
  const extra = field(view, node, "extraArgs");
  if (extra === 0) return;
  if (view.tree.kind(extra) !== "mapping") {
    report(collected, "error", "wrong-type", "extraArgs is a map from names to values", place(view, extra));
    return;
  }
  for (const entry of itemsOf(view, extra)) {
    const name = view.tree.key(entry).replaceAll("_", "-");
    if (component === "kube-apiserver" && talosRefusedArguments.has(name)) {
      const message = `Talos refuses the argument ${name}: the file is its own`;
      report(collected, "error", "refused-argument", message, keyPlace(view, entry));
      continue;
    }
    own.arguments.push(...argumentsOf(collected, view, entry, name));
  }
}

/** A document of its own is told by its `kind`, a part of one by its key. */
function originOfEntry(view: ObjectView, node: NodeId): TalosComponent["origin"] {
  if (node !== view.tree.root) return originOfKey(view, node);
  return origin(view, field(view, node, "kind"));
}

/** A text, or since Talos 1.12 a list of them: the argument as often. */
function argumentsOf(collected: Collected, view: ObjectView, entry: NodeId, name: string): readonly Flag[] {
  const { tree, source } = view;
  const items = tree.kind(entry) === "sequence" ? itemsOf(view, entry) : [entry];
  return items.flatMap((item) => {
    const kind = tree.kind(item);
    if (kind === "mapping" || kind === "sequence") {
      report(
        collected,
        "error",
        "wrong-type",
        `${name} takes a text or a list of texts, not a ${kind}`,
        place(view, item),
      );
      return [];
    }
    const value = kind === "null" ? "" : tree.scalar(item);
    const start = item === entry ? tree.keyStart(entry) : tree.start(item);
    const flagOrigin = textOrigin(source, start, tree.end(item));
    return [{ name, value, origin: flagOrigin, unresolved: hasPlaceholder(value) }];
  });
}

function versionOfImage(view: ObjectView, image: NodeId): TalosComponent["version"] {
  const placed = placedText(view, image);
  const match = placed === undefined ? null : /:v?(1\.\d+\.\d+)/.exec(placed.text);
  if (placed === undefined || match === null) return undefined;
  const number = match[1] ?? "";
  const end = match.index + match[0].length;
  return located(number, originOfPlaced(placed, end - number.length, end));
}
