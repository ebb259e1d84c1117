import type { Baseline } from "@authgraph/engine";
import type { Configurations } from "../configuration/load-configurations.ts";
import type { OpenedInputs } from "../files/open-inputs.ts";
import type { BaselineOptions } from "./baseline-place.ts";
import { loadBaseline } from "./load-baseline.ts";

export type Baselines =
  | {
      readonly outcome: "loaded";
      /** Of what is scanned. */
      readonly baseline: Baseline | undefined;
      /** Of the state that a change starts from. */
      readonly before: Baseline | undefined;
    }
  /** There is one that cannot be used; why was told. */
  | { readonly outcome: "unable" };

/** The baseline of each state, each where its configuration says. */
export async function loadBaselines(
  { project, before }: OpenedInputs,
  found: Extract<Configurations, { readonly outcome: "loaded" }>,
  options: BaselineOptions = { file: undefined, none: true },
): Promise<Baselines> {
  const { configuration } = found;
  const after = await loadBaseline({ project, configuration, options });
  if (after.outcome === "unable" || before === undefined) {
    return after.outcome === "unable" ? after : { ...after, before: undefined };
  }
  const old = await loadBaseline({ project: before.project, configuration: found.before, options, silent: true });
  return { ...after, before: old.outcome === "loaded" ? old.baseline : undefined };
}
