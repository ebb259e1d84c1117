import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adjustment, type HolderLevel, type PowerLevel, rate, severityOf, weakerConfidence } from "./rating.ts";

// The worked examples of the rating: who, what, adjustments, assumed hops, number, tier.
describe("rate", () => {
  test.each<[what: string, HolderLevel, PowerLevel, number[], number, number, string]>([
    ["cluster-admin to requests without credentials", 0, 1, [], 0, 10.0, "critical"],
    ["every Secret to requests without credentials", 0, 2, [], 0, 9.8, "critical"],
    ["view with logs to every authenticated user", 1, 4, [], 0, 7.4, "high"],
    ["edit of dev to every ServiceAccount of dev", 2, 3, [], 0, 8.3, "high"],
    ["every Secret to one ServiceAccount", 3, 2, [], 0, 8.0, "high"],
    ["two named Secrets to one ServiceAccount", 3, 4, [adjustment.namedObjects], 0, 2.5, "low"],
    ["cluster-admin to a Group", 4, 1, [], 0, 6.0, "medium"],
    ["a certificate in system:masters", 4, 1, [adjustment.irrevocable], 0, 7.5, "high"],
    ["pods in kube-system, one hop assumed", 3, 1, [], 1, 8.3, "high"],
    ["a never-expiring token of a cluster-admin account", 3, 1, [adjustment.staticCredential], 0, 9.3, "critical"],
    ["what Kubernetes expects", 5, 1, [], 0, 0.1, "info"],
  ])("%s", (_, holder, power, adjustments, assumedHops, number, tier) => {
    const score = rate({ holder, power, adjustments, assumedHops });
    expect(score).toBe(number);
    expect(severityOf(score)).toBe(tier);
  });

  test("assumed hops take 0.9 together at most, and one tier", () => {
    expect(rate({ holder: 3, power: 1, assumedHops: 9 })).toBe(7.7);
    expect(rate({ holder: 4, power: 3, assumedHops: 3 })).toBe(2.6);
    expect(rate({ holder: 3, power: 4, assumedHops: 3 })).toBe(3.1);
  });

  test("never 9.0, never outside 0.1 to 10.0, one decimal", () => {
    const holder = fc.constantFrom<HolderLevel>(0, 1, 2, 3, 4, 5);
    const power = fc.constantFrom<PowerLevel>(1, 2, 3, 4, 5, 6);
    const adjustments = fc.subarray(Object.values(adjustment));
    fc.assert(
      fc.property(holder, power, adjustments, fc.nat(5), (who, what, adjusted, assumedHops) => {
        const score = rate({ holder: who, power: what, adjustments: adjusted, assumedHops });
        expect(score).not.toBe(9);
        expect(score).toBeGreaterThanOrEqual(0.1);
        expect(score).toBeLessThanOrEqual(10);
        expect(Math.round(score * 10) / 10).toBe(score);
      }),
    );
  });

  test("9.0 becomes 8.9", () => {
    expect(rate({ holder: 2, power: 3, adjustments: [0.7] })).toBe(8.9);
  });
});

test.each([
  [10, "critical"],
  [9.1, "critical"],
  [8.9, "high"],
  [7, "high"],
  [6.9, "medium"],
  [4, "medium"],
  [3.9, "low"],
  [0.2, "low"],
  [0.1, "info"],
])("%d is %s", (score, tier) => {
  expect(severityOf(score)).toBe(tier);
});

test("a chain is as certain as its least certain hop", () => {
  expect(weakerConfidence("certain", "likely")).toBe("likely");
  expect(weakerConfidence("possible", "likely")).toBe("possible");
});
