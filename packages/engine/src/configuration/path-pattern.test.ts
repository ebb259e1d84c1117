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
