import { renderSarif } from "@authgraph/report";
import { ruleset } from "@authgraph/ruleset";
import { describe, expect, test } from "vitest";
import { type RuleCase, readRuleCases } from "./rule-cases.ts";
import { sarifProblems, sarifSchemaCheck, sarifValidatorMissing } from "./sarif-validation.ts";
import { scanTexts } from "./scan-texts.ts";
import { checkoutPath } from "./shared-material.ts";

/** One file for all cases of a rule: each holds the descriptors of every rule, which is what takes the validator's time. */
async function sarifOf(cases: readonly RuleCase[]): Promise<string> {
  const runs = await Promise.all(cases.map(({ texts, options }) => scanTexts(texts, options)));
  const [first] = runs;
  if (first === undefined) throw new Error("a rule without cases");
  return [...renderSarif({ ...first, findings: runs.flatMap(({ findings }) => findings) })].join("");
}

describe.skipIf(sarifValidatorMissing !== undefined)(
  `SARIF of every case of every rule${sarifValidatorMissing === undefined ? "" : ` (${sarifValidatorMissing})`}`,
  () => {
    test("is valid by the SARIF 2.1.0 schema and by GitHub's rules", async () => {
      const files = new Map<string, string>();
      for (const { metadata } of ruleset) {
        files.set(metadata.id, await sarifOf(readRuleCases(checkoutPath("rules", metadata.id))));
      }
      const check = sarifSchemaCheck();
      for (const [name, text] of files) expect([name, check(JSON.parse(text))]).toEqual([name, []]);
      expect(sarifProblems(files)).toEqual([]);
    });
  },
);
