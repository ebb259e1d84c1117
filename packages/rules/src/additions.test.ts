import { type TextOrigin, textOrigin } from "@authgraph/source";
import { expect, test } from "vitest";
import { addDocument, addField, renameField } from "./additions.ts";
import type { TextEdit } from "./risk.ts";

/** Where `‹…›` stands, without the marks. */
function marked(text: string): TextOrigin {
  const start = text.indexOf("‹");
  const end = text.indexOf("›") - 1;
  return textOrigin({ path: "x.yaml", text: text.replace("‹", "").replace("›", "") }, start, end);
}

function applied(origin: TextOrigin, edits: readonly TextEdit[]): string {
  const [edit] = edits;
  if (edit?.origin.kind !== "text") return "no edit";
  const { text } = origin.source;
  return text.slice(0, edit.origin.start) + edit.replacement + text.slice(edit.origin.end);
}

test.each([
  ["‹a: 1\nb: 2›\n---\nc: 3\n", "a: 1\nb: 2\nf: no\n---\nc: 3\n"],
  ["spec:\n  ‹a: 1 # why›\n".replace(" # why›", "› # why"), "spec:\n  a: 1 # why\n  f: no\n"],
  ["items:\n- ‹a: 1\n  b:\n  - c›", "items:\n- a: 1\n  b:\n  - c\n  f: no"],
  ["‹a: |\n  text\n›---\nb: 1\n", "a: |\n  text\nf: no\n---\nb: 1\n"],
  ['‹"a": 1›\n', '"a": 1\nf: no\n'],
  ["spec: ‹{a: 1}›\n", "spec: {a: 1, f: no}\n"],
  ["spec: ‹{}›\n", "spec: {f: no}\n"],
  ['‹{\n  "a": 1\n}›', '{\n  "a": 1, "f": no\n}'],
  ["‹{\n  a: 1,\n}›", "{\n  a: 1, f: no\n}"],
  // Where a field would not be read as one.
  ["‹&anchor a: 1›\n", "no edit"],
  ["‹*alias›\n", "no edit"],
])("addField %j: %j", (text, expected) => {
  const origin = marked(text);
  expect(applied(origin, addField(origin, "f", "no"))).toBe(expected);
});

test.each([
  ["a: ‹1›\n", "a: 1\n---\nb: 2\n"],
  ["a: ‹1›", "a: 1\n---\nb: 2\n"],
  // JSON takes no second document, and nothing is read after `...`.
  ['{"a": ‹1›}', "no edit"],
  ["a: ‹1›\n...\n", "no edit"],
])("addDocument %j: %j", (text, expected) => {
  const origin = marked(text);
  expect(applied(origin, addDocument(origin, ["b: 2"]))).toBe(expected);
});

test.each([
  ["a: ‹1›\n", "b: 1\n"],
  ['{"a": ‹1›}', '{"b": 1}'],
  ["a:\n  ‹1›\n", "b:\n  1\n"],
  // Another field, and no field at all.
  ["ca: ‹1›\n", "no edit"],
  ["- ‹1›\n", "no edit"],
])("renameField %j: %j", (text, expected) => {
  const origin = marked(text);
  expect(applied(origin, renameField(origin, "a", "b"))).toBe(expected);
});
