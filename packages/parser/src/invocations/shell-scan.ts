import type { PlacedText } from "@authgraph/source";
import { offsetAt } from "../placed-text.ts";
import { type ShellCommand, type ShellVariables, takeCommand } from "./shell-commands.ts";
import { extendWord, finishWord, startWord, type Word, type WordDraft } from "./word.ts";

/** A shell text on the way through it. */
export interface ShellScan {
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

/** The word being read; starts one where there is none. */
export function currentWord(scan: ShellScan): WordDraft {
  scan.word ??= startWord(offsetAt(scan.script, scan.at));
  return scan.word;
}

/** Adds the next `length` units as they are. */
export function addLiteral(scan: ShellScan, length: number): void {
  const word = currentWord(scan);
  for (let i = scan.at; i < scan.at + length; i++) {
    extendWord(word, scan.text[i] ?? "", offsetAt(scan.script, i), offsetAt(scan.script, i + 1));
  }
  scan.at += length;
}

/** Passes over `length` units that belong to the word as written but not to its value. */
export function passQuote(scan: ShellScan, length: number): void {
  const word = currentWord(scan);
  word.quoted = true;
  scan.at += length;
  word.end = offsetAt(scan.script, scan.at);
}

/** Takes a word into the command, unless it is where a redirection goes. */
export function pushWord(scan: ShellScan, word: Word, bare: boolean): void {
  if (scan.redirected) {
    scan.redirected = false;
    return;
  }
  scan.words.push(word);
  scan.bare.push(bare);
}

/** Ends the word being read, if there is one. */
export function endWord(scan: ShellScan): void {
  const { word } = scan;
  if (word === undefined) return;
  scan.word = undefined;
  const bare = !word.quoted && !word.unresolved;
  if (word.text === "" && !word.quoted) return;
  pushWord(scan, finishWord(word, scan.script.source), bare);
}

/** Ends the command before a separator, and takes note of what it changes. */
export function endCommand(scan: ShellScan, operator: string): void {
  endWord(scan);
  scan.redirected = false;
  const command = takeCommand(scan.variables, scan.words, scan.bare, operator);
  if (command !== undefined) scan.commands.push(command);
  if (operator !== "|") scan.pipeline = scan.commands.length;
  scan.words = [];
  scan.bare = [];
}

/** Forgets the words so far: they were no command. */
export function dropCommand(scan: ShellScan): void {
  scan.word = undefined;
  scan.words = [];
  scan.bare = [];
}
