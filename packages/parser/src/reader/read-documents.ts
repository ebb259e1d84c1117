import { type Builder, newBuilder } from "./build.ts";
import { BYTE_ORDER_MARK, isGoSpace, LEFT_BRACE, LF } from "./characters.ts";
import { composeDocument } from "./compose.ts";
import {
  bufferEnds,
  findControl,
  hiddenBreaks,
  ignoredText,
  isReadAhead,
  onlyLineFeeds,
  withoutMark,
} from "./hidden-text.ts";
import { treeOf } from "./node-tree.ts";
import { type DocumentNodes, kindOf, written } from "./node-value.ts";
import { atEnd, newParser, type Parser } from "./parse.ts";
import { parseDocument } from "./parse-document.ts";
import { invalid, readJsonValue, skipJsonSpace } from "./read-json.ts";
import { peekToken } from "./scan.ts";
import { TOKEN_SIZE, Token } from "./scanner.ts";
import { splitStream } from "./split-stream.ts";
import type { Profile, ReadDocument, Surprise, Tree } from "./tree.ts";

/** What reading takes; the arrays inside are kept for the next text. */
interface Workspace {
  readonly builder: Builder;
  readonly parser: Parser;
  readonly chunk: { text: string; end: number; split: boolean };
  readonly tree: { -readonly [K in keyof Tree]: Tree[K] };
}

/** One text being read. */
interface Reading {
  readonly workspace: Workspace;
  readonly text: string;
  /** The text as scanned: kubectl's splitter ends the last line with LF where it has none. */
  readonly scanned: string;
  readonly split: boolean;
  readonly onlyLineFeeds: boolean;
  /** Next place of a character that YAML does not allow. */
  control: number;
  readonly visit: (document: ReadDocument) => void;
  /** Something failed: kubectl reads no further. */
  failed: boolean;
}

const idle: Workspace[] = [];
/** Larger arrays are given back after their text: 16 MiB hold the nodes of about 10 MB of manifests. */
const KEPT_CELLS = 2 ** 22;

/**
 * Reads a text as Go does and hands on each document in order. Never throws; linear in the text.
 *
 * A document is valid only inside its visit, which may read other texts. Aliases are not expanded: a walk that enters
 * them meets a node as often as Go decodes it, which Go bounds (`checkAliases`): some 400,000 times more than there are
 * nodes, and never in a circle. A leading U+FEFF is the byte order mark of the file.
 */
export function readDocuments(text: string, profile: Profile, visit: (document: ReadDocument) => void): void {
  if (profile === "kubectl") {
    withReading(text, true, visit, readStream);
    return;
  }
  const strict = profile !== "kubelet";
  withReading(text, false, visit, (r) => {
    if (isJson(text, 0, text.length)) readJsonBody(r, strict);
    else readYaml(r, 0, text.length, strict);
  });
}

/** Reads the first document of a text as YAML whatever it looks like, refusing repeated keys if strict. */
export function readYamlBody(text: string, strict: boolean, visit: (document: ReadDocument) => void): void {
  withReading(text, false, visit, (r) => readYaml(r, 0, text.length, strict));
}

function withReading(
  text: string,
  split: boolean,
  visit: (document: ReadDocument) => void,
  read: (r: Reading) => void,
): void {
  const workspace = idle.pop() ?? newWorkspace();
  const scanned = split && text.charCodeAt(text.length - 1) !== LF ? `${text}\n` : text;
  const control = findControl(text, 0);
  try {
    read({ workspace, text, scanned, split, onlyLineFeeds: onlyLineFeeds(text), control, visit, failed: false });
  } finally {
    const { builder, parser } = workspace;
    if (builder.arena.cells.length + parser.scanner.units.length <= KEPT_CELLS) idle.push(workspace);
  }
}

function newWorkspace(): Workspace {
  const builder = newBuilder();
  const chunk = { text: "", end: 0, split: false };
  return { builder, parser: newParser(builder), chunk, tree: treeOf({ builder, chunk }) };
}

// --- kubectl's stream: JSON values, or YAML documents, or the one followed by the other

/** As far as kubectl looks for a `{` (cli-runtime pkg/resource/visitor.go, NewYAMLOrJSONDecoder(r, 4096)), in bytes. */
const LOOK_AHEAD = 4096;

function readStream(r: Reading): void {
  const start = withoutMark(r.text, 0);
  if (isJson(r.text, start, LOOK_AHEAD)) readJsonStream(r, start);
  else readYamlStream(r, start);
}

/** Whether the first character but white space is a brace, within so many bytes. */
function isJson(text: string, start: number, limit: number): boolean {
  let bytes = 0;
  for (let i = start; bytes < limit && i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === LEFT_BRACE) return true;
    if (!isGoSpace(unit)) return false;
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }
  return false;
}

function readYamlStream(r: Reading, start: number): void {
  splitStream(r.text, start, (chunk) => {
    if (chunk.outcome === "chunk") readYaml(r, chunk.start, chunk.end, false);
    else refuse(r, chunk.message, chunk.start, chunk.start, chunk.end);
  });
}

/**
 * JSON values one after the other. At an error kubectl takes the rest for YAML if it has read one value at most, and
 * tells the JSON error if that fails too (apimachinery pkg/util/yaml/decoder.go YAMLOrJSONDecoder).
 */
function readJsonStream(r: Reading, start: number): void {
  let position = start;
  for (let count = 0; ; count++) {
    const outcome = readJsonValue(r.workspace.builder, r.text, position);
    if (outcome.outcome === "nothing") return;
    if (outcome.outcome === "value") {
      const from = skipJsonSpace(r.text, position);
      position = outcome.end;
      finishDocument(r, from, position, false, []);
      continue;
    }
    const rest = count > 1 || r.failed ? -1 : afterBlankLine(r.text, position);
    if (rest >= 0) {
      readYamlAfterJson(r, rest, outcome.message, outcome.end);
      return;
    }
    refuse(r, outcome.message, outcome.end, position, outcome.end);
    // The next value that starts a line.
    const next = r.text.indexOf("\n{", outcome.end);
    if (next < 0) return;
    position = next + 1;
  }
}

/** Reads the rest of a JSON stream as YAML; if its first document fails, the JSON error is the one that counts. */
function readYamlAfterJson(r: Reading, start: number, message: string, offset: number): void {
  let isFirst = true;
  const { visit } = r;
  const tell: Reading = {
    ...r,
    visit: (document) => {
      visit(document.outcome === "error" && isFirst ? { ...document, message, offset } : document);
      isFirst = false;
    },
  };
  readYamlStream(tell, start);
}

/**
 * Where YAML starts after JSON: past white space up to and with the first LF. -1 where kubectl gives up instead, as it
 * looks four bytes ahead each time (decoder.go consumeWhitespace).
 */
function afterBlankLine(text: string, start: number): number {
  for (let i = start; ; i++) {
    if (i + 4 > text.length && Buffer.byteLength(text.slice(i)) < 4) return -1;
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) return -1;
    if (!isGoSpace(unit)) return i;
    if (unit === LF) return i + 1;
  }
}

// --- single documents

function readJsonBody(r: Reading, strict: boolean): void {
  const { text } = r;
  const outcome = readJsonValue(r.workspace.builder, text, skipGoSpace(text));
  if (outcome.outcome === "nothing") return;
  if (outcome.outcome === "error") {
    refuse(r, outcome.message, outcome.end, 0, text.length);
    return;
  }
  const end = skipJsonSpace(text, outcome.end);
  if (end < text.length) {
    const trailing = invalid(text, end, "after top-level value");
    refuse(r, trailing.outcome === "error" ? trailing.message : "", end, 0, text.length);
    return;
  }
  finishDocument(r, 0, outcome.end, strict, []);
}

function skipGoSpace(text: string): number {
  let position = 0;
  while (isGoSpace(text.charCodeAt(position))) position++;
  return position;
}

/** Reads the first YAML document between two offsets: the rest is never looked at, which is worth telling. */
function readYaml(r: Reading, start: number, end: number, strict: boolean): void {
  const { parser, builder } = r.workspace;
  const s = parser.scanner;
  const isLast = end === r.text.length;
  const scannedEnd = isLast ? r.scanned.length : end;
  if (r.control < start) r.control = findControl(r.text, start);
  const limit = r.control < end ? r.control : scannedEnd;

  const contentStart = withoutMark(r.text, start);
  s.split = r.split;
  s.onlyLineFeeds = r.onlyLineFeeds;
  s.bufferEnds = bufferEnds(r.text, start, limit, r.split);
  s.markEnd = r.text.charCodeAt(contentStart) === BYTE_ORDER_MARK ? (s.bufferEnds[0] ?? 0) : 0;
  const parsed = parseDocument(parser, r.scanned, contentStart, limit);
  if (limit < end && (s.position >= limit || isReadAhead(r.text, start, s.position, limit, r.split))) {
    refuse(r, prefixed(r, "yaml: control characters are not allowed"), limit, start, end);
    return;
  }
  if (!parsed) {
    refuse(r, prefixed(r, `yaml: ${s.problem}`), Math.min(s.problemAt, r.text.length), start, end);
    return;
  }
  if (builder.root === 0) {
    r.visit({ outcome: "empty", start, end, afterError: r.failed });
    return;
  }

  const surprises = r.onlyLineFeeds ? [] : hiddenBreaks(r.text, start, end);
  if (!atEnd(s) && peekToken(s) !== Token.streamEnd) {
    const at = s.head * TOKEN_SIZE;
    const isEndMark = s.tokens[at] === Token.documentEnd;
    const ignored = ignoredText(r.text, s.tokens[at + (isEndMark ? 2 : 1)] ?? end, end);
    if (ignored !== undefined) surprises.push(ignored);
  }
  finishDocument(r, start, end, strict, surprises, limit);
}

function finishDocument(
  r: Reading,
  start: number,
  end: number,
  strict: boolean,
  surprises: Surprise[],
  scannedEnd: number = end,
): void {
  const { builder, chunk, tree } = r.workspace;
  chunk.text = r.scanned;
  chunk.end = scannedEnd;
  chunk.split = r.split;
  const d: DocumentNodes = r.workspace;
  if (builder.special) {
    const refusal = composeDocument(d, strict, surprises);
    if (refusal !== undefined) {
      refuse(r, prefixed(r, refusal.message), refusal.offset, start, end);
      return;
    }
  }
  const afterError = r.failed;
  if (kindOf(d, written(builder, builder.root)) === "null") {
    r.visit({ outcome: "empty", start, end, afterError });
    return;
  }
  tree.text = r.text;
  tree.root = builder.root;
  r.visit({ outcome: "value", tree: tree, start, end, afterError, surprises });
}

function prefixed(r: Reading, message: string): string {
  return r.split ? `error converting YAML to JSON: ${message}` : message;
}

function refuse(r: Reading, message: string, offset: number, start: number, end: number): void {
  r.visit({ outcome: "error", message, offset, start, end, afterError: r.failed });
  r.failed = true;
}
