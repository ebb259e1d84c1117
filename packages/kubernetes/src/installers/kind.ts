import type { BuiltInOrigin, Located } from "@authgraph/source";
import type { Component, Flag } from "../facts.ts";

// sigs.k8s.io/kind pkg/cluster/internal/kubeadm/config.go: the configuration that kind generates for kubeadm, without what
// no access depends on and some version does not know.

/** Of a kind cluster, what components get arguments of. */
export interface KindSettings {
  /** `A=true,B=false`, sorted; undefined: none is written. */
  readonly featureGates: Located<string> | undefined;
  /** In the same form. */
  readonly runtimeConfig: Located<string> | undefined;
}

const kindConfiguration: BuiltInOrigin = { kind: "built-in", of: "kind's own configuration of kubeadm" };

/** kind's networks (pkg/internal/apis/config/default.go). */
export const kindPodSubnet: Located<string> = { value: "10.244.0.0/16", origin: kindConfiguration };
export const kindServiceSubnet: Located<string> = { value: "10.96.0.0/16", origin: kindConfiguration };

/** The arguments that kind writes for a component. */
export function kindArguments(component: Component, { featureGates, runtimeConfig }: KindSettings): readonly Flag[] {
  const gates = featureGates === undefined ? [] : [flag("feature-gates", featureGates)];
  switch (component) {
    case "kube-apiserver":
      return [flag("runtime-config", runtimeConfig ?? { value: "", origin: kindConfiguration }), ...gates];
    case "kube-controller-manager":
      return [flag("enable-hostpath-provisioner", { value: "true", origin: kindConfiguration }), ...gates];
    case "kube-scheduler":
      return gates;
    case "kubelet":
    case "etcd":
      return [];
  }
}

/** What kind writes into the kubelet's configuration, by the path of the field. */
export const kindKubeletSettings: ReadonlyMap<string, Located<string>> = new Map(
  [
    ["cgroupDriver", "systemd"],
    ["cgroupRoot", "/kubelet"],
    ["failSwapOn", "false"],
    ["imageGCHighThresholdPercent", "100"],
  ].map(([name = "", value = ""]) => [name, { value, origin: kindConfiguration }]),
);

function flag(name: string, { value, origin }: Located<string>): Flag {
  return { name, value, origin, unresolved: false };
}
