import type { ClusterComparison } from "@authgraph/engine";

export interface AccessChangeOptions {
  readonly color: boolean;
  /** How many lines are told before the rest is counted; undefined: all. */
  readonly limit: number | undefined;
}

/** Who gained and who lost what, for a terminal; lines without their breaks, none where nobody did. */
export function accessChangeLines(
  _clusters: readonly ClusterComparison[],
  _options: AccessChangeOptions,
): readonly string[] {
  return [];
}
