import { expect, test } from "vitest";
import { isKnownMinor, knownMinors, type Minor, nearestKnownMinor, newestMinor, parseMinor } from "./versions.ts";

test.each([
  ["1.37", "1.37"],
  ["1.37.2", "1.37"],
  ["v1.37.2", "1.37"],
  ["v1.30", "1.30"],
  ["1.37.2+k3s1", "1.37"],
  ["v1.33.4-eks-99d6cc0", "1.33"],
  ["v1.34.0-gke.1626000", "1.34"],
  ["1.35.0-alpha.1", "1.35"],
  ["v1.31.0_vmware.1", "1.31"],
  ["1.29+", "1.29"],
  [" 1.36\n", "1.36"],
  ["1.9", "1.9"],
  ["latest", undefined],
  ["", undefined],
  ["1", undefined],
  ["37", undefined],
  ["v1.x", undefined],
  ["1.37.2@sha256:00", undefined],
])("parseMinor(%j) is %j", (version, minor) => {
  expect(parseMinor(version)).toBe(minor);
});

test("the minors known are ordered as numbers, not as text", () => {
  const numbers = knownMinors.map((minor) => Number(minor.split(".")[1]));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(newestMinor).toBe(knownMinors.at(-1));
});

test.each<[Minor, Minor]>([
  ["1.30", "1.30"],
  ["1.34", "1.34"],
  ["1.9", "1.30"],
  ["1.100", newestMinor],
  ["2.0", newestMinor],
  ["0.40", "1.30"],
])("the nearest to %s is %s", (minor, nearest) => {
  expect(nearestKnownMinor(minor)).toBe(nearest);
});

test.each(["1.3", "1.300", "toString", ""])("%j is not known", (minor) => {
  expect(isKnownMinor(minor)).toBe(false);
});
