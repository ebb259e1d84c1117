import type { PlacedText } from "./placed-text.ts";

/** The text of one input, under the path a person would open it by (relative to where they stand, `/` separators). */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  /**
   * Set where this text stands inside another input, decoded: a block scalar, base64. Its places are places there
   * (`textOrigin`); its path is the outer one's.
   */
  readonly inside?: PlacedText | undefined;
}

/** A place as editors and SARIF count it: both start at 1, columns in UTF-16 code units, a leading BOM is no column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const CR = 0x0d;
const LF = 0x0a;
const lineStartsOf = new WeakMap<SourceText, readonly number[]>();

/** Offsets at which the lines start. LF, CRLF and a lone CR end a line, as editors and GitHub count; U+2028 does not. */
export function lineStarts(source: SourceText): readonly number[] {
  const known = lineStartsOf.get(source);
  if (known !== undefined) return known;

  const { text } = source;
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === LF || (unit === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  lineStartsOf.set(source, starts);
  return starts;
}

/** Where an offset (UTF-16 code units) stands. Offsets beyond the text count as its end. */
export function positionAt(source: SourceText, offset: number): Position {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const start = starts[low] ?? 0;
  const byteOrderMark = low === 0 && source.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return { line: low + 1, column: Math.max(1, Math.min(offset, source.text.length) - start + 1 - byteOrderMark) };
}

/** The text of a line (counted from 1) without its line break and without a byte order mark. */
export function lineText(source: SourceText, line: number): string {
  const starts = lineStarts(source);
  const start = starts[line - 1] ?? source.text.length;
  const end = starts[line] ?? source.text.length;
  return source.text
    .slice(start, end)
    .replace(/(?:\r\n|\r|\n)$/, "")
    .replace(/^\ufeff/, "");
}
