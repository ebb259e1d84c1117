import type { Located, Origin } from "@authgraph/source";

/** Somebody's word that a risk is accepted. */
export interface Suppression {
  readonly form: /** `# authgraph: ignore[rule] -- reason`, on the line or the one above. */
    | "comment"
    /** `authgraph.dev/ignore` on an object. */
    | "annotation"
    /** An entry of `suppressions` in the configuration. */
    | "configuration"
    /** An entry of `expected` there: a grant in words. */
    | "expected";
  /** Where it stands. */
  readonly origin: Origin;
  /** As a person would name it: `ignore[rbac-secrets-read]`, `ClusterRoleBinding platform-admins`. */
  readonly label: string;
  /** Ids of the rules it speaks of; empty: of any. */
  readonly rules: readonly Located<string>[];
  readonly reason: string;
  /** The last day on which it holds (`2027-01-31`). */
  readonly until: Located<string> | undefined;
}

/** What became of a suppression. */
export interface JudgedSuppression {
  readonly suppression: Suppression;
  readonly state: "used" | "unused" | "expired" | "void" | "misspelt";
  /** How many risks it keeps silent. */
  readonly risks: number;
  /** Why it is void, what the rule may be called, what it would nearly have matched: the end of a sentence. */
  readonly detail: string | undefined;
}
