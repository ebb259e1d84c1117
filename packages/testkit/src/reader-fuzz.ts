import { type Profile, readDocuments, type Tree, type ValueKind } from "@authgraph/parser";

/**
 * Mutated manifests and what must hold for each of them: the reader neither throws nor hangs, spans nest, siblings
 * stand in order, and every scalar's slice of the text, read alone, is that scalar.
 */

/** Numbers from a seed, the same on every machine. */
export interface Dice {
  /** A whole number from 0 to below `sides`. */
  roll(sides: number): number;
}

export function newDice(seed: number): Dice {
  let state = seed >>> 0;
  return {
    roll(sides: number): number {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const mixed = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
      return ((mixed ^ (mixed >>> 15)) >>> 0) % sides;
    },
  };
}

/** Small documents that hold every form of YAML and JSON the reader knows. */
export const seedDocuments: readonly string[] = [
  "a: 1\nb:\n  - x\n  - y: z\n    w: [1, 2, {q: r}]\nc: {d: [e], f: 'g''h', \"i\": \"j\\n\\u0041\"}\n",
  'k: |\n  one\n   two\n\n  three\nl: >-\n  folded\n  text\n\n   more\n  z\nm: "double\n  line"\nn: plain\n  multi\no: |2+\n   x\n\n\np: >\n q\n\n\n  r\n',
  "base: &b {x: 1, y: [a, b]}\nd:\n  <<: *b\n  x: 2\ne: *b\nf: {<<: [*b, {z: 1}], y: 3}\n",
  "- a\n-\n  - b\n- - c\n  - d: e\n    f: g\n- ? complex\n  : value\n- ? [x]\n",
  '{"kind":"List","items":[{"kind":"Role","metadata":{"name":"x","n":1.5e3}}]}\n{"a":"\\u00e9\\ud83d\\ude00"}\n---\nb: 1\n',
  '# c\n---\na: 1 # x\n---\n!!str b: !!int "12"\n...\nignored\n--- # y\nc: !foo z\n--- \nd: !!binary aGVsbG8=\n',
  "%YAML 1.1\n%TAG !e! tag:e,2000:\n--- !!map\na: !e!x b\n...\n---\nc\n",
  "yes: no\n010: 0x1F\n1.5: .5\nt: ~\nn: 1_000\nu: 2001-12-14\nv: 0o17\nw: 1e3\nx: -0.0\n.1_0: ._1\n",
  "a: [x, [y, {z: 1, w}], \"q\", 'r', &s t, *s]\nb: {? k : v, ? m, n: [o: p]}\n",
  'apiVersion: v1\r\nkind: Secret\r\nmetadata:\r\n  name: x\r\nstringData:\r\n  a: |\r\n    b\r\n    c\r\n  d: "e\r\n\r\n   f"\r\n',
  "a: &x\n  b: &y z\n  c: *y\n? *y\n: 1\nd: *x\n",
  "x: \"a\\\n  b\\x41\\U0001F600 \\\n\\N\\_\\L\\P\\e\"\ny: 'a\n\n  b'\nz: é\u2028ü\u0085😀\n",
  "{}: x\n",
  "# c\n[a, b]: {c: d}\ne\n",
  "a:\n- b\n- c: d\n  e:\n  - f\ng: \n\n  h: i\n# z\n  j: k\n",
];

const bits: readonly string[] = [
  ..."\n|  |\t|-|- |:|: |#| #|{|}|[|]|,|?|? |&a |*a|!|!!str |!!int |>|>-|'|\"|\\|%|@|`|---\n|...\n|\r|\r\n|\r\r\n".split(
    "|",
  ),
  ..."\u0085|\u2028|\u2029|\ufeff|\0|\x7f|é|😀|\u00a0|<<|<<: *b|~|null|yes|0|.|..|--|\\u|\\x4|\n\n|\n  |\n\t|{}|[]|\"\"|''|: x|- - ".split(
    "|",
  ),
  "|",
  "|-",
  "|+2",
  " ",
];

/** Inserts, deletes, moves and doubles characters and lines. */
export function mutate(text: string, dice: Dice): string {
  let mutated = text;
  for (let i = dice.roll(4); i >= 0; i--) mutated = mutateOnce(mutated, dice);
  return mutated.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
}

function mutateOnce(text: string, dice: Dice): string {
  const at = dice.roll(text.length + 1);
  const end = at + 1 + dice.roll(8);
  const bit = bits[dice.roll(bits.length)] ?? "";
  switch (dice.roll(8)) {
    case 0:
    case 1:
      return text.slice(0, at) + bit + text.slice(at);
    case 2:
      return text.slice(0, at) + bit + text.slice(at + 1);
    case 3:
      return text.slice(0, at) + text.slice(end);
    case 4: {
      const rest = text.slice(0, at) + text.slice(end);
      const to = dice.roll(rest.length + 1);
      return rest.slice(0, to) + text.slice(at, end) + rest.slice(to);
    }
    case 5: {
      const other = seedDocuments[dice.roll(seedDocuments.length)] ?? "";
      const from = dice.roll(other.length);
      return text.slice(0, at) + other.slice(from, from + dice.roll(12)) + text.slice(at);
    }
  }
  return mutateLine(text, dice);
}

function mutateLine(text: string, dice: Dice): string {
  const lines = text.split("\n");
  const at = dice.roll(lines.length);
  const line = lines[at] ?? "";
  switch (dice.roll(4)) {
    case 0:
      lines.splice(at, 1);
      break;
    case 1:
      lines.splice(dice.roll(lines.length), 0, line);
      break;
    case 2:
      lines[at] = " ".repeat(1 + dice.roll(3)) + line;
      break;
    default:
      lines[at] = line.replace(/^ {1,2}/, "");
  }
  return lines.join("\n");
}

/** What is wrong with how the reader takes a text; undefined if nothing. */
export function readerFault(text: string, profile: Profile): string | undefined {
  let fault: string | undefined;
  try {
    readDocuments(text, profile, (document) => {
      if (document.outcome === "value") fault ??= treeFault(document.tree, profile);
    });
  } catch (error) {
    return `throws ${String(error)}`;
  }
  return fault;
}

/** At most so many nodes of a document are looked at: aliases may make it large. */
const LOOKED_AT = 5_000;

function treeFault(tree: Tree, profile: Profile): string | undefined {
  const waiting = [tree.root];
  const mayMerge = tree.text.includes("<<");
  for (let looked = 0; looked < LOOKED_AT; looked++) {
    const node = waiting.pop();
    if (node === undefined) return undefined;
    const start = tree.start(node);
    const end = tree.end(node);
    const isAlias = tree.text.charAt(start) === "*";
    const kind = tree.kind(node);
    if (kind !== "mapping" && kind !== "sequence") {
      const fault = isAlias ? undefined : scalarFault(tree.text, start, end, kind, tree.scalar(node), profile);
      if (fault !== undefined) return fault;
      if (kind === "string") {
        const offsets = tree.offsets(node);
        for (let i = 1; i < offsets.length; i++) {
          if ((offsets[i] ?? 0) < (offsets[i - 1] ?? 0)) return `offsets of ${quote(tree.text, start, end)} go back`;
        }
        if (offsets.length !== tree.scalar(node).length + 1)
          return `offsets of ${quote(tree.text, start, end)} are too few`;
      }
      continue;
    }
    let last = start;
    for (let child = tree.first(node); child !== 0; child = tree.next(child)) {
      waiting.push(child);
      const first = kind === "mapping" ? tree.keyStart(child) : tree.start(child);
      if (kind === "mapping") {
        const isString = scalarFault(tree.text, first, tree.keyEnd(child), "string", tree.key(child), profile);
        if (isString !== undefined && isPlainWord(tree.text.slice(first, tree.keyEnd(child)))) return isString;
      }
      // The children of an alias, and what a merge brought in, stand elsewhere.
      if (isAlias || mayMerge) continue;
      if (first < last || tree.end(child) > end) return `${quote(tree.text, first, tree.end(child))} leaves its place`;
      last = tree.end(child);
    }
  }
  return undefined;
}

function isPlainWord(text: string): boolean {
  return /^[g-mp-su-xG-MP-SU-X][a-z]*$/.test(text);
}

function quote(text: string, start: number, end: number): string {
  return JSON.stringify(text.slice(start, Math.min(end, start + 60)));
}

const tagBefore =
  /(?:^|[\s,[{}\]])!\S*(?:\s|#[^\n\r\u0085\u2028\u2029]*[\n\r\u0085\u2028\u2029])*(?:&[\w-]+(?:\s|#[^\n\r\u0085\u2028\u2029]*[\n\r\u0085\u2028\u2029])*)?$/;

function scalarFault(
  text: string,
  start: number,
  end: number,
  kind: ValueKind,
  value: string,
  profile: Profile,
): string | undefined {
  const slice = text.slice(start, end);
  // A tag is no part of the span, and changes the value. It may follow right behind a JSON value of the same text, and
  // comments may stand between the two.
  if (tagBefore.test(text.slice(Math.max(0, start - 200), start))) return undefined;
  const isBlock = slice.startsWith("|") || slice.startsWith(">");
  // The line breaks after the last line are no part of the span either.
  const wanted = isBlock ? value.replace(/[\n\u2028\u2029]+$/, "") : value;
  for (const alone of aloneForms(slice, isBlock)) {
    const found = readAlone(alone, profile);
    if (found === undefined) continue;
    const foundValue = isBlock ? found.value.replace(/[\n\u2028\u2029]+$/, "") : found.value;
    if (found.kind === kind && foundValue === wanted) return undefined;
  }
  return `${quote(text, start, end)} read alone is not ${kind} ${JSON.stringify(wanted.slice(0, 60))}`;
}

/**
 * A scalar's slice as a text of its own. Where its lines are indented depends on what stands around it, so it is tried
 * as the value of a key (at each column, for a block scalar that says its own indentation), as the whole document, and in
 * brackets.
 */
function* aloneForms(slice: string, isBlock: boolean): Iterable<string> {
  yield `v: ${slice}\n`;
  // Not at the very start, where a byte order mark would not be text.
  yield `\n ${slice}\n`;
  yield `[${slice}]`;
  yield `{"v": ${slice}}`;
  const deepest = isBlock
    ? (/[\n\r\u0085\u2028\u2029]( *)[^\n\r\u0085\u2028\u2029 ]/.exec(slice)?.[1]?.length ?? 0)
    : 0;
  for (let column = 1; column <= deepest; column++) yield `${" ".repeat(column)}v: ${slice}\n`;
}

function readAlone(text: string, profile: Profile): { readonly kind: ValueKind; readonly value: string } | undefined {
  let found: { readonly kind: ValueKind; readonly value: string } | undefined;
  readDocuments(text, profile, (document) => {
    if (document.outcome === "empty") found ??= { kind: "null", value: "null" };
    if (document.outcome !== "value") return;
    const { tree } = document;
    const node = tree.first(tree.root) || tree.root;
    const kind = tree.kind(node);
    if (kind !== "mapping" && kind !== "sequence") found ??= { kind, value: tree.scalar(node) };
  });
  return found;
}

/** A shorter text with a fault, found by leaving out lines, then characters. */
export function shrink(text: string, isFaulty: (text: string) => boolean): string {
  let shortest = text;
  for (const cut of [/(?<=\n)/, ""]) {
    for (let size = 8; size >= 1; size = Math.floor(size / 2)) {
      for (let at = 0; ; ) {
        const parts = shortest.split(cut);
        if (at >= parts.length) break;
        const shorter = [...parts.slice(0, at), ...parts.slice(at + size)].join("");
        if (shorter !== shortest && isFaulty(shorter)) shortest = shorter;
        else at++;
      }
    }
  }
  return shortest;
}
