import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placedSource } from "../placed-text.ts";
import { readShell } from "./shell.ts";
import type { VariableLookup, Word } from "./word.ts";

const nothingKnown: VariableLookup = () => "unknown";
const show = (word: Word): string => `${word.value.text}${word.unresolved ? " ?" : ""}`;

function commandsOf(text: string, variable: VariableLookup = nothingKnown): readonly (readonly string[])[] {
  return readShell(placedSource({ path: "run.sh", text }), { variable }).map(({ words }) => words.map(show));
}

describe("words", () => {
  test.each([
    ["a 'b c'd\"e f\"", ["a", "b cde f"]],
    ['a\\ b \\$c \'\\n\' "\\n\\"\\\\"', ["a b", "$c", "\\n", '\\n"\\']],
    ["a \\\n  b\\\nc", ["a", "bc"]],
    ["a \\\r\n  b", ["a", "b"]],
    ["a '' \"\"", ["a", "", ""]],
    ["a # b", ["a"]],
    ["a b#c", ["a", "b#c"]],
    ["a >out 2>&1 <in &>>all b", ["a", "b"]],
    ["a 2 >out", ["a", "2"]],
    ["a $(b c) `d e` $((1 + 2)) ${x%y}", ["a", "$(b c) ?", "`d e` ?", "$((1 + 2)) ?", "${x%y} ?"]],
    ["a $ b$", ["a", "$", "b$"]],
    ["a {{ .Values.b }}c {% if d %}", ["a", "{{ .Values.b }}c", "{% if d %}"]],
    ["A=1 B=2 a", ["a"]],
    ["a B=2", ["a", "B=2"]],
  ])("%j", (text, words) => {
    expect(commandsOf(text)).toEqual([words]);
  });
});

describe("commands", () => {
  test.each([
    ["a; b && c || d | e & f\ng", [["a"], ["b"], ["c"], ["d"], ["e"], ["f"], ["g"]]],
    ["if a; then b; elif c; then d; else e; fi; f", [["a"], ["b"], ["c"], ["d"], ["e"], ["f"]]],
    ["while ! a; do b; done", [["a"], ["b"]]],
    ["for x in a b; do c $x; done", [["c", "$x ?"]]],
    ["case $1 in\n start) a ;;\n stop|end) b ;;\nesac", [["a"], ["b"]]],
    ["run() { a; }\nfunction go {\n b\n}", [["a"], ["b"]]],
    ["(a; b) && { c; }", [["a"], ["b"], ["c"]]],
    ["x=(a b\n c); d", [["d"]]],
    ["cat <<EOF >file\na b\nEOF\nc", [["cat"], ["c"]]],
    ["cat <<-'E' | tee f\n\ta\n\tE\nc", [["cat"], ["tee", "f"], ["c"]]],
    ["", []],
  ])("%j", (text, commands) => {
    expect(commandsOf(text)).toEqual(commands);
  });
});

describe("variables that the text sets", () => {
  test.each([
    ["are known where nothing stands in between", "A='x y'; b $A \"$A\" c$A", [["b", "x", "y", "x y", "cx", "y"]]],
    ["are not known from under a condition", "A=x; if b; then A=y; fi; c $A", [["b"], ["c", "$A ?"]]],
    ["nor after &&", "b && A=y; c $A", [["b"], ["c", "$A ?"]]],
    ["nor from what is not known", "A=$B; c $A", [["c", "$A ?"]]],
    ["nor when something is added", "A=x; A+=y; c $A", [["c", "$A ?"]]],
    ["may be exported", "export A=x; c ${A} ${A:-y} ${A:+z}", [["c", "x", "x", "z"]]],
    ["have defaults where they are empty", 'A=; c "${A:-y}" "${A-y}" d$A', [["c", "y", "", "d"]]],
  ])("%s", (_, text, commands) => {
    expect(commandsOf(text)).toEqual(commands);
  });
});

test("a field of a variable stands where the variable was set", () => {
  const source = { path: "run.sh", text: 'OPTS="--a=1 --b=2"\nkubelet $OPTS --c="3"' };
  const [command] = readShell(placedSource(source), { variable: nothingKnown });
  const written = command?.words.map(({ origin }) => source.text.slice(origin.start, origin.end));
  expect(written).toEqual(["kubelet", "--a=1", "--b=2", '--c="3"']);
  expect(command?.words[1]?.origin.start).toBe(6);
});

test("never throws, and every word stands inside the text", () => {
  const piece = fc.constantFrom(
    "a",
    " ",
    "'",
    '"',
    "\\",
    "\n",
    "$",
    "{",
    "}",
    "(",
    ")",
    "`",
    "<<",
    "EOF",
    "=",
    ";",
    "#",
    "if",
    "{{",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      for (const { words } of readShell(placedSource({ path: "x", text }), { variable: nothingKnown })) {
        for (const { origin } of words) {
          expect(origin.start).toBeGreaterThanOrEqual(0);
          expect(origin.end).toBeGreaterThanOrEqual(origin.start);
          expect(origin.end).toBeLessThanOrEqual(text.length);
        }
      }
    }),
    { numRuns: 2_000 },
  );
});
