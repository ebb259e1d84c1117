import type {
  ComponentInvocation,
  EnvironmentFile,
  Fact,
  FileReference,
  FileRole,
  UnitFile,
} from "@authgraph/kubernetes";
import {
  type CertificateRequestReader,
  decodeBytes,
  filesOfFlags,
  invocationsOfUnits,
  loadCertificateRequestReader,
  needsCertificateRequestReader,
  type ParsedText,
  type ParseOptions,
  parse,
} from "@authgraph/parser";
import { type SourceText, textOrigin } from "@authgraph/source";
import type { BlobFile, InputFile, Sources } from "./input.ts";
import type { SkippedFile } from "./run.ts";

/** One file and what it holds. */
export interface ReadText {
  readonly path: string;
  readonly role: FileRole | undefined;
  readonly parsed: ParsedText;
  /** Git's id of its content, where the source knew it. */
  readonly id?: string | undefined;
}

export interface ReadInputs {
  /** In the order of the sources, then as found through other files. */
  readonly texts: readonly ReadText[];
  readonly skipped: readonly SkippedFile[];
  /** What each text holds by itself, by path: what other texts make of it is not among it. */
  readonly alone: ReadonlyMap<string, ReadText>;
}

/**
 * Reads every file of the sources, then those that their facts name, until nothing new is named: a token file is known
 * for one only by the flag that names it. A file that was read without its role is parsed again with it.
 *
 * `other` is what was read of another state of the same files: what is the same in both is parsed once.
 */
export async function readInputs(
  sources: Sources,
  onFile: () => void,
  other?: Pick<ReadInputs, "alone">,
): Promise<ReadInputs> {
  const reading: Reading = {
    sources,
    onFile,
    other: other?.alone ?? new Map(),
    texts: new Map(),
    skipped: new Map(),
    found: new Map(),
    waiting: [],
    certificateRequests: undefined,
  };
  takeAll(reading);

  let units: readonly ComponentInvocation[] = [];
  for (let known = -1; known < reading.found.size; ) {
    known = reading.found.size;
    await readWaiting(reading);
    const facts = [...reading.texts.values()].flatMap(({ parsed }) => parsed.facts);
    units = invocationsOfUnits(unitsAmong(facts), (path) => environmentAt(reading, path));
    for (const fact of facts) if (fact.fact === "file-reference") follow(reading, fact.reference);
    for (const reference of units.flatMap(filesOfFlags)) follow(reading, reference);
  }
  return {
    texts: units.length === 0 ? [...reading.texts.values()] : withInvocations(reading.texts, units),
    skipped: [...reading.skipped.values()],
    alone: reading.texts,
  };
}

interface Reading {
  readonly sources: Sources;
  readonly onFile: () => void;
  readonly other: ReadonlyMap<string, ReadText>;
  readonly texts: Map<string, ReadText>;
  readonly skipped: Map<string, SkippedFile>;
  /** By role and the path that was named: where the file lies, undefined where there is none. */
  readonly found: Map<string, string | undefined>;
  /** Texts that need a reader which is loaded for them alone. */
  waiting: Decoded[];
  certificateRequests: CertificateRequestReader | undefined;
}

/** A file whose text is known and not yet what it holds. */
interface Decoded {
  readonly source: SourceText;
  readonly role: FileRole | undefined;
  readonly id: string | undefined;
}

/** In the order of the sources; neighbours that are known by name so far are announced together. */
function takeAll(reading: Reading): void {
  let named: BlobFile[] = [];
  const takeNamed = () => {
    const unread = named.filter((file) => readBefore(reading, file, undefined) === undefined);
    if (unread.length > 0) reading.sources.expect?.(unread);
    for (const file of named) take(reading, file, undefined);
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

function take(reading: Reading, listed: InputFile, role: FileRole | undefined): void {
  reading.onFile();
  const same = readBefore(reading, listed, role);
  if (same !== undefined) {
    reading.skipped.delete(listed.path);
    reading.texts.set(listed.path, same);
    return;
  }
  const [file, id] = listed.outcome === "blob" ? [listed.read(), listed.id] : [listed, undefined];
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
  if (reading.certificateRequests === undefined && needsCertificateRequestReader(source.text)) {
    reading.waiting.push({ source, role, id });
  }
  read(reading, { source, role, id });
}

/** The same content in the other state, read as the same thing. */
function readBefore({ other }: Reading, file: InputFile, role: FileRole | undefined): ReadText | undefined {
  if (file.outcome !== "blob") return undefined;
  const same = other.get(file.path);
  return same?.id === file.id && same.role === role ? same : undefined;
}

/** Undefined where the text is longer than a string can be. */
function decoded(path: string, bytes: Uint8Array): SourceText | undefined {
  try {
    return { path, text: decodeBytes(bytes).text };
  } catch {
    return undefined;
  }
}

function read({ texts, certificateRequests }: Reading, { source, role, id }: Decoded): void {
  const parsed = parsedOrFailed(source, { role, certificateRequests });
  texts.set(source.path, { path: source.path, role, id, parsed });
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

async function readWaiting(reading: Reading): Promise<void> {
  if (reading.waiting.length === 0) return;
  reading.certificateRequests = await loadCertificateRequestReader();
  for (const decoded of reading.waiting) read(reading, decoded);
  reading.waiting = [];
}

function follow(reading: Reading, { path, role }: FileReference): void {
  const key = foundKey(role, path.value);
  if (reading.found.has(key)) return;
  const file = reading.sources.find(path.value);
  reading.found.set(key, file?.path);
  if (file !== undefined && reading.texts.get(file.path)?.role === undefined) take(reading, file, role);
}

function foundKey(role: FileRole, path: string): string {
  return `${role} ${path}`;
}

function environmentAt(reading: Reading, path: string): EnvironmentFile | undefined {
  const at = reading.found.get(foundKey("environment-file", path));
  const facts = at === undefined ? [] : (reading.texts.get(at)?.parsed.facts ?? []);
  return facts.flatMap((fact) => (fact.fact === "environment" ? [fact.environment] : []))[0];
}

function unitsAmong(facts: readonly Fact[]): readonly UnitFile[] {
  return facts.flatMap((fact) => (fact.fact === "unit" ? [fact.unit] : []));
}

/** What units start belongs to the text whose word names the program. */
function withInvocations(
  texts: ReadonlyMap<string, ReadText>,
  invocations: readonly ComponentInvocation[],
): readonly ReadText[] {
  const added = new Map<string, Fact[]>();
  for (const invocation of invocations) {
    const { origin } = invocation;
    const path = origin.kind === "text" ? origin.source.path : "";
    const fact: Fact = { fact: "invocation", invocation };
    const known = added.get(path);
    if (known === undefined) added.set(path, [fact]);
    else known.push(fact);
  }
  return [...texts.values()].map((text) => {
    const more = added.get(text.path);
    return more === undefined ? text : { ...text, parsed: { ...text.parsed, facts: [...text.parsed.facts, ...more] } };
  });
}
