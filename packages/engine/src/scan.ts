import type { AccessGraph } from "@authgraph/graph";
import { foldRisks, sortFindings } from "@authgraph/rules";
import type { Diagnostic } from "@authgraph/source";
import { coverageOf } from "./coverage.ts";
import { compareRisks } from "./known-risks/compare-risks.ts";
import type { KnownRisks } from "./known-risks/known-risk.ts";
import { missingRoles } from "./missing-roles.ts";
import type { Run, RunAssumption } from "./run.ts";
import { type SearchedCluster, type SearchInput, search } from "./search.ts";
import { suppress } from "./suppressions/suppress.ts";

export interface ScanInput extends SearchInput {
  readonly toolVersion: string;
  /** Comments and annotations that accept a risk do not count. */
  readonly noInlineIgnores?: boolean | undefined;
  /** What is known already, and told only where it got worse. */
  readonly baseline?: KnownRisks | undefined;
}

export type ScanResult =
  | { readonly outcome: "done"; readonly run: Run }
  /** An option says something that cannot be. */
  | { readonly outcome: "refused"; readonly message: string };

/**
 * Reads the sources, builds the graphs, asks every rule, takes out what is accepted or known already, folds what is left,
 * and accounts for all that was read.
 */
export async function scan(input: ScanInput): Promise<ScanResult> {
  const result = await search(input);
  if (result.outcome === "refused") return result;
  const { read, clusters: searched } = result;
  const { configuration, noInlineIgnores = false, at, baseline } = input;

  const {
    suppressed,
    suppressions,
    clusters: open,
  } = suppress(searched, { configuration, inline: !noInlineIgnores, at });
  const compared = baseline === undefined ? undefined : compareRisks(open, baseline);
  const told = compared?.clusters ?? open;

  return {
    outcome: "done",
    run: {
      toolVersion: input.toolVersion,
      findings: foldClusters(told),
      diagnostics: searched.flatMap(({ loaded: { graph, texts } }) => [
        ...texts.flatMap(({ parsed }) => parsed.diagnostics),
        ...refusalsOf(graph),
      ]),
      coverage: coverageOf(
        read,
        searched.map(({ loaded }) => loaded),
      ),
      notEvaluated: searched.flatMap(({ notEvaluated }) => notEvaluated),
      assumptions: searched.flatMap(assumptionsOf),
      clusters: searched.map(({ name, loaded: { kubernetes } }) => ({ name, kubernetes })),
      rules: input.rules.map(({ metadata }) => metadata),
      suppressed,
      suppressions,
      baseline: compared?.comparison,
      change: undefined,
    },
  };
}

/** Clusters are folded apart: what happens in one is nothing to another. */
function foldClusters(clusters: readonly SearchedCluster[]): Run["findings"] {
  const findings = clusters.flatMap(({ name, risks }) => foldRisks(risks, name));
  return clusters.length > 1 ? sortFindings(findings) : findings;
}

/** What a server that would not start says counts for nothing, so neither does what it would take for granted. */
function assumptionsOf({ name, loaded, context }: SearchedCluster): readonly RunAssumption[] {
  return [
    ...loaded.assumptions.filter((one) => !loaded.graph.assumptions.includes(one)),
    ...context.graph.assumptions,
    ...missingRoles(context.graph),
  ].map((assumption) => ({ ...assumption, cluster: name }));
}

/** What a server of the inputs would say before it ended. */
function refusalsOf({ apiServers }: AccessGraph): readonly Diagnostic[] {
  return apiServers.flatMap(({ instance, refusals }) =>
    refusals.map(({ message, origin }): Diagnostic => {
      return { id: "apiserver-refused", level: "error", message: `${instance} would not start: ${message}`, origin };
    }),
  );
}
