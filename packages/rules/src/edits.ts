import type { Origin, TextOrigin } from "@authgraph/source";
import type { TextEdit } from "./risk.ts";

// Edits take away whole lines, or an item with its comma, and leave every other character alone. Where a list is
// written in a way that does not allow it, there is no edit: the words of the remedy must do.

/** Takes an item out of a list, block or flow; none where that would need more than cutting. */
export function removeListItem(origin: Origin): readonly TextEdit[] {
  if (origin.kind !== "text") return [];
  const { text } = origin.source;
  const block = blockItem(text, origin);
  const cut = block ?? flowItem(text, origin);
  return cut === undefined ? [] : [{ origin: { ...origin, start: cut.start, end: cut.end }, replacement: "" }];
}

/** Takes a whole object out of its file: a document, or an item of a List. */
export function removeObject(origin: Origin): readonly TextEdit[] {
  if (origin.kind !== "text") return [];
  const asItem = removeListItem(origin);
  if (asItem.length > 0) return asItem;
  const { text } = origin.source;
  if (!/^[ \t]*(?:---)?[ \t]*$/.test(lineHead(text, origin.start)) || !endsLine(text, origin.end)) return [];
  return [{ origin: { ...origin, end: endOfLine(text, origin.end) }, replacement: "" }];
}

/** Takes out a comment: its line where it has one of its own, else what is left of the line after the words. */
export function removeComment(origin: Origin): readonly TextEdit[] {
  if (origin.kind !== "text") return [];
  const { text } = origin.source;
  let start = origin.start;
  while (start > 0 && " \t".includes(text.charAt(start - 1))) start--;
  const isAlone = start === 0 || text.charAt(start - 1) === "\n";
  return [{ origin: { ...origin, start, end: isAlone ? endOfLine(text, origin.end) : origin.end }, replacement: "" }];
}

/** Takes out the line of `key: value`, where both are alone on it; none where they are not. */
export function removeEntry(value: Origin): readonly TextEdit[] {
  if (value.kind !== "text") return [];
  const { source, start, end } = value;
  const lineStart = startOfLine(source.text, start);
  const isAlone = /^[ \t]*(?:[\w./-]+|"[\w./-]+"|'[\w./-]+')[ \t]*:[ \t]+$/.test(source.text.slice(lineStart, start));
  if (!isAlone || source.text.slice(start, end).includes("\n") || !endsLine(source.text, end)) return [];
  return [{ origin: { ...value, start: lineStart, end: endOfLine(source.text, end) }, replacement: "" }];
}

/** Puts another scalar in place of one that is written plainly. */
export function replaceScalar(origin: Origin, from: string, to: string): readonly TextEdit[] {
  if (origin.kind !== "text") return [];
  const { source, start, end } = origin;
  const written = source.text.slice(start, end);
  if (written === from) return [{ origin, replacement: to }];
  if (written === `"${from}"` || written === `'${from}'`) {
    return [{ origin, replacement: `${written.charAt(0)}${to}${written.charAt(0)}` }];
  }
  return [];
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

/** The lines of `- …`, if the item is alone on them. */
function blockItem(text: string, { start, end }: TextOrigin): Cut | undefined {
  if (!/^[ \t]*-[ \t]+$/.test(lineHead(text, start)) || !endsLine(text, end)) return undefined;
  return { start: startOfLine(text, start), end: endOfLine(text, end) };
}

/** The item and one comma beside it. */
function flowItem(text: string, { start, end }: TextOrigin): Cut | undefined {
  const before = /([[,])\s*$/.exec(text.slice(Math.max(0, start - longestGap), start))?.[1];
  const after = /^\s*([\],])/.exec(text.slice(end, end + longestGap));
  if (before === undefined || after === null) return undefined;
  if (after[1] === ",") {
    const spaces = /^\s*/.exec(text.slice(end + after[0].length, end + after[0].length + longestGap))?.[0].length ?? 0;
    return { start, end: end + after[0].length + spaces };
  }
  if (before === ",") return { start: text.lastIndexOf(",", start - 1), end };
  return { start, end };
}

/** Between an item and its comma, comments apart. */
const longestGap = 256;

function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** After the line break, or the end of the text. */
function endOfLine(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  return at < 0 ? text.length : at + 1;
}

/** What stands before on the line: of a line that may be a whole dump, no more than an item may have before it. */
function lineHead(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && headCharacters.includes(text.charAt(start - 1))) start--;
  return start === 0 || text.charAt(start - 1) === "\n" ? text.slice(start, offset) : "?";
}

const headCharacters = " \t-";

/** Whether nothing but a comment follows on the line. */
function endsLine(text: string, offset: number): boolean {
  let at = offset;
  while (at < text.length && " \t\r".includes(text.charAt(at))) at++;
  return at === text.length || text.charAt(at) === "\n" || text.charAt(at) === "#";
}

/** Puts the other truth value into `--flag=true`, `--flag` or `key: true`. */
export function replaceBoolean(origin: Origin, to: boolean): readonly TextEdit[] {
  if (origin.kind !== "text") return [];
  const { source, start, end } = origin;
  const written = source.text.slice(start, end);
  const found = /^(--[\w-]+)(?:=(?:1|t|T|TRUE|true|True))?$/.exec(written);
  if (found !== null) return [{ origin, replacement: `${found[1]}=${to}` }];
  return written === "true" ? [{ origin, replacement: String(to) }] : [];
}

/** Puts another value into `--flag=value`, quoted or not, or in place of a scalar; none where it stands in another way. */
export function replaceSetting(origin: Origin, to: string): readonly TextEdit[] {
  if (origin.kind !== "text") return [];
  const written = origin.source.text.slice(origin.start, origin.end);
  const [, quote, head] = /^(["']?)(--[\w-]+=)[^\s"']*\1$/.exec(written) ?? [];
  if (head !== undefined) return [{ origin, replacement: `${quote}${head}${to}${quote}` }];
  const [, mark] = /^(["']?)[\w./:-]+\1$/.exec(written) ?? [];
  return mark === undefined || written.startsWith("-") ? [] : [{ origin, replacement: `${mark}${to}${mark}` }];
}

/** Edits that leave each other alone; none where one cannot be made or two would meet. */
export function allOrNone(edits: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  if (edits.some((some) => some.length === 0)) return [];
  const all = edits.flat();
  const meet = all.some(({ origin: one }, index) =>
    all.slice(index + 1).some(({ origin: other }) => {
      if (one.kind !== "text" || other.kind !== "text" || one.source !== other.source) return false;
      return one.start < other.end && other.start < one.end;
    }),
  );
  return meet ? [] : all;
}

/** Puts a flow mapping in place of an item of a list, which fits into block and flow style alike. */
export function replaceItem(origin: Origin, entries: Readonly<Record<string, string>>): readonly TextEdit[] {
  if (removeListItem(origin).length === 0 || origin.kind !== "text") return [];
  const isJson = /^\{\s*"/.test(origin.source.text.slice(origin.start, origin.end));
  const word = (text: string): string => (isJson ? JSON.stringify(text) : text);
  const written = Object.entries(entries).map(([key, value]) => `${word(key)}: ${word(value)}`);
  return [{ origin, replacement: `{ ${written.join(", ")} }` }];
}
