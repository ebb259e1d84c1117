import { buildAccessGraph, buildInventory } from "@authgraph/graph";
import { type ComponentInvocation, loadDefaultPolicy, loadKubeadmPolicy } from "@authgraph/kubernetes";
import { foldRisks, type Rule, runRules } from "@authgraph/rules";
import { coverageOf } from "./coverage.ts";
import type { Sources } from "./input.ts";
import { decideVersion } from "./kubernetes-version.ts";
import { applyKustomizations } from "./kustomize.ts";
import { type ReadText, readInputs } from "./read-inputs.ts";
import type { Run } from "./run.ts";

export interface ScanInput {
  readonly sources: Sources;
  readonly rules: readonly Rule[];
  readonly toolVersion: string;
  /** As given; undefined: what the inputs say, else the newest minor known. */
  readonly kubernetesVersion: string | undefined;
  /** Namespace of objects that name none and stand under no kustomization that sets one. */
  readonly appliedNamespace: string | undefined;
  /** The inputs are all there is. */
  readonly complete: boolean;
  /** Time of the run (RFC 3339). */
  readonly at: string;
  /** Called for each file that was looked at. */
  readonly onFile: () => void;
}

export type ScanResult =
  | { readonly outcome: "done"; readonly run: Run }
  /** An option says something that cannot be. */
  | { readonly outcome: "refused"; readonly message: string };

/** The name of a repository's only cluster, which is part of every fingerprint. */
const cluster = "default";

/** Reads the sources, builds the graph, asks every rule, and accounts for all that was read. */
export async function scan(input: ScanInput): Promise<ScanResult> {
  const read = await readInputs(input.sources, input.onFile);
  const { texts, namespaceOf } = applyKustomizations(read.texts);
  const invocations = invocationsOf(texts);

  const decided = decideVersion(input.kubernetesVersion, invocations);
  if (decided.outcome === "refused") return decided;
  const { minor } = decided;
  const [kubernetes, kubeadm] = await Promise.all([loadDefaultPolicy(minor), loadKubeadmPolicy(minor)]);

  const inventory = buildInventory({
    texts: texts.map(({ path, parsed }) => ({ path, facts: parsed.facts })),
    shipped: { kubernetes, kubeadm },
    namespaceOf: (path) => namespaceOf(path) ?? input.appliedNamespace,
    complete: input.complete,
  });
  const graph = buildAccessGraph(inventory);
  const { risks, notEvaluated } = runRules(input.rules, { graph, minor, at: input.at });

  return {
    outcome: "done",
    run: {
      toolVersion: input.toolVersion,
      findings: foldRisks(risks, cluster),
      diagnostics: texts.flatMap(({ parsed }) => parsed.diagnostics),
      coverage: coverageOf(read, texts, {
        overwritten: inventory.overwritten.length,
        components: [...new Set(invocations.map(({ component }) => component))].sort(),
      }),
      notEvaluated,
      assumptions: [...decided.assumptions, ...graph.assumptions],
      kubernetes: decided.version,
      rules: input.rules.map(({ metadata }) => metadata),
    },
  };
}

function invocationsOf(texts: readonly ReadText[]): readonly ComponentInvocation[] {
  return texts.flatMap(({ parsed }) =>
    parsed.facts.flatMap((fact) => (fact.fact === "invocation" ? [fact.invocation] : [])),
  );
}
