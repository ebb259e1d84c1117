import type { Diagnostic } from "@authgraph/source";
import { compareClusters } from "../change/compare-clusters.ts";
import type { ClusterComparison } from "../change/run-change.ts";
import { splitAlike } from "../change/split-alike.ts";
import { type ClusterInputs, splitIntoClusters } from "../clusters.ts";
import { coverageOf } from "../coverage.ts";
import { inputDiagnostics } from "../input-diagnostics.ts";
import { type GraphInput, type LoadedCluster, loadCluster } from "../load-graph.ts";
import { type ReadProject, readProject } from "../read-project.ts";
import type { Coverage } from "../run.ts";

export interface DiffInput {
  readonly before: GraphInput;
  readonly after: GraphInput;
}

export type DiffResult =
  | { readonly outcome: "answered"; readonly answer: DiffAnswer }
  /** An option says something that cannot be. */
  | { readonly outcome: "refused"; readonly message: string };

export interface DiffAnswer {
  /** Those in which somebody gained or lost something. */
  readonly clusters: readonly ClusterComparison[];
  readonly before: ReadState;
  readonly after: ReadState;
}

/** What reading one of the two states came to. */
export interface ReadState {
  readonly diagnostics: readonly Diagnostic[];
  readonly coverage: Coverage;
}

/**
 * Who gained and who lost what from one state to another, cluster by cluster. Where the configurations split the two
 * differently, that of the later state says which clusters there are.
 */
export async function diffAccess({ before, after }: DiffInput): Promise<DiffResult> {
  const is = await loadState(after);
  if (is.outcome === "refused") return is;
  const configuration = splitAlike(before.configuration, after.configuration);
  const was = await loadState({ ...before, configuration }, is.read);
  if (was.outcome === "refused") return was;
  const clusters = await compareClusters(was.clusters, is.clusters);
  return { outcome: "answered", answer: { clusters, before: was.state, after: is.state } };
}

interface LoadedState {
  readonly outcome: "loaded";
  readonly read: ReadProject;
  readonly state: ReadState;
  readonly clusters: readonly {
    readonly name: string;
    readonly inputs: ClusterInputs;
    readonly loaded: LoadedCluster;
  }[];
}

/** What is the same in `other` is read once. */
async function loadState(
  input: GraphInput,
  other?: ReadProject,
): Promise<LoadedState | Extract<DiffResult, { outcome: "refused" }>> {
  const read = await readProject({ ...input, compared: true }, other);
  const clusters: LoadedState["clusters"][number][] = [];
  for (const inputs of splitIntoClusters(read, input, input.configuration)) {
    const result = await loadCluster(inputs);
    if (result.outcome === "refused") return result;
    clusters.push({ name: inputs.name, inputs, loaded: result.loaded });
  }
  const loaded = clusters.map((cluster) => cluster.loaded);
  const diagnostics = inputDiagnostics(read, loaded, input.configuration);
  return { outcome: "loaded", read, clusters, state: { diagnostics, coverage: coverageOf(read, loaded) } };
}
