import { type Cel, type FileRole, loadCel } from "@authgraph/kubernetes";
import {
  type CertificateRequestReader,
  decodeBytes,
  loadCertificateRequestReader,
  needsCel,
  needsCertificateRequestReader,
  type ParsedText,
  type ParseOptions,
  parse,
} from "@authgraph/parser";
import { type SourceText, textOrigin } from "@authgraph/source";
import { contentId } from "./cache/content-id.ts";
import type { FactCache } from "./cache/fact-cache.ts";
import type { ClusterBorders } from "./clusters.ts";
import type { BlobFile, InputFile, OpenedFile, Sources } from "./input.ts";
import type { SkippedFile } from "./run.ts";

/** One file and what it holds. */
export interface ReadText {
  readonly path: string;
  readonly role: FileRole | undefined;
  readonly parsed: ParsedText;
  /** Git's id of its content, where somebody asked for it. */
  readonly id?: string | undefined;
  /** Set for a text that stands inside another: the path of that one. It is no file of its own. */
  readonly inside?: string | undefined;
  /** Paths that lead to it through a symbolic link, as other files name them. Absent: none. */
  readonly alias?: readonly string[] | undefined;
}

/** What was read so far, and all that reading more takes. */
export interface Reading {
  readonly sources: Sources;
  readonly onFile: () => void;
  readonly other: ReadonlyMap<string, ReadText>;
  readonly cache: FactCache | undefined;
  /** Contents without a name get one, by which they are known again. */
  readonly namesContents: boolean;
  readonly texts: Map<string, ReadText>;
  readonly skipped: Map<string, SkippedFile>;
  readonly borders: ClusterBorders | undefined;
  /** By cluster, role and the path that was named: where the file lies, undefined where there is none. */
  readonly found: Map<string, string | undefined>;
  /** Other paths under which a file was found, by its own. */
  readonly aliases: Map<string, Set<string>>;
  /** The clusters whose files name a file, by its path. */
  readonly finders: Map<string, Set<string>>;
  /** Texts that need a reader which is loaded for them alone. */
  waiting: Decoded[];
  certificateRequests: CertificateRequestReader | undefined;
  cel: Cel | undefined;
}

/** A file whose text is known and not yet what it holds. */
interface Decoded {
  readonly source: SourceText;
  readonly role: FileRole | undefined;
  readonly id: string | undefined;
  /** Under what path it is found; that of the source, but for a text that stands inside another. */
  readonly path: string;
}

/** Takes in all that the sources list, in their order; neighbours that are known by name so far are announced together. */
export function takeAll(reading: Reading): void {
  let named: BlobFile[] = [];
  const takeNamed = () => {
    const looked = named.map((file) => lookUp(reading, file, undefined));
    const unread = looked.flatMap(({ known, file }) => (known === undefined ? [file] : []));
    if (unread.length > 0) reading.sources.expect?.(unread);
    for (const one of looked) takeContent(reading, one);
    named = [];
  };
  for (const file of reading.sources.list()) {
    if (file.outcome === "blob") {
      named.push(file);
      continue;
    }
    if (file.outcome === "read") takeNamed();
    take(reading, file, undefined);
  }
  takeNamed();
}

/** Takes in a file that is listed, read in a role where something names it in one. */
export function take(reading: Reading, listed: InputFile, role: FileRole | undefined): void {
  if (listed.outcome !== "skipped") {
    takeContent(reading, lookUp(reading, listed, role));
    return;
  }
  reading.onFile();
  reading.skipped.set(listed.path, listed);
}

type ListedContent = Exclude<InputFile, { readonly outcome: "skipped" }>;

/** A file, and what is known of its content without parsing it. */
interface LookedUp<File extends ListedContent> {
  readonly file: File;
  readonly role: FileRole | undefined;
  readonly id: string | undefined;
  readonly known: ReadText | undefined;
}

function lookUp<File extends ListedContent>(reading: Reading, file: File, role: FileRole | undefined): LookedUp<File> {
  const { path } = file;
  // The working tree has no names for contents: one costs about a tenth of parsing it.
  const id = file.outcome === "blob" ? file.id : reading.namesContents ? contentId(file.bytes) : undefined;
  if (id === undefined) return { file, role, id, known: undefined };
  const other = reading.other.get(path);
  if (other?.id === id && other.role === role) return { file, role, id, known: other };
  const parsed = reading.cache?.find({ path, id, role }, () => sourceOf(reading.sources, file));
  return { file, role, id, known: parsed && { path, role, id, parsed } };
}

/** The text of a content whose facts are known: it is read when a place in it is shown, if it can be. */
function sourceOf({ again }: Sources, file: ListedContent): SourceText | undefined {
  if (file.outcome === "blob") return textOnDemand(file.path, file.read);
  return again === undefined ? decoded(file.path, file.bytes) : textOnDemand(file.path, () => again(file.path));
}

/** Empty if the file has gone by then. */
function textOnDemand(path: string, open: () => OpenedFile): SourceText {
  let text: string | undefined;
  return {
    path,
    get text() {
      if (text === undefined) {
        const file = open();
        text = file.outcome === "read" ? (decoded(path, file.bytes)?.text ?? "") : "";
      }
      return text;
    },
  };
}

function takeContent(reading: Reading, { file: listed, role, id, known }: LookedUp<ListedContent>): void {
  reading.onFile();
  if (known !== undefined) {
    reading.skipped.delete(listed.path);
    reading.texts.set(listed.path, known);
    return;
  }
  const file = listed.outcome === "blob" ? listed.read() : listed;
  if (file.outcome === "skipped") {
    reading.skipped.set(file.path, file);
    return;
  }
  const source = decoded(file.path, file.bytes);
  if (source === undefined) {
    reading.skipped.set(file.path, { path: file.path, reason: "too large" });
    return;
  }
  reading.skipped.delete(file.path);
  readOrWait(reading, { source, role, id, path: source.path });
}

/** Reads a text, and once more when there is what it takes to read all of it. */
export function readOrWait(reading: Reading, decoded: Decoded): void {
  const { text } = decoded.source;
  const needsRequests = reading.certificateRequests === undefined && needsCertificateRequestReader(text);
  const isWaiting = needsRequests || (reading.cel === undefined && needsCel(text));
  if (isWaiting) reading.waiting.push(decoded);
  const read = readDecoded(reading, decoded);
  if (!isWaiting) keep(reading, read);
}

/** Undefined where the text is longer than a string can be. */
function decoded(path: string, bytes: Uint8Array): SourceText | undefined {
  try {
    return { path, text: decodeBytes(bytes).text };
  } catch {
    return undefined;
  }
}

function readDecoded({ texts, certificateRequests, cel }: Reading, { source, role, id, path }: Decoded): ReadText {
  const parsed = parsedOrFailed(source, { role, certificateRequests, cel });
  const inside = path === source.path ? undefined : source.path;
  const text: ReadText = { path, role, id, parsed, inside };
  texts.set(path, text);
  return text;
}

function keep({ cache }: Reading, { path, role, id, parsed }: ReadText): void {
  if (id !== undefined) cache?.keep({ path, role, id }, parsed);
}

/** The parser does not throw; if it does all the same, that is told, and the other files are still evaluated. */
function parsedOrFailed(source: SourceText, options: ParseOptions): ParsedText {
  try {
    return parse(source, options);
  } catch (error) {
    const origin = textOrigin(source, 0, 0);
    const message = `${internalError}: ${error instanceof Error ? error.message : String(error)}`;
    return {
      facts: [],
      diagnostics: [{ id: "internal-error", level: "error", message, origin }],
      documents: [{ outcome: "refused", origin }],
      directives: [],
    };
  }
}

const internalError = "internal error, the file was not evaluated";

/** Reads what waits, with the readers that it waits for. */
export async function readWaiting(reading: Reading): Promise<void> {
  const { waiting } = reading;
  if (waiting.some(({ source }) => needsCertificateRequestReader(source.text))) {
    reading.certificateRequests ??= await loadCertificateRequestReader();
  }
  if (waiting.some(({ source }) => needsCel(source.text))) reading.cel ??= await loadCel();
  for (const decoded of waiting) keep(reading, readDecoded(reading, decoded));
  reading.waiting = [];
}
