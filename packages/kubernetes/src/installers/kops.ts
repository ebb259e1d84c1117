import type { Component } from "../facts.ts";
import type { DefaultFlag } from "./default-flags.ts";

/** What kops' own flags depend on. */
export interface KopsDefaults {
  readonly clusterName: string;
  readonly serviceCidr: string;
  /** `spec.etcdClusters` has one for events. */
  readonly hasEventsEtcd: boolean;
}

/** Where kops writes what `spec.encryptionConfig` and `spec.authentication` switch on. */
export const kopsEncryptionConfig = "/srv/kubernetes/kube-apiserver/encryptionconfig.yaml";

/** Plugins that kops enables; `appendAdmissionPlugins` are added to them. */
export const kopsAdmissionPlugins =
  "DefaultStorageClass,DefaultTolerationSeconds,LimitRanger,MutatingAdmissionWebhook,NamespaceLifecycle,NodeRestriction,ResourceQuota,RuntimeClass,ServiceAccount,ValidatingAdmissionPolicy,ValidatingAdmissionWebhook";

/**
 * The flags that kops gives a component by itself (pkg/model/components/{apiserver,kubelet,kubecontrollermanager}, and
 * nodeup/pkg/model), as its own golden files have them; left out is what no access depends on. Of the kubelet's most stand
 * in a file, whose remaining fields have the defaults of a file (`readOnlyPort: 0`).
 */
export function kopsFlags(component: Component, defaults: KopsDefaults): readonly DefaultFlag[] {
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
      // etcd-manager's, and no field of kops' is a flag of it.
      return [];
  }
}

function apiServerFlags({ clusterName, serviceCidr, hasEventsEtcd }: KopsDefaults): readonly DefaultFlag[] {
  const folder = "/srv/kubernetes/kube-apiserver";
  const issuer = `https://api.internal.${clusterName}`;
  const events: readonly DefaultFlag[] = hasEventsEtcd
    ? [["etcd-servers-overrides", "/events#https://127.0.0.1:4002"]]
    : [];
  return [
    ["allow-privileged", "true"],
    ["anonymous-auth", "false"],
    ["api-audiences", "kubernetes.svc.default"],
    ["apiserver-count", "1"],
    ["authorization-mode", "Node,RBAC"],
    ["bind-address", "0.0.0.0"],
    ["client-ca-file", "/srv/kubernetes/ca.crt"],
    ["enable-admission-plugins", kopsAdmissionPlugins],
    ["etcd-cafile", `${folder}/etcd-ca.crt`],
    ["etcd-certfile", `${folder}/etcd-client.crt`],
    ["etcd-keyfile", `${folder}/etcd-client.key`],
    ...events,
    ["etcd-servers", "https://127.0.0.1:4001"],
    ["kubelet-client-certificate", `${folder}/kubelet-api.crt`],
    ["kubelet-client-key", `${folder}/kubelet-api.key`],
    ["kubelet-preferred-address-types", "InternalIP,Hostname,ExternalIP"],
    ["proxy-client-cert-file", `${folder}/apiserver-aggregator.crt`],
    ["proxy-client-key-file", `${folder}/apiserver-aggregator.key`],
    ["requestheader-allowed-names", "aggregator"],
    ["requestheader-client-ca-file", `${folder}/apiserver-aggregator-ca.crt`],
    ["requestheader-extra-headers-prefix", "X-Remote-Extra-"],
    ["requestheader-group-headers", "X-Remote-Group"],
    ["requestheader-username-headers", "X-Remote-User"],
    ["secure-port", "443"],
    ["service-account-issuer", issuer],
    ["service-account-jwks-uri", `${issuer}/openid/v1/jwks`],
    ["service-account-key-file", `${folder}/service-account.pub`],
    ["service-account-signing-key-file", `${folder}/service-account.key`],
    ["service-cluster-ip-range", serviceCidr],
    ["storage-backend", "etcd3"],
    ["tls-cert-file", `${folder}/server.crt`],
    ["tls-private-key-file", `${folder}/server.key`],
    ["v", "2"],
  ];
}

function controllerManagerFlags({ clusterName }: KopsDefaults): readonly DefaultFlag[] {
  const folder = "/srv/kubernetes/kube-controller-manager";
  const kubeconfig = "/var/lib/kube-controller-manager/kubeconfig";
  return [
    ["allocate-node-cidrs", "true"],
    ["authentication-kubeconfig", kubeconfig],
    ["authorization-kubeconfig", kubeconfig],
    ["cluster-name", clusterName],
    ["cluster-signing-cert-file", `${folder}/ca.crt`],
    ["cluster-signing-key-file", `${folder}/ca.key`],
    ["configure-cloud-routes", "false"],
    ["kubeconfig", kubeconfig],
    ["leader-elect", "true"],
    ["root-ca-file", "/srv/kubernetes/ca.crt"],
    ["service-account-private-key-file", `${folder}/service-account.key`],
    ["tls-cert-file", `${folder}/server.crt`],
    ["tls-private-key-file", `${folder}/server.key`],
    ["use-service-account-credentials", "true"],
    ["v", "2"],
  ];
}

const schedulerFlags: readonly DefaultFlag[] = [
  ["authentication-kubeconfig", "/var/lib/kube-scheduler/kubeconfig"],
  ["authorization-kubeconfig", "/var/lib/kube-scheduler/kubeconfig"],
  ["config", "/var/lib/kube-scheduler/config.yaml"],
  ["leader-elect", "true"],
  ["tls-cert-file", "/srv/kubernetes/kube-scheduler/server.crt"],
  ["tls-private-key-file", "/srv/kubernetes/kube-scheduler/server.key"],
  ["v", "2"],
];

const kubeletFlags: readonly DefaultFlag[] = [
  ["anonymous-auth", "false"],
  ["authentication-token-webhook", "true"],
  ["authorization-mode", "Webhook"],
  ["client-ca-file", "/srv/kubernetes/ca.crt"],
  ["kubeconfig", "/var/lib/kubelet/kubeconfig"],
  ["pod-manifest-path", "/etc/kubernetes/manifests"],
  ["protect-kernel-defaults", "true"],
  ["read-only-port", "0"],
  ["tls-cert-file", "/srv/kubernetes/kubelet-server.crt"],
  ["tls-private-key-file", "/srv/kubernetes/kubelet-server.key"],
  ["v", "2"],
];

/**
 * The flag that a field of kubeAPIServer, kubeControllerManager, kubeScheduler or kubelet is (`flag` tags of
 * pkg/apis/kops/componentconfig.go): the field's words with dashes, but for some.
 */
export function kopsFlagName(field: string): string {
  return (
    otherNames.get(field) ??
    field
      .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
      .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
      .toLowerCase()
  );
}

const otherNames: ReadonlyMap<string, string> = new Map([
  ["allocateNodeCIDRs", "allocate-node-cidrs"],
  ["additionalServiceAccountIssuers", "service-account-issuer"],
  ["apiServerCount", "apiserver-count"],
  ["auditLogMaxAge", "audit-log-maxage"],
  ["auditLogMaxBackups", "audit-log-maxbackup"],
  ["auditLogMaxSize", "audit-log-maxsize"],
  ["authenticationConfigFile", "authentication-config"],
  ["authorizationConfigFile", "authorization-config"],
  ["enableContentionProfiling", "contention-profiling"],
  ["enableProfiling", "profiling"],
  ["etcdCaFile", "etcd-cafile"],
  ["etcdCertFile", "etcd-certfile"],
  ["etcdKeyFile", "etcd-keyfile"],
  ["kubeconfigPath", "kubeconfig"],
  ["logFormat", "logging-format"],
  ["logLevel", "v"],
  ["makeIPTablesUtilChains", "make-iptables-util-chains"],
  ["requestheaderExtraHeaderPrefixes", "requestheader-extra-headers-prefix"],
  ["serviceAccountJWKSURI", "service-account-jwks-uri"],
]);

/** Fields that are no flag: kops makes something else of them. */
export const kopsOtherFields: ReadonlySet<string> = new Set(
  "appendAdmissionPlugins cpuLimit cpuRequest cpuManagerPolicy crashLoopBackOff disableBasicAuth env eventBurst image imageMaximumGCAge imageMinimumGCAge kubeconfigPath memoryLimit memoryRequest memorySwapBehavior mutableAdmission podsPerCore shutdownGracePeriod shutdownGracePeriodCriticalPods usePolicyConfigMap".split(
    " ",
  ),
);
