import type { Assumption } from "@authgraph/graph";
import type { DocumentOutcome } from "@authgraph/parser";
import type { Finding, JudgedSuppression, RuleMetadata } from "@authgraph/rules";
import type { Diagnostic, Origin } from "@authgraph/source";
import type { RunChange } from "./change/run-change.ts";
import type { SkipReason } from "./input.ts";
import type { RiskComparison } from "./known-risks/known-risk.ts";
import type { SuppressedRisk } from "./suppressions/suppress.ts";

/** Everything one scan produced. */
export interface Run {
  readonly toolVersion: string;
  /** Most severe first, then by place. */
  readonly findings: readonly Finding[];
  readonly diagnostics: readonly Diagnostic[];
  readonly coverage: Coverage;
  /** Rules that could not say anything, and why. */
  readonly notEvaluated: readonly NotEvaluated[];
  readonly assumptions: readonly RunAssumption[];
  /** One, `default`, where the configuration splits nothing. */
  readonly clusters: readonly RunCluster[];
  /** Every rule that was asked, by id. */
  readonly rules: readonly RuleMetadata[];
  /** What somebody accepted, and is in no finding. */
  readonly suppressed: readonly SuppressedRisk[];
  readonly suppressions: readonly JudgedSuppression[];
  /** The path of the configuration that held, and of which state it is, where that is not the working tree. */
  readonly configuration?: { readonly path: string; readonly state?: string | undefined } | undefined;
  /** Undefined where there is no baseline. */
  readonly baseline: RiskComparison | undefined;
  /** Undefined where the whole state was asked for and not a change. */
  readonly change: RunChange | undefined;
}

/** One cluster of a run. */
export interface RunCluster {
  readonly name: string;
  readonly kubernetes: KubernetesVersion;
}

export interface RunAssumption extends Assumption {
  readonly cluster: string;
}

export interface NotEvaluated {
  readonly rule: string;
  readonly cluster: string;
  readonly reason: string;
  /** The rule threw: an error of ours, not of the inputs. What there is to report about it. */
  readonly failure?: string;
}

export interface KubernetesVersion {
  /** `1.37` */
  readonly minor: string;
  /** Where the inputs say so; undefined where it was given as an option or assumed. */
  readonly origin: Origin | undefined;
  readonly assumed: boolean;
}

export interface Coverage {
  readonly filesSeen: number;
  readonly filesRead: number;
  readonly filesSkipped: readonly SkippedFile[];
  /** How many documents had which outcome. They add up to `documentsSeen`. */
  readonly documentsSeen: number;
  readonly documents: Readonly<Record<DocumentOutcome["outcome"] | "overwritten", number>>;
  /** Access objects (RBAC, ServiceAccounts, Secrets, …) and component invocations among the evaluated. */
  readonly objects: number;
  readonly components: readonly string[];
}

export interface SkippedFile {
  readonly path: string;
  readonly reason: SkipReason;
}
