import { type AccessGraph, type Assumption, buildAccessGraph, buildInventory } from "@authgraph/graph";
import {
  type ComponentInvocation,
  type KnownMinor,
  loadDefaultPolicy,
  loadEveryDefaultPolicy,
  loadKubeadmPolicy,
} from "@authgraph/kubernetes";
import type { Diagnostic } from "@authgraph/source";
import { coverageOf } from "./coverage.ts";
import type { Sources } from "./input.ts";
import { decideVersion } from "./kubernetes-version.ts";
import { applyKustomizations } from "./kustomize.ts";
import { type ReadText, readInputs } from "./read-inputs.ts";
import type { Coverage, KubernetesVersion } from "./run.ts";

export interface GraphInput {
  readonly sources: Sources;
  /** As given; undefined: what the inputs say, else the newest minor known. */
  readonly kubernetesVersion: string | undefined;
  /** Namespace of objects that name none and stand under no kustomization that sets one. */
  readonly appliedNamespace: string | undefined;
  /** The inputs are all there is. */
  readonly complete: boolean;
  /** Called for each file that was looked at. */
  readonly onFile: () => void;
}

/** The graph of some sources, and what reading them came to. */
export interface LoadedGraph {
  readonly graph: AccessGraph;
  /** Whose facts hold. */
  readonly minor: KnownMinor;
  readonly kubernetes: KubernetesVersion;
  readonly diagnostics: readonly Diagnostic[];
  readonly coverage: Coverage;
  readonly assumptions: readonly Assumption[];
}

export type GraphResult =
  | { readonly outcome: "loaded"; readonly loaded: LoadedGraph }
  /** An option says something that cannot be. */
  | { readonly outcome: "refused"; readonly message: string };

/** Reads the sources to their graph: what a scan searches and every question is asked of. */
export async function loadGraph(input: GraphInput): Promise<GraphResult> {
  const read = await readInputs(input.sources, input.onFile);
  const { texts, namespaceOf } = applyKustomizations(read.texts);
  const invocations = invocationsOf(texts);

  const decided = decideVersion(input.kubernetesVersion, invocations);
  if (decided.outcome === "refused") return decided;
  const { minor } = decided;
  const [kubernetes, kubeadm, ofEveryMinor] = await Promise.all([
    loadDefaultPolicy(minor),
    loadKubeadmPolicy(minor),
    loadEveryDefaultPolicy(),
  ]);

  const inventory = buildInventory({
    texts: texts.map(({ path, parsed }) => ({ path, facts: parsed.facts })),
    shipped: { kubernetes, kubeadm, ofEveryMinor },
    minor,
    namespaceOf: (path) => namespaceOf(path) ?? input.appliedNamespace,
    complete: input.complete,
  });
  const graph = buildAccessGraph(inventory);

  return {
    outcome: "loaded",
    loaded: {
      graph,
      minor,
      kubernetes: decided.version,
      diagnostics: texts.flatMap(({ parsed }) => parsed.diagnostics),
      coverage: coverageOf(read, texts, {
        overwritten: inventory.overwritten.length,
        components: [...new Set(invocations.map(({ component }) => component))].sort(),
      }),
      assumptions: [...decided.assumptions, ...graph.assumptions],
    },
  };
}

function invocationsOf(texts: readonly ReadText[]): readonly ComponentInvocation[] {
  return texts.flatMap(({ parsed }) =>
    parsed.facts.flatMap((fact) => (fact.fact === "invocation" ? [fact.invocation] : [])),
  );
}
