import type { Remedy } from "@authgraph/rules";
import { positionAt, type SourceText } from "@authgraph/source";
import { type Hunk, hunksBySource } from "./edited-lines.ts";
import { excerpt } from "./excerpt.ts";
import type { FrameStyle } from "./frame.ts";
import { lineContext } from "./line-context.ts";
import { printable } from "./printable.ts";
import { type LineContext, secretRanges } from "./secrets.ts";
import { wrapped } from "./wrap.ts";

/** More lines of one change than this are counted, not shown. */
const shownLines = 10;

/** `help:` with the changed lines below, removed ones first. */
export function remedyLines(remedy: Remedy, style: FrameStyle, width: number): readonly string[] {
  const hunks = hunksBySource(remedy.edits);
  const onlySource = hunks.size === 1 ? [...hunks.keys()][0] : undefined;
  const place = onlySource === undefined || remedy.text.includes(onlySource.path) ? "" : ` (${onlySource.path})`;
  const [first = "", ...ownLines] = remedy.text.split("\n");
  const text = [first + place, ...ownLines].join("\n");

  const lines = [...wrapped("help: ", text, width, { wrap: 6, ownLine: 10 })];
  lines[0] = style.paint("strong", "help:") + (lines[0] ?? "").slice("help:".length);
  for (const [source, found] of hunks) {
    if (hunks.size > 1)
      lines.push(`${" ".repeat(style.digits)}${style.paint("gutter", "::: ")}${printable(source.path)}`);
    for (const hunk of found) lines.push(...hunkLines(source, hunk, style));
  }
  return lines;
}

/** The last line of its text that a remedy shows; the margin must hold its number. */
export function lastLineShown(remedy: Remedy): number {
  let last = 0;
  for (const { origin } of remedy.edits) {
    if (origin.kind === "text") last = Math.max(last, positionAt(origin.source, origin.end).line);
  }
  return last;
}

function hunkLines(source: SourceText, hunk: Hunk, style: FrameStyle): readonly string[] {
  const focus = { start: firstDifference(hunk), end: firstDifference(hunk) };
  const context = lineContext(source, hunk.line);
  const draw = (sign: "+" | "-", lines: readonly string[]): readonly string[] => [
    ...lines.slice(0, shownLines).map((line, index) => {
      const number = hunk.line + index;
      // What is put in stands where the first removed line stood.
      const around = sign === "-" ? lineContext(source, number) : context;
      const paint = sign === "-" ? "removed" : "added";
      return `${String(number).padStart(style.digits)} ${style.paint(paint, `${sign} ${shown(line, around, focus, style.room)}`.trimEnd())}`;
    }),
    ...(lines.length > shownLines
      ? [`${" ".repeat(style.digits)} ${sign} ... ${lines.length - shownLines} more lines`]
      : []),
  ];
  return [...draw("-", hunk.removed), ...draw("+", hunk.added)];
}

function shown(
  line: string,
  context: LineContext,
  focus: { readonly start: number; readonly end: number },
  room: number,
): string {
  return excerpt(line, secretRanges(line, context), focus, room).text;
}

function firstDifference({ removed: [before = ""], added: [after = ""] }: Hunk): number {
  if (before === "" || after === "") return 0;
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  return same;
}
