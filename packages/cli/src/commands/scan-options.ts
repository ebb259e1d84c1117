import type { Confidence, Severity } from "@authgraph/rules";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { ColorChoice } from "../terminal/terminal.ts";

export const severities: readonly Severity[] = ["critical", "high", "medium", "low", "info"];
const confidences: readonly Confidence[] = ["certain", "likely", "possible"];

export const formats = ["pretty", "json", "sarif"] as const;
export type Format = (typeof formats)[number];

/** One `--format` and the `--output` that follows it. */
export interface Output {
  readonly format: Format;
  /** Undefined or `-`: standard output. */
  readonly file: string | undefined;
}

export interface ScanOptions {
  readonly outputs: readonly Output[];
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly failOn: Severity | "none";
  readonly kubernetesVersion: string | undefined;
  readonly rootfs: string | undefined;
  readonly appliedNamespace: string | undefined;
  readonly complete: boolean;
  readonly at: string;
  readonly strict: boolean;
  readonly color: ColorChoice;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly sarifCategory: string | undefined;
}

/** What commander leaves in `opts()` for the options below. */
type Given = Omit<ScanOptions, "outputs" | "at"> & { readonly at?: string };

/**
 * Declares the options of `scan` and gives the function that reads them. `-f` and `-o` come in pairs and may repeat, so
 * their order counts, which commander's own values do not keep.
 */
export function declareScanOptions(command: Command): () => ScanOptions {
  const outputs: { format: Format; file: string | undefined }[] = [];
  command
    .addOption(
      new Option("-f, --format <format>", "format of the result; repeat with -o for several")
        .choices(formats)
        .argParser((value) => {
          const format = formats.find((known) => known === value);
          if (format === undefined) throw new InvalidArgumentError(`Allowed choices are ${formats.join(", ")}.`);
          outputs.push({ format, file: undefined });
        }),
    )
    .addOption(
      new Option("-o, --output <file>", "write the preceding format to a file (default: standard output)").argParser(
        (file: string) => {
          const last = outputs.at(-1);
          if (last === undefined || last.file !== undefined) outputs.push({ format: formatOf(file), file });
          else last.file = file;
        },
      ),
    )
    .addOption(
      new Option("--severity <level>", "show findings of this level and above").choices(severities).default("low"),
    )
    .addOption(
      new Option("--confidence <level>", "show findings at least this sure").choices(confidences).default("likely"),
    )
    .addOption(
      new Option("--fail-on <level>", "exit with 1 when a finding has this level or above")
        .choices([...severities, "none"])
        .default("medium"),
    )
    .option(
      "--kubernetes-version <version>",
      "version of the cluster (default: what the inputs say, else the newest known)",
    )
    .option("--rootfs <folder>", "where the files of the described machine lie, for the absolute paths that flags name")
    .option("--applied-namespace <namespace>", "namespace of objects that name none")
    .option("--complete", "the inputs are all there is: what is named and absent does not exist", false)
    .option("--at <time>", "time of the run, for expiry (default: now)")
    .option("--strict", "exit with 2 when some input could not be evaluated", false)
    .addOption(new Option("--color <when>", "colours").choices(["auto", "always", "never"]).default("auto"))
    .option("--sarif-category <name>", "automationDetails.id of the SARIF run")
    .option("-q, --quiet", "no result on standard output, the exit code alone", false)
    .option("-v, --verbose", "every skipped file, every diagnostic, every folded risk", false);

  return () => {
    const { at, ...given } = command.opts<Given>();
    return {
      ...given,
      at: at ?? new Date().toISOString(),
      outputs: outputs.length === 0 ? [{ format: "pretty", file: undefined }] : outputs,
    };
  };
}

/** `-o findings.sarif` without a format says enough. */
function formatOf(file: string): Format {
  if (file.endsWith(".sarif") || file.endsWith(".sarif.json")) return "sarif";
  return file.endsWith(".json") ? "json" : "pretty";
}
