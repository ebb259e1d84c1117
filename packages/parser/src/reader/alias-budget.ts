import { cell, END, FIRST, KEY, NEXT, START } from "./arena.ts";
import { isMergeKey, mergeSources, type Refusal } from "./compose.ts";
import { type DocumentNodes, formOf } from "./node-value.ts";
import { Form } from "./scan-scalar.ts";
import type { NodeId } from "./tree.ts";

/** Up to this many decoded nodes nearly all may come from aliases; from `MANY` on, a tenth (decode.go allowedAliasRatio). */
const FEW = 400_000;
const MANY = 4_000_000;

function allowedRatio(decoded: number): number {
  if (decoded <= FEW) return 0.99;
  if (decoded >= MANY) return 0.1;
  return 0.99 - 0.89 * ((decoded - FEW) / (MANY - FEW));
}

/**
 * Walks a document as Go decodes it, aliases expanded, and stops where Go does: at an anchor that contains itself, and
 * when aliases make up too much of the work. That bound makes the walk linear in the text.
 */
export function checkAliases(d: DocumentNodes): Refusal | undefined {
  const { builder } = d;
  const { arena } = builder;
  const expanding = new Set<NodeId>();
  // Nodes still to decode, the next one last; a negative number ends the expansion of an alias.
  const waiting: NodeId[] = [builder.root];
  let decoded = 1;
  let fromAliases = 0;

  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node < 0) {
      expanding.delete(-node);
      continue;
    }
    decoded++;
    if (expanding.size > 0) fromAliases++;
    if (fromAliases > 100 && decoded > 1000 && fromAliases / decoded > allowedRatio(decoded)) {
      return { message: "yaml: document contains excessive aliasing", offset: cell(arena, node, START) };
    }
    const form = formOf(builder, node);
    if (form === Form.alias) {
      if (expanding.has(node)) {
        const name = d.chunk.text.slice(cell(arena, node, START) + 1, cell(arena, node, END));
        return { message: `yaml: anchor '${name}' value contains itself`, offset: cell(arena, node, START) };
      }
      expanding.add(node);
      waiting.push(-node, cell(arena, node, FIRST));
    } else if (form === Form.sequence || form === Form.mapping) {
      const bottom = waiting.length;
      for (let child = cell(arena, node, FIRST); child !== 0; child = cell(arena, child, NEXT)) {
        const key = form === Form.mapping ? cell(arena, child, KEY) : 0;
        if (key !== 0 && isMergeKey(d, key)) {
          for (const source of mergeSources(builder, child)) waiting.push(source);
        } else {
          if (key !== 0) waiting.push(key);
          waiting.push(child);
        }
      }
      reverseFrom(waiting, bottom);
    }
  }
  return undefined;
}

function reverseFrom(list: NodeId[], bottom: number): void {
  for (let low = bottom, high = list.length - 1; low < high; low++, high--) {
    const other = list[low] ?? 0;
    list[low] = list[high] ?? 0;
    list[high] = other;
  }
}
