import { addNode, END as END_CELL, FIRST, HASH as HASH_CELL, KEY, LAST, NEXT, ORDINARY, setCell } from "./arena.ts";
import { finishMapping } from "./build.ts";
import {
  BACKSLASH,
  BAR,
  COLON,
  COMMA,
  DOT,
  DOUBLE_QUOTE,
  END,
  GREATER,
  HASH,
  HYPHEN,
  LEFT_BRACE,
  LEFT_BRACKET,
  LF,
  PLUS,
  RIGHT_BRACE,
  RIGHT_BRACKET,
  SINGLE_QUOTE,
  SPACE,
  TAB,
} from "./characters.ts";
import { isPlainString } from "./ordinary-key.ts";
import type { Parser } from "./parse.ts";
import { Form, scanBlockScalar } from "./scan-scalar.ts";
import { dropToken, type Scanner, TOKEN_SIZE, unitAt } from "./scanner.ts";
import type { NodeId } from "./tree.ts";

/** Keys and values that stand on one line, read without tokens (`quick-block.ts`). */

const WORD = 1;
const PLAIN_START = 2;
const classes = new Uint8Array(128);
for (const word of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./") {
  classes[word.charCodeAt(0)] = WORD | PLAIN_START;
}
classes[HYPHEN] = WORD;
for (const start of "+($<=~^;\\)") classes[start.charCodeAt(0)] = PLAIN_START;

/** A key longer than this is left to the scanner, which counts characters. */
const LONG = 1000;

export function endsIndicator(s: Scanner, position: number): boolean {
  const unit = unitAt(s, position);
  return unit === SPACE || unit === LF || unit === END;
}

/** The colon after a key of one word at a place; -1 if something else stands there. */
export function findColon(s: Scanner, start: number): number {
  const { units } = s;
  const limit = Math.min(s.end, start + LONG);
  let unit = units[start] ?? END;
  if (unit > 127 || ((classes[unit] ?? 0) & PLAIN_START) === 0 || unit === DOT || unit === BACKSLASH) return -1;
  let position = start;
  while (unit < 128 && ((classes[unit] ?? 0) & WORD) !== 0) {
    position++;
    if (position >= limit) return -1;
    unit = units[position] ?? END;
  }
  return unit === COLON && endsIndicator(s, position + 1) ? position : -1;
}

export function addKey(p: Parser, start: number, end: number): NodeId {
  const { arena, text } = p.builder;
  if (!isPlainString(text, start, end)) {
    p.builder.special = true;
    return addNode(arena, Form.plain, start, end);
  }
  const key = addNode(arena, Form.plain | ORDINARY, start, end);
  let hash = end - start;
  const { units } = p.scanner;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (units[i] ?? 0)) | 0;
  setCell(arena, key, HASH_CELL, hash);
  return key;
}

/** A value on one line, with which its block goes on; 0 if it is anything else, and nothing has happened then. */
export function quickScalar(p: Parser, start: number, unit: number): NodeId {
  if (unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE) return quickQuoted(p, start, unit);
  if (unit === LEFT_BRACKET) return quickSequence(p, start);
  if (unit === LEFT_BRACE) return quickMapping(p, start);
  if (unit === BAR || unit === GREATER) return quickBlockScalar(p, start, unit === BAR);
  const isPlain =
    unit > 127 ||
    ((classes[unit] ?? 0) & PLAIN_START) !== 0 ||
    (unit === HYPHEN && !endsIndicator(p.scanner, start + 1));
  return isPlain ? quickPlain(p, start) : 0;
}

function finish(p: Parser, node: NodeId, end: number): NodeId {
  const s = p.scanner;
  s.position = end;
  s.simpleKeyAllowed = false;
  p.lastEnd = end;
  return node;
}

/** Whether only blanks and a comment follow on the line. */
export function endsLine(s: Scanner, position: number): boolean {
  let at = position;
  let unit = unitAt(s, at);
  while (unit === SPACE) unit = unitAt(s, ++at);
  return unit === LF || unit === HASH || unit === END;
}

function quickPlain(p: Parser, start: number): NodeId {
  const s = p.scanner;
  const { units, end } = s;
  let contentEnd = start;
  let position = start;
  let unit = units[position] ?? END;
  for (; position < end && unit !== LF; unit = units[++position] ?? END) {
    if (unit === SPACE) continue;
    if (unit === COLON) {
      const next = unitAt(s, position + 1);
      if (next === SPACE || next === LF || next === TAB || next === END) return 0;
    } else if (unit === HASH) {
      if (contentEnd < position) break;
    } else if (unit === TAB) return 0;
    contentEnd = position + 1;
  }

  let { lineStart } = s;
  const isLast = position < end && unit === LF;
  while (position < end && unit === LF) {
    lineStart = ++position;
    unit = unitAt(s, position);
    while (unit === SPACE) unit = unitAt(s, ++position);
  }
  // The next line may belong to the scalar, or hold a tab where none may be.
  if (isLast && position < end && unit !== HASH && (position - lineStart > s.indent || unit === TAB)) return 0;

  const { builder } = p;
  const first = units[start];
  if (first === DOT || ((first === PLUS || first === HYPHEN) && units[start + 1] === DOT)) builder.special = true;
  finish(p, 0, contentEnd);
  s.position = position;
  s.lineStart = lineStart;
  s.simpleKeyAllowed = isLast;
  return addNode(builder.arena, Form.plain, start, contentEnd);
}

/** End of a quoted scalar that has no escapes and stands on one line; -1 otherwise. */
function endOfQuoted(s: Scanner, start: number, quote: number): number {
  const { units, end } = s;
  let position = start + 1;
  for (; position < end; position++) {
    const unit = units[position] ?? END;
    if (unit === quote) break;
    if (unit === LF || (unit === BACKSLASH && quote === DOUBLE_QUOTE)) return -1;
  }
  if (position >= end || (quote === SINGLE_QUOTE && unitAt(s, position + 1) === SINGLE_QUOTE)) return -1;
  return position + 1;
}

function quickQuoted(p: Parser, start: number, quote: number): NodeId {
  const end = endOfQuoted(p.scanner, start, quote);
  if (end < 0 || !endsLine(p.scanner, end)) return 0;
  return finish(p, addNode(p.builder.arena, quote === DOUBLE_QUOTE ? Form.double : Form.single, start, end), end);
}

/** `[a, "b"]` on one line, of scalars alone. */
function quickSequence(p: Parser, start: number): NodeId {
  const s = p.scanner;
  const { arena } = p.builder;
  const before = arena.count;
  const sequence = addNode(arena, Form.sequence, start, start);
  let last = 0;
  let position = start + 1;
  for (;;) {
    while (unitAt(s, position) === SPACE) position++;
    const unit = unitAt(s, position);
    if (unit === RIGHT_BRACKET) break;
    const isQuoted = unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE;
    const end = isQuoted ? endOfQuoted(s, position, unit) : endOfFlowWord(s, position, unit);
    let next = end;
    while (end >= 0 && unitAt(s, next) === SPACE) next++;
    const after = unitAt(s, next);
    if (end < 0 || (after !== COMMA && after !== RIGHT_BRACKET)) {
      arena.count = before;
      return 0;
    }
    const form = isQuoted ? (unit === DOUBLE_QUOTE ? Form.double : Form.single) : Form.plain;
    const item = addNode(arena, form, position, end);
    setCell(arena, last === 0 ? sequence : last, last === 0 ? FIRST : NEXT, item);
    last = item;
    position = after === COMMA ? next + 1 : next;
  }
  if (!endsLine(s, position + 1)) {
    arena.count = before;
    return 0;
  }
  setCell(arena, sequence, LAST, last);
  setCell(arena, sequence, END_CELL, position + 1);
  return finish(p, sequence, position + 1);
}

/** `{a: b, c: "d"}` on one line, of scalars alone. */
function quickMapping(p: Parser, start: number): NodeId {
  const s = p.scanner;
  const { arena } = p.builder;
  const before = arena.count;
  const mapping = addNode(arena, Form.mapping, start, start);
  let last = 0;
  let position = start + 1;
  for (;;) {
    while (unitAt(s, position) === SPACE) position++;
    if (unitAt(s, position) === RIGHT_BRACE) break;
    const colon = endOfFlowWord(s, position, unitAt(s, position));
    let valueStart = colon + 1;
    while (unitAt(s, valueStart) === SPACE) valueStart++;
    const unit = unitAt(s, valueStart);
    const isQuoted = unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE;
    const isPair = colon >= 0 && unitAt(s, colon) === COLON && valueStart > colon + 1;
    const end = !isPair ? -1 : isQuoted ? endOfQuoted(s, valueStart, unit) : endOfFlowWord(s, valueStart, unit);
    let next = end;
    while (end >= 0 && unitAt(s, next) === SPACE) next++;
    const after = unitAt(s, next);
    if (end < 0 || (after !== COMMA && after !== RIGHT_BRACE)) {
      arena.count = before;
      return 0;
    }
    const key = addKey(p, position, colon);
    const value = addNode(
      arena,
      isQuoted ? (unit === DOUBLE_QUOTE ? Form.double : Form.single) : Form.plain,
      valueStart,
      end,
    );
    setCell(arena, value, KEY, key);
    setCell(arena, last === 0 ? mapping : last, last === 0 ? FIRST : NEXT, value);
    last = value;
    position = after === COMMA ? next + 1 : next;
  }
  if (!endsLine(s, position + 1)) {
    arena.count = before;
    return 0;
  }
  setCell(arena, mapping, LAST, last);
  setCell(arena, mapping, END_CELL, position + 1);
  finishMapping(p.builder, mapping);
  return finish(p, mapping, position + 1);
}

function quickBlockScalar(p: Parser, start: number, literal: boolean): NodeId {
  const s = p.scanner;
  s.position = start;
  s.simpleKeyAllowed = true;
  if (!scanBlockScalar(s, literal)) return 0;
  const at = s.head * TOKEN_SIZE;
  const end = s.tokens[at + 2] ?? start;
  const node = addNode(p.builder.arena, s.tokens[at + 3] ?? 0, start, end);
  setCell(p.builder.arena, node, FIRST, s.tokens[at + 4] ?? 0);
  p.lastEnd = end;
  dropToken(s);
  return node;
}

/** End of a word in `[ ]`; colons inside it are part of it. -1 if it is none. */
function endOfFlowWord(s: Scanner, start: number, first: number): number {
  if (first > 127 || ((classes[first] ?? 0) & WORD) === 0 || first === HYPHEN || first === DOT) return -1;
  let position = start + 1;
  for (let unit = unitAt(s, position); ; unit = unitAt(s, ++position)) {
    if (unit < 128 && ((classes[unit] ?? 0) & WORD) !== 0) continue;
    const next = unitAt(s, position + 1);
    if (unit !== COLON || next > 127 || ((classes[next] ?? 0) & WORD) === 0) return position;
  }
}
