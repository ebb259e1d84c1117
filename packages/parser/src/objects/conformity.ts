import { parseGoDuration } from "@authgraph/kubernetes";
import type { NodeId, Tree, ValueKind } from "../reader/tree.ts";
import { quoted } from "./field-error.ts";
import type { GoField, GoScalar, GoStruct, GoType } from "./go-types.ts";

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
  /** From the root: entries of structs, and indexes of lists as `-1 - index`. */
  readonly path: number[];
  readonly errors: OrderedProblem[];
  readonly unknown: OrderedProblem[];
}

interface OrderedProblem extends ShapeProblem {
  readonly path: readonly (string | number)[];
  /** Ends the decoding at once; others are kept until its end, and the first of them counts then. */
  readonly ends: boolean;
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
  return { error: walk.errors.find(({ ends }) => ends) ?? walk.errors[0], unknownFields: walk.unknown };
}

function compare(walk: Walk, node: NodeId, type: GoType, owner: GoStruct): void {
  const kind = walk.tree.kind(node);
  if (kind === "null") {
    if (type.shape === "duration" && type.optional !== true) refuse(walk, node, 'time: invalid duration ""', true);
    return;
  }
  switch (type.shape) {
    case "anything":
      return;
    case "string":
      if (kind !== "string") refuseKind(walk, node, kind, type, owner);
      return;
    case "slice":
      if (kind === "sequence") compareItems(walk, node, type.item, owner);
      else refuseKind(walk, node, kind, type, owner);
      return;
    case "map":
      if (kind === "mapping") compareValues(walk, node, type.value, owner);
      else refuseKind(walk, node, kind, type, owner);
      return;
    case "struct":
      if (kind === "mapping") compareStruct(walk, node, type);
      else refuseKind(walk, node, kind, type, owner);
      return;
    case "bool":
      if (kind !== "boolean") refuseKind(walk, node, kind, type, owner);
      return;
    case "int32":
    case "int64":
    case "bytes":
    case "time":
    case "duration":
      compareWritten(walk, node, kind, type, owner);
  }
}

function compareItems(walk: Walk, list: NodeId, type: GoType, owner: GoStruct): void {
  const { tree, path } = walk;
  let index = 0;
  for (let item = tree.first(list); item !== 0; item = tree.next(item)) {
    path.push(-1 - index++);
    compare(walk, item, type, owner);
    path.pop();
  }
}

function compareValues(walk: Walk, map: NodeId, type: GoType, owner: GoStruct): void {
  const { tree } = walk;
  for (let entry = tree.first(map); entry !== 0; entry = tree.next(entry)) compare(walk, entry, type, owner);
}

function compareStruct(walk: Walk, node: NodeId, type: GoStruct): void {
  const { tree, path } = walk;
  for (let entry = tree.first(node); entry !== 0; entry = tree.next(entry)) {
    const field = fieldOf(tree, entry, type.fields);
    path.push(entry);
    if (field !== undefined) compare(walk, entry, field, type);
    else if (type.complete) {
      const written = writtenPath(walk);
      const at = { start: tree.keyStart(entry), end: tree.keyEnd(entry) };
      walk.unknown.push({ text: fieldPath(written), ...at, path: written, ends: false });
    }
    path.pop();
  }
}

function fieldOf(tree: Tree, entry: NodeId, fields: readonly GoField[]): GoType | undefined {
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i];
    if (field !== undefined && tree.keyIs(entry, field.name)) return field.type;
  }
  return undefined;
}

/** Compares a scalar whose kind alone does not decide. */
function compareWritten(walk: Walk, node: NodeId, kind: ValueKind, type: GoScalar, owner: GoStruct): void {
  const isNumber = kind === "integer" || kind === "float";
  const isKind = type.shape === "int32" || type.shape === "int64" ? isNumber : kind === "string";
  if (!isKind) {
    refuseKind(walk, node, kind, type, owner);
    return;
  }
  const written = walk.tree.scalar(node);
  switch (type.shape) {
    case "int32":
    case "int64":
      if (!isInteger(written, type.shape)) refuse(walk, node, cannotUnmarshal(walk, `number ${written}`, type, owner));
      return;
    case "bytes": {
      const at = corruptBase64At(written);
      if (at !== undefined) refuse(walk, node, `illegal base64 data at input byte ${at}`);
      return;
    }
    case "time": {
      const form = "2006-01-02T15:04:05Z07:00";
      if (!rfc3339.test(written))
        refuse(walk, node, `parsing time ${quoted(written)} as ${quoted(form)}: cannot parse`);
      return;
    }
    case "duration": {
      const read = parseGoDuration(written);
      if ("problem" in read) refuse(walk, node, read.problem, true);
      return;
    }
    case "string":
    case "bool":
      return;
  }
}

function refuseKind(walk: Walk, node: NodeId, kind: ValueKind, type: GoType, owner: GoStruct): void {
  const word = goWord(kind);
  const ofTime = `json: cannot unmarshal ${word} into Go value of type string`;
  const isTime = type.shape === "time";
  refuse(walk, node, isTime ? ofTime : cannotUnmarshal(walk, word, type, owner), type.shape === "duration");
}

function refuse(walk: Walk, node: NodeId, text: string, ends: boolean = false): void {
  const { tree } = walk;
  walk.errors.push({ text, start: tree.start(node), end: tree.end(node), path: writtenPath(walk), ends });
}

/** Field names and list indexes from the root. */
function writtenPath({ tree, path }: Walk): readonly (string | number)[] {
  return path.map((part) => (part < 0 ? -1 - part : tree.key(part)));
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
  return [owner.shortName, ...writtenPath(walk).filter((part) => typeof part === "string")].join(".");
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
const wholeBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Where Go's `base64.StdEncoding` stops: the offset in its CorruptInputError; undefined where the text is sound. */
export function corruptBase64At(text: string): number | undefined {
  if (wholeBase64.test(text)) return undefined;

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
