import { describe, expect, it, test } from "vitest";
import { readDocuments } from "./read-documents.ts";
import type { NodeId, Profile, Tree } from "./tree.ts";

/** What `look` finds in the first document with a value. */
function inTree<T>(text: string, look: (tree: Tree) => T, profile: Profile = "kubectl"): T | undefined {
  let found: T | undefined;
  readDocuments(text, profile, (document) => {
    if (document.outcome === "value") found ??= look(document.tree);
  });
  return found;
}

/** The value of a path of keys and indexes. */
function at(tree: Tree, ...path: readonly (string | number)[]): NodeId {
  let node = tree.root;
  for (const step of path) {
    let child = tree.first(node);
    if (typeof step === "number") for (let i = 0; i < step; i++) child = tree.next(child);
    else while (child !== 0 && !tree.keyIs(child, step)) child = tree.next(child);
    node = child;
  }
  return node;
}

describe("the span of a value", () => {
  test.each<[what: string, text: string, path: readonly (string | number)[], span: string]>([
    ["a plain scalar without what follows", "a: x y  # c\n", ["a"], "x y"],
    ["quotes belong to it", "a: 'x'\n", ["a"], "'x'"],
    ["anchor and tag do not", 'a: &b !!str "x" \n', ["a"], '"x"'],
    ["several lines", "a: x\n  y\n\nb: 1\n", ["a"], "x\n  y"],
    ["a block scalar from its indicator to its last line", "a: |-\n  x\n\n  y\n\n\nb: 1\n", ["a"], "|-\n  x\n\n  y"],
    ["a block scalar without lines", "a: >-  # c\nb: 1\n", ["a"], ">-"],
    ["an absent value, right after the colon", "a:   # c\nb: 1\n", ["a"], ""],
    [
      "a block mapping to the end of its last child",
      "a:\n  b: 1\n  c:\n    - d # e\n\n# f\ng: 1\n",
      ["a"],
      "b: 1\n  c:\n    - d",
    ],
    ["a block sequence", "a:\n- b\n-\n- c: d\n\nx: 1\n", ["a"], "- b\n-\n- c: d"],
    ["a flow collection with its brackets", "a: [x, {b: c}, ] # d\n", ["a"], "[x, {b: c}, ]"],
    ["an item of it", "a: [x, {b: c}, ] # d\n", ["a", 1], "{b: c}"],
    ["a pair in a sequence", "a: [b: c, d]\n", ["a", 0], "b: c"],
    ["an alias", "a: &b [x]\nc: *b # d\n", ["c"], "*b"],
    ["and what is in it, where it was written", "a: &b [x]\nc: *b # d\n", ["c", 0], "x"],
    ["an entry through a merge, where it was written", "a: &b {x: yy}\nc: {<<: *b}\n", ["c", "x"], "yy"],
    ["JSON", '{"a": [1.50, "x\\n"]}', ["a", 0], "1.50"],
    ["the root", "# c\n---\na: 1\n\n", [], "a: 1"],
    ["after a byte order mark", "\ufeffa: xyz\n", ["a"], "xyz"],
    ["with CR LF", "a: |\r\n  x\r\n  y\r\nb: 1\r\n", ["a"], "|\r\n  x\r\n  y"],
  ])("%s: %j", (_, text, path, span) => {
    expect(inTree(text, (tree) => text.slice(tree.start(at(tree, ...path)), tree.end(at(tree, ...path))))).toBe(span);
  });

  it("is empty and stands after the colon or dash where nothing is written", () => {
    expect(inTree("a:  # c\nb: 1\n", (tree) => tree.start(at(tree, "a")))).toBe(2);
    expect(inTree("-  # c\n- 1\n", (tree) => tree.start(at(tree, 0)))).toBe(1);
  });
});

test.each<[text: string, key: string, written: string]>([
  ["a b: 1\n", "a b", "a b"],
  ["'a': 1\n", "a", "'a'"],
  ["&x a: 1\n", "a", "a"],
  ["? a\n: 1\n", "a", "a"],
  ["yes: 1\n", "true", "yes"],
  ["0x10: 1\n", "16", "0x10"],
  ['{"a\\u0062": 1}', "ab", '"a\\u0062"'],
])("key of %j is %s, written %s", (text, key, written) => {
  const found = inTree(text, (tree) => {
    const entry = tree.first(tree.root);
    return [
      tree.key(entry),
      text.slice(tree.keyStart(entry), tree.keyEnd(entry)),
      tree.keyIs(entry, key),
      tree.keyIs(entry, `${key}x`),
    ];
  });
  expect(found).toEqual([key, written, true, false]);
});

test.each<[written: string, kind: string, scalar: string]>([
  ["x", "string", "x"],
  ["'1'", "string", "1"],
  ["!!str 1", "string", "1"],
  ["0x10", "integer", "16"],
  ["1_000", "integer", "1000"],
  ["18446744073709551615", "integer", "18446744073709551615"],
  ["1.50", "float", "1.5"],
  ["1e-7", "float", "1e-7"],
  ["1e3", "integer", "1000"],
  ["0.0", "integer", "0"],
  ["-0.0", "integer", "-0"],
  ["1e400", "string", "1e400"],
  ["off", "boolean", "false"],
  ["~", "null", "null"],
  ["", "null", "null"],
  ["2001-12-14", "string", "2001-12-14"],
])("a value written %s is a %s: %s", (written, kind, scalar) => {
  const text = `v: ${written}\n`;
  expect(inTree(text, (tree) => [tree.kind(at(tree, "v")), tree.scalar(at(tree, "v"))])).toEqual([kind, scalar]);
});

test.each<[text: string, kind: string, scalar: string]>([
  ['{"v":1.50}', "float", "1.50"],
  ['{"v":1e3}', "float", "1e3"],
  ['{"v":10}', "integer", "10"],
  ['{"v":"a\\/\\n"}', "string", "a/\n"],
  ['{"v":true}', "boolean", "true"],
  ['{"v":null}', "null", "null"],
])("JSON keeps numbers as written: %s", (text, kind, scalar) => {
  expect(inTree(text, (tree) => [tree.kind(at(tree, "v")), tree.scalar(at(tree, "v"))])).toEqual([kind, scalar]);
});

describe("where the characters of a string were written", () => {
  /** The value with the text's own characters at each offset; `·` where another character stands there. */
  function origins(text: string): readonly [value: string, offsets: readonly number[]] | undefined {
    return inTree(text, (tree) => [tree.scalar(at(tree, "v")), Array.from(tree.offsets(at(tree, "v")))] as const);
  }
  test.each<[text: string, value: string, offsets: readonly number[]]>([
    ["v: ab", "ab", [3, 4, 5]],
    ["v: 'ab'", "ab", [4, 5, 6]],
    ["v: 'a''b'", "a'b", [4, 5, 7, 8]],
    ['v: "a\\tb\\u0041c"', "a\tbAc", [4, 5, 7, 8, 14, 15]],
    ['v: "\\U0001F600x"', "😀x", [4, 4, 14, 15]],
    ["v: a\n  b", "a b", [3, 4, 7, 8]],
    ["v: a\n\n\n  b", "a\n\nb", [3, 5, 6, 9, 10]],
    ['v: "a  \\\n  b"', "a  b", [4, 5, 6, 11, 12]],
    ["v: |\n  ab\n  c\n", "ab\nc\n", [7, 8, 9, 12, 13, 14]],
    ["v: |-\n  a\n", "a", [8, 9]],
    ["v: |+\n  a\n\n", "a\n\n", [8, 9, 10, 11]],
    ["v: >\n  a\n  b\n", "a b\n", [7, 8, 11, 12, 13]],
    ["v: |2-\n    a\n", "  a", [9, 10, 11, 12]],
    ['{"v":"a\\/b\\ud83d\\ude00"}', "a/b😀", [6, 7, 9, 10, 10, 22]],
    ["v: |\r\n  a\r\n  b\r\n", "a\nb\n", [8, 9, 13, 14, 15]],
    ["v: !!binary aGk=", "hi", [12, 12, 16]],
  ])("%j", (text, value, offsets) => {
    expect(origins(text)).toEqual([value, offsets]);
  });
});

it("hands on the entries Go keeps", () => {
  const text = "base: &b {w: 1, x: 2}\nr: {x: 3, <<: *b, z: 4, z: 5}\n";
  const entries = inTree(text, (tree) => {
    const found: string[] = [];
    for (let entry = tree.first(at(tree, "r")); entry !== 0; entry = tree.next(entry)) {
      found.push(`${tree.key(entry)}=${tree.scalar(entry)}`);
    }
    return found.sort();
  });
  expect(entries).toEqual(["w=1", "x=2", "z=5"]);
});

describe("the text of a scalar", () => {
  it.each<[what: string, text: string, path: readonly string[], value: string]>([
    ["a string", "a: 'x'\n", ["a"], "x"],
    ["nothing of a mapping", "a: {b: secret}\n", ["a"], ""],
    ["nothing of a sequence", "a:\n- secret\n", ["a"], ""],
    ["nothing of what is not there", "a: secret\n", ["b"], ""],
  ])("is that of %s", (_, text, path, value) => {
    expect(inTree(text, (tree) => tree.scalar(at(tree, ...path)))).toBe(value);
  });
});
