import type { Component, ComponentInvocation, FileReference, FileRole } from "@authgraph/kubernetes";
import type { Origin } from "@authgraph/source";

type Roles = Readonly<Record<string, FileRole>>;

/** Serving with authentication and authorization of its own (k8s.io/apiserver pkg/server/options). */
const delegated: Roles = {
  "client-ca-file": "certificate-authority",
  "requestheader-client-ca-file": "certificate-authority",
  "authentication-kubeconfig": "component-kubeconfig",
  "authorization-kubeconfig": "component-kubeconfig",
};

/** What the files are that the flags of each component name. */
const roles: Readonly<Record<Component, Roles>> = {
  "kube-apiserver": {
    "token-auth-file": "token-file",
    "authentication-config": "authentication-configuration",
    "authorization-config": "authorization-configuration",
    "authorization-policy-file": "abac-policy",
    "authorization-webhook-config-file": "component-kubeconfig",
    "authentication-token-webhook-config-file": "component-kubeconfig",
    "audit-policy-file": "audit-policy",
    "audit-webhook-config-file": "component-kubeconfig",
    "encryption-provider-config": "encryption-configuration",
    "admission-control-config-file": "admission-configuration",
    "client-ca-file": "certificate-authority",
    "requestheader-client-ca-file": "certificate-authority",
    "oidc-ca-file": "certificate-authority",
    "kubelet-certificate-authority": "certificate-authority",
    "etcd-cafile": "certificate-authority",
    "service-account-key-file": "service-account-key",
    // Only whether they are there counts; of a private key nothing but its header line is read.
    "service-account-signing-key-file": "service-account-key",
    "tls-cert-file": "certificate-authority",
    "tls-private-key-file": "service-account-key",
    "proxy-client-cert-file": "certificate-authority",
    "proxy-client-key-file": "service-account-key",
    "etcd-certfile": "certificate-authority",
    "etcd-keyfile": "service-account-key",
  },
  "kube-controller-manager": {
    ...delegated,
    kubeconfig: "component-kubeconfig",
    "root-ca-file": "certificate-authority",
    "cluster-signing-cert-file": "certificate-authority",
    "cluster-signing-kube-apiserver-client-cert-file": "certificate-authority",
    "cluster-signing-kubelet-client-cert-file": "certificate-authority",
    "cluster-signing-kubelet-serving-cert-file": "certificate-authority",
    "cluster-signing-legacy-unknown-cert-file": "certificate-authority",
  },
  "kube-scheduler": { ...delegated, kubeconfig: "component-kubeconfig" },
  kubelet: {
    config: "kubelet-configuration",
    kubeconfig: "component-kubeconfig",
    "bootstrap-kubeconfig": "component-kubeconfig",
    "client-ca-file": "certificate-authority",
  },
  etcd: {
    "trusted-ca-file": "certificate-authority",
    "peer-trusted-ca-file": "certificate-authority",
  },
};

/** The same for flags that name a folder: every file in it, or below, whose name ends so. */
const folders: Readonly<Partial<Record<Component, Readonly<Record<string, FolderRole>>>>> = {
  // cmd/kubelet/app/server.go: mergeKubeletConfigurations.
  kubelet: { "config-dir": { role: "kubelet-configuration", suffix: ".conf" } },
};

interface FolderRole {
  readonly role: FileRole;
  readonly suffix: string;
}

/** The files that decide about access and that the flags of a component name. */
export function filesOfFlags({ component, flags }: ComponentInvocation): readonly FileReference[] {
  return flags.flatMap(({ name, value, origin, unresolved }): readonly FileReference[] => {
    if (value === undefined || value === "" || unresolved) return [];
    if (component === "kube-apiserver" && name === "tls-sni-cert-key") return filesOfPair(value, origin);
    const path = { value, origin };
    const role = roles[component][name];
    if (role !== undefined) return [{ path, role }];
    const folder = folders[component]?.[name];
    return folder === undefined ? [] : [{ path, role: folder.role, everyIn: folder.suffix }];
  });
}

/** `certificate,key[:name,name]` (k8s.io/component-base/cli/flag/namedcertkey_flag.go: Set). */
function filesOfPair(value: string, origin: Origin): readonly FileReference[] {
  const [certificate = "", key = ""] = value.replace(/:.*$/, "").split(",");
  if (certificate === "" || key === "") return [];
  return [
    { path: { value: certificate, origin }, role: "certificate-authority" },
    { path: { value: key, origin }, role: "service-account-key" },
  ];
}
