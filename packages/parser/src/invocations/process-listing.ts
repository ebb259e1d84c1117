import type { ComponentInvocation } from "@authgraph/kubernetes";
import type { PlacedText, SourceText } from "@authgraph/source";
import { originOfPlaced, placedBy, slicePlaced } from "../placed-text.ts";
import { invocationOf } from "./flags.ts";
import { findStartedPrograms } from "./program.ts";
import { type Word, wordOf } from "./word.ts";

const component = /(?:^|[ \t/])(?:kube-apiserver|kubelet|kube-controller-manager|kube-scheduler|etcd)[ \t]+-/m;
/** The last column of a header: `USER PID … COMMAND`, `UID PID … CMD`, or the only one. */
const header = /^[ \t]*(?:(?:[A-Z%]+)[ \t]+)*(COMMAND|CMD|ARGS)[ \t]*\r?$/;
/** The columns before the command, of `ps -ef`, `ps aux` and `ps -e`: the time used is the last of them. */
const columns =
  /^[ \t]*(?:\S+[ \t]+\d+[ \t]+\d+[ \t]+\d+[ \t]+\S+[ \t]+\S+|\S+[ \t]+\d+(?:[ \t]+[\d.]+){4}(?:[ \t]+\S+){3}|\d+[ \t]+(?:\?|pts\/\d+|tty\w*)(?:[ \t]+[A-Z]\S*)?)[ \t]+(?:\d+-)?\d+:\d\d(?::\d\d)?[ \t]+/;
/** `ps -o pid,args` and `pgrep -a`. */
const numberColumn = /^[ \t]*\d+[ \t]+(?=\/|[a-z])/;

/**
 * Whether a text lists processes, components among them: by a header, by rows that begin like those of `ps`, or by
 * holding nothing but command lines with flags. A script, which may quote some, is none.
 */
export function looksLikeProcessListing(text: string): boolean {
  if (!component.test(text) || text.startsWith("#!")) return false;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (header.test(lines[0] ?? "")) return true;
  const named = lines.filter((line) => component.test(line));
  if (named.every((line) => columns.test(line))) return true;
  // Without columns: whole command lines, each with many flags and nothing that a shell would do with it.
  const bare = /^[ \t]*(?:\d+[ \t]+)?(?:\/[\w./-]*\/)?[a-z][\w-]*(?:[ \t]+--?[A-Za-z0-9][\w-]*(?:=\S*)?)+[ \t]*\r?$/;
  return named.every((line) => bare.test(line) && (line.match(/[ \t]--/g)?.length ?? 0) >= 4);
}

/** The components of a listing, one row each. Quotes are lost in it, so a blank ends a word wherever it stands. */
export function readProcessListing(source: SourceText): readonly ComponentInvocation[] {
  return rowsOf(source).flatMap((row) => {
    const words = wordsOf(row);
    const started = findStartedPrograms(words, () => "unknown");
    return started.flatMap((program) => {
      const invocation = invocationOf(program, source.path, undefined);
      // What is no flag is left over from a value with blanks; a process that runs was not refused for it.
      return invocation === undefined ? [] : [{ ...invocation, positional: [] }];
    });
  });
}

/** The commands, each put together again where the terminal broke it. */
function rowsOf(source: SourceText): readonly PlacedText[] {
  const lines = linesOf(source.text);
  const [first] = lines;
  const column = first === undefined ? undefined : columnOfHeader(first.text);
  const hasColumns = column !== undefined || lines.some(({ text }) => columns.test(text));
  const width = Math.max(0, ...lines.map(({ text }) => text.length));
  const rows: RowDraft[] = [];
  for (const line of column === undefined ? lines : lines.slice(1)) {
    const start = commandStart(line.text, column, hasColumns);
    const row = rows.at(-1);
    if (start !== undefined || row === undefined) {
      rows.push({ text: "", offsets: [], end: line.start, isFull: false });
      extend(rows.at(-1), line, start ?? 0, width);
    } else {
      // A line as wide as any was broken in a word; another ends with one.
      if (!row.isFull) extendBlank(row);
      extend(row, line, 0, width);
    }
  }
  return rows.map(({ text, offsets, end }) => placedBy(source, text, [...offsets, end]));
}

interface RowDraft {
  text: string;
  readonly offsets: number[];
  end: number;
  isFull: boolean;
}

interface Line {
  readonly text: string;
  readonly start: number;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") lines.push({ text: line.replace(/\r$/, ""), start });
    start += line.length + 1;
  }
  return lines;
}

/** Where the command begins by the header; undefined where there is none. */
function columnOfHeader(line: string): number | undefined {
  const name = header.exec(line)?.[1];
  return name === undefined ? undefined : line.lastIndexOf(name);
}

/** Where a line's command begins; undefined where the line goes on with the row before. */
function commandStart(line: string, column: number | undefined, hasColumns: boolean): number | undefined {
  const time = columns.exec(line);
  if (time !== null) return time[0].length;
  if (column === 0) return /^[ \t]*[-\w,.=:]*[=,]/.test(line) && !/^[ \t]*\S+[ \t]+-/.test(line) ? undefined : 0;
  if (column !== undefined) {
    const number = numberColumn.exec(line);
    return number === null ? undefined : number[0].length;
  }
  if (hasColumns) return undefined;
  return /^[ \t]*-/.test(line) ? undefined : (numberColumn.exec(line)?.[0].length ?? 0);
}

function extend(row: RowDraft | undefined, line: Line, from: number, width: number): void {
  if (row === undefined) return;
  row.text += line.text.slice(from);
  for (let i = from; i < line.text.length; i++) row.offsets.push(line.start + i);
  row.end = line.start + line.text.length;
  row.isFull = line.text.length === width && width >= 79;
}

function extendBlank(row: RowDraft): void {
  row.text += " ";
  row.offsets.push(row.end);
}

function wordsOf(row: PlacedText): readonly Word[] {
  return [...row.text.matchAll(/\S+/g)].map((match) => {
    const value = slicePlaced(row, match.index, match.index + match[0].length);
    return { ...wordOf(value), origin: originOfPlaced(value) };
  });
}
