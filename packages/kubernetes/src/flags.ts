import type { Flag } from "./facts.ts";

// How components read the values of their flags: github.com/spf13/pflag, the same in all minors.

/** All occurrences of a flag, in the order given. */
export function flagsNamed(flags: readonly Flag[], name: string): readonly Flag[] {
  return flags.filter((flag) => flag.name === name);
}

/** The occurrence that holds for a scalar: the last. */
export function lastFlag(flags: readonly Flag[], name: string): Flag | undefined {
  return flags.findLast((flag) => flag.name === name);
}

/** Go's strconv.ParseBool; undefined for anything it refuses. */
export function parseGoBool(text: string): boolean | undefined {
  if (/^(?:1|t|T|TRUE|true|True)$/.test(text)) return true;
  if (/^(?:0|f|F|FALSE|false|False)$/.test(text)) return false;
  return undefined;
}

/**
 * One value of a list flag: a record of comma-separated fields, quoted or not, nothing trimmed (pflag string_slice.go:
 * readAsCSV; encoding/csv). Empty: no elements. Undefined where Go refuses it.
 */
export function splitListValue(value: string): readonly string[] | undefined {
  if (value === "") return [];
  // The reader skips empty lines and stops at the end of the first record.
  const text = value.replace(/^(?:\r?\n)+/, "");
  const fields: string[] = [];
  for (let at = 0; ; ) {
    const field = text[at] === '"' ? quotedField.exec(text.slice(at)) : plainField.exec(text.slice(at));
    if (field === null) return undefined;
    const [written, content = ""] = field;
    fields.push(content.replaceAll('""', '"'));
    at += written.length;
    const next = text[at];
    if (next !== ",") return next === undefined || next === "\n" || next === "\r" ? fields : undefined;
    at++;
  }
}

const quotedField = /^"((?:[^"]|"")*)"(?=,|\r?\n|$)/;
const plainField = /^([^",\n\r]*)/;
