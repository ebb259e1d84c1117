import { type Command, InvalidArgumentError, Option } from "commander";
import type { Outcome } from "../exit-code.ts";
import { declareInputOptions, type GivenInputs, inputOptions } from "./input-options.ts";
import { declareRuleOptions, type GivenRules, ruleOptions } from "./rule-options.ts";

const details = `
The entry names rule, object and subject, so it survives edits, moves and renames. It goes to the end of \`suppressions\`
in the nearest authgraph.yaml above the inputs, which is made where there is none.

Examples:
  authgraph suppress 3484fa60dd21 --reason "break-glass, OPS-112" --until 2027-01-31
  authgraph suppress 3484fa60dd21 --reason "syncs these two" --valid-while-bound-only-in dev --valid-while-bound-only-in test

Exit codes:
  0  written
  2  there is no such finding, or nothing could be written`;

interface Given extends GivenInputs, GivenRules {
  readonly reason: string;
  readonly until?: string;
  readonly validWhileBoundOnlyIn?: readonly string[];
  readonly validWhileNamesOnly?: readonly string[];
}

export function addSuppressCommand(program: Command, outcome: Outcome): void {
  const command = program
    .command("suppress")
    .description("accept a finding: write an entry into authgraph.yaml")
    .argument("<fingerprint>", "of the finding, as a scan prints it, at least 6 digits")
    .addOption(new Option("--reason <text>", "why it is accepted").argParser(reasonOf).makeOptionMandatory())
    .option("--until <day>", "the last day on which it is, as 2027-01-31")
    .option(
      "--valid-while-bound-only-in <namespace>",
      "as long as the subject is bound to the role there only; repeat for several",
      collected,
    )
    .option(
      "--valid-while-names-only <name>",
      "as long as the rules behind it name this object only; repeat for several",
      collected,
    );
  declareInputOptions(command);
  declareRuleOptions(command, { extended: true });
  command.addHelpText("after", details).action(async (fingerprint: string, given: Given) => {
    const { runSuppress } = await import("./run-suppress.ts");
    const { reason, until, validWhileBoundOnlyIn = [], validWhileNamesOnly = [] } = given;
    // As a scan takes it, so that fingerprints agree.
    const inputs = { ...inputOptions(given), appliedNamespace: given.appliedNamespace };
    const validWhile = { boundOnlyIn: validWhileBoundOnlyIn, namesOnly: validWhileNamesOnly };
    const options = { inputs, rules: ruleOptions(given), reason, until, validWhile };
    outcome.exitCode = await runSuppress(fingerprint, options);
  });
}

function reasonOf(text: string): string {
  if (text.trim() !== "") return text.trim();
  throw new InvalidArgumentError("Whoever reads it later has to know why.");
}

function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
