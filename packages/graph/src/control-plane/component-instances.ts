import type { ComponentInvocation } from "@authgraph/kubernetes";
import type { ComponentInstance, Inventory } from "../types.ts";
import { minorOf } from "./component-minor.ts";
import { settingsOfFlags } from "./effective-settings.ts";
import { kubeletInstance, kubeletOfFile, namedConfigurations } from "./kubelet.ts";

/** Every component that the inputs start, but for API servers. */
export function readComponents(inventory: Inventory): readonly ComponentInstance[] {
  const started = inventory.invocations.flatMap(({ path, value }) => startedComponent(inventory, path, value));
  return [...started, ...kubeletsOfFiles(inventory)];
}

function startedComponent(
  inventory: Inventory,
  path: string,
  invocation: ComponentInvocation,
): readonly ComponentInstance[] {
  switch (invocation.component) {
    case "kube-apiserver":
      return [];
    case "kubelet":
      return [kubeletInstance(inventory, path, invocation)];
    case "kube-controller-manager":
    case "kube-scheduler":
    case "etcd":
      return [componentInstance(inventory, path, invocation)];
  }
}

/** A configuration that no command line of the inputs names still is some kubelet's. */
function kubeletsOfFiles(inventory: Inventory): readonly ComponentInstance[] {
  const configurations = inventory.configurations.flatMap(({ path, value }) =>
    value.kind === "KubeletConfiguration" ? [{ path, value }] : [],
  );
  if (configurations.length === 0) return [];
  const named = namedConfigurations(inventory);
  return configurations.flatMap(({ path, value }) => (named.has(value) ? [] : [kubeletOfFile(inventory, path, value)]));
}

/** What all components have in common. */
export function componentInstance(
  inventory: Inventory,
  path: string,
  invocation: ComponentInvocation,
): ComponentInstance {
  const { component, instance, origin, version, installer } = invocation;
  const minor = minorOf(inventory, invocation);
  return {
    component,
    instance,
    assumed: false,
    path,
    origin,
    version,
    minor,
    installer,
    partial: invocation.unresolved !== undefined,
    settings: settingsOfFlags(inventory, invocation, minor),
    refusals: [],
    warnings: [],
  };
}
