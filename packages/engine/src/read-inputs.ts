import type { ComponentInvocation, DistributionSettings, Fact, UnitFile } from "@authgraph/kubernetes";
import {
  distributionsOfUnits,
  type FindEnvironmentFile,
  filesOfFlags,
  invocationsOfDistributions,
  invocationsOfUnits,
} from "@authgraph/parser";
import type { FactCache } from "./cache/fact-cache.ts";
import type { ClusterBorders } from "./clusters.ts";
import { defaultCluster } from "./configuration/configuration.ts";
import type { Sources } from "./input.ts";
import { environmentAt, follow, machineFilesAmong, referencesAmong } from "./named-files.ts";
import { type Reading, type ReadText, readWaiting, takeAll } from "./reading.ts";
import type { SkippedFile } from "./run.ts";

/** All that was read of the sources. */
export interface ReadInputs {
  /** In the order of the sources, then as found through other files. */
  readonly texts: readonly ReadText[];
  /** The same, cluster by cluster: a text may belong to several, and the units of one start nothing in another. */
  readonly clusters: ReadonlyMap<string, readonly ReadText[]>;
  readonly skipped: readonly SkippedFile[];
  /** What each text holds by itself, by path: what other texts make of it is not among it. */
  readonly alone: ReadonlyMap<string, ReadText>;
}

/** What is known before reading. */
export interface ReadOptions {
  /** What was read of another state of the same files: what is the same in both is parsed once. */
  readonly other?: Pick<ReadInputs, "alone"> | undefined;
  /** What earlier runs read. */
  readonly cache?: FactCache | undefined;
  /** There is another state, which is read before or after this one. */
  readonly compared?: boolean | undefined;
  /** Undefined: one cluster. */
  readonly borders?: ClusterBorders | undefined;
}

/**
 * Reads every file of the sources, then those that their facts name, until nothing new is named: a token file is known
 * for one only by the flag that names it. A file that was read without its role is parsed again with it.
 */
export async function readInputs(
  sources: Sources,
  onFile: () => void,
  { other, cache, compared, borders }: ReadOptions = {},
): Promise<ReadInputs> {
  const reading: Reading = {
    sources,
    onFile,
    other: other?.alone ?? new Map(),
    cache,
    namesContents: cache !== undefined || other !== undefined || compared === true,
    texts: new Map(),
    skipped: new Map(),
    borders,
    found: new Map(),
    aliases: new Map(),
    finders: new Map(),
    waiting: [],
    certificateRequests: undefined,
    cel: undefined,
  };
  takeAll(reading);

  const names = borders?.names ?? [defaultCluster];
  const units = new Map<string, readonly ComponentInvocation[]>();
  for (let known = -1; known < reading.found.size; ) {
    known = reading.found.size;
    await readWaiting(reading);
    for (const cluster of names) units.set(cluster, followAll(reading, cluster));
  }
  const clusters = new Map(
    names.map((name) => [name, withInvocations(withAliases(reading, textsOf(reading, name)), units.get(name) ?? [])]),
  );
  return {
    texts: clusters.size === 1 ? (clusters.get(defaultCluster) ?? []) : [...reading.texts.values()],
    clusters,
    skipped: [...reading.skipped.values()],
    alone: reading.texts,
  };
}

/** Reads what the facts of a cluster name, and gives what its units, k3s and RKE2 start. */
function followAll(reading: Reading, cluster: string): readonly ComponentInvocation[] {
  const texts = textsOf(reading, cluster).map(({ parsed }) => parsed.facts);
  const facts = texts.flat();
  const units = unitsAmong(facts);
  const environment: FindEnvironmentFile = (path) => environmentAt(reading, cluster, path);
  const distributions = [...distributionsAmong(facts), ...distributionsOfUnits(units, environment)];
  const started = [...invocationsOfUnits(units, environment), ...invocationsOfDistributions(distributions)];
  const machineFiles = machineFilesAmong(facts);
  for (const ofText of texts) {
    for (const reference of referencesAmong(ofText)) follow(reading, cluster, reference, machineFiles);
  }
  for (const reference of started.flatMap(filesOfFlags)) follow(reading, cluster, reference, machineFiles);
  return started;
}

function textsOf({ texts, borders, finders }: Reading, cluster: string): readonly ReadText[] {
  const all = [...texts.values()];
  if (borders === undefined) return all;
  return all.filter(({ path, inside }) => {
    const of = borders.clustersOf(inside ?? path);
    const by = finders.get(path);
    // What lies under no cluster's paths is of those whose files name it.
    return by === undefined || of[0] !== defaultCluster ? of.includes(cluster) : by.has(cluster);
  });
}

function distributionsAmong(facts: readonly Fact[]): readonly DistributionSettings[] {
  return facts.flatMap((fact) => (fact.fact === "distribution" ? [fact.settings] : []));
}

function unitsAmong(facts: readonly Fact[]): readonly UnitFile[] {
  return facts.flatMap((fact) => (fact.fact === "unit" ? [fact.unit] : []));
}

function withAliases({ aliases }: Reading, texts: readonly ReadText[]): readonly ReadText[] {
  if (aliases.size === 0) return texts;
  return texts.map((text) => {
    const alias = aliases.get(text.path);
    return alias === undefined ? text : { ...text, alias: [...alias] };
  });
}

/** What units start belongs to the text whose word names the program. */
function withInvocations(texts: readonly ReadText[], invocations: readonly ComponentInvocation[]): readonly ReadText[] {
  if (invocations.length === 0) return texts;
  const added = new Map<string, readonly Fact[]>();
  for (const invocation of invocations) {
    const { origin } = invocation;
    const path = origin.kind === "text" ? origin.source.path : "";
    const facts = filesOfFlags(invocation).map((reference): Fact => ({ fact: "file-reference", reference }));
    added.set(path, [...(added.get(path) ?? []), { fact: "invocation", invocation }, ...facts]);
  }
  return texts.map((text) => {
    const more = added.get(text.path);
    return more === undefined ? text : { ...text, parsed: { ...text.parsed, facts: [...text.parsed.facts, ...more] } };
  });
}
