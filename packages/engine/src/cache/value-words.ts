/**
 * What the words of a segment mean. A value is one word, followed by what it is made of: its kind in the low four bits,
 * above them whether it is met again, above that a number.
 */
export const kindMask = 15;
export const metAgain = 16;
export const numberShift = 5;
/** What fits there, the sign left out. */
export const largestNumber: number = (1 << (31 - numberShift)) - 1;

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
  /** The same object as one before: how many words after the first of its text that one began. */
  again: 11,
} as const;

/** What the values of a segment share. */
export interface SharedValues {
  readonly strings: readonly string[];
  /** Property names of objects, in their order. */
  readonly shapes: readonly (readonly string[])[];
}
