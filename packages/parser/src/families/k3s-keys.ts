import type { Component } from "@authgraph/kubernetes";

/** Settings that hold arguments of a component (pkg/cli/cmds/server.go; `kube-controller-arg` is the older name). */
export const argumentKeys: ReadonlyMap<string, Component> = new Map<string, Component>([
  ["kube-apiserver-arg", "kube-apiserver"],
  ["kube-controller-manager-arg", "kube-controller-manager"],
  ["kube-controller-arg", "kube-controller-manager"],
  ["kube-scheduler-arg", "kube-scheduler"],
  ["kubelet-arg", "kubelet"],
  ["etcd-arg", "etcd"],
]);

/** Settings of which the value counts besides. Everything else, tokens above all, is not kept. */
const valuedKeys: ReadonlySet<string> = new Set([
  "audit-policy-file",
  "cluster-cidr",
  "cluster-domain",
  "cluster-init",
  "config",
  "data-dir",
  "disable-agent",
  "disable-apiserver",
  "disable-controller-manager",
  "disable-etcd",
  "disable-scheduler",
  "pod-security-admission-config-file",
  "profile",
  "protect-kernel-defaults",
  "secrets-encryption",
  "service-cidr",
]);

/** Settings of which only counts that they are there: the value may hold a password. */
const presentKeys: ReadonlySet<string> = new Set(["datastore-endpoint", "server"]);

/** What is kept of a setting. */
export function keepOf(key: string): "value" | "presence" | "nothing" {
  if (argumentKeys.has(key) || valuedKeys.has(key)) return "value";
  return presentKeys.has(key) ? "presence" : "nothing";
}

/** Settings that a server takes and an agent does not know. */
const serverKeys: ReadonlySet<string> = new Set([
  ...[...argumentKeys.keys()].filter((key) => key !== "kubelet-arg"),
  ..."advertise-address advertise-port agent-token agent-token-file cluster-cidr cluster-dns cluster-domain cluster-init".split(
    " ",
  ),
  ..."cni datastore-endpoint disable disable-agent disable-apiserver disable-controller-manager disable-etcd".split(
    " ",
  ),
  ..."disable-scheduler embedded-registry etcd-expose-metrics flannel-backend https-listen-port".split(" "),
  ..."ingress-controller kube-cloud-controller-manager-arg secrets-encryption service-cidr servicelb-namespace".split(
    " ",
  ),
  ..."service-node-port-range tls-san tls-san-security write-kubeconfig write-kubeconfig-mode".split(" "),
]);

export function isServerKey(key: string): boolean {
  return serverKeys.has(key) || key.startsWith("etcd-s3") || key.startsWith("etcd-snapshot");
}

/** Settings that RKE2 has and k3s does not (pkg/cli/cmds/root.go of rancher/rke2). */
export function isRke2Key(key: string): boolean {
  return rke2Keys.has(key) || /-extra-(?:mount|env)$/.test(key);
}

const rke2Keys: ReadonlySet<string> = new Set([
  "audit-policy-file",
  "cni",
  "control-plane-probe-configuration",
  "control-plane-resource-limits",
  "control-plane-resource-requests",
  "etcd-image",
  "ingress-controller",
  "kube-apiserver-image",
  "pod-security-admission-config-file",
  "profile",
]);

/** Flags of the command line that take no value; `--flag value` has one in every other case. */
const switches: ReadonlySet<string> = new Set([
  ..."alsologtostderr cluster-init cluster-reset debug disable-agent disable-apiserver disable-apiserver-lb".split(" "),
  ..."disable-cloud-controller disable-controller-manager disable-default-registry-endpoint disable-etcd".split(" "),
  ..."disable-helm-controller disable-kube-proxy disable-network-policy disable-scheduler docker".split(" "),
  ..."embedded-registry enable-pprof enable-servicelb etcd-disable-snapshots etcd-expose-metrics etcd-s3".split(" "),
  ..."etcd-s3-insecure etcd-s3-skip-ssl-verify etcd-snapshot-compress flannel-external-ip flannel-ipv6-masq".split(" "),
  ..."kine-tls nonroot-devices prefer-bundled-bin protect-kernel-defaults rootless secrets-encryption selinux".split(
    " ",
  ),
  ..."serve-manifests supervisor-metrics".split(" "),
]);

export function isSwitch(name: string): boolean {
  return switches.has(name);
}

/** Flags of Kubernetes that somebody may take for settings of k3s: there they count only among the arguments. */
export const misplacedKeys: ReadonlyMap<string, string> = new Map([
  ["anonymous-auth", "kube-apiserver-arg or kubelet-arg"],
  ["authorization-mode", "kube-apiserver-arg or kubelet-arg"],
  ["client-ca-file", "kube-apiserver-arg or kubelet-arg"],
  ["authentication-config", "kube-apiserver-arg"],
  ["authorization-config", "kube-apiserver-arg"],
  ["disable-admission-plugins", "kube-apiserver-arg"],
  ["enable-admission-plugins", "kube-apiserver-arg"],
  ["encryption-provider-config", "kube-apiserver-arg"],
  ["token-auth-file", "kube-apiserver-arg"],
  ["read-only-port", "kubelet-arg"],
]);
