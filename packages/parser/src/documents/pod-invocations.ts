import type { ComponentInvocation } from "@authgraph/kubernetes";
import type { PlacedText } from "@authgraph/source";
import { type ContainerText, readContainer } from "../invocations/container.ts";
import { field, itemsOf, type ObjectView, text } from "../objects/object-view.ts";
import { placedBy } from "../placed-text.ts";
import type { NodeId } from "../reader/tree.ts";

/** Whether a text names a component at all; containers are read closely only where one does. */
export function namesComponent(written: string): boolean {
  return /kube-apiserver|kubelet|kube-controller-manager|kube-scheduler|hyperkube|etcd/.test(written);
}

/** The components that the containers of a pod start. `owner` is the object, as people call it. */
export function podInvocations(view: ObjectView, podSpec: NodeId, owner: string): readonly ComponentInvocation[] {
  const invocations: ComponentInvocation[] = [];
  for (const container of itemsOf(view, field(view, podSpec, "containers"))) {
    const invocation = readContainer(containerText(view, container), owner);
    if (invocation !== undefined) invocations.push(invocation);
  }
  return invocations;
}

function containerText(view: ObjectView, container: NodeId): ContainerText {
  return {
    image: placedText(view, field(view, container, "image")),
    command: words(view, field(view, container, "command")),
    args: words(view, field(view, container, "args")),
    env: environment(view, field(view, container, "env")),
  };
}

/** A string with the place of each unit; undefined where there is none. */
export function placedText(view: ObjectView, node: NodeId): PlacedText | undefined {
  return node === 0 || view.tree.kind(node) !== "string" ? undefined : placed(view, node);
}

function words(view: ObjectView, list: NodeId): readonly PlacedText[] {
  return [...itemsOf(view, list)].map((item) => placed(view, item));
}

function placed(view: ObjectView, node: NodeId): PlacedText {
  const { tree, source } = view;
  if (tree.kind(node) === "string") return placedBy(source, tree.scalar(node), tree.offsets(node));
  return placedBy(source, "", [tree.start(node)]);
}

function environment(view: ObjectView, list: NodeId): ReadonlyMap<string, PlacedText | undefined> {
  const variables = new Map<string, PlacedText | undefined>();
  for (const variable of itemsOf(view, list)) {
    const elsewhere = field(view, variable, "valueFrom") !== 0;
    variables.set(
      text(view, field(view, variable, "name")),
      elsewhere ? undefined : (placedText(view, field(view, variable, "value")) ?? placed(view, variable)),
    );
  }
  return variables;
}
