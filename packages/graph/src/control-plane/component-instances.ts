import type { ComponentInvocation } from "@authgraph/kubernetes";
import type { ComponentInstance, Inventory } from "../types.ts";
import { minorOf } from "./component-minor.ts";
import { settingsOfFlags } from "./effective-settings.ts";

/** Every component that the inputs start, but for API servers. */
export function readComponents(inventory: Inventory): readonly ComponentInstance[] {
  return inventory.invocations.flatMap(({ path, value }) =>
    value.component === "kube-apiserver" ? [] : [componentInstance(inventory, path, value)],
  );
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
