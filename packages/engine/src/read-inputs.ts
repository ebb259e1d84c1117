import {
  type Cel,
  type ComponentInvocation,
  type DistributionSettings,
  type EnvironmentFile,
  type Fact,
  type FileReference,
  type FileRole,
  loadCel,
  type MachineFile,
  mountedFrom,
  type UnitFile,
} from "@authgraph/kubernetes";
import {
  type CertificateRequestReader,
  decodeBytes,
  distributionsOfUnits,
  type FindEnvironmentFile,
  filesOfFlags,
  invocationsOfDistributions,
  invocationsOfUnits,
  loadCertificateRequestReader,
  needsCel,
  needsCertificateRequestReader,
  type ParsedText,
  type ParseOptions,
  parse,
} from "@authgraph/parser";
import { located, type SourceText, textOrigin } from "@authgraph/source";
import { contentId } from "./cache/content-id.ts";
import type { FactCache } from "./cache/fact-cache.ts";
import type { ClusterBorders } from "./clusters.ts";
import { defaultCluster } from "./configuration/configuration.ts";
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

export interface ReadInputs {
  /** In the order of the sources, then as found through other files. */
  readonly texts: readonly ReadText[];
  /** The same, cluster by cluster: a text may belong to several, and the units of one start nothing in another. */
  readonly clusters: ReadonlyMap<string, readonly ReadText[]>;
  readonly skipped: readonly SkippedFile[];
  /** What each text holds by itself, by path: what other texts make of it is not among it. */
  readonly alone: ReadonlyMap<string, ReadText>;
}

export interface ReadOptions {
  /** What was read of another state of the same files: what is the same in both is parsed once. */
  readonly other?: Pick<ReadInputs, "alone"> | undefined;
  /** What earlier runs read. */
  readonly cache?: FactCache | undefined;
  /** There is another state, which is read before or after this one. */
  readonly compared?: boolean | undefined;
  /** Undefined: one cluster. */
  readonly borders?: ClusterBorders | undefined;
}

/**
 * Reads every file of the sources, then those that their facts name, until nothing new is named: a token file is known
 * for one only by the flag that names it. A file that was read without its role is parsed again with it.
 */
export async function readInputs(
  sources: Sources,
  onFile: () => void,
  { other, cache, compared, borders }: ReadOptions = {},
): Promise<ReadInputs> {
  const reading: Reading = {
    sources,
    onFile,
    other: other?.alone ?? new Map(),
    cache,
    namesContents: cache !== undefined || other !== undefined || compared === true,
    texts: new Map(),
    skipped: new Map(),
    borders,
    found: new Map(),
    aliases: new Map(),
    finders: new Map(),
    waiting: [],
    certificateRequests: undefined,
    cel: undefined,
  };
  takeAll(reading);

  const names = borders?.names ?? [defaultCluster];
  const units = new Map<string, readonly ComponentInvocation[]>();
  for (let known = -1; known < reading.found.size; ) {
    known = reading.found.size;
    await readWaiting(reading);
    for (const cluster of names) units.set(cluster, followAll(reading, cluster));
  }
  const clusters = new Map(
    names.map((name) => [name, withInvocations(withAliases(reading, textsOf(reading, name)), units.get(name) ?? [])]),
  );
  return {
    texts: clusters.size === 1 ? (clusters.get(defaultCluster) ?? []) : [...reading.texts.values()],
    clusters,
    skipped: [...reading.skipped.values()],
    alone: reading.texts,
  };
}

/** Reads what the facts of a cluster name, and gives what its units, k3s and RKE2 start. */
function followAll(reading: Reading, cluster: string): readonly ComponentInvocation[] {
  const texts = textsOf(reading, cluster).map(({ parsed }) => parsed.facts);
  const facts = texts.flat();
  const units = unitsAmong(facts);
  const environment: FindEnvironmentFile = (path) => environmentAt(reading, cluster, path);
  const distributions = [...distributionsAmong(facts), ...distributionsOfUnits(units, environment)];
  const started = [...invocationsOfUnits(units, environment), ...invocationsOfDistributions(distributions)];
  const machineFiles = machineFilesAmong(facts);
  for (const ofText of texts) {
    for (const reference of referencesAmong(ofText)) follow(reading, cluster, reference, machineFiles);
  }
  for (const reference of started.flatMap(filesOfFlags)) follow(reading, cluster, reference, machineFiles);
  return started;
}

/** The files that a text names, where they lie: what it says of mounts holds for its own components. */
function referencesAmong(facts: readonly Fact[]): readonly FileReference[] {
  const mounts = facts.flatMap((fact) => (fact.fact === "mount" ? [fact.mount] : []));
  return facts.flatMap((fact) => {
    if (fact.fact !== "file-reference") return [];
    const { reference } = fact;
    if (mounts.length === 0) return [reference];
    return [{ ...reference, path: { ...reference.path, value: mountedFrom(mounts, reference.path.value) } }];
  });
}

function textsOf({ texts, borders, finders }: Reading, cluster: string): readonly ReadText[] {
  const all = [...texts.values()];
  if (borders === undefined) return all;
  return all.filter(({ path, inside }) => {
    const of = borders.clustersOf(inside ?? path);
    const by = finders.get(path);
    // What lies under no cluster's paths is of those whose files name it.
    return by === undefined || of[0] !== defaultCluster ? of.includes(cluster) : by.has(cluster);
  });
}

interface Reading {
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

/** In the order of the sources; neighbours that are known by name so far are announced together. */
function takeAll(reading: Reading): void {
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

function take(reading: Reading, listed: InputFile, role: FileRole | undefined): void {
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
function readOrWait(reading: Reading, decoded: Decoded): void {
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

async function readWaiting(reading: Reading): Promise<void> {
  const { waiting } = reading;
  if (waiting.some(({ source }) => needsCertificateRequestReader(source.text))) {
    reading.certificateRequests ??= await loadCertificateRequestReader();
  }
  if (waiting.some(({ source }) => needsCel(source.text))) reading.cel ??= await loadCel();
  for (const decoded of waiting) keep(reading, readDecoded(reading, decoded));
  reading.waiting = [];
}

function follow(
  reading: Reading,
  cluster: string,
  reference: FileReference,
  machineFiles: ReadonlyMap<string, readonly MachineFile[]>,
): void {
  if (reference.everyIn !== undefined) {
    for (const file of filesIn(reading, reference, reference.everyIn, machineFiles)) {
      follow(reading, cluster, file, machineFiles);
    }
    return;
  }
  const { path, role } = reference;
  const key = foundKey(cluster, role, path.value);
  if (reading.found.has(key)) return;
  const embedded = machineFiles.get(path.value) ?? [];
  for (const { source } of embedded) {
    // What stands inside another text is looked up like a file of its machine, and found beside what names it.
    const at = `${source.path}!${path.value}`;
    reading.found.set(key, at);
    reading.finders.set(at, (reading.finders.get(at) ?? new Set()).add(cluster));
    // One that names itself, or is named in two roles, is read once, as any file.
    if (!reading.texts.has(at)) readOrWait(reading, { source, role, id: undefined, path: at });
  }
  if (embedded.length > 0) return;
  const file = findFile(reading, cluster, path.value);
  reading.found.set(key, file?.path);
  if (file === undefined) return;
  if (!`/${file.path}`.endsWith(path.value)) {
    reading.aliases.set(file.path, (reading.aliases.get(file.path) ?? new Set()).add(path.value));
  }
  const finders = reading.finders.get(file.path) ?? new Set();
  reading.finders.set(file.path, finders.add(cluster));
  const before = reading.texts.get(file.path);
  if (before?.role !== undefined) return;
  take(reading, file, role);
  if (before !== undefined) keepOthers(reading, before);
}

/** What a file says by itself is not taken back because somebody names it as something else, a unit itself for example. */
function keepOthers({ texts }: Reading, before: ReadText): void {
  const kept = before.parsed.facts.filter(({ fact }) => standsByItself.has(fact));
  const after = texts.get(before.path);
  if (kept.length === 0 || after === undefined) return;
  const { documents, diagnostics } = before.parsed;
  const parsed = {
    ...after.parsed,
    documents,
    facts: [...kept, ...after.parsed.facts],
    diagnostics: [...diagnostics, ...after.parsed.diagnostics],
  };
  texts.set(before.path, { ...after, parsed });
}

const standsByItself: ReadonlySet<Fact["fact"]> = new Set(["object", "unit", "invocation", "distribution"]);

/** The files in a folder of a machine, or below it, as far as they are among the inputs. */
function filesIn(
  { texts, skipped }: Reading,
  { path, role }: FileReference,
  suffix: string,
  machineFiles: ReadonlyMap<string, readonly MachineFile[]>,
): readonly FileReference[] {
  const folder = `/${path.value.replace(/^\/+|\/+$/g, "")}/`;
  const names = new Set<string>();
  for (const at of [...texts.keys(), ...skipped.keys(), ...machineFiles.keys()]) {
    if (!at.endsWith(suffix)) continue;
    const start = `/${at}`.lastIndexOf(folder);
    if (start >= 0 && !at.includes("!")) names.add(`/${at}`.slice(start + folder.length));
  }
  return [...names].sort().map((name) => ({ path: located(`${folder}${name}`, path.origin), role }));
}

/** Below the root folder of the cluster's machines, else among its own files: what another cluster's flags name is theirs. */
function findFile({ sources, borders }: Reading, cluster: string, path: string): InputFile | undefined {
  if (borders === undefined) return sources.find(path);
  const rootfs = borders.rootfsOf(cluster);
  const isOfCluster = (at: string): boolean => borders.clustersOf(at).includes(cluster);
  return sources.find(rootfs === undefined ? path : `/${rootfs}/${path.replace(/^\/+/, "")}`, isOfCluster);
}

function foundKey(cluster: string, role: FileRole, path: string): string {
  return `${cluster}\0${role} ${path}`;
}

function environmentAt(reading: Reading, cluster: string, path: string): EnvironmentFile | undefined {
  const at = reading.found.get(foundKey(cluster, "environment-file", path));
  const facts = at === undefined ? [] : (reading.texts.get(at)?.parsed.facts ?? []);
  return facts.flatMap((fact) => (fact.fact === "environment" ? [fact.environment] : []))[0];
}

/** By the path on the machine. */
function machineFilesAmong(facts: readonly Fact[]): ReadonlyMap<string, readonly MachineFile[]> {
  const files = new Map<string, MachineFile[]>();
  for (const fact of facts) {
    if (fact.fact !== "machine-file") continue;
    const { file } = fact;
    const others = files.get(file.path.value);
    if (others === undefined) files.set(file.path.value, [file]);
    else others.push(file);
  }
  return files;
}

function distributionsAmong(facts: readonly Fact[]): readonly DistributionSettings[] {
  return facts.flatMap((fact) => (fact.fact === "distribution" ? [fact.settings] : []));
}

function unitsAmong(facts: readonly Fact[]): readonly UnitFile[] {
  return facts.flatMap((fact) => (fact.fact === "unit" ? [fact.unit] : []));
}

function withAliases({ aliases }: Reading, texts: readonly ReadText[]): readonly ReadText[] {
  if (aliases.size === 0) return texts;
  return texts.map((text) => {
    const alias = aliases.get(text.path);
    return alias === undefined ? text : { ...text, alias: [...alias] };
  });
}

/** What units start belongs to the text whose word names the program. */
function withInvocations(texts: readonly ReadText[], invocations: readonly ComponentInvocation[]): readonly ReadText[] {
  if (invocations.length === 0) return texts;
  const added = new Map<string, readonly Fact[]>();
  for (const invocation of invocations) {
    const { origin } = invocation;
    const path = origin.kind === "text" ? origin.source.path : "";
    const facts = filesOfFlags(invocation).map((reference): Fact => ({ fact: "file-reference", reference }));
    added.set(path, [...(added.get(path) ?? []), { fact: "invocation", invocation }, ...facts]);
  }
  return texts.map((text) => {
    const more = added.get(text.path);
    return more === undefined ? text : { ...text, parsed: { ...text.parsed, facts: [...text.parsed.facts, ...more] } };
  });
}
