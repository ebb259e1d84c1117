import { BYTE_ORDER_MARK, CR, LF } from "./characters.ts";
import type { Surprise } from "./tree.ts";

// Go's reader refuses what YAML calls not printable (readerc.go yaml_parser_update_buffer).
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g;
const otherBreak = /[\r\x85\u2028\u2029]/;
const hiddenBreak = /\r(?!\r?\n)|[\x85\u2028\u2029]/g;

/** First character from `start` on that YAML does not allow; the length of the text if there is none. */
export function findControl(text: string, start: number): number {
  control.lastIndex = start;
  return control.exec(text)?.index ?? text.length;
}

/** Whether LF alone ends lines in a text. */
export function onlyLineFeeds(text: string): boolean {
  return !otherBreak.test(text);
}

/** At most so many hidden line breaks of a document are worth telling. */
const TOLD = 100;

/** Line breaks for Go that are none, or unusual ones, for a person: U+0085, U+2028, U+2029, a lone CR. */
export function hiddenBreaks(text: string, start: number, end: number): Surprise[] {
  const found: Surprise[] = [];
  hiddenBreak.lastIndex = start;
  while (found.length < TOLD) {
    const match = hiddenBreak.exec(text);
    if (match === null || match.index >= end) break;
    found.push({ form: "line-break", start: match.index, end: match.index + 1 });
  }
  return found;
}

const spaceAndComments = /(?:\s+|#[^\n\r\x85\u2028\u2029]*)+/y;

/** Text after a document's end that Go never looks at; undefined if there are only blanks and comments. */
export function ignoredText(text: string, from: number, end: number): Surprise | undefined {
  spaceAndComments.lastIndex = from;
  const start = spaceAndComments.test(text) ? spaceAndComments.lastIndex : from;
  if (start >= end) return undefined;
  return { form: "ignored-text", start, end: start + text.slice(start, end).trimEnd().length };
}

/** Bytes that goyaml reads at once (yamlprivateh.go input_raw_buffer_size). */
const BUFFER_SIZE = 512;

/**
 * Whether Go meets the character at `control` although the document ends before it: it reads and checks the text in
 * pieces of 512 bytes, up to the piece that holds `position`.
 */
export function isReadAhead(text: string, start: number, position: number, control: number, split: boolean): boolean {
  let bytes = 0;
  let pieceStart = 0;
  for (let i = start; i < control; ) {
    const { units, length } = characterAt(text, i, split);
    if (bytes + length - pieceStart > BUFFER_SIZE) {
      if (i > position) return false;
      pieceStart = bytes;
    }
    bytes += length;
    i += units;
  }
  const { length } = characterAt(text, control, split);
  return bytes + length - pieceStart <= BUFFER_SIZE || control <= position;
}

/**
 * Where goyaml's buffer has to be filled again, for a chunk with byte order marks inside; none for others. goyaml looks
 * for the mark at the start of its buffer instead of at the place it has reached (yamlprivateh.go is_bom): while a mark
 * stands there, it drops the first character of each line, even the `#` of a comment.
 */
export function bufferEnds(text: string, start: number, end: number, split: boolean): readonly number[] {
  const mark = text.indexOf("\ufeff", withoutMark(text, start));
  if (mark < 0 || mark >= end) return [];
  const ends: number[] = [];
  let bytes = 0;
  let pieceStart = 0;
  for (let position = start; position < end; ) {
    const { units, length } = characterAt(text, position, split);
    if (bytes + length - pieceStart > BUFFER_SIZE) {
      ends.push(position);
      pieceStart = bytes;
    }
    bytes += length;
    position += units;
  }
  ends.push(end);
  return ends;
}

/** How many UTF-16 units and how many UTF-8 bytes a character takes; Go's splitter drops a CR before LF. */
function characterAt(text: string, at: number, split: boolean): { units: number; length: number } {
  const unit = text.charCodeAt(at);
  if (split && unit === CR && text.charCodeAt(at + 1) === LF) return { units: 1, length: 0 };
  if (unit < 0x80) return { units: 1, length: 1 };
  if (unit < 0x800) return { units: 1, length: 2 };
  return (unit & 0xfc00) === 0xd800 && at + 1 < text.length ? { units: 2, length: 4 } : { units: 1, length: 3 };
}

export function withoutMark(text: string, start: number): number {
  return text.charCodeAt(start) === BYTE_ORDER_MARK ? start + 1 : start;
}
