import { type Arena, addNode, cell, END, FIRST, FORM, HASH, KEY, LAST, NEXT, newArena, setCell } from "./arena.ts";
import { markOrdinaryKey } from "./ordinary-key.ts";
import { FORM_MASK, Form } from "./scan-scalar.ts";
import type { NodeId } from "./tree.ts";

/** Puts the nodes of one document together, for YAML and JSON alike. */
export interface Builder {
  readonly arena: Arena;
  text: string;
  root: NodeId;
  /** Collections being read, outermost first, and for each mapping the key that waits for its value. */
  open: NodeId[];
  pendingKeys: NodeId[];
  /** Mappings in the order they ended, so inner ones first. */
  mappings: NodeId[];
  /** Tags of scalars; a node refers to them by index. */
  tags: string[];
  aliasCount: number;
  /** Some key, tag or value needs more than a look at its text: the document has to be composed. */
  special: boolean;
  /** Scratch space of finding repeated keys. */
  hashes: Int32Array;
}

export function newBuilder(): Builder {
  return {
    arena: newArena(),
    text: "",
    root: 0,
    open: [],
    pendingKeys: [],
    mappings: [],
    tags: [],
    aliasCount: 0,
    special: false,
    hashes: new Int32Array(64),
  };
}

export function startBuilding(b: Builder, text: string): void {
  b.arena.count = 1;
  b.text = text;
  b.root = 0;
  b.open.length = 0;
  b.pendingKeys.length = 0;
  b.mappings.length = 0;
  b.tags.length = 0;
  b.aliasCount = 0;
  b.special = false;
}

/** Hangs a node into the innermost open collection: as its next item, key or value. */
export function attach(b: Builder, node: NodeId): void {
  const { arena, open } = b;
  const depth = open.length - 1;
  if (depth < 0) {
    b.root = node;
    return;
  }
  const parent = open[depth] ?? 0;
  if ((cell(arena, parent, FORM) & FORM_MASK) === Form.mapping) {
    const key = b.pendingKeys[depth] ?? 0;
    if (key === 0) {
      b.pendingKeys[depth] = node;
      if (!markOrdinaryKey(arena, b.text, node)) b.special = true;
      return;
    }
    b.pendingKeys[depth] = 0;
    setCell(arena, node, KEY, key);
  }
  const last = cell(arena, parent, LAST);
  if (last === 0) setCell(arena, parent, FIRST, node);
  else setCell(arena, last, NEXT, node);
  setCell(arena, parent, LAST, node);
}

/** Whether the innermost open collection waits for a key. */
export function expectsKey(b: Builder): boolean {
  const depth = b.open.length - 1;
  const parent = b.open[depth] ?? 0;
  return (cell(b.arena, parent, FORM) & FORM_MASK) === Form.mapping && b.pendingKeys[depth] === 0;
}

export function openCollection(b: Builder, form: number, start: number): NodeId {
  const node = addNode(b.arena, form, start, start);
  attach(b, node);
  b.open.push(node);
  b.pendingKeys.push(0);
  return node;
}

export function closeCollection(b: Builder, end: number): void {
  const node = b.open.pop() ?? 0;
  b.pendingKeys.pop();
  setCell(b.arena, node, END, end);
  if ((cell(b.arena, node, FORM) & FORM_MASK) === Form.mapping) finishMapping(b, node);
}

/** Notes that a mapping has all its entries. */
export function finishMapping(b: Builder, mapping: NodeId): void {
  b.mappings.push(mapping);
  if (!b.special && mayRepeatKeys(b, mapping)) b.special = true;
}

/** Whether two keys of a mapping have the same hash. Few keys are compared each with each, many are sorted. */
export function mayRepeatKeys(b: Builder, mapping: NodeId): boolean {
  const { arena } = b;
  let count = 0;
  for (let entry = cell(arena, mapping, FIRST); entry !== 0; entry = cell(arena, entry, NEXT)) {
    const hash = cell(arena, cell(arena, entry, KEY), HASH);
    if (count < 8) {
      for (let i = 0; i < count; i++) if (b.hashes[i] === hash) return true;
    } else if (count >= b.hashes.length) {
      const larger = new Int32Array(count * 2);
      larger.set(b.hashes);
      b.hashes = larger;
    }
    b.hashes[count++] = hash;
  }
  if (count <= 8) return false;
  const sorted = b.hashes.subarray(0, count).sort();
  for (let i = 1; i < count; i++) if (sorted[i] === sorted[i - 1]) return true;
  return false;
}
