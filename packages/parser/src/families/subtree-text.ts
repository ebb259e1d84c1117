import type { SourceText } from "@authgraph/source";
import type { ObjectView, Place } from "../objects/object-view.ts";
import type { NodeId } from "../reader/tree.ts";

/** A text made of pieces of an outer text, each unit where it was written, or stands for. */
export interface TextDraft {
  text: string;
  readonly offsets: number[];
}

export function startText(): TextDraft {
  return { text: "", offsets: [] };
}

/** Adds what an installer writes by itself; it stands for a place of the outer text. */
export function addInstallersText(draft: TextDraft, text: string, at: Place): void {
  for (let i = 0; i < text.length; i++) draft.offsets.push(at.start);
  draft.text += text;
}

/** Adds one text after another. */
export function addText(draft: TextDraft, more: TextDraft): void {
  for (const offset of more.offsets) draft.offsets.push(offset);
  draft.text += more.text;
}

/** Deeper and larger than any configuration; bounds against aliases that multiply. */
const deepest = 100;
const longest = 1 << 20;

/**
 * Adds a value of a document in JSON, so that it is a document or item of its own wherever it stood: in a block, in
 * braces, behind an alias. `wanted` chooses among its own fields.
 */
export function addSubtree(
  draft: TextDraft,
  view: ObjectView,
  node: NodeId,
  wanted: (key: string) => boolean = () => true,
): void {
  addValue(draft, view, node, wanted, 0);
}

function addValue(
  draft: TextDraft,
  view: ObjectView,
  node: NodeId,
  wanted: ((key: string) => boolean) | undefined,
  depth: number,
): void {
  const { tree } = view;
  const start = { start: tree.start(node), end: tree.start(node) };
  const end = { start: tree.end(node), end: tree.end(node) };
  if (depth > deepest || draft.text.length > longest) {
    addInstallersText(draft, "null", start);
    return;
  }
  switch (tree.kind(node)) {
    case "mapping": {
      addInstallersText(draft, "{", start);
      let separator = "";
      for (let entry = tree.first(node); entry !== 0; entry = tree.next(entry)) {
        const key = tree.key(entry);
        if (wanted?.(key) === false) continue;
        const at = tree.keyStart(entry);
        addInstallersText(draft, separator, { start: at, end: at });
        addString(draft, key, (i) => Math.min(at + i, tree.keyEnd(entry)));
        addInstallersText(draft, ":", { start: tree.start(entry), end: tree.start(entry) });
        addValue(draft, view, entry, undefined, depth + 1);
        separator = ",";
      }
      addInstallersText(draft, "}", end);
      return;
    }
    case "sequence": {
      addInstallersText(draft, "[", start);
      let separator = "";
      for (let item = tree.first(node); item !== 0; item = tree.next(item)) {
        addInstallersText(draft, separator, { start: tree.start(item), end: tree.start(item) });
        addValue(draft, view, item, undefined, depth + 1);
        separator = ",";
      }
      addInstallersText(draft, "]", end);
      return;
    }
    case "string": {
      const offsets = tree.offsets(node);
      addString(draft, tree.scalar(node), (i) => offsets[i] ?? end.start);
      return;
    }
    case "integer":
    case "float":
    case "boolean":
    case "null":
      addInstallersText(draft, tree.kind(node) === "null" ? "null" : tree.scalar(node), start);
  }
}

function addString(draft: TextDraft, text: string, offsetOf: (index: number) => number): void {
  const first = offsetOf(0);
  addInstallersText(draft, '"', { start: first, end: first });
  for (let i = 0; i < text.length; i++) {
    const at = offsetOf(i);
    addInstallersText(draft, JSON.stringify(text[i]).slice(1, -1), { start: at, end: at });
  }
  const end = offsetOf(text.length);
  addInstallersText(draft, '"', { start: end, end });
}

/** The mapping with fields before its own. */
export function withFields(mapping: TextDraft, fields: Readonly<Record<string, string>>, at: Place): TextDraft {
  const draft = startText();
  const isEmpty = mapping.text === "{}";
  addInstallersText(draft, JSON.stringify(fields).replace(/\}$/, isEmpty ? "" : ","), at);
  draft.text += mapping.text.slice(1);
  for (const offset of mapping.offsets.slice(1)) draft.offsets.push(offset);
  return draft;
}

/** The file that a draft is. */
export function finishText(draft: TextDraft, source: SourceText, end: number): SourceText {
  const { path } = source;
  return { path, text: draft.text, inside: { source, text: draft.text, from: 0, offsets: [...draft.offsets, end] } };
}
