import type { ComponentInvocation } from "@authgraph/kubernetes";
import type { ComponentInstance, Inventory } from "../types.ts";
import { kubeletInstance, kubeletOfFile, namedConfigurations } from "./kubelet.ts";
import { programWords, refuseCommandLine } from "./refusals/command-line.ts";
import { refusalsOf, startReading } from "./server-being-read.ts";

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
  const starting = startReading(inventory, path, invocation);
  // kube-apiserver and kubelet are told with all that is their own; of etcd's versions no flags are known.
  if (component === "kube-controller-manager" || component === "kube-scheduler") {
    refuseCommandLine(starting, programWords(component));
  }
  return {
    component,
    instance,
    assumed: false,
    path,
    origin,
    version,
    minor: starting.minor,
    installer,
    partial: invocation.unresolved !== undefined,
    settings: starting.settings,
    refusals: refusalsOf(starting),
    warnings: starting.warnings,
  };
}
