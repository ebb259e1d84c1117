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
    // Unless each is of little worth: then the first of them stands for all.
    const [finding, ...others] = foldRisks(
      risks.map((one) => ({ ...one, score: 3.5 })),
      "default",
    );
    expect([finding?.place, finding?.folded.length, others]).toEqual([atLine(1), 7, []]);
  });

  test("of equal paths the shortest stands first", () => {
    const path = (ruleId: string, steps: number) => ({ ...risk("a", "one", 8, 1), ruleId, title: ruleId, steps });
    expect(shown([path("path-a", 3), path("path-b", 2)])).toEqual([["path-b", 8, ["a"]]]);
  });

  test("one result for a rule and a line", () => {
    expect(shown([risk("a", "one", 8, 7), risk("b", "two", 6, 7)])).toEqual([["a through one", 8, ["b"]]]);
  });

  describe("an operator's account is one finding", () => {
    const velero = "ServiceAccount backup/velero";
    const role = (name: string) => `rbac.authorization.k8s.io/ClusterRole//${name}`;
    const bound = (subject: string, to: string, score = 6, line = 1, binding = to) =>
      risk(subject, binding, score, line, role(to));

    test.each<[string, readonly Risk[], readonly (readonly [title: string, folded: number])[]]>([
      [
        "two roles that the operator ships",
        [bound(velero, "cluster-admin", 8.6, 1), bound(velero, "velero-server", 6, 2)],
        [[`${velero} through cluster-admin`, 1]],
      ],
      [
        "a role of somebody else stays apart, however weak or strong",
        [
          bound(velero, "cluster-admin", 6, 1),
          bound(velero, "velero-server", 5, 2),
          bound(velero, "snapshots", 8, 3),
          bound(velero, "velero", 4, 4),
        ],
        [
          [`${velero} through snapshots`, 0],
          [`${velero} through cluster-admin`, 1],
          [`${velero} through velero`, 0],
        ],
      ],
      [
        "another account bound to the same roles is not the operator's",
        [bound("ServiceAccount backup/velero2", "cluster-admin", 6, 1), bound("User velero", "velero-server", 5, 2)],
        [
          ["ServiceAccount backup/velero2 through cluster-admin", 0],
          ["User velero through velero-server", 0],
        ],
      ],
      [
        "accounts of two namespaces are two",
        [bound(velero, "cluster-admin", 6, 1), bound("ServiceAccount old/velero", "velero-server", 5, 2)],
        [
          [`${velero} through cluster-admin`, 0],
          ["ServiceAccount old/velero through velero-server", 0],
        ],
      ],
      [
        "a binding that others hold too stays apart",
        [
          bound(velero, "cluster-admin", 6, 1),
          bound("ServiceAccount backup/helper", "cluster-admin", 6, 2),
          bound(velero, "velero-server", 5, 3),
        ],
        [
          [`${velero} through cluster-admin`, 1],
          [`${velero} through velero-server`, 0],
        ],
      ],
      [
        "one cause with a role of somebody else in it stays apart",
        [
          bound(velero, "cluster-admin", 6, 1, "one"),
          bound(velero, "snapshots", 5, 2, "one"),
          bound(velero, "velero-server", 4, 3),
        ],
        [
          [`${velero} through one`, 1],
          [`${velero} through velero-server`, 0],
        ],
      ],
      [
        "what is told of a workload goes with its account's binding",
        [
          bound(velero, "cluster-admin", 6, 1),
          risk(velero, "cluster-admin", 3, 9),
          bound(velero, "velero-server", 5, 2),
        ],
        [[`${velero} through cluster-admin`, 2]],
      ],
    ])("%s", (_name, risks, expected) => {
      const findings = foldRisks(risks, "default");
      expect(findings.map(({ title, folded }) => [title, folded.length])).toEqual(expected);
      // Names group findings; they make none smaller and hide none.
      const scores = (all: readonly Risk[]) => all.map(({ score }) => score).sort();
      expect(scores(findings.flatMap((finding) => [finding, ...finding.folded]))).toEqual(scores(risks));
    });

    test("says so, on each of them", () => {
      const [finding] = foldRisks([bound(velero, "cluster-admin"), bound(velero, "velero-server", 5, 2)], "default");
      const line = "operator: by their names, account and roles are those of Velero";
      expect(finding?.notes.map(({ text }) => text)).toEqual([line]);
      expect(finding?.folded[0]?.notes.map(({ text }) => text)).toEqual([line]);
      const [other] = foldRisks([bound("ServiceAccount backup/tool", "cluster-admin")], "default");
      expect(other?.notes).toEqual([]);
    });
  });

  test("nothing is lost, nothing twice, and the order of the input does not matter", () => {
    const anyRisk = fc
      .record({
        subject: fc.constantFrom("a", "ServiceAccount ops/velero", "ServiceAccount ops/c"),
        binding: fc.constantFrom("x", "y", "z"),
        role: fc.constantFrom(undefined, "ClusterRole//velero-server", "ClusterRole//cluster-admin", "ClusterRole//r"),
        line: fc.integer({ min: 1, max: 4 }),
        score: fc.constantFrom(2, 6, 9.5),
      })
      .map(({ subject, binding, line, score, role }) => risk(subject, binding, score, line, role));
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
