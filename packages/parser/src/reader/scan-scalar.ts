import {
  BACKSLASH,
  COLON,
  DOT,
  DOUBLE_QUOTE,
  END,
  HASH,
  HYPHEN,
  hexValue,
  isBlank,
  isBlankOrEnd,
  isBreak,
  isBreakOrEnd,
  isDigit,
  isFlowIndicator,
  isHexDigit,
  LF,
  PLUS,
  SINGLE_QUOTE,
  SPACE,
  TAB,
  ZERO,
} from "./characters.ts";
import { fail, noteBuffer, pushToken, type Scanner, skipBreak, Token, unitAt } from "./scanner.ts";

/** How a value is written: the low bits of a node's first integer. */
export const Form = {
  plain: 1,
  single: 2,
  double: 3,
  literal: 4,
  folded: 5,
  sequence: 6,
  mapping: 7,
  alias: 8,
  /** An entry that came through `<<`: it stands for the value written elsewhere. */
  merged: 9,
  jsonString: 10,
  /** A number, `true`, `false` or `null` of a JSON text. */
  jsonLiteral: 11,
} as const;

export const FORM_MASK = 15;
/** The value differs from the text between the quotes: escapes, line breaks. */
export const INDIRECT = 16;

/** Plain scalar: text without quotes, over several lines where they are indented deeper. */
export function scanPlain(s: Scanner): boolean {
  const { text, end } = s;
  const inFlow = s.flowLevel > 0;
  const indent = s.indent + 1;
  const start = s.position;
  let position = start;
  let contentEnd = start;
  let joined = 0;
  let afterBreak = false;

  for (;;) {
    if (position === s.lineStart && atDocumentIndicator(s, position)) break;
    let unit = position < end ? text.charCodeAt(position) : END;
    if (unit === HASH) break;

    const wordStart = position;
    while (!isBlankOrEnd(unit)) {
      if (unit === COLON) {
        if (isBlankOrEnd(position + 1 < end ? text.charCodeAt(position + 1) : END)) break;
      } else if (inFlow && isFlowIndicator(unit)) break;
      position++;
      unit = position < end ? text.charCodeAt(position) : END;
    }
    if (position > wordStart) {
      if (afterBreak) joined = INDIRECT;
      afterBreak = false;
      contentEnd = position;
    }

    if (!isBlank(unit) && !isBreak(unit)) break;
    for (;;) {
      if (isBlank(unit)) {
        if (afterBreak && unit === TAB && position - s.lineStart < indent) {
          return fail(s, "found a tab character that violates indentation", position);
        }
        position++;
      } else if (isBreak(unit)) {
        s.position = position;
        skipBreak(s);
        position = s.position;
        afterBreak = true;
      } else break;
      unit = position < end ? text.charCodeAt(position) : END;
    }
    if (!inFlow && position - s.lineStart < indent) break;
  }

  if (s.bufferEnds.length > 0) noteBuffer(s, start, contentEnd, 2);
  s.position = position;
  pushToken(s, Token.scalar, start, contentEnd, Form.plain | joined, 0);
  if (afterBreak) s.simpleKeyAllowed = true;
  return true;
}

/** `---` or `...` alone at a place that starts a line. */
export function atDocumentIndicator(s: Scanner, position: number): boolean {
  const unit = unitAt(s, position);
  return (
    (unit === HYPHEN || unit === DOT) &&
    unitAt(s, position + 1) === unit &&
    unitAt(s, position + 2) === unit &&
    isBlankOrEnd(unitAt(s, position + 3))
  );
}

/** Scalar in single or double quotes. */
export function scanQuoted(s: Scanner, single: boolean): boolean {
  const { text, end } = s;
  const start = s.position;
  const quote = single ? SINGLE_QUOTE : DOUBLE_QUOTE;
  let indirect = 0;
  let position = start + 1;

  for (;;) {
    if (position === s.lineStart && atDocumentIndicator(s, position)) {
      return fail(s, "found unexpected document indicator", position);
    }
    let unit = position < end ? text.charCodeAt(position) : END;
    if (unit === END) return fail(s, "found unexpected end of stream", start);

    while (!isBlankOrEnd(unit)) {
      if (unit === quote) {
        if (!single || unitAt(s, position + 1) !== SINGLE_QUOTE) break;
        indirect = INDIRECT;
        position += 2;
      } else if (unit === BACKSLASH && !single) {
        indirect = INDIRECT;
        const next = unitAt(s, position + 1);
        if (isBreak(next)) {
          s.position = position + 1;
          skipBreak(s);
          position = s.position;
          break;
        }
        const length = escapeLength(s, position, next);
        if (length === 0) return false;
        position += length;
      } else position++;
      unit = position < end ? text.charCodeAt(position) : END;
    }

    unit = position < end ? text.charCodeAt(position) : END;
    if (unit === quote) break;
    for (;;) {
      if (isBlank(unit)) position++;
      else if (isBreak(unit)) {
        s.position = position;
        skipBreak(s);
        position = s.position;
        indirect = INDIRECT;
      } else break;
      unit = position < end ? text.charCodeAt(position) : END;
    }
  }

  if (s.bufferEnds.length > 0) noteBuffer(s, start, position, 2);
  s.position = position + 1;
  pushToken(s, Token.scalar, start, position + 1, (single ? Form.single : Form.double) | indirect, 0);
  return true;
}

/** Length of the escape sequence at a backslash; 0 after failing. `\/` and surrogates are no escapes of YAML 1.1. */
function escapeLength(s: Scanner, position: number, letter: number): number {
  const digits = letter === 0x78 ? 2 : letter === 0x75 ? 4 : letter === 0x55 ? 8 : 0;
  if (digits === 0) {
    if (simpleEscape(letter) >= 0) return 2;
    fail(s, "found unknown escape character", position);
    return 0;
  }
  let value = 0;
  for (let i = 0; i < digits; i++) {
    const digit = unitAt(s, position + 2 + i);
    if (!isHexDigit(digit)) {
      fail(s, "did not find expected hexdecimal number", position);
      return 0;
    }
    value = value * 16 + hexValue(digit);
  }
  if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff) {
    fail(s, "found invalid Unicode character escape code", position);
    return 0;
  }
  return 2 + digits;
}

/** What a backslash and a letter stand for in double quotes; -1 if nothing. */
export function simpleEscape(letter: number): number {
  switch (letter) {
    case 0x30:
      return 0;
    case 0x61:
      return 0x07;
    case 0x62:
      return 0x08;
    case 0x74:
    case TAB:
      return TAB;
    case 0x6e:
      return LF;
    case 0x76:
      return 0x0b;
    case 0x66:
      return 0x0c;
    case 0x72:
      return 0x0d;
    case 0x65:
      return 0x1b;
    case SPACE:
    case DOUBLE_QUOTE:
    case SINGLE_QUOTE:
    case BACKSLASH:
      return letter;
    case 0x4e:
      return 0x85;
    case 0x5f:
      return 0xa0;
    case 0x4c:
      return 0x2028;
    case 0x50:
      return 0x2029;
  }
  return -1;
}

/**
 * Block scalar: `|` or `>`, an optional header, and the lines indented deeper.
 * The token's extra integer is the indentation of the content, which decoding needs.
 */
export function scanBlockScalar(s: Scanner, literal: boolean): boolean {
  const start = s.position;
  let position = start + 1;
  let increment = 0;
  let unit = unitAt(s, position);
  const signFirst = unit === PLUS || unit === HYPHEN;
  if (signFirst) unit = unitAt(s, ++position);
  if (isDigit(unit)) {
    if (unit === ZERO) return fail(s, "found an indentation indicator equal to 0", position);
    increment = unit - ZERO;
    unit = unitAt(s, ++position);
    if (!signFirst && (unit === PLUS || unit === HYPHEN)) unit = unitAt(s, ++position);
  }
  const headerEnd = position;
  while (isBlank(unit)) unit = unitAt(s, ++position);
  if (unit === HASH) while (!isBreakOrEnd(unit)) unit = unitAt(s, ++position);
  if (!isBreakOrEnd(unit)) return fail(s, "did not find expected comment or line break", position);
  s.position = position;
  if (isBreak(unit)) skipBreak(s);

  let indent = increment === 0 ? 0 : s.indent >= 0 ? s.indent + increment : increment;
  indent = skipBlockBreaks(s, indent);
  if (indent < 0) return false;
  let contentEnd = headerEnd;
  while (s.position - s.lineStart === indent && s.position < s.end) {
    contentEnd = endOfLine(s);
    if (s.bufferEnds.length > 0) noteBuffer(s, s.position, contentEnd, 1);
    s.position = contentEnd;
    if (s.position < s.end) skipBreak(s);
    if (skipBlockBreaks(s, indent) < 0) return false;
  }
  pushToken(s, Token.scalar, start, contentEnd, (literal ? Form.literal : Form.folded) | INDIRECT, indent);
  return true;
}

function endOfLine(s: Scanner): number {
  if (s.onlyLineFeeds) {
    const lineFeed = s.text.indexOf("\n", s.position);
    return lineFeed < 0 || lineFeed > s.end ? s.end : lineFeed;
  }
  let position = s.position;
  while (!isBreakOrEnd(unitAt(s, position))) position++;
  return position;
}

/** Steps over indentation and empty lines of a block scalar. Returns the indentation, found out here if it was 0; -1 after failing. */
function skipBlockBreaks(s: Scanner, known: number): number {
  let deepest = 0;
  for (;;) {
    let unit = unitAt(s, s.position);
    while (unit === SPACE && (known === 0 || s.position - s.lineStart < known)) unit = unitAt(s, ++s.position);
    const column = s.position - s.lineStart;
    if (column > deepest) deepest = column;
    if (unit === TAB && (known === 0 || column < known)) {
      fail(s, "found a tab character where an indentation space is expected", s.position);
      return -1;
    }
    if (!isBreak(unit)) break;
    skipBreak(s);
  }
  return known === 0 ? Math.max(deepest, s.indent + 1, 1) : known;
}
