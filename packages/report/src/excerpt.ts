import { escapedGlyph, glyphs } from "./printable.ts";
import { type Range, secretMask } from "./secrets.ts";

/** What of a line is shown, and in which column each unit of the line then stands. */
export interface Excerpt {
  readonly text: string;
  /** Column (from 0) at which the unit begins; units left out stand at the cut. */
  readonly columnOf: (unit: number) => number;
  /** Column at which the unit before this one ends. */
  readonly endColumnOf: (unit: number) => number;
}

/** A piece that is not taken apart, with the units of the line it stands for. */
interface Piece {
  readonly text: string;
  readonly width: number;
  readonly start: number;
  readonly end: number;
}

/** Plain ASCII without `##`: columns are units. */
const asItIs = /^(?!.*##)[\x20-\x7e]*$/;
const ellipsis = "...";

/**
 * A line for a person: escaped, secrets hidden, and cut around `focus` to `room` columns where it is longer.
 *
 * Looks at no more of a line than it may show: one file may be one line of a megabyte.
 */
export function excerpt(line: string, secrets: readonly Range[], focus: Range, room: number): Excerpt {
  if (secrets.length === 0 && line.length <= room && asItIs.test(line)) {
    return { text: line.trimEnd(), columnOf: (unit) => unit, endColumnOf: (unit) => unit };
  }
  const from = Math.min(focus.start, line.length);
  const to = Math.min(Math.max(focus.end, from), from + room, line.length);
  const first = onBoundary(line, Math.max(0, from - room));
  const last = onBoundary(line, Math.min(line.length, to + room));
  const all = piecesOf(line, secrets, first, last);
  const [begin, end] = chosen(all, from, to, room, first > 0, last < line.length);

  const cutBefore = first > 0 || begin > 0;
  const cutAfter = last < line.length || end < all.length;
  const shown = all.slice(begin, end);
  const columns: number[] = [];
  let column = cutBefore ? ellipsis.length : 0;
  for (const piece of shown) {
    columns.push(column);
    column += piece.width;
  }
  const text = (cutBefore ? ellipsis : "") + shown.map((piece) => piece.text).join("") + (cutAfter ? ellipsis : "");
  const edge = column;

  return {
    text: text.trimEnd(),
    columnOf: (unit) => {
      const index = shown.findIndex((piece) => piece.end > unit);
      if (index < 0) return edge;
      return columns[index] ?? edge;
    },
    endColumnOf: (unit) => {
      const index = shown.findLastIndex((piece) => piece.start < unit);
      const piece = shown[index];
      return piece === undefined ? (columns[0] ?? edge) : (columns[index] ?? 0) + piece.width;
    },
  };
}

function piecesOf(line: string, secrets: readonly Range[], first: number, last: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = first;
  const addText = (end: number): void => {
    for (const glyph of glyphs(line.slice(at, end))) {
      const { text, width, units } = isObeyed(glyph.text, pieces) ? escapedGlyph(glyph.text) : glyph;
      pieces.push({ text, width, start: at, end: at + units });
      at += units;
    }
  };
  for (const { start, end } of secrets) {
    if (end <= at || start >= last) continue;
    addText(Math.max(start, at));
    pieces.push({ text: secretMask, width: secretMask.length, start, end });
    at = end;
  }
  if (at < last) addText(last);
  return pieces;
}

/** Runners obey `##[` and `##vso[` anywhere in a line. */
function isObeyed(text: string, before: readonly Piece[]): boolean {
  return (text === "[" || text.toLowerCase() === "v") && before.at(-1)?.text === "#" && before.at(-2)?.text === "#";
}

/** The pieces to show: all if they fit, else those around the focus, with more after it than before. */
function chosen(
  all: readonly Piece[],
  from: number,
  to: number,
  room: number,
  cutBefore: boolean,
  cutAfter: boolean,
): readonly [number, number] {
  const widthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.width, 0);
  if (!cutBefore && !cutAfter && widthOf(all) <= room) return [0, all.length];

  const focus = Math.max(
    0,
    all.findIndex((piece) => piece.end > from),
  );
  const untilFocusEnds = widthOf(all.filter((piece) => piece.start < to));
  const widthAt = (index: number): number => all[index]?.width ?? 0;
  let begin = 0;
  if (cutBefore || untilFocusEnds > room - ellipsis.length) {
    begin = focus;
    for (let before = widthAt(begin - 1); begin > 0 && before <= room / 4; before += widthAt(begin - 1)) begin--;
  }
  let left = room - (cutBefore || begin > 0 ? 2 : 1) * ellipsis.length;
  let end = begin;
  for (; end < all.length && widthAt(end) <= left; end++) left -= widthAt(end);
  // What the end of the line leaves free goes to its beginning.
  for (; end === all.length && begin > 0 && widthAt(begin - 1) <= left; begin--) left -= widthAt(begin - 1);
  return [begin, Math.max(end, begin + 1)];
}

/** Not between the halves of a surrogate pair. */
function onBoundary(line: string, unit: number): number {
  const next = line.charCodeAt(unit);
  return unit > 0 && unit < line.length && next >= 0xdc00 && next <= 0xdfff ? unit - 1 : unit;
}
