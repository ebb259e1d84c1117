import type { PlacedText } from "@authgraph/source";
import { type ShellCommand, shellVariables, takeCommand } from "./shell-commands.ts";
import { readReference } from "./shell-references.ts";
import { addLiteral, currentWord, dropCommand, endCommand, endWord, passQuote, type ShellScan } from "./shell-scan.ts";
import { closingBracket } from "./shell-variable.ts";
import { templateMark } from "./template-mark.ts";
import type { VariableLookup, Word } from "./word.ts";

/** What a shell text is run with. */
export interface ShellContext {
  readonly variable: VariableLookup;
  /** `$1` and following: what stands after the script in `sh -c SCRIPT NAME …`. Undefined: not known. */
  readonly parameters?: readonly Word[] | undefined;
}

/**
 * Reads a POSIX shell text into its simple commands, in order, whatever conditions they stand under.
 *
 * Quotes, escapes, comments, line continuations, redirections and here-documents as in the Shell Command Language
 * (POSIX.1-2017, XCU chapter 2). Variables that the text itself sets outside any condition are known; what needs
 * a shell to run (command substitution, arithmetic, patterns, arrays) stays as written, marked unresolved.
 */
export function readShell(script: PlacedText, context: ShellContext): readonly ShellCommand[] {
  return readShellSteps(script, context).filter(({ words }) => words.length > 0);
}

/** The same with what only sets variables. */
export function readShellSteps(script: PlacedText, context: ShellContext): readonly ShellCommand[] {
  const scan: ShellScan = {
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

function step(scan: ShellScan): void {
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
function readOrdinary(scan: ShellScan): void {
  const mark = templateMark(scan.text, scan.at);
  if (mark > 0) {
    addLiteral(scan, mark);
    return;
  }
  let end = scan.at + 1;
  while (end < scan.text.length && !" \t\r\n\\'\"$`#;&|<>(){".includes(scan.text[end] ?? "")) end++;
  addLiteral(scan, end - scan.at);
}

function readEscape(scan: ShellScan): void {
  const lineBreak = /^\\\r?\n/.exec(scan.text.slice(scan.at, scan.at + 3))?.[0];
  if (lineBreak !== undefined) {
    scan.at += lineBreak.length;
    return;
  }
  passQuote(scan, 1);
  if (scan.at < scan.text.length) addLiteral(scan, 1);
}

function readSingleQuotes(scan: ShellScan): void {
  passQuote(scan, 1);
  const close = scan.text.indexOf("'", scan.at);
  addLiteral(scan, (close < 0 ? scan.text.length : close) - scan.at);
  if (close >= 0) passQuote(scan, 1);
}

function readDoubleQuotes(scan: ShellScan): void {
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

function readOperator(scan: ShellScan): void {
  const operator = /^(?:&>>?|&&|\|\||\|&|;;?&?|&|\|)/.exec(scan.text.slice(scan.at, scan.at + 3))?.[0] ?? ";";
  if (operator.startsWith("&>")) {
    endWord(scan);
    scan.redirected = true;
  } else {
    endCommand(scan, operator);
  }
  scan.at += operator.length;
}

function readRedirection(scan: ShellScan): void {
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

function readHereDelimiter(scan: ShellScan): void {
  const match = /^[ \t]*([^\s;&|<>()]+)/.exec(scan.text.slice(scan.at, scan.at + 256));
  if (match === null) return;
  scan.hereDocuments.push((match[1] ?? "").replace(/["'\\]/g, ""));
  scan.at += match[0].length;
}

function skipHereDocuments(scan: ShellScan): void {
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
function readParenthesis(scan: ShellScan): void {
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

function closeParenthesis(scan: ShellScan): void {
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
