import { addNode, cell, FIRST, KEY, LAST, NEXT, setCell } from "./arena.ts";
import { END, HASH, HYPHEN, LF, SPACE } from "./characters.ts";
import { closeBlock, type Parser, readItem, readValue, State } from "./parse.ts";
import { addKey, endsIndicator, endsLine, findColon, quickScalar } from "./quick-value.ts";
import { skipToToken } from "./scan.ts";
import { Form } from "./scan-scalar.ts";
import { pushIndent, unitAt } from "./scanner.ts";
import type { NodeId } from "./tree.ts";

/**
 * The everyday part of block YAML read without tokens: `key: value` and `- item` lines whose keys are single words and
 * whose values stand on one line. It does what tokens would do, on the same scanner and parser states; at anything else
 * it leaves both at a place from which tokens go on.
 */

/** Deeper indentation is left to the scanner, which knows the limit. */
const DEEP = 9_000;

/** Whether the states and the scanner are such that `readQuickly` may go on. */
export function isQuick(p: Parser, state: number): boolean {
  const s = p.scanner;
  return (
    state >= State.blockSequenceEntry &&
    state <= State.blockMappingKey &&
    s.head === s.tail &&
    s.onlyLineFeeds &&
    s.bufferEnds.length === 0 &&
    s.flowLevel === 0
  );
}

/**
 * Enters a document whose root is a block mapping or sequence of the everyday kind, after a `---` line or without one.
 * Returns the state to go on with; the given one if the document is of another kind.
 */
export function startQuickly(p: Parser, state: number): number {
  const s = p.scanner;
  if (!s.onlyLineFeeds || s.bufferEnds.length > 0) return state;
  const start = s.position;
  skipToToken(s);
  let at = s.position;
  if (at === s.lineStart && s.text.startsWith("---", at) && endsIndicator(s, at + 3) && endsLine(s, at + 3)) {
    s.position = at + 3;
    skipToToken(s);
    at = s.position;
  }
  const isSequence = unitAt(s, at) === HYPHEN && endsIndicator(s, at + 1);
  if (at >= s.end || (!isSequence && findColon(s, at) < 0)) {
    s.position = start;
    s.lineStart = start;
    s.simpleKeyAllowed = true;
    return state;
  }
  p.states.push(State.documentEnd);
  pushIndent(s, at - s.lineStart);
  const root = addNode(p.builder.arena, isSequence ? Form.sequence : Form.mapping, at, at);
  p.builder.root = root;
  p.builder.open.push(root);
  p.builder.pendingKeys.push(0);
  return isSequence ? State.blockSequenceEntry : State.blockMappingKey;
}

/** Reads as many entries as it can from a state that `isQuick`; returns the state that tokens go on with. */
export function readQuickly(p: Parser, state: number): number {
  const s = p.scanner;
  const { units } = s;
  let current = state;
  for (;;) {
    if (current < State.blockSequenceEntry || current > State.blockMappingKey) return current;
    skipToToken(s);
    const at = s.position;
    const column = at - s.lineStart;
    if (column < s.indent || at >= s.end) {
      if (current !== State.indentlessSequenceEntry) s.indent = s.indents[--s.indentCount] ?? -1;
      current = closeBlock(p);
      continue;
    }
    if (column > s.indent || !s.simpleKeyAllowed || s.indentCount > DEEP) return current;
    if (s.keyPossible[0] === 1) {
      if (s.keyRequired[0] === 1) return current;
      s.keyPossible[0] = 0;
    }

    if (current === State.blockMappingKey) {
      const colon = findColon(s, at);
      if (colon < 0) return current;
      current = quickValue(p, addKey(p, at, colon), colon);
    } else if (units[at] === HYPHEN && endsIndicator(s, at + 1)) {
      current = quickItem(p, current, at);
    } else if (current === State.indentlessSequenceEntry && findColon(s, at) >= 0) {
      current = closeBlock(p);
    } else return current;
    if (s.head !== s.tail || s.problem !== "") return current;
  }
}

function appendChild(p: Parser, node: NodeId): void {
  const { arena, open } = p.builder;
  const parent = open[open.length - 1] ?? 0;
  const last = cell(arena, parent, LAST);
  if (last === 0) setCell(arena, parent, FIRST, node);
  else setCell(arena, last, NEXT, node);
  setCell(arena, parent, LAST, node);
}

function openBlock(p: Parser, form: number, key: NodeId, start: number): void {
  const node = addNode(p.builder.arena, form, start, start);
  setCell(p.builder.arena, node, KEY, key);
  appendChild(p, node);
  p.builder.open.push(node);
  p.builder.pendingKeys.push(0);
}

/** What follows the colon of a key; the scanner still stands at the key. */
function quickValue(p: Parser, key: NodeId, colon: number): number {
  const s = p.scanner;
  p.lastEnd = colon + 1;
  s.simpleKeyAllowed = false;
  let position = colon + 1;
  let unit = unitAt(s, position);
  while (unit === SPACE) unit = unitAt(s, ++position);
  s.position = position;
  if (unit !== LF && unit !== HASH && unit !== END) {
    const node = quickScalar(p, position, unit);
    if (node === 0) {
      s.position = colon + 1;
      return slowValue(p, key);
    }
    setCell(p.builder.arena, node, KEY, key);
    appendChild(p, node);
    return State.blockMappingKey;
  }

  skipToToken(s);
  position = s.position;
  unit = unitAt(s, position);
  const column = position - s.lineStart;
  if (column < s.indent || position >= s.end) return emptyValue(p, key);
  if (unit === HYPHEN && endsIndicator(s, position + 1)) {
    openBlock(p, Form.sequence, key, position);
    p.states.push(State.blockMappingKey);
    if (column === s.indent) return State.indentlessSequenceEntry;
    pushIndent(s, column);
    return State.blockSequenceEntry;
  }
  if (findColon(s, position) < 0) return slowValue(p, key);
  if (column === s.indent) return emptyValue(p, key);
  openBlock(p, Form.mapping, key, position);
  p.states.push(State.blockMappingKey);
  pushIndent(s, column);
  return State.blockMappingKey;
}

function emptyValue(p: Parser, key: NodeId): number {
  const node = addNode(p.builder.arena, Form.plain, p.lastEnd, p.lastEnd);
  setCell(p.builder.arena, node, KEY, key);
  appendChild(p, node);
  return State.blockMappingKey;
}

function slowValue(p: Parser, key: NodeId): number {
  if (p.scanner.problem !== "") return State.end;
  const { pendingKeys } = p.builder;
  pendingKeys[pendingKeys.length - 1] = key;
  return readValue(p);
}

/** What follows a dash; the scanner still stands at it. */
function quickItem(p: Parser, state: number, dash: number): number {
  const s = p.scanner;
  p.lastEnd = dash + 1;
  let position = dash + 1;
  let unit = unitAt(s, position);
  while (unit === SPACE) unit = unitAt(s, ++position);
  if (unit !== LF && unit !== HASH && unit !== END) {
    if (findColon(s, position) >= 0) {
      s.position = position;
      openBlock(p, Form.mapping, 0, position);
      p.states.push(state);
      pushIndent(s, position - s.lineStart);
      return State.blockMappingKey;
    }
    const node = quickScalar(p, position, unit);
    if (node !== 0) {
      appendChild(p, node);
      return state;
    }
  }
  if (s.problem !== "") return State.end;
  s.position = dash + 1;
  s.simpleKeyAllowed = true;
  return readItem(p, state);
}
