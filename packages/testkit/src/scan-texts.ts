import { type Run, scan } from "@authgraph/engine";
import { ruleset } from "@authgraph/ruleset";
import { textSources } from "./folder-sources.ts";
import type { CaseOptions } from "./rule-cases.ts";

/** A scan by every rule of a small cluster, given as texts by path. */
export async function scanTexts(
  texts: Readonly<Record<string, string>>,
  options: CaseOptions = { kubernetesVersion: undefined, complete: false, at: "2026-01-01T00:00:00Z" },
): Promise<Run> {
  const result = await scan({
    sources: textSources(texts),
    rules: ruleset,
    toolVersion: "0.0.0",
    kubernetesVersion: options.kubernetesVersion,
    appliedNamespace: undefined,
    complete: options.complete,
    at: options.at,
    onFile: () => {},
  });
  if (result.outcome === "refused") throw new Error(result.message);
  return result.run;
}
