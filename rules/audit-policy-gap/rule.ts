import {
  type Asker,
  type AuditedRequest,
  type AuditOutcome,
  type AuditPolicyInUse,
  auditOutcome,
  auditPolicies,
  type Check,
  type Deed,
  dormantScore,
  fitTitle,
  hop,
  listed,
  minorDeeds,
  note,
  person,
  type Risk,
  tellingDeeds,
  workload,
} from "@authgraph/rules";

const score = 5.5;
const askers = [person, workload];

export const check: Check = function* ({ graph }) {
  for (const used of auditPolicies(graph)) {
    for (const gap of gapsOf(used)) yield gapRisk(used, gap);
  }
};

/** What one rule, or the lack of one, leaves out. */
interface Gap {
  readonly outcome: AuditOutcome;
  readonly telling: Set<string>;
  readonly minor: Set<string>;
  readonly who: Set<string>;
  /** The first request that shows it. */
  readonly request: AuditedRequest;
}

function gapsOf({ policy }: AuditPolicyInUse): readonly Gap[] {
  const gaps = new Map<AuditOutcome["origin"], Gap>();
  const look = (asker: Asker, { phrase, requests }: Deed, isTelling: boolean): void => {
    for (const asked of requests) {
      const request = { ...asked, user: asker.user, groups: asker.groups };
      const outcome = auditOutcome(policy, request);
      if (outcome.level !== "None") continue;
      const gap = gaps.get(outcome.origin) ?? {
        outcome,
        telling: new Set(),
        minor: new Set(),
        who: new Set(),
        request,
      };
      gaps.set(outcome.origin, gap);
      (isTelling ? gap.telling : gap.minor).add(phrase);
      gap.who.add(asker.who);
    }
  };
  for (const asker of askers) {
    for (const deed of tellingDeeds) look(asker, deed, true);
    for (const deed of minorDeeds) look(asker, deed, false);
  }
  return [...gaps.values()];
}

function gapRisk({ path, inUse }: AuditPolicyInUse, { outcome, telling, minor, who, request }: Gap): Risk {
  const unseen = telling.size > 0 ? [...telling] : [...minor];
  const label = outcome.rule === undefined ? "no rule matches these requests" : labelOf(outcome);
  const place = hop(outcome.origin, label, 1);
  return {
    ruleId: "audit-policy-gap",
    title: fitTitle(`${[...who].join(" and ")} can ${listed(unseen)}`, " without a trace in the audit log"),
    score: telling.size > 0 ? score : dormantScore,
    confidence: inUse ? "certain" : "likely",
    place,
    hops: [place],
    notes: [
      note("why", `the first rule that matches decides, for example about ${shown(request)}`),
      ...(unseen.length > 3 ? [note("also", `left out as well: ${listed(unseen.slice(3), 9)}`)] : []),
      ...(inUse ? [] : [note("note", "no kube-apiserver of the inputs names this policy")]),
    ],
    remedies: [
      outcome.rule === undefined
        ? { text: "end the policy with `- level: Metadata`, which matches everything else", edits: [] }
        : {
            text: "narrow the rule to the users and resources it is for, or put one of level Metadata before it",
            edits: [],
          },
    ],
    identity: { subject: "audit policy", object: `${unseen.join(", ")} by ${[...who].join(", ")}` },
    cause: `${path} audit policy ${label} ${unseen.join()}`,
    also: `${listed(unseen)} is not recorded either`,
  };
}

function labelOf({ rule }: AuditOutcome): string {
  return rule?.level.value === "None"
    ? "decides these requests: none is recorded"
    : "this stage is all that would be recorded";
}

function shown({ verb, resource, subresource, namespace, user }: AuditedRequest): string {
  const object = subresource === "" ? resource : `${resource}/${subresource}`;
  return `${verb} ${object}${namespace === "" ? "" : ` in ${namespace}`} by ${user}`;
}
