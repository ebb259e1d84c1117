import { lineStarts, type SourceText } from "@authgraph/source";
import { namesSecret, secretFlows } from "./secret-flows.ts";
import { type LineContext, type Range, rawLine, secretRanges } from "./secrets.ts";

interface TextContext {
  readonly isTable: boolean;
  readonly holdsPem: boolean;
  /** Of the whole text: flows may run over several lines. */
  readonly flows: readonly Range[];
  /** The least column of a key that makes what is below it secret; undefined where there is none. */
  readonly leastColumn: number | undefined;
  readonly lines: Map<number, LineContext>;
  readonly secrets: Map<number, readonly Range[]>;
}

const contextsOf = new WeakMap<SourceText, TextContext>();

/** What stands around a line (counted from 1) and makes it secret. */
export function lineContext(source: SourceText, line: number): LineContext {
  const context = contextOf(source);
  const known = context.lines.get(line);
  if (known !== undefined) return known;
  const found = contextOfLine(source, line, context);
  context.lines.set(line, found);
  return found;
}

/** Which parts of a line (counted from 1) must not be shown. */
export function secretsOfLine(source: SourceText, line: number): readonly Range[] {
  const { secrets } = contextOf(source);
  const known = secrets.get(line);
  if (known !== undefined) return known;
  const found = secretRanges(rawLine(source, line), lineContext(source, line));
  secrets.set(line, found);
  return found;
}

function contextOf(source: SourceText): TextContext {
  const known = contextsOf.get(source);
  if (known !== undefined) return known;
  const context: TextContext = {
    isTable: isTable(source),
    holdsPem: source.text.includes("-----BEGIN"),
    flows: secretFlows(source.text),
    leastColumn: leastSecretColumn(source.text),
    lines: new Map(),
    secrets: new Map(),
  };
  contextsOf.set(source, context);
  return context;
}

function contextOfLine(source: SourceText, line: number, context: TextContext): LineContext {
  const { isTable, holdsPem, flows, leastColumn } = context;
  if (isTable) return "table";
  if (holdsPem && standsInPem(source, line)) return "body";
  const start = lineStarts(source)[line - 1] ?? 0;
  if (flows.some((flow) => flow.start <= start && start < flow.end)) return "entry";
  return leastColumn === undefined ? "plain" : contextInBlocks(source, line, leastColumn);
}

/**
 * A static token or password file: rows of at least three columns (apiserver token/tokenfile NewCSV). Which file is one,
 * only the flag says that names it, so the name or the look of the first rows must do; a row may be too short by mistake.
 */
function isTable({ path, text }: SourceText): boolean {
  if (/\.csv$/i.test(path)) return true;
  const rows = text
    .slice(0, 4000)
    .split(/\r\n|\r|\n/, 20)
    .filter((row) => row.trim() !== "" && !row.startsWith("#"));
  return rows.length > 0 && rows.every((row) => /^(?:"[^"]*"|[^\s,:={}[\]"][^,:={}[\]"]*=*),[^\s,]/.test(row));
}

const longestPem = 200;

function standsInPem(source: SourceText, line: number): boolean {
  for (let above = line; above > 0 && above > line - longestPem; above--) {
    const text = rawLine(source, above);
    if (text.length > 1000) return false;
    if (text.includes("-----END")) return above === line;
    if (text.includes("-----BEGIN")) return above !== line;
    if (above !== line && !/^[\s"'A-Za-z0-9+/=,:\\-]*$/.test(text)) return false;
  }
  return false;
}

const keyLine = /^([ \t]*(?:-[ \t]+)*)(?:"([^"]*)"|'([^']*)'|([^\s"'#{[][^:#]*?))[ \t]*:(?:[ \t]+(.*))?$/;
const longestKeyLine = 1000;

function keyOf(text: string): RegExpExecArray | null {
  return text.length > longestKeyLine ? null : keyLine.exec(text);
}

const secretBlock =
  /^([ \t]*(?:-[ \t]+)*)["']?(?:data|stringData|(?:[\w-]{0,250}[-_])?(?:token|password|passwd|secret|client-key-data|private-key))["']?[ \t]*:/gim;
const sensitiveBlock = /^(?:.*[-_])?(?:token|password|passwd|secret|client-key-data|private-key)$/i;

/** How far left a climb must go: most files hold no such key, and of a long list no climb leaves the item. */
function leastSecretColumn(text: string): number | undefined {
  let least: number | undefined;
  for (const match of text.matchAll(secretBlock)) {
    const column = match[1]?.length ?? 0;
    if (least === undefined || column < least) least = column;
  }
  return least;
}

/** Climbs from the line to what it is indented under. */
function contextInBlocks(source: SourceText, line: number, leastColumn: number): LineContext {
  let indentation = indentationOf(rawLine(source, line));
  let levels = 0;
  for (let above = line - 1; above > 0 && indentation > leastColumn; above--) {
    const text = rawLine(source, above);
    if (text.startsWith("---")) return "plain";
    if (text.trim() === "") continue;
    const match = keyOf(text);
    const column = match?.[1]?.length ?? indentationOf(text);
    if (column >= indentation) continue;
    indentation = column;
    levels++;
    if (match === null) continue;
    const key = match[2] ?? match[3] ?? match[4] ?? "";
    const value = match[5] ?? "";
    if ((key === "data" || key === "stringData") && mayBeOfSecret(source, above, column)) {
      return levels === 1 ? "entry" : "body";
    }
    // `token: |` and `token:` with the value below; a map below (`secret: secretName: …`) names something else.
    const holdsScalar = /^[|>]/.test(value) || (value === "" && keyOf(rawLine(source, line)) === null);
    if (levels === 1 && holdsScalar && sensitiveBlock.test(key)) return "body";
  }
  return "plain";
}

function indentationOf(text: string): number {
  return text.search(/[^ \t]|$/);
}

/** Whether the object that has a key at this line and column is a Secret, or does not say what it is. */
function mayBeOfSecret(source: SourceText, line: number, column: number): boolean {
  const last = lineStarts(source).length;
  for (let at = line; at > 0; at--) {
    const text = rawLine(source, at);
    const sibling = siblingKind(text, column);
    if (sibling !== undefined) return namesSecret(`kind: ${sibling}`);
    if (endsObject(text, column) || /^[ \t]*-/.test(text.slice(0, column))) break;
  }
  for (let at = line + 1; at <= last; at++) {
    const text = rawLine(source, at);
    if (endsObject(text, column) || /^[ \t]*-/.test(text.slice(0, column))) break;
    const sibling = siblingKind(text, column);
    if (sibling !== undefined) return namesSecret(`kind: ${sibling}`);
  }
  return true;
}

function endsObject(text: string, column: number): boolean {
  return text.startsWith("---") || (text.trim() !== "" && (keyOf(text)?.[1]?.length ?? indentationOf(text)) < column);
}

function siblingKind(text: string, column: number): string | undefined {
  const match = keyOf(text);
  if (match === null || match[1]?.length !== column) return undefined;
  return (match[2] ?? match[3] ?? match[4]) === "kind" ? match[5]?.replace(/[\s,"']+/g, "") : undefined;
}
