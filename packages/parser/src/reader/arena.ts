import type { NodeId } from "./tree.ts";

/**
 * Nodes of one document as integers, `NODE_SIZE` each, in the order they were written; node 0 is no node.
 * The array is kept from document to document and only grows: nothing is allocated per node.
 */
export interface Arena {
  cells: Int32Array;
  /** Number of nodes, the unused node 0 included. */
  count: number;
}

export const NODE_SIZE = 8;

/** Form of writing and flags (`Form`, `INDIRECT`, `TAGGED`), and the kind once known (`kindShift`). */
export const FORM = 0;
export const START = 1;
export const END = 2;
/** Next sibling. */
export const NEXT = 3;
/** First child of a collection; what an alias or a merged entry stands for; indentation of a block scalar's content. */
export const FIRST = 4;
/** Key of a mapping's value. */
export const KEY = 5;
/** Last child of a collection; index of a scalar's tag. */
export const LAST = 6;
/** Hash of an ordinary key. */
export const HASH = 7;

/** A scalar with a tag of its own. */
export const TAGGED = 32;
/** A key that is a string as it stands: plain or quoted, without escapes, tag or another type. */
export const ORDINARY = 64;
/** The kind found by the resolver, plus 1, above this bit. */
export const KIND_SHIFT = 8;

export function newArena(): Arena {
  return { cells: new Int32Array(512 * NODE_SIZE), count: 1 };
}

export function addNode(arena: Arena, form: number, start: number, end: number): NodeId {
  const node = arena.count++;
  const at = node * NODE_SIZE;
  if (at + NODE_SIZE > arena.cells.length) {
    const larger = new Int32Array(arena.cells.length * 2);
    larger.set(arena.cells);
    arena.cells = larger;
  }
  const { cells } = arena;
  cells[at] = form;
  cells[at + START] = start;
  cells[at + END] = end;
  cells[at + NEXT] = 0;
  cells[at + FIRST] = 0;
  cells[at + KEY] = 0;
  cells[at + LAST] = 0;
  cells[at + HASH] = 0;
  return node;
}

/** One integer of a node. */
export function cell(arena: Arena, node: NodeId, field: number): number {
  return arena.cells[node * NODE_SIZE + field] ?? 0;
}

export function setCell(arena: Arena, node: NodeId, field: number, value: number): void {
  arena.cells[node * NODE_SIZE + field] = value;
}
