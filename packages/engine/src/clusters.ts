import type { Configuration } from "./configuration/configuration.ts";
import type { GraphSettings } from "./load-graph.ts";
import type { ReadInputs, ReadText } from "./read-inputs.ts";

/** One cluster of the inputs: what was read of it, and what holds for it. */
export interface ClusterInputs extends GraphSettings {
  /** Part of every fingerprint. */
  readonly name: string;
  readonly texts: readonly ReadText[];
}

/** The name of a repository's only cluster. */
const onlyCluster = "default";

/** Splits what was read as the configuration says. Objects of different clusters never meet. */
export function splitIntoClusters(
  { texts }: ReadInputs,
  settings: GraphSettings,
  _configuration: Configuration | undefined,
): readonly ClusterInputs[] {
  return [{ name: onlyCluster, texts, ...settings }];
}
