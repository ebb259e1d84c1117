import type { Origin } from "@authgraph/source";
import type { Rated } from "./rating.ts";

export type Severity = "critical" | "high" | "medium" | "low" | "info";

/** `certain`: every hop was read; `likely`: a documented default is assumed; `possible`: needs something unknown. */
export type Confidence = "certain" | "likely" | "possible";

/** One step of the story, at its place. */
export interface Hop {
  readonly origin: Origin;
  /** At most 60 characters, no full stop. */
  readonly label: string;
  /** Place in the chain, from 1; undefined for a remark beside it. */
  readonly step: number | undefined;
}

/** A line below the frames. */
export interface Note {
  /** `then`: the chain goes on; `also`: where else it leads; `who`: who can use it; `why`; `check`: a command that confirms it; `note`. */
  readonly kind: "then" | "also" | "who" | "why" | "check" | "note";
  readonly text: string;
}

/** What to do, best first. */
export interface Remedy {
  readonly text: string;
  /** The same as edits of the input; empty where words must do. */
  readonly edits: readonly TextEdit[];
}

export interface TextEdit {
  readonly origin: Origin;
  readonly replacement: string;
}

/** What identity the finding has across runs: never lines, paths or words. */
export interface RiskIdentity {
  /** `Group system:unauthenticated`, `ServiceAccount ops/backup`; for settings the component: `kube-apiserver`. */
  readonly subject: string;
  /** Key of binding or object; for settings the flag or field. */
  readonly object: string;
}

/** What one rule found about one subject through one binding, before folding. */
export interface Risk {
  readonly ruleId: string;
  /** One sentence: subject, power, consequence. No full stop. */
  readonly title: string;
  /** 0.1 to 10.0 (findings.md §2.3). */
  readonly score: number;
  /** What the number comes from, where a rule rated it so; dormant risks may be worth less. */
  readonly rating?: Rated | undefined;
  readonly confidence: Confidence;
  /** Where a person would edit; one of `hops`. */
  readonly place: Hop;
  /** The chain in order, remarks between. */
  readonly hops: readonly Hop[];
  readonly notes: readonly Note[];
  readonly remedies: readonly Remedy[];
  readonly identity: RiskIdentity;
  /** Risks with the same cause fold into one finding, whatever their rules; usually the binding's key. */
  readonly cause: string;
  /** How it reads among the folded ones: `ServiceAccount web/status-page can read every Secret in the cluster`. */
  readonly also: string;
  /** The same below a finding about the same subject: `it can read every Secret in the cluster`. */
  readonly alsoOfSame?: string | undefined;
  /** How many steps its path takes, where it tells one: of equal findings the shortest stands first. */
  readonly steps?: number | undefined;
  /** Against what was known before: whether it is new, or was there and got worse. Undefined: nothing was compared. */
  readonly state?: "new" | "worse" | undefined;
  /** The role behind it, where there is one: many bindings of one role fold into a finding there. */
  readonly role?: SharedRole | undefined;
}

/** A role that several risks go through. */
export interface SharedRole {
  readonly key: string;
  readonly place: Hop;
}

/** A risk that can be spoken of across runs. */
export interface NamedRisk extends Risk {
  readonly cluster: string;
  readonly severity: Severity;
  /** Of rule, cluster, subject and object: 32 hex digits. */
  readonly fingerprint: string;
}

/** One risk at one place, as people see it. */
export interface Finding extends NamedRisk {
  /** Other risks with the same cause, most severe first. */
  readonly folded: readonly NamedRisk[];
}
