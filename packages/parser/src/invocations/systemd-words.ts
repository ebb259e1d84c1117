import type { PlacedText } from "@authgraph/source";
import { offsetAt, originOfPlaced, slicePlaced } from "../placed-text.ts";
import { templateMark } from "./template-mark.ts";
import type { VariableLookup, Word, WordDraft } from "./word.ts";
import { boundedLookup, extendWord, finishWord, startWord } from "./word.ts";

/**
 * Splits a text at blanks as systemd does (src/basic/extract-word.c extract_first_word with EXTRACT_UNQUOTE and
 * EXTRACT_CUNESCAPE): both kinds of quotes anywhere in a word, C escapes inside and outside of them.
 */
export function splitSystemdWords(line: PlacedText): readonly Word[] {
  const { text } = line;
  const words: Word[] = [];
  let word: WordDraft | undefined;
  let quote = "";
  let at = 0;
  while (at < text.length) {
    const unit = text[at] ?? "";
    if (quote === "" && /\s/.test(unit)) {
      if (word !== undefined) words.push(finishWord(word, line.source));
      word = undefined;
      at++;
      continue;
    }
    word ??= startWord(offsetAt(line, at));
    if (quote === "" ? unit === '"' || unit === "'" : unit === quote) {
      quote = quote === "" ? unit : "";
      word.quoted = true;
      at++;
      word.end = offsetAt(line, at);
      continue;
    }
    const mark = templateMark(text, at);
    if (mark > 0) {
      keep(word, line, at, at + mark);
      at += mark;
      continue;
    }
    const escaped = unit === "\\" ? readEscape(text, at) : { text: unit, length: 1 };
    extendWord(word, escaped.text, offsetAt(line, at), offsetAt(line, at + escaped.length));
    at += escaped.length;
  }
  if (word !== undefined) words.push(finishWord(word, line.source));
  return words;
}

const namedEscapes: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  s: " ",
  "\\": "\\",
  '"': '"',
  "'": "'",
};

/** systemd.syntax(7), "Supported escapes"; what is none of them stays with its backslash. */
function readEscape(text: string, at: number): { readonly text: string; readonly length: number } {
  const named = namedEscapes[text[at + 1] ?? ""];
  if (named !== undefined) return { text: named, length: 2 };
  const coded = /^\\(?:x([0-9a-fA-F]{2})|([0-3][0-7]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(
    text.slice(at, at + 10),
  );
  if (coded === null) return { text: "\\", length: 1 };
  const [whole, hex, octal, short, long] = coded;
  const code = octal === undefined ? Number.parseInt(hex ?? short ?? long ?? "", 16) : Number.parseInt(octal, 8);
  return code > 0x10ffff ? { text: "\\", length: 1 } : { text: String.fromCodePoint(code), length: whole.length };
}

/** A command line of a unit: the prefixes taken off, variables replaced. */
export function readExecLine(line: PlacedText, variable: VariableLookup): readonly Word[] {
  const [first, ...rest] = splitSystemdWords(line);
  if (first === undefined) return [];
  // systemd.service(5), "Command lines": special executable prefixes; `@` gives the program another name to see.
  const prefix = /^[@:+!|-]*/.exec(first.value.text)?.[0] ?? "";
  const value = slicePlaced(first.value, prefix.length);
  const program: Word = prefix === "" ? first : { value, origin: originOfPlaced(value), unresolved: first.unresolved };
  const args = prefix.includes("@") ? rest.slice(1) : rest;
  if (prefix.includes(":")) return [program, ...args];
  const bounded = boundedLookup(variable);
  return [program, ...args.flatMap((word) => replaceVariables(word, bounded))];
}

/**
 * `$NAME` as a whole word becomes the words of its value, `${NAME}` anywhere its value as it is, `$$` a dollar sign;
 * `$NAME` inside a word is no variable (src/basic/env-util.c replace_env_argv, replace_env_full).
 */
function replaceVariables(word: Word, variable: VariableLookup): readonly Word[] {
  const { text } = word.value;
  if (!text.includes("$")) return [word];
  if (/^\$[^{$]/.test(text)) {
    const value = variable(text.slice(1));
    if (value === "unknown") return [{ ...word, unresolved: true }];
    if (value === "unset") return [];
    return value.source === undefined ? [{ ...word, unresolved: true }] : splitSystemdWords(value);
  }
  const { start, end } = word.origin;
  const draft = startWord(start);
  let at = 0;
  for (const match of text.matchAll(/\$\$|\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g)) {
    keep(draft, word.value, at, match.index);
    at = match.index + match[0].length;
    const value = match[1] === undefined ? "$" : variable(match[1]);
    if (value === "unknown") {
      draft.unresolved = true;
      keep(draft, word.value, match.index, at);
    } else {
      const replacement = typeof value === "string" ? (value === "unset" ? "" : value) : value.text;
      extendWord(draft, replacement, offsetAt(word.value, match.index), offsetAt(word.value, at));
    }
  }
  keep(draft, word.value, at, text.length);
  draft.end = end;
  return [{ ...finishWord(draft, word.origin.source), origin: word.origin }];
}

function keep(draft: WordDraft, value: PlacedText, start: number, end: number): void {
  for (let i = start; i < end; i++) extendWord(draft, value.text[i] ?? "", offsetAt(value, i), offsetAt(value, i + 1));
}

/** A setting whose value is a list of assignments: `Environment="A=1 2" B=3`. */
export function readAssignments(value: PlacedText): readonly { readonly name: string; readonly value: PlacedText }[] {
  return splitSystemdWords(value).flatMap((word) => {
    const equals = word.value.text.indexOf("=");
    if (equals < 1) return [];
    return [{ name: word.value.text.slice(0, equals), value: slicePlaced(word.value, equals + 1) }];
  });
}
