import type { TextEdit } from "@authgraph/rules";
import { lineStarts, positionAt, type SourceText, type TextOrigin } from "@authgraph/source";
import { rawLine } from "./secrets.ts";

/** Lines of one text that an edit takes out and puts in. */
export interface Hunk {
  /** The first line concerned, in the text as it is. */
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

interface PlacedEdit {
  readonly origin: TextOrigin;
  readonly replacement: string;
}

/** The texts that a remedy edits, with the changed lines of each, in the order in which the remedy names them. */
export function hunksBySource(edits: readonly TextEdit[]): ReadonlyMap<SourceText, readonly Hunk[]> {
  const bySource = new Map<SourceText, PlacedEdit[]>();
  for (const { origin, replacement } of edits) {
    if (origin.kind !== "text") continue;
    const known = bySource.get(origin.source);
    if (known === undefined) bySource.set(origin.source, [{ origin, replacement }]);
    else known.push({ origin, replacement });
  }
  return new Map([...bySource].map(([source, placed]) => [source, hunks(source, placed)]));
}

function hunks(source: SourceText, edits: readonly PlacedEdit[]): readonly Hunk[] {
  const groups: { first: number; last: number; edits: PlacedEdit[] }[] = [];
  for (const edit of edits.toSorted((a, b) => a.origin.start - b.origin.start || a.origin.end - b.origin.end)) {
    const first = positionAt(source, edit.origin.start).line;
    const last = positionAt(source, edit.origin.end).line;
    const group = groups.at(-1);
    if (group === undefined || first > group.last) groups.push({ first, last, edits: [edit] });
    else {
      group.edits.push(edit);
      group.last = Math.max(group.last, last);
    }
  }
  return groups.map((group) => hunk(source, group.first, group.last, group.edits)).filter(changesSomething);
}

function changesSomething({ removed, added }: Hunk): boolean {
  return removed.length > 0 || added.length > 0;
}

function hunk(source: SourceText, first: number, last: number, edits: readonly PlacedEdit[]): Hunk {
  const before: string[] = [];
  for (let line = first; line <= last; line++) before.push(rawLine(source, line));
  const after = editedLines(source, first, last, edits);

  let same = 0;
  while (same < before.length && same < after.length && before[same] === after[same]) same++;
  let sameEnd = 0;
  while (
    sameEnd < before.length - same &&
    sameEnd < after.length - same &&
    before[before.length - 1 - sameEnd] === after[after.length - 1 - sameEnd]
  ) {
    sameEnd++;
  }
  const removed = before.slice(same, before.length - sameEnd);
  const added = after.slice(same, after.length - sameEnd);
  // An edit that takes out the words of a line and leaves its break is read as taking out the line.
  const leavesBlank = removed.length > 0 && added.every((line) => line.trim() === "");
  return { line: first + same, removed, added: leavesBlank ? [] : added };
}

/** Where `rawLine` begins. */
function lineStart(source: SourceText, line: number): number {
  return line === 1 && source.text.startsWith("\ufeff") ? 1 : (lineStarts(source)[line - 1] ?? source.text.length);
}

/** The lines with the edits applied; of two that overlap the first counts. */
function editedLines(source: SourceText, first: number, last: number, edits: readonly PlacedEdit[]): readonly string[] {
  const { text } = source;
  const start = lineStart(source, first);
  const end = lineStart(source, last) + rawLine(source, last).length;
  let edited = "";
  let at = start;
  for (const { origin, replacement } of edits) {
    if (origin.start < at) continue;
    edited += text.slice(at, origin.start) + replacement;
    at = origin.end;
  }
  edited += text.slice(at, Math.max(at, end));
  return edited.split(/\r\n|\r|\n/);
}
