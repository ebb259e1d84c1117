import type { ComponentInvocation } from "@authgraph/kubernetes";
import type { ComponentInstance, Inventory } from "../types.ts";
import { kubeletInstance, kubeletOfFile, namedConfigurations } from "./kubelet.ts";
import { type CommandLineWords, programWords, refuseCommandLine } from "./refusals/command-line.ts";
import { instanceOf, startReading } from "./server-being-read.ts";

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
      return [programInstance(inventory, path, invocation, programWords(invocation.component))];
    case "etcd":
      // Of its versions no flags are known.
      return [instanceOf(startReading(inventory, path, invocation))];
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

function programInstance(
  inventory: Inventory,
  path: string,
  invocation: ComponentInvocation,
  words: CommandLineWords,
): ComponentInstance {
  const program = startReading(inventory, path, invocation);
  refuseCommandLine(program, words);
  return instanceOf(program);
}
