import type { Command } from "commander";
import type { Outcome } from "../exit-code.ts";
import { printResult } from "./print-result.ts";

export function addRulesCommand(program: Command, outcome: Outcome): void {
  program
    .command("rules")
    .description("list every rule: id, usual severity, what it finds")
    .option("--json", "as JSON, with all that rule.yaml says")
    .action(async ({ json }: { json?: boolean }) => {
      const { ruleset } = await import("@authgraph/ruleset");
      const metadata = ruleset.map((rule) => rule.metadata);
      const widest = Math.max(...metadata.map(({ id }) => id.length));
      const lines = metadata.map(
        ({ id, severity, title }) => `${id.padEnd(widest)}  ${severity.padEnd(8)}  ${title}\n`,
      );
      await printResult(json ? [`${JSON.stringify(metadata, null, 2)}\n`] : lines, outcome);
    });
}
