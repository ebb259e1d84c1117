import {
  type Configuration,
  chosenRules,
  focusFindings,
  type KnownRisk,
  type KnownRisks,
  type Run,
  scan,
} from "@authgraph/engine";
import { isWorthReading } from "@authgraph/parser";
import type { Rule } from "@authgraph/rules";
import type { BaselineOptions } from "../baseline/baseline-place.ts";
import { loadBaselines } from "../baseline/load-baselines.ts";
import { configurationFor } from "../configuration/load-configuration.ts";
import { loadConfigurations } from "../configuration/load-configurations.ts";
import { openFactFile } from "../files/fact-file.ts";
import { openInputs } from "../files/open-inputs.ts";
import type { ProjectTree } from "../files/project-tree.ts";
import { readsAll } from "../files/reads-all.ts";
import { rememberStates } from "../hook/remember-states.ts";
import { readsWholeChange, stateOptions } from "../hook/whole-hook.ts";
import { progressOn } from "../terminal/progress.ts";
import { toolVersion } from "../version.ts";
import { type ChangeOptions, noChange } from "./change-options.ts";
import type { ClusterOptions } from "./input-options.ts";

export interface ScanOfPaths extends ClusterOptions {
  readonly paths: readonly string[];
  /** Undefined: all there is. */
  readonly change?: ChangeOptions | undefined;
  /** Undefined: none. */
  readonly baseline?: BaselineOptions | undefined;
  /** Every rule there is; the configuration chooses among them. */
  readonly rules: readonly Rule[];
  /** Those that are off by default are asked too. */
  readonly extended: boolean;
  /** Comments and annotations that accept a risk do not count. */
  readonly noInlineIgnores?: boolean | undefined;
  readonly quiet: boolean;
}

export type PathsScanned =
  | {
      readonly outcome: "done";
      readonly run: Run;
      /** What was found and nobody accepted, known or not. */
      readonly open: () => KnownRisks;
      /** What of the baseline is still found; undefined where there is none. */
      readonly stillKnown: (() => readonly KnownRisk[]) | undefined;
      readonly places: ScannedPlaces;
      /** What was asked for and could not be read, a sentence each. */
      readonly unreadable: readonly string[];
    }
  /** Undefined where why was told already. */
  | { readonly outcome: "unable"; readonly message: string | undefined };

/** What a command that writes into the project has to know of it. */
export interface ScannedPlaces {
  readonly project: ProjectTree;
  readonly configuration: Configuration | undefined;
}

/** Scans what lies at some paths, or what a change does there. */
export async function scanPaths({ paths, change = noChange, quiet, ...options }: ScanOfPaths): Promise<PathsScanned> {
  const { rules, extended, rootfs, kubernetesVersion, platform, appliedNamespace, complete, at } = options;
  const opened = await openInputs({ paths, rootfs, isOurs: isWorthReading, ...change });
  if (opened.outcome === "unable") return opened;
  const { sources, before } = opened;
  const found = await loadConfigurations(opened, {
    options: options.configuration,
    rules: rules.map(({ metadata }) => metadata),
  });
  if (found.outcome === "unable") return { outcome: "unable", message: undefined };
  const configuration = configurationFor(found.configuration, options);
  const known = await loadBaselines(opened, found, options.baseline);
  if (known.outcome === "unable") return { outcome: "unable", message: undefined };

  const progress = progressOn(process.stderr, process.env, quiet);
  const facts = openFactFile(opened.project.root, options, process.env);
  const result = await scan({
    sources,
    rules: chosenRules(rules, {
      extended,
      configuration: before?.trustChange === false ? found.before : configuration,
    }),
    knownRules: rules.map(({ metadata }) => metadata.id),
    toolVersion,
    kubernetesVersion,
    platform,
    appliedNamespace,
    complete,
    at,
    configuration,
    noInlineIgnores: options.noInlineIgnores,
    partial: !readsAll(opened.inputs, configuration?.source.path),
    baseline: known.baseline,
    before:
      before === undefined
        ? undefined
        : {
            ...before,
            configuration: configurationFor(found.before, options),
            rules: chosenRules(rules, { extended, configuration: found.before }),
            baseline: known.before,
          },
    onFile: progress.file,
    cache: facts?.cache,
  }).finally(progress.end);
  facts?.save();
  if (result.outcome === "refused") return { outcome: "unable", message: result.message };
  if (readsWholeChange(paths, change, options)) {
    rememberStates({ opened, configurations: found, result }, options, stateOptions(options));
  }
  const run = change.focus ? await focused(result.run, paths) : result.run;
  const places = { project: opened.project, configuration };
  return {
    outcome: "done",
    run,
    open: result.open,
    stillKnown: result.stillKnown,
    places,
    unreadable: opened.unreadable(),
  };
}

async function focused(run: Run, paths: readonly string[]): Promise<Run> {
  const { focusOn } = await import("../files/focus.ts");
  return focusFindings(run, focusOn(paths));
}
