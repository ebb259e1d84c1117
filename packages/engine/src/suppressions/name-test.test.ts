import { expect, test } from "vitest";
import { nameTest } from "./name-test.ts";

test.each([
  ["RoleBinding web/ci", "RoleBinding web/ci", true],
  ["RoleBinding web/ci", "RoleBinding web/ci-2", false],
  ["RoleBinding web/c.", "RoleBinding web/ci", false],
  ["RoleBinding web/ci-*", "RoleBinding web/ci-x7k2p", true],
  ["RoleBinding web/ci-*", "RoleBinding web/ci", false],
  ["RoleBinding */ci", "RoleBinding web/ci", true],
  ["*", "", true],
  ["a*b*c", "axxbxxc", true],
  ["a*b*c", "axxcxxb", false],
  ["*ab", "aab", true],
  ["(a+)+$*", "aaaa", false],
])("%s is %s: %j", (written, name, expected) => {
  expect(nameTest(written).holds(name)).toBe(expected);
});

test("many stars take no long time", () => {
  expect(nameTest(`${"*a".repeat(100)}b`).holds("a".repeat(5_000))).toBe(false);
});
