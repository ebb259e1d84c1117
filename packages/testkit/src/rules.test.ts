import { ruleset } from "@authgraph/ruleset";
import { describe, expect, test } from "vitest";
import { compareFindings, findingsOf, type RuleCase, readRuleCases, withEdits } from "./rule-cases.ts";
import { checkoutPath } from "./shared-material.ts";

describe.each(ruleset.map((rule) => [rule.metadata.id, rule] as const))("%s", (id, rule) => {
  const cases = readRuleCases(checkoutPath("rules", id));

  test.each(cases.map((one) => [`${one.kind}/${one.name}`, one] as const))(
    "%s",
    async (_, { texts, options, expected }) => {
      expect(compareFindings(expected, await findingsOf(rule, texts, options))).toEqual([]);
    },
  );

  test("has bad cases, each with a good twin that differs", () => {
    const named = (kind: RuleCase["kind"]) =>
      new Map(cases.filter((one) => one.kind === kind).map((one) => [one.name, one]));
    const good = named("good");
    const bad = named("bad");
    expect(bad.size).toBeGreaterThan(0);
    for (const [name, { expected, texts }] of bad) {
      expect(expected.length, `bad/${name} expects nothing`).toBeGreaterThan(0);
      expect(good.has(name), `bad/${name} has no good twin`).toBe(true);
      expect(good.get(name)?.texts).not.toEqual(texts);
    }
    for (const [name, { expected }] of good) expect(expected, `good/${name} expects findings`).toEqual([]);
  });

  test("every remedy with edits makes it better, the first one silences it", async () => {
    for (const { name, texts, options } of cases.filter(({ kind }) => kind === "bad")) {
      for (const finding of await findingsOf(rule, texts, options)) {
        const withEdit = finding.remedies.filter(({ edits }) => edits.length > 0);
        for (const [index, remedy] of withEdit.entries()) {
          const after = await findingsOf(rule, withEdits(texts, remedy), options);
          const same = after.find(({ fingerprint }) => fingerprint === finding.fingerprint);
          if (index === 0) expect(same?.title, `${name}: ${remedy.text}`).toBeUndefined();
          else expect(same?.score ?? 0, `${name}: ${remedy.text}`).toBeLessThan(finding.score);
        }
      }
    }
  });
});
