import {
  COLON,
  COMMA,
  DOT,
  EXCLAMATION,
  GREATER,
  HASH,
  hexValue,
  isBlank,
  isBlankOrEnd,
  isBreak,
  isBreakOrEnd,
  isDigit,
  isHexDigit,
  isWord,
  LESS,
  PERCENT,
  QUESTION,
  RIGHT_BRACE,
  RIGHT_BRACKET,
  ZERO,
} from "./characters.ts";
import { fail, pushToken, type Scanner, skipBreak, Token, unitAt } from "./scanner.ts";

/** `&name` or `*name`; names are ASCII letters, digits, `_` and `-`, nothing else. */
export function scanAnchor(s: Scanner, kind: number): boolean {
  const start = s.position;
  let position = start + 1;
  while (isWord(unitAt(s, position))) position++;
  if (position === start + 1 || !endsAnchor(unitAt(s, position))) {
    return fail(s, "did not find expected alphabetic or numeric character", start);
  }
  s.position = position;
  pushToken(s, kind, start, position, 0, 0);
  return true;
}

function endsAnchor(unit: number): boolean {
  return (
    isBlankOrEnd(unit) ||
    unit === QUESTION ||
    unit === COLON ||
    unit === COMMA ||
    unit === RIGHT_BRACKET ||
    unit === RIGHT_BRACE ||
    unit === PERCENT ||
    unit === 0x40 ||
    unit === 0x60
  );
}

/** `!tag`, `!!tag`, `!handle!tag`, `!<tag>`. The token refers to two words: handle and rest. */
export function scanTag(s: Scanner): boolean {
  const start = s.position;
  let handle = "";
  let suffix: string | undefined;
  if (unitAt(s, start + 1) === LESS) {
    s.position = start + 2;
    suffix = scanUri(s, "", false, start);
    if (suffix === undefined) return false;
    if (unitAt(s, s.position) !== GREATER) return fail(s, "did not find the expected '>'", start);
    s.position++;
  } else {
    handle = scanHandle(s);
    const isHandle = handle.length > 1 && handle.endsWith("!");
    suffix = scanUri(s, isHandle ? "" : handle, !isHandle, start);
    if (suffix === undefined) return false;
    if (!isHandle) {
      handle = suffix === "" ? "" : "!";
      if (suffix === "") suffix = "!";
    }
  }
  if (!isBlankOrEnd(unitAt(s, s.position))) return fail(s, "did not find expected whitespace or line break", start);
  pushToken(s, Token.tag, start, s.position, 0, s.words.length);
  s.words.push(handle, suffix);
  return true;
}

function scanHandle(s: Scanner): string {
  const start = s.position++;
  while (isWord(unitAt(s, s.position))) s.position++;
  if (unitAt(s, s.position) === EXCLAMATION) s.position++;
  return s.text.slice(start, s.position);
}

/** The URI part of a tag; `head` is what was taken for a handle and was none, its `!` left out. */
function scanUri(s: Scanner, head: string, mayBeEmpty: boolean, start: number): string | undefined {
  let uri = head.slice(1);
  const from = s.position;
  for (;;) {
    const unit = unitAt(s, s.position);
    if (unit === PERCENT) {
      const escaped = scanUriEscape(s, start);
      if (escaped === undefined) return undefined;
      uri += escaped;
    } else if (isUriUnit(unit)) {
      uri += String.fromCharCode(unit);
      s.position++;
    } else break;
  }
  if (s.position === from && !mayBeEmpty) {
    fail(s, "did not find expected tag URI", start);
    return undefined;
  }
  return uri;
}

function isUriUnit(unit: number): boolean {
  return isWord(unit) || (unit > 0x20 && unit < 0x7f && ";/?:@&=+$,.!~*'()[]".includes(String.fromCharCode(unit)));
}

/** One character written as `%XX` octets of its UTF-8 form. */
function scanUriEscape(s: Scanner, start: number): string | undefined {
  const octets: number[] = [];
  let wanted = 1;
  while (octets.length < wanted) {
    const high = unitAt(s, s.position + 1);
    const low = unitAt(s, s.position + 2);
    if (unitAt(s, s.position) !== PERCENT || !isHexDigit(high) || !isHexDigit(low)) {
      fail(s, "did not find URI escaped octet", start);
      return undefined;
    }
    const octet = hexValue(high) * 16 + hexValue(low);
    if (octets.length === 0) {
      wanted =
        octet < 0x80 ? 1 : (octet & 0xe0) === 0xc0 ? 2 : (octet & 0xf0) === 0xe0 ? 3 : (octet & 0xf8) === 0xf0 ? 4 : 0;
      if (wanted === 0) {
        fail(s, "found an incorrect leading UTF-8 octet", start);
        return undefined;
      }
    } else if ((octet & 0xc0) !== 0x80) {
      fail(s, "found an incorrect trailing UTF-8 octet", start);
      return undefined;
    }
    octets.push(octet);
    s.position += 3;
  }
  return new TextDecoder().decode(Uint8Array.from(octets));
}

/** `%YAML 1.1` or `%TAG !x! prefix`. */
export function scanDirective(s: Scanner): boolean {
  const start = s.position++;
  const nameStart = s.position;
  while (isWord(unitAt(s, s.position))) s.position++;
  const name = s.text.slice(nameStart, s.position);
  if (name === "") return fail(s, "could not find expected directive name", start);
  if (!isBlankOrEnd(unitAt(s, s.position))) return fail(s, "found unexpected non-alphabetical character", start);

  if (name === "YAML") {
    if (!scanVersion(s, start)) return false;
  } else if (name === "TAG") {
    if (!scanTagDirective(s, start)) return false;
  } else return fail(s, "found unknown directive name", start);

  skipBlanks(s);
  if (unitAt(s, s.position) === HASH) while (!isBreakOrEnd(unitAt(s, s.position))) s.position++;
  if (!isBreakOrEnd(unitAt(s, s.position))) return fail(s, "did not find expected comment or line break", start);
  if (isBreak(unitAt(s, s.position))) skipBreak(s);
  return true;
}

function scanVersion(s: Scanner, start: number): boolean {
  skipBlanks(s);
  const major = scanVersionNumber(s, start);
  if (major < 0) return false;
  if (unitAt(s, s.position) !== DOT) return fail(s, "did not find expected digit or '.' character", start);
  s.position++;
  const minor = scanVersionNumber(s, start);
  if (minor < 0) return false;
  pushToken(s, Token.versionDirective, start, s.position, 0, major * 100 + minor);
  return true;
}

function scanVersionNumber(s: Scanner, start: number): number {
  const from = s.position;
  let value = 0;
  while (isDigit(unitAt(s, s.position))) {
    if (s.position - from === 2) {
      fail(s, "found extremely long version number", start);
      return -1;
    }
    value = value * 10 + unitAt(s, s.position) - ZERO;
    s.position++;
  }
  if (s.position > from) return value;
  fail(s, "did not find expected version number", start);
  return -1;
}

function scanTagDirective(s: Scanner, start: number): boolean {
  skipBlanks(s);
  if (unitAt(s, s.position) !== EXCLAMATION) return fail(s, "did not find expected '!'", start);
  const handle = scanHandle(s);
  if (handle !== "!" && !handle.endsWith("!")) return fail(s, "did not find expected '!'", start);
  const afterHandle = unitAt(s, s.position);
  if (!isBlank(afterHandle)) return fail(s, "did not find expected whitespace", start);
  skipBlanks(s);
  const prefix = scanUri(s, "", false, start);
  if (prefix === undefined) return false;
  if (!isBlankOrEnd(unitAt(s, s.position))) return fail(s, "did not find expected whitespace or line break", start);
  pushToken(s, Token.tagDirective, start, s.position, 0, s.words.length);
  s.words.push(handle, prefix);
  return true;
}

function skipBlanks(s: Scanner): void {
  while (isBlank(unitAt(s, s.position))) s.position++;
}
