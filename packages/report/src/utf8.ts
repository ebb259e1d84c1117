import { lineStarts, positionAt, type SourceText } from "@authgraph/source";

const encoder = new TextEncoder();

/** Bytes of the text in UTF-8. */
export function utf8Length(text: string): number {
  return encoder.encode(text).length;
}

/** A place as tools that count bytes write it, both from 1. */
export interface BytePosition {
  readonly line: number;
  readonly column: number;
}

/** Line and column of an offset, the column in bytes of the line as the file has it: a byte order mark is three. */
export function bytePosition(source: SourceText, offset: number): BytePosition {
  const { line } = positionAt(source, offset);
  const start = lineStarts(source)[line - 1] ?? 0;
  return { line, column: bytesBefore(source, offset) - bytesBefore(source, start) + 1 };
}

/** How far apart the offsets are whose bytes are remembered. */
const stride = 1024;
const countsOf = new WeakMap<SourceText, readonly number[]>();

/** Bytes before an offset: a file may be one line with thousands of places in it, so each starts from one known. */
function bytesBefore(source: SourceText, offset: number): number {
  let counts = countsOf.get(source);
  if (counts === undefined) {
    counts = countBytes(source.text);
    countsOf.set(source, counts);
  }
  const known = Math.floor(offset / stride);
  return (counts[known] ?? 0) + bytesBetween(source.text, known * stride, offset);
}

function countBytes(text: string): readonly number[] {
  const counts = [0];
  for (let from = 0, bytes = 0; from + stride <= text.length; from += stride) {
    bytes += bytesBetween(text, from, from + stride);
    counts.push(bytes);
  }
  return counts;
}

/** Each half of a pair of units is two of its four bytes, so that counts add up wherever they are parted. */
function bytesBetween(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800 || isPaired(text, i, unit)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}

function isPaired(text: string, index: number, unit: number): boolean {
  if (unit >= 0xd800 && unit < 0xdc00) return isBetween(text.charCodeAt(index + 1), 0xdc00, 0xdfff);
  return unit >= 0xdc00 && unit < 0xe000 && isBetween(text.charCodeAt(index - 1), 0xd800, 0xdbff);
}

function isBetween(unit: number, first: number, last: number): boolean {
  return unit >= first && unit <= last;
}
