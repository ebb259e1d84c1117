import type { AccessGraph, ApiServer } from "@authgraph/graph";
import type { ApiResource } from "@authgraph/kubernetes";
import type { Risk, Severity } from "./risk.ts";
import type { JudgedSuppression } from "./suppression.ts";

/** What a rule needs of the inputs to say anything; where it is missing the rule is "not evaluated". */
export type RuleNeed =
  | "control-plane"
  | "kubelet"
  /** A controller manager, scheduler or etcd. */
  | "component"
  | "audit-policy"
  | "credentials"
  | "complete"
  /** Asked last, of what became of the suppressions. */
  | "suppressions";

/** `rule.yaml`: all that is not search. The source of the rule's page and of its SARIF descriptor. */
export interface RuleMetadata {
  /** Never renamed; completes "allow …". */
  readonly id: string;
  /** What it finds, as a noun phrase. */
  readonly title: string;
  /** The usual tier; the graph decides each time. */
  readonly severity: Severity;
  /** Off unless asked for: a matter of taste, told for those who come from tools that tell it. */
  readonly extended: boolean;
  readonly since: string;
  /** Why it matters, a paragraph. */
  readonly why: string;
  /** What to do, a paragraph. */
  readonly remedy: string;
  readonly needs: readonly RuleNeed[];
  readonly references: readonly string[];
  /** `CIS 1.2.1`, `NSA-AA`, `T1190`, `K06`. */
  readonly controls: readonly string[];
  /** What other tools call it. */
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  /** Numbers that the configuration may set. */
  readonly parameters?: readonly RuleParameter[] | undefined;
}

/** A number of a rule's own, such as how many are too many. */
export interface RuleParameter {
  /** kebab-case */
  readonly name: string;
  readonly default: number;
  /** The least that makes sense. */
  readonly min: number;
  readonly description: string;
}

/** What a check may look at. */
export interface RuleContext {
  readonly graph: AccessGraph;
  /** API servers that the inputs describe and that would not start: the graph is without them. */
  readonly refusedServers?: readonly ApiServer[] | undefined;
  /** The minor the cluster runs, for example `1.37`. */
  readonly minor: string;
  /** Time of the run (RFC 3339), for expiry. */
  readonly at: string;
  /** What a server of that minor serves without further settings. */
  readonly resources: readonly ApiResource[];
  /** What became of them, once every other rule was asked; undefined before. */
  readonly suppressions?: readonly JudgedSuppression[] | undefined;
}

/** The value of one of the rule's own parameters. */
export type ParameterOf = (name: string) => number;

/** Searches the graph for one risk. Pure; yields in any order. */
export type Check = (context: RuleContext, parameter: ParameterOf) => Iterable<Risk>;

export interface Rule {
  readonly metadata: RuleMetadata;
  readonly check: Check;
}
