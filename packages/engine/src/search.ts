import { type Risk, type Rule, type RuleContext, runRules } from "@authgraph/rules";
import { splitIntoClusters } from "./clusters.ts";
import type { Configuration } from "./configuration/configuration.ts";
import { type GraphInput, type LoadedCluster, loadCluster } from "./load-graph.ts";
import { type ReadInputs, readInputs } from "./read-inputs.ts";
import { ruleContext } from "./rule-context.ts";
import type { NotEvaluated } from "./run.ts";

export interface SearchInput extends GraphInput {
  readonly rules: readonly Rule[];
  /** Time of the run (RFC 3339). */
  readonly at: string;
  readonly configuration?: Configuration | undefined;
}

/** What the rules found in one cluster. Later stages take risks out of it; the last one folds what is left. */
export interface SearchedCluster {
  readonly name: string;
  readonly loaded: LoadedCluster;
  readonly context: RuleContext;
  readonly risks: readonly Risk[];
  readonly notEvaluated: readonly NotEvaluated[];
}

export type SearchResult =
  | { readonly outcome: "searched"; readonly read: ReadInputs; readonly clusters: readonly SearchedCluster[] }
  /** An option says something that cannot be. */
  | { readonly outcome: "refused"; readonly message: string };

/** Reads the sources, builds the graph of each cluster and asks every rule. */
export async function search(input: SearchInput): Promise<SearchResult> {
  const read = await readInputs(input.sources, input.onFile);
  const clusters: SearchedCluster[] = [];
  for (const inputs of splitIntoClusters(read, input, input.configuration)) {
    const result = await loadCluster(inputs);
    if (result.outcome === "refused") return result;
    const { loaded } = result;
    const context = await ruleContext(loaded, input.at);
    const { risks, notEvaluated } = runRules(input.rules, context);
    const { name } = inputs;
    clusters.push({
      name,
      loaded,
      context,
      risks,
      notEvaluated: notEvaluated.map((one) => ({ ...one, cluster: name })),
    });
  }
  return { outcome: "searched", read, clusters };
}
