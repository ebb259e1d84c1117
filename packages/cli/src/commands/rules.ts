import type { Command } from "commander";
import { exitCode, type Outcome } from "../exit-code.ts";
import { printResult } from "./print-result.ts";
import { declareRuleOptions, type GivenRules, ruleOptions } from "./rule-options.ts";

interface Given extends GivenRules {
  readonly json?: boolean;
}

export function addRulesCommand(program: Command, outcome: Outcome): void {
  const command = program
    .command("rules")
    .description("list every rule: id, usual severity, what it finds")
    .option("--json", "as JSON, with all that rule.yaml says");
  declareRuleOptions(command, { extended: false });
  command.action(async ({ json, ...given }: Given) => {
    const { allRules } = await import("../rules/choose-rules.ts");
    const rules = await allRules(ruleOptions(given));
    if (rules === undefined) {
      outcome.exitCode = exitCode.unable;
      return;
    }
    const metadata = rules.map((rule) => rule.metadata);
    const widest = Math.max(...metadata.map(({ id }) => id.length));
    const lines = metadata.map(({ id, severity, title, extended }) => {
      const mark = extended ? " (only with --rules-extended)" : "";
      return `${id.padEnd(widest)}  ${severity.padEnd(8)}  ${title}${mark}\n`;
    });
    await printResult(json ? [`${JSON.stringify(metadata, null, 2)}\n`] : lines, outcome);
  });
}
