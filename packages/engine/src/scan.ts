import type { AccessGraph } from "@authgraph/graph";
import { foldRisks, type Rule, runRules } from "@authgraph/rules";
import type { Diagnostic } from "@authgraph/source";
import { type GraphInput, loadGraph } from "./load-graph.ts";
import { missingRoles } from "./missing-roles.ts";
import { ruleContext } from "./rule-context.ts";
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
  const { graph, kubernetes, diagnostics, coverage, assumptions } = result.loaded;
  const context = await ruleContext(result.loaded, input.at);
  const { risks, notEvaluated } = runRules(input.rules, context);

  return {
    outcome: "done",
    run: {
      toolVersion: input.toolVersion,
      findings: foldRisks(risks, cluster),
      diagnostics: [...diagnostics, ...refusalsOf(graph)],
      coverage,
      notEvaluated,
      assumptions: [
        ...assumptions.filter((one) => !graph.assumptions.includes(one)),
        ...context.graph.assumptions,
        ...missingRoles(context.graph),
      ],
      kubernetes,
      rules: input.rules.map(({ metadata }) => metadata),
    },
  };
}

/** What a server of the inputs would say before it ended. */
function refusalsOf({ apiServers }: AccessGraph): readonly Diagnostic[] {
  return apiServers.flatMap(({ instance, refusals }) =>
    refusals.map(({ message, origin }): Diagnostic => {
      return { id: "apiserver-refused", level: "error", message: `${instance} would not start: ${message}`, origin };
    }),
  );
}
