import { chosenRules, type Run, scan } from "@authgraph/engine";
import { isWorthReading } from "@authgraph/parser";
import type { Rule } from "@authgraph/rules";
import { loadConfiguration } from "../configuration/load-configuration.ts";
import { openPaths } from "../files/path-sources.ts";
import { progressOn } from "../terminal/progress.ts";
import { toolVersion } from "../version.ts";
import type { ClusterOptions } from "./input-options.ts";

export interface ScanOfPaths extends ClusterOptions {
  readonly paths: readonly string[];
  /** Every rule there is; the configuration chooses among them. */
  readonly rules: readonly Rule[];
  /** Those that are off by default are asked too. */
  readonly extended: boolean;
  readonly quiet: boolean;
}

export type PathsScanned =
  | {
      readonly outcome: "done";
      readonly run: Run;
      /** Inputs named on the command line that could not be read, a sentence each. */
      readonly unreadable: readonly string[];
    }
  /** Undefined where why was told already. */
  | { readonly outcome: "unable"; readonly message: string | undefined };

/** Scans what lies at some paths. */
export async function scanPaths({ paths, quiet, ...options }: ScanOfPaths): Promise<PathsScanned> {
  const { rules, extended, rootfs, kubernetesVersion, appliedNamespace, complete, at } = options;
  const found = await loadConfiguration({
    inputs: paths,
    options: options.configuration,
    rules: rules.map(({ metadata }) => metadata),
  });
  if (found.outcome === "unable") return { outcome: "unable", message: undefined };
  const configuration = found.loaded?.configuration;
  const opened = await openPaths({ paths, rootfs, isOurs: isWorthReading });
  if (opened.outcome === "unreadable") return { outcome: "unable", message: opened.message };

  const progress = progressOn(process.stderr, process.env, quiet);
  const { sources } = opened;
  const result = await scan({
    sources,
    rules: chosenRules(rules, { extended, configuration }),
    toolVersion,
    kubernetesVersion,
    appliedNamespace,
    complete,
    at,
    configuration,
    pathFromConfiguration: found.loaded?.pathFromConfiguration,
    onFile: progress.file,
  }).finally(progress.end);
  if (result.outcome === "refused") return { outcome: "unable", message: result.message };
  return { outcome: "done", run: result.run, unreadable: opened.unreadable };
}
