import type { SourceText } from "@authgraph/source";

/** Units the hash of a line covers, from its first; it runs on into the next lines. */
const window = 100;
const factor = 37;
const endMark = 0xffff;
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const two32 = 0x1_0000_0000;

/** 37^100 mod 2^64, the weight of the unit that leaves the window, as its high and low 32 bits. */
const leaving = BigInt.asUintN(64, BigInt(factor) ** BigInt(window));
const leavingHigh = Number(leaving >> 32n);
const leavingLow = Number(leaving & 0xffff_ffffn);

const hashesOf = new WeakMap<SourceText, readonly string[]>();

/**
 * `primaryLocationLineHash` of every line: GitHub's identity of an alert besides path and rule.
 *
 * Computed as github/codeql-action does before it uploads (src/fingerprints.ts): a file uploaded through the API gets
 * none, and one that differs from the action's is warned about. 37-ary hash modulo 2^64 of the 100 units from the start
 * of the line, blanks left out, then which of the equal ones of the file this is.
 */
export function lineHashes(source: SourceText): readonly string[] {
  const known = hashesOf.get(source);
  if (known !== undefined) return known;
  const hashes = numbered(rollingHashes(unitsThatCount(source.text)));
  hashesOf.set(source, hashes);
  return hashes;
}

/** Without spaces and tabs, with LF for CR and CRLF (unless blanks stand between the two), and the end mark. */
function unitsThatCount(text: string): Uint16Array {
  const units = new Uint16Array(text.length + 1);
  let length = 0;
  let afterReturn = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const pairs = unit === LF && afterReturn;
    afterReturn = unit === CR;
    if (unit === SPACE || unit === TAB || pairs) continue;
    units[length++] = unit === CR ? LF : unit;
  }
  units[length++] = endMark;
  return units.subarray(0, length);
}

/**
 * The hash at the start of every line, in hexadecimal. One pass whatever the length of the lines: the 64 bits are kept
 * as two numbers, because a BigInt per unit costs fifty times as much.
 */
function rollingHashes(units: Uint16Array): readonly string[] {
  const hashes: string[] = [];
  let high = 0;
  let low = 0;
  // `end` is the unit that enters; the window then starts at `end - window + 1`.
  for (let end = 0; end < units.length + window - 1; end++) {
    const entering = units[end] ?? 0;
    const left = units[end - window] ?? 0;
    const lowSum = low * factor + entering;
    const highSum = high * factor + Math.floor(lowSum / two32);
    const lowTaken = leavingLow * left;
    const lowDifference = (lowSum % two32) - (lowTaken % two32);
    const borrowed = lowDifference < 0 ? 1 : 0;
    const highTaken = leavingHigh * left + Math.floor(lowTaken / two32) + borrowed;
    low = lowDifference + borrowed * two32;
    high = ((highSum % two32) - (highTaken % two32) + two32) % two32;
    const start = end - window + 1;
    if (start === 0 || (start > 0 && units[start - 1] === LF)) hashes.push(hexadecimal(high, low));
  }
  return hashes;
}

function hexadecimal(high: number, low: number): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
}

function numbered(hashes: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return hashes.map((hash) => {
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  });
}
