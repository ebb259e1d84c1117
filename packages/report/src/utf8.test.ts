import { lineStarts } from "@authgraph/source";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytePosition } from "./utf8.ts";

describe("a column in bytes", () => {
  // The example of reviewdog's proto/rdf: the second character takes four bytes.
  it.each([
    ["a𐐀b", "a", 1],
    ["a𐐀b", "𐐀", 2],
    ["a𐐀b", "b", 6],
    ["é: x", "x", 5],
    ["\ufeffname", "name", 4],
    ["a: 1\r\né x", "x", 4],
  ])("of %j is, at %s, %i", (text, piece, column) => {
    expect(bytePosition({ path: "a", text }, text.indexOf(piece)).column).toBe(column);
  });

  it("is what encoding the line up to there gives, wherever a file is parted", () => {
    const unit = fc.oneof(
      fc.constantFrom("a", "é", "€", "𐐀", "\n", "\r"),
      fc.string({ unit: "grapheme", maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), fc.nat(1100), fc.nat(), (units, filling, at) => {
        const text = "x".repeat(filling) + units.join("");
        const characters = [...text].slice(0, at % (text.length + 1)).join("");
        const source = { path: "a", text };
        const { line, column } = bytePosition(source, characters.length);
        const start = lineStarts(source)[line - 1] ?? 0;
        expect(column).toBe(Buffer.byteLength(text.slice(start, characters.length)) + 1);
      }),
    );
  });

  it("is found quickly in a file that is one line", () => {
    const source = { path: "a", text: "é".repeat(2_000_000) };
    const started = performance.now();
    for (let offset = 0; offset < source.text.length; offset += 100) bytePosition(source, offset);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
