import type { Confidence, NamedRisk } from "@authgraph/rules";
import { findingOf, hop, riskOf, runOf } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { type Selection, selectFindings } from "./select-findings.ts";

const source = { path: "a.yaml", text: "one\ntwo\nrole\n" };

/** A risk by its number and confidence; the fingerprint is its number, so that it can be told again. */
function risk(score: number, confidence: Confidence, more: Partial<NamedRisk> = {}): NamedRisk {
  const severity = score > 9 ? "critical" : score >= 7 ? "high" : score >= 4 ? "medium" : "low";
  return riskOf(hop(source, "one", ""), { score, severity, confidence, fingerprint: String(score), ...more });
}

const finding = (primary: NamedRisk, ...folded: readonly NamedRisk[]) =>
  findingOf(primary.place, { ...primary, folded });

/** `9.8(8.0)`: the number of each finding with those folded into it. */
function shown(findings: readonly ReturnType<typeof finding>[], selection: Selection): readonly string[] {
  return selectFindings(runOf(findings), selection).findings.map(
    ({ score, folded }) => `${score.toFixed(1)}(${folded.map((one) => one.score.toFixed(1)).join(" ")})`,
  );
}

describe("confidence", () => {
  const three = [
    finding(risk(9.8, "possible"), risk(8, "likely"), risk(6, "possible"), risk(5, "certain")),
    finding(risk(9.3, "certain"), risk(4, "possible")),
    finding(risk(8.6, "possible"), risk(3, "possible")),
  ];
  test.each([
    ["possible", ["9.8(8.0 6.0 5.0)", "9.3(4.0)", "8.6(3.0)"]],
    ["likely", ["9.3()", "8.0(5.0)"]],
    ["certain", ["9.3()", "5.0()"]],
  ] as const)("%s: what is sure enough is told, by itself where it was folded", (confidence, expected) => {
    expect(shown(three, { severity: "info", confidence })).toEqual(expected);
  });

  test("what stands for the others brings its own level, fingerprint and place", () => {
    const left = risk(8, "likely", { ruleId: "rbac-pods-exec", place: hop(source, "two", "") });
    const run = runOf([finding(risk(9.8, "possible"), left)]);
    const { findings } = selectFindings(run, { severity: "info", confidence: "likely" });
    expect(findings).toEqual([{ ...left, folded: [] }]);
  });

  test("a role that stands for several bindings stays the place", () => {
    const role = { key: "ClusterRole//r", place: hop(source, "role", "the role") };
    const [a, b, c] = [risk(9.8, "possible", { role }), risk(8, "likely", { role }), risk(8, "likely", { role })];
    const atRole = finding({ ...a, place: role.place, hops: [role.place, ...a.hops] }, b, c);
    const [kept] = selectFindings(runOf([atRole]), { severity: "info", confidence: "likely" }).findings;
    expect([kept?.place, kept?.hops]).toEqual([role.place, [role.place, ...b.hops]]);
  });
});

describe("severity", () => {
  const two = [finding(risk(9.8, "possible"), risk(5, "certain")), finding(risk(8, "certain"), risk(3, "certain"))];
  test.each([
    ["is that of the most severe risk; what is folded into it stays", "high", "possible", ["9.8(5.0)", "8.0(3.0)"]],
    ["is that of what is sure enough", "high", "certain", ["8.0(3.0)"]],
    ["and what is left of a finding may still be enough", "medium", "certain", ["8.0(3.0)", "5.0()"]],
  ] as const)("%s", (_what, severity, confidence, expected) => {
    expect(shown(two, { severity, confidence })).toEqual(expected);
  });
});

test("a run of which nothing is taken is the same run", () => {
  const run = runOf([finding(risk(9.8, "certain"), risk(5, "certain"))]);
  expect(selectFindings(run, { severity: "info", confidence: "certain" })).toBe(run);
});
