import type { Finding, NamedRisk } from "@authgraph/rules";
import { findingOf, hop, riskOf, runOf } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { findFinding, isFingerprintPrefix } from "./find-finding.ts";

const place = hop({ path: "a.yaml", text: "one\n" }, "one", "");
/** 32 digits that begin with these. */
const full = (digits: string): string => digits.padEnd(32, "0");
const risk = (digits: string, more: Partial<NamedRisk> = {}): NamedRisk =>
  riskOf(place, { fingerprint: full(digits), ...more });
const finding = (primary: NamedRisk, ...folded: readonly NamedRisk[]): Finding =>
  findingOf(place, { ...primary, folded });

const run = runOf([
  finding(risk("abcdef1"), risk("123456a")),
  finding(risk("abcdef2")),
  finding(risk("fedcba", { confidence: "possible" }), risk("777777", { score: 5 })),
]);

/** `risk in finding` by their first digits. */
function shown(prefix: string): string | readonly string[] {
  const search = findFinding(run, prefix);
  const words = ({ risk, finding }: { readonly risk: NamedRisk; readonly finding: Finding }): string =>
    `${risk.fingerprint.replace(/0+$/, "")} in ${finding.fingerprint.replace(/0+$/, "")}`;
  switch (search.outcome) {
    case "found":
      return words(search.found);
    case "ambiguous":
      return ["several", ...search.candidates.map(words)];
    case "missing":
      return ["none", ...search.nearest.map(words)];
  }
}

describe("a fingerprint", () => {
  test.each([
    ["whole", full("abcdef1"), "abcdef1 in abcdef1"],
    ["cut", "abcdef1", "abcdef1 in abcdef1"],
    ["in capitals", "ABCDEF1", "abcdef1 in abcdef1"],
    ["of a folded risk: what it is folded into", "123456", "123456a in abcdef1"],
    ["of what stands alone where only sure risks are shown", "777777", "777777 in 777777"],
    ["of what is only possible", "fedcba", "fedcba in fedcba"],
    ["of several", "abcdef", ["several", "abcdef1 in abcdef1", "abcdef2 in abcdef2"]],
    ["of none: the nearest", "123457a", ["none", "123456a in abcdef1", "777777 in 777777", "abcdef1 in abcdef1"]],
  ])("%s", (_what, prefix, expected) => {
    expect(shown(prefix)).toEqual(expected);
  });
});

test.each([
  ["abcdef", true],
  ["ABCDEF01", true],
  [full("a"), true],
  ["abcde", false],
  [`${full("a")}0`, false],
  ["rbac-grant-anonymous", false],
])("%s is a fingerprint: %s", (word, is) => {
  expect(isFingerprintPrefix(word)).toBe(is);
});
