import type { Flag, KubeadmEtcd, Mount, Secret } from "@authgraph/kubernetes";
import { type Located, located, type Origin, textOrigin } from "@authgraph/source";
import { placeOfObject } from "../objects/decode-object.ts";
import {
  field,
  fieldAt,
  itemsOf,
  keyPlace,
  type ObjectView,
  origin,
  writtenField,
  writtenText,
} from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import { bootstrapTokens } from "./kubeadm-tokens.ts";
import { writtenArguments } from "./written-arguments.ts";

/** What a document of kubeadm says about components; all places are known, the document may be gone. */
export type KubeadmDocument = ClusterDocument | NodeDocument;

/** The components that a ClusterConfiguration has a section for. */
export type Section = "apiServer" | "controllerManager" | "scheduler" | "etcd";

export interface ClusterDocument {
  readonly kind: "ClusterConfiguration";
  /** Its `kind`. */
  readonly origin: Origin;
  readonly version: Located<string> | undefined;
  readonly certificatesDir: Located<string> | undefined;
  readonly clusterName: Located<string> | undefined;
  readonly dnsDomain: Located<string> | undefined;
  readonly serviceSubnet: Located<string> | undefined;
  readonly podSubnet: Located<string> | undefined;
  readonly etcd: KubeadmEtcd;
  readonly sections: Readonly<Record<Section, SectionOfCluster>>;
  /** Volumes under another path than on the machine. */
  readonly mounts: readonly Mount[];
}

export interface SectionOfCluster {
  /** Where one would write another argument: the section's key as deep as it is written; undefined where it is not. */
  readonly origin: Origin | undefined;
  readonly arguments: readonly Flag[];
}

/** Of an InitConfiguration or a JoinConfiguration. */
export interface NodeDocument {
  readonly kind: "InitConfiguration" | "JoinConfiguration";
  readonly origin: Origin;
  readonly kubelet: SectionOfCluster;
  readonly nodeName: Located<string> | undefined;
  /** Of its own API server. */
  readonly advertiseAddress: Located<string> | undefined;
  readonly bindPort: Located<string> | undefined;
  /** What it makes of tokens that nodes join with. */
  readonly tokens: readonly Secret[];
}

export function clusterDocument(view: ObjectView, root: NodeId): ClusterDocument {
  const at = (...path: readonly string[]): Located<string> | undefined =>
    writtenText(view, fieldAt(view, root, ...path));
  const sections = {
    apiServer: section(view, root, "apiServer"),
    controllerManager: section(view, root, "controllerManager"),
    scheduler: section(view, root, "scheduler"),
    etcd: section(view, root, "etcd", "local"),
  };
  return {
    kind: "ClusterConfiguration",
    origin: documentOrigin(view, root),
    version: kubernetesVersion(at("kubernetesVersion")),
    certificatesDir: at("certificatesDir"),
    clusterName: at("clusterName"),
    dnsDomain: at("networking", "dnsDomain"),
    serviceSubnet: at("networking", "serviceSubnet"),
    podSubnet: at("networking", "podSubnet"),
    etcd: etcdOf(view, root, at, sections.etcd.arguments),
    sections,
    mounts: volumeSections.flatMap((name) => mountsOf(view, fieldAt(view, root, name, "extraVolumes"), "mountPath")),
  };
}

const volumeSections = ["apiServer", "controllerManager", "scheduler"] as const;

/** Of each item of a list, its `hostPath` and the path it is mounted at. */
export function mountsOf(view: ObjectView, list: NodeId, mountPath: "mountPath" | "containerPath"): readonly Mount[] {
  return itemsOf(view, list).flatMap((item) => {
    const path = writtenText(view, field(view, item, mountPath));
    const from = writtenText(view, field(view, item, "hostPath"));
    return path === undefined || from === undefined || path.value === from.value ? [] : [{ path, from }];
  });
}

export function nodeDocument(view: ObjectView, root: NodeId, kind: NodeDocument["kind"]): NodeDocument {
  const endpoint =
    kind === "InitConfiguration"
      ? field(view, root, "localAPIEndpoint")
      : fieldAt(view, root, "controlPlane", "localAPIEndpoint");
  return {
    kind,
    origin: documentOrigin(view, root),
    kubelet: section(view, root, "nodeRegistration"),
    nodeName: writtenText(view, fieldAt(view, root, "nodeRegistration", "name")),
    advertiseAddress: writtenText(view, field(view, endpoint, "advertiseAddress")),
    bindPort: writtenNumber(view, field(view, endpoint, "bindPort")),
    tokens: bootstrapTokens(view, field(view, root, "bootstrapTokens")),
  };
}

/** Where a document is pointed at as a whole. */
export function documentOrigin(view: ObjectView, root: NodeId): Origin {
  const { start, end } = placeOfObject(view, root);
  return textOrigin(view.source, start, end);
}

/** The section at a path, whose arguments are its `extraArgs` (of a kubelet `kubeletExtraArgs`). */
function section(view: ObjectView, root: NodeId, ...path: readonly string[]): SectionOfCluster {
  const node = fieldAt(view, root, ...path);
  const name = path[0] === "nodeRegistration" ? "kubeletExtraArgs" : "extraArgs";
  let at: Origin | undefined;
  let parent = root;
  for (const key of [...path, name]) {
    const entry = writtenField(view.tree, parent, key);
    if (entry === 0) break;
    const { start, end } = keyPlace(view, entry);
    at = textOrigin(view.source, start, end);
    parent = entry;
  }
  return { origin: at, arguments: writtenArguments(view, field(view, node, name)) };
}

function etcdOf(
  view: ObjectView,
  root: NodeId,
  at: (...path: readonly string[]) => Located<string> | undefined,
  written: readonly Flag[],
): KubeadmEtcd {
  const external = fieldAt(view, root, "etcd", "external");
  if (external === 0) {
    const urls = written.find(({ name }) => name === "advertise-client-urls");
    return {
      kind: "local",
      dataDir: at("etcd", "local", "dataDir"),
      advertiseClientUrls: urls && { value: urls.value ?? "", origin: urls.origin },
    };
  }
  const endpoints = field(view, external, "endpoints");
  const list = itemsOf(view, endpoints).flatMap((item) => writtenText(view, item)?.value ?? []);
  return {
    kind: "external",
    endpoints: located(list.join(","), origin(view, endpoints === 0 ? external : endpoints)),
    caFile: at("etcd", "external", "caFile"),
    certFile: at("etcd", "external", "certFile"),
    keyFile: at("etcd", "external", "keyFile"),
  };
}

/** A version of Kubernetes without its `v`; undefined for a name such as `stable-1` or a placeholder. */
export function kubernetesVersion(written: Located<string> | undefined): Located<string> | undefined {
  const [, number] = /^v?(\d+\.\d+(?:\.\d+)?)(?![\d.])/.exec(written?.value ?? "") ?? [];
  return written === undefined || number === undefined ? undefined : located(number, written.origin);
}

function writtenNumber(view: ObjectView, node: NodeId): Located<string> | undefined {
  return node === 0 || view.tree.kind(node) !== "integer"
    ? undefined
    : located(view.tree.scalar(node), origin(view, node));
}
