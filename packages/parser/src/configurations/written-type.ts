import type { WrittenType } from "../objects/decode-object.ts";
import type { NodeId, Tree } from "../reader/tree.ts";

/**
 * The type of a document: encoding/json takes these two names in any case (pkg/runtime/serializer/json/meta.go:
 * Interpret), the last of several counts.
 */
export function typeAnyCase(tree: Tree, root: NodeId): WrittenType {
  let apiVersion: string | undefined;
  let kind: string | undefined;
  if (tree.kind(root) !== "mapping") return { apiVersion, kind };
  for (let entry = tree.first(root); entry !== 0; entry = tree.next(entry)) {
    if (tree.kind(entry) !== "string") continue;
    const name = tree.key(entry).toLowerCase();
    if (name === "apiversion") apiVersion = tree.scalar(entry);
    else if (name === "kind") kind = tree.scalar(entry);
  }
  return { apiVersion, kind };
}
