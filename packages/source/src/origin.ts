import type { PlacedText } from "./placed-text.ts";
import type { SourceText } from "./text.ts";

/** Where a thing was written. */
export type Origin = TextOrigin | BuiltInOrigin;

/** A span of a text: `start` inclusive, `end` exclusive, UTF-16 code units. An empty span marks a place where nothing stands. */
export interface TextOrigin {
  readonly kind: "text";
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

/** Something no input wrote: what Kubernetes or kubeadm creates by itself. */
export interface BuiltInOrigin {
  readonly kind: "built-in";
  /** Read after "built in: ", for example `default policy of v1.37`. */
  readonly of: string;
}

/** A value and where it was written. */
export interface Located<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** A span of a text; of one that stands inside another, the span out there. */
export function textOrigin(source: SourceText, start: number, end: number): TextOrigin {
  const { inside } = source;
  if (inside === undefined) return { kind: "text", source, start, end };
  const outerStart = outerOffset(inside, start);
  return textOrigin(inside.source, outerStart, Math.max(outerStart, outerOffset(inside, end)));
}

function outerOffset({ source, from, offsets }: PlacedText, index: number): number {
  const at = from + index;
  return offsets === undefined ? at : (offsets[at] ?? source.text.length);
}

export function located<T>(value: T, origin: Origin): Located<T> {
  return { value, origin };
}
