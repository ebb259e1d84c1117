import type { EnvironmentFile, EnvironmentVariable } from "@authgraph/kubernetes";
import type { SourceText } from "@authgraph/source";
import { textOrigin } from "@authgraph/source";
import { placedBy } from "../placed-text.ts";

interface Scan {
  readonly text: string;
  at: number;
  value: string;
  readonly offsets: number[];
}

/**
 * Reads a file that `EnvironmentFile=` names (src/basic/env-file.c parse_env_file_internal): `NAME=value` lines,
 * `#` and `;` comments, quotes around a value or parts of it, backslashes, no variables inside.
 */
export function readEnvironmentFile(source: SourceText): EnvironmentFile {
  const { text } = source;
  const variables: EnvironmentVariable[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const line = /[ \t]*([^\r\n]*)/y;
    line.lastIndex = at;
    const content = line.exec(text)?.[1] ?? "";
    const start = line.lastIndex - content.length;
    const equals = content.indexOf("=");
    if (content === "" || content.startsWith("#") || content.startsWith(";") || equals < 0) {
      at = pastLineBreak(text, line.lastIndex);
      continue;
    }
    const scan: Scan = { text, at: start + equals + 1, value: "", offsets: [] };
    readValue(scan);
    const end = (scan.offsets.at(-1) ?? scan.at - 1) + 1;
    const name = content.slice(0, equals).trim();
    // env_name_is_valid: others are ignored, `export NAME` among them.
    if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      variables.push({ name, value: placedBy(source, scan.value, [...scan.offsets, end]) });
    }
    at = pastLineBreak(text, scan.at);
  }
  return { origin: textOrigin(source, 0, text.length), variables };
}

/** Reads to the end of the logical line, blanks after the value left out. */
function readValue(scan: Scan): void {
  // Quotes count at the beginning and after a closed quote, not inside an unquoted piece.
  let atBoundary = true;
  let blanks = 0;
  while (scan.at < scan.text.length) {
    const unit = scan.text[scan.at] ?? "";
    if (unit === "\n" || unit === "\r") break;
    if (atBoundary && (unit === " " || unit === "\t")) {
      scan.at++;
      continue;
    }
    if (atBoundary && (unit === '"' || unit === "'")) {
      readQuoted(scan, unit);
      continue;
    }
    atBoundary = false;
    if (unit === "\\") {
      scan.at++;
      if (!skipLineBreak(scan) && scan.at < scan.text.length) take(scan);
      blanks = 0;
      continue;
    }
    take(scan);
    blanks = unit === " " || unit === "\t" ? blanks + 1 : 0;
  }
  if (blanks > 0) {
    scan.value = scan.value.slice(0, -blanks);
    scan.offsets.splice(-blanks);
  }
}

function readQuoted(scan: Scan, quote: string): void {
  scan.at++;
  while (scan.at < scan.text.length && scan.text[scan.at] !== quote) {
    if (quote === '"' && scan.text[scan.at] === "\\") {
      scan.at++;
      if (skipLineBreak(scan)) continue;
      // In double quotes a backslash goes only before these; else it stays.
      if (!'"\\`$'.includes(scan.text[scan.at] ?? "x")) {
        scan.value += "\\";
        scan.offsets.push(scan.at - 1);
      }
      if (scan.at >= scan.text.length) break;
    }
    take(scan);
  }
  scan.at = Math.min(scan.at + 1, scan.text.length);
}

function take(scan: Scan): void {
  scan.value += scan.text[scan.at] ?? "";
  scan.offsets.push(scan.at);
  scan.at++;
}

function skipLineBreak(scan: Scan): boolean {
  const lineBreak = /^\r?\n/.exec(scan.text.slice(scan.at, scan.at + 2))?.[0];
  if (lineBreak === undefined) return false;
  scan.at += lineBreak.length;
  return true;
}

function pastLineBreak(text: string, at: number): number {
  if (text[at] === "\r") return text[at + 1] === "\n" ? at + 2 : at + 1;
  return at + 1;
}
