/**
 * What the words of a segment mean. A value is one word, its kind in the low four bits and a number above them, followed
 * by what it is made of.
 */
export const kindBits = 4;
export const kindMask: number = (1 << kindBits) - 1;
/** What fits above the kind, the sign left out. */
export const largestNumber: number = (1 << (31 - kindBits)) - 1;

export const kindOf = {
  undefined: 0,
  false: 1,
  true: 2,
  null: 3,
  /** The next word. */
  integer: 4,
  /** Its place among the strings. */
  string: 5,
  /** How many values follow. */
  array: 6,
  /** How many pairs follow. */
  map: 7,
  /** Where it starts; the next word is where it ends. */
  origin: 8,
  /** Its place among the shapes; the values follow in that order. */
  object: 9,
  /** `{ value, origin }`, which most objects are. */
  located: 10,
  /** Its number in the text; what follows is met again. */
  met: 11,
  /** Its number in the text. */
  again: 12,
} as const;

/** What the values of a segment share. */
export interface SharedValues {
  readonly strings: readonly string[];
  /** Property names of objects, in their order. */
  readonly shapes: readonly (readonly string[])[];
}
