import type { SourceText } from "./text.ts";

/**
 * A text that stands inside an input, though perhaps not letter by letter: a YAML scalar without its indentation, a
 * shell word without its quotes. Unit `i` of it was written at `offsets[from + i]`, or at `from + i` where there are
 * no offsets. A slice is a new `from`, so places survive any number of embedded texts at no cost.
 */
export interface PlacedText {
  readonly source: SourceText;
  readonly text: string;
  readonly from: number;
  /** One entry for each unit and one for the end. Undefined: the text stands in the input as it is. */
  readonly offsets: ArrayLike<number> | undefined;
}
