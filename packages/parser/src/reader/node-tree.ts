import { cell, END, FIRST, FORM, KEY, NEXT, ORDINARY, START } from "./arena.ts";
import { decodeScalar } from "./decode-scalar.ts";
import { type DocumentNodes, keyText, kindOf, knownKind, scalarText, written } from "./node-value.ts";
import { FORM_MASK, Form, INDIRECT } from "./scan-scalar.ts";
import type { NodeId, Tree, ValueKind } from "./tree.ts";

/** The document in the arena, as others see it; whoever fills the arena sets text and root. */
export function treeOf(d: DocumentNodes): Tree {
  const { builder, chunk } = d;
  const { arena } = builder;
  const tree: Tree = {
    text: "",
    root: 0,
    kind: (node: NodeId): ValueKind => knownKind(d, node) ?? kindOf(d, written(builder, node)),
    start: (node: NodeId): number => cell(arena, node, START),
    end: (node: NodeId): number => cell(arena, node, END),
    first: (node: NodeId): NodeId => {
      const target = written(builder, node);
      const form = cell(arena, target, FORM) & FORM_MASK;
      return form === Form.mapping || form === Form.sequence ? cell(arena, target, FIRST) : 0;
    },
    next: (node: NodeId): NodeId => cell(arena, node, NEXT),
    key: (entry: NodeId): string => keyText(d, cell(arena, entry, KEY)),
    keyIs: (entry: NodeId, key: string): boolean => {
      const node = cell(arena, entry, KEY);
      const flags = cell(arena, node, FORM);
      if ((flags & ORDINARY) === 0) return keyText(d, node) === key;
      const quote = (flags & FORM_MASK) === Form.plain ? 0 : 1;
      const start = cell(arena, node, START) + quote;
      return cell(arena, node, END) - quote - start === key.length && chunk.text.startsWith(key, start);
    },
    keyStart: (entry: NodeId): number => cell(arena, cell(arena, entry, KEY), START),
    keyEnd: (entry: NodeId): number => cell(arena, cell(arena, entry, KEY), END),
    scalar: (node: NodeId): string => (node === 0 ? "" : scalarText(d, written(builder, node))),
    offsets: (node: NodeId): ArrayLike<number> => offsetsOf(d, written(builder, node), tree.text.length),
  };
  return tree;
}

function offsetsOf(d: DocumentNodes, node: NodeId, textLength: number): ArrayLike<number> {
  const { arena } = d.builder;
  const flags = cell(arena, node, FORM);
  const form = flags & FORM_MASK;
  const start = cell(arena, node, START);
  const end = cell(arena, node, END);
  const { length } = scalarText(d, node);
  const offsets: number[] = [];
  if ((flags & INDIRECT) !== 0) decodeScalar(d.chunk, form, start, end, cell(arena, node, FIRST), offsets);
  else {
    const quote = form === Form.plain || form === Form.jsonLiteral ? 0 : 1;
    for (let i = start + quote; i <= end - quote; i++) offsets.push(i);
  }
  // The line feed that a last line is read with, though the text has none.
  if ((offsets.at(-1) ?? 0) > textLength) offsets[offsets.length - 1] = textLength;
  // A value that its tag turned into another text (`!!binary`) has no places inside.
  return offsets.length === length + 1
    ? offsets
    : Array.from({ length: length + 1 }, (_, i) => (i < length ? start : end));
}
