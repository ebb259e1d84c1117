import { type TextOrigin, textOrigin } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { removeListItem, removeObject, replaceBoolean, replaceScalar, replaceSetting } from "./edits.ts";
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

describe("removeListItem", () => {
  test.each([
    ["a:\n- ‹b›\n- c\n", "a:\n- c\n"],
    ["a:\n- b\n- ‹c›", "a:\n- b\n"],
    ["a:\n- ‹kind: Group\n  name: x›\n- y\n", "a:\n- y\n"],
    ["a:\n- ‹b› # why\n- c\n", "a:\n- c\n"],
    ["a: [‹b›, c]\n", "a: [c]\n"],
    ["a: [b, ‹c›]\n", "a: [b]\n"],
    ["a: [b, ‹{c: 1}›, d]\n", "a: [b, d]\n"],
    ["a: [‹b›]\n", "a: []\n"],
    ["a:\r\n- ‹b›\r\n- c\r\n", "a:\r\n- c\r\n"],
    // Not a list item alone on its lines.
    ["a: ‹b›\n", "no edit"],
    ["- - ‹b›\n", "no edit"],
  ])("%j: %j", (text, expected) => {
    const origin = marked(text);
    expect(applied(origin, removeListItem(origin))).toBe(expected);
  });
});

test.each([
  ["a: 1\n---\n‹b: 2\nc: 3›\n---\nd: 4\n", "a: 1\n---\n---\nd: 4\n"],
  ["‹a: 1›\n", ""],
  ["items:\n- ‹a: 1›\n- b: 2\n", "items:\n- b: 2\n"],
])("removeObject %j: %j", (text, expected) => {
  const origin = marked(text);
  expect(applied(origin, removeObject(origin))).toBe(expected);
});

test.each([
  ["name: ‹admin›\n", "name: view\n"],
  ["name: ‹'admin'›\n", "name: 'view'\n"],
  ["name: ‹other›\n", "no edit"],
])("replaceScalar %j: %j", (text, expected) => {
  const origin = marked(text);
  expect(applied(origin, replaceScalar(origin, "admin", "view"))).toBe(expected);
});

test.each([
  ["- ‹--anonymous-auth=true›\n", "- --anonymous-auth=false\n"],
  ["- ‹--anonymous-auth›\n", "- --anonymous-auth=false\n"],
  ["enabled: ‹true›\n", "enabled: false\n"],
  ["- ‹--anonymous-auth=$X›\n", "no edit"],
])("replaceBoolean %j: %j", (text, expected) => {
  const origin = marked(text);
  expect(applied(origin, replaceBoolean(origin, false))).toBe(expected);
});

test.each([
  ["- ‹--read-only-port=10255›", "- --read-only-port=0"],
  ['- ‹"--read-only-port=10255"›', '- "--read-only-port=0"'],
  ["readOnlyPort: ‹10255›", "readOnlyPort: 0"],
  ["readOnlyPort: ‹'10255'›", "readOnlyPort: '0'"],
  ["[‹--read-only-port, 10255›]", "no edit"],
  ["‹--anonymous-auth›", "no edit"],
])("replaceSetting %j: %j", (text, expected) => {
  const origin = marked(text);
  expect(applied(origin, replaceSetting(origin, "0"))).toBe(expected);
});
