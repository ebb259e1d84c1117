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

/**
 * The line that a comment about a line stands above, counted from 1: the line itself, but for text in which a comment
 * would be no comment. A block scalar takes it at its header, a command that goes on with `\` where it begins.
 */
export function commentLine(source: SourceText, line: number): number {
  const all = lines(source);
  let at = commandStart(all, line - 1);
  for (let header = blockHeader(all, at); header !== undefined; header = blockHeader(all, at)) at = header;
  return at + 1;
}

/** Up to the first of the lines that a `\` joins. */
function commandStart(all: readonly string[], line: number): number {
  let at = line;
  while (at > 0 && /\\\r?\n$/.test(all[at - 1] ?? "")) at--;
  return at;
}

/** `key: |`, `- >-`, `- key: |2 # why`: what a block scalar follows. */
const header = /^(\s*(?:- +)*)(?:[^\s#].*:\s+)?(?:[!&]\S*\s+)*[|>][0-9+-]*[ \t]*(?:#.*)?\r?\n?$/;
const scalarOnly = /^\s*(?:- +)*(?:[!&]\S*\s+)*[|>]/;

/** The header of the block scalar that a line is part of: every line between is indented more than what holds it. */
function blockHeader(all: readonly string[], line: number): number | undefined {
  let least = Number.POSITIVE_INFINITY;
  for (let at = line; at >= 0 && least > 0; at--) {
    const text = all[at] ?? "";
    if (text.trim() === "") continue;
    const lead = at < line ? header.exec(text)?.[1] : undefined;
    if (lead !== undefined && parentColumn(text, lead) < least) return at;
    least = Math.min(least, text.length - text.trimStart().length);
  }
  return undefined;
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
