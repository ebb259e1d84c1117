import { scan } from "@authgraph/engine";
import { renderSarif } from "@authgraph/report";
import { ruleset } from "@authgraph/ruleset";
import { describe, expect, test } from "vitest";
import { textSources } from "./folder-sources.ts";
import { type RuleCase, readRuleCases } from "./rule-cases.ts";
import { sarifProblems, sarifSchemaCheck, sarifValidatorMissing } from "./sarif-validation.ts";
import { checkoutPath } from "./shared-material.ts";

async function sarifOf({ texts, options }: RuleCase): Promise<string> {
  const result = await scan({
    sources: textSources(texts),
    rules: ruleset,
    toolVersion: "0.0.0",
    kubernetesVersion: options.kubernetesVersion,
    appliedNamespace: undefined,
    complete: options.complete,
    at: options.at,
    onFile: () => {},
  });
  if (result.outcome === "refused") throw new Error(result.message);
  return [...renderSarif(result.run)].join("");
}

describe.skipIf(sarifValidatorMissing !== undefined)(
  `SARIF of every case of every rule${sarifValidatorMissing === undefined ? "" : ` (${sarifValidatorMissing})`}`,
  () => {
    const cases = ruleset.flatMap(({ metadata }) => readRuleCases(checkoutPath("rules", metadata.id)));

    test("is valid by the SARIF 2.1.0 schema and by GitHub's rules", async () => {
      const files = new Map<string, string>();
      for (const one of cases) files.set(`${one.rule}-${one.kind}-${one.name}`, await sarifOf(one));
      const check = sarifSchemaCheck();
      for (const [name, text] of files) expect([name, check(JSON.parse(text))]).toEqual([name, []]);
      expect(sarifProblems(files)).toEqual([]);
    });
  },
);
