import { positionAt, type SourceText, type TextOrigin } from "@authgraph/source";
import { type Excerpt, excerpt } from "./excerpt.ts";
import { secretsOfLine } from "./line-context.ts";
import { printable } from "./printable.ts";
import { type Range, rawLine } from "./secrets.ts";
import type { Paint, Style } from "./style.ts";

/** A span of one text with what there is to say about it. */
export interface Mark {
  readonly origin: TextOrigin;
  readonly label: string;
  readonly step: number | undefined;
  readonly primary: boolean;
}

/** How frames are drawn. */
export interface FrameStyle {
  readonly paint: Paint;
  /** Columns of the longest line number. */
  readonly digits: number;
  /** Columns for the text of a line. */
  readonly room: number;
  /** Colour of the primary mark. */
  readonly primary: Style;
}

/** A mark in its line: units, then columns. */
interface PlacedMark extends Mark {
  readonly line: number;
  readonly range: Range;
}

interface DrawnMark {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly style: Style;
  readonly primary: boolean;
}

/** A line whose marks fit into one excerpt. */
interface Row {
  readonly line: number;
  readonly marks: readonly PlacedMark[];
}

/**
 * The marked lines of one text, each once, with their marks and labels below (as rustc draws them).
 *
 * Lines without marks are left out, `...` stands for them. A span over several lines is marked in its first.
 */
export function frame(source: SourceText, marks: readonly Mark[], style: FrameStyle): readonly string[] {
  const rows = rowsOf(source, marks, style.room);
  const lines: string[] = [];
  let before: Row | undefined;
  for (const row of rows) {
    if (before !== undefined && row.line > before.line + 1) lines.push("...");
    lines.push(...drawRow(source, row, continues(before, row), style));
    before = row;
  }
  return lines;
}

/** The left margin: a line number or blanks, and the bar. */
export function gutter(style: FrameStyle, line: number | undefined): string {
  return style.paint("gutter", `${(line === undefined ? "" : String(line)).padStart(style.digits)} |`);
}

function rowsOf(source: SourceText, marks: readonly Mark[], room: number): readonly Row[] {
  const placed = marks
    .map((mark) => place(source, mark))
    .toSorted((a, b) => a.line - b.line || a.range.start - b.range.start || a.range.end - b.range.end);
  const rows: { readonly line: number; readonly marks: PlacedMark[] }[] = [];
  for (const mark of placed) {
    const row = rows.at(-1);
    const first = row?.marks[0];
    const fits = first !== undefined && (mark.range.end <= room || mark.range.end - first.range.start <= room / 2);
    if (row !== undefined && row.line === mark.line && fits) row.marks.push(mark);
    else rows.push({ line: mark.line, marks: [mark] });
  }
  return rows;
}

function place(source: SourceText, mark: Mark): PlacedMark {
  const { line, column } = positionAt(source, mark.origin.start);
  const start = column - 1;
  const end = Math.min(start + Math.max(0, mark.origin.end - mark.origin.start), rawLine(source, line).length);
  return { ...mark, line, range: { start, end: Math.max(start, end) } };
}

/** A remark right below a step goes on with it: it is indented as far as the words of the step. */
function continues(before: Row | undefined, row: Row): boolean {
  const above = before?.marks.at(-1);
  return (
    before !== undefined &&
    row.line === before.line + 1 &&
    above?.step !== undefined &&
    row.marks.length === 1 &&
    row.marks[0]?.step === undefined
  );
}

function drawRow(source: SourceText, row: Row, continuesStep: boolean, style: FrameStyle): readonly string[] {
  const text = rawLine(source, row.line);
  const focus = {
    start: Math.min(...row.marks.map(({ range }) => range.start)),
    end: Math.max(...row.marks.map(({ range }) => range.end)),
  };
  const shown = excerpt(text, secretsOfLine(source, row.line), focus, style.room);
  const marks = row.marks.map((mark) => draw(mark, shown, continuesStep, style));
  return [
    [gutter(style, row.line), shown.text].filter((part) => part !== "").join(" "),
    ...underlines(marks, style).map((line) => `${gutter(style, undefined)} ${line}`),
  ];
}

function draw(mark: PlacedMark, shown: Excerpt, continuesStep: boolean, style: FrameStyle): DrawnMark {
  const start = shown.columnOf(mark.range.start);
  const number = mark.step === undefined ? (continuesStep ? "   " : "") : `${mark.step}. `;
  return {
    start,
    end: Math.max(start + 1, mark.range.end > mark.range.start ? shown.endColumnOf(mark.range.end) : 0),
    text: number + printable(mark.label),
    style: mark.primary ? style.primary : "remark",
    primary: mark.primary,
  };
}

/**
 * The line of `^^^` and `---`, and the labels: the last mark's beside it, the others' below, from right to left, each
 * under the start of its mark.
 */
function underlines(marks: readonly DrawnMark[], style: FrameStyle): readonly string[] {
  const cells: Cell[] = [];
  for (const mark of marks.toSorted((a, b) => Number(a.primary) - Number(b.primary))) {
    for (let column = mark.start; column < mark.end; column++) {
      cells[column] = { character: mark.primary ? "^" : "-", style: mark.style };
    }
  }
  const last = marks.at(-1);
  if (last === undefined) return [];
  const beside = marks.every((mark) => mark === last || mark.end <= last.start);
  const below = beside ? marks.slice(0, -1) : marks;
  const first =
    paintCells(cells, style.paint) +
    (beside && last.text.trim() !== "" ? ` ${style.paint(last.style, last.text)}` : "");
  const rows = [first];
  const named = below.filter((mark) => mark.text.trim() !== "");
  if (named.length > 0) rows.push(paintCells(connectors(named), style.paint));
  for (const [index, mark] of [...named.entries()].reverse()) {
    const left = connectors(named.slice(0, index).filter((other) => other.start < mark.start));
    const padding = " ".repeat(mark.start - left.length);
    rows.push(paintCells(left, style.paint) + padding + style.paint(mark.style, mark.text));
  }
  return rows;
}

interface Cell {
  readonly character: string;
  readonly style: Style;
}

function connectors(marks: readonly DrawnMark[]): readonly (Cell | undefined)[] {
  const cells: Cell[] = [];
  for (const mark of marks) cells[mark.start] = { character: "|", style: mark.style };
  return cells;
}

/** One pair of escape sequences for each run of one style. */
function paintCells(cells: readonly (Cell | undefined)[], paint: Paint): string {
  let painted = "";
  let run = "";
  let runStyle: Style | undefined;
  const flush = (): void => {
    painted += runStyle === undefined ? run : paint(runStyle, run);
    run = "";
  };
  for (const cell of Array.from(cells)) {
    if (cell?.style !== runStyle) flush();
    runStyle = cell?.style;
    run += cell?.character ?? " ";
  }
  flush();
  return painted;
}
