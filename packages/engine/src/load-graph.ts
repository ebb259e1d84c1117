import { type AccessGraph, type Assumption, buildAccessGraph, buildInventory } from "@authgraph/graph";
import {
  type ComponentInvocation,
  type KnownMinor,
  loadDefaultPolicy,
  loadEveryDefaultPolicy,
  loadKubeadmPolicy,
} from "@authgraph/kubernetes";
import type { Diagnostic } from "@authgraph/source";
import type { FactCache } from "./cache/fact-cache.ts";
import { type ClusterInputs, splitIntoClusters } from "./clusters.ts";
import type { Configuration } from "./configuration/configuration.ts";
import { coverageOf } from "./coverage.ts";
import type { Sources } from "./input.ts";
import { decideVersion } from "./kubernetes-version.ts";
import { applyKustomizations } from "./kustomize.ts";
import { type ReadText, readInputs } from "./read-inputs.ts";
import type { Coverage, KubernetesVersion } from "./run.ts";

/** What holds for a cluster where its inputs do not say it. */
export interface GraphSettings {
  /** As given; undefined: what the inputs say, else the newest minor known. */
  readonly kubernetesVersion: string | undefined;
  /** Namespace of objects that name none and stand under no kustomization that sets one. */
  readonly appliedNamespace: string | undefined;
  /** The inputs are all there is. */
  readonly complete: boolean;
}

export interface GraphInput extends GraphSettings {
  readonly sources: Sources;
  /** Called for each file that was looked at. */
  readonly onFile: () => void;
  /** What is known of contents that were read before. */
  readonly cache?: FactCache | undefined;
  readonly configuration?: Configuration | undefined;
  /**
   * The path of an input from the folder where the configuration's paths start; undefined where it lies outside. Without
   * it that is the folder of the configuration's own path.
   */
  readonly pathFromConfiguration?: ((path: string) => string | undefined) | undefined;
}

/** The graph of one cluster, and what was made of its texts. */
export interface LoadedCluster {
  readonly graph: AccessGraph;
  /** Whose facts hold. */
  readonly minor: KnownMinor;
  readonly kubernetes: KubernetesVersion;
  readonly assumptions: readonly Assumption[];
  /** After kustomizations had their say. */
  readonly texts: readonly ReadText[];
}

export type ClusterResult =
  | { readonly outcome: "loaded"; readonly loaded: LoadedCluster }
  /** An option says something that cannot be. */
  | { readonly outcome: "refused"; readonly message: string };

/** Builds the graph of one cluster. */
export async function loadCluster(inputs: ClusterInputs): Promise<ClusterResult> {
  const { texts, namespaceOf } = applyKustomizations(inputs.texts);
  const decided = decideVersion(inputs.kubernetesVersion, invocationsOf(texts));
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
    namespaceOf: (path) => namespaceOf(path) ?? inputs.appliedNamespace,
    complete: inputs.complete,
  });
  const graph = buildAccessGraph(inventory);
  const assumptions = [...decided.assumptions, ...graph.assumptions];
  return { outcome: "loaded", loaded: { graph, minor, kubernetes: decided.version, assumptions, texts } };
}

function invocationsOf(texts: readonly ReadText[]): readonly ComponentInvocation[] {
  return texts.flatMap(({ parsed }) =>
    parsed.facts.flatMap((fact) => (fact.fact === "invocation" ? [fact.invocation] : [])),
  );
}

/** The graph that a question is asked of, and what reading its inputs came to. */
export interface LoadedGraph extends LoadedCluster {
  readonly diagnostics: readonly Diagnostic[];
  readonly coverage: Coverage;
}

export type GraphResult =
  | { readonly outcome: "loaded"; readonly loaded: LoadedGraph }
  | { readonly outcome: "refused"; readonly message: string };

/** Reads the sources to the graph of their cluster. */
export async function loadGraph(input: GraphInput): Promise<GraphResult> {
  const read = await readInputs(input.sources, input.onFile, input);
  const [inputs] = splitIntoClusters(read, input, undefined);
  if (inputs === undefined) return { outcome: "refused", message: "the inputs describe no cluster" };
  const result = await loadCluster(inputs);
  if (result.outcome === "refused") return result;
  const { loaded } = result;
  const diagnostics = loaded.texts.flatMap(({ parsed }) => parsed.diagnostics);
  return { outcome: "loaded", loaded: { ...loaded, diagnostics, coverage: coverageOf(read, [loaded]) } };
}
