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

/** The hashes of the lines of one text, each in two halves, and which of the equal ones of the file each is. */
interface LineHashes {
  readonly high: readonly number[];
  readonly low: readonly number[];
  readonly count: readonly number[];
}

const hashesOf = new WeakMap<SourceText, LineHashes>();

/**
 * `primaryLocationLineHash` of a line (counted from 1): GitHub's identity of an alert besides path and rule.
 *
 * Computed as github/codeql-action does before it uploads (src/fingerprints.ts): a file uploaded through the API gets
 * none, and one that differs from the action's is warned about. 37-ary hash modulo 2^64 of the 100 units from the start
 * of the line, blanks left out, then which of the equal ones of the file this is. All lines of a text are hashed at
 * once, when the first is asked for.
 */
export function lineHash(source: SourceText, line: number): string | undefined {
  let hashes = hashesOf.get(source);
  if (hashes === undefined) {
    hashes = rollingHashes(unitsThatCount(source.text));
    hashesOf.set(source, hashes);
  }
  const [high, low, count] = [hashes.high[line - 1], hashes.low[line - 1], hashes.count[line - 1]];
  if (high === undefined || low === undefined || count === undefined) return undefined;
  return `${hexadecimal(high, low)}:${count}`;
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
 * The hash at the start of every line. One pass whatever the length of the lines: the 64 bits are kept as two numbers,
 * because a BigInt per unit costs fifty times as much. `>>> 0` is modulo 2^32 for any integer a number holds exactly.
 */
function rollingHashes(units: Uint16Array): LineHashes {
  const highs: number[] = [];
  const lows: number[] = [];
  let high = 0;
  let low = 0;
  // `end` is the unit that enters; the window then starts at `end - window + 1`.
  for (let end = 0; end < units.length + window - 1; end++) {
    const entering = units[end] ?? 0;
    const left = units[end - window] ?? 0;
    const lowSum = low * factor + entering;
    const lowTaken = leavingLow * left;
    const lowDifference = (lowSum >>> 0) - (lowTaken >>> 0);
    const borrowed = lowDifference < 0 ? 1 : 0;
    const highSum = high * factor + Math.floor(lowSum / two32);
    const highTaken = leavingHigh * left + Math.floor(lowTaken / two32) + borrowed;
    low = lowDifference + borrowed * two32;
    high = (highSum - highTaken) >>> 0;
    const start = end - window + 1;
    if (start === 0 || (start > 0 && units[start - 1] === LF)) {
      highs.push(high);
      lows.push(low);
    }
  }
  return { high: highs, low: lows, count: counts(highs, lows) };
}

/** For each line the number of lines up to it that have its hash. */
function counts(highs: readonly number[], lows: readonly number[]): readonly number[] {
  const lastOfLow = new Map<number, number>();
  const beforeOfLow: (number | undefined)[] = [];
  const found: number[] = [];
  for (const [line, low] of lows.entries()) {
    let before = lastOfLow.get(low);
    beforeOfLow.push(before);
    lastOfLow.set(low, line);
    while (before !== undefined && highs[before] !== highs[line]) before = beforeOfLow[before];
    found.push(before === undefined ? 1 : (found[before] ?? 0) + 1);
  }
  return found;
}

function hexadecimal(high: number, low: number): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
}
