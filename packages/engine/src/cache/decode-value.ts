import { type Origin, type SourceText, textOrigin } from "@authgraph/source";
import { kindMask, kindOf, metAgain, numberShift, type SharedValues } from "./value-words.ts";

/** Where the reading of some words has come to. */
export interface Decoding extends SharedValues {
  readonly words: Int32Array;
  /** Of all origins. */
  readonly source: SourceText;
  /** The first word of the text. */
  readonly first: number;
  /** What is met again, by how many words after the first it begins. */
  readonly met: Map<number, unknown>;
  /** The word that comes next. */
  at: number;
}

/** Nobody changes a fact, so that of what is empty all may be one. */
const none: readonly unknown[] = [];
const emptyMap: ReadonlyMap<unknown, unknown> = new Map();

/**
 * The value whose word comes next. One function with few branches: in a run of a tenth of a second most of the time goes
 * into getting code to run at all. Words that mean nothing throw, as words that a checksum vouches for never do.
 */
export function decodeValue(decoding: Decoding): unknown {
  const word = nextWord(decoding);
  if ((word & metAgain) === 0) return decodeWord(decoding, word);
  const place = decoding.at - 1 - decoding.first;
  const value = decodeWord(decoding, word);
  decoding.met.set(place, value);
  return value;
}

function decodeWord(decoding: Decoding, word: number): unknown {
  const number = word >> numberShift;
  switch (word & kindMask) {
    case kindOf.string:
      return decoding.strings[number];
    case kindOf.located:
      // Written in this order, read in this order.
      return { value: decodeValue(decoding), origin: decodeValue(decoding) };
    case kindOf.origin:
      return decodeOrigin(decoding, number);
    case kindOf.array:
      return number === 0 ? none : decodeItems(decoding, number);
    case kindOf.object:
      return decodeObject(decoding, decoding.shapes[number]);
    case kindOf.map:
      return number === 0 ? emptyMap : decodeMap(decoding, number);
    case kindOf.again:
      return decoding.met.get(number);
    case kindOf.undefined:
      return undefined;
    case kindOf.false:
      return false;
    case kindOf.true:
      return true;
    case kindOf.integer:
      return nextWord(decoding);
    case kindOf.null:
      return null;
    default:
      throw new RangeError(`no value begins with ${word}`);
  }
}

function nextWord(decoding: Decoding): number {
  const word = decoding.words[decoding.at++];
  if (word === undefined) throw new RangeError("the words end within a value");
  return word;
}

function decodeOrigin(decoding: Decoding, start: number): Origin {
  return textOrigin(decoding.source, start, nextWord(decoding));
}

function decodeItems(decoding: Decoding, count: number): readonly unknown[] {
  const items: unknown[] = [];
  for (let i = 0; i < count; i++) items.push(decodeValue(decoding));
  return items;
}

function decodeMap(decoding: Decoding, count: number): ReadonlyMap<unknown, unknown> {
  const map = new Map<unknown, unknown>();
  for (let i = 0; i < count; i++) {
    const key = decodeValue(decoding);
    map.set(key, decodeValue(decoding));
  }
  return map;
}

function decodeObject(decoding: Decoding, names: readonly string[] | undefined): object {
  if (names === undefined) throw new RangeError("there is no such shape");
  const object: Record<string, unknown> = {};
  for (const name of names) object[name] = decodeValue(decoding);
  return object;
}
