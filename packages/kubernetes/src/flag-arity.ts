import type { Component } from "./facts.ts";
import { flagGroups } from "./generated/flag-arity.gen.ts";

/**
 * Whether a flag stands alone (`--anonymous-auth`, where a following word is not its value) rather than taking one.
 *
 * True if it does in any minor known; undefined for a flag that the component has in none. The name is without dashes,
 * `_` read as `-`.
 */
export function flagTakesNoValue(component: Component, name: string): boolean | undefined {
  if (component === "etcd") return etcdSwitches.has(name) || undefined;
  names ??= readNames();
  return names.get(`${component} ${name}`);
}

/** etcd has versions of its own; these stand alone in all of them (server/etcdmain/config.go). */
const etcdSwitches: ReadonlySet<string> = new Set(
  "auto-tls client-cert-auth enable-grpc-gateway enable-pprof enable-v2 force-new-cluster peer-auto-tls peer-client-cert-auth peer-skip-client-san-verification pre-vote strict-reconfig-check version".split(
    " ",
  ),
);

let names: ReadonlyMap<string, boolean> | undefined;

/** In the order of the bits in the generated masks. */
const components: readonly Component[] = ["kube-apiserver", "kubelet", "kube-controller-manager", "kube-scheduler"];

function readNames(): ReadonlyMap<string, boolean> {
  const all = new Map<string, boolean>();
  for (const [known, valueless, group] of flagGroups) {
    for (const name of group.split(" ")) {
      for (const [bit, component] of components.entries()) {
        if ((known >> bit) & 1) all.set(`${component} ${name}`, ((valueless >> bit) & 1) === 1);
      }
    }
  }
  return all;
}
