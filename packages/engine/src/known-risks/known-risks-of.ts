import { type Confidence, confidenceAtLeast, fingerprintOf, type Risk, severityOf } from "@authgraph/rules";
import type { SearchedCluster } from "../search.ts";
import { accessOfRisk } from "./access-of-risk.ts";
import type { KnownRisk, KnownRisks } from "./known-risk.ts";
import { type HeldAccess, heldThrough } from "./shipped-roles.ts";

/** What was found, to compare with what is found another time. Risks with one fingerprint are one, the worst of them. */
export function knownRisksOf(clusters: readonly SearchedCluster[]): KnownRisks {
  const known = new Map<string, KnownRisk>();
  for (const { name, context, risks } of clusters) {
    for (const [fingerprint, same] of byFingerprint(risks, name)) {
      known.set(fingerprint, knownRisk(fingerprint, name, same, context.graph));
    }
  }
  return known;
}

/** The risks of a cluster that share a fingerprint: definitions of one object that differ. */
export function byFingerprint(risks: readonly Risk[], cluster: string): ReadonlyMap<string, SameRisks> {
  const groups = new Map<string, [Risk, ...Risk[]]>();
  for (const risk of risks) {
    const fingerprint = fingerprintOf(risk.ruleId, cluster, risk.identity);
    const same = groups.get(fingerprint);
    if (same === undefined) groups.set(fingerprint, [risk]);
    else same.push(risk);
  }
  return groups;
}

export type SameRisks = readonly [Risk, ...Risk[]];

type Graph = SearchedCluster["context"]["graph"];

/** Most of them are compared by their fingerprint alone: what they give is gathered when somebody asks. */
function knownRisk(fingerprint: string, cluster: string, same: SameRisks, graph: Graph): KnownRisk {
  const worst = same.reduce((one, other) => (other.score > one.score ? other : one));
  const { ruleId, title, identity, score } = worst;
  let held: HeldAccess | undefined;
  const holding = (): HeldAccess => {
    held ??= heldThrough(graph, identity);
    return held;
  };
  return {
    fingerprint,
    ruleId,
    cluster,
    severity: severityOf(score),
    confidence: surest(same.map(({ confidence }) => confidence)),
    title,
    identity,
    get access() {
      return holding().access;
    },
    get shipped() {
      return holding().shipped;
    },
    get whole() {
      return accessOfRisk(graph, identity);
    },
  };
}

function surest(confidences: readonly Confidence[]): Confidence {
  return confidences.reduce((one, other) => (confidenceAtLeast(one, other) ? one : other));
}
