import type { Confidence, Severity } from "./risk.ts";

/**
 * Who can use a right: the fewer it takes to be one of them, the lower the number.
 *
 * 0 no credentials · 1 any authenticated user · 2 every ServiceAccount, of the cluster or of a namespace, or a `default`
 * one · 3 one ServiceAccount or node · 4 one User or Group, whose members are unknown · 5 whom Kubernetes expects there.
 */
export type HolderLevel = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * What a right gives.
 *
 * 1 as good as cluster-admin · 2 all Secrets, tokens or pods, or the nodes · 3 one ordinary namespace · 4 bounded damage
 * · 5 reading without secrets · 6 discovery and health.
 */
export type PowerLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** Rows: holders; columns: powers 1 to 6. */
const base: Readonly<Record<HolderLevel, readonly [number, number, number, number, number, number]>> = {
  0: [10.0, 9.8, 9.3, 8.2, 6.5, 0.1],
  1: [9.9, 9.5, 8.8, 7.4, 4.5, 0.1],
  2: [9.6, 9.2, 8.3, 6.6, 3.0, 0.1],
  3: [8.6, 8.0, 6.0, 4.0, 1.5, 0.1],
  4: [6.0, 5.0, 3.5, 2.0, 0.1, 0.1],
  5: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1],
};

const lowest = 0.1;
const highest = 10;

/** A right that holds nothing open today, and would with one more edit. */
export const dormantScore = 3.0;

/** What each adjustment adds. */
export const adjustment = {
  /** A token or certificate that nobody rotates, instead of a bound token. */
  staticCredential: 0.7,
  /** `resourceNames`, except where the names are what makes it dangerous. */
  namedObjects: -1.5,
  /** A User by name: nothing takes the right away when the person leaves. */
  namedUser: 0.5,
  /** Through system:masters: nothing can take it away. */
  irrevocable: 1.5,
} as const;

const perAssumedHop = -0.3;
const forAllAssumedHops = -0.9;

export interface Rated {
  readonly holder: HolderLevel;
  readonly power: PowerLevel;
  /** Values of `adjustment`. */
  readonly adjustments?: readonly number[];
  /** How many hops of the chain were not read but are a documented default. */
  readonly assumedHops?: number;
}

/** What a risk is worth, from 0.1 to 10.0 with one decimal; never 9.0, which GitHub's tiers leave out. */
export function rate({ holder, power, adjustments = [], assumedHops = 0 }: Rated): number {
  let score = base[holder][power - 1] ?? lowest;
  for (const adjusted of adjustments) score += adjusted;
  score = Math.min(Math.max(score, lowest), highest);

  if (assumedHops > 0) {
    const lowered = score + Math.max(forAllAssumedHops, perAssumedHop * assumedHops);
    score = Math.max(lowered, floorOfNextTier[severityOf(score)]);
  }
  return rounded(score);
}

/** The tier of a number, in GitHub's bounds. */
export function severityOf(score: number): Severity {
  if (score > 9) return "critical";
  if (score >= 7) return "high";
  if (score >= 4) return "medium";
  return score > lowest ? "low" : "info";
}

/** Assumptions lower a finding by one tier at most. */
const floorOfNextTier: Readonly<Record<Severity, number>> = { critical: 7, high: 4, medium: 0.2, low: 0.1, info: 0.1 };

/** One number per tier, for outputs that know a rule's severity only. */
export const representativeScore: Readonly<Record<Severity, number>> = {
  critical: 9.5,
  high: 8.0,
  medium: 5.5,
  low: 2.0,
  info: 0.1,
};

const severityRank: Readonly<Record<Severity, number>> = { critical: 4, high: 3, medium: 2, low: 1, info: 0 };
const confidenceRank: Readonly<Record<Confidence, number>> = { certain: 2, likely: 1, possible: 0 };

/** Whether a severity reaches a threshold such as `--fail-on`. */
export function severityAtLeast(severity: Severity, threshold: Severity): boolean {
  return severityRank[severity] >= severityRank[threshold];
}

export function confidenceAtLeast(confidence: Confidence, threshold: Confidence): boolean {
  return confidenceRank[confidence] >= confidenceRank[threshold];
}

/** The weaker of two confidences: a chain is as certain as its least certain hop. */
export function weakerConfidence(one: Confidence, other: Confidence): Confidence {
  return confidenceRank[one] <= confidenceRank[other] ? one : other;
}

function rounded(score: number): number {
  const tenths = Math.round(Math.min(Math.max(score, lowest), highest) * 10);
  return tenths === 90 ? 8.9 : tenths / 10;
}
