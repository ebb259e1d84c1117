import { expect, test } from "vitest";
import { beginningOf, beginnings } from "./beginnings.ts";

test.each([
  ["ClusterRoleBinding ci-1", ["any", "ci", "ci-1"]],
  ["ClusterRoleBinding ci-2", ["any", "ci"]],
  ["ClusterRoleBinding ci", ["any"]],
  ["", ["any"]],
])("%o", (text, expected) => {
  const index = beginnings<string>();
  index.add("", "any");
  index.add("ClusterRoleBinding ci-", "ci");
  index.add("ClusterRoleBinding ci-1", "ci-1");
  expect([...index.of(text)].sort()).toEqual(expected);
});

test.each([
  ["RoleBinding web/*", "RoleBinding web/"],
  ["*", ""],
  ["a/node-?.yaml", "a/node-"],
  ["a", "a"],
])("%s begins with %o", (pattern, expected) => {
  expect(beginningOf(pattern)).toBe(expected);
});
