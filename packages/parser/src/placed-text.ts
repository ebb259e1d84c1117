import type { PlacedText, SourceText, TextOrigin } from "@authgraph/source";
import { textOrigin } from "@authgraph/source";

/** A whole input. */
export function placedSource(source: SourceText): PlacedText {
  return { source, text: source.text, from: 0, offsets: undefined };
}

/** A text whose every unit was written where the offsets say (`offsets[text.length]` is its end). */
export function placedBy(source: SourceText, text: string, offsets: ArrayLike<number>): PlacedText {
  return { source, text, from: 0, offsets };
}

/** A text that is written nowhere, standing for what is written from `start` to `end`: the value of a variable. */
export function placedInsteadOf(source: SourceText, text: string, start: number, end: number): PlacedText {
  const offsets = new Array<number>(text.length + 1).fill(start);
  offsets[text.length] = end;
  return { source, text, from: 0, offsets };
}

/** A part of a text, in its place. */
export function slicePlaced(placed: PlacedText, start: number, end: number = placed.text.length): PlacedText {
  return { ...placed, text: placed.text.slice(start, end), from: placed.from + start };
}

/** Where unit `index` was written; the length gives the end. */
export function offsetAt(placed: PlacedText, index: number): number {
  const at = placed.from + index;
  return placed.offsets === undefined ? at : (placed.offsets[at] ?? placed.source.text.length);
}

/** Where a text, or a part of it, was written. */
export function originOfPlaced(placed: PlacedText, start: number = 0, end: number = placed.text.length): TextOrigin {
  const from = offsetAt(placed, start);
  return textOrigin(placed.source, from, Math.max(from, offsetAt(placed, end)));
}
