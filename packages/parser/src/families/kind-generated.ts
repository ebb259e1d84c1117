import {
  type KindSettings,
  kindArguments,
  kindKubeletSettings,
  kindPodSubnet,
  kindServiceSubnet,
} from "@authgraph/kubernetes";
import { type Located, located } from "@authgraph/source";
import { field, fieldAt, itemsOf, type ObjectView, origin, writtenText } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";
import type { KindDocuments } from "./kind-merge.ts";
import { documentOrigin, type NodeDocument, type SectionOfCluster } from "./kubeadm-documents.ts";

/** What kind generates for kubeadm of its own file, before any patch. */
export function generatedDocuments(
  view: ObjectView,
  root: NodeId,
  version: Located<string> | undefined,
): KindDocuments {
  const at = documentOrigin(view, root);
  const settings: KindSettings = {
    featureGates: pairs(view, field(view, root, "featureGates")),
    runtimeConfig: pairs(view, field(view, root, "runtimeConfig")),
  };
  const section = (component: Parameters<typeof kindArguments>[0]): SectionOfCluster => ({
    origin: undefined,
    arguments: kindArguments(component, settings),
  });
  const node = (kind: NodeDocument["kind"]): NodeDocument => ({
    kind,
    origin: at,
    kubelet: section("kubelet"),
    nodeName: undefined,
    advertiseAddress: undefined,
    bindPort: undefined,
    tokens: [],
  });
  return {
    cluster: {
      kind: "ClusterConfiguration",
      origin: at,
      version,
      certificatesDir: undefined,
      clusterName: writtenText(view, field(view, root, "name")) ?? located("kind", kindPodSubnet.origin),
      dnsDomain: undefined,
      serviceSubnet: writtenText(view, fieldAt(view, root, "networking", "serviceSubnet")) ?? kindServiceSubnet,
      podSubnet: writtenText(view, fieldAt(view, root, "networking", "podSubnet")) ?? kindPodSubnet,
      etcd: { kind: "local", dataDir: undefined, advertiseClientUrls: undefined },
      sections: {
        apiServer: section("kube-apiserver"),
        controllerManager: section("kube-controller-manager"),
        scheduler: section("kube-scheduler"),
        etcd: section("etcd"),
      },
      mounts: [],
    },
    init: node("InitConfiguration"),
    join: node("JoinConfiguration"),
    kubelet: new Map([...kindKubeletSettings, ...gatesOfKubelet(view, field(view, root, "featureGates"))]),
  };
}

/** `A=true,B=false` of a map, in the order of its keys. */
function pairs(view: ObjectView, node: NodeId): Located<string> | undefined {
  const written = itemsOf(view, node).map((entry) => `${view.tree.key(entry)}=${scalar(view, entry)}`);
  return written.length === 0 ? undefined : located(written.sort().join(","), origin(view, node));
}

function gatesOfKubelet(view: ObjectView, node: NodeId): readonly (readonly [string, Located<string>])[] {
  return itemsOf(view, node).map((entry) => {
    const value = located(scalar(view, entry), origin(view, entry));
    return [`featureGates.${view.tree.key(entry)}`, value] as const;
  });
}

function scalar({ tree }: ObjectView, node: NodeId): string {
  const kind = tree.kind(node);
  return kind === "mapping" || kind === "sequence" ? "" : tree.scalar(node);
}
