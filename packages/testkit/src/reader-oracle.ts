import { readFileSync } from "node:fs";
import { decodeBytes, type JsonValue, readDocuments, toJsonValue } from "@authgraph/parser";

/** What Go read from one input, as recorded. */
export interface ReaderRecord {
  /** How a failing test names the input. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** JSON of each document, `null` ones left out. */
  readonly docs: readonly string[];
  /** Whether the stream ended with an error after these documents. */
  readonly refused: boolean;
  /** Where kubectl's splitter cuts, and whether it fails; undefined where not recorded. */
  readonly chunks?: readonly string[];
  readonly splitRefused: boolean;
  /** Whether strict reading of the whole text as one YAML document fails; undefined where not recorded. */
  readonly strictRefused?: boolean;
}

/** A line of a recording. */
interface Row {
  readonly id?: string;
  readonly input?: string;
  readonly inputBase64?: string;
  readonly docs: readonly (string | null)[];
  readonly error?: string | null;
  readonly chunks?: readonly string[] | null;
  readonly splitError?: string | null;
  readonly yamlStrictError?: string | null;
}

/** Reads recordings, one JSON object a line. */
export function readerRecords(path: string): readonly ReaderRecord[] {
  const lines = readFileSync(path, "utf8").trim().split("\n");
  return lines.map((line, index) => {
    const row: Row = JSON.parse(line);
    return {
      name: row.id ?? `line ${index + 1}`,
      bytes: row.inputBase64 === undefined ? Buffer.from(row.input ?? "") : Buffer.from(row.inputBase64, "base64"),
      docs: row.docs.flatMap((doc) => (doc === null || doc === "null" ? [] : [doc])),
      refused: isText(row.error),
      splitRefused: isText(row.splitError),
      ...(row.chunks === undefined ? {} : { chunks: row.chunks ?? [] }),
      ...(row.yamlStrictError === undefined ? {} : { strictRefused: isText(row.yamlStrictError) }),
    };
  });
}

function isText(value: string | null | undefined): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** What our reader makes of the same bytes: the documents kubectl would get, and whether it would get an error then. */
export function readAsKubectl(bytes: Uint8Array): { readonly docs: readonly string[]; readonly refused: boolean } {
  const docs: string[] = [];
  let refused = false;
  readDocuments(decodeBytes(bytes).text, "kubectl", (document) => {
    if (document.outcome === "error") refused = true;
    else if (document.outcome === "value" && !refused) docs.push(canonicalJson(toJsonValue(document.tree)));
  });
  return { docs, refused };
}

/** JSON with sorted keys, integers exact, zero without sign, and U+FFFD for halves of surrogate pairs, as Go decodes them. */
function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value === "number") return String(value === 0 ? 0 : value);
  if (typeof value === "string") return JSON.stringify(value.replace(loneSurrogate, "\ufffd"));
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const entries = Object.entries(value).map(([key, item]) => `${canonicalJson(key)}:${canonicalJson(item)}`);
  return `{${entries.sort().join(",")}}`;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/g;
/** Marks numbers for `JSON.parse`, which would round them: a private-use character that no recording has. */
const MARK = "\ue001";

/** Recorded JSON in the same form, without a look at our own reader. */
export function canonicalRecord(json: string): string {
  const marked = json.replace(stringOrNumber, (token) => (token.startsWith('"') ? token : `"${MARK}${token}"`));
  return canonicalJson(JSON.parse(marked, (_, value) => (typeof value === "string" ? unmarked(value) : value)));
}

function unmarked(value: string): JsonValue {
  if (!value.startsWith(MARK)) return value;
  const number = value.slice(MARK.length);
  return /^-?[0-9]+$/.test(number) ? BigInt(number) : Number(number);
}
