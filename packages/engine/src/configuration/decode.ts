import type { NodeId, Tree } from "@authgraph/parser";
import { nearest } from "@authgraph/rules";
import {
  type Diagnostic,
  type Located,
  located,
  type SourceText,
  type TextOrigin,
  textOrigin,
} from "@authgraph/source";

/**
 * A document on its way to typed values. Every problem is noted at its place, and reading goes on: whoever made three
 * mistakes is told of three. What is wrong is read as something empty, which nobody sees, for a wrong file gives nothing.
 */
export interface Decoding {
  readonly source: SourceText;
  readonly tree: Tree;
  readonly problems: Diagnostic[];
}

/** Reads the value of a key, which its messages name. */
export type Decode<T> = (decoding: Decoding, node: NodeId, key: string) => T;

/** A mapping whose keys were looked at. */
export interface Entry<Key extends string> {
  readonly origin: TextOrigin;
  /** What the key says; undefined where it is not there. */
  get<T>(key: Key, decode: Decode<T>): T | undefined;
  has(key: Key): boolean;
}

export function problem(origin: TextOrigin, message: string): Diagnostic {
  return { id: "configuration-invalid", level: "error", message, origin };
}

export function tell({ problems }: Decoding, origin: TextOrigin, message: string): void {
  problems.push(problem(origin, message));
}

export function originOf({ source, tree }: Decoding, node: NodeId): TextOrigin {
  return textOrigin(source, tree.start(node), tree.end(node));
}

/** A mapping with these keys and no others; `what` names it in messages (`a cluster`). */
export function entry<Key extends string>(
  decoding: Decoding,
  node: NodeId,
  {
    what,
    keys,
    required = [],
  }: { readonly what: string; readonly keys: readonly Key[]; readonly required?: readonly Key[] },
): Entry<Key> {
  const { tree } = decoding;
  const origin = originOf(decoding, node);
  const nodes = new Map<string, NodeId>();
  if (tree.kind(node) !== "mapping") {
    tell(decoding, origin, `${what} must be a mapping with the keys ${keys.join(", ")}`);
  } else {
    for (const [key, value, keyOrigin] of entries(decoding, node)) {
      const isKnown = keys.some((known) => known === key);
      if (isKnown) nodes.set(key, value);
      else tell(decoding, keyOrigin, unknownKey(key, what, keys));
    }
    for (const key of required) {
      if (!nodes.has(key)) tell(decoding, startOf(origin), `${what} must have the key ${key}`);
    }
  }
  return {
    origin,
    has: (key) => nodes.has(key),
    get(key, decode) {
      const value = nodes.get(key);
      return value === undefined ? undefined : decode(decoding, value, key);
    },
  };
}

/** The entries of a mapping, with their keys' places; none where it is no mapping. */
export function* entries(
  { source, tree }: Decoding,
  node: NodeId,
): Iterable<readonly [key: string, value: NodeId, origin: TextOrigin]> {
  if (tree.kind(node) !== "mapping") return;
  for (let at = tree.first(node); at !== 0; at = tree.next(at)) {
    yield [tree.key(at), at, textOrigin(source, tree.keyStart(at), tree.keyEnd(at))];
  }
}

function unknownKey(key: string, what: string, keys: readonly string[]): string {
  return `${what} has no key "${key}"; ${meant(key, keys)}`;
}

/** What may be meant by a word that is not known. */
export function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? `there are ${known.join(", ")}` : `did you mean ${near}?`;
}

/** The place of a key that is missing: where its mapping starts. */
function startOf({ source, start }: TextOrigin): TextOrigin {
  return textOrigin(source, start, start);
}

/** Text as it is, but not empty. */
export const text: Decode<Located<string>> = (decoding, node, key) => {
  const origin = originOf(decoding, node);
  const kind = decoding.tree.kind(node);
  if (kind !== "string") {
    const hint = kind === "mapping" || kind === "sequence" || kind === "null" ? "" : ": put it in quotes";
    return wrongText(decoding, origin, `${key} must be text${hint}`);
  }
  const value = decoding.tree.scalar(node);
  return value.trim() === "" ? wrongText(decoding, origin, `${key} must not be empty`) : located(value, origin);
};

/** Text that `accepts` lets through; else it says what is wrong, as the end of a sentence that starts with the key. */
export function textThat(accepts: (value: string) => string | undefined): Decode<Located<string>> {
  return (decoding, node, key) => accepted(decoding, text(decoding, node, key), key, accepts);
}

/** The same where YAML may take what was written for a number (`1.30`, a fingerprint of digits): as it was written. */
export function writtenThat(accepts: (value: string) => string | undefined): Decode<Located<string>> {
  return (decoding, node, key) => {
    const { tree } = decoding;
    const kind = tree.kind(node);
    const isNumber = kind === "integer" || kind === "float";
    const read = isNumber
      ? located(tree.text.slice(tree.start(node), tree.end(node)), originOf(decoding, node))
      : text(decoding, node, key);
    return accepted(decoding, read, key, accepts);
  };
}

function accepted(
  decoding: Decoding,
  read: Located<string>,
  key: string,
  accepts: (value: string) => string | undefined,
): Located<string> {
  const wrong = read.value === "" ? undefined : accepts(read.value);
  if (wrong !== undefined && read.origin.kind === "text") tell(decoding, read.origin, `${key} ${wrong}`);
  return read;
}

function wrongText(decoding: Decoding, origin: TextOrigin, message: string): Located<string> {
  tell(decoding, origin, message);
  return located("", origin);
}

/** One of some words. */
export function oneOf<Word extends string>(words: readonly [Word, ...Word[]]): Decode<Located<Word>> {
  return (decoding, node, key) => {
    const origin = originOf(decoding, node);
    const { tree } = decoding;
    const value = tree.kind(node) === "string" ? tree.scalar(node) : "";
    const word = words.find((known) => known === value);
    if (word === undefined) {
      const near = nearest(value, words);
      const hint = near === undefined ? "" : `; did you mean ${near}?`;
      tell(decoding, origin, `${key} must be one of ${words.join(", ")}${hint}`);
    }
    return located(word ?? words[0], origin);
  };
}

export const flag: Decode<boolean> = (decoding, node, key) => {
  const { tree } = decoding;
  if (tree.kind(node) !== "boolean") tell(decoding, originOf(decoding, node), `${key} must be true or false`);
  return tree.scalar(node) === "true";
};

/** A list, each item read the same way. */
export function list<T>(
  decode: Decode<T>,
  { atLeastOne = false }: { readonly atLeastOne?: boolean } = {},
): Decode<readonly T[]> {
  return (decoding, node, key) => {
    const { tree } = decoding;
    if (tree.kind(node) !== "sequence") {
      tell(decoding, originOf(decoding, node), `${key} must be a list`);
      return [];
    }
    const items: T[] = [];
    for (let item = tree.first(node); item !== 0; item = tree.next(item)) items.push(decode(decoding, item, key));
    if (items.length === 0 && atLeastOne) {
      tell(decoding, originOf(decoding, node), `${key} must name at least one`);
    }
    return items;
  };
}

/** The same; a key that nothing follows says nothing, as where all entries are commented out. */
export function listOrNothing<T>(decode: Decode<T>): Decode<readonly T[]> {
  const filled = list(decode);
  return (decoding, node, key) => (decoding.tree.kind(node) === "null" ? [] : filled(decoding, node, key));
}
