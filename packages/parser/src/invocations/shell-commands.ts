import type { PlacedText } from "@authgraph/source";
import { slicePlaced } from "../placed-text.ts";
import { boundedLookup, type VariableLookup, type Word } from "./word.ts";

/** A simple command: a program and its arguments, keywords before it taken off. */
export interface ShellCommand {
  /** None where only variables are set. */
  readonly words: readonly Word[];
  /** `NAME=value` before the program, or after `export`. */
  readonly assignments: readonly Word[];
}

/** What a script knows of its variables at some point of it. */
export interface ShellVariables {
  readonly lookup: VariableLookup;
  readonly assigned: Map<string, PlacedText | "unknown">;
  /** How many conditions, loops, functions and subshells are open. */
  depth: number;
  /** The command before ended with `&&` or `||`: this one may not run. */
  conditional: boolean;
}

/** The variables at the beginning of a script. */
export function shellVariables(outside: VariableLookup): ShellVariables {
  const assigned = new Map<string, PlacedText | "unknown">();
  const lookup = boundedLookup((name) => assigned.get(name) ?? outside(name));
  return { lookup, assigned, depth: 0, conditional: false };
}

const opening = new Set(["if", "while", "until", "{"]);
const between = new Set(["then", "do", "else", "elif", "!", "time"]);
const closing = new Set(["fi", "done", "esac", "}"]);
/** Words follow that are no command. */
const headers = new Set(["for", "case", "select", "function"]);
const declarations = new Set(["export", "readonly", "declare", "local", "typeset"]);
const assignment = /^([A-Za-z_][A-Za-z0-9_]*)(\+?=)/;

/**
 * Takes what stands between two separators: keywords open and close, assignments are noted, and what remains is a
 * command. `operator` is the separator that follows.
 */
export function takeCommand(
  variables: ShellVariables,
  words: readonly Word[],
  bare: readonly boolean[],
  operator: string,
): ShellCommand | undefined {
  const rest = pastKeywords(variables, words, bare);
  const command = rest === undefined ? undefined : pastAssignments(variables, rest);
  if (operator === "(") variables.depth++;
  if (operator === ")") variables.depth = Math.max(0, variables.depth - 1);
  variables.conditional = operator === "&&" || operator === "||";
  return command;
}

function pastKeywords(
  variables: ShellVariables,
  words: readonly Word[],
  bare: readonly boolean[],
): readonly Word[] | undefined {
  let at = 0;
  for (; at < words.length && bare[at] === true; at++) {
    const word = words[at]?.value.text ?? "";
    if (headers.has(word)) {
      if (word !== "function") variables.depth++;
      if (word === "for" || word === "select") variables.assigned.set(words[at + 1]?.value.text ?? "", "unknown");
      // `function name {` goes on with the body.
      if (word === "function" && words[at + 2]?.value.text === "{") variables.depth++;
      return undefined;
    }
    if (opening.has(word)) variables.depth++;
    else if (closing.has(word)) variables.depth = Math.max(0, variables.depth - 1);
    else if (!between.has(word)) break;
  }
  return words.slice(at);
}

function pastAssignments(variables: ShellVariables, words: readonly Word[]): ShellCommand | undefined {
  const program = words.findIndex((word) => !assignment.test(word.value.text));
  if (program < 0) {
    for (const word of words) assign(variables, word);
    return { words: [], assignments: words };
  }
  const [name, ...rest] = words.slice(program);
  if (name !== undefined && declarations.has(name.value.text)) {
    for (const word of rest) assign(variables, word);
    return { words: [], assignments: rest };
  }
  if (name?.value.text === "read") for (const word of rest) variables.assigned.set(word.value.text, "unknown");
  return { words: words.slice(program), assignments: words.slice(0, program) };
}

/** Only an assignment that certainly happens, of something known, makes a variable known. */
function assign(variables: ShellVariables, word: Word): void {
  const match = assignment.exec(word.value.text);
  if (match === null) return;
  const certain = variables.depth === 0 && !variables.conditional && match[2] === "=" && !word.unresolved;
  variables.assigned.set(match[1] ?? "", certain ? slicePlaced(word.value, match[0].length) : "unknown");
}
