import { addNode, cell, END, FIRST, LAST, setCell, TAGGED } from "./arena.ts";
import { attach, type Builder, closeCollection, openCollection } from "./build.ts";
import { DOT, HYPHEN, PLUS } from "./characters.ts";
import { peekToken } from "./scan.ts";
import { Form } from "./scan-scalar.ts";
import { dropToken, fail, newScanner, type Scanner, TOKEN_SIZE, Token } from "./scanner.ts";
import type { NodeId } from "./tree.ts";

/** What the parser expects next; libyaml's states (parserc.go). */
export const State = {
  end: 0,
  documentStart: 1,
  documentContent: 2,
  documentEnd: 3,
  blockNode: 4,
  blockSequenceEntry: 5,
  indentlessSequenceEntry: 6,
  blockMappingKey: 7,
  blockMappingValue: 8,
  flowSequenceFirst: 9,
  flowSequenceEntry: 10,
  flowPairKey: 11,
  flowPairValue: 12,
  flowPairEnd: 13,
  flowMappingFirst: 14,
  flowMappingKey: 15,
  flowMappingValue: 16,
  flowMappingEmptyValue: 17,
} as const;

/** A parser turns the tokens of a chunk's first document into nodes. */
export interface Parser {
  readonly scanner: Scanner;
  readonly builder: Builder;
  readonly states: number[];
  /** Where the last token with text ended: an empty value stands there. */
  lastEnd: number;
  readonly anchors: Map<string, NodeId>;
  readonly tagHandles: Map<string, string>;
}

export function newParser(builder: Builder): Parser {
  return { scanner: newScanner(), builder, states: [], lastEnd: 0, anchors: new Map(), tagHandles: new Map() };
}

/** Whether the whole chunk has been read, and no key waits for its colon. */
export function atEnd(s: Scanner): boolean {
  return s.position >= s.end && s.head === s.tail && (s.keyPossible[0] === 0 || s.keyRequired[0] === 0);
}

/** Takes the parser one state further: at most one node. */
export function step(p: Parser, state: number): number {
  switch (state) {
    case State.documentStart:
      return parseDocumentStart(p);
    case State.documentContent:
      return parseDocumentContent(p);
    case State.documentEnd:
      // Only the first document counts; the token after it must still be one.
      if (!atEnd(p.scanner)) peekToken(p.scanner);
      return State.end;
    case State.blockNode:
      return parseNode(p, true, false);
    case State.blockSequenceEntry:
      return parseBlockSequenceEntry(p);
    case State.indentlessSequenceEntry:
      return parseIndentlessSequenceEntry(p);
    case State.blockMappingKey:
      return parseBlockMappingKey(p);
    case State.blockMappingValue:
      return parseBlockMappingValue(p);
    case State.flowSequenceFirst:
    case State.flowSequenceEntry:
      return parseFlowSequenceEntry(p, state === State.flowSequenceFirst);
    case State.flowPairKey:
      return parseFlowPairKey(p);
    case State.flowPairValue:
      return parseFlowPairValue(p);
    case State.flowPairEnd:
      closeCollection(p.builder, p.lastEnd);
      return State.flowSequenceEntry;
    case State.flowMappingFirst:
    case State.flowMappingKey:
      return parseFlowMappingKey(p, state === State.flowMappingFirst);
    case State.flowMappingValue:
      return parseFlowMappingValue(p);
    default:
      return addEmpty(p, State.flowMappingKey);
  }
}

// --- tokens

function drop(p: Parser): void {
  const s = p.scanner;
  const end = tokenCell(s, 2);
  if (end > p.lastEnd) p.lastEnd = end;
  dropToken(s);
}

function tokenCell(s: Scanner, field: number): number {
  return s.tokens[s.head * TOKEN_SIZE + field] ?? 0;
}

function unexpected(p: Parser, problem: string): number {
  const s = p.scanner;
  if (s.problem === "") fail(s, problem, tokenCell(s, 1));
  return State.end;
}

// --- nodes

function addEmpty(p: Parser, next: number): number {
  attach(p.builder, addNode(p.builder.arena, Form.plain, p.lastEnd, p.lastEnd));
  return next;
}

function openNode(p: Parser, form: number, start: number, anchor: string, next: number): number {
  const node = openCollection(p.builder, form, start);
  if (anchor !== "") p.anchors.set(anchor, node);
  return next;
}

/** Block collections end with their last child. */
export function closeBlock(p: Parser): number {
  const { arena, open } = p.builder;
  const node = open[open.length - 1] ?? 0;
  const last = cell(arena, node, LAST);
  closeCollection(p.builder, cell(arena, last === 0 ? node : last, END));
  return p.states.pop() ?? State.end;
}

// --- productions

function parseDocumentStart(p: Parser): number {
  const s = p.scanner;
  let kind = peekToken(s);
  if (kind === Token.streamEnd || kind === Token.none) return State.end;
  if (kind !== Token.versionDirective && kind !== Token.tagDirective && kind !== Token.documentStart) {
    p.states.push(State.documentEnd);
    return State.blockNode;
  }
  let versionSeen = false;
  while (kind === Token.versionDirective || kind === Token.tagDirective) {
    const extra = tokenCell(s, 4);
    if (kind === Token.versionDirective) {
      if (versionSeen) return unexpected(p, "found duplicate %YAML directive");
      if (extra !== 101) return unexpected(p, "found incompatible YAML document");
      versionSeen = true;
    } else {
      const handle = s.words[extra] ?? "";
      if (p.tagHandles.has(handle)) return unexpected(p, "found duplicate %TAG directive");
      p.tagHandles.set(handle, s.words[extra + 1] ?? "");
    }
    drop(p);
    kind = peekToken(s);
  }
  if (kind !== Token.documentStart) return unexpected(p, "did not find expected <document start>");
  drop(p);
  p.states.push(State.documentEnd);
  return State.documentContent;
}

function parseDocumentContent(p: Parser): number {
  const kind = peekToken(p.scanner);
  if (
    kind === Token.versionDirective ||
    kind === Token.tagDirective ||
    kind === Token.documentStart ||
    kind === Token.documentEnd ||
    kind === Token.streamEnd
  ) {
    return addEmpty(p, p.states.pop() ?? State.end);
  }
  return parseNode(p, true, false);
}

function parseNode(p: Parser, block: boolean, indentless: boolean): number {
  const s = p.scanner;
  let kind = peekToken(s);
  let start = tokenCell(s, 1);
  if (kind === Token.alias) return addAlias(p, start);

  let anchor = "";
  let tag = "";
  let tagged = false;
  if (kind === Token.anchor || kind === Token.tag) {
    for (let seen = 0; kind === Token.anchor || kind === Token.tag; ) {
      // One anchor and one tag, in either order.
      const bit = kind === Token.anchor ? 1 : 2;
      if ((seen & bit) !== 0) break;
      seen |= bit;
      if (kind === Token.anchor) anchor = s.text.slice(tokenCell(s, 1) + 1, tokenCell(s, 2));
      else {
        tagged = true;
        const resolved = resolveTag(p, tokenCell(s, 4));
        if (resolved === undefined) return unexpected(p, "found undefined tag handle");
        tag = resolved;
      }
      drop(p);
      kind = peekToken(s);
    }
    start = tokenCell(s, 1);
  }

  if (indentless && kind === Token.blockEntry) {
    return openNode(p, Form.sequence, start, anchor, State.indentlessSequenceEntry);
  }
  switch (kind) {
    case Token.scalar: {
      const node = addNode(p.builder.arena, tokenCell(s, 3) | (tagged ? TAGGED : 0), start, tokenCell(s, 2));
      setCell(p.builder.arena, node, FIRST, tokenCell(s, 4));
      if (mayBeInfinite(s.text, start)) p.builder.special = true;
      return finishScalar(p, node, tag, anchor, true);
    }
    case Token.flowSequenceStart:
      return openNode(p, Form.sequence, start, anchor, State.flowSequenceFirst);
    case Token.flowMappingStart:
      return openNode(p, Form.mapping, start, anchor, State.flowMappingFirst);
    case Token.blockSequenceStart:
      if (!block) break;
      drop(p);
      return openNode(p, Form.sequence, start, anchor, State.blockSequenceEntry);
    case Token.blockMappingStart:
      if (!block) break;
      drop(p);
      return openNode(p, Form.mapping, start, anchor, State.blockMappingKey);
  }
  if (anchor !== "" || tag !== "") {
    const node = addNode(p.builder.arena, Form.plain | (tagged ? TAGGED : 0), p.lastEnd, p.lastEnd);
    return finishScalar(p, node, tag, anchor, false);
  }
  return unexpected(p, "did not find expected node content");
}

function finishScalar(p: Parser, node: NodeId, tag: string, anchor: string, hasToken: boolean): number {
  const { builder } = p;
  if (tag !== "") {
    builder.special = true;
    setCell(builder.arena, node, LAST, builder.tags.length);
    builder.tags.push(tag);
  }
  attach(builder, node);
  if (anchor !== "") p.anchors.set(anchor, node);
  if (hasToken) drop(p);
  return p.states.pop() ?? State.end;
}

/** `.inf`, `-.nan` and the like, which JSON can not spell: composing the document tells. */
function mayBeInfinite(text: string, start: number): boolean {
  const unit = text.charCodeAt(start);
  return unit === DOT || ((unit === PLUS || unit === HYPHEN) && text.charCodeAt(start + 1) === DOT);
}

function addAlias(p: Parser, start: number): number {
  const s = p.scanner;
  const end = tokenCell(s, 2);
  const name = s.text.slice(start + 1, end);
  const target = p.anchors.get(name);
  if (target === undefined) return unexpected(p, `unknown anchor '${name}' referenced`);
  const { builder } = p;
  const node = addNode(builder.arena, Form.alias, start, end);
  setCell(builder.arena, node, FIRST, target);
  builder.aliasCount++;
  builder.special = true;
  attach(builder, node);
  drop(p);
  return p.states.pop() ?? State.end;
}

function resolveTag(p: Parser, word: number): string | undefined {
  const handle = p.scanner.words[word] ?? "";
  const suffix = p.scanner.words[word + 1] ?? "";
  if (handle === "") return suffix;
  const prefix =
    p.tagHandles.get(handle) ?? (handle === "!" ? "!" : handle === "!!" ? "tag:yaml.org,2002:" : undefined);
  const tag = prefix === undefined ? "" : prefix + suffix;
  return tag === "" ? undefined : tag;
}

function parseBlockSequenceEntry(p: Parser): number {
  const s = p.scanner;
  const kind = peekToken(s);
  if (kind === Token.blockEntry) {
    drop(p);
    return readItem(p, State.blockSequenceEntry);
  }
  if (kind !== Token.blockEnd) return unexpected(p, "did not find expected '-' indicator");
  dropToken(s);
  return closeBlock(p);
}

function parseIndentlessSequenceEntry(p: Parser): number {
  if (peekToken(p.scanner) !== Token.blockEntry) return closeBlock(p);
  drop(p);
  return readItem(p, State.indentlessSequenceEntry);
}

/** What follows a dash that has been dropped; `state` is that of the sequence. */
export function readItem(p: Parser, state: number): number {
  const kind = peekToken(p.scanner);
  const isEmpty =
    kind === Token.blockEntry ||
    kind === Token.blockEnd ||
    // Without indentation of its own, a sequence ends with the mapping around it.
    (state === State.indentlessSequenceEntry && (kind === Token.key || kind === Token.value));
  if (isEmpty) return addEmpty(p, state);
  p.states.push(state);
  return parseNode(p, true, false);
}

function parseBlockMappingKey(p: Parser): number {
  const s = p.scanner;
  let kind = peekToken(s);
  if (kind === Token.key) {
    drop(p);
    kind = peekToken(s);
    if (kind === Token.key || kind === Token.value || kind === Token.blockEnd) {
      return addEmpty(p, State.blockMappingValue);
    }
    p.states.push(State.blockMappingValue);
    return parseNode(p, true, true);
  }
  if (kind !== Token.blockEnd) return unexpected(p, "did not find expected key");
  dropToken(s);
  return closeBlock(p);
}

function parseBlockMappingValue(p: Parser): number {
  if (peekToken(p.scanner) !== Token.value) return addEmpty(p, State.blockMappingKey);
  drop(p);
  return readValue(p);
}

/** What follows a colon that has been dropped. */
export function readValue(p: Parser): number {
  const kind = peekToken(p.scanner);
  if (kind === Token.key || kind === Token.value || kind === Token.blockEnd) return addEmpty(p, State.blockMappingKey);
  p.states.push(State.blockMappingKey);
  return parseNode(p, true, true);
}

function parseFlowSequenceEntry(p: Parser, first: boolean): number {
  const s = p.scanner;
  if (first) drop(p);
  let kind = peekToken(s);
  if (kind !== Token.flowSequenceEnd) {
    if (!first) {
      if (kind !== Token.flowEntry) return unexpected(p, "did not find expected ',' or ']'");
      drop(p);
      kind = peekToken(s);
    }
    if (kind === Token.key) {
      const start = tokenCell(s, 1);
      drop(p);
      return openNode(p, Form.mapping, start, "", State.flowPairKey);
    }
    if (kind !== Token.flowSequenceEnd) {
      p.states.push(State.flowSequenceEntry);
      return parseNode(p, false, false);
    }
  }
  return closeFlow(p);
}

function closeFlow(p: Parser): number {
  const end = tokenCell(p.scanner, 2);
  drop(p);
  closeCollection(p.builder, end);
  return p.states.pop() ?? State.end;
}

function parseFlowPairKey(p: Parser): number {
  const kind = peekToken(p.scanner);
  if (kind !== Token.value && kind !== Token.flowEntry && kind !== Token.flowSequenceEnd) {
    p.states.push(State.flowPairValue);
    return parseNode(p, false, false);
  }
  // Go drops this token unseen (parserc.go yaml_parser_parse_flow_sequence_entry_mapping_key): `[? , a]` is an error.
  drop(p);
  return addEmpty(p, State.flowPairValue);
}

function parseFlowPairValue(p: Parser): number {
  const s = p.scanner;
  if (peekToken(s) === Token.value) {
    drop(p);
    const kind = peekToken(s);
    if (kind !== Token.flowEntry && kind !== Token.flowSequenceEnd) {
      p.states.push(State.flowPairEnd);
      return parseNode(p, false, false);
    }
  }
  return addEmpty(p, State.flowPairEnd);
}

function parseFlowMappingKey(p: Parser, first: boolean): number {
  const s = p.scanner;
  if (first) drop(p);
  let kind = peekToken(s);
  if (kind !== Token.flowMappingEnd) {
    if (!first) {
      if (kind !== Token.flowEntry) return unexpected(p, "did not find expected ',' or '}'");
      drop(p);
      kind = peekToken(s);
    }
    if (kind === Token.key) {
      drop(p);
      kind = peekToken(s);
      if (kind === Token.value || kind === Token.flowEntry || kind === Token.flowMappingEnd) {
        return addEmpty(p, State.flowMappingValue);
      }
      p.states.push(State.flowMappingValue);
      return parseNode(p, false, false);
    }
    if (kind !== Token.flowMappingEnd) {
      p.states.push(State.flowMappingEmptyValue);
      return parseNode(p, false, false);
    }
  }
  return closeFlow(p);
}

function parseFlowMappingValue(p: Parser): number {
  const s = p.scanner;
  if (peekToken(s) === Token.value) {
    drop(p);
    const kind = peekToken(s);
    if (kind !== Token.flowEntry && kind !== Token.flowMappingEnd) {
      p.states.push(State.flowMappingKey);
      return parseNode(p, false, false);
    }
  }
  return addEmpty(p, State.flowMappingKey);
}
