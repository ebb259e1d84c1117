import { describe, expect, it } from "vitest";
import {
  asPrefix,
  finalizerProblems,
  labelKeyProblems,
  labelNameProblems,
  labelValueProblems,
  type NameCheck,
  pathSegmentProblems,
  subdomainProblems,
} from "./names.ts";

/** Whether a name passes; the words are compared with recorded answers elsewhere. */
describe("names", () => {
  it.each<[string, NameCheck, readonly string[], readonly string[]]>([
    ["RBAC objects", pathSegmentProblems, ["a", "system:x y", "Ä*", "...", "a\n"], [".", "..", "a/b", "100%"]],
    [
      "subdomains",
      subdomainProblems,
      ["a", "a.b-c", "1", "a".repeat(253)],
      ["", "A", "a_b", "-a", "a.", "a".repeat(254)],
    ],
    ["labels", labelNameProblems, ["a", "1", "a".repeat(63)], ["", "a.b", "A", "a".repeat(64)]],
    ["prefixes of generated names", asPrefix(subdomainProblems), ["gen-", "ab-", "a"], ["-", "A", "A_a-"]],
    ["keys of labels", labelKeyProblems, ["a", "A.b_c", "example.com/a"], ["", "a/", "/a", "a/b/c", "A/b", "-a"]],
    ["values of labels", labelValueProblems, ["", "a", "A.b_c"], ["-", "a b", "ä", "a".repeat(64)]],
    ["finalizers", finalizerProblems, ["kubernetes", "orphan", "example.com/x"], ["x", "a b/c"]],
  ])("of %s", (_title, problems, good, bad) => {
    expect(good.filter((name) => problems(name).length > 0)).toEqual([]);
    expect(bad.filter((name) => problems(name).length === 0)).toEqual([]);
  });
});
