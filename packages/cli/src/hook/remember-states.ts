import { failuresOf, type ScanResult } from "@authgraph/engine";
import type { Configurations } from "../configuration/load-configurations.ts";
import type { CacheOptions } from "../files/cache-folder.ts";
import type { OpenedInputs } from "../files/open-inputs.ts";
import { type AskedOfState, openStates, stateKey } from "./known-states.ts";

export interface WholeRun {
  readonly opened: OpenedInputs;
  readonly configurations: Extract<Configurations, { readonly outcome: "loaded" }>;
  readonly result: Extract<ScanResult, { readonly outcome: "done" }>;
}

/** Notes both states that a whole run compared, if later changes to them can be judged by what they change. */
export function rememberStates(
  { opened, configurations, result }: WholeRun,
  options: CacheOptions,
  asked: AskedOfState,
): void {
  const { configuration, before: oldConfiguration } = configurations;
  // The quick look at a change knows the usual place of a baseline only.
  const isElsewhere = [configuration, oldConfiguration].some((one) => one?.baseline !== undefined);
  const isPartial = opened.unreadable().length > 0 || failuresOf(result.run).length > 0;
  if (result.namesFiles || isElsewhere || isPartial || opened.trees === undefined) return;
  const keys = opened.trees.map(({ entries }) => stateKey(entries, asked));
  openStates(opened.project.root, options, process.env)?.add(keys);
}
