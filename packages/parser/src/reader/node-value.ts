import { cell, END, FIRST, FORM, KIND_SHIFT, LAST, ORDINARY, START, setCell, TAGGED } from "./arena.ts";
import type { Builder } from "./build.ts";
import { type ChunkText, decodeScalar } from "./decode-scalar.ts";
import { isPlainString } from "./ordinary-key.ts";
import { type ResolvedScalar, resolvePlain, resolveTagged, spellKey } from "./resolve-scalar.ts";
import { FORM_MASK, Form, INDIRECT } from "./scan-scalar.ts";
import type { NodeId, ValueKind } from "./tree.ts";

/** One document's nodes and the text they were read from. */
export interface DocumentNodes {
  readonly builder: Builder;
  readonly chunk: ChunkText;
}

/** Follows aliases and merged entries to the node that was written. */
export function written(builder: Builder, node: NodeId): NodeId {
  let target = node;
  for (;;) {
    const form = cell(builder.arena, target, FORM) & FORM_MASK;
    if (form !== Form.alias && form !== Form.merged) return target;
    target = cell(builder.arena, target, FIRST);
  }
}

export function formOf(builder: Builder, node: NodeId): number {
  return cell(builder.arena, node, FORM) & FORM_MASK;
}

/** The text of a scalar before the resolver looks at it. */
export function rawText(d: DocumentNodes, node: NodeId): string {
  const { arena } = d.builder;
  const flags = cell(arena, node, FORM);
  const start = cell(arena, node, START);
  const end = cell(arena, node, END);
  const form = flags & FORM_MASK;
  if ((flags & INDIRECT) !== 0) return decodeScalar(d.chunk, form, start, end, cell(arena, node, FIRST));
  return form === Form.plain || form === Form.jsonLiteral
    ? d.chunk.text.slice(start, end)
    : d.chunk.text.slice(start + 1, end - 1);
}

/** What the resolver makes of a written scalar; a scalar with an impossible tag was refused before. */
export function resolveNode(d: DocumentNodes, node: NodeId): ResolvedScalar {
  const { arena, tags } = d.builder;
  const flags = cell(arena, node, FORM);
  const form = flags & FORM_MASK;
  const text = rawText(d, node);
  if ((flags & TAGGED) !== 0) {
    const resolved = resolveTagged(tags[cell(arena, node, LAST)] ?? "", text);
    return "problem" in resolved ? { type: "string", spelling: text } : resolved;
  }
  if (form === Form.plain) return resolvePlain(text);
  if (form === Form.jsonLiteral) return resolveJsonLiteral(text);
  return { type: "string", spelling: text };
}

function resolveJsonLiteral(text: string): ResolvedScalar {
  if (text === "null") return { type: "nil", spelling: text };
  if (text === "true" || text === "false") return { type: "bool", spelling: text };
  return { type: "float64", spelling: text };
}

const kinds: readonly ValueKind[] = ["mapping", "sequence", "string", "integer", "float", "boolean", "null"];
const STRING = 3;

/** Kind of a node that was asked for before; undefined for others, and for aliases. */
export function knownKind({ builder }: DocumentNodes, node: NodeId): ValueKind | undefined {
  return kinds[(cell(builder.arena, node, FORM) >> KIND_SHIFT) - 1];
}

/** Kind of a written node, remembered in the arena. */
export function kindOf(d: DocumentNodes, node: NodeId): ValueKind {
  const { arena } = d.builder;
  const flags = cell(arena, node, FORM);
  let known = flags >> KIND_SHIFT;
  if (known === 0) {
    known = findKind(d, node, flags);
    setCell(arena, node, FORM, flags | (known << KIND_SHIFT));
  }
  return kinds[known - 1] ?? "null";
}

function findKind(d: DocumentNodes, node: NodeId, flags: number): number {
  const form = flags & FORM_MASK;
  if (form === Form.mapping) return 1;
  if (form === Form.sequence) return 2;
  if ((flags & TAGGED) === 0) {
    if (form !== Form.plain && form !== Form.jsonLiteral) return STRING;
    const { arena } = d.builder;
    if (form === Form.plain && isPlainString(d.chunk.text, cell(arena, node, START), cell(arena, node, END)))
      return STRING;
  }
  const { type, spelling } = resolveNode(d, node);
  switch (type) {
    case "string":
    case "timestamp":
    case "merge":
      return STRING;
    case "int":
    case "uint64":
      return 4;
    case "float64":
      // Go decodes the JSON spelling: `1e3` and `0.0` arrive as 1000 and 0, which are integers again.
      return /^-?[0-9]+$/.test(spelling) ? 4 : 5;
    case "bool":
      return 6;
    case "nil":
      return 7;
  }
}

/** A scalar's text as JSON spells it, quotes and escapes of strings aside; of anything else nothing, whatever is in it. */
export function scalarText(d: DocumentNodes, node: NodeId): string {
  const flags = cell(d.builder.arena, node, FORM);
  const form = flags & FORM_MASK;
  if (form === Form.mapping || form === Form.sequence) return "";
  if ((flags & TAGGED) === 0 && form !== Form.plain) return rawText(d, node);
  if (kindOf(d, node) === "string" && (flags & TAGGED) === 0) return rawText(d, node);
  return resolveNode(d, node).spelling;
}

/** A key as Go prints it. */
export function keyText(d: DocumentNodes, key: NodeId): string {
  if ((cell(d.builder.arena, key, FORM) & ORDINARY) !== 0) return rawText(d, key);
  const target = written(d.builder, key);
  const form = formOf(d.builder, target);
  if (form === Form.mapping || form === Form.sequence) return "";
  return spellKey(resolveNode(d, target)) ?? "";
}
