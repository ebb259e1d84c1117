import {
  AMPERSAND,
  ASTERISK,
  BAR,
  COLON,
  COMMA,
  DOT,
  DOUBLE_QUOTE,
  END,
  EXCLAMATION,
  GREATER,
  HASH,
  HYPHEN,
  isBlankOrEnd,
  isBreak,
  isBreakOrEnd,
  LEFT_BRACE,
  LEFT_BRACKET,
  PERCENT,
  QUESTION,
  RIGHT_BRACE,
  RIGHT_BRACKET,
  SINGLE_QUOTE,
  SPACE,
  TAB,
} from "./characters.ts";
import { scanAnchor, scanDirective, scanTag } from "./scan-properties.ts";
import { atDocumentIndicator, scanBlockScalar, scanPlain, scanQuoted } from "./scan-scalar.ts";
import {
  decreaseFlowLevel,
  fail,
  forgetKeyOfToken,
  increaseFlowLevel,
  insertToken,
  noteBuffer,
  pushToken,
  removeSimpleKey,
  rollIndent,
  type Scanner,
  saveSimpleKey,
  simpleKeyIsValid,
  skipBreak,
  TOKEN_SIZE,
  Token,
  unitAt,
  unrollIndent,
} from "./scanner.ts";

/** Kind of the next token, `Token.none` after a failure. The token stays at the head of the queue. */
export function peekToken(s: Scanner): number {
  if (!s.available) {
    if (!fetchTokens(s)) return Token.none;
    s.available = true;
  }
  return s.tokens[s.head * TOKEN_SIZE] ?? Token.none;
}

/** Scans until the token at the head is complete: until it can not turn out to start a key any more. */
function fetchTokens(s: Scanner): boolean {
  for (;;) {
    if (s.head !== s.tail) {
      const key = s.keyOfToken[s.head] ?? 0;
      if (key === 0) return true;
      const valid = simpleKeyIsValid(s, key - 1);
      if (s.problem !== "") return false;
      if (!valid) return true;
    }
    if (!fetchToken(s)) return false;
  }
}

function fetchToken(s: Scanner): boolean {
  skipToToken(s);
  const { position } = s;
  const column = position - s.lineStart;
  unrollIndent(s, column);
  const unit = unitAt(s, position);
  if (unit === END && position >= s.end) return fetchStreamEnd(s);
  if (column === 0) {
    if (unit === PERCENT) return startDocumentPart(s) && scanDirective(s);
    if ((unit === HYPHEN || unit === DOT) && atDocumentIndicator(s, position)) {
      return startDocumentPart(s) && single(s, unit === HYPHEN ? Token.documentStart : Token.documentEnd, 3);
    }
  }
  switch (unit) {
    case LEFT_BRACKET:
    case LEFT_BRACE:
      if (!saveSimpleKey(s) || !increaseFlowLevel(s)) return false;
      s.simpleKeyAllowed = true;
      return single(s, unit === LEFT_BRACKET ? Token.flowSequenceStart : Token.flowMappingStart, 1);
    case RIGHT_BRACKET:
    case RIGHT_BRACE:
      if (!removeSimpleKey(s)) return false;
      decreaseFlowLevel(s);
      s.simpleKeyAllowed = false;
      return single(s, unit === RIGHT_BRACKET ? Token.flowSequenceEnd : Token.flowMappingEnd, 1);
    case COMMA:
      if (!removeSimpleKey(s)) return false;
      s.simpleKeyAllowed = true;
      return single(s, Token.flowEntry, 1);
    case HYPHEN:
      if (isBlankOrEnd(unitAt(s, position + 1))) return fetchBlockEntry(s);
      return fetchScalar(s, unit);
    case QUESTION:
      if (s.flowLevel > 0 || isBlankOrEnd(unitAt(s, position + 1))) return fetchKey(s);
      return fetchScalar(s, unit);
    case COLON:
      if (s.flowLevel > 0 || isBlankOrEnd(unitAt(s, position + 1))) return fetchValue(s);
      return fetchScalar(s, unit);
    case ASTERISK:
    case AMPERSAND:
    case EXCLAMATION:
      if (!saveSimpleKey(s)) return false;
      s.simpleKeyAllowed = false;
      return unit === EXCLAMATION ? scanTag(s) : scanAnchor(s, unit === ASTERISK ? Token.alias : Token.anchor);
    case BAR:
    case GREATER:
      if (s.flowLevel > 0) break;
      if (!removeSimpleKey(s)) return false;
      s.simpleKeyAllowed = true;
      return scanBlockScalar(s, unit === BAR);
    case PERCENT:
    case 0x40:
    case 0x60:
    case TAB:
      break;
    default:
      return fetchScalar(s, unit);
  }
  return fail(s, "found character that cannot start any token", position);
}

function fetchScalar(s: Scanner, unit: number): boolean {
  if (!saveSimpleKey(s)) return false;
  s.simpleKeyAllowed = false;
  if (unit === SINGLE_QUOTE) return scanQuoted(s, true);
  if (unit === DOUBLE_QUOTE) return scanQuoted(s, false);
  return scanPlain(s);
}

/** Steps over blanks, comments and line breaks. A tab counts as blank only where no key may start. */
export function skipToToken(s: Scanner): void {
  for (;;) {
    if (s.position < s.markEnd && s.position === s.lineStart) s.position++;
    let { position } = s;
    let unit = unitAt(s, position);
    while (unit === SPACE || (unit === TAB && (s.flowLevel > 0 || !s.simpleKeyAllowed))) unit = unitAt(s, ++position);
    if (unit === HASH) {
      if (s.onlyLineFeeds) {
        const lineFeed = s.text.indexOf("\n", position);
        position = lineFeed < 0 || lineFeed > s.end ? s.end : lineFeed;
        unit = unitAt(s, position);
      } else while (!isBreakOrEnd(unit)) unit = unitAt(s, ++position);
    }
    if (s.bufferEnds.length > 0) noteBuffer(s, s.position, position, 1);
    s.position = position;
    if (!isBreak(unit)) return;
    skipBreak(s);
    if (s.flowLevel === 0) s.simpleKeyAllowed = true;
  }
}

function single(s: Scanner, kind: number, length: number): boolean {
  const { position } = s;
  s.position = position + length;
  pushToken(s, kind, position, position + length, 0, 0);
  return true;
}

function startDocumentPart(s: Scanner): boolean {
  unrollIndent(s, -1);
  if (!removeSimpleKey(s)) return false;
  s.simpleKeyAllowed = false;
  return true;
}

function fetchStreamEnd(s: Scanner): boolean {
  s.lineStart = s.position;
  return startDocumentPart(s) && single(s, Token.streamEnd, 0);
}

function fetchBlockEntry(s: Scanner): boolean {
  const { position } = s;
  if (s.flowLevel === 0) {
    if (!s.simpleKeyAllowed) return fail(s, "block sequence entries are not allowed in this context", position);
    if (!rollIndent(s, position - s.lineStart, -1, Token.blockSequenceStart, position)) return false;
  }
  if (!removeSimpleKey(s)) return false;
  s.simpleKeyAllowed = true;
  return single(s, Token.blockEntry, 1);
}

function fetchKey(s: Scanner): boolean {
  const { position } = s;
  if (s.flowLevel === 0) {
    if (!s.simpleKeyAllowed) return fail(s, "mapping keys are not allowed in this context", position);
    if (!rollIndent(s, position - s.lineStart, -1, Token.blockMappingStart, position)) return false;
  }
  if (!removeSimpleKey(s)) return false;
  s.simpleKeyAllowed = s.flowLevel === 0;
  return single(s, Token.key, 1);
}

function fetchValue(s: Scanner): boolean {
  const { position, flowLevel } = s;
  const valid = simpleKeyIsValid(s, flowLevel);
  if (s.problem !== "") return false;
  if (valid) {
    const number = s.keyToken[flowLevel] ?? 0;
    const start = s.keyStart[flowLevel] ?? 0;
    insertToken(s, number, Token.key, start);
    const column = start - (s.keyLineStart[flowLevel] ?? 0);
    if (!rollIndent(s, column, number, Token.blockMappingStart, start)) return false;
    s.keyPossible[flowLevel] = 0;
    forgetKeyOfToken(s, number);
    s.simpleKeyAllowed = false;
  } else {
    if (flowLevel === 0) {
      if (!s.simpleKeyAllowed) return fail(s, "mapping values are not allowed in this context", position);
      if (!rollIndent(s, position - s.lineStart, -1, Token.blockMappingStart, position)) return false;
    }
    s.simpleKeyAllowed = flowLevel === 0;
  }
  return single(s, Token.value, 1);
}
