import { noBias, sample } from "fast-check";
import { clusterArbitrary } from "./arbitraries.ts";
import type { Manifest } from "./manifest.ts";
import { type Comparison, compare, type Oracle } from "./oracle.ts";
import { questionArbitrary } from "./questions.ts";

/** What came of asking about one cluster. */
export interface FreshComparison extends Comparison {
  readonly objects: readonly Manifest[];
}

/** How many questions are asked about a cluster: changing clusters costs a real server most of the time. */
const PER_WORLD = 100;

/**
 * Asks two oracles random questions about random clusters, the same for the same seed. They are not drawn towards the
 * smallest first: there, little meets.
 */
export async function* askFresh(
  truth: Oracle,
  tested: Oracle,
  { questions, seed }: { readonly questions: number; readonly seed: number },
): AsyncGenerator<FreshComparison> {
  const worlds = sample(noBias(clusterArbitrary), { seed, numRuns: Math.ceil(questions / PER_WORLD) });
  for (const [index, objects] of worlds.entries()) {
    const numRuns = Math.min(PER_WORLD, questions - index * PER_WORLD);
    const asked = sample(noBias(questionArbitrary(objects)), { seed: (seed + index) | 0, numRuns });
    await Promise.all([truth.load(objects), tested.load(objects)]);
    yield { objects, ...(await compare(truth, tested, asked)) };
  }
}
