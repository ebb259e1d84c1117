import { resolve } from "node:path";
import type { Confidence, Severity } from "@authgraph/rules";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type BaselineOptions, baselineOptions, type GivenBaseline } from "../baseline/baseline-place.ts";
import type { RuleOptions } from "../rules/choose-rules.ts";
import type { ColorChoice } from "../terminal/terminal.ts";
import { type ChangeOptions, changeOptions, declareChangeOptions, type GivenChange } from "./change-options.ts";
import { type Format, formatOfFile, formats } from "./formats.ts";
import {
  type ClusterOptions,
  configurationOptions,
  declareClusterOptions,
  type GivenInputs,
  namedFile,
} from "./input-options.ts";
import { inGroup } from "./option-groups.ts";
import { declareRuleOptions, type GivenRules, ruleOptions } from "./rule-options.ts";

const severities: readonly Severity[] = ["critical", "high", "medium", "low", "info"];
const confidences: readonly Confidence[] = ["certain", "likely", "possible"];

/** One `--format` and the `--output` that follows it. */
interface Output {
  readonly format: Format;
  /** Undefined or `-`: standard output. */
  readonly file: string | undefined;
}

export interface ScanOptions extends ClusterOptions, RuleOptions {
  readonly outputs: readonly Output[];
  readonly change: ChangeOptions;
  readonly baseline: BaselineOptions;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly failOn: Severity | "none";
  readonly strict: boolean;
  readonly color: ColorChoice;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly sarifCategory: string | undefined;
  /** What is accepted stands in SARIF too, marked as such. */
  readonly sarifSuppressed: "omit" | "include";
  readonly noInlineIgnores: boolean;
  readonly markdownLimit: number | undefined;
}

/** What commander leaves in `opts()` for the options below. */
type Given = Omit<
  ScanOptions,
  | "outputs"
  | "at"
  | "configuration"
  | "change"
  | "baseline"
  | "noInlineIgnores"
  | keyof RuleOptions
  | keyof typeof unlessGiven
> &
  Partial<typeof unlessGiven> &
  GivenRules &
  GivenChange &
  GivenBaseline &
  Pick<GivenInputs, "at" | "config"> & { readonly inlineIgnores: boolean };

const unlessGiven = { complete: false, strict: false, quiet: false, verbose: false };

/**
 * Declares the options of `scan` and gives the function that reads them. `-f` and `-o` come in pairs and may repeat, so
 * their order counts, which commander's own values do not keep.
 */
export function declareScanOptions(command: Command): (paths: readonly string[]) => ScanOptions {
  const outputs: { format: Format; file: string | undefined }[] = [];
  inGroup(command, "What is written:", () => declareOutputOptions(command, outputs));
  inGroup(command, "What is found:", () => {
    declareThresholds(command);
    declareRuleOptions(command, { extended: true });
  });
  inGroup(command, "What is known, and what changed:", () => {
    declareChangeOptions(command);
    command
      .option(
        "--baseline <file>",
        "findings that are known (default: authgraph-baseline.json, where the project has one)",
        namedFile,
      )
      .option("--no-baseline", "tell what is known, too")
      .option("--no-inline-ignores", "comments and annotations accept nothing, for audits");
  });
  declareClusterOptions(command);

  return (paths) => {
    const { at, rules, rulesExtended, config, staged, changedSince, focus, baseline, inlineIgnores, ...given } =
      command.opts<Given>();
    const conflict = conflictOf(outputs);
    if (conflict !== undefined) command.error(`error: ${conflict}`);
    const change = changeOptions({ staged, changedSince, focus }, paths);
    if (typeof change === "string") return command.error(`error: ${change}`);
    return {
      ...unlessGiven,
      ...given,
      noInlineIgnores: !inlineIgnores,
      change,
      baseline: baselineOptions(baseline === undefined ? {} : { baseline }),
      ...ruleOptions({ ...(rules === undefined ? {} : { rules }), rulesExtended: rulesExtended === true }),
      at: at ?? new Date().toISOString(),
      configuration: configurationOptions(config === undefined ? {} : { config }),
      outputs: outputs.length === 0 ? [{ format: "pretty", file: undefined }] : outputs,
    };
  };
}

function declareOutputOptions(command: Command, outputs: { format: Format; file: string | undefined }[]): void {
  command
    .addOption(
      new Option(
        "-f, --format <format>",
        `${formats.join(", ")} (default: pretty); repeat it, each with its -o, for several at once`,
      ).argParser((value) => {
        const format = formats.find((known) => known === value);
        if (format === undefined) throw new InvalidArgumentError(`Allowed choices are ${formats.join(", ")}.`);
        outputs.push({ format, file: undefined });
      }),
    )
    .addOption(
      new Option(
        "-o, --output <file>",
        "file for the -f before it, or in the format that its name says (default: standard output)",
      ).argParser((file: string) => {
        if (file === "") throw new InvalidArgumentError("An empty path names nothing.");
        const last = outputs.at(-1);
        if (last === undefined || last.file !== undefined) outputs.push({ format: formatOf(file), file });
        else last.file = file;
      }),
    )
    .option("-q, --quiet", "nothing on standard output: only the exit code, and the files of -o")
    .option("-v, --verbose", "also every skipped file, every diagnostic, every folded risk")
    .addOption(new Option("--color <when>", "colours").choices(["auto", "always", "never"]).default("auto"))
    .addOption(
      new Option("--sarif-suppressed <mode>", "whether -f sarif has accepted findings, which GitHub shows as open")
        .choices(["omit", "include"])
        .default("omit"),
    )
    .option("--sarif-category <name>", "keeps uploads apart: the category of -f sarif, a hidden mark in -f markdown")
    .addOption(
      new Option(
        "--markdown-limit <bytes>",
        "length of -f markdown (default: 60000, which is a comment of GitHub)",
      ).argParser(bytesOf),
    );
}

function declareThresholds(command: Command): void {
  command
    .addOption(
      new Option("--severity <level>", "show findings of this level and above").choices(severities).default("low"),
    )
    .addOption(
      new Option("--confidence <level>", "show findings at least this sure").choices(confidences).default("likely"),
    )
    .addOption(
      new Option("--fail-on <level>", "exit with 1 on a finding of this level or above")
        .choices([...severities, "none"])
        .default("medium"),
    )
    .option("--strict", "exit with 2 when some input could not be evaluated");
}

/** Two results in one place would be neither. */
function conflictOf(outputs: readonly Output[]): string | undefined {
  const places = outputs.map(({ file }) => (file === undefined || file === "-" ? "-" : resolve(file)));
  const twice = outputs.find((_, index) => places.indexOf(places[index] ?? "") !== index);
  if (twice === undefined) return undefined;
  const where = twice.file === undefined || twice.file === "-" ? "standard output" : twice.file;
  return `two formats cannot both go to ${where}; give each a file with -o`;
}

function bytesOf(value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("It is no number of bytes.");
}

/** `-o findings.sarif` without a format says enough. */
function formatOf(file: string): Format {
  const format = formatOfFile(file);
  if (format !== undefined) return format;
  throw new InvalidArgumentError("Say with -f junit or -f checkstyle before it what is to be in an XML file.");
}
