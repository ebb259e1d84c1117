import type { Located, PlacedText, SourceText } from "@authgraph/source";
import { located, textOrigin } from "@authgraph/source";
import { placedBy } from "../placed-text.ts";
import type { NodeId, Tree } from "../reader/tree.ts";

/** Value of a key of a mapping; 0 where there is none, or no mapping. */
export function valueAt(tree: Tree, mapping: NodeId, key: string): NodeId {
  if (mapping === 0 || tree.kind(mapping) !== "mapping") return 0;
  for (let entry = tree.first(mapping); entry !== 0; entry = tree.next(entry)) {
    if (tree.keyIs(entry, key)) return entry;
  }
  return 0;
}

/** Entries of a mapping or items of a sequence; none of anything else. */
export function* childrenOf(tree: Tree, node: NodeId): Generator<NodeId> {
  if (node === 0) return;
  const kind = tree.kind(node);
  if (kind !== "mapping" && kind !== "sequence") return;
  for (let child = tree.first(node); child !== 0; child = tree.next(child)) yield child;
}

/** The text of a string node, with its places. Undefined for what is no string. */
export function placedString(tree: Tree, source: SourceText, node: NodeId): PlacedText | undefined {
  if (node === 0 || tree.kind(node) !== "string") return undefined;
  return placedBy(source, tree.scalar(node), tree.offsets(node));
}

/** The string of a key of a mapping. */
export function stringAt(tree: Tree, source: SourceText, mapping: NodeId, key: string): Located<string> | undefined {
  return locatedString(tree, source, valueAt(tree, mapping, key));
}

/** A string with the span of its scalar. */
export function locatedString(tree: Tree, source: SourceText, node: NodeId): Located<string> | undefined {
  if (node === 0 || tree.kind(node) !== "string") return undefined;
  return located(tree.scalar(node), textOrigin(source, tree.start(node), tree.end(node)));
}
