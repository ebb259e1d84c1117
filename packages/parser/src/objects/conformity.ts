import type { NodeId, Tree, ValueKind } from "../reader/tree.ts";
import { quoted } from "./field-error.ts";
import type { GoStruct, GoType } from "./go-types.ts";

/** Something about a document's shape, and where. */
export interface ShapeProblem {
  /** Go's own words, or for unknown fields the path of the field. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How a document compares with the Go type it is decoded into. */
export interface Conformity {
  /** The error that decoding ends with: the object as a whole is refused. */
  readonly error: ShapeProblem | undefined;
  /** Paths of fields that the type does not have, in Go's order. Strict decoding refuses them, lenient drops them. */
  readonly unknownFields: readonly ShapeProblem[];
}

interface Walk {
  readonly tree: Tree;
  /** Field names and list indexes from the root. */
  readonly path: (string | number)[];
  readonly errors: OrderedProblem[];
  readonly unknown: OrderedProblem[];
}

interface OrderedProblem extends ShapeProblem {
  readonly path: readonly (string | number)[];
}

const conforming: Conformity = { error: undefined, unknownFields: [] };

/**
 * Compares a value with a Go type as sigs.k8s.io/json does: names are case-sensitive, null is the zero value, nothing
 * is converted, and the first wrong type refuses everything. "First" is in the order of sorted keys, because YAML
 * reaches the decoder as JSON that Go marshalled from a map.
 */
export function compareWithType(tree: Tree, node: NodeId, type: GoStruct): Conformity {
  const walk: Walk = { tree, path: [], errors: [], unknown: [] };
  compareStruct(walk, node, type);
  if (walk.errors.length === 0 && walk.unknown.length === 0) return conforming;
  walk.errors.sort(byPath);
  walk.unknown.sort(byPath);
  return { error: walk.errors[0], unknownFields: walk.unknown };
}

function compare(walk: Walk, node: NodeId, type: GoType, owner: GoStruct): void {
  const { tree } = walk;
  const kind = tree.kind(node);
  if (type.shape === "anything" || kind === "null") return;

  const error = mismatch(walk, node, kind, type, owner);
  if (error !== undefined) {
    walk.errors.push({ text: error, start: tree.start(node), end: tree.end(node), path: [...walk.path] });
  } else if (type.shape === "slice") {
    let index = 0;
    for (let item = tree.first(node); item !== 0; item = tree.next(item)) {
      walk.path.push(index++);
      compare(walk, item, type.item, owner);
      walk.path.pop();
    }
  } else if (type.shape === "map") {
    for (let entry = tree.first(node); entry !== 0; entry = tree.next(entry)) compare(walk, entry, type.value, owner);
  } else if (type.shape === "struct") {
    compareStruct(walk, node, type);
  }
}

function compareStruct(walk: Walk, node: NodeId, type: GoStruct): void {
  const { tree, path } = walk;
  for (let entry = tree.first(node); entry !== 0; entry = tree.next(entry)) {
    const key = tree.key(entry);
    const field = type.fields.get(key);
    path.push(key);
    if (field !== undefined) compare(walk, entry, field, type);
    else if (type.complete) {
      const at = { start: tree.keyStart(entry), end: tree.keyEnd(entry) };
      walk.unknown.push({ text: fieldPath(path), ...at, path: [...path] });
    }
    path.pop();
  }
}

/** Go's error for a value of a wrong type, what is inside it left aside. */
function mismatch(walk: Walk, node: NodeId, kind: ValueKind, type: GoType, owner: GoStruct): string | undefined {
  switch (type.shape) {
    case "slice":
      return kind === "sequence" ? undefined : cannotUnmarshal(walk, goWord(kind), type, owner);
    case "map":
    case "struct":
      return kind === "mapping" ? undefined : cannotUnmarshal(walk, goWord(kind), type, owner);
    case "string":
      return kind === "string" ? undefined : cannotUnmarshal(walk, goWord(kind), type, owner);
    case "bool":
      return kind === "boolean" ? undefined : cannotUnmarshal(walk, goWord(kind), type, owner);
    case "int32":
    case "int64": {
      if (kind !== "integer" && kind !== "float") return cannotUnmarshal(walk, goWord(kind), type, owner);
      const number = walk.tree.scalar(node);
      return isInteger(number, type.shape) ? undefined : cannotUnmarshal(walk, `number ${number}`, type, owner);
    }
    case "bytes": {
      if (kind !== "string") return cannotUnmarshal(walk, goWord(kind), type, owner);
      const at = corruptBase64At(walk.tree.scalar(node));
      return at === undefined ? undefined : `illegal base64 data at input byte ${at}`;
    }
    case "time": {
      if (kind !== "string") return `json: cannot unmarshal ${goWord(kind)} into Go value of type string`;
      const text = walk.tree.scalar(node);
      const form = "2006-01-02T15:04:05Z07:00";
      return rfc3339.test(text) ? undefined : `parsing time ${quoted(text)} as ${quoted(form)}: cannot parse`;
    }
    case "anything":
      return undefined;
  }
}

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([.,]\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Whether a number, as Go's JSON spells it, is one for strconv.ParseInt. */
function isInteger(number: string, size: "int32" | "int64"): boolean {
  const limit = 1n << (size === "int32" ? 31n : 63n);
  return /^-?\d{1,19}$/.test(number) && BigInt(number) < limit && BigInt(number) >= -limit;
}

function cannotUnmarshal(walk: Walk, value: string, type: GoType, owner: GoStruct): string {
  return `json: cannot unmarshal ${value} into Go struct field ${goField(walk, owner)} of type ${type.name}`;
}

/** `PolicyRule.rules.verbs`: the innermost struct, then the fields from the root (encoding/json `addErrorContext`). */
function goField(walk: Walk, owner: GoStruct): string {
  return [owner.shortName, ...walk.path.filter((part) => typeof part === "string")].join(".");
}

/** A kind of JSON value as encoding/json names it in its errors. */
export function goWord(kind: ValueKind): string {
  switch (kind) {
    case "mapping":
      return "object";
    case "sequence":
      return "array";
    case "integer":
    case "float":
      return "number";
    case "boolean":
      return "bool";
    case "string":
    case "null":
      return kind;
  }
}

/** `rules[0].verbs`, as strict decoding and validation write paths. */
function fieldPath(path: readonly (string | number)[]): string {
  let text = "";
  for (const part of path) text += typeof part === "number" ? `[${part}]` : text === "" ? part : `.${part}`;
  return text;
}

function byPath(a: OrderedProblem, b: OrderedProblem): number {
  for (let i = 0; i < a.path.length && i < b.path.length; i++) {
    const left = a.path[i] ?? "";
    const right = b.path[i] ?? "";
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.path.length - b.path.length || a.start - b.start;
}

const base64Character = /[A-Za-z0-9+/]/;

/** Where Go's `base64.StdEncoding` stops: the offset in its CorruptInputError; undefined where the text is sound. */
export function corruptBase64At(text: string): number | undefined {
  if (/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined;

  let inQuantum = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? "";
    if (character === "\n" || character === "\r") continue;
    if (base64Character.test(character)) inQuantum = (inQuantum + 1) % 4;
    else return character === "=" && inQuantum >= 2 ? afterPadding(text, i, inQuantum) : utf8Length(text.slice(0, i));
  }
  return inQuantum === 0 ? undefined : utf8Length(text) - inQuantum;
}

function afterPadding(text: string, at: number, inQuantum: number): number | undefined {
  let rest = skipBreaks(text, at + 1);
  if (inQuantum === 2) {
    if (rest >= text.length) return utf8Length(text);
    if (text[rest] !== "=") return rest - 1;
    rest = skipBreaks(text, rest + 1);
  }
  return rest < text.length ? rest : undefined;
}

function skipBreaks(text: string, from: number): number {
  let at = from;
  while (text[at] === "\n" || text[at] === "\r") at++;
  return at;
}

function utf8Length(text: string): number {
  return Buffer.byteLength(text);
}
