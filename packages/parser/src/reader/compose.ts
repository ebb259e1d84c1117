import { checkAliases } from "./alias-budget.ts";
import {
  type Arena,
  addNode,
  cell,
  END,
  FIRST,
  FORM,
  KEY,
  LAST,
  NEXT,
  ORDINARY,
  START,
  setCell,
  TAGGED,
} from "./arena.ts";
import { type Builder, mayRepeatKeys } from "./build.ts";
import { type DocumentNodes, formOf, keyText, rawText, resolveNode, written } from "./node-value.ts";
import { resolveTagged, spellKey } from "./resolve-scalar.ts";
import { FORM_MASK, Form } from "./scan-scalar.ts";
import type { NodeId, Surprise } from "./tree.ts";

/** Why Go refuses a document that is well-formed YAML. */
export interface Refusal {
  readonly message: string;
  readonly offset: number;
}

/**
 * Gives the mappings of a parsed document the entries Go keeps: merges applied in document order, of equal keys the
 * last (decode.go mapping, merge, setMapIndex), and says what Go refuses. Only documents marked `special` need it.
 */
export function composeDocument(d: DocumentNodes, strict: boolean, surprises: Surprise[]): Refusal | undefined {
  const { builder } = d;
  const refusal = checkScalars(d) ?? checkKeys(d) ?? (builder.aliasCount > 0 ? checkAliases(d) : undefined);
  if (refusal !== undefined) return refusal;

  let repeated: Refusal | undefined;
  for (const mapping of builder.mappings) {
    if (!isOrdinary(builder, mapping)) repeated = composeMapping(d, mapping, surprises) ?? repeated;
  }
  if (strict && repeated !== undefined) return repeated;
  return mayHoldUnspeakable(d) ? findUnspeakable(d) : undefined;
}

// --- refusals of single nodes

function checkScalars(d: DocumentNodes): Refusal | undefined {
  const { arena, tags } = d.builder;
  if (tags.length === 0) return undefined;
  for (let node = 1; node < arena.count; node++) {
    if ((cell(arena, node, FORM) & TAGGED) === 0) continue;
    const resolved = resolveTagged(tags[cell(arena, node, LAST)] ?? "", rawText(d, node));
    if ("problem" in resolved) return { message: `yaml: ${resolved.problem}`, offset: cell(arena, node, START) };
  }
  return undefined;
}

/** Go refuses collections as keys, and merges of anything but mappings. */
function checkKeys(d: DocumentNodes): Refusal | undefined {
  const { builder } = d;
  const { arena } = builder;
  for (const mapping of builder.mappings) {
    for (let entry = cell(arena, mapping, FIRST); entry !== 0; entry = cell(arena, entry, NEXT)) {
      const key = cell(arena, entry, KEY);
      if ((cell(arena, key, FORM) & ORDINARY) !== 0) continue;
      if (isMergeKey(d, key)) {
        if (mergeSources(builder, entry).length > 0 || isEmptySequence(builder, entry)) continue;
        const message = "yaml: map merge requires map or sequence of maps as the value";
        return { message, offset: cell(arena, entry, START) };
      }
      const form = formOf(builder, written(builder, key));
      if (form !== Form.mapping && form !== Form.sequence) continue;
      const type = form === Form.mapping ? "map[interface {}]interface {}" : "[]interface {}";
      return { message: `yaml: invalid map key: ${type}`, offset: cell(arena, key, START) };
    }
  }
  return undefined;
}

function isEmptySequence(builder: Builder, node: NodeId): boolean {
  return formOf(builder, node) === Form.sequence && cell(builder.arena, node, FIRST) === 0;
}

// --- entries

function isOrdinary(builder: Builder, mapping: NodeId): boolean {
  const { arena } = builder;
  for (let entry = cell(arena, mapping, FIRST); entry !== 0; entry = cell(arena, entry, NEXT)) {
    if ((cell(arena, cell(arena, entry, KEY), FORM) & ORDINARY) === 0) return false;
  }
  return !mayRepeatKeys(builder, mapping);
}

/** An entry of the result: a value as written here or, through `merge`, elsewhere. */
interface Entry {
  readonly key: NodeId;
  readonly value: NodeId;
  /** The key `<<` it came through, 0 if it was written here. */
  readonly merge: NodeId;
}

interface Composition {
  readonly d: DocumentNodes;
  readonly entries: Map<string, Entry>;
  readonly surprises: Surprise[];
  repeated: Refusal | undefined;
}

function composeMapping(d: DocumentNodes, mapping: NodeId, surprises: Surprise[]): Refusal | undefined {
  const { builder } = d;
  const { arena } = builder;
  const c: Composition = { d, entries: new Map(), surprises, repeated: undefined };
  for (let value = cell(arena, mapping, FIRST); value !== 0; value = cell(arena, value, NEXT)) {
    const key = cell(arena, value, KEY);
    if (isMergeKey(d, key)) {
      for (const source of mergeSources(builder, value)) merge(c, source, key);
    } else put(c, { key, value, merge: 0 });
  }
  relink(arena, mapping, [...withoutCollisions(c)]);
  return c.repeated;
}

/** `<<` written plain, or with the tag `!!merge` or `!` (decode.go isMerge). */
export function isMergeKey(d: DocumentNodes, key: NodeId): boolean {
  const { arena, tags } = d.builder;
  const flags = cell(arena, key, FORM);
  const form = flags & FORM_MASK;
  if ((flags & ORDINARY) !== 0 || form === Form.jsonString || form > Form.folded) return false;
  if ((flags & TAGGED) !== 0) {
    const tag = tags[cell(arena, key, LAST)] ?? "";
    if (tag !== "!" && tag !== "tag:yaml.org,2002:merge") return false;
  } else if (form !== Form.plain) return false;
  return rawText(d, key) === "<<";
}

/** The mappings that a merge takes entries from, in the order in which Go writes them; none if one of them is no mapping. */
export function mergeSources(builder: Builder, value: NodeId): readonly NodeId[] {
  const { arena } = builder;
  const form = formOf(builder, value);
  if (form === Form.mapping) return [value];
  if (form === Form.alias) {
    const target = cell(arena, value, FIRST);
    return formOf(builder, target) === Form.mapping ? [value] : [];
  }
  if (form !== Form.sequence) return [];
  const sources: NodeId[] = [];
  for (let item = cell(arena, value, FIRST); item !== 0; item = cell(arena, item, NEXT)) {
    const isAlias = formOf(builder, item) === Form.alias;
    if (formOf(builder, isAlias ? cell(arena, item, FIRST) : item) !== Form.mapping) return [];
    sources.push(item);
  }
  // Backwards, so that the first of the list wins.
  return sources.reverse();
}

function merge(c: Composition, source: NodeId, mergeKey: NodeId): void {
  const { builder } = c.d;
  const { arena } = builder;
  const mapping = written(builder, source);
  for (let value = cell(arena, mapping, FIRST); value !== 0; value = cell(arena, value, NEXT)) {
    put(c, { key: cell(arena, value, KEY), value, merge: mergeKey });
  }
}

function put(c: Composition, entry: Entry): void {
  const identity = identityOf(c.d, entry.key);
  const earlier = c.entries.get(identity);
  if (earlier !== undefined) {
    const key = keyText(c.d, entry.key);
    c.repeated ??= {
      message: alreadySet(key, formOf(c.d.builder, entry.key) === Form.jsonString),
      offset: cell(c.d.builder.arena, entry.value, START),
    };
    // A key written after `<<`, and the first of a list of merges, win as everybody expects.
    if (entry.merge === 0 ? earlier.merge === 0 : entry.merge !== earlier.merge) {
      c.surprises.push(
        surprise(c.d, entry.merge === 0 ? "duplicate-key" : "merge-override", key, earlier.key, entry.key, false),
      );
    }
    c.entries.delete(identity);
  }
  c.entries.set(identity, entry);
}

function alreadySet(key: string, inJson: boolean): string {
  const name = JSON.stringify(key);
  return inJson
    ? `strict decoding error: duplicate field ${name}`
    : `yaml: unmarshal errors: key ${name} already set in map`;
}

/** Keys are equal in Go if type and value are: `1` is not `"1"`, and NaN equals nothing. */
function identityOf(d: DocumentNodes, key: NodeId): string {
  const target = written(d.builder, key);
  const { type, spelling } = resolveNode(d, target);
  if (type === "float64") {
    if (spelling === "NaN") return `NaN ${key}`;
    return `float64 ${spelling === "-0" ? "0" : spelling}`;
  }
  return type === "timestamp" ? `string ${spelling}` : `${type} ${spelling}`;
}

/** Keys that differ in Go and are the same in JSON: which of them stays is random (Go's map order). */
function* withoutCollisions(c: Composition): Iterable<Entry> {
  const last = new Map<string, Entry>();
  for (const entry of c.entries.values()) {
    const key = keyText(c.d, entry.key);
    const earlier = last.get(key);
    if (earlier !== undefined) c.surprises.push(surprise(c.d, "duplicate-key", key, earlier.key, entry.key, true));
    last.set(key, entry);
  }
  for (const entry of c.entries.values()) {
    if (last.get(keyText(c.d, entry.key)) === entry) yield entry;
  }
}

function surprise(
  d: DocumentNodes,
  form: "duplicate-key" | "merge-override",
  key: string,
  loser: NodeId,
  winner: NodeId,
  undetermined: boolean,
): Surprise {
  const { arena } = d.builder;
  return {
    form,
    key,
    start: cell(arena, loser, START),
    end: cell(arena, loser, END),
    winnerStart: cell(arena, winner, START),
    winnerEnd: cell(arena, winner, END),
    undetermined,
  };
}

function relink(arena: Arena, mapping: NodeId, entries: readonly Entry[]): void {
  let previous = 0;
  setCell(arena, mapping, FIRST, 0);
  for (const { key, value, merge } of entries) {
    let node = value;
    if (merge !== 0) {
      node = addNode(arena, Form.merged, cell(arena, value, START), cell(arena, value, END));
      setCell(arena, node, FIRST, value);
      setCell(arena, node, KEY, key);
    }
    if (previous === 0) setCell(arena, mapping, FIRST, node);
    else setCell(arena, previous, NEXT, node);
    setCell(arena, node, NEXT, 0);
    previous = node;
  }
  setCell(arena, mapping, LAST, previous);
}

// --- what JSON can not spell

function isUnspeakable(d: DocumentNodes, node: NodeId): boolean {
  const form = formOf(d.builder, node);
  if (form !== Form.plain && (cell(d.builder.arena, node, FORM) & TAGGED) === 0) return false;
  const { type, spelling } = resolveNode(d, node);
  return type === "float64" && (spelling === "NaN" || spelling.endsWith("Inf"));
}

function mayHoldUnspeakable(d: DocumentNodes): boolean {
  const { builder, chunk } = d;
  const { arena } = builder;
  for (let node = 1; node < arena.count; node++) {
    const form = formOf(builder, node);
    if (form > Form.folded) continue;
    const first = chunk.text.charCodeAt(cell(arena, node, START));
    const mayBe = first === 0x2e || first === 0x2b || first === 0x2d || (cell(arena, node, FORM) & TAGGED) !== 0;
    if (mayBe && isUnspeakable(d, node)) return true;
  }
  for (const mapping of builder.mappings) {
    for (let entry = cell(arena, mapping, FIRST); entry !== 0; entry = cell(arena, entry, NEXT)) {
      if (!isSpeakableKey(d, cell(arena, entry, KEY))) return true;
    }
  }
  return false;
}

function isSpeakableKey(d: DocumentNodes, key: NodeId): boolean {
  if ((cell(d.builder.arena, key, FORM) & ORDINARY) !== 0) return true;
  return spellKey(resolveNode(d, written(d.builder, key))) !== undefined;
}

/**
 * The first value or key that Go reads and can not turn into JSON. Overwritten entries do not count, so this walks what
 * is left, each node once.
 */
function findUnspeakable(d: DocumentNodes): Refusal | undefined {
  const { builder } = d;
  const { arena } = builder;
  const seen = new Uint8Array(arena.count);
  const waiting: NodeId[] = [builder.root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = written(builder, next);
    if (seen[node] === 1) continue;
    seen[node] = 1;
    const form = formOf(builder, node);
    if (form === Form.mapping || form === Form.sequence) {
      for (let child = cell(arena, node, FIRST); child !== 0; child = cell(arena, child, NEXT)) {
        const key = cell(arena, child, KEY);
        if (form === Form.mapping && !isSpeakableKey(d, key)) {
          return { message: "unsupported map key", offset: cell(arena, key, START) };
        }
        waiting.push(child);
      }
    } else if (isUnspeakable(d, node)) {
      return { message: `json: unsupported value: ${resolveNode(d, node).spelling}`, offset: cell(arena, next, START) };
    }
  }
  return undefined;
}
