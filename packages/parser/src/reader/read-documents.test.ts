import { describe, expect, it, test } from "vitest";
import { type JsonValue, toJsonValue } from "./json-value.ts";
import { readDocuments } from "./read-documents.ts";
import type { Profile, ReadDocument, Surprise } from "./tree.ts";

/** Each document's value, `<empty>`, or `<error: what Go says>`; in an object of its own what follows an error. */
function read(text: string, profile: Profile = "kubectl"): readonly unknown[] {
  const found: unknown[] = [];
  readDocuments(text, profile, (document) => {
    found.push(document.afterError ? { afterError: say(document) } : say(document));
  });
  return found;
}

function forms(text: string): readonly string[] {
  const found: string[] = [];
  readDocuments(text, "kubectl", ({ outcome }) => found.push(outcome));
  return found;
}

function say(document: ReadDocument): unknown {
  if (document.outcome === "empty") return "<empty>";
  if (document.outcome === "error")
    return `<error: ${document.message.replace("error converting YAML to JSON: ", "")}>`;
  return plain(toJsonValue(document.tree));
}

/** Integers small enough for the eye as numbers, larger ones as bigint. */
function plain(value: JsonValue): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (value === null || typeof value !== "object") return value;
  return Array.isArray(value)
    ? value.map(plain)
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

function surprises(text: string, profile: Profile = "kubectl"): readonly unknown[] {
  const found: unknown[] = [];
  readDocuments(text, profile, (document) => {
    if (document.outcome === "value") found.push(...document.surprises.map((surprise) => quote(text, surprise)));
  });
  return found;
}

function quote(text: string, surprise: Surprise): unknown {
  const at = text.slice(surprise.start, surprise.end);
  if (!("key" in surprise)) return { form: surprise.form, at };
  const { form, key, winnerStart, undetermined } = surprise;
  const line = text.slice(0, winnerStart).split("\n").length;
  return { form, key, at, winnerOnLine: line, ...(undetermined ? { undetermined } : {}) };
}

describe("the rules that matter most (reference: what kubectl 1.37 does)", () => {
  const long = "k".repeat(1025);
  test.each<[rule: string, input: string, ...documents: unknown[]]>([
    ["`...` ends the reading of a document", "a: 1\n...\nb: 2\n", { a: 1 }],
    ["so does the end of a root flow collection", "# c\n{a: 1}\n{b: 2}\n", { a: 1 }],
    ["and of a root quoted scalar", '"x"\n}}}\n', "x"],
    ["U+2028 ends a comment", "a: 1 # note\u2028b: 2\n", { a: 1, b: 2 }],
    ["U+0085 ends a line", "a: 1\u0085b: 2\n", { a: 1, b: 2 }],
    ["a lone CR ends a line", "a: 1\rb: 2\n", { a: 1, b: 2 }],
    ["but the splitter knows only LF, and a chunk counts up to its first `---`", "a: 1\r---\rb: 2\n", { a: 1 }],
    ["a merge after a key wins", "b: &b {v: ['*']}\nr: {v: [get], <<: *b}\n", { b: { v: ["*"] }, r: { v: ["*"] } }],
    ["a key after a merge wins", "b: &b {v: ['*']}\nr: {<<: *b, v: [get]}\n", { b: { v: ["*"] }, r: { v: ["get"] } }],
    ["the first of a list of merges wins", "[&a {x: 1}, &b {x: 2}, {<<: [*a, *b]}]\n", [{ x: 1 }, { x: 2 }, { x: 1 }]],
    ["the later of two merges wins", "[&a {x: 1}, &b {x: 2}, {<<: *a, <<: *b}]\n", [{ x: 1 }, { x: 2 }, { x: 2 }]],
    ["of equal keys the last wins", "a: 1\na: 2\n", { a: 2 }],
    ["in JSON too", '{"a":1,"a":2}', { a: 2 }],
    [
      "words for booleans, in three casings",
      "[y, Yes, ON, n, No, OFF, yEs]\n",
      [true, true, true, false, false, false, "yEs"],
    ],
    ["also as keys", "on: x\n", { true: "x" }],
    ["a leading 0 is octal", "[010, -010, 089, 0o17, 0x1F, 0b11]\n", [8, -8, 89, 15, 31, 3]],
    ["underscores in numbers", "[1_000, 1_, _1, 1_0.5_0, .1_0, ._1]\n", [1000, 1, "_1", 10.5, 0.1, "._1"]],
    ["no sexagesimals, no dates", "[1:30, 2001-12-14]\n", ["1:30", "2001-12-14"]],
    [
      "integers of 64 bits are exact",
      "[9007199254740993, 18446744073709551615]\n",
      [9007199254740993n, 18446744073709551615n],
    ],
    ["larger ones are floats", "18446744073709551616\n", 18446744073709552000n],
    ["infinity has no JSON", "v: .inf\n", "<error: json: unsupported value: +Inf>"],
    [
      "`--- text` stops the file",
      "a: 1\n---\nb: 1\n--- c\n",
      { a: 1 },
      "<error: invalid Yaml document separator: c>",
      { afterError: { b: 1 } },
    ],
    ["a comment may follow `---` at once", "a: 1\n---# c\nb: 1\n", { a: 1 }, { b: 1 }],
    ["indented `---` is text", "a: 1\n ---\n", { a: "1 ---" }],
    ["a first `---` belongs to the document", "---\na: 1\n", { a: 1 }],
    ["a comment before it is an empty document", "# c\n---\na: 1\n", "<empty>", { a: 1 }],
    [
      "directives never work",
      "%YAML 1.1\n---\na: 1\n",
      "<error: yaml: did not find expected <document start>>",
      { afterError: { a: 1 } },
    ],
    ["a byte order mark is dropped, after a separator too", "\ufeffa: 1\n---\n\ufeffb: 1\n", { a: 1 }, { b: 1 }],
    ["elsewhere it is text", "a: 1\n\ufeffb: 1\n", { a: 1, "\ufeffb": 1 }],
    [
      "anchors end with their document",
      "a: &a 1\n---\nb: *a\n",
      { a: 1 },
      "<error: yaml: unknown anchor 'a' referenced>",
    ],
    ["a last line without LF gets one", "a: |\n  x", { a: "x\n" }],
    ["CR LF is one line break", 'a: "x\r\n\r\n y"\r\nb: |\r\n  t\r\n', { a: "x\ny", b: "t\n" }],
    ["tags on scalars", "[!!str 1, !!int '1', !foo 1, ! 1, !!float 1, !!binary aGk=]\n", ["1", 1, "1", "1", 1, "hi"]],
    ["tags on collections do nothing", "!!set {a, b}\n", { a: null, b: null }],
    ["an impossible tag", "!!int x\n", "<error: yaml: cannot decode !!str `x` as a !!int>"],
    ["null is no key", "~: x\n", "<error: unsupported map key>"],
    [
      "nor is a collection, as in an unrendered template",
      "a: {{ .x }}\n",
      "<error: yaml: invalid map key: map[interface {}]interface {}>",
    ],
    ["float keys are printed as float32", "123456789.123: x\n", { "1.2345679e+08": "x" }],
    ["JSON escapes are no YAML escapes", 'a: "\\/"\n', "<error: yaml: found unknown escape character>"],
    ["an anchor in itself", "&a [*a]\n", "<error: yaml: anchor 'a' value contains itself>"],
    [
      "a key of more than 1,024 characters",
      `${long}: 1\n`,
      "<error: yaml: mapping values are not allowed in this context>",
    ],
    ["control characters", "a: \u0007\n", "<error: yaml: control characters are not allowed>"],
    ["tabs do not indent", "a:\n\tb: 1\n", "<error: yaml: found character that cannot start any token>"],
    ["but in flow collections they may", "a: {\n\tb: 1\n}\n", { a: { b: 1 } }],
    ["quotes and brackets may go on at the parent's column", 'a: "x\ny"\nb: [1,\n2]\n', { a: "x y", b: [1, 2] }],
  ])("%s: %j", (_, input, ...documents) => {
    expect(read(input)).toEqual(documents);
  });
});

describe("streams of JSON", () => {
  test.each<[rule: string, input: string, ...documents: unknown[]]>([
    ["values one after the other", '{"a":1}{"b":2} {"c":3}', { a: 1 }, { b: 2 }, { c: 3 }],
    ["numbers as written", '{"a":1.50,"b":12345678901234567890}', { a: 1.5, b: 12345678901234567890n }],
    ["after one value, YAML", '{"a":1}\n---\nb: 1\n', { a: 1 }, { b: 1 }],
    ["also on its line", '{"a":1}---\nb: 1\n', { a: 1 }, { b: 1 }],
    [
      "after two, no more",
      '{"a":1}\n{"b":2}\n---\nc: 2\n{"d":1}\n',
      { a: 1 },
      { b: 2 },
      "<error: invalid character '-' in numeric literal>",
      { afterError: { d: 1 } },
    ],
    ["a YAML flow mapping at the start", "{a: 1}\n", { a: 1 }],
    [
      "if both fail, the JSON error",
      "{{ .x }}: 1\n",
      "<error: invalid character '{' looking for beginning of object key string>",
    ],
    ["cut off in the middle", '{"a":1}\n{"b":[1,\n', { a: 1 }, "<error: unexpected EOF>"],
    ["brackets at the start are YAML", "[a]\n", ["a"]],
    ["half a surrogate pair", '{"a":"\\ud83d"}', { a: "\ufffd" }],
  ])("%s: %j", (_, input, ...documents) => {
    expect(read(input)).toEqual(documents);
  });
});

describe("profiles that read one document of the whole text", () => {
  test.each<[rule: string, profile: Profile, input: string, ...documents: unknown[]]>([
    ["the first document only", "kubelet", "a: 1\n---\nb: 1\n", { a: 1 }],
    ["nothing", "kubelet", "# c\n", "<empty>"],
    ["directives work here", "kubelet", "%YAML 1.1\n---\na: 1\n", { a: 1 }],
    ["the last line stays without LF", "kubelet", "a: |\n  x", { a: "x" }],
    ["JSON may not go on", "kubelet", '{"a":1} {}', "<error: invalid character '{' after top-level value>"],
    ["repeated keys pass", "kubelet", "a: 1\na: 2\n", { a: 2 }],
    [
      "repeated keys are refused",
      "api-server",
      "a: 1\na: 2\n",
      '<error: yaml: unmarshal errors: key "a" already set in map>',
    ],
    ["in JSON too", "component-config", '{"a":1,"a":2}', '<error: strict decoding error: duplicate field "a">'],
    [
      "also through a merge",
      "component-config",
      "x: {a: 1, <<: {a: 2}}\n",
      '<error: yaml: unmarshal errors: key "a" already set in map>',
    ],
    ['`1` and `"1"` are not the same key', "api-server", '1: a\n"1": b\n', { 1: "b" }],
  ])("%s (%s): %j", (_, profile, input, ...documents) => {
    expect(read(input, profile)).toEqual(documents);
  });
});

describe("what a person does not see", () => {
  test.each<[rule: string, input: string, ...surprises: unknown[]]>([
    ["nothing in ordinary YAML", "a: 1\r\nb: [x, 'y']\r\n# c\r\n"],
    ["hidden line breaks", "a: 1 # x\u2028b: 2\n", { form: "line-break", at: "\u2028" }],
    ["a lone CR", "a: 1\rb: 2\n", { form: "line-break", at: "\r" }],
    ["text after `...`", "a: 1\n... # c\n\n# c\nb: 2\nc: 3\n\n", { form: "ignored-text", at: "b: 2\nc: 3" }],
    ["only comments after it", "a: 1\n...\n# c\n"],
    ["text after a root flow collection", "[a]\nb: 1\n", { form: "ignored-text", at: "b: 1" }],
    ["a repeated key", "a: 1\nb: 2\na: 3\n", { form: "duplicate-key", key: "a", at: "a", winnerOnLine: 3 }],
    [
      "a merge that wins",
      "b: &b\n  v: 1\nr:\n  v: 2\n  <<: *b\n",
      { form: "merge-override", key: "v", at: "v", winnerOnLine: 2 },
    ],
    ["not a key that wins over a merge", "b: &b {v: 1}\nr: {<<: *b, v: 2}\n"],
    [
      "keys that Go may swap",
      '1: a\n"1": b\n',
      { form: "duplicate-key", key: "1", at: "1", winnerOnLine: 2, undetermined: true },
    ],
  ])("%s: %j", (_, input, ...expected) => {
    expect(surprises(input)).toEqual(expected);
  });

  it("tells of documents behind the first where only the first counts", () => {
    expect(surprises("a: 1\n---\nb: 1\n", "kubelet")).toEqual([{ form: "ignored-text", at: "---\nb: 1" }]);
  });
});

describe("limits", () => {
  const nested = (depth: number): string => `a: ${"[".repeat(depth)}${"]".repeat(depth)}\n`;

  it("reads 10,000 levels and refuses more, as Go does", () => {
    expect(forms(nested(9_999))).toEqual(["value"]);
    expect(read(nested(10_001))).toEqual(["<error: yaml: exceeded max depth of 10000>"]);
    expect(read(`${"- ".repeat(10_001)}\n`)).toEqual(["<error: yaml: exceeded max depth of 10000>"]);
    expect(forms(`${"- ".repeat(10_000)}\n`)).toEqual(["value"]);
    expect(read(`{"a":${"[".repeat(10_001)}`).at(0)).toMatch(/exceeded max depth/);
  });

  it("refuses a document that is mostly aliases", () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(10).fill(`*l${i}`).join(", ")}]\n`,
    );
    expect(read(`l0: &l0 x\n${levels.join("")}`)).toEqual(["<error: yaml: document contains excessive aliasing>"]);
    expect(forms(`a: &a x\nb: [${Array(2000).fill("*a").join(", ")}]\n`)).toEqual(["value"]);
  });

  it("takes time in proportion to the text", () => {
    const long = 1_000_000;
    for (const text of [
      `a: ${"x ".repeat(long)}\n`,
      `a: "${"\\\n".repeat(long)}"\n`,
      `${"- ".repeat(9_000)}x\n`.repeat(50),
      `${"k: v\n".repeat(100_000)}`,
      `{"a":1}${"\n{".repeat(300_000)}`,
      "--- x\n".repeat(200_000),
      `\ufeff\ufeff${"k: [v, w]\ufeff # c\n".repeat(100_000)}`,
      `a: [${"{".repeat(5_000)}${"x, ".repeat(long)}`,
      `a: |\n${" \n".repeat(long)}`,
      `a: 1\n${"# c\n".repeat(long)}`,
      `? ${"[a, ".repeat(9_000)}\n`,
    ]) {
      expect(forms(text).length).toBeGreaterThan(0);
    }
  });
});

it("a document can be read while another one is being visited", () => {
  const inner: unknown[] = [];
  const outer: unknown[] = [];
  readDocuments("a: |\n  b: 1\n---\nc: 2\n", "kubectl", (document) => {
    if (document.outcome !== "value") return;
    const entry = document.tree.first(document.tree.root);
    inner.push(...read(document.tree.scalar(entry)));
    outer.push(document.tree.key(entry));
  });
  expect({ inner, outer }).toEqual({ inner: [{ b: 1 }, 2], outer: ["a", "c"] });
});
