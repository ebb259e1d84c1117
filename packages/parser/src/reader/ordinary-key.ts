import { type Arena, END, FORM, HASH, NODE_SIZE, ORDINARY, START, TAGGED } from "./arena.ts";
import { DOT, HYPHEN, isDigit, LESS, PLUS } from "./characters.ts";
import { FORM_MASK, Form, INDIRECT } from "./scan-scalar.ts";
import type { NodeId } from "./tree.ts";

/**
 * Marks a key that is a string exactly as it stands in the text, and hashes it. False: the key is of another type, an
 * alias, has escapes, a tag, or may be a merge, so that only resolving tells what it is.
 */
export function markOrdinaryKey(arena: Arena, text: string, key: NodeId): boolean {
  const { cells } = arena;
  const at = key * NODE_SIZE;
  const flags = cells[at + FORM] ?? 0;
  if ((flags & (INDIRECT | TAGGED)) !== 0) return false;
  const form = flags & FORM_MASK;
  let start = cells[at + START] ?? 0;
  let end = cells[at + END] ?? 0;
  if (form === Form.plain) {
    if (!isPlainString(text, start, end)) return false;
  } else if (form === Form.single || form === Form.double) {
    start++;
    end--;
  } else return false;
  cells[at + FORM] = flags | ORDINARY;
  cells[at + HASH] = hashOf(text, start, end);
  return true;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

/** Whether a plain scalar is a string by its looks alone; false may still turn out to be one. */
export function isPlainString(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  switch (first | 0x20) {
    case 0x79: // y, yes
      return end - start !== 1 && !spells(text, start, end, 3, 0x65);
    case 0x6e: // n, no, null
      return end - start !== 1 && !spells(text, start, end, 2, 0x6f) && !spells(text, start, end, 4, 0x75);
    case 0x74: // true
      return !spells(text, start, end, 4, 0x72);
    case 0x66: // false
      return !spells(text, start, end, 5, 0x61);
    case 0x6f: // on, off
      return !spells(text, start, end, 2, 0x6e) && !spells(text, start, end, 3, 0x66);
  }
  return (
    start < end &&
    first !== LESS &&
    first !== 0x7e &&
    first !== DOT &&
    first !== HYPHEN &&
    first !== PLUS &&
    !isDigit(first)
  );
}

function spells(text: string, start: number, end: number, length: number, second: number): boolean {
  return end - start === length && (text.charCodeAt(start + 1) | 0x20) === second;
}
