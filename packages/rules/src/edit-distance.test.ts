import { expect, test } from "vitest";
import { editDistance } from "./edit-distance.ts";

test.each([
  ["", "", 0],
  ["", "pods", 4],
  ["pod", "pods", 1],
  ["pods", "pods", 0],
  ["depoyments", "deployments", 1],
  ["configmap", "configmaps", 1],
  ["kitten", "sitting", 3],
  ["ab", "ba", 2],
])("from %j to %j it takes %i", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});
