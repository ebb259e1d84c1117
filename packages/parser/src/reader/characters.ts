/**
 * Character classes of YAML 1.1 as libyaml's descendants know them (go.yaml.in/yaml/v2 yamlprivateh.go).
 * 0 stands for the end of the text; a real NUL is refused before scanning starts.
 */
export const END = 0;
export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
const NEL = 0x85;
export const LINE_SEPARATOR = 0x2028;
export const PARAGRAPH_SEPARATOR = 0x2029;
export const BYTE_ORDER_MARK = 0xfeff;

export const EXCLAMATION = 0x21;
export const DOUBLE_QUOTE = 0x22;
export const HASH = 0x23;
export const PERCENT = 0x25;
export const AMPERSAND = 0x26;
export const SINGLE_QUOTE = 0x27;
export const ASTERISK = 0x2a;
export const PLUS = 0x2b;
export const COMMA = 0x2c;
export const HYPHEN = 0x2d;
export const DOT = 0x2e;
export const ZERO = 0x30;
const NINE = 0x39;
export const COLON = 0x3a;
export const LESS = 0x3c;
export const GREATER = 0x3e;
export const QUESTION = 0x3f;
export const LEFT_BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
export const RIGHT_BRACKET = 0x5d;
export const LEFT_BRACE = 0x7b;
export const BAR = 0x7c;
export const RIGHT_BRACE = 0x7d;

/** Space or tab. */
export function isBlank(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}

/** A line break of YAML 1.1: also U+0085, U+2028 and U+2029, which YAML 1.2 and editors take for text. */
export function isBreak(unit: number): boolean {
  return unit < NEL
    ? unit === LF || unit === CR
    : unit === NEL || unit === LINE_SEPARATOR || unit === PARAGRAPH_SEPARATOR;
}

/** Line break or end of the text. */
export function isBreakOrEnd(unit: number): boolean {
  return unit < NEL
    ? unit === LF || unit === CR || unit === END
    : unit === NEL || unit === LINE_SEPARATOR || unit === PARAGRAPH_SEPARATOR;
}

/** Blank, line break or end of the text. */
export function isBlankOrEnd(unit: number): boolean {
  return unit <= SPACE
    ? unit === SPACE || unit === LF || unit === CR || unit === TAB || unit === END
    : unit >= NEL && (unit === NEL || unit === LINE_SEPARATOR || unit === PARAGRAPH_SEPARATOR);
}

export function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}

export function isHexDigit(unit: number): boolean {
  return isDigit(unit) || (unit >= 0x61 && unit <= 0x66) || (unit >= 0x41 && unit <= 0x46);
}

export function hexValue(unit: number): number {
  return unit <= NINE ? unit - ZERO : (unit | 0x20) - 0x57;
}

/** Letter, digit, `_` or `-`: what an anchor, a directive's name and a tag handle consist of. */
export function isWord(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    isDigit(unit) ||
    unit === 0x5f ||
    unit === HYPHEN
  );
}

/** What ends a plain scalar inside `[ ]` and `{ }`; `?` is one of them for goyaml, unlike YAML 1.2. */
export function isFlowIndicator(unit: number): boolean {
  return (
    unit === COMMA ||
    unit === QUESTION ||
    unit === LEFT_BRACKET ||
    unit === RIGHT_BRACKET ||
    unit === LEFT_BRACE ||
    unit === RIGHT_BRACE
  );
}

/** White space of Go's unicode.IsSpace, which strings.TrimSpace and the JSON guess use. */
export function isGoSpace(unit: number): boolean {
  if (unit < 0x80) return unit === SPACE || (unit >= TAB && unit <= CR);
  return (
    unit === NEL ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === LINE_SEPARATOR ||
    unit === PARAGRAPH_SEPARATOR ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}
