import type { Rule } from "@authgraph/rules";
import type { Configuration } from "./configuration.ts";

export interface RuleChoice {
  /** Also those that are off by default. */
  readonly extended: boolean;
  readonly configuration: Configuration | undefined;
}

/** Those of all rules that are asked: what the configuration says of one counts more than what it is by itself. */
export function chosenRules(all: readonly Rule[], { extended, configuration }: RuleChoice): readonly Rule[] {
  const configured = new Map(configuration?.rules.map(({ id, enabled }) => [id.value, enabled]));
  return all.filter(({ metadata }) => configured.get(metadata.id) ?? (extended || !metadata.extended));
}
