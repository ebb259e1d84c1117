import type { Flag } from "@authgraph/kubernetes";
import { textOrigin } from "@authgraph/source";
import { hasPlaceholder } from "../invocations/template-mark.ts";
import { field, itemsOf, type ObjectView, text } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";

/**
 * Arguments of a component in either form: a map from names to values, or a list of `name` and `value` in which a name
 * may stand several times. A number or boolean where a text belongs counts as it is spelt.
 */
export function writtenArguments(view: ObjectView, node: NodeId): readonly Flag[] {
  const { tree } = view;
  if (node === 0) return [];
  switch (tree.kind(node)) {
    case "mapping":
      return itemsOf(view, node).flatMap((entry) =>
        argument(view, tree.key(entry), entry, tree.keyStart(entry), tree.end(entry)),
      );
    case "sequence":
      return itemsOf(view, node).flatMap((item) => {
        const name = text(view, field(view, item, "name"));
        return name === "" ? [] : argument(view, name, field(view, item, "value"), tree.start(item), tree.end(item));
      });
    default:
      return [];
  }
}

function argument(view: ObjectView, name: string, node: NodeId, start: number, end: number): readonly Flag[] {
  const value = argumentValue(view, node);
  if (value === undefined) return [];
  const unresolved = hasPlaceholder(value) || hasPlaceholder(name) || containerVariable.test(value);
  // k8s.io/component-base/cli/flag/flags.go WordSepNormalizeFunc
  return [{ name: name.replaceAll("_", "-"), value, origin: textOrigin(view.source, start, end), unresolved }];
}

/** What a container of a pod replaces by its environment. */
const containerVariable = /\$\([^)]*\)/;

/** Undefined for a list or map, and for a name without a value in a map. */
function argumentValue({ tree }: ObjectView, node: NodeId): string | undefined {
  if (node === 0) return "";
  switch (tree.kind(node)) {
    case "string":
    case "integer":
    case "float":
    case "boolean":
      return tree.scalar(node);
    case "null":
      return "";
    case "mapping":
    case "sequence":
      return undefined;
  }
}
