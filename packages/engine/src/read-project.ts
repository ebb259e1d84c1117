import { clusterBorders } from "./clusters.ts";
import type { ConfiguredExclude } from "./configuration/configuration.ts";
import { withoutExcluded } from "./configuration/excluded-sources.ts";
import type { GraphInput } from "./load-graph.ts";
import { type ReadInputs, readInputs } from "./read-inputs.ts";

/** What was read of a project, parted as its configuration says. */
export interface ReadProject extends ReadInputs {
  /** What is excluded and was not there. */
  readonly unusedExcludes: readonly ConfiguredExclude[];
}

/** Reads the sources but for what the configuration excludes. `other` is what was read of another state of the project. */
export async function readProject(input: GraphInput, other?: ReadInputs): Promise<ReadProject> {
  const { configuration, cache, compared, onFile } = input;
  const { sources, unused } = withoutExcluded(input.sources, configuration);
  const borders = clusterBorders(configuration);
  const read = await readInputs(sources, onFile, { other, cache, compared, borders });
  return { ...read, unusedExcludes: unused() };
}
