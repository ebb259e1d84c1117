import type { Command } from "commander";
import { exitCode, type Outcome } from "../exit-code.ts";
import { tell } from "../terminal/tell.ts";
import { printResult } from "./print-result.ts";

export function addExplainCommand(program: Command, outcome: Outcome): void {
  program
    .command("explain")
    .description("say what a rule finds, why it matters and what to do")
    .argument("<rule>", "id of a rule, as `rules` lists them")
    .action(async (id: string) => {
      const { ruleset } = await import("@authgraph/ruleset");
      const rule = ruleset.find(({ metadata }) => metadata.id === id);
      if (rule === undefined) {
        const { nearest } = await import("../terminal/nearest.ts");
        const meant = nearest(
          id,
          ruleset.map(({ metadata }) => metadata.id),
        );
        const hint = meant === undefined ? "`authgraph rules` lists them" : `did you mean ${meant}?`;
        await tell(`there is no rule "${id}"; ${hint}`);
        outcome.exitCode = exitCode.unable;
        return;
      }
      const { renderRule } = await import("@authgraph/report");
      await printResult([renderRule(rule.metadata)], outcome);
    });
}
