import type { Access, ObjectKey, Scope } from "@authgraph/graph";
import type { Confidence, RiskIdentity, Severity } from "@authgraph/rules";

/** What was there before: an entry of the baseline, or a risk of the state a change starts from. */
export interface KnownRisk {
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly cluster: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly title: string;
  readonly identity: RiskIdentity;
  /** What the subject held through the object in question, beside what shipped roles give. */
  readonly access: readonly Access[];
  readonly shipped: readonly ShippedRole[];
  /** All of it, where it was found and not read. */
  readonly whole?: readonly Access[] | undefined;
}

/** A role that Kubernetes ships, held somewhere. What it gives changes with the version, and is nobody's doing. */
export interface ShippedRole {
  readonly key: ObjectKey;
  readonly scope: Scope;
}

/** By fingerprint. */
export type KnownRisks = ReadonlyMap<string, KnownRisk>;

/** How what was found stands to what was known. A fingerprint counts once, however many risks share it. */
export interface RiskComparison {
  readonly new: number;
  readonly worse: number;
  readonly old: number;
  /** Known and not found any more. */
  readonly gone: readonly KnownRisk[];
}
