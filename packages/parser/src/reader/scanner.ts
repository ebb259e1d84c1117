import { BYTE_ORDER_MARK, CR, END, LF } from "./characters.ts";

/** Kinds of tokens, libyaml's own set. `none` is what a failed scanner yields. */
export const Token = {
  none: 0,
  streamEnd: 1,
  versionDirective: 2,
  tagDirective: 3,
  documentStart: 4,
  documentEnd: 5,
  blockSequenceStart: 6,
  blockMappingStart: 7,
  blockEnd: 8,
  flowSequenceStart: 9,
  flowSequenceEnd: 10,
  flowMappingStart: 11,
  flowMappingEnd: 12,
  blockEntry: 13,
  flowEntry: 14,
  key: 15,
  value: 16,
  alias: 17,
  anchor: 18,
  tag: 19,
  scalar: 20,
} as const;

/** Integers of one token in the queue: its kind, span, the form of a scalar, and what its kind needs besides. */
export const TOKEN_SIZE = 5;

/** Go gives up on deeper flow collections and block indentation (scannerc.go max_flow_level, max_indents). */
const MAX_DEPTH = 10_000;

/**
 * The state of scanning one chunk of text. Tokens wait in a queue because `key:` is known to be a key only at its colon:
 * the tokens that say so are put in front of it then.
 */
export interface Scanner {
  text: string;
  /** The units of the text: an array costs less than `charCodeAt`, above all before anything is optimized. */
  units: Uint16Array;
  /** The same memory. */
  unitBytes: Buffer;
  position: number;
  end: number;
  lineStart: number;
  /** Go's splitter takes one CR from the end of each line, so CR CR LF is one break. */
  split: boolean;
  /** No other line break than LF in the text: `indexOf` finds the ends of lines. */
  onlyLineFeeds: boolean;
  /** Ends of goyaml's buffer, where they matter (`bufferEnds`), and up to where the first character of each line is lost. */
  bufferEnds: readonly number[];
  bufferNext: number;
  markEnd: number;

  flowLevel: number;
  /** Column of the innermost block collection, -1 outside of any. */
  indent: number;
  indents: Int32Array;
  indentCount: number;
  simpleKeyAllowed: boolean;

  /** What may turn out to be a key, per flow level: whether, whether it must, its token's number and its place. */
  keyPossible: Uint8Array;
  keyRequired: Uint8Array;
  keyToken: Int32Array;
  keyStart: Int32Array;
  keyLineStart: Int32Array;

  tokens: Int32Array;
  head: number;
  tail: number;
  /** Number of the token at `head`, counted from the start of the chunk. */
  headNumber: number;
  /** Flow level + 1 of the possible key that a token of the queue starts, 0 for none; parallel to the queue. */
  keyOfToken: Int32Array;
  /** Some token at `head` is known to be complete. */
  available: boolean;
  streamEnded: boolean;

  /** Texts of tags and directives, which tokens refer to by index. */
  words: string[];

  /** What is wrong, in Go's words; empty while all is well. */
  problem: string;
  problemAt: number;
}

export function newScanner(): Scanner {
  const units = new Uint16Array(1 << 15);
  return {
    text: "",
    units,
    unitBytes: Buffer.from(units.buffer),
    position: 0,
    end: 0,
    lineStart: 0,
    split: false,
    onlyLineFeeds: false,
    bufferEnds: [],
    bufferNext: 0,
    markEnd: 0,
    flowLevel: 0,
    indent: -1,
    indents: new Int32Array(64),
    indentCount: 0,
    simpleKeyAllowed: true,
    keyPossible: new Uint8Array(64),
    keyRequired: new Uint8Array(64),
    keyToken: new Int32Array(64),
    keyStart: new Int32Array(64),
    keyLineStart: new Int32Array(64),
    tokens: new Int32Array(64 * TOKEN_SIZE),
    head: 0,
    tail: 0,
    headNumber: 0,
    keyOfToken: new Int32Array(64),
    available: false,
    streamEnded: false,
    words: [],
    problem: "",
    problemAt: 0,
  };
}

/** Prepares the scanner for `text` from `start` to `end`. */
export function startScanner(s: Scanner, text: string, start: number, end: number): void {
  if (text !== s.text) loadUnits(s, text);
  s.position = start;
  s.bufferNext = 0;
  s.end = end;
  s.lineStart = start;
  s.flowLevel = 0;
  s.indent = -1;
  s.indentCount = 0;
  s.simpleKeyAllowed = true;
  s.keyPossible[0] = 0;
  s.keyOfToken.fill(0, s.head, s.tail + 1);
  s.head = 0;
  s.tail = 0;
  s.headNumber = 0;
  s.available = false;
  s.streamEnded = false;
  s.words.length = 0;
  s.problem = "";
}

function loadUnits(s: Scanner, text: string): void {
  s.text = text;
  if (s.units.length < text.length) {
    s.units = new Uint16Array(text.length < 2 ** 20 ? 2 * text.length : text.length);
    s.unitBytes = Buffer.from(s.units.buffer);
  }
  const length = s.unitBytes.write(text, "utf16le");
  if (isBigEndian) s.unitBytes.subarray(0, length).swap16();
}

const isBigEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 0;

/** The unit at a place, 0 beyond the end. */
export function unitAt(s: Scanner, position: number): number {
  return position < s.end ? (s.units[position] ?? END) : END;
}

/** Steps over the line break at the scanner's place. */
export function skipBreak(s: Scanner): void {
  s.position += breakLength(s.text, s.position, s.end, s.split);
  s.lineStart = s.position;
}

/**
 * Notes that goyaml has looked `ahead` characters ahead from each place between two: where that went beyond the end of
 * its buffer, the buffer now starts there.
 */
export function noteBuffer(s: Scanner, from: number, to: number, ahead: number): void {
  for (; s.bufferNext < s.bufferEnds.length; s.bufferNext++) {
    const start = (s.bufferEnds[s.bufferNext] ?? 0) - ahead + 1;
    if (start > to) return;
    if (start < from) continue;
    s.markEnd = unitAt(s, start) === BYTE_ORDER_MARK ? (s.bufferEnds[s.bufferNext + 1] ?? 0) : 0;
  }
}

/** Length of the line break at a place: CR LF is one, and so is CR CR LF in text that went through Go's splitter. */
export function breakLength(text: string, position: number, end: number, split: boolean): number {
  if (text.charCodeAt(position) !== CR || position + 1 >= end) return 1;
  const next = text.charCodeAt(position + 1);
  if (next === LF) return 2;
  if (split && next === CR && position + 2 < end && text.charCodeAt(position + 2) === LF) return 3;
  return 1;
}

export function fail(s: Scanner, problem: string, at: number): false {
  if (s.problem === "") {
    s.problem = problem;
    s.problemAt = at;
  }
  return false;
}

/** Appends a token to the queue. */
export function pushToken(s: Scanner, kind: number, start: number, end: number, form: number, extra: number): void {
  if (s.tail + 1 >= s.keyOfToken.length) makeRoom(s);
  const at = s.tail * TOKEN_SIZE;
  s.tokens[at] = kind;
  s.tokens[at + 1] = start;
  s.tokens[at + 2] = end;
  s.tokens[at + 3] = form;
  s.tokens[at + 4] = extra;
  s.tail++;
}

/** Moves the queue to the front of its array if half of that is free there, else into a larger one. */
function makeRoom(s: Scanner): void {
  if (s.head * 2 < s.keyOfToken.length) {
    s.tokens = grown(s.tokens);
    s.keyOfToken = grown(s.keyOfToken);
    return;
  }
  s.tokens.copyWithin(0, s.head * TOKEN_SIZE, s.tail * TOKEN_SIZE);
  s.keyOfToken.copyWithin(0, s.head, s.tail + 1);
  s.keyOfToken.fill(0, s.tail + 1 - s.head);
  s.tail -= s.head;
  s.head = 0;
}

/**
 * Puts a token in front of one that is already waiting. Once that one has been handed out, Go appends instead
 * (apic.go yaml_insert_token with a negative place): after a root `{}` or `[]`, which Go does not take for keys.
 */
export function insertToken(s: Scanner, number: number, kind: number, place: number): void {
  pushToken(s, kind, place, place, 0, 0);
  if (number < s.headNumber) return;
  const at = (number - s.headNumber + s.head) * TOKEN_SIZE;
  s.tokens.copyWithin(at + TOKEN_SIZE, at, (s.tail - 1) * TOKEN_SIZE);
  s.tokens[at] = kind;
  s.tokens[at + 1] = place;
  s.tokens[at + 2] = place;
  s.tokens[at + 3] = 0;
  s.tokens[at + 4] = 0;
}

/** Drops the token at the head of the queue. */
export function dropToken(s: Scanner): void {
  s.available = false;
  s.keyOfToken[s.head] = 0;
  if (s.tokens[s.head * TOKEN_SIZE] === Token.streamEnd) s.streamEnded = true;
  s.head++;
  s.headNumber++;
  if (s.head === s.tail) {
    s.head = 0;
    s.tail = 0;
  }
}

/** Number that the next token appended will have. */
function nextTokenNumber(s: Scanner): number {
  return s.headNumber + s.tail - s.head;
}

/** Remembers that the next token may start a key. */
export function saveSimpleKey(s: Scanner): boolean {
  if (!s.simpleKeyAllowed) return true;
  if (!removeSimpleKey(s)) return false;
  const level = s.flowLevel;
  const number = nextTokenNumber(s);
  s.keyPossible[level] = 1;
  s.keyRequired[level] = level === 0 && s.indent === s.position - s.lineStart ? 1 : 0;
  s.keyToken[level] = number;
  s.keyStart[level] = s.position;
  s.keyLineStart[level] = s.lineStart;
  s.keyOfToken[s.tail] = level + 1;
  return true;
}

/** Gives up the possible key of this flow level; an error where a key has to stand. */
export function removeSimpleKey(s: Scanner): boolean {
  const level = s.flowLevel;
  if (s.keyPossible[level] === 0) return true;
  if (s.keyRequired[level] === 1) return fail(s, "could not find expected ':'", s.keyStart[level] ?? s.position);
  s.keyPossible[level] = 0;
  forgetKeyOfToken(s, s.keyToken[level] ?? 0);
  return true;
}

export function forgetKeyOfToken(s: Scanner, number: number): void {
  const index = number - s.headNumber + s.head;
  if (index >= s.head && index <= s.tail) s.keyOfToken[index] = 0;
}

/** Whether the possible key of a level still is one: on the same line, at most 1,024 characters away. Fails where it must be one. */
export function simpleKeyIsValid(s: Scanner, level: number): boolean {
  if (s.keyPossible[level] === 0) return false;
  const start = s.keyStart[level] ?? 0;
  if (s.keyLineStart[level] === s.lineStart && !longerThanKey(s, start)) return true;
  if (s.keyRequired[level] === 1) return fail(s, "could not find expected ':'", start);
  s.keyPossible[level] = 0;
  return false;
}

function longerThanKey(s: Scanner, start: number): boolean {
  const units = s.position - start;
  if (units <= 1024) return false;
  if (units > 2048) return true;
  let characters = 0;
  for (let i = start; i < s.position; i++) if ((s.text.charCodeAt(i) & 0xfc00) !== 0xdc00) characters++;
  return characters > 1024;
}

export function increaseFlowLevel(s: Scanner): boolean {
  const level = s.flowLevel + 1;
  if (level > MAX_DEPTH) return fail(s, `exceeded max depth of ${MAX_DEPTH}`, s.position);
  if (level >= s.keyToken.length) {
    s.keyPossible = grownBytes(s.keyPossible);
    s.keyRequired = grownBytes(s.keyRequired);
    s.keyToken = grown(s.keyToken);
    s.keyStart = grown(s.keyStart);
    s.keyLineStart = grown(s.keyLineStart);
  }
  s.keyPossible[level] = 0;
  s.keyRequired[level] = 0;
  // The number of the bracket itself: closing the collection then forgets the bracket as a possible key if nothing in
  // between could be one, which is why Go reads a root `{}: x` as `{}` (scannerc.go yaml_parser_decrease_flow_level).
  s.keyToken[level] = nextTokenNumber(s);
  s.flowLevel = level;
  return true;
}

export function decreaseFlowLevel(s: Scanner): void {
  if (s.flowLevel === 0) return;
  forgetKeyOfToken(s, s.keyToken[s.flowLevel] ?? 0);
  s.flowLevel--;
}

/** Opens a block collection at a column if it is deeper than the current one. `number` is the token it starts with, -1 for the next. */
export function rollIndent(s: Scanner, column: number, number: number, kind: number, place: number): boolean {
  if (s.flowLevel > 0 || s.indent >= column) return true;
  pushIndent(s, column);
  if (s.indentCount > MAX_DEPTH) return fail(s, `exceeded max depth of ${MAX_DEPTH}`, s.position);
  if (number < 0) pushToken(s, kind, place, place, 0, 0);
  else insertToken(s, number, kind, place);
  return true;
}

export function pushIndent(s: Scanner, column: number): void {
  if (s.indentCount >= s.indents.length) s.indents = grown(s.indents);
  s.indents[s.indentCount++] = s.indent;
  s.indent = column;
}

/** Closes the block collections deeper than a column. */
export function unrollIndent(s: Scanner, column: number): void {
  if (s.flowLevel > 0) return;
  while (s.indent > column) {
    pushToken(s, Token.blockEnd, s.position, s.position, 0, 0);
    s.indentCount--;
    s.indent = s.indents[s.indentCount] ?? -1;
  }
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function grownBytes(array: Uint8Array): Uint8Array {
  const larger = new Uint8Array(array.length * 2);
  larger.set(array);
  return larger;
}
