import { type Configuration, type ConfiguredCluster, defaultCluster } from "./configuration/configuration.ts";
import { type DeclaredFacts, declaredGroups } from "./configuration/declared-groups.ts";
import { matcherOf, type PathMatcher, plainPath } from "./configuration/path-pattern.ts";
import type { GraphSettings } from "./load-graph.ts";
import type { ReadInputs } from "./read-inputs.ts";
import type { ReadText } from "./reading.ts";

/** One cluster of the inputs: what was read of it, and what holds for it. */
export interface ClusterInputs extends GraphSettings {
  /** Part of every fingerprint. */
  readonly name: string;
  readonly texts: readonly ReadText[];
  /** What the configuration says of identities outside. */
  readonly declared?: DeclaredFacts | undefined;
}

/** Where the clusters of a configuration lie. */
export interface ClusterBorders {
  /** Those of the configuration in its order, then what lies under none of them. */
  readonly names: readonly string[];
  /** The clusters that a file belongs to by its path: one at least. */
  clustersOf(path: string): readonly string[];
  /** Where the files of the cluster's machines lie, from the folder of the configuration. */
  rootfsOf(name: string): string | undefined;
}

/** Undefined where there is one cluster, which is everything. */
export function clusterBorders(configuration: Configuration | undefined): ClusterBorders | undefined {
  const placed = configuration?.clusters.filter(({ name }) => name.value !== defaultCluster) ?? [];
  if (configuration === undefined || placed.length === 0) return undefined;
  const matchers = placed.map((cluster) => ({ name: cluster.name.value, holds: matcherOfCluster(cluster) }));
  const known = new Map<string, readonly string[]>();
  const rootfs = new Map(configuration.clusters.map((cluster) => [cluster.name.value, cluster.rootfs?.value]));

  function clustersOf(path: string): readonly string[] {
    const inside = configuration?.pathOf(path);
    const names = inside === undefined ? [] : matchers.flatMap(({ name, holds }) => (holds(inside) ? [name] : []));
    return names.length === 0 ? [defaultCluster] : names;
  }

  return {
    names: [...placed.map(({ name }) => name.value), defaultCluster],
    clustersOf(path) {
      const before = known.get(path);
      if (before !== undefined) return before;
      const names = clustersOf(path);
      known.set(path, names);
      return names;
    },
    rootfsOf(name) {
      const folder = rootfs.get(name);
      return folder === undefined ? undefined : plainPath(folder);
    },
  };
}

function matcherOfCluster({ paths, controlPlane, rootfs }: ConfiguredCluster): PathMatcher {
  return matcherOf([...paths, ...controlPlane, ...(rootfs === undefined ? [] : [rootfs])].map(({ value }) => value));
}

/**
 * Splits what was read as the configuration says. Objects of different clusters never meet; a text that belongs to several
 * is in each. What lies under no cluster's paths is one of its own if there is anything of ours in it.
 */
export function splitIntoClusters(
  { clusters, texts }: ReadInputs,
  settings: GraphSettings,
  configuration: Configuration | undefined,
): readonly ClusterInputs[] {
  const all = [...clusters].filter(([name, some]) =>
    name === defaultCluster ? some.some(({ parsed }) => parsed.facts.length > 0) : some.length > 0,
  );
  const split = all.length === 0 ? [[defaultCluster, texts] as const] : all;
  const declared = declaredGroups(configuration);
  const configured = new Map(configuration?.clusters.map((cluster) => [cluster.name.value, cluster]));
  return split.map(([name, some]) => {
    const cluster = configured.get(name);
    return {
      name,
      texts: some,
      declared,
      kubernetesVersion: settings.kubernetesVersion ?? cluster?.kubernetesVersion?.value,
      appliedNamespace: settings.appliedNamespace ?? cluster?.namespace?.value ?? settings.defaultNamespace,
      platform: settings.platform ?? cluster?.platform?.value,
      complete: settings.complete || (cluster?.complete ?? configuration?.complete ?? false),
    };
  });
}
