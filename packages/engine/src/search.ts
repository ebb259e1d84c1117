import { type Risk, type Rule, type RuleContext, runRules } from "@authgraph/rules";
import { type ClusterInputs, splitIntoClusters } from "./clusters.ts";
import { chosenRules } from "./configuration/chosen-rules.ts";
import type { Configuration } from "./configuration/configuration.ts";
import { ruleSettings, withConfiguredSeverity } from "./configuration/configured-risks.ts";
import { withKnownMembers } from "./known-members.ts";
import { type GraphInput, type LoadedCluster, loadCluster } from "./load-graph.ts";
import { type ReadProject, readProject } from "./read-project.ts";
import { ruleContext } from "./rule-context.ts";
import type { NotEvaluated } from "./run.ts";

export interface SearchInput extends GraphInput {
  readonly rules: readonly Rule[];
  /** Time of the run (RFC 3339). */
  readonly at: string;
  /** What says how rules are asked, where that is another one: two states are measured alike. */
  readonly rulesFrom?: Configuration | undefined;
}

/** What the rules found in one cluster. Later stages take risks out of it; the last one folds what is left. */
export interface SearchedCluster {
  readonly name: string;
  readonly loaded: LoadedCluster;
  readonly context: RuleContext;
  readonly risks: readonly Risk[];
  readonly notEvaluated: readonly NotEvaluated[];
  /** What it was made of. */
  readonly inputs?: ClusterInputs | undefined;
}

/** What was read, and what the rules found in each cluster of it. */
export interface Searched {
  readonly configuration: Configuration | undefined;
  /** Those that were asked, or will be once suppressions are judged. */
  readonly rules: readonly Rule[];
  readonly read: ReadProject;
  readonly clusters: readonly SearchedCluster[];
}

export type SearchResult =
  | ({ readonly outcome: "searched" } & Searched)
  /** An option says something that cannot be. */
  | { readonly outcome: "refused"; readonly message: string };

/**
 * Reads the sources, builds the graph of each cluster and asks every rule.
 *
 * `other` is what was found in another state of the same project, with the same options: what is the same in both is
 * done once.
 */
export async function search(input: SearchInput, other?: Searched): Promise<SearchResult> {
  const { configuration, rulesFrom = configuration } = input;
  const read = await readProject(input, other?.read);
  const rules = chosenRules(input.rules, { extended: true, configuration: rulesFrom });
  const settings = ruleSettings(rulesFrom);
  const clusters: SearchedCluster[] = [];
  for (const inputs of splitIntoClusters(read, input, configuration)) {
    const same = other === undefined ? undefined : searchedBefore(other, inputs, configuration);
    if (same !== undefined) {
      clusters.push(same);
      continue;
    }
    const result = await loadCluster(inputs);
    if (result.outcome === "refused") return result;
    const { loaded } = result;
    const context = await ruleContext(loaded, input.at);
    const { risks, notEvaluated } = runRules(rules.filter(isAskedFirst), context, settings);
    const { name } = inputs;
    clusters.push({
      name,
      inputs,
      loaded,
      context,
      risks: withKnownMembers(withConfiguredSeverity(risks, rulesFrom), loaded.graph),
      notEvaluated: notEvaluated.map((one) => ({ ...one, cluster: name })),
    });
  }
  return { outcome: "searched", configuration, rules, read, clusters };
}

/** The same cluster in the other state, where nothing of it differs. */
function searchedBefore(
  other: Searched,
  { name, texts }: ClusterInputs,
  configuration: Configuration | undefined,
): SearchedCluster | undefined {
  if (other.configuration?.source.text !== configuration?.source.text) return undefined;
  const same = other.clusters.find((cluster) => cluster.name === name);
  const before = same?.inputs?.texts;
  return before?.length === texts.length && before.every((text, at) => text === texts[at]) ? same : undefined;
}

/** Rules about suppressions wait until it is known what became of these. */
function isAskedFirst({ metadata }: Rule): boolean {
  return !metadata.needs.includes("suppressions");
}
