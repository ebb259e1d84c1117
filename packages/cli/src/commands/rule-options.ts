import type { Command } from "commander";
import type { RuleOptions } from "../rules/choose-rules.ts";

/** What commander leaves in `opts()` for the options below. */
export interface GivenRules {
  readonly rules?: readonly string[];
  readonly rulesExtended?: boolean;
}

/** Declares which rules a command is about; `extended` where it can leave some out. */
export function declareRuleOptions(command: Command, { extended }: { readonly extended: boolean }): void {
  command.option(
    "--rules <folder>",
    "load the rules of this folder too, which runs their code; repeat for several",
    (folder: string, before: readonly string[] = []) => [...before, folder],
  );
  if (extended) command.option("--rules-extended", "ask the rules of the extended pack too");
}

export function ruleOptions({ rules = [], rulesExtended = false }: GivenRules): RuleOptions {
  return { ruleFolders: rules, extended: rulesExtended };
}
