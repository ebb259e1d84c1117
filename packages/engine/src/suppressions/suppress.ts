import type { JudgedSuppression, Risk, Rule } from "@authgraph/rules";
import type { Configuration } from "../configuration/configuration.ts";
import type { SearchedCluster } from "../search.ts";

export interface SuppressionOptions {
  readonly configuration: Configuration | undefined;
  /** Comments and annotations count; auditors turn them off. */
  readonly inline: boolean;
  /** Time of the run (RFC 3339). */
  readonly at: string;
  /** Rules that were asked; those that speak of suppressions are asked by `suppress` itself, at its end. */
  readonly rules?: readonly Rule[] | undefined;
  /** Ids of all rules there are, also of those that were not asked: what is none of them is misspelt. */
  readonly knownRules?: readonly string[] | undefined;
  /** Not everything was looked at that suppressions may speak of: none is told as unused. */
  readonly partial?: boolean | undefined;
  /** Keys of the suppressions that may count; undefined: all. The others are judged `not-taken`. */
  readonly taken?: ReadonlySet<string> | undefined;
}

/** A risk that somebody accepted. */
export interface SuppressedRisk {
  readonly cluster: string;
  readonly risk: Risk;
  readonly by: JudgedSuppression;
}

export interface Suppressed {
  /** Without what is suppressed. */
  readonly clusters: readonly SearchedCluster[];
  readonly suppressed: readonly SuppressedRisk[];
  /** Every suppression there is, in the order of their places. */
  readonly suppressions: readonly JudgedSuppression[];
}

/** Takes out of what was found what somebody accepted, and says of each suppression what it did. */
export function suppress(clusters: readonly SearchedCluster[], _options: SuppressionOptions): Suppressed {
  return { clusters, suppressed: [], suppressions: [] };
}
