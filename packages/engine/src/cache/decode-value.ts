import { type Origin, type SourceText, textOrigin } from "@authgraph/source";
import { kindBits, kindMask, kindOf, type SharedValues } from "./value-words.ts";

/** Where the reading of some words has come to. */
export interface Decoding extends SharedValues {
  readonly words: Int32Array;
  /** Of all origins. */
  readonly source: SourceText;
  /** What is met again, by its number. */
  readonly met: unknown[];
  at: number;
}

/** Nobody changes a fact, so that all empty lists may be one. */
const none: readonly unknown[] = [];

/**
 * The value whose word comes next. One function with few branches: in a run of a tenth of a second most of the time goes
 * into getting code to run at all. Words that mean nothing throw, as words that a checksum vouches for never do.
 */
export function decodeValue(decoding: Decoding): unknown {
  const word = nextWord(decoding);
  const number = word >> kindBits;
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
      return decodeMap(decoding, number);
    case kindOf.met: {
      const value = decodeValue(decoding);
      decoding.met[number] = value;
      return value;
    }
    case kindOf.again:
      return decoding.met[number];
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
