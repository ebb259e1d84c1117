import { type CsvError, type CsvRecord, readCsv } from "@authgraph/kubernetes";
import type { SourceText } from "@authgraph/source";
import type { ConfigurationError } from "./refused-configuration.ts";

/**
 * What a server says of a token file that it does not start with (k8s.io/apiserver
 * pkg/authentication/token/tokenfile/tokenfile.go: NewCSV); undefined where it reads all rows.
 */
export function tokenFileRefusal({ path, text }: SourceText): ConfigurationError | undefined {
  const { records, error } = readCsv(text);
  const short = records.find(({ fields }) => fields.length < 3);
  if (short !== undefined) {
    const found = `must have at least 3 columns (token, user name, user uid), found ${short.fields.length}`;
    // Behind the token.
    return { text: `token file '${path}' ${found}`, start: short.fields[0]?.end ?? short.end, end: short.end };
  }
  if (error === undefined) return undefined;
  return { text: parseError(text, error, records), start: error.offset, end: error.offset };
}

/** encoding/csv ParseError: lines and columns from 1, columns in bytes. */
function parseError(text: string, { message, offset }: CsvError, records: readonly CsvRecord[]): string {
  // A quote that nothing closes is missed behind the last line that has anything in it, its line feed counted.
  const isAtEnd = offset >= text.length;
  const lineStart = text.lastIndexOf("\n", isAtEnd && text.endsWith("\n") ? offset - 2 : offset - 1) + 1;
  const line = linesTo(text, lineStart);
  const before = text.slice(lineStart, offset).replace(/\r\n$/, "\n");
  const place = `parse error on line ${line}, column ${Buffer.byteLength(before) + 1}: ${message}`;
  const started = linesTo(text, startOfRecord(text, records.at(-1)?.end ?? 0));
  return started === line ? place : `record on line ${started}; ${place}`;
}

/** Where the first record behind an offset begins: empty lines are none. */
function startOfRecord(text: string, from: number): number {
  return from + (/^(?:\r?\n)*/.exec(text.slice(from))?.[0].length ?? 0);
}

function linesTo(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
