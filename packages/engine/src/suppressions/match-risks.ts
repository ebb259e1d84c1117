import { fingerprintOf, type Risk } from "@authgraph/rules";
import { type Origin, positionAt, type SourceText } from "@authgraph/source";
import { matcherOf, type PathMatcher, plainPath } from "../configuration/path-pattern.ts";
import type { SearchedCluster } from "../search.ts";
import { type Beginnings, beginningOf, beginnings } from "./beginnings.ts";
import { objectWords } from "./cluster-objects.ts";
import { commentLine } from "./comment-line.ts";
import { type NameTest, nameTest } from "./name-test.ts";
import type { WrittenSuppression } from "./written-suppression.ts";

/** The suppressions that speak of a risk, whether or not they hold. */
export type SuppressionsOf = (risk: Risk) => readonly WrittenSuppression[];

/**
 * Finds the suppressions of a risk by what it is about: each risk is looked up, never compared with every suppression.
 * Those with a `*` are tried where what stands before it fits.
 */
export function suppressionsIn(
  { name: cluster }: SearchedCluster,
  written: readonly WrittenSuppression[],
  pathFrom: PathFrom,
): SuppressionsOf {
  const index = emptyIndex();
  for (const one of written) if (one.cluster === undefined || one.cluster === cluster) add(index, one);
  for (const spans of index.spans.values()) spans.sort((a, b) => a.start - b.start);
  return (risk) => matches(index, risk, { cluster, pathFrom });
}

/** The path from the folder of the configuration; undefined where it leads out of it. */
export type PathFrom = (path: string) => string | undefined;

interface Where {
  readonly cluster: string;
  readonly pathFrom: PathFrom;
}

/** An entry of the configuration: everything that it says has to hold. */
interface EntryMatch {
  readonly written: WrittenSuppression;
  readonly object: NameTest | undefined;
  readonly subject: NameTest | undefined;
  readonly path: PathMatcher | undefined;
  readonly fingerprint: string | undefined;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

interface Index {
  /** Rules for which the places of a risk have to be made: of most risks nobody asks for them. */
  readonly placedRules: Set<string>;
  readonly byLine: Map<SourceText, Map<number, WrittenSuppression[]>>;
  readonly byFile: Map<SourceText, WrittenSuppression[]>;
  /** Objects that suppressions speak of, in the order of each text. */
  readonly spans: Map<SourceText, Span[]>;
  /** Suppressions on an object, by its key. */
  readonly onObject: Map<string, WrittenSuppression[]>;
  /** Entries by rule and the most telling thing they say. */
  readonly byName: Map<string, EntryMatch[]>;
  /** Entries by rule and the file or folder they name. */
  readonly byPath: Map<string, EntryMatch[]>;
  /** Entries that name it with a `*`, by rule and what stands before that. */
  readonly byNamePattern: Map<string, Beginnings<EntryMatch>>;
  /** Those that say a pattern of paths alone. */
  readonly byPathPattern: Map<string, Beginnings<EntryMatch>>;
  readonly byFingerprint: Map<string, EntryMatch[]>;
  readonly bySubject: Map<string, WrittenSuppression[]>;
}

function emptyIndex(): Index {
  return {
    placedRules: new Set(),
    byLine: new Map(),
    byFile: new Map(),
    spans: new Map(),
    onObject: new Map(),
    byName: new Map(),
    byPath: new Map(),
    byNamePattern: new Map(),
    byPathPattern: new Map(),
    byFingerprint: new Map(),
    bySubject: new Map(),
  };
}

function add(index: Index, written: WrittenSuppression): void {
  const { selector, suppression } = written;
  const rules = suppression.rules.map(({ value }) => value);
  switch (selector?.by) {
    case undefined:
      return;
    case "line": {
      const lines = index.byLine.get(selector.source) ?? new Map<number, WrittenSuppression[]>();
      index.byLine.set(selector.source, lines);
      push(lines, selector.line, written);
      for (const rule of rules) index.placedRules.add(rule);
      return;
    }
    case "file":
      push(index.byFile, selector.source, written);
      return;
    case "object": {
      const { source, start, end, key } = selector;
      push(index.spans, source, { start, end, key });
      push(index.onObject, key, written);
      for (const rule of rules) index.placedRules.add(rule);
      return;
    }
    case "grant":
      push(index.bySubject, selector.subject, written);
      return;
    case "entry": {
      const { object, subject, path, fingerprint } = selector;
      const entry: EntryMatch = {
        written,
        object: object === undefined ? undefined : nameTest(object),
        subject: subject === undefined ? undefined : nameTest(subject),
        path: path === undefined ? undefined : matcherOf([path]),
        fingerprint,
      };
      if (fingerprint !== undefined) push(index.byFingerprint, fingerprint.slice(0, leastDigits), entry);
      else {
        const named = (entry.object ?? entry.subject)?.exact;
        const folder = path === undefined || /[*?]/.test(path) ? undefined : plainPath(path);
        const pattern = object ?? subject;
        for (const rule of rules) {
          if (named !== undefined) push(index.byName, nameKey(rule, named), entry);
          else if (folder !== undefined) push(index.byPath, nameKey(rule, folder), entry);
          else {
            const patterns = pattern === undefined ? index.byPathPattern : index.byNamePattern;
            const ofRule = patterns.get(rule) ?? beginnings();
            patterns.set(rule, ofRule);
            ofRule.add(pattern === undefined ? folderOf(path ?? "") : beginningOf(pattern), entry);
          }
        }
      }
      return;
    }
  }
}

/** The folder before the first wildcard of a path, which may stand for nothing: `a/**` is `a` too. */
function folderOf(path: string): string {
  return beginningOf(plainPath(path)).replace(/\/[^/]*$/, "");
}

/** As many digits as a fingerprint may be cut to. */
const leastDigits = 6;

function nameKey(rule: string, name: string): string {
  return `${rule}\0${name}`;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function matches(index: Index, risk: Risk, where: Where): readonly WrittenSuppression[] {
  const found = new Set<WrittenSuppression>();
  const take = (some: readonly WrittenSuppression[] | undefined): void => {
    for (const one of some ?? []) {
      const { rules } = one.suppression;
      if (rules.some(({ value }) => value === risk.ruleId)) found.add(one);
    }
  };
  const about = aboutOf(index, risk);
  for (const { source, line } of about.lines) take(index.byLine.get(source)?.get(line));
  for (const { origin } of tellingPlaces(risk)) if (origin.kind === "text") take(index.byFile.get(origin.source));
  for (const key of about.keys) take(index.onObject.get(key));
  const path = pathOf(risk, where);
  for (const entry of entriesFor(index, risk, about.names, path, where)) {
    if (holds(entry, risk, about.names, path, where)) found.add(entry.written);
  }
  for (const one of index.bySubject.get(risk.identity.subject) ?? []) {
    if (one.selector?.by === "grant" && isThrough(one.selector.binding, risk)) found.add(one);
  }
  return [...found];
}

/** What a grant excuses is told of a binding. */
function isThrough(binding: string | undefined, { identity: { object } }: Risk): boolean {
  const words = objectWords(object);
  return binding === undefined ? /^(?:Cluster)?RoleBinding /.test(words) : words === binding;
}

interface About {
  readonly lines: readonly { readonly source: SourceText; readonly line: number }[];
  /** Keys of the objects that it is about, or has a place in, as far as a suppression is on them. */
  readonly keys: ReadonlySet<string>;
  /** What entries may call it. */
  readonly names: ReadonlySet<string>;
}

function aboutOf(index: Index, risk: Risk): About {
  const lines: { source: SourceText; line: number }[] = [];
  const keys = new Set<string>(namesOf(risk));
  const names = new Set([...keys].map(objectWords));
  if (index.placedRules.has(risk.ruleId)) {
    for (const origin of originsOf(risk)) {
      if (origin.kind !== "text") continue;
      const { source, start } = origin;
      if (index.byLine.has(source)) {
        const { line } = positionAt(source, start);
        lines.push({ source, line }, { source, line: commentLine(source, line) });
      }
      const span = spanAt(index.spans.get(source), start);
      if (span !== undefined) keys.add(span.key);
    }
  }
  return { lines, keys, names };
}

/** What a risk is about, as keys and as words: its object, what that is a part of, its subject, the role behind it. */
function namesOf({ identity: { subject, object }, role }: Risk): readonly string[] {
  const whole = /^[^/]*\/[A-Z][A-Za-z]*\/[^/]*\/[^/]+(?=\/)/.exec(object)?.[0];
  const account = /^(ServiceAccount) ([^/]+)\/(.+)$/.exec(subject);
  return [
    object,
    subject,
    ...(whole === undefined ? [] : [whole]),
    ...(account === null ? [] : [`/ServiceAccount/${account[2]}/${account[3]}`]),
    ...(role === undefined ? [] : [role.key]),
  ];
}

/** Every place of the story, the one it is told at first. */
export function originsOf(risk: Risk): readonly Origin[] {
  return [...tellingPlaces(risk), ...risk.hops].map(({ origin }) => origin);
}

/** Where a risk may be told: at its place or, with others, at its role. */
function tellingPlaces({ place, role }: Risk): readonly { readonly origin: Origin }[] {
  return role === undefined ? [place] : [place, role.place];
}

function spanAt(spans: readonly Span[] | undefined, offset: number): Span | undefined {
  if (spans === undefined) return undefined;
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const span = spans[low - 1];
  return span !== undefined && offset <= span.end ? span : undefined;
}

/** Where it is told, from the folder of the configuration. */
function pathOf({ place: { origin } }: Risk, { pathFrom }: Where): string | undefined {
  return origin.kind === "text" ? pathFrom(origin.source.path) : undefined;
}

function* entriesFor(
  index: Index,
  { ruleId, identity }: Risk,
  names: ReadonlySet<string>,
  path: string | undefined,
  { cluster }: Where,
): Iterable<EntryMatch> {
  if (index.byFingerprint.size > 0) {
    yield* index.byFingerprint.get(fingerprintOf(ruleId, cluster, identity).slice(0, leastDigits)) ?? [];
  }
  const namePatterns = index.byNamePattern.get(ruleId);
  if (namePatterns !== undefined) for (const name of names) yield* namePatterns.of(name);
  if (path !== undefined) yield* index.byPathPattern.get(ruleId)?.of(path) ?? [];
  if (index.byName.size > 0) for (const name of names) yield* index.byName.get(nameKey(ruleId, name)) ?? [];
  if (index.byPath.size === 0 || path === undefined) return;
  for (const folder of [...foldersAbove(path), path]) yield* index.byPath.get(nameKey(ruleId, folder)) ?? [];
}

/** `a`, `a/b` of `a/b/c`, and the folder that all lie in. */
function foldersAbove(path: string): readonly string[] {
  return ["", ...[...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index))];
}

function holds(
  { written, object, subject, path: pathHolds, fingerprint }: EntryMatch,
  { ruleId, identity }: Risk,
  names: ReadonlySet<string>,
  path: string | undefined,
  { cluster }: Where,
): boolean {
  const { rules } = written.suppression;
  if (rules.length > 0 && !rules.some(({ value }) => value === ruleId)) return false;
  if (fingerprint !== undefined && !fingerprintOf(ruleId, cluster, identity).startsWith(fingerprint)) return false;
  if (subject !== undefined && !subject.holds(identity.subject)) return false;
  if (pathHolds !== undefined && (path === undefined || !pathHolds(path))) return false;
  return object === undefined || (object.exact === undefined ? [...names].some(object.holds) : names.has(object.exact));
}
