import { describe, expect, it } from "vitest";
import { yamlText } from "./yaml-text.ts";

describe("YAML of", () => {
  it.each<[unknown, string]>(
    [
      [{ a: "x", b: 1, c: true, d: null }, "a: x\nb: 1\nc: true\nd: null\n"],
      [{ a: [], b: {}, c: "" }, 'a: []\nb: {}\nc: ""\n'],
      [{ list: ["x", ["w", "z"], { a: "b", c: ["d"] }] }, "list:\n- x\n- - w\n  - z\n- a: b\n  c:\n  - d\n"],
      [{ map: { inner: { a: "b" } } }, "map:\n  inner:\n    a: b\n"],
      // What YAML 1.1 or 1.2 would read as something else.
      [
        ["yes", "N", "null", "1e3", "12:30:45", "a: b", "- x", "#", " x", "*", "~", "true"].map((text) => ({ text })),
        null,
      ],
      [{ "system:x": "a\nb", "key with space": "\u2028" }, '"system:x": "a\\nb"\n"key with space": "\\u2028"\n'],
      [[], "[]\n"],
      ["x", "x\n"],
    ].map(([value, text]) => [value, typeof text === "string" ? text : quoted(value)]),
  )("%j", (value, text) => {
    expect(yamlText(value)).toBe(text);
  });
});

/** Every text quoted. */
function quoted(value: unknown): string {
  if (!Array.isArray(value)) return "";
  return value.map(({ text }: { text: string }) => `- text: ${JSON.stringify(text)}\n`).join("");
}
