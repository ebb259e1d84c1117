/** One field and where it was written, quotes included. */
export interface CsvField {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Where each unit of the value was written: a doubled quote is one. */
  readonly offsets: readonly number[];
}

export interface CsvRecord {
  readonly fields: readonly CsvField[];
  /** From 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface CsvError {
  /** As Go says it, after `parse error on line …: `. */
  readonly message: 'bare " in non-quoted-field' | 'extraneous or missing " in quoted-field';
  readonly offset: number;
  readonly line: number;
}

/**
 * Reads comma-separated values as Go's encoding/csv does with its defaults (reader.go readRecord): strict quotes, no
 * comments, blanks kept, empty lines passed over, CRLF as LF. Records before an error are kept beside it.
 */
export function readCsv(text: string): {
  readonly records: readonly CsvRecord[];
  readonly error: CsvError | undefined;
} {
  const records: CsvRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const lineBreak = lineBreakLength(text, at);
    if (lineBreak > 0) {
      at += lineBreak;
      line++;
      continue;
    }
    const record = readRecord(text, at, line);
    if ("message" in record) return { records, error: record };
    records.push(record.record);
    at = record.next;
    line = record.nextLine;
  }
  return { records, error: undefined };
}

interface ReadRecord {
  readonly record: CsvRecord;
  readonly next: number;
  readonly nextLine: number;
}

function readRecord(text: string, start: number, line: number): ReadRecord | CsvError {
  const fields: CsvField[] = [];
  let at = start;
  let currentLine = line;
  while (true) {
    const field = text[at] === '"' ? readQuotedField(text, at, currentLine) : readPlainField(text, at, currentLine);
    if ("message" in field) return field;
    fields.push(field);
    for (let i = at; i < field.end; i++) if (text[i] === "\n") currentLine++;
    at = field.end;
    if (text[at] !== ",") break;
    at++;
  }
  const next = at + lineBreakLength(text, at);
  return { record: { fields, line, start, end: at }, next, nextLine: currentLine + 1 };
}

function readPlainField(text: string, start: number, line: number): CsvField | CsvError {
  let end = start;
  while (end < text.length && text[end] !== "," && lineBreakLength(text, end) === 0) {
    if (text[end] === '"') return { message: 'bare " in non-quoted-field', offset: end, line };
    end++;
  }
  const offsets = Array.from({ length: end - start + 1 }, (_, i) => start + i);
  return { value: text.slice(start, end), start, end, offsets };
}

function readQuotedField(text: string, start: number, line: number): CsvField | CsvError {
  let value = "";
  const offsets: number[] = [];
  let at = start + 1;
  while (at < text.length) {
    if (text[at] !== '"') {
      // A line break inside quotes is a line feed, however it was written.
      if (text[at] === "\r" && text[at + 1] === "\n") at++;
      value += text[at] ?? "";
      offsets.push(at++);
    } else if (text[at + 1] === '"') {
      value += '"';
      offsets.push(at);
      at += 2;
    } else if (at + 1 >= text.length || text[at + 1] === "," || lineBreakLength(text, at + 1) > 0) {
      return { value, start, end: at + 1, offsets: [...offsets, at] };
    } else {
      break;
    }
  }
  return { message: 'extraneous or missing " in quoted-field', offset: at, line };
}

/** `\n`, `\r\n`, and a `\r` that ends the text. */
function lineBreakLength(text: string, at: number): number {
  if (text[at] === "\n") return 1;
  if (text[at] !== "\r") return 0;
  if (text[at + 1] === "\n") return 2;
  return at + 1 === text.length ? 1 : 0;
}
