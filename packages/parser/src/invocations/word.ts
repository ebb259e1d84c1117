import type { PlacedText, SourceText, TextOrigin } from "@authgraph/source";
import { textOrigin } from "@authgraph/source";
import { originOfPlaced, placedBy } from "../placed-text.ts";

/** One argument as a program gets it. */
export interface Word {
  /** Without quotes and escapes, variables replaced. */
  readonly value: PlacedText;
  /** As written: with its quotes. */
  readonly origin: TextOrigin;
  /** Some variable inside is not known; it stands in the value as it was written. */
  readonly unresolved: boolean;
}

/** What a variable holds: `unset` is known to be nothing, `unknown` is not among the inputs. */
export type VariableLookup = (name: string) => PlacedText | UnplacedText | "unset" | "unknown";

/**
 * A lookup that gives no more than Linux lets a command line hold (ARG_MAX, 2 MiB); beyond that values are unknown, so
 * that variables made of variables cannot grow without end.
 */
export function boundedLookup(variable: VariableLookup): VariableLookup {
  let left = 2 ** 21;
  return (name) => {
    const value = variable(name);
    if (typeof value === "string") return value;
    left -= value.text.length;
    return left < 0 ? "unknown" : value;
  };
}

/** A value of which only the text is known; words made of it stand where the variable is referred to. */
interface UnplacedText {
  readonly text: string;
  readonly source: undefined;
}

/** A word that is exactly a text. */
export function wordOf(value: PlacedText, unresolved: boolean = false): Word {
  return { value, origin: originOfPlaced(value), unresolved };
}

/** A word while it is being read: pieces of text and where each unit of them was written. */
export interface WordDraft {
  text: string;
  readonly offsets: number[];
  start: number;
  end: number;
  /** Where its text ends, before a closing quote. */
  textEnd: number;
  unresolved: boolean;
  /** A quote or backslash was part of it: no keyword, no file descriptor, and a word even if empty. */
  quoted: boolean;
}

/** An empty word that begins at an offset. */
export function startWord(start: number): WordDraft {
  return { text: "", offsets: [], start, end: start, textEnd: start, unresolved: false, quoted: false };
}

/** Adds text that was written from `start` to `end`; letter by letter where both are equally long. */
export function extendWord(draft: WordDraft, text: string, start: number, end: number): void {
  const literal = end - start === text.length;
  for (let i = 0; i < text.length; i++) draft.offsets.push(literal ? start + i : start);
  draft.text += text;
  draft.end = end;
  draft.textEnd = end;
}

/** The word that was read. */
export function finishWord(draft: WordDraft, source: SourceText): Word {
  draft.offsets.push(draft.textEnd);
  return {
    value: placedBy(source, draft.text, draft.offsets),
    origin: textOrigin(source, draft.start, draft.end),
    unresolved: draft.unresolved,
  };
}
