import { type Command, Option } from "commander";
import type { Outcome } from "../exit-code.ts";
import type { ColorChoice } from "../terminal/terminal.ts";
import { declareInputOptions, type GivenInputs, inputOptions } from "./input-options.ts";
import { declareRuleOptions, type GivenRules, ruleOptions } from "./rule-options.ts";

const details = `
A fingerprint may be cut to what is unambiguous, at least 6 digits. It is looked for in a scan of --in with the same
options as those of the scan that printed it, and stays the same when files are edited, moved or renamed.

Examples:
  authgraph explain rbac-grant-anonymous
  authgraph explain 3484fa60dd21 --in manifests

Exit codes:
  0  explained
  2  there is no such rule or finding, or the scan could not be done`;

interface Given extends GivenInputs, GivenRules {
  readonly format: "pretty" | "json";
  readonly color: ColorChoice;
}

export function addExplainCommand(program: Command, outcome: Outcome): void {
  const command = program
    .command("explain")
    .description("say what a rule finds and why it matters, or tell all there is of one finding")
    .argument("<what>", "id of a rule, as `rules` lists them, or fingerprint of a finding, as a scan prints it")
    .addOption(
      new Option("-f, --format <format>", "format of the answer").choices(["pretty", "json"]).default("pretty"),
    )
    .addOption(new Option("--color <when>", "colours").choices(["auto", "always", "never"]).default("auto"));
  declareInputOptions(command);
  declareRuleOptions(command, { extended: true });
  command.addHelpText("after", details).action(async (what: string, given: Given) => {
    const { runExplain } = await import("./run-explain.ts");
    const { format, color } = given;
    outcome.exitCode = await runExplain(what, {
      inputs: inputOptions(given),
      rules: ruleOptions(given),
      format,
      color,
    });
  });
}
