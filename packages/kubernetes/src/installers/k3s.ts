import type { Component } from "../facts.ts";
import type { DefaultFlag } from "./default-flags.ts";

/** What the flags of k3s and RKE2 depend on; a component's own arguments are laid over them. */
export interface K3sDefaults {
  readonly program: "k3s" | "rke2";
  /** `data-dir`. */
  readonly dataDir: string;
  readonly clusterCidr: string;
  readonly serviceCidr: string;
  readonly clusterDomain: string;
  /** `secrets-encryption`. */
  readonly encryptsSecrets: boolean;
  /** `protect-kernel-defaults`, or a CIS profile of RKE2. */
  readonly protectsKernelDefaults: boolean;
  /** An etcd of its own rather than SQLite behind kine. */
  readonly hasEtcd: boolean;
  /** Flags that are left out where structured configuration says the same (`leavesToFiles`). */
  readonly left: ReadonlySet<string>;
}

/** Folder of state, and networks, where nothing says otherwise (pkg/cli/cmds/server.go, docs "Server CLI"). */
export const k3sUsual: Pick<K3sDefaults, "clusterCidr" | "serviceCidr" | "clusterDomain"> = {
  clusterCidr: "10.42.0.0/16",
  serviceCidr: "10.43.0.0/16",
  clusterDomain: "cluster.local",
};

/**
 * The flags that k3s gives a component by itself; RKE2 starts from the same. The API server's, controller manager's and
 * scheduler's are those of pkg/daemons/control/server.go, the kubelet's those of pkg/daemons/agent/agent_linux.go, etcd's
 * the settings that pkg/etcd/etcd.go writes into its configuration file.
 *
 * Since 1.32 the kubelet gets most of its own in a file of a folder (`--config-dir`); what they say is the same, and
 * `kubelet-arg` goes over both.
 */
export function k3sFlags(component: Component, defaults: K3sDefaults): readonly DefaultFlag[] {
  return flagsOf(component, defaults).filter(([name]) => !defaults.left.has(name));
}

function flagsOf(component: Component, defaults: K3sDefaults): readonly DefaultFlag[] {
  switch (component) {
    case "kube-apiserver":
      return apiServerFlags(defaults);
    case "kube-controller-manager":
      return controllerManagerFlags(defaults);
    case "kube-scheduler":
      return schedulerFlags(defaults);
    case "kubelet":
      return kubeletFlags(defaults);
    case "etcd":
      return etcdFlags(defaults);
  }
}

function apiServerFlags(defaults: K3sDefaults): readonly DefaultFlag[] {
  const { program, dataDir, serviceCidr, clusterDomain, encryptsSecrets } = defaults;
  const tls = `${dataDir}/server/tls`;
  const issuer = `https://kubernetes.default.svc.${clusterDomain}`;
  // k3s answers on 6443 itself and hands requests on.
  const listens: readonly DefaultFlag[] =
    program === "k3s"
      ? [
          ["bind-address", "127.0.0.1"],
          ["secure-port", "6444"],
        ]
      : [
          ["bind-address", "0.0.0.0"],
          ["secure-port", "6443"],
        ];
  const encryption: readonly DefaultFlag[] = encryptsSecrets
    ? [["encryption-provider-config", `${dataDir}/server/cred/encryption-config.json`]]
    : [];
  return [
    ["allow-privileged", "true"],
    ["anonymous-auth", "false"],
    ["api-audiences", `${issuer},${program}`],
    ["authorization-mode", "Node,RBAC"],
    ["cert-dir", `${tls}/temporary-certs`],
    ["client-ca-file", `${tls}/client-ca.crt`],
    ["enable-admission-plugins", "NodeRestriction"],
    ["enable-aggregator-routing", "true"],
    ["enable-bootstrap-token-auth", "true"],
    ["egress-selector-config-file", `${dataDir}/server/etc/egress-selector-config.yaml`],
    ...encryption,
    ...storageFlags(defaults),
    ["kubelet-certificate-authority", `${tls}/server-ca.crt`],
    ["kubelet-client-certificate", `${tls}/client-kube-apiserver.crt`],
    ["kubelet-client-key", `${tls}/client-kube-apiserver.key`],
    ["kubelet-preferred-address-types", "InternalIP,ExternalIP,Hostname"],
    ["profiling", "false"],
    ["proxy-client-cert-file", `${tls}/client-auth-proxy.crt`],
    ["proxy-client-key-file", `${tls}/client-auth-proxy.key`],
    ["requestheader-allowed-names", "system:auth-proxy"],
    ["requestheader-client-ca-file", `${tls}/request-header-ca.crt`],
    ["requestheader-extra-headers-prefix", "X-Remote-Extra-"],
    ["requestheader-group-headers", "X-Remote-Group"],
    ["requestheader-username-headers", "X-Remote-User"],
    ...listens,
    ["service-account-issuer", issuer],
    ["service-account-key-file", `${tls}/service.key`],
    ["service-account-signing-key-file", `${tls}/service.current.key`],
    ["service-cluster-ip-range", serviceCidr],
    ["service-node-port-range", "30000-32767"],
    ["storage-backend", "etcd3"],
    ["tls-cert-file", `${tls}/serving-kube-apiserver.crt`],
    [
      "tls-cipher-suites",
      "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305,TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305",
    ],
    ["tls-private-key-file", `${tls}/serving-kube-apiserver.key`],
  ];
}

function storageFlags({ dataDir, hasEtcd }: K3sDefaults): readonly DefaultFlag[] {
  if (!hasEtcd) return [["etcd-servers", "unix://kine.sock"]];
  return [
    ["etcd-cafile", `${dataDir}/server/tls/etcd/server-ca.crt`],
    ["etcd-certfile", `${dataDir}/server/tls/etcd/client.crt`],
    ["etcd-keyfile", `${dataDir}/server/tls/etcd/client.key`],
    ["etcd-servers", "https://127.0.0.1:2379"],
  ];
}

function controllerManagerFlags({ dataDir, clusterCidr, serviceCidr }: K3sDefaults): readonly DefaultFlag[] {
  const tls = `${dataDir}/server/tls`;
  const kubeconfig = `${dataDir}/server/cred/controller.kubeconfig`;
  return [
    ["allocate-node-cidrs", "true"],
    ["authentication-kubeconfig", kubeconfig],
    ["authorization-kubeconfig", kubeconfig],
    ["bind-address", "127.0.0.1"],
    ["cluster-cidr", clusterCidr],
    ["cluster-signing-kube-apiserver-client-cert-file", `${tls}/client-ca.nochain.crt`],
    ["cluster-signing-kube-apiserver-client-key-file", `${tls}/client-ca.key`],
    ["cluster-signing-kubelet-client-cert-file", `${tls}/client-ca.nochain.crt`],
    ["cluster-signing-kubelet-client-key-file", `${tls}/client-ca.key`],
    ["cluster-signing-kubelet-serving-cert-file", `${tls}/server-ca.nochain.crt`],
    ["cluster-signing-kubelet-serving-key-file", `${tls}/server-ca.key`],
    ["cluster-signing-legacy-unknown-cert-file", `${tls}/server-ca.nochain.crt`],
    ["cluster-signing-legacy-unknown-key-file", `${tls}/server-ca.key`],
    ["configure-cloud-routes", "false"],
    ["controllers", "*,tokencleaner,-service,-route,-cloud-node-lifecycle"],
    ["kubeconfig", kubeconfig],
    ["profiling", "false"],
    ["root-ca-file", `${tls}/server-ca.crt`],
    ["secure-port", "10257"],
    ["service-account-private-key-file", `${tls}/service.current.key`],
    ["service-cluster-ip-range", serviceCidr],
    ["use-service-account-credentials", "true"],
  ];
}

function schedulerFlags({ dataDir }: K3sDefaults): readonly DefaultFlag[] {
  const kubeconfig = `${dataDir}/server/cred/scheduler.kubeconfig`;
  return [
    ["authentication-kubeconfig", kubeconfig],
    ["authorization-kubeconfig", kubeconfig],
    ["bind-address", "127.0.0.1"],
    ["kubeconfig", kubeconfig],
    ["profiling", "false"],
    ["secure-port", "10259"],
  ];
}

function kubeletFlags({ dataDir, clusterDomain, protectsKernelDefaults }: K3sDefaults): readonly DefaultFlag[] {
  const agent = `${dataDir}/agent`;
  const protection: readonly DefaultFlag[] = protectsKernelDefaults ? [["protect-kernel-defaults", "true"]] : [];
  return [
    ["anonymous-auth", "false"],
    ["authentication-token-webhook", "true"],
    ["authorization-mode", "Webhook"],
    ["client-ca-file", `${agent}/client-ca.crt`],
    ["cluster-domain", clusterDomain],
    ["healthz-bind-address", "127.0.0.1"],
    ["kubeconfig", `${agent}/kubelet.kubeconfig`],
    ["pod-manifest-path", `${agent}/pod-manifests`],
    ...protection,
    ["read-only-port", "0"],
    ["tls-cert-file", `${agent}/serving-kubelet.crt`],
    ["tls-private-key-file", `${agent}/serving-kubelet.key`],
  ];
}

function etcdFlags({ dataDir }: K3sDefaults): readonly DefaultFlag[] {
  const tls = `${dataDir}/server/tls/etcd`;
  return [
    ["data-dir", `${dataDir}/server/db/etcd`],
    ["cert-file", `${tls}/server-client.crt`],
    ["key-file", `${tls}/server-client.key`],
    ["client-cert-auth", "true"],
    ["trusted-ca-file", `${tls}/server-ca.crt`],
    ["peer-cert-file", `${tls}/peer-server-client.crt`],
    ["peer-key-file", `${tls}/peer-server-client.key`],
    ["peer-client-cert-auth", "true"],
    ["peer-trusted-ca-file", `${tls}/peer-ca.crt`],
  ];
}

/**
 * Flags of the API server that are left out because a file says the same; beside it they would keep the server from
 * starting. So since 1.30.14, 1.31.10, 1.32.6 and 1.33.2 (k3s-io/k3s#12277); before, the server did not start, unless the
 * flag was written empty. An unknown version counts as a new one.
 */
export function k3sLeavesToFiles(written: ReadonlySet<string>, version: string | undefined): ReadonlySet<string> {
  const left = new Set<string>();
  if (version !== undefined && isBefore(version)) return left;
  if (written.has("authentication-config")) left.add("anonymous-auth");
  if (written.has("authorization-config")) left.add("authorization-mode");
  return left;
}

const firstPatches: ReadonlyMap<number, number> = new Map([
  [30, 14],
  [31, 10],
  [32, 6],
  [33, 2],
]);

function isBefore(version: string): boolean {
  const match = /^v?1\.(\d+)(?:\.(\d+))?/.exec(version);
  if (match === null) return false;
  const minor = Number(match[1]);
  const first = firstPatches.get(minor);
  return first === undefined ? minor < 30 : match[2] !== undefined && Number(match[2]) < first;
}
