import { lineStarts, type SourceText } from "@authgraph/source";

const linesOf = new WeakMap<SourceText, readonly string[]>();

/** The lines of a text, each with its line break. */
function lines(source: SourceText): readonly string[] {
  const known = linesOf.get(source);
  if (known !== undefined) return known;
  const starts = lineStarts(source);
  const all = starts.map((start, index) => source.text.slice(start, starts[index + 1]));
  linesOf.set(source, all);
  return all;
}

const anchorsOf = new WeakMap<SourceText, Int32Array>();

/**
 * The line that a comment about a line stands above, counted from 1: the line itself, but for text in which a comment
 * would be no comment. A block scalar takes it at its header, a command that goes on with `\` where it begins.
 */
export function commentLine(source: SourceText, line: number): number {
  let anchors = anchorsOf.get(source);
  if (anchors === undefined) {
    anchors = anchorsIn(lines(source));
    anchorsOf.set(source, anchors);
  }
  return (anchors[line - 1] ?? line - 1) + 1;
}

/** For each line where a comment about it belongs; once for all of a text. */
function anchorsIn(all: readonly string[]): Int32Array {
  const anchors = new Int32Array(all.length);
  for (let at = 0; at < all.length; ) {
    const goesOn = at > 0 && /\\\r?\n$/.test(all[at - 1] ?? "");
    anchors[at] = goesOn ? (anchors[at - 1] ?? at) : at;
    const end = scalarEnd(all, at);
    anchors.fill(anchors[at] ?? at, at, end);
    at = end;
  }
  return anchors;
}

/** `key: |`, `- >-`, `- key: |2 # why`: what a block scalar follows. */
const header = /^(\s*(?:- +)*)(?:[^\s#].*:\s+)?(?:[!&]\S*\s+)*[|>][0-9+-]*[ \t]*(?:#.*)?\r?\n?$/;
const scalarOnly = /^\s*(?:- +)*(?:[!&]\S*\s+)*[|>]/;

/** After the lines of the block scalar that a line is the header of; after the line where it is none. */
function scalarEnd(all: readonly string[], at: number): number {
  const text = all[at] ?? "";
  const lead = /[|>]/.test(text) ? header.exec(text)?.[1] : undefined;
  let end = at + 1;
  // A text that is nothing but a scalar has no line above it that could take a comment.
  if (lead === undefined || (scalarOnly.test(text) && !lead.includes("-"))) return end;
  const parent = parentColumn(text, lead);
  while (end < all.length && isDeeper(all[end] ?? "", parent)) end++;
  return end;
}

function isDeeper(text: string, column: number): boolean {
  const indentation = text.length - text.trimStart().length;
  return indentation === text.length || indentation > column;
}

/** Where the node stands that the scalar belongs to: the key, or the dash of an item. */
function parentColumn(text: string, lead: string): number {
  return scalarOnly.test(text) ? lead.lastIndexOf("-") : lead.length;
}

/**
 * The line that a comment on a line of its own speaks of: the next one that is no comment, so that several may stack.
 */
export function lineBelowComment(source: SourceText, line: number): number {
  const all = lines(source);
  let at = line;
  while (at < all.length && /^\s*#/.test(all[at] ?? "")) at++;
  return at + 1;
}

/** Whether a text is of a form that has comments: JSON has none, nor has a table of tokens. */
export function hasComments({ path, text }: SourceText): boolean {
  return !/\.(?:json|csv)$/i.test(path) && !/^\ufeff?\s*(?:\{|\[\s*[[{"])/.test(text) && !tokenRow.test(text);
}

/** `token,user,uid,"group"` as the first line; no other text that is read begins so. */
const tokenRow = /^\ufeff?[^\s,:#{[-][^\s,:]*,[^,\n]+,[^,\n]+/;

/** Whether only comments and the marker of a document stand before an offset. */
export function isAtTop({ text }: SourceText, offset: number): boolean {
  return /^\ufeff?(?:[ \t]*(?:[#%;].*|---[ \t]*)?\r?\n)*[ \t]*$/.test(text.slice(0, offset));
}
