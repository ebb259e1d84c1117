import { createHash } from "node:crypto";
import type { ParsedText } from "@authgraph/parser";
import type { SourceText } from "@authgraph/source";
import { decodeValue } from "./decode-value.ts";
import { encodeText, startEncoding } from "./encode-value.ts";
import type { SharedValues } from "./value-words.ts";

// A segment is: how long its table is and how many words follow, in four bytes each; a SHA-1 of the rest; the table as
// JSON, padded with spaces to whole words; the words. Numbers are in the byte order of the machine: a pack is of one.

const lengthBytes = 8;
const checksumBytes = 20;
const headBytes: number = lengthBytes + checksumBytes;
const wordBytes = 4;
const mostWords = 1 << 24;

/** What was parsed, by the key of its content. */
export type ParsedByKey = ReadonlyMap<string, ParsedText>;

/** Some texts as they were parsed, to be decoded one by one. */
export interface Segment extends SharedValues {
  readonly words: Int32Array;
  /** Where the words of a content start, by its key. */
  readonly places: ReadonlyMap<string, number>;
}

interface Table extends SharedValues {
  readonly keys: readonly string[];
  readonly places: readonly number[];
}

/** The bytes of a segment; what cannot be encoded is left out. Undefined where nothing is left. */
export function encodeSegment(parsedByKey: ParsedByKey): Uint8Array | undefined {
  const encoding = startEncoding();
  const { words, strings, shapes } = encoding;
  const keys: string[] = [];
  const places: number[] = [];
  for (const [key, parsed] of parsedByKey) {
    const place = words.length;
    const source = sourceOf(parsed);
    if (source !== undefined && encodeText(encoding, parsed, source)) {
      keys.push(key);
      places.push(place);
    } else words.length = place;
    // What is larger than a pack may be would be made for nothing.
    if (words.length > mostWords) break;
  }
  if (keys.length === 0) return undefined;

  const table = Buffer.from(JSON.stringify({ keys, places, strings, shapes } satisfies Table));
  const tableBytes = Math.ceil(table.length / wordBytes) * wordBytes;
  const bytes = Buffer.alloc(headBytes + tableBytes + words.length * wordBytes, " ");
  new Int32Array(bytes.buffer, bytes.byteOffset, 2).set([tableBytes, words.length]);
  table.copy(bytes, headBytes);
  new Int32Array(bytes.buffer, bytes.byteOffset + headBytes + tableBytes, words.length).set(words);
  bytes.set(checksumOf(bytes.subarray(headBytes)), lengthBytes);
  return bytes;
}

/** Every text has a document at least, and that an origin. */
function sourceOf({ documents }: ParsedText): SourceText | undefined {
  const origin = documents[0]?.origin;
  return origin?.kind === "text" ? origin.source : undefined;
}

/** The segment at the start of some bytes, and how many of them it takes; undefined where there is no whole one. */
export function decodeSegment(bytes: Uint8Array): { readonly segment: Segment; readonly length: number } | undefined {
  if (bytes.length < headBytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [tableBytes, words] = [numberAt(view, 0), numberAt(view, wordBytes)];
  const length = headBytes + tableBytes + words * wordBytes;
  if (tableBytes < 0 || words < 0 || length > bytes.length) return undefined;
  const body = bytes.subarray(headBytes, length);
  if (!checksumOf(body).equals(bytes.subarray(lengthBytes, headBytes))) return undefined;
  const table: Table = JSON.parse(Buffer.from(body.buffer, body.byteOffset, tableBytes).toString("utf8"));
  // A copy, because words are read where a word may start.
  const wordsAt = body.byteOffset + tableBytes;
  const copied = new Int32Array(body.buffer.slice(wordsAt, wordsAt + words * wordBytes));
  const places = new Map<string, number>();
  for (const [index, key] of table.keys.entries()) places.set(key, table.places[index] ?? words);
  return { segment: { strings: table.strings, shapes: table.shapes, words: copied, places }, length };
}

/** What a segment knows under a key, with origins in this source. */
export function findInSegment(segment: Segment, key: string, source: SourceText): ParsedText | undefined {
  const at = segment.places.get(key);
  if (at === undefined) return undefined;
  const { words, strings, shapes } = segment;
  try {
    const value = decodeValue({ words, strings, shapes, source, met: new Map(), first: at, at });
    return isParsedText(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The checksum vouches for the rest: it is what this version of the program wrote. */
function isParsedText(value: unknown): value is ParsedText {
  return typeof value === "object" && value !== null && "facts" in value && "documents" in value;
}

function numberAt(view: DataView, offset: number): number {
  return view.getInt32(offset, isLittleEndian);
}

const isLittleEndian = new Uint8Array(new Int32Array([1]).buffer)[0] === 1;

function checksumOf(bytes: Uint8Array): Buffer {
  return createHash("sha1").update(bytes).digest();
}
