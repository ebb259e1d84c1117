import { type SourceText, textOrigin } from "@authgraph/source";
import { findingOf, hop, runOf } from "@authgraph/testkit";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type FrameStyle, frame, type Mark } from "./frame.ts";
import { renderPretty } from "./pretty.ts";
import { textWidth } from "./printable.ts";
import { regionOf } from "./regions.ts";

/** Any characters, but for line breaks; with those that take no column, two, or are escaped. */
const line = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        " ",
        "\t",
        "a",
        "é",
        "e\u0301",
        "権",
        "한",
        "😀",
        "👍🏽",
        "❤\ufe0f",
        "🇩🇪",
        "\u202e",
        "\x1b",
        "#",
        "\ud800",
      ),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    ),
    { maxLength: 150 },
  )
  .map((characters) => characters.join("").replace(/[\r\n]/g, ""));

const style = (room: number): FrameStyle => ({ paint: (_style, text) => text, digits: 1, room, primary: "high" });

it("marks stand below what they mean, whatever is before and behind, in lines of the width asked for", () => {
  fc.assert(
    fc.property(line, line, fc.integer({ min: 30, max: 160 }), (before, behind, room) => {
      const source: SourceText = { path: "a", text: `${before}|NEEDLE|${behind}\n` };
      const start = before.length + 1;
      const mark: Mark = { origin: textOrigin(source, start, start + 6), label: "", step: undefined, primary: true };
      const [text = "", marks = ""] = frame(source, [mark], style(room));
      const at = text.indexOf("NEEDLE");
      expect(at).toBeGreaterThan(0);
      expect(marks).toBe(`  | ${" ".repeat(textWidth(text.slice(0, at)) - 4)}^^^^^^`);
      expect(textWidth(text) - 4).toBeLessThanOrEqual(room);
      expect(text).not.toMatch(/\p{Cs}/u);
    }),
    { numRuns: 1000 },
  );
});

it("regions hold the text of their span, or what of it is in the first line", () => {
  const text = fc.array(fc.constantFrom("a", " ", "😀", "é", "\n", "\r\n", "\r"), { maxLength: 40 });
  fc.assert(
    fc.property(fc.boolean(), text, text, text, (hasMark, before, span, behind) => {
      const start = `${before.join("")}x`;
      const source = { path: "a", text: `${hasMark ? "\ufeff" : ""}${start}${span.join("")}y${behind.join("")}` };
      const from = (hasMark ? 1 : 0) + start.length;
      const { startLine, startColumn, endColumn } = regionOf(textOrigin(source, from, from + span.join("").length));
      const lines = source.text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
      expect(lines[startLine - 1]?.slice(startColumn - 1, endColumn - 1)).toBe(span.join("").split(/\r\n|\r|\n/)[0]);
    }),
  );
});

it("takes a moment for thousands of findings in one line of megabytes", () => {
  const item = '{"kind":"Secret","data":{"token":"YQ=="},"name":"x"},';
  const source = { path: "a.json", text: item.repeat(50_000) };
  const findings = Array.from({ length: 2_000 }, (_, index) => {
    const start = index * item.length * 20 + item.indexOf('"x"');
    return findingOf({ origin: textOrigin(source, start, start + 3), label: "here", step: 1 });
  });
  const started = performance.now();
  const options = { color: false, width: 80, hyperlinks: false, quiet: false, verbose: false };
  const output = [...renderPretty(runOf(findings), options)].join("");
  expect(output).not.toContain("YQ==");
  expect(performance.now() - started).toBeLessThan(5_000);
});

it("says nothing of a hop twice", () => {
  const source = { path: "a", text: "name: x\n" };
  const place = hop(source, "x", "here", 1);
  const run = runOf([findingOf(place, { hops: [place, { ...place }] })]);
  const output = [...renderPretty(run, { color: false, width: 80, hyperlinks: false, quiet: false, verbose: false })];
  expect(output.join("").match(/1\. here/g)).toHaveLength(1);
});
