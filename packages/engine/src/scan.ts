import { foldRisks, type Rule, runRules } from "@authgraph/rules";
import { type GraphInput, loadGraph } from "./load-graph.ts";
import type { Run } from "./run.ts";

export interface ScanInput extends GraphInput {
  readonly rules: readonly Rule[];
  readonly toolVersion: string;
  /** Time of the run (RFC 3339). */
  readonly at: string;
}

export type ScanResult =
  | { readonly outcome: "done"; readonly run: Run }
  /** An option says something that cannot be. */
  | { readonly outcome: "refused"; readonly message: string };

/** The name of a repository's only cluster, which is part of every fingerprint. */
const cluster = "default";

/** Reads the sources, builds the graph, asks every rule, and accounts for all that was read. */
export async function scan(input: ScanInput): Promise<ScanResult> {
  const result = await loadGraph(input);
  if (result.outcome === "refused") return result;
  const { graph, minor, kubernetes, diagnostics, coverage, assumptions } = result.loaded;
  const { risks, notEvaluated } = runRules(input.rules, { graph, minor, at: input.at });

  return {
    outcome: "done",
    run: {
      toolVersion: input.toolVersion,
      findings: foldRisks(risks, cluster),
      diagnostics,
      coverage,
      notEvaluated,
      assumptions,
      kubernetes,
      rules: input.rules.map(({ metadata }) => metadata),
    },
  };
}
