import { describe, expect, it } from "vitest";
import { splitArguments } from "./split-arguments.ts";

describe("arguments that the workflow hands on", () => {
  it.each([
    ["", []],
    ["  \n ", []],
    ["--complete --strict", ["--complete", "--strict"]],
    ["--complete\n--strict\n", ["--complete", "--strict"]],
    ["--rootfs 'a b'", ["--rootfs", "a b"]],
    ['--rootfs="a b"', ["--rootfs=a b"]],
    [String.raw`a\ b`, ["a b"]],
    [String.raw`"a\"b" "a\\b" "a\nb"`, ['a"b', String.raw`a\b`, String.raw`a\nb`]],
    [String.raw`'a\'`, ["a\\"]],
    ["''", [""]],
    // A shell would run or expand these.
    ["$(id) `id` $HOME * ; rm -rf / && x", ["$(id)", "`id`", "$HOME", "*", ";", "rm", "-rf", "/", "&&", "x"]],
  ])("%j", (text, words) => {
    expect(splitArguments(text)).toEqual({ outcome: "split", words });
  });

  it.each(["'a", '"a', 'x"'])("%j: a quote that is never closed is refused", (text) => {
    expect(splitArguments(text)).toMatchObject({ outcome: "refused" });
  });
});
