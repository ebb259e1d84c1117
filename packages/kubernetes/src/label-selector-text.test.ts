import { expect, test } from "vitest";
import { isLabelSelector } from "./label-selector-text.ts";

test.each([
  ["", true],
  ["a", true],
  ["a,b", true],
  ["!a", true],
  ["a=b", true],
  ["a==b,c!=d", true],
  ["a=", true],
  ["a=,b", true],
  ["example.org/a in (b, c)", true],
  ["a notin (b,)", true],
  ["a>1", true],
  ["a in ()", false],
  ["a in (b c)", false],
  ["a in b", false],
  ["a>b", false],
  ["a,", false],
  [",a", false],
  ["!a=b", false],
  ["a=b=c", false],
  ["a b", false],
  ["a=b c", false],
  ["-a", false],
  ["a=b/c", false],
  ["a/b/c", false],
  ["A/b", false],
  [`a=${"x".repeat(64)}`, false],
])("%s: %s", (text, expected) => {
  expect(isLabelSelector(text)).toBe(expected);
});
