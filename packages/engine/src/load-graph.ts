import { type AccessGraph, type Assumption, buildAccessGraph, buildInventory } from "@authgraph/graph";
import {
  type Component,
  type ComponentFacts,
  type ComponentInvocation,
  type KnownMinor,
  loadCel,
  loadComponentFacts,
  loadDefaultPolicy,
  loadEveryDefaultPolicy,
  loadKubeadmPolicy,
  nearestKnownMinor,
  type Platform,
  parseMinor,
  platformFacts,
} from "@authgraph/kubernetes";
import type { Diagnostic } from "@authgraph/source";
import type { FactCache } from "./cache/fact-cache.ts";
import { type ClusterInputs, splitIntoClusters } from "./clusters.ts";
import type { Configuration } from "./configuration/configuration.ts";
import { meant } from "./configuration/decode.ts";
import { coverageOf } from "./coverage.ts";
import type { Sources } from "./input.ts";
import { inputDiagnostics } from "./input-diagnostics.ts";
import { decideVersion } from "./kubernetes-version.ts";
import { applyKustomizations } from "./kustomize.ts";
import { readProject } from "./read-project.ts";
import type { ReadText } from "./reading.ts";
import type { Coverage, KubernetesVersion } from "./run.ts";

/** What holds for a cluster where its inputs do not say it. */
export interface GraphSettings {
  /** As given; undefined: what the inputs say, else the newest minor known. */
  readonly kubernetesVersion: string | undefined;
  /** Namespace of objects that name none and stand under no kustomization that sets one. */
  readonly appliedNamespace: string | undefined;
  /** The same where neither an option nor the configuration says it; undefined: one namespace, unknown which. */
  readonly defaultNamespace?: string | undefined;
  /** The inputs are all there is. */
  readonly complete: boolean;
  /** What runs the cluster; undefined: nobody said. */
  readonly platform?: Platform | undefined;
}

export interface GraphInput extends GraphSettings {
  readonly sources: Sources;
  /** Called for each file that was looked at. */
  readonly onFile: () => void;
  /** What is known of contents that were read before. */
  readonly cache?: FactCache | undefined;
  /** Another state of the same files is read too: what is the same in both is parsed once. */
  readonly compared?: boolean | undefined;
  readonly configuration?: Configuration | undefined;
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
  /** The namespace of a text's objects that name none, where anything says it. */
  namespaceOf(path: string): string | undefined;
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

  const namespaceOfText = (path: string) => namespaceOf(path) ?? inputs.appliedNamespace;
  const inventory = buildInventory({
    texts: [
      ...texts.map(({ path, parsed, alias }) => ({ path, facts: parsed.facts, alias })),
      ...(inputs.declared === undefined ? [] : [inputs.declared]),
    ],
    shipped: { kubernetes, kubeadm, ofEveryMinor },
    minor,
    minorAssumed: decided.version.assumed,
    namespaceOf: namespaceOfText,
    complete: inputs.complete,
    platform: inputs.platform && platformFacts(inputs.platform),
    componentFacts: await componentFactsFor(texts, minor),
    cel: texts.some(hasExpressions) ? await loadCel() : undefined,
  });
  const graph = buildAccessGraph(inventory);
  const assumptions = [...decided.assumptions, ...graph.assumptions];
  return {
    outcome: "loaded",
    loaded: { graph, minor, kubernetes: decided.version, assumptions, texts, namespaceOf: namespaceOfText },
  };
}

/** Whether what a text configures is decided by expressions. */
function hasExpressions({ parsed }: ReadText): boolean {
  return parsed.facts.some((fact) => {
    if (fact.fact !== "configuration") return false;
    const { configuration } = fact;
    if (configuration.kind === "AuthorizationConfiguration") {
      return configuration.authorizers.some(({ webhook }) => (webhook?.matchConditions.length ?? 0) > 0);
    }
    return (
      configuration.kind === "AuthenticationConfiguration" &&
      configuration.jwt.some(
        ({ username, groups, uid, extra, claimRules, userRules }) =>
          [username, groups, uid, ...claimRules].some((mapping) => mapping?.kind === "expression") ||
          extra.length + userRules.length > 0,
      )
    );
  });
}

/** Of the programs that the inputs start, in their minors; nothing is read where they start none. */
async function componentFactsFor(texts: readonly ReadText[], minor: KnownMinor): Promise<ComponentFacts | undefined> {
  const components = new Set<Component>();
  const minors = new Set([minor]);
  for (const { component, version } of invocationsOf(texts)) {
    components.add(component);
    const own = version === undefined ? undefined : parseMinor(version.value);
    if (own !== undefined) minors.add(nearestKnownMinor(own));
  }
  return components.size === 0 ? undefined : loadComponentFacts(components, minors);
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

export interface QuestionInput extends GraphInput {
  /** Which cluster is asked about; undefined: the only one. */
  readonly cluster?: string | undefined;
}

/** Reads the sources to the graph of one cluster. */
export async function loadGraph(input: QuestionInput): Promise<GraphResult> {
  const { configuration } = input;
  const read = await readProject(input);
  const chosen = chooseCluster(splitIntoClusters(read, input, configuration), input.cluster);
  if (typeof chosen === "string") return { outcome: "refused", message: chosen };
  const result = await loadCluster(chosen);
  if (result.outcome === "refused") return result;
  const { loaded } = result;
  const diagnostics = inputDiagnostics(read, [loaded], configuration);
  return { outcome: "loaded", loaded: { ...loaded, diagnostics, coverage: coverageOf(read, [loaded]) } };
}

/** One answer for several clusters would be true of none: a text says what to do instead. */
function chooseCluster(clusters: readonly ClusterInputs[], wanted: string | undefined): ClusterInputs | string {
  const [first, ...others] = clusters;
  const names = clusters.map(({ name }) => name);
  if (wanted !== undefined) {
    const found = clusters.find(({ name }) => name === wanted);
    return found ?? `there is no cluster "${wanted}" among the inputs; ${meant(wanted, names)}`;
  }
  if (first === undefined) return "the inputs describe no cluster";
  return others.length === 0
    ? first
    : `the inputs describe several clusters (${names.join(", ")}): choose one with --cluster`;
}
