import { type Access, uncovered } from "@authgraph/graph";
import { type Risk, type Severity, severityAtLeast, severityOf } from "@authgraph/rules";
import type { SearchedCluster } from "../search.ts";
import { accessOfRisk } from "./access-of-risk.ts";
import type { KnownRisk, KnownRisks, RiskComparison } from "./known-risk.ts";
import { byFingerprint } from "./known-risks-of.ts";
import { type KnownOfSubjects, knownOfSubjects } from "./known-subjects.ts";
import { knownAccess } from "./shipped-roles.ts";

/** How a risk stands to what was known. */
export type Judgement =
  | { readonly state: "new" }
  | { readonly state: "old" }
  | {
      readonly state: "worse";
      /** What nothing of the known access covers. */
      readonly gained: readonly Access[];
      /** `was medium, is high` */
      readonly rose: readonly string[];
    };

export interface JudgedRisks {
  readonly of: ReadonlyMap<Risk, Judgement>;
  readonly comparison: RiskComparison;
}

const isNew: Judgement = { state: "new" };
const isOld: Judgement = { state: "old" };

/**
 * Compares what was found with what was known: by fingerprint, then by what it gives and how bad it is.
 *
 * `silenced` are fingerprints of what was found and is told to nobody: those are not gone.
 */
export function judgeRisks(
  clusters: readonly SearchedCluster[],
  known: KnownRisks,
  silenced: ReadonlySet<string> = new Set(),
): JudgedRisks {
  const of = new Map<Risk, Judgement>();
  const counts = { new: 0, worse: 0, old: 0 };
  const found = new Set(silenced);
  const subjects = knownOfSubjects(known);
  for (const cluster of clusters) {
    for (const [fingerprint, same] of byFingerprint(cluster.risks, cluster.name)) {
      found.add(fingerprint);
      const before = known.get(fingerprint);
      const isLess = (risk: Risk): boolean => isLessThanBefore(risk, cluster, subjects);
      const judge = before === undefined ? judgeUnknown(isLess) : judgeKnown(cluster, before, isLess);
      const judgements = same.map((risk) => {
        const judgement = judge(risk);
        of.set(risk, judgement);
        return judgement;
      });
      counts[judgements.find(({ state }) => state !== "old")?.state ?? "old"]++;
    }
  }
  const gone = [...known.values()].filter(({ fingerprint }) => !found.has(fingerprint));
  return { of, comparison: { ...counts, gone } };
}

type Judge = (risk: Risk) => Judgement;

/** Worse is what gives more, what is in a higher tier, and what was only possible. */
function judgeKnown({ context }: SearchedCluster, known: KnownRisk, isLess: (risk: Risk) => boolean): Judge {
  let gained: readonly Access[] | undefined;
  return (risk) => {
    const { identity, score, confidence } = risk;
    gained ??= uncovered(accessOfRisk(context.graph, identity), knownAccess(known, context.graph));
    const rose = [
      ...(isHigher(severityOf(score), known.severity) ? [`was ${known.severity}, is ${severityOf(score)}`] : []),
      ...(isSurer(confidence, known.confidence) ? [`was possible, is ${confidence}`] : []),
    ];
    if ((gained.length === 0 && rose.length === 0) || isLess(risk)) return isOld;
    return { state: "worse", gained, rose };
  };
}

function judgeUnknown(isLess: (risk: Risk) => boolean): Judge {
  return (risk) => (isLess(risk) ? isOld : isNew);
}

/**
 * Whether the subject held all of it and more before, and was told to at least as loudly: whoever replaces a wildcard by
 * what it is used for, or a binding by a smaller one, has made nothing new, though another rule may speak of it now. Nor
 * has who deletes a binding and leaves its role.
 */
function isLessThanBefore(risk: Risk, { name, context }: SearchedCluster, subjects: KnownOfSubjects): boolean {
  if (subjects.isUnbound(name, risk, context.graph)) return true;
  // Only what is rated by what it gives is the same thing as another risk that gives more.
  const known = risk.rating === undefined ? undefined : subjects.narrowed(name, risk.identity, context.graph);
  const severity = severityOf(risk.score);
  return (known?.risks ?? []).some(
    (one) => (known?.hadEverything || !isHigher(severity, one.severity)) && !isSurer(risk.confidence, one.confidence),
  );
}

function isHigher(severity: Severity, than: Severity): boolean {
  return !severityAtLeast(than, severity);
}

/** Between what is certain and what rests on a documented default lies no difference of worth. */
function isSurer(confidence: Risk["confidence"], than: Risk["confidence"]): boolean {
  return than === "possible" && confidence !== "possible";
}
