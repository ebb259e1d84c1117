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
  /**
   * The same for the same words in another state of the inputs: made of form, rules, reason and what is selected, never
   * of line numbers. What a change adds has a key that was not there before.
   */
  readonly key: string;
  /** Where it stands. */
  readonly origin: Origin;
  /** As a person would name it: `ignore[rbac-secrets-read]`, `ClusterRoleBinding platform-admins`. */
  readonly label: string;
  /** What it speaks of: an object in words, a path, a subject. */
  readonly selects: string;
  /** Ids of the rules it speaks of; empty: of any. */
  readonly rules: readonly Located<string>[];
  readonly reason: string;
  /** The last day on which it holds (`2027-01-31`). */
  readonly until: Located<string> | undefined;
}

/** What became of a suppression. */
export interface JudgedSuppression {
  readonly suppression: Suppression;
  readonly state:
    | "used"
    | "unused"
    /** Its last day is over. */
    | "expired"
    /** What it was given for holds no longer. */
    | "void"
    | "misspelt"
    /** It matches nothing that was looked at, and not everything was: a part of the files, not all rules. */
    | "unknown"
    /** The change that is looked at brings it along: nobody excuses himself. */
    | "not-taken";
  /** How many risks it keeps silent. */
  readonly risks: number;
  /** Why it is void, what the rule may be called, what it would nearly have matched: the end of a sentence. */
  readonly detail: string | undefined;
  /** Of one that is used: rules that it names in vain. */
  readonly unusedRules: readonly Located<string>[];
  /** What makes it void. */
  readonly broken: Origin | undefined;
}
