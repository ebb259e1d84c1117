import { textOrigin } from "@authgraph/source";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldRisks } from "./fold.ts";
import type { Hop, Risk } from "./risk.ts";

const source = { path: "rbac.yaml", text: Array.from({ length: 50 }, (_, line) => `line ${line}\n`).join("") };

function atLine(line: number): Hop {
  const start = source.text.indexOf(`line ${line - 1}\n`);
  return { origin: textOrigin(source, start, start + 4), label: "here", step: 1 };
}

function risk(subject: string, binding: string, score: number, line: number, role?: string): Risk {
  const place = atLine(line);
  return {
    ruleId: "rbac-test",
    title: `${subject} through ${binding}`,
    score,
    confidence: "certain",
    place,
    hops: [place],
    notes: [],
    remedies: [],
    identity: { subject, object: binding },
    cause: binding,
    also: subject,
    ...(role === undefined ? {} : { role: { key: role, place: atLine(40) } }),
  };
}

const shown = (risks: readonly Risk[]) =>
  foldRisks(risks, "default").map(({ title, score, folded }) => [title, score, folded.map(({ also }) => also)]);

describe("foldRisks", () => {
  test("one finding for a binding, the most severe first, the others folded", () => {
    expect(shown([risk("b", "one", 4, 2), risk("a", "one", 8, 1), risk("c", "two", 9.5, 3)])).toEqual([
      ["c through two", 9.5, []],
      ["a through one", 8, ["b"]],
    ]);
  });

  test("five bindings of one role are five findings, six are one at the role", () => {
    const bindings = (count: number) =>
      Array.from({ length: count }, (_, i) => risk(`s${i}`, `b${i}`, 6, i + 1, "ClusterRole//r"));
    expect(foldRisks(bindings(5), "default")).toHaveLength(5);
    const [finding, ...others] = foldRisks(bindings(6), "default");
    expect(others).toEqual([]);
    expect(finding?.place).toEqual(atLine(40));
    expect(finding?.hops).toContainEqual(finding?.place);
    expect(finding?.folded).toHaveLength(5);
  });

  test("what Kubernetes ships is no place to fold at", () => {
    const builtIn: Hop = { origin: { kind: "built-in", of: "default policy" }, label: "r", step: undefined };
    const risks = Array.from({ length: 8 }, (_, i) => ({
      ...risk(`s${i}`, `b${i}`, 6, i + 1),
      role: { key: "ClusterRole//cluster-admin", place: builtIn },
    }));
    expect(foldRisks(risks, "default")).toHaveLength(8);
  });

  test("one result for a rule and a line", () => {
    expect(shown([risk("a", "one", 8, 7), risk("b", "two", 6, 7)])).toEqual([["a through one", 8, ["b"]]]);
  });

  test("nothing is lost, nothing twice, and the order of the input does not matter", () => {
    const anyRisk = fc
      .record({
        subject: fc.constantFrom("a", "b", "c"),
        binding: fc.constantFrom("x", "y", "z"),
        line: fc.integer({ min: 1, max: 4 }),
        score: fc.constantFrom(2, 6, 9.5),
      })
      .map(({ subject, binding, line, score }) => risk(subject, binding, score, line));
    fc.assert(
      fc.property(fc.uniqueArray(anyRisk, { selector: ({ title }) => title, maxLength: 9 }), (risks) => {
        const findings = foldRisks(risks, "default");
        expect(
          findings.flatMap((finding) => [finding.title, ...finding.folded.map(({ title }) => title)]).sort(),
        ).toEqual(risks.map(({ title }) => title).sort());
        expect(foldRisks([...risks].reverse(), "default")).toEqual(findings);
        for (const { score, folded } of findings)
          for (const other of folded) expect(other.score).toBeLessThanOrEqual(score);
      }),
    );
  });
});
