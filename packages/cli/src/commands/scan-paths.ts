import { type Run, scan } from "@authgraph/engine";
import { isWorthReading } from "@authgraph/parser";
import type { Rule } from "@authgraph/rules";
import { openPaths } from "../files/path-sources.ts";
import { progressOn } from "../terminal/progress.ts";
import { toolVersion } from "../version.ts";
import type { ClusterOptions } from "./input-options.ts";

export interface ScanOfPaths extends ClusterOptions {
  readonly paths: readonly string[];
  readonly rules: readonly Rule[];
  readonly quiet: boolean;
}

export type PathsScanned =
  | {
      readonly outcome: "done";
      readonly run: Run;
      /** Inputs named on the command line that could not be read, a sentence each. */
      readonly unreadable: readonly string[];
    }
  | { readonly outcome: "unable"; readonly message: string };

/** Scans what lies at some paths. */
export async function scanPaths({ paths, quiet, ...options }: ScanOfPaths): Promise<PathsScanned> {
  const { rules, rootfs, kubernetesVersion, appliedNamespace, complete, at } = options;
  const opened = await openPaths({ paths, rootfs, isOurs: isWorthReading });
  if (opened.outcome === "unreadable") return { outcome: "unable", message: opened.message };

  const progress = progressOn(process.stderr, process.env, quiet);
  const { sources } = opened;
  const result = await scan({
    sources,
    rules,
    toolVersion,
    kubernetesVersion,
    appliedNamespace,
    complete,
    at,
    onFile: progress.file,
  }).finally(progress.end);
  if (result.outcome === "refused") return { outcome: "unable", message: result.message };
  return { outcome: "done", run: result.run, unreadable: opened.unreadable };
}
