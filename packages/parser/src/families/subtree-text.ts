import type { SourceText } from "@authgraph/source";
import type { ObjectView, Place } from "../objects/object-view.ts";
import { placedInsteadOf } from "../placed-text.ts";
import type { NodeId } from "../reader/tree.ts";

/** Texts of one outer text, one after the other, that make a file of a machine. */
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

/**
 * Adds a value of a document as a document or list of its own: without the indentation it has there, its places kept.
 * False: it is an alias, whose text stands elsewhere.
 */
export function addSubtree(draft: TextDraft, { tree, source }: ObjectView, node: NodeId): boolean {
  const start = tree.start(node);
  const end = tree.end(node);
  const { text } = source;
  if (text[start] === "*") return false;
  const indentation = start - (text.lastIndexOf("\n", start - 1) + 1);
  let at = start;
  while (at < end) {
    const lineFeed = text.indexOf("\n", at);
    const next = lineFeed < 0 || lineFeed + 1 > end ? end : lineFeed + 1;
    for (let i = at; i < next; i++) draft.offsets.push(i);
    draft.text += text.slice(at, next);
    at = next;
    for (let skipped = 0; skipped < indentation && text[at] === " " && at < end; skipped++) at++;
  }
  draft.text += "\n";
  draft.offsets.push(end);
  return true;
}

/** The file that the texts make. */
export function finishText(draft: TextDraft, source: SourceText, end: number): SourceText {
  const { path } = source;
  const offsets = [...draft.offsets, end];
  return { path, text: draft.text, inside: { source, text: draft.text, from: 0, offsets } };
}

/** A file that an installer makes of a single setting. */
export function installersFile(source: SourceText, text: string, at: Place): SourceText {
  return { path: source.path, text, inside: placedInsteadOf(source, text, at.start, at.end) };
}
