import {
  type Check,
  type Confidence,
  type Credential,
  type CredentialRights,
  credentialRights,
  describedPower,
  fitTitle,
  type Hop,
  hop,
  note,
  powerHops,
  quotable,
  type Risk,
  rate,
  roleRefHop,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const credential of context.graph.inventory.credentials) {
    if (credential.form !== "aws-auth-mapping") continue;
    const power = credentialRights(context, credential);
    const rated = ratingOf(power, credential);
    if (rated !== undefined) yield mappingRisk(credential, power, rated);
  }
};

interface RatedMapping {
  readonly score: number;
  readonly confidence: Confidence;
  readonly consequence: string;
}

function ratingOf(power: CredentialRights, { assumption }: Credential): RatedMapping | undefined {
  const assumedHops = assumption === undefined ? 0 : 1;
  const confidence: Confidence = assumption === undefined ? "certain" : "likely";
  switch (power.kind) {
    case "masters":
      return {
        score: rate({ holder: 4, power: 1, assumedHops }),
        confidence,
        consequence: ", which is cluster-admin before any binding is asked",
      };
    case "kubeadm-admin":
    case "none":
      return undefined;
    case "held": {
      const { level, assumedHops: more, confidence: held } = power.power;
      if (level > 2) return undefined;
      return {
        score: rate({ holder: 4, power: level, assumedHops: assumedHops + more }),
        confidence: held === "certain" ? confidence : held,
        consequence: `, which ${describedPower(power.power)}`,
      };
    }
  }
}

function mappingRisk(credential: Credential, power: CredentialRights, rated: RatedMapping): Risk {
  const { label, groups, user, assumption } = credential;
  const held = power.kind === "held" ? power.power : undefined;
  const subject = held?.witnesses[0].grant.subject;
  const named =
    power.kind === "masters"
      ? groups.find(({ value }) => value === "system:masters")
      : (groups.find(({ value }) => subject?.kind === "Group" && value === subject.name.value) ?? user);
  const place = hop(named?.origin ?? credential.origin, "whoever takes this IAM identity gets it", 1);
  const kind = named === user && power.kind !== "masters" ? "User" : "Group";
  return {
    ruleId: "cloud-identity-mapping-admin",
    title: fitTitle(`${label} can act as ${kind} ${quotable(named?.value ?? "")}`, rated.consequence),
    score: rated.score,
    confidence: rated.confidence,
    place,
    hops: [place, ...stepsOf(held)],
    notes: [
      note("why", "who may take it is decided in IAM: trust policies, other accounts, CI systems"),
      ...(assumption === undefined ? [] : [note("note", assumption)]),
    ],
    remedies: [
      { text: "map it to a group of its own, and bind that group to what it needs", edits: [] },
      { text: "move it to an access entry of EKS with an access policy of the right scope", edits: [] },
    ],
    identity: { subject: label, object: "aws-auth" },
    // One edit takes membership and mapping away.
    cause: `aws-auth-mapping ${label} ${user?.value ?? label}`,
    also: `${label} can act as ${kind} ${quotable(named?.value ?? "")}`,
  };
}

function stepsOf(power: Extract<CredentialRights, { kind: "held" }>["power"] | undefined): readonly Hop[] {
  if (power === undefined) return [];
  const { binding } = power.witnesses[0].grant;
  return [roleRefHop(binding, 2), ...powerHops(power, 3)];
}
