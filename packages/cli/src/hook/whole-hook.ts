import type { ChangeOptions } from "../commands/change-options.ts";
import type { ClusterOptions } from "../commands/input-options.ts";
import type { ScanOptions } from "../commands/scan-options.ts";
import type { AskedOfState } from "./known-states.ts";

/** What a commit hook may ask for without a whole run. */
export type HookOptions = Pick<
  ScanOptions,
  | "change"
  | "outputs"
  | "failOn"
  | "strict"
  | "quiet"
  | "verbose"
  | "baseline"
  | "configuration"
  | "ruleFolders"
  | "extended"
  | "rootfs"
  | "kubernetesVersion"
  | "platform"
  | "appliedNamespace"
  | "complete"
  | "cache"
  | "cacheDir"
>;

/** What `scan --staged` asks for, as most hooks call it: they need not load what reads a command line. */
export function plainHookOptions(env: NodeJS.ProcessEnv): HookOptions {
  return {
    change: { staged: true, changedSince: undefined, focus: false },
    outputs: [{ format: "pretty", file: undefined }],
    failOn: "medium",
    strict: false,
    quiet: false,
    verbose: false,
    baseline: { file: undefined, none: false },
    configuration: { file: undefined, none: false },
    ruleFolders: [],
    extended: false,
    rootfs: undefined,
    kubernetesVersion: undefined,
    platform: undefined,
    appliedNamespace: undefined,
    complete: false,
    cache: true,
    cacheDir: env.AUTHGRAPH_CACHE_DIR,
  };
}

/** Whether a run reads the whole of what a commit would change, and nothing from elsewhere. */
export function readsWholeChange(
  paths: readonly string[],
  { staged, focus }: ChangeOptions,
  { rootfs, configuration }: Pick<ClusterOptions, "rootfs" | "configuration">,
): boolean {
  return staged && !focus && paths.length === 0 && rootfs === undefined && configuration.file === undefined;
}

/**
 * Whether, of such a run, nothing is asked but what the commit makes new or worse, by a person. Who asks for more, or
 * brings anything along, is answered by a whole run.
 */
export function asksForRisksOnly({ ruleFolders, strict, verbose, baseline, outputs }: HookOptions): boolean {
  return (
    ruleFolders.length === 0 &&
    !strict &&
    !verbose &&
    baseline.file === undefined &&
    outputs.every(({ format, file }) => file === undefined && (format === "pretty" || format === "concise"))
  );
}

/** What of the options decides what a run finds. */
export function stateOptions(
  options: Pick<
    HookOptions,
    "kubernetesVersion" | "platform" | "appliedNamespace" | "complete" | "extended" | "configuration"
  >,
): AskedOfState {
  const { kubernetesVersion, platform, appliedNamespace, complete, extended, configuration } = options;
  return { kubernetesVersion, platform, appliedNamespace, complete, extended, noConfiguration: configuration.none };
}
