import { type Located, type SourceText, type TextOrigin, textOrigin } from "@authgraph/source";
import type { NodeId, Tree } from "../reader/tree.ts";

/** A document while its tree is valid, and the text it stands in. */
export interface ObjectView {
  readonly source: SourceText;
  readonly tree: Tree;
}

/** A span in the text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The value of a field, 0 where it is absent, null, or the node is no mapping. Field names are case-sensitive. */
export function field({ tree }: ObjectView, node: NodeId, name: string): NodeId {
  const entry = writtenField(tree, node, name);
  return entry === 0 || tree.kind(entry) === "null" ? 0 : entry;
}

/** The entry of a field, null values included. */
export function writtenField(tree: Tree, node: NodeId, name: string): NodeId {
  if (node === 0 || tree.kind(node) !== "mapping") return 0;
  for (let entry = tree.first(node); entry !== 0; entry = tree.next(entry)) {
    if (tree.keyIs(entry, name)) return entry;
  }
  return 0;
}

export function fieldAt(view: ObjectView, node: NodeId, ...names: readonly string[]): NodeId {
  let at = node;
  for (const name of names) at = field(view, at, name);
  return at;
}

/** The first item of a list or value of a map, with which `tree.next` goes on; 0 for anything else. */
export function firstItem({ tree }: ObjectView, node: NodeId): NodeId {
  return node === 0 ? 0 : tree.first(node);
}

/** The items of a list or the values of a map; none for anything else. */
export function itemsOf(view: ObjectView, node: NodeId): readonly NodeId[] {
  const first = firstItem(view, node);
  if (first === 0) return noItems;
  const items: NodeId[] = [];
  for (let item = first; item !== 0; item = view.tree.next(item)) items.push(item);
  return items;
}

/**
 * What each item of a list or value of a map is read as. The array has the length it needs: one that grows by `push`
 * keeps room for 17, and most lists of objects are short and kept.
 */
export function itemsAs<T>(view: ObjectView, node: NodeId, read: (view: ObjectView, item: NodeId) => T): readonly T[] {
  const { tree } = view;
  let length = 0;
  for (let item = firstItem(view, node); item !== 0; item = tree.next(item)) length++;
  const list = new Array<T>(length);
  let index = 0;
  for (let item = firstItem(view, node); item !== 0; item = tree.next(item)) list[index++] = read(view, item);
  return list;
}

/** A string, `""` where it is null or absent: the zero value. */
export function text({ tree }: ObjectView, node: NodeId): string {
  return node !== 0 && tree.kind(node) === "string" ? tree.scalar(node) : "";
}

export function place({ tree }: ObjectView, node: NodeId): Place {
  return { start: tree.start(node), end: tree.end(node) };
}

export function keyPlace({ tree }: ObjectView, entry: NodeId): Place {
  return { start: tree.keyStart(entry), end: tree.keyEnd(entry) };
}

export function origin({ source, tree }: ObjectView, node: NodeId): TextOrigin {
  return textOrigin(source, tree.start(node), tree.end(node));
}

export function locatedText(view: ObjectView, node: NodeId): Located<string> {
  return { value: text(view, node), origin: origin(view, node) };
}

/** A string that was written and is not empty. */
export function writtenText(view: ObjectView, node: NodeId): Located<string> | undefined {
  const value = text(view, node);
  return value === "" ? undefined : { value, origin: origin(view, node) };
}

/** A list of strings; null among them is `""`, as Go leaves the zero value. */
export function texts(view: ObjectView, node: NodeId): readonly Located<string>[] {
  if (node === 0 || view.tree.kind(node) !== "sequence") return none;
  return itemsAs(view, node, locatedText);
}

export function flag(view: ObjectView, node: NodeId): Located<boolean> | undefined {
  if (node === 0 || view.tree.kind(node) !== "boolean") return undefined;
  return { value: view.tree.scalar(node) === "true", origin: origin(view, node) };
}

/** A map of strings; null values are `""`. */
export function textMap(view: ObjectView, node: NodeId): ReadonlyMap<string, Located<string>> {
  const { tree } = view;
  if (node === 0 || tree.kind(node) !== "mapping") return noEntries;
  const map = new Map<string, Located<string>>();
  for (let entry = tree.first(node); entry !== 0; entry = tree.next(entry)) {
    map.set(tree.key(entry), locatedText(view, entry));
  }
  return map;
}

const noItems: readonly NodeId[] = [];
const none: readonly Located<string>[] = [];
const noEntries: ReadonlyMap<string, Located<string>> = new Map();
