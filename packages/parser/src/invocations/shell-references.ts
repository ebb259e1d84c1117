import type { PlacedText } from "@authgraph/source";
import { offsetAt, originOfPlaced, placedInsteadOf, slicePlaced } from "../placed-text.ts";
import { addLiteral, currentWord, endWord, pushWord, type ShellScan } from "./shell-scan.ts";
import { readShellReference, type ShellReference } from "./shell-variable.ts";
import { extendWord, wordOf } from "./word.ts";

/** Replaces the variable at the present place by what is known of it. */
export function readReference(scan: ShellScan, quoted: boolean): void {
  const reference = readShellReference(scan.text, scan.at);
  if (reference === undefined) {
    addLiteral(scan, 1);
    return;
  }
  if (reference.name === "@" || reference.name === "*") {
    addParameters(scan, reference);
    return;
  }

  const value = referredValue(scan, reference);
  if (value === "unknown") {
    currentWord(scan).unresolved = true;
    addLiteral(scan, reference.end - scan.at);
    return;
  }
  if (quoted) addValue(scan, value.text, reference.end);
  else addFields(scan, value, reference.end);
}

/** What a reference gives. Its place is the variable's own. */
function referredValue(scan: ShellScan, reference: ShellReference): PlacedText | "unknown" {
  const { name, operator } = reference;
  if (name === undefined) return "unknown";
  const value = /^[0-9]$/.test(name) ? parameter(scan, Number(name)) : scan.variables.lookup(name);
  if (value === "unknown") return "unknown";

  const here = (text: string): PlacedText =>
    placedInsteadOf(scan.script.source, text, offsetAt(scan.script, scan.at), offsetAt(scan.script, reference.end));
  const nothing = here("");
  const absent = value === "unset" || (operator?.startsWith(":") === true && value.text === "");
  if (operator?.endsWith("+")) return absent ? nothing : operandOf(scan, reference);
  if (!absent) return value.source === undefined ? here(value.text) : value;
  if (operator === undefined) return nothing;
  // `?` stops the script, and nothing is started.
  return operator.endsWith("?") ? "unknown" : operandOf(scan, reference);
}

/** The word after `:-` where it is plain text. */
function operandOf(scan: ShellScan, reference: ShellReference): PlacedText | "unknown" {
  const operand = slicePlaced(scan.script, reference.operandStart, reference.operandEnd);
  if (/^[^$`'"\\]*$/.test(operand.text)) return operand;
  return /^(["'])[^$`'"\\]*\1$/.test(operand.text) ? slicePlaced(operand, 1, operand.text.length - 1) : "unknown";
}

function parameter(scan: ShellScan, index: number): PlacedText | "unset" | "unknown" {
  if (scan.parameters === undefined || index === 0) return "unknown";
  const word = scan.parameters[index - 1];
  if (word === undefined) return "unset";
  return word.unresolved ? "unknown" : word.value;
}

/** `"$@"`: each parameter a word of its own, where it was written. */
function addParameters(scan: ShellScan, reference: ShellReference): void {
  const onlyQuote = scan.word === undefined || scan.word.text === "";
  if (scan.parameters === undefined || !onlyQuote) {
    currentWord(scan).unresolved = true;
    addLiteral(scan, reference.end - scan.at);
    return;
  }
  scan.word = undefined;
  for (const word of scan.parameters) pushWord(scan, word, false);
  scan.at = reference.end;
  if (scan.text[scan.at] === '"') scan.at++;
}

function addValue(scan: ShellScan, text: string, end: number): void {
  extendWord(currentWord(scan), text, offsetAt(scan.script, scan.at), offsetAt(scan.script, end));
  scan.at = end;
}

/** An unquoted value is split at blanks. Where it stands alone, its fields are words with the places they have there. */
function addFields(scan: ShellScan, value: PlacedText, end: number): void {
  const alone = scan.word === undefined && /[\s;&|]/.test(scan.text[end] ?? " ");
  if (alone) {
    for (const field of value.text.matchAll(/[^ \t\n]+/g)) {
      const word = wordOf(slicePlaced(value, field.index, field.index + field[0].length));
      // A value without a place of its own: its fields stand where it is referred to.
      const placed = word.origin.end > word.origin.start;
      pushWord(scan, placed ? word : { ...word, origin: originOfPlaced(value) }, false);
    }
    scan.at = end;
    return;
  }
  const start = scan.at;
  for (const [index, field] of value.text.split(/[ \t\n]+/).entries()) {
    if (index > 0) endWord(scan);
    scan.at = start;
    if (field !== "") addValue(scan, field, end);
  }
  scan.at = end;
}
