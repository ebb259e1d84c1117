import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matcherOf, plainPath } from "./path-pattern.ts";

describe("patterns", () => {
  test.each([
    ["a file", "clusters/a.yaml", ["clusters/a.yaml"], ["a.yaml", "x/clusters/a.yaml", "clusters/a.yamlx"]],
    ["a folder", "clusters/prod", ["clusters/prod/a.yaml", "clusters/prod/x/b"], ["clusters/prod2/a.yaml", "clusters"]],
    ["a folder with a slash", "./base/", ["base/a"], ["database/a"]],
    ["everything", ".", ["a", "a/b"], []],
    ["a part of a name", "*.yaml", ["a.yaml", ".yaml", "a.b.yaml"], ["x/a.yaml", "a.yml"]],
    ["parts of a name", "a*b*c", ["abc", "a1b2b3c", "abbc/x"], ["ab", "acb", "xabc"]],
    ["a character", "node-?/x", ["node-1/x", "node-a/x/y"], ["node-/x", "node-10/x"]],
    ["any depth", "**/testdata", ["testdata/x", "a/b/testdata/x", "testdata"], ["a/testdata2/x"]],
    ["any depth between", "a/**/z/*.yaml", ["a/z/1.yaml", "a/b/z/c/z/1.yaml"], ["a/z/b/1.yml", "z/1.yaml"]],
    ["all below", "a/**", ["a/b", "a/b/c"], ["a", "ab/c"]],
    ["twice any depth", "**/a/**/b", ["a/b", "x/a/y/a/z/b/q"], ["b/a", "x/b"]],
  ])("%s", (_what, pattern, matching, others) => {
    const matches = matcherOf([pattern]);
    expect([matching.filter((path) => !matches(path)), others.filter(matches)]).toEqual([[], []]);
  });

  test("one of several is enough", () => {
    expect(["a", "b", "c"].filter(matcherOf(["a", "b"]))).toEqual(["a", "b"]);
    expect(matcherOf([])("a")).toBe(false);
  });

  test("a pattern made to be slow is not", () => {
    const started = performance.now();
    const name = `${"a".repeat(5_000)}b`;
    expect(matcherOf([`${"*a".repeat(200)}c`])(name)).toBe(false);
    expect(matcherOf([`${"**/a/".repeat(200)}c`])("a/".repeat(5_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test.each([
    ["./a/", "a"],
    [".", ""],
    ["a/./b", "a/b"],
  ])("%s is %j", (path, plain) => {
    expect(plainPath(path)).toBe(plain);
  });
});

describe("the same as trying every way", () => {
  const name = fc.stringMatching(/^[ab.]{1,3}$/).filter((text) => text !== "." && text !== "..");
  const wild = fc.stringMatching(/^[ab?*.]{1,4}$/).filter((text) => !text.includes("**") && !/^\.{1,2}$/.test(text));
  const pattern = fc.array(fc.oneof(wild, fc.constant("**")), { minLength: 1, maxLength: 5 });

  /** All ways, as the guide describes them. */
  function matches(pattern: readonly string[], path: readonly string[]): boolean {
    const [first, ...rest] = pattern;
    if (first === undefined) return true;
    if (first === "**" && rest.length === 0) return path.length > 0;
    if (first === "**") return matches(rest, path) || (path.length > 0 && matches(pattern, path.slice(1)));
    const [head, ...tail] = path;
    return head !== undefined && nameMatches(first, head) && matches(rest, tail);
  }

  function nameMatches(pattern: string, name: string): boolean {
    if (pattern === "") return name === "";
    const rest = pattern.slice(1);
    if (pattern.startsWith("*")) return nameMatches(rest, name) || (name !== "" && nameMatches(pattern, name.slice(1)));
    return name !== "" && (pattern.startsWith("?") || pattern[0] === name[0]) && nameMatches(rest, name.slice(1));
  }

  test("for any pattern and path", () => {
    fc.assert(
      fc.property(pattern, fc.array(name, { minLength: 1, maxLength: 6 }), (parts, names) => {
        expect(matcherOf([parts.join("/")])(names.join("/"))).toBe(matches(parts, names));
      }),
      { numRuns: 2_000 },
    );
  });
});
