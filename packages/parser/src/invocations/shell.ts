import type { PlacedText } from "@authgraph/source";
import { offsetAt, originOfPlaced, placedInsteadOf, slicePlaced } from "../placed-text.ts";
import type { ShellCommand, ShellVariables } from "./shell-commands.ts";
import { shellVariables, takeCommand } from "./shell-commands.ts";
import type { ShellReference } from "./shell-variable.ts";
import { closingBracket, readShellReference } from "./shell-variable.ts";
import { templateMark } from "./template-mark.ts";
import type { VariableLookup, Word, WordDraft } from "./word.ts";
import { extendWord, finishWord, startWord, wordOf } from "./word.ts";

export interface ShellContext {
  readonly variable: VariableLookup;
  /** `$1` and following: what stands after the script in `sh -c SCRIPT NAME …`. Undefined: not known. */
  readonly parameters?: readonly Word[] | undefined;
}

/** A shell text on the way through it. */
interface Scan {
  readonly script: PlacedText;
  readonly text: string;
  readonly variables: ShellVariables;
  readonly parameters: readonly Word[] | undefined;
  at: number;
  word: WordDraft | undefined;
  /** The words of the command so far, beside each whether it was written without quotes. */
  words: Word[];
  bare: boolean[];
  /** The next word is where a redirection goes. */
  redirected: boolean;
  openParentheses: number;
  readonly hereDocuments: string[];
  readonly commands: ShellCommand[];
  /** How many commands there were before the present pipeline. */
  pipeline: number;
}

/**
 * Reads a POSIX shell text into its simple commands, in order, whatever conditions they stand under.
 *
 * Quotes, escapes, comments, line continuations, redirections and here-documents as in the Shell Command Language
 * (POSIX.1-2017, XCU chapter 2). Variables that the text itself sets outside any condition are known; what needs
 * a shell to run (command substitution, arithmetic, patterns, arrays) stays as written, marked unresolved.
 */
export function readShell(script: PlacedText, context: ShellContext): readonly ShellCommand[] {
  const scan: Scan = {
    script,
    text: script.text,
    variables: shellVariables(context.variable),
    parameters: context.parameters,
    at: 0,
    word: undefined,
    words: [],
    bare: [],
    redirected: false,
    openParentheses: 0,
    hereDocuments: [],
    commands: [],
    pipeline: 0,
  };
  while (scan.at < scan.text.length) step(scan);
  endCommand(scan, "");
  return scan.commands;
}

function step(scan: Scan): void {
  const unit = scan.text[scan.at] ?? "";
  switch (unit) {
    case " ":
    case "\t":
    case "\r":
      endWord(scan);
      scan.at++;
      return;
    case "\n":
      endCommand(scan, "");
      scan.at++;
      skipHereDocuments(scan);
      return;
    case "\\":
      readEscape(scan);
      return;
    case "'":
      readSingleQuotes(scan);
      return;
    case '"':
      readDoubleQuotes(scan);
      return;
    case "$":
    case "`":
      readReference(scan, false);
      return;
    case "#":
      if (scan.word !== undefined) {
        addLiteral(scan, 1);
        return;
      }
      scan.at = lineEnd(scan.text, scan.at);
      return;
    case ";":
    case "&":
    case "|":
      readOperator(scan);
      return;
    case "<":
    case ">":
      readRedirection(scan);
      return;
    case "(":
      readParenthesis(scan);
      return;
    case ")":
      closeParenthesis(scan);
      return;
    default:
      readOrdinary(scan);
      return;
  }
}

/** A run of units without meaning for the shell. */
function readOrdinary(scan: Scan): void {
  const mark = templateMark(scan.text, scan.at);
  if (mark > 0) {
    addLiteral(scan, mark);
    return;
  }
  let end = scan.at + 1;
  while (end < scan.text.length && !" \t\r\n\\'\"$`#;&|<>(){".includes(scan.text[end] ?? "")) end++;
  addLiteral(scan, end - scan.at);
}

function currentWord(scan: Scan): WordDraft {
  scan.word ??= startWord(offsetAt(scan.script, scan.at));
  return scan.word;
}

/** Adds the next `length` units as they are. */
function addLiteral(scan: Scan, length: number): void {
  const word = currentWord(scan);
  for (let i = scan.at; i < scan.at + length; i++) {
    extendWord(word, scan.text[i] ?? "", offsetAt(scan.script, i), offsetAt(scan.script, i + 1));
  }
  scan.at += length;
}

/** Passes over `length` units that belong to the word as written but not to its value. */
function passQuote(scan: Scan, length: number): void {
  const word = currentWord(scan);
  word.quoted = true;
  scan.at += length;
  word.end = offsetAt(scan.script, scan.at);
}

function readEscape(scan: Scan): void {
  const lineBreak = /^\\\r?\n/.exec(scan.text.slice(scan.at, scan.at + 3))?.[0];
  if (lineBreak !== undefined) {
    scan.at += lineBreak.length;
    return;
  }
  passQuote(scan, 1);
  if (scan.at < scan.text.length) addLiteral(scan, 1);
}

function readSingleQuotes(scan: Scan): void {
  passQuote(scan, 1);
  const close = scan.text.indexOf("'", scan.at);
  addLiteral(scan, (close < 0 ? scan.text.length : close) - scan.at);
  if (close >= 0) passQuote(scan, 1);
}

function readDoubleQuotes(scan: Scan): void {
  passQuote(scan, 1);
  while (scan.at < scan.text.length) {
    const unit = scan.text[scan.at] ?? "";
    if (unit === '"') {
      passQuote(scan, 1);
      return;
    }
    if (unit === "$" || unit === "`") readReference(scan, true);
    else if (unit === "\\" && '$`"\\\n'.includes(scan.text[scan.at + 1] ?? "x")) {
      passQuote(scan, 1);
      // Inside quotes, too, a backslash before a line break takes both away.
      if (scan.text[scan.at] === "\n") passQuote(scan, 1);
      else addLiteral(scan, 1);
    } else addLiteral(scan, 1);
  }
}

function readReference(scan: Scan, quoted: boolean): void {
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
function referredValue(scan: Scan, reference: ShellReference): PlacedText | "unknown" {
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
function operandOf(scan: Scan, reference: ShellReference): PlacedText | "unknown" {
  const operand = slicePlaced(scan.script, reference.operandStart, reference.operandEnd);
  if (/^[^$`'"\\]*$/.test(operand.text)) return operand;
  return /^(["'])[^$`'"\\]*\1$/.test(operand.text) ? slicePlaced(operand, 1, operand.text.length - 1) : "unknown";
}

function parameter(scan: Scan, index: number): PlacedText | "unset" | "unknown" {
  if (scan.parameters === undefined || index === 0) return "unknown";
  const word = scan.parameters[index - 1];
  if (word === undefined) return "unset";
  return word.unresolved ? "unknown" : word.value;
}

/** `"$@"`: each parameter a word of its own, where it was written. */
function addParameters(scan: Scan, reference: ShellReference): void {
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

function addValue(scan: Scan, text: string, end: number): void {
  extendWord(currentWord(scan), text, offsetAt(scan.script, scan.at), offsetAt(scan.script, end));
  scan.at = end;
}

/** An unquoted value is split at blanks. Where it stands alone, its fields are words with the places they have there. */
function addFields(scan: Scan, value: PlacedText, end: number): void {
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

function readOperator(scan: Scan): void {
  const operator = /^(?:&>>?|&&|\|\||\|&|;;?&?|&|\|)/.exec(scan.text.slice(scan.at, scan.at + 3))?.[0] ?? ";";
  if (operator.startsWith("&>")) {
    endWord(scan);
    scan.redirected = true;
  } else {
    endCommand(scan, operator);
  }
  scan.at += operator.length;
}

function readRedirection(scan: Scan): void {
  // The number before it names a file descriptor and is no argument.
  if (scan.word !== undefined && !scan.word.quoted && /^[0-9]+$/.test(scan.word.text)) scan.word = undefined;
  endWord(scan);
  const rest = scan.text.slice(scan.at, scan.at + 3);
  if (/^[<>]\(/.test(rest)) {
    currentWord(scan).unresolved = true;
    addLiteral(scan, closingBracket(scan.text, scan.at + 1) - scan.at);
    return;
  }
  const operator = /^(?:<<<|<<-|<<|<>|<&|>>|>&|>\||[<>])/.exec(rest)?.[0] ?? ">";
  scan.at += operator.length;
  if (operator === "<<" || operator === "<<-") readHereDelimiter(scan);
  else scan.redirected = true;
}

function readHereDelimiter(scan: Scan): void {
  const match = /^[ \t]*([^\s;&|<>()]+)/.exec(scan.text.slice(scan.at, scan.at + 256));
  if (match === null) return;
  scan.hereDocuments.push((match[1] ?? "").replace(/["'\\]/g, ""));
  scan.at += match[0].length;
}

function skipHereDocuments(scan: Scan): void {
  for (const delimiter of scan.hereDocuments.splice(0)) {
    while (scan.at < scan.text.length) {
      const end = lineEnd(scan.text, scan.at);
      const line = scan.text.slice(scan.at, end).trim();
      scan.at = Math.min(end + 1, scan.text.length);
      if (line === delimiter) break;
    }
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** The parentheses of a function's name, an array (`name=(…)`), or a subshell. */
function readParenthesis(scan: Scan): void {
  const emptyPair = /^\([ \t]*\)/.exec(scan.text.slice(scan.at, scan.at + 16))?.[0];
  if (emptyPair !== undefined) {
    scan.at += emptyPair.length;
    dropCommand(scan);
    return;
  }
  if (scan.word !== undefined) {
    scan.word.unresolved = true;
    addLiteral(scan, closingBracket(scan.text, scan.at) - scan.at);
    return;
  }
  endCommand(scan, "(");
  scan.openParentheses++;
  scan.at++;
}

function closeParenthesis(scan: Scan): void {
  if (scan.openParentheses > 0) {
    scan.openParentheses--;
    endCommand(scan, ")");
  } else {
    // What stands before it is a pattern of `case`, or several with bars between.
    scan.commands.length = scan.pipeline;
    endWord(scan);
    if (scan.bare[0] === true && scan.words[0]?.value.text === "case")
      takeCommand(scan.variables, scan.words, scan.bare, "");
    dropCommand(scan);
  }
  scan.at++;
}

function dropCommand(scan: Scan): void {
  scan.word = undefined;
  scan.words = [];
  scan.bare = [];
}

function pushWord(scan: Scan, word: Word, bare: boolean): void {
  if (scan.redirected) {
    scan.redirected = false;
    return;
  }
  scan.words.push(word);
  scan.bare.push(bare);
}

function endWord(scan: Scan): void {
  const { word } = scan;
  if (word === undefined) return;
  scan.word = undefined;
  const bare = !word.quoted && !word.unresolved;
  if (word.text === "" && !word.quoted) return;
  pushWord(scan, finishWord(word, scan.script.source), bare);
}

function endCommand(scan: Scan, operator: string): void {
  endWord(scan);
  scan.redirected = false;
  const command = takeCommand(scan.variables, scan.words, scan.bare, operator);
  if (command !== undefined) scan.commands.push(command);
  if (operator !== "|") scan.pipeline = scan.commands.length;
  scan.words = [];
  scan.bare = [];
}
