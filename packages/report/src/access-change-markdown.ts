import type { ClusterComparison } from "@authgraph/engine";

/** The same as lines of Markdown, for a comment or a summary; none where nobody gained or lost anything. */
export function accessChangeMarkdown(
  _clusters: readonly ClusterComparison[],
  _limit: number | undefined,
): readonly string[] {
  return [];
}
