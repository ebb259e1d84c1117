import type { NodeId, Tree } from "./tree.ts";

/** A document as plain data, integers exact: what tests compare with recorded JSON. */
export type JsonValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/**
 * A node of a tree with everything in it. Expands aliases, so a document made of them grows as it does in Go; deep
 * documents are built without recursion.
 */
export function toJsonValue(tree: Tree, node: NodeId = tree.root): JsonValue {
  const results: JsonValue[] = [];
  const put: ((value: JsonValue) => void)[] = [(value) => results.push(value)];
  const waiting: NodeId[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const target = put.pop();
    const kind = tree.kind(next);
    if (kind === "sequence") {
      const items: JsonValue[] = [];
      target?.(items);
      let count = 0;
      for (let item = tree.first(next); item !== 0; item = tree.next(item)) {
        const index = count++;
        waiting.push(item);
        put.push((value) => {
          items[index] = value;
        });
      }
    } else if (kind === "mapping") {
      const entries: Record<string, JsonValue> = Object.create(null);
      target?.(entries);
      for (let entry = tree.first(next); entry !== 0; entry = tree.next(entry)) {
        const key = tree.key(entry);
        waiting.push(entry);
        put.push((value) => {
          entries[key] = value;
        });
      }
    } else target?.(scalarValue(kind, tree.scalar(next)));
  }
  return results[0] ?? null;
}

function scalarValue(kind: "string" | "integer" | "float" | "boolean" | "null", text: string): JsonValue {
  switch (kind) {
    case "string":
      return text;
    case "integer":
      return BigInt(text);
    case "float":
      return Number(text);
    case "boolean":
      return text === "true";
    case "null":
      return null;
  }
}
