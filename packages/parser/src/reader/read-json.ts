import { addNode } from "./arena.ts";
import { attach, type Builder, closeCollection, expectsKey, openCollection, startBuilding } from "./build.ts";
import {
  BACKSLASH,
  COLON,
  COMMA,
  CR,
  DOT,
  DOUBLE_QUOTE,
  HYPHEN,
  isDigit,
  isHexDigit,
  LEFT_BRACE,
  LEFT_BRACKET,
  LF,
  PLUS,
  RIGHT_BRACE,
  RIGHT_BRACKET,
  SPACE,
  TAB,
  ZERO,
} from "./characters.ts";
import { Form, INDIRECT } from "./scan-scalar.ts";

/** Deeper JSON is refused (encoding/json maxNestingDepth). */
const MAX_DEPTH = 10_000;

/** What `readJsonValue` found: `end` is where it stopped. */
export type JsonOutcome =
  | { readonly outcome: "value"; readonly end: number }
  /** Nothing but white space. */
  | { readonly outcome: "nothing"; readonly end: number }
  | { readonly outcome: "error"; readonly end: number; readonly message: string };

/** Reads one JSON value as encoding/json scans it, with its places. What follows the value is not looked at. */
export function readJsonValue(b: Builder, text: string, start: number): JsonOutcome {
  startBuilding(b, text);
  let position = skipJsonSpace(text, start);
  if (position >= text.length) return { outcome: "nothing", end: position };

  for (;;) {
    // A value or, in an object, a key stands here.
    const unit = text.charCodeAt(position);
    if (b.open.length > 0 && expectsKey(b)) {
      if (unit !== DOUBLE_QUOTE) return invalid(text, position, "looking for beginning of object key string");
      const end = readString(b, text, position);
      if (typeof end !== "number") return end;
      position = skipJsonSpace(text, end);
      if (text.charCodeAt(position) !== COLON) return invalid(text, position, "after object key");
      position = skipJsonSpace(text, position + 1);
      continue;
    }
    if (unit === LEFT_BRACE || unit === LEFT_BRACKET) {
      if (b.open.length >= MAX_DEPTH) return invalid(text, position, "exceeded max depth");
      openCollection(b, unit === LEFT_BRACE ? Form.mapping : Form.sequence, position);
      position = skipJsonSpace(text, position + 1);
      if (text.charCodeAt(position) !== (unit === LEFT_BRACE ? RIGHT_BRACE : RIGHT_BRACKET)) continue;
      closeCollection(b, ++position);
    } else {
      const end = unit === DOUBLE_QUOTE ? readString(b, text, position) : readLiteral(b, text, position, unit);
      if (typeof end !== "number") return end;
      position = end;
    }

    // A value is complete.
    for (;;) {
      const depth = b.open.length;
      if (depth === 0) return { outcome: "value", end: position };
      position = skipJsonSpace(text, position);
      const next = text.charCodeAt(position);
      if (next === COMMA) {
        position = skipJsonSpace(text, position + 1);
        break;
      }
      const inObject = expectsKey(b);
      if (next !== (inObject ? RIGHT_BRACE : RIGHT_BRACKET)) {
        return invalid(text, position, inObject ? "after object key:value pair" : "after array element");
      }
      closeCollection(b, ++position);
    }
  }
}

/** First place that is no JSON white space: space, tab, LF, CR. */
export function skipJsonSpace(text: string, start: number): number {
  let position = start;
  for (;;) {
    const unit = text.charCodeAt(position);
    if (unit !== SPACE && unit !== LF && unit !== CR && unit !== TAB) return position;
    position++;
  }
}

function readString(b: Builder, text: string, start: number): number | JsonOutcome {
  let indirect = 0;
  let position = start + 1;
  for (;;) {
    const unit = text.charCodeAt(position);
    if (unit === DOUBLE_QUOTE) break;
    if (!(unit >= SPACE)) return invalid(text, position, "in string literal");
    if (unit !== BACKSLASH) {
      position++;
      continue;
    }
    indirect = INDIRECT;
    const letter = text.charCodeAt(position + 1);
    if (letter === 0x75) {
      for (let i = 2; i < 6; i++) {
        if (!isHexDigit(text.charCodeAt(position + i)))
          return invalid(text, position + i, "in \\u hexadecimal character escape");
      }
      position += 6;
    } else {
      if (!'bfnrt\\/"'.includes(text.charAt(position + 1)) || position + 1 >= text.length) {
        return invalid(text, position + 1, "in string escape code");
      }
      position += 2;
    }
  }
  attach(b, addNode(b.arena, Form.jsonString | indirect, start, position + 1));
  return position + 1;
}

function readLiteral(b: Builder, text: string, start: number, unit: number): number | JsonOutcome {
  let end: number | JsonOutcome;
  if (unit === 0x74) end = readWord(text, start, "true");
  else if (unit === 0x66) end = readWord(text, start, "false");
  else if (unit === 0x6e) end = readWord(text, start, "null");
  else if (unit === HYPHEN || isDigit(unit)) end = readNumber(text, start);
  else return invalid(text, start, "looking for beginning of value");
  if (typeof end === "number") attach(b, addNode(b.arena, Form.jsonLiteral, start, end));
  return end;
}

function readWord(text: string, start: number, word: string): number | JsonOutcome {
  for (let i = 1; i < word.length; i++) {
    if (text.charCodeAt(start + i) !== word.charCodeAt(i)) {
      return invalid(text, start + i, `in literal ${word} (expecting '${word.charAt(i)}')`);
    }
  }
  return start + word.length;
}

function readNumber(text: string, start: number): number | JsonOutcome {
  let position = start;
  if (text.charCodeAt(position) === HYPHEN) position++;
  if (!isDigit(text.charCodeAt(position))) return invalid(text, position, "in numeric literal");
  if (text.charCodeAt(position) === ZERO) position++;
  else position = skipDigits(text, position);
  if (text.charCodeAt(position) === DOT) {
    position++;
    if (!isDigit(text.charCodeAt(position))) return invalid(text, position, "after decimal point in numeric literal");
    position = skipDigits(text, position);
  }
  if ((text.charCodeAt(position) | 0x20) === 0x65) {
    position++;
    const sign = text.charCodeAt(position);
    if (sign === PLUS || sign === HYPHEN) position++;
    if (!isDigit(text.charCodeAt(position))) return invalid(text, position, "in exponent of numeric literal");
    position = skipDigits(text, position);
  }
  return position;
}

function skipDigits(text: string, start: number): number {
  let position = start;
  while (isDigit(text.charCodeAt(position))) position++;
  return position;
}

/** encoding/json's message for a character that can not stand there, or for the end of the text. */
export function invalid(text: string, position: number, context: string): JsonOutcome {
  if (position >= text.length) return { outcome: "error", end: text.length, message: "unexpected EOF" };
  const quoted = quoteByte(text.codePointAt(position) ?? 0);
  return { outcome: "error", end: position, message: `invalid character '${quoted}' ${context}` };
}

/** strconv.Quote of the character's first UTF-8 byte, which is all that encoding/json looks at. */
function quoteByte(character: number): string {
  const byte =
    character < 0x80
      ? character
      : character < 0x800
        ? 0xc0 | (character >> 6)
        : character < 0x10000
          ? 0xe0 | (character >> 12)
          : 0xf0 | (character >> 18);
  if (byte === 0x27) return "\\'";
  if (byte === BACKSLASH) return "\\\\";
  const short = "\\a\\b\\t\\n\\v\\f\\r".slice((byte - 7) * 2, (byte - 6) * 2);
  if (byte >= 7 && byte <= CR) return short;
  return byte < SPACE || byte === 0x7f ? `\\x${byte.toString(16).padStart(2, "0")}` : String.fromCharCode(byte);
}
