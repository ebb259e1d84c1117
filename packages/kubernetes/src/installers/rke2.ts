import type { Component } from "../facts.ts";
import type { DefaultFlag } from "./default-flags.ts";
import { type K3sDefaults, k3sFlags } from "./k3s.ts";

/**
 * The flags that RKE2 gives a component by itself: those of k3s, and before them those of pkg/podexecutor/staticpod.go
 * and pkg/rke2/rke2.go. What its own hardening guide prints (`ps` of 1.25 and later) has them in this order; up to 1.24 the
 * API server has neither `--admission-control-config-file` nor, without a profile, an audit log.
 */
export function rke2Flags(component: Component, defaults: K3sDefaults): readonly DefaultFlag[] {
  return [
    ...rke2Own(component, defaults).filter(([name]) => !defaults.left.has(name)),
    ...k3sFlags(component, defaults),
  ];
}

function rke2Own(component: Component, defaults: K3sDefaults): readonly DefaultFlag[] {
  switch (component) {
    case "kube-apiserver":
      return [
        ["admission-control-config-file", "/etc/rancher/rke2/rke2-pss.yaml"],
        ["audit-policy-file", "/etc/rancher/rke2/audit-policy.yaml"],
        ["audit-log-maxage", "30"],
        ["audit-log-maxbackup", "10"],
        ["audit-log-maxsize", "100"],
        ["audit-log-path", `${defaults.dataDir}/server/logs/audit.log`],
      ];
    case "kube-controller-manager":
      return [
        ["flex-volume-plugin-dir", "/var/lib/kubelet/volumeplugins"],
        ["terminated-pod-gc-threshold", "1000"],
      ];
    case "kubelet":
      return [["volume-plugin-dir", "/var/lib/kubelet/volumeplugins"]];
    case "kube-scheduler":
    case "etcd":
      return [];
  }
}
