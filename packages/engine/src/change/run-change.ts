import type { AccessComparison } from "@authgraph/graph";
import type { Diagnostic, Origin } from "@authgraph/source";
import type { RiskComparison } from "../known-risks/known-risk.ts";
import type { SkippedFile } from "../run.ts";

/** What a change does, beside the findings that it makes new or worse. */
export interface RunChange {
  /** What it starts from, for people: `HEAD`, `origin/main`. */
  readonly since: string;
  /** Who gained and who lost what, in each cluster in which somebody did. */
  readonly access: readonly ClusterComparison[];
  readonly risks: RiskComparison;
  /** What is wrong with the inputs and was not before: somebody who commits is told of his own files alone. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files that are not looked at, and were before or were not there. */
  readonly filesSkipped: readonly SkippedFile[];
  /** What the change adds to keep findings silent. */
  readonly excuses: readonly AddedExcuse[];
}

export interface ClusterComparison {
  readonly cluster: string;
  readonly comparison: AccessComparison;
}

/** A suppression, an exclude, a rule turned off, a baseline entry, … that the change brings along. */
export interface AddedExcuse {
  /** `suppression`, `exclude`, `rule turned off`, … */
  readonly kind: string;
  /** What it says, with its reason. */
  readonly text: string;
  readonly origin: Origin;
  /** False where it was not taken: nobody excuses himself. */
  readonly applied: boolean;
}
