import type { PlatformFacts } from "./platform.ts";

// Their API servers have flags that anybody can read in their sources: the installers' own.

/** k3s: `--anonymous-auth=false`, `--authorization-mode=Node,RBAC` (pkg/daemons/control/server.go). */
export const k3s: PlatformFacts = {
  platform: "k3s",
  title: "k3s",
  sources: ["https://github.com/k3s-io/k3s/blob/master/pkg/daemons/control/server.go"],
  installer: "k3s",
  otherAuthorizer: undefined,
  anonymous: () => ({ access: "off" }),
  strangersAuthenticated: undefined,
  reservedUsers: undefined,
};

/** RKE2 starts the same control plane in static pods. */
export const rke2: PlatformFacts = {
  ...k3s,
  platform: "rke2",
  title: "RKE2",
  sources: ["https://docs.rke2.io/security/hardening_guide", ...k3s.sources],
  installer: "rke2",
};

/** kind is kubeadm in containers. */
export const kind: PlatformFacts = {
  platform: "kind",
  title: "kind",
  sources: ["https://github.com/kubernetes-sigs/kind/blob/main/pkg/cluster/internal/kubeadm/config.go"],
  installer: "kind",
  otherAuthorizer: undefined,
  anonymous: () => ({ access: "all-paths" }),
  strangersAuthenticated: undefined,
  reservedUsers: undefined,
};
