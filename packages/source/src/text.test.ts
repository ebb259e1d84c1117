import { describe, expect, test } from "vitest";
import { lineText, positionAt } from "./text.ts";

describe("positionAt counts as editors and GitHub do", () => {
  test.each<[string, string, string, string]>([
    ["the first character", "a: 1", "a", "1:1"],
    ["after LF", "a: 1\nb: 2", "b", "2:1"],
    ["after CRLF, which is one line break", "a: 1\r\nb: 2", "b", "2:1"],
    ["after a lone CR", "a: 1\rb: 2", "b", "2:1"],
    ["U+2028 ends no line here, though it does for Go", "# x\u2028b: 2", "b", "1:5"],
    ["a byte order mark is no column", "\ufeffa: 1", "a", "1:1"],
    ["columns count UTF-16 units: an emoji is two", "😀 b", "b", "1:4"],
    ["an empty line between", "a\n\nb", "b", "3:1"],
  ])("%s", (_name, text, at, expected) => {
    const { line, column } = positionAt({ path: "f", text }, text.indexOf(at));
    expect(`${line}:${column}`).toBe(expected);
  });

  test("an offset beyond the text is its end", () => {
    expect(positionAt({ path: "f", text: "ab\ncd" }, 99)).toEqual({ line: 2, column: 3 });
  });
});

test.each<[number, string]>([
  [1, "a: 1"],
  [2, ""],
  [3, "b: 2"],
  [4, ""],
])("lineText gives line %i without its break and without a byte order mark", (line, expected) => {
  expect(lineText({ path: "f", text: "\ufeffa: 1\r\n\nb: 2\n" }, line)).toBe(expected);
});
