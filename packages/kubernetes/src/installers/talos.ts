import type { Component } from "../facts.ts";
import type { DefaultFlag } from "./default-flags.ts";

/** What the flags of Talos depend on. */
export interface TalosDefaults {
  /** `cluster.controlPlane.endpoint`; undefined: written elsewhere. */
  readonly endpoint: string | undefined;
  /** `cluster.controlPlane.localAPIServerPort`. */
  readonly port: string;
  readonly serviceCidrs: string;
  readonly podCidrs: string;
}

export const talosUsual: TalosDefaults = {
  endpoint: undefined,
  port: "6443",
  serviceCidrs: "10.96.0.0/12",
  podCidrs: "10.244.0.0/16",
};

/** Where Talos writes what its machine configuration says of the files of the API server. */
export const talosApiServerConfig = "/system/config/kubernetes/kube-apiserver";
export const talosEncryptionConfig = "/system/secrets/kubernetes/kube-apiserver/encryptionconfig.yaml";
export const talosKubeletConfig = "/etc/kubernetes/kubelet.yaml";

/** Arguments that are added to Talos' own; any other replaces it (control_plane_static_pod.go, mergePolicies). */
export const talosAddedArguments: ReadonlySet<string> = new Set([
  "authorization-mode",
  "enable-admission-plugins",
  "feature-gates",
  "tls-cipher-suites",
]);

/** Arguments of the API server that Talos refuses: these files are its own (control_plane_static_pod.go, mergePolicies). */
export const talosRefusedArguments: ReadonlySet<string> = new Set([
  "client-ca-file",
  "encryption-provider-config",
  "etcd-cafile",
  "etcd-certfile",
  "etcd-keyfile",
  "etcd-servers",
  "kubelet-client-certificate",
  "kubelet-client-key",
  "proxy-client-cert-file",
  "proxy-client-key-file",
  "requestheader-client-ca-file",
  "service-account-key-file",
  "service-account-signing-key-file",
  "tls-cert-file",
  "tls-private-key-file",
]);

/**
 * The flags that Talos gives a component by itself: of the control plane in
 * internal/app/machined/pkg/controllers/k8s/control_plane_static_pod.go, of the kubelet in kubelet_spec.go, where most of
 * them stand in a file, of etcd in internal/app/machined/pkg/system/services/etcd.go.
 *
 * Since 1.9 the modes of authorization stand in a file as well, with the same meaning as `Node,RBAC` here.
 */
export function talosFlags(component: Component, defaults: TalosDefaults): readonly DefaultFlag[] {
  switch (component) {
    case "kube-apiserver":
      return apiServerFlags(defaults);
    case "kube-controller-manager":
      return controllerManagerFlags(defaults);
    case "kube-scheduler":
      return schedulerFlags;
    case "kubelet":
      return kubeletFlags;
    case "etcd":
      return etcdFlags;
  }
}

function apiServerFlags({ endpoint, port, serviceCidrs }: TalosDefaults): readonly DefaultFlag[] {
  const secrets = "/system/secrets/kubernetes/kube-apiserver";
  const ofEndpoint: readonly DefaultFlag[] =
    endpoint === undefined
      ? []
      : [
          ["api-audiences", endpoint],
          ["service-account-issuer", endpoint],
        ];
  return [
    ["admission-control-config-file", `${talosApiServerConfig}/admission-control-config.yaml`],
    ["allow-privileged", "true"],
    ["anonymous-auth", "false"],
    ["audit-log-maxage", "30"],
    ["audit-log-maxbackup", "10"],
    ["audit-log-maxsize", "100"],
    ["audit-log-path", "/var/log/audit/kube/kube-apiserver.log"],
    ["audit-policy-file", `${talosApiServerConfig}/auditpolicy.yaml`],
    ["authorization-mode", "Node,RBAC"],
    ["bind-address", "0.0.0.0"],
    ["client-ca-file", `${secrets}/ca.crt`],
    ["enable-admission-plugins", "NodeRestriction"],
    ["enable-bootstrap-token-auth", "true"],
    ["encryption-provider-config", talosEncryptionConfig],
    ["etcd-cafile", `${secrets}/etcd-client-ca.crt`],
    ["etcd-certfile", `${secrets}/etcd-client.crt`],
    ["etcd-keyfile", `${secrets}/etcd-client.key`],
    ["etcd-servers", "https://127.0.0.1:2379"],
    ["kubelet-client-certificate", `${secrets}/apiserver-kubelet-client.crt`],
    ["kubelet-client-key", `${secrets}/apiserver-kubelet-client.key`],
    ["kubelet-preferred-address-types", "InternalIP,ExternalIP,Hostname"],
    ["profiling", "false"],
    ["proxy-client-cert-file", `${secrets}/front-proxy-client.crt`],
    ["proxy-client-key-file", `${secrets}/front-proxy-client.key`],
    ["requestheader-allowed-names", "front-proxy-client"],
    ["requestheader-client-ca-file", `${secrets}/aggregator-ca.crt`],
    ["requestheader-extra-headers-prefix", "X-Remote-Extra-"],
    ["requestheader-group-headers", "X-Remote-Group"],
    ["requestheader-username-headers", "X-Remote-User"],
    ["secure-port", port],
    ...ofEndpoint,
    ["service-account-key-file", `${secrets}/service-account.pub`],
    ["service-account-signing-key-file", `${secrets}/service-account.key`],
    ["service-cluster-ip-range", serviceCidrs],
    ["tls-cert-file", `${secrets}/apiserver.crt`],
    ["tls-min-version", "VersionTLS12"],
    ["tls-private-key-file", `${secrets}/apiserver.key`],
  ];
}

function controllerManagerFlags({ podCidrs, serviceCidrs }: TalosDefaults): readonly DefaultFlag[] {
  const secrets = "/system/secrets/kubernetes/kube-controller-manager";
  return [
    ["allocate-node-cidrs", "true"],
    ["authentication-kubeconfig", `${secrets}/kubeconfig`],
    ["authorization-kubeconfig", `${secrets}/kubeconfig`],
    ["bind-address", "127.0.0.1"],
    ["cluster-cidr", podCidrs],
    ["cluster-signing-cert-file", `${secrets}/ca.crt`],
    ["cluster-signing-key-file", `${secrets}/ca.key`],
    ["configure-cloud-routes", "false"],
    ["controllers", "*,tokencleaner"],
    ["kubeconfig", `${secrets}/kubeconfig`],
    ["leader-elect", "true"],
    ["profiling", "false"],
    ["root-ca-file", `${secrets}/ca.crt`],
    ["service-account-private-key-file", `${secrets}/service-account.key`],
    ["service-cluster-ip-range", serviceCidrs],
    ["tls-min-version", "VersionTLS13"],
    ["use-service-account-credentials", "true"],
  ];
}

const schedulerSecrets = "/system/secrets/kubernetes/kube-scheduler";

const schedulerFlags: readonly DefaultFlag[] = [
  ["authentication-kubeconfig", `${schedulerSecrets}/kubeconfig`],
  ["authentication-tolerate-lookup-failure", "false"],
  ["authorization-kubeconfig", `${schedulerSecrets}/kubeconfig`],
  ["bind-address", "127.0.0.1"],
  ["kubeconfig", `${schedulerSecrets}/kubeconfig`],
  ["leader-elect", "true"],
  ["profiling", "false"],
  ["tls-min-version", "VersionTLS13"],
];

const kubeletFlags: readonly DefaultFlag[] = [
  ["anonymous-auth", "false"],
  ["authentication-token-webhook", "true"],
  ["authorization-mode", "Webhook"],
  ["bootstrap-kubeconfig", "/etc/kubernetes/bootstrap-kubeconfig"],
  ["cert-dir", "/var/lib/kubelet/pki"],
  ["client-ca-file", "/etc/kubernetes/pki/ca.crt"],
  ["kubeconfig", "/etc/kubernetes/kubeconfig-kubelet"],
  ["pod-manifest-path", "/etc/kubernetes/manifests"],
  ["protect-kernel-defaults", "true"],
  ["read-only-port", "0"],
  ["rotate-certificates", "true"],
  ["streaming-connection-idle-timeout", "5m0s"],
  ["tls-min-version", "VersionTLS13"],
];

/** Fields of a KubeletConfiguration that say what a flag of Talos says: `extraConfig` replaces them. */
export const talosKubeletFields: ReadonlyMap<string, readonly string[]> = new Map([
  ["anonymous-auth", ["authentication", "anonymous", "enabled"]],
  ["authentication-token-webhook", ["authentication", "webhook", "enabled"]],
  ["authorization-mode", ["authorization", "mode"]],
  ["client-ca-file", ["authentication", "x509", "clientCAFile"]],
  ["pod-manifest-path", ["staticPodPath"]],
  ["protect-kernel-defaults", ["protectKernelDefaults"]],
  ["read-only-port", ["readOnlyPort"]],
  ["rotate-certificates", ["rotateCertificates"]],
  ["streaming-connection-idle-timeout", ["streamingConnectionIdleTimeout"]],
  ["tls-min-version", ["tlsMinVersion"]],
]);

const etcdPki = "/system/secrets/etcd";

const etcdFlags: readonly DefaultFlag[] = [
  ["auto-tls", "false"],
  ["cert-file", `${etcdPki}/server.crt`],
  ["client-cert-auth", "true"],
  ["data-dir", "/var/lib/etcd"],
  ["key-file", `${etcdPki}/server.key`],
  ["peer-auto-tls", "false"],
  ["peer-cert-file", `${etcdPki}/peer.crt`],
  ["peer-client-cert-auth", "true"],
  ["peer-key-file", `${etcdPki}/peer.key`],
  ["peer-trusted-ca-file", `${etcdPki}/ca.crt`],
  ["trusted-ca-file", `${etcdPki}/ca.crt`],
];
