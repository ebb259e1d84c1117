import {
  type BuiltInPolicy,
  policyMaker,
  type ShortBinding,
  type ShortRole,
  type ShortRule,
} from "./built-in-policy.ts";
import type { KnownMinor } from "./versions.ts";

// What `kubeadm init` adds to a cluster's RBAC objects: k8s.io/kubernetes cmd/kubeadm/app/phases (1.30.14, 1.33.13,
// 1.34.4 and 1.37.2 compared). The Role and RoleBinding kubeadm:kubeadm-certs come with `--upload-certs` only.

const clusterWide = "";
const joiningNodes = "Group system:bootstrappers:kubeadm:default-node-token";
const nodes = "Group system:nodes";

const getNodes: ShortRule = ["get", "", "nodes"];
const getConfigMap = (name: string): ShortRule => ["get", "", "configmaps", name];

const roles: readonly ShortRole[] = [
  { namespace: clusterWide, name: "kubeadm:get-nodes", rules: [getNodes] },
  {
    namespace: clusterWide,
    name: "system:coredns",
    rules: [
      ["list,watch", "", "endpoints,services,pods,namespaces"],
      ["list,watch", "discovery.k8s.io", "endpointslices"],
    ],
  },
  { namespace: "kube-public", name: "kubeadm:bootstrap-signer-clusterinfo", rules: [getConfigMap("cluster-info")] },
  { namespace: "kube-system", name: "kube-proxy", rules: [getConfigMap("kube-proxy")] },
  { namespace: "kube-system", name: "kubeadm:kubeadm-certs", rules: [["get", "", "secrets", "kubeadm-certs"]] },
  { namespace: "kube-system", name: "kubeadm:kubelet-config", rules: [getConfigMap("kubelet-config")] },
  { namespace: "kube-system", name: "kubeadm:nodes-kubeadm-config", rules: [getConfigMap("kubeadm-config")] },
];

const bindings: readonly ShortBinding[] = [
  cluster("kubeadm:cluster-admins", "cluster-admin", "Group kubeadm:cluster-admins"),
  cluster("kubeadm:get-nodes", "kubeadm:get-nodes", joiningNodes),
  cluster("kubeadm:kubelet-bootstrap", "system:node-bootstrapper", joiningNodes),
  cluster(
    "kubeadm:node-autoapprove-bootstrap",
    "system:certificates.k8s.io:certificatesigningrequests:nodeclient",
    joiningNodes,
  ),
  cluster(
    "kubeadm:node-autoapprove-certificate-rotation",
    "system:certificates.k8s.io:certificatesigningrequests:selfnodeclient",
    nodes,
  ),
  cluster("kubeadm:node-proxier", "system:node-proxier", "ServiceAccount kube-system/kube-proxy"),
  cluster("system:coredns", "system:coredns", "ServiceAccount kube-system/coredns"),
  namespaced("kube-public", "kubeadm:bootstrap-signer-clusterinfo", "User system:anonymous"),
  namespaced("kube-system", "kube-proxy", joiningNodes),
  namespaced("kube-system", "kubeadm:kubeadm-certs", joiningNodes),
  namespaced("kube-system", "kubeadm:kubelet-config", nodes, joiningNodes),
  namespaced("kube-system", "kubeadm:nodes-kubeadm-config", joiningNodes, nodes),
];

const apiserverKubeletClient: ShortBinding = cluster(
  "kubeadm:apiserver-kubelet-client",
  "system:kubelet-api-admin",
  "User kube-apiserver-kubelet-client",
);

/** Minors whose kubeadm gave that user `kubeadm:cluster-admins` by its certificate instead (in the releases compared). */
const withoutApiserverKubeletClient: ReadonlySet<string> = new Set(["1.30", "1.31", "1.32", "1.34", "1.35"]);

/** What a cluster made by kubeadm holds besides the default policy. */
export function kubeadmPolicy(minor: KnownMinor): BuiltInPolicy {
  const make = policyMaker(`kubeadm v${minor}`);
  const ofThisMinor = withoutApiserverKubeletClient.has(minor) ? bindings : [apiserverKubeletClient, ...bindings];
  return { roles: roles.map(make.role), bindings: ofThisMinor.map(make.binding) };
}

function cluster(name: string, role: string, ...subjects: readonly string[]): ShortBinding {
  return { namespace: clusterWide, name, role: `ClusterRole ${role}`, subjects };
}

/** Of a Role with the same name. */
function namespaced(namespace: string, name: string, ...subjects: readonly string[]): ShortBinding {
  return { namespace, name, role: `Role ${name}`, subjects };
}
