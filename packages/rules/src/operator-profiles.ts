// What operators call their ServiceAccounts and roles where nobody renames them: their released manifests, or their
// charts with default values. Namespaces are left open, since people choose them. Names change how findings are grouped
// and nothing else (docs/decisions/0010-operator-profiles.md), so that a name missing here costs a line of output.

/** For one operator: each of its accounts, and the roles that it ships bound to that account. */
type Profile = Readonly<Record<string, readonly string[]>>;

const metricsAccess = ["system:auth-delegator", "extension-apiserver-authentication-reader"];

const fluxRoles = ["crd-controller-flux-system", "crd-controller", "flux-scc"];

const kyverno = (part: string): readonly string[] => [`kyverno:${part}`, `kyverno:${part}:view`];

const provisioner = ["external-provisioner-runner", "external-provisioner-cfg"];
const attacher = ["external-attacher-runner", "external-attacher-cfg"];
const resizer = ["external-resizer-runner", "external-resizer-cfg"];
const snapshotter = ["external-snapshotter-runner", "external-snapshotter-leaderelection"];
const healthMonitor = ["external-health-monitor-controller-runner", "external-health-monitor-controller-cfg"];

const profiles: Readonly<Record<string, Profile>> = {
  "Argo CD": {
    "argocd-application-controller": ["argocd-application-controller"],
    "argocd-applicationset-controller": ["argocd-applicationset-controller"],
    "argocd-dex-server": ["argocd-dex-server"],
    "argocd-notifications-controller": [
      "argocd-notifications-controller",
      "argocd-notifications-controller-cluster-apps",
    ],
    "argocd-redis": ["argocd-redis"],
    "argocd-redis-ha": ["argocd-redis-ha"],
    "argocd-redis-ha-haproxy": ["argocd-redis-ha-haproxy"],
    "argocd-server": ["argocd-server", "argocd-server-cluster-apps"],
  },
  "Argo Workflows": {
    argo: ["argo-role", "argo-cluster-role", "argo-clusterworkflowtemplate-role"],
    "argo-server": ["argo-server-role", "argo-server-cluster-role", "argo-server-clusterworkflowtemplate-role"],
  },
  Calico: {
    "calico-apiserver": [
      "calico-crds",
      "calico-extension-apiserver-auth-access",
      "calico-webhook-reader",
      ...metricsAccess,
    ],
    "calico-cni-plugin": ["calico-cni-plugin"],
    "calico-kube-controllers": ["calico-kube-controllers"],
    "calico-node": ["calico-node"],
    "calico-typha": ["calico-typha"],
    calicoctl: ["calicoctl"],
    "tigera-operator": ["tigera-operator", "tigera-operator-secrets"],
  },
  "cert-manager": {
    "cert-manager": [
      "cert-manager:leaderelection",
      "cert-manager-controller-approve:cert-manager-io",
      "cert-manager-controller-certificates",
      "cert-manager-controller-certificatesigningrequests",
      "cert-manager-controller-challenges",
      "cert-manager-controller-clusterissuers",
      "cert-manager-controller-ingress-shim",
      "cert-manager-controller-issuers",
      "cert-manager-controller-orders",
    ],
    "cert-manager-cainjector": [
      "cert-manager-cainjector",
      "cert-manager-cainjector:dynamic-serving",
      "cert-manager-cainjector:leaderelection",
    ],
    "cert-manager-startupapicheck": ["cert-manager-startupapicheck:create-cert"],
    "cert-manager-webhook": ["cert-manager-webhook:dynamic-serving", "cert-manager-webhook:subjectaccessreviews"],
  },
  Cilium: {
    cilium: ["cilium", "cilium-config-agent"],
    "cilium-operator": ["cilium-operator"],
    "hubble-generate-certs": ["hubble-generate-certs"],
    "hubble-ui": ["hubble-ui"],
  },
  "cluster-autoscaler": { "cluster-autoscaler": ["cluster-autoscaler"] },
  Contour: { contour: ["contour"], "contour-certgen": ["contour-certgen"] },
  Crossplane: { crossplane: ["crossplane"], "rbac-manager": ["crossplane-rbac-manager"] },
  "the CSI sidecars": {
    "csi-attacher": attacher,
    "csi-external-health-monitor-controller": healthMonitor,
    "csi-provisioner": provisioner,
    "csi-resizer": resizer,
    "csi-snapshotter": [...snapshotter, ...provisioner],
    "snapshot-controller": ["snapshot-controller-runner", "snapshot-controller-leaderelection"],
  },
  "the CSI hostpath driver": {
    "csi-hostpathplugin-sa": [...attacher, ...healthMonitor, ...provisioner, ...resizer, ...snapshotter],
  },
  Dex: { dex: ["dex"] },
  "the GCE PD driver": {
    "csi-gce-pd-controller-sa": [
      "csi-gce-pd-attacher-role",
      "csi-gce-pd-leaderelection-role",
      "csi-gce-pd-provisioner-role",
      "csi-gce-pd-resizer-role",
      "csi-gce-pd-snapshotter-role",
    ],
  },
  ECK: { "elastic-operator": ["elastic-operator"] },
  "external-dns": { "external-dns": ["external-dns"] },
  "external-secrets": {
    "external-secrets": ["external-secrets-controller", "external-secrets-leaderelection", ...metricsAccess],
    "external-secrets-cert-controller": ["external-secrets-cert-controller"],
    "external-secrets-webhook": ["external-secrets-webhook-metrics-auth"],
  },
  Flux: {
    "helm-controller": ["cluster-admin", ...fluxRoles],
    "image-automation-controller": fluxRoles,
    "image-reflector-controller": fluxRoles,
    "kustomize-controller": ["cluster-admin", ...fluxRoles],
    "notification-controller": fluxRoles,
    "source-controller": fluxRoles,
    "source-watcher": fluxRoles,
  },
  Gatekeeper: { "gatekeeper-admin": ["gatekeeper-manager-role"] },
  "ingress-nginx": {
    "ingress-nginx": ["ingress-nginx"],
    "ingress-nginx-admission": ["ingress-nginx-admission"],
  },
  "Inspektor Gadget": { gadget: ["gadget-cluster-role", "gadget-role"] },
  // The namespace is part of the names: its default.
  Istio: {
    "istio-cni": ["istio-cni", "istio-cni-ambient", "istio-cni-repair-role"],
    "istio-operator": ["istio-operator"],
    "istio-reader-service-account": ["istio-reader-clusterrole-istio-system"],
    istiod: ["istiod", "istiod-clusterrole-istio-system", "istiod-gateway-controller-istio-system"],
  },
  Karpenter: { karpenter: ["karpenter", "karpenter-core", "karpenter-dns", "karpenter-lease"] },
  Kiali: { kiali: ["kiali", "kiali-controlplane", "kiali-viewer"] },
  "Knative Serving": {
    activator: ["knative-serving-activator", "knative-serving-activator-cluster"],
    controller: ["knative-serving-admin", "knative-serving-aggregated-addressable-resolver"],
    "net-kourier": ["net-kourier"],
  },
  "kube-prometheus": {
    "blackbox-exporter": ["blackbox-exporter"],
    "kube-state-metrics": ["kube-state-metrics"],
    "node-exporter": ["node-exporter"],
    "prometheus-adapter": ["prometheus-adapter", ...metricsAccess],
    "prometheus-k8s": ["prometheus-k8s", "prometheus-k8s-config"],
    "prometheus-operator": ["prometheus-operator"],
  },
  "kube-router": { "kube-router": ["kube-router"] },
  KubeVirt: {
    "kubevirt-api": ["kubevirt-api"],
    "kubevirt-controller": ["kubevirt-controller"],
    "kubevirt-handler": ["kubevirt-handler"],
    "kubevirt-operator": ["kubevirt-operator"],
  },
  Kyverno: {
    "kyverno-admission-controller": kyverno("admission-controller"),
    "kyverno-background-controller": kyverno("background-controller"),
    "kyverno-cleanup-controller": kyverno("cleanup-controller"),
    "kyverno-reports-controller": kyverno("reports-controller"),
  },
  "the local path provisioner": { "local-path-provisioner-service-account": ["local-path-provisioner-role"] },
  Longhorn: {
    "longhorn-service-account": ["longhorn", "longhorn-role", "longhorn-psp-role"],
    "longhorn-support-bundle": ["cluster-admin"],
    "longhorn-uninstall-service-account": ["longhorn-uninstall-role"],
  },
  Loki: { loki: ["loki-clusterrole"], promtail: ["promtail"] },
  MetalLB: {
    controller: ["metallb-system:controller", "controller", "pod-lister", "config-watcher"],
    speaker: ["metallb-system:speaker", "pod-lister", "config-watcher"],
  },
  "metrics-server": {
    "metrics-server": [
      "system:metrics-server",
      "system:metrics-server-nanny",
      "metrics-server-nanny",
      ...metricsAccess,
    ],
  },
  OpenEBS: { "openebs-maya-operator": ["openebs-maya-operator"] },
  Pinniped: {
    "local-user-authenticator": ["local-user-authenticator"],
    "pinniped-concierge": [
      "pinniped-concierge-aggregated-api-server",
      "pinniped-concierge-cluster-info-lister-watcher",
      "pinniped-concierge-kube-system-pod-read",
      ...metricsAccess,
    ],
    "pinniped-concierge-impersonation-proxy": ["pinniped-concierge-impersonation-proxy"],
    "pinniped-concierge-kube-cert-agent": ["pinniped-concierge-kube-cert-agent"],
  },
  Rook: {
    "objectstorage-provisioner": ["objectstorage-provisioner-role"],
    "rook-ceph-cmd-reporter": ["rook-ceph-cmd-reporter"],
    "rook-ceph-mgr": ["rook-ceph-mgr", "rook-ceph-mgr-cluster", "rook-ceph-mgr-system", "rook-ceph-monitor-mgr"],
    "rook-ceph-osd": ["rook-ceph-osd", "rook-ceph-osd-external"],
    "rook-ceph-purge-osd": ["rook-ceph-purge-osd"],
    "rook-ceph-system": [
      "rook-ceph-cluster-mgmt",
      "rook-ceph-global",
      "rook-ceph-monitor",
      "rook-ceph-object-bucket",
      "rook-ceph-system",
    ],
  },
  "sealed-secrets": {
    "sealed-secrets-controller": ["secrets-unsealer", "sealed-secrets-key-admin", "sealed-secrets-service-proxier"],
  },
  Strimzi: {
    "strimzi-access-operator": ["strimzi-access-operator"],
    "strimzi-cluster-operator": [
      "strimzi-cluster-operator-global",
      "strimzi-cluster-operator-leader-election",
      "strimzi-cluster-operator-namespaced",
      "strimzi-cluster-operator-watched",
      "strimzi-entity-operator",
      "strimzi-kafka-broker",
      "strimzi-kafka-client",
    ],
    "strimzi-drain-cleaner": ["strimzi-drain-cleaner"],
    "strimzi-topic-operator": ["strimzi-topic-operator"],
  },
  Tekton: {
    "tekton-events-controller": [
      "tekton-events-controller-cluster-access",
      "tekton-pipelines-events-controller",
      "tekton-pipelines-leader-election",
    ],
    "tekton-pipelines-controller": [
      "tekton-pipelines-controller",
      "tekton-pipelines-controller-cluster-access",
      "tekton-pipelines-controller-pod-log-access",
      "tekton-pipelines-controller-tenant-access",
      "tekton-pipelines-leader-election",
    ],
    "tekton-pipelines-resolvers": [
      "tekton-pipelines-resolvers-namespace-rbac",
      "tekton-pipelines-resolvers-resolution-request-updates",
    ],
    "tekton-pipelines-webhook": [
      "tekton-pipelines-leader-election",
      "tekton-pipelines-webhook",
      "tekton-pipelines-webhook-cluster-access",
    ],
  },
  Traefik: {
    "traefik-controller": ["gateway-role", "knative-networking-role", "traefik-role"],
    "traefik-ingress-controller": ["traefik-ingress-controller"],
    "traefik-ingress-nginx-controller": ["traefik-ingress-nginx-controller"],
  },
  Velero: { velero: ["cluster-admin", "velero-server"] },
  "the Vitess operator": { "vitess-operator": ["vitess-operator", "vitess-operator-backup-storage"] },
};

/** The operator that ships an account of this name bound to a role of that name. */
export function operatorShipping(account: string, role: string): string | undefined {
  return operators.get(pair(account, role));
}

const operators: ReadonlyMap<string, string> = new Map(
  Object.entries(profiles).flatMap(([operator, accounts]) =>
    Object.entries(accounts).flatMap(([account, roles]) =>
      roles.map((role) => [pair(account, role), operator] as const),
    ),
  ),
);

function pair(account: string, role: string): string {
  return `${account} ${role}`;
}
