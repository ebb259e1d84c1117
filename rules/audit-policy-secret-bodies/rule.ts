import {
  type AuditOutcome,
  type AuditPolicyInUse,
  auditOutcome,
  auditPolicies,
  type Check,
  type Deed,
  deedsThatReturnCredentials,
  deedsThatSendCredentials,
  fitTitle,
  hop,
  listed,
  node,
  note,
  person,
  type Risk,
  workload,
} from "@authgraph/rules";

/** Whoever reads the log has them; where it goes no input tells. */
const score = 5.5;

export const check: Check = function* ({ graph }) {
  for (const used of auditPolicies(graph)) {
    for (const [origin, { outcome, bodies }] of loggedBodies(used)) yield bodyRisk(used, origin, outcome, [...bodies]);
  }
};

interface Logged {
  readonly outcome: AuditOutcome;
  readonly bodies: Set<string>;
}

function loggedBodies({ policy }: AuditPolicyInUse): ReadonlyMap<AuditOutcome["origin"], Logged> {
  const logged = new Map<AuditOutcome["origin"], Logged>();
  const look = (deeds: readonly Deed[], from: ReadonlySet<string>): void => {
    for (const { phrase, requests } of deeds) {
      for (const asked of requests) {
        // Kubelets ask for tokens; who else does is a person or a workload.
        for (const { user, groups } of [person, workload, node]) {
          const outcome = auditOutcome(policy, { ...asked, user, groups });
          if (!from.has(outcome.level)) continue;
          const known = logged.get(outcome.origin) ?? { outcome, bodies: new Set() };
          logged.set(outcome.origin, known);
          known.bodies.add(phrase);
        }
      }
    }
  };
  look(deedsThatSendCredentials, new Set(["Request", "RequestResponse"]));
  look(deedsThatReturnCredentials, new Set(["RequestResponse"]));
  return logged;
}

function bodyRisk(
  { path, inUse }: AuditPolicyInUse,
  origin: AuditOutcome["origin"],
  { level }: AuditOutcome,
  bodies: readonly string[],
): Risk {
  const place = hop(origin, `records ${level === "Request" ? "what is sent" : "what is sent and answered"}`, 1);
  return {
    ruleId: "audit-policy-secret-bodies",
    title: fitTitle(`readers of the audit log can read ${listed(bodies)}`, `, because level ${level} records them`),
    score,
    confidence: inUse ? "certain" : "likely",
    place,
    hops: [place],
    notes: [
      note("why", "nothing is blanked in the log: not the values of Secrets, not tokens that are issued or reviewed"),
      ...(inUse ? [] : [note("note", "no kube-apiserver of the inputs names this policy")]),
    ],
    remedies: [
      {
        text: "put a rule of level Metadata for secrets, serviceaccounts/token and tokenreviews before this one",
        edits: [],
      },
    ],
    identity: { subject: "audit policy", object: `bodies of ${bodies.join(", ")}` },
    cause: `${path} audit bodies ${bodies.join()} ${level}`,
    also: `${listed(bodies)} stand in the log as well`,
  };
}
