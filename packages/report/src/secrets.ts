import { lineStarts, type SourceText } from "@authgraph/source";
import { secretFlows } from "./secret-flows.ts";

/** Part of a line, in UTF-16 units of it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * What stands around a line and makes its words secret.
 *
 * `entry`: `key: value` of a Secret's data; `body`: a piece of a longer value; `table`: a row of a static token or
 * password file; `plain`: nothing, the line is judged by itself.
 */
export type LineContext = "plain" | "entry" | "body" | "table";

/** Keys and flags whose scalar value is a credential: kubeconfig, OIDC, EncryptionConfiguration, kubeadm, programs. */
const secretKey =
  "(?:[\\w-]{0,250}[-_])?(?:token|password|passwd|secret|secret-key|client-key-data|private-key|api-key)|" +
  "(?:access|id|refresh|bearer)Token|(?:client|shared|\\w{0,32}Encryption)Secret|(?:private|secret|api)Key";

/** A key with its scalar; maps, lists, booleans and empty values tell nothing. */
const secretEntry = new RegExp(
  `(?<![\\w.-])(?:--)?(["']?)(?:${secretKey})\\1[ \\t]*(?::[ \\t]+|:(?=["'])|=)` +
    `(?!(?:true|false|null|~|""|'')?[ \\t]*(?:[,}\\]#]|$))(?![|>{[&*])("(?:[^"\\\\]|\\\\.)*"?|'(?:[^']|'')*'?|[^\\s"'].*)`,
  "gi",
);
const spacedFlag = new RegExp(`(?<![\\w-])--(?:${secretKey})["',]*[ \\t]+["']?([^\\s"'-][^\\s"']*)`, "gi");

/** Values that are credentials wherever they stand. */
const secretShapes: readonly RegExp[] = [
  // A JSON Web Token: base64url of `{"`, then at least one more part.
  /(?<![\w-])(eyJ[\w-]{8,}\.[\w.-]*)/g,
  // A bootstrap token is ID and secret; the ID is public (cluster-bootstrap/token/api BootstrapTokenPattern).
  /(?<![\w.-])[a-z0-9]{6}\.([a-z0-9]{16})(?![\w.-])/g,
  /\b(?:Bearer|Basic)[ \t]+((?=\S*\d|\S{20})[\w.~+/=-]{6,})/gi,
  // PEM on one line, and PEM in base64 (`-----BEGIN`).
  /(-----BEGIN [^-]*-----.*)/g,
  /(LS0tLS1CRUdJTi[\w+/=]*)/g,
  // Headers with which a kubelet asks for static pods: `NAME:VALUE`.
  /\bmanifest-url-header(?:=|["',]*[ \t]+["']?)[\w-]+:[ \t]*([^\s"']+)/g,
  // User and password of a URL.
  /:\/\/[^\s/:@"']*:([^\s/@"']+)@/g,
];

/** A line of nothing but base64: the middle of a key or a certificate. */
const base64Line = /^[ \t]*[A-Za-z0-9+/]{32,}={0,2}[ \t]*$/;
const beyondBase64 = /[^A-Za-z0-9+/= \t]/;

/** True of every line that one of the patterns above finds something in; most lines are done with this. */
const mayHoldSecret =
  /token|passw|secret|key|url-header|eyJ|bearer|basic|-----BEGIN|LS0tLS1|:\/\/|[a-z0-9]{6}\.[a-z0-9]{16}|[a-z0-9+/]{32}/i;

const mapEntry = /^([ \t]*(?:-[ \t]+)*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w.$/-]+)[ \t]*:[ \t]*)(\S.*)$/;
const blockIndicator = /^[|>][-+0-9]*[ \t]*(?:#.*)?$/;

/**
 * Which parts of a line must not be shown. Rather too much than too little: what is hidden here is still in the file,
 * and the place says where.
 */
export function secretRanges(line: string, context: LineContext): readonly Range[] {
  if (context === "body") return wholeText(line);
  if (context === "plain" && !mayHoldSecret.test(line)) return [];
  const found: Range[] = [];
  if (context === "entry") found.push(...(line.length > longestPiece ? wholeText(line) : entryValue(line)));
  if (context === "table") found.push(firstColumn(line));
  if (line.length > longestPiece ? !beyondBase64.test(line) : base64Line.test(line)) return wholeText(line);
  found.push(...(line.length > longestPiece ? rangesByPieces(line) : rangesByWords(line)));
  for (const flow of secretFlows(line)) found.push(flow);
  return merged(found);
}

/** What the words of a line, or of a piece of one, tell to be secret. */
function rangesByWords(line: string): readonly Range[] {
  const found: Range[] = [];
  const entries = new RegExp(secretEntry);
  for (let match = entries.exec(line); match !== null; match = entries.exec(line)) {
    const value = match[2] ?? "";
    const end = match.index + match[0].length;
    const range = scalarRange(line, end - value.length, value);
    found.push(range);
    // A plain value is matched up to the line's end, and further entries of a flow mapping may follow it.
    entries.lastIndex = Math.max(range.end, end - value.length + 1);
  }
  for (const pattern of [spacedFlag, ...secretShapes]) {
    for (const match of line.matchAll(pattern)) {
      const value = match[1] ?? "";
      const start = (match.index ?? 0) + match[0].lastIndexOf(value);
      found.push({ start, end: start + value.length });
    }
  }
  return found;
}

/** A pattern that repeats over more than some megabytes overflows the stack of the engine that runs it. */
const longestPiece = 1 << 16;
/** What one piece repeats of the one before, so that no key is cut from its value nor a prefix from its token. */
const overlap = 1 << 10;

/** A line too long for the patterns, piece by piece; a secret that goes on behind a piece ends at a blank or quote. */
function rangesByPieces(line: string): readonly Range[] {
  const found: Range[] = [];
  for (let from = 0, next = 0; from < line.length; from = next) {
    const piece = line.slice(from, from + longestPiece);
    next = from + longestPiece - overlap;
    if (!mayHoldSecret.test(piece)) continue;
    for (const { start, end } of rangesByWords(piece)) {
      const isCut = end >= piece.length && from + piece.length < line.length;
      const until = isCut ? endOfWord(line, from + piece.length) : from + end;
      found.push({ start: from + start, end: until });
      // A line that is one secret must not be gone through once for each piece.
      if (isCut) next = Math.max(next, until - overlap);
    }
  }
  return found;
}

function endOfWord(line: string, from: number): number {
  const end = /["'\s]/g;
  end.lastIndex = from;
  return end.exec(line)?.index ?? line.length;
}

/** The line with its secrets replaced, for whoever prints a line without its file. */
export function maskSecrets(line: string, context: LineContext = "plain"): string {
  let shown = "";
  let from = 0;
  for (const { start, end } of secretRanges(line, context)) {
    shown += line.slice(from, start) + secretMask;
    from = end;
  }
  return shown + line.slice(from);
}

/** Stands for any secret, so that not even its length is told. */
export const secretMask = "******";

function wholeText(line: string): readonly Range[] {
  const start = line.search(/\S/);
  return !/\w/.test(line) ? [] : [{ start, end: line.trimEnd().length }];
}

function entryValue(line: string): readonly Range[] {
  const match = mapEntry.exec(line);
  if (match === null) return wholeText(line);
  const [, key = "", value = ""] = match;
  if (blockIndicator.test(value)) return [];
  return [{ start: key.length, end: line.trimEnd().length }];
}

/** Token or password: the first column (apiserver token/tokenfile NewCSV; a quoted one may hold commas). */
function firstColumn(line: string): Range {
  const quoted = /^"(?:[^"]|"")*"/.exec(line);
  const comma = line.indexOf(",");
  return { start: 0, end: quoted?.[0].length ?? (comma < 0 ? line.length : comma) };
}

/** A plain scalar in a flow ends at `,` or `}`; elsewhere it may hold both. */
function scalarRange(line: string, start: number, value: string): Range {
  if (value.startsWith('"') || value.startsWith("'")) return { start, end: start + value.length };
  const isFlag = line[start - 1] === "=";
  const end = isFlag ? value.search(/[\s"']/) : line.lastIndexOf("{", start) >= 0 ? value.search(/[,}]/) : -1;
  return { start, end: start + (end < 0 ? value.trimEnd().length : end) };
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const sorted = ranges.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start || a.end - b.end);
  const result: Range[] = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (last !== undefined && range.start < last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else result.push(range);
  }
  return result;
}

/** A line (counted from 1) without its break and without a byte order mark; long ones are not searched for either. */
export function rawLine(source: SourceText, line: number): string {
  const starts = lineStarts(source);
  const start = line === 1 && source.text.startsWith("\ufeff") ? 1 : (starts[line - 1] ?? source.text.length);
  let end = starts[line] ?? source.text.length;
  while (end > start && (source.text[end - 1] === "\n" || source.text[end - 1] === "\r")) end--;
  return source.text.slice(start, end);
}
