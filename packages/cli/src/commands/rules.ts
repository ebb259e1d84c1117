import type { Command } from "commander";
import type { Outcome } from "../command-line.ts";
import { writeResult } from "../terminal/write.ts";

export function addRulesCommand(program: Command, _outcome: Outcome): void {
  program
    .command("rules")
    .description("list every rule: id, usual severity, what it finds")
    .option("--json", "as JSON, with all that rule.yaml says", false)
    .action(async ({ json }: { json: boolean }) => {
      const { ruleset } = await import("@authgraph/ruleset");
      const metadata = ruleset.map((rule) => rule.metadata);
      const widest = Math.max(...metadata.map(({ id }) => id.length));
      const lines = metadata.map(
        ({ id, severity, title }) => `${id.padEnd(widest)}  ${severity.padEnd(8)}  ${title}\n`,
      );
      await writeResult(json ? [`${JSON.stringify(metadata, null, 2)}\n`] : lines, undefined);
    });
}
