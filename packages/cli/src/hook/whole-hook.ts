import type { ChangeOptions } from "../commands/change-options.ts";
import type { ClusterOptions } from "../commands/input-options.ts";
import type { ScanOptions } from "../commands/scan-options.ts";
import type { AskedOfState } from "./known-states.ts";

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
export function asksForRisksOnly({ ruleFolders, strict, verbose, baseline, outputs }: ScanOptions): boolean {
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
  options: Pick<ScanOptions, "kubernetesVersion" | "appliedNamespace" | "complete" | "extended" | "configuration">,
): AskedOfState {
  const { kubernetesVersion, appliedNamespace, complete, extended, configuration } = options;
  return { kubernetesVersion, appliedNamespace, complete, extended, noConfiguration: configuration.none };
}
