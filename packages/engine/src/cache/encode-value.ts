import type { SourceText, TextOrigin } from "@authgraph/source";
import { kindOf, largestNumber, metAgain, numberShift, type SharedValues } from "./value-words.ts";

/** Values on their way to a segment. */
export interface Encoding extends SharedValues {
  readonly words: number[];
  readonly strings: string[];
  readonly shapes: string[][];
  readonly stringPlaces: Map<string, number>;
  readonly shapePlaces: Map<string, number>;
}

export function startEncoding(): Encoding {
  return { words: [], strings: [], shapes: [], stringPlaces: new Map(), shapePlaces: new Map() };
}

/** Appends what was made of one text; false where it cannot be, see below. */
export function encodeText(encoding: Encoding, value: object, source: SourceText): boolean {
  return encodeValue({ ...encoding, source, first: encoding.words.length, met: new Map() }, value);
}

interface TextEncoding extends Encoding {
  readonly source: SourceText;
  /** Its first word. */
  readonly first: number;
  /** Where objects begin: whoever compares facts may ask whether two are the same object. */
  readonly met: Map<object, number>;
}

/**
 * Appends plain data whose origins lie in one text: objects, arrays, maps, strings, whole numbers. False where there is
 * anything else in it; what was appended by then is to be taken back.
 *
 * It goes by the data and not by their types, so that a new kind of fact needs nothing here.
 */
function encodeValue(encoding: TextEncoding, value: unknown): boolean {
  const { words } = encoding;
  switch (typeof value) {
    case "undefined":
      return append(words, kindOf.undefined);
    case "boolean":
      return append(words, value ? kindOf.true : kindOf.false);
    case "number":
      return (value | 0) === value && append(words, kindOf.integer) && words.push(value) > 0;
    case "string":
      return append(words, kindOf.string, placeOf(encoding.stringPlaces, encoding.strings, value, value));
    case "object":
      return value === null ? append(words, kindOf.null) : encodeOnce(encoding, value);
    default:
      return false;
  }
}

function encodeOnce(encoding: TextEncoding, value: object): boolean {
  const { words, met, first } = encoding;
  // Of what is empty all is one.
  if ((Array.isArray(value) && value.length === 0) || (value instanceof Map && value.size === 0)) {
    return append(words, value instanceof Map ? kindOf.map : kindOf.array);
  }
  const at = met.get(value);
  if (at === undefined) {
    met.set(value, words.length);
    return encodeObject(encoding, value);
  }
  words[at] = (words[at] ?? 0) | metAgain;
  return append(words, kindOf.again, at - first);
}

function encodeObject(encoding: TextEncoding, value: object): boolean {
  const { words, source } = encoding;
  if (Array.isArray(value)) {
    return append(words, kindOf.array, value.length) && value.every((item) => encodeValue(encoding, item));
  }
  if (value instanceof Map) {
    if (!append(words, kindOf.map, value.size)) return false;
    for (const [key, item] of value) {
      if (!encodeValue(encoding, key) || !encodeValue(encoding, item)) return false;
    }
    return true;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  if ("source" in value) return encodeOrigin(words, value, source);
  const names = Object.keys(value);
  const [first, second] = names;
  const isLocated = names.length === 2 && first === "value" && second === "origin";
  const isBegun = isLocated
    ? append(words, kindOf.located)
    : append(words, kindOf.object, placeOf(encoding.shapePlaces, encoding.shapes, names.join(), names));
  return isBegun && Object.values(value).every((item) => encodeValue(encoding, item));
}

/** What knows its text is a text origin and nothing more. */
function encodeOrigin(words: number[], value: object, source: SourceText): boolean {
  if (!isTextOrigin(value) || value.source !== source || Object.keys(value).length > 4) return false;
  return append(words, kindOf.origin, value.start) && words.push(value.end) > 0;
}

function isTextOrigin(value: object): value is TextOrigin {
  return (
    "kind" in value &&
    value.kind === "text" &&
    "start" in value &&
    typeof value.start === "number" &&
    "end" in value &&
    typeof value.end === "number"
  );
}

function append(words: number[], kind: number, number = 0): boolean {
  if (number > largestNumber) return false;
  words.push((number << numberShift) | kind);
  return true;
}

function placeOf<T>(places: Map<string, number>, list: T[], key: string, value: T): number {
  let place = places.get(key);
  if (place === undefined) {
    place = list.push(value) - 1;
    places.set(key, place);
  }
  return place;
}
