import type { Confidence, Severity } from "@authgraph/rules";
import { type Command, Option } from "commander";
import type { Outcome } from "../exit-code.ts";
import { configurationOptions, declareClusterOptions, type GivenInputs, namedFile } from "./input-options.ts";
import { declareRuleOptions, type GivenRules, ruleOptions } from "./rule-options.ts";
import type { BaselineCommandOptions } from "./run-baseline.ts";

/** What commander leaves in `opts()` for the options below. */
type Given = GivenInputs &
  GivenRules & {
    readonly output?: string;
    readonly prune?: boolean;
    readonly expected?: string | boolean;
    readonly subject?: string;
    readonly reason?: string;
    readonly severity: Severity;
    readonly confidence: Confidence;
    readonly quiet?: boolean;
  };

export function addBaselineCommand(program: Command, outcome: Outcome): void {
  const command = program
    .command("baseline")
    .description("write down what is found today, so that scans tell only what is new or worse")
    .argument("[path...]", "files, folders or globs (default: .)")
    .option("-o, --output <file>", "where (default: where the baseline is; else beside authgraph.yaml)", namedFile)
    .option("--prune", "take out what is gone and narrow what was narrowed, and accept nothing more")
    .option("--expected [fingerprint]", "write what a finding gives, in words, into authgraph.yaml instead")
    .option("--subject <subject>", 'with --expected: all that "ServiceAccount NAMESPACE/NAME" is found to hold')
    .option("--reason <text>", "with --expected: why it is as it should be")
    .addOption(
      new Option("--severity <level>", "findings of this level and above")
        .choices(["critical", "high", "medium", "low", "info"])
        .default("low"),
    )
    .addOption(
      new Option("--confidence <level>", "findings at least this sure")
        .choices(["certain", "likely", "possible"])
        .default("likely"),
    );
  declareClusterOptions(command);
  declareRuleOptions(command, { extended: true });
  command.option("-q, --quiet", "nothing on standard output");
  command.action(async (paths: readonly string[]) => {
    const { runBaseline } = await import("./run-baseline.ts");
    outcome.exitCode = await runBaseline(paths.length === 0 ? ["."] : paths, readOptions(command));
  });
}

function readOptions(command: Command): BaselineCommandOptions {
  const given = command.opts<Given>();
  const { expected, subject, reason } = given;
  const isExpected = expected !== undefined && expected !== false;
  if (!isExpected && (subject !== undefined || reason !== undefined)) {
    return command.error("error: --subject and --reason go with --expected");
  }
  if (isExpected && (reason === undefined || reason.trim() === "")) {
    return command.error("error: --expected needs --reason: whoever reads it later has to know why");
  }
  if (isExpected && (typeof expected === "string") === (subject !== undefined)) {
    return command.error("error: --expected needs the fingerprint of a finding, or --subject");
  }
  if (isExpected && (given.prune === true || given.output !== undefined)) {
    return command.error("error: --expected writes into authgraph.yaml; --prune and --output are of the baseline");
  }
  return {
    ...ruleOptions(given),
    kubernetesVersion: given.kubernetesVersion,
    platform: given.platform,
    rootfs: given.rootfs,
    appliedNamespace: given.appliedNamespace,
    complete: given.complete === true,
    at: given.at ?? new Date().toISOString(),
    configuration: configurationOptions(given),
    output: given.output,
    prune: given.prune === true,
    expected: isExpected
      ? { fingerprint: typeof expected === "string" ? expected : undefined, subject, reason: reason ?? "" }
      : undefined,
    severity: given.severity,
    confidence: given.confidence,
    quiet: given.quiet === true,
  };
}
