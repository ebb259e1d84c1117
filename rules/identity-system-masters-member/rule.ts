import {
  adjustment,
  type Check,
  type Confidence,
  type Credential,
  type CredentialForm,
  certificateRefusal,
  fitTitle,
  hop,
  judgedCredential,
  mastersGroup,
  type Note,
  note,
  quotable,
  type Remedy,
  type Risk,
  type RuleContext,
  rate,
} from "@authgraph/rules";

const ruleId = "identity-system-masters-member";

/** Signed by the cluster's own CA, unless admission refuses the request. */
const clientSigner = "kubernetes.io/kube-apiserver-client";

export const check: Check = function* (context) {
  for (const credential of context.graph.inventory.credentials) {
    const group = credential.groups.find(({ value }) => value === mastersGroup);
    // A token says nothing of groups: where it is that of a row, the row does.
    if (group === undefined && !isMemberByRow(context, credential)) continue;
    yield memberRisk(context, credential, group?.origin.kind === "text" ? group.origin : credential.origin);
  }
};

function isMemberByRow(context: RuleContext, { form, origin }: Credential): boolean {
  if (form !== "kubeconfig-token") return false;
  return judgedCredential(context, origin)?.identity?.groups.includes(mastersGroup) === true;
}

function memberRisk(context: RuleContext, credential: Credential, origin: Risk["place"]["origin"]): Risk {
  const { form, label, user } = credential;
  const place = hop(origin, membershipLabel[form], 1);
  const name = user?.value ?? label;
  // A row is known by its number, and people by their names.
  const who = form === "token-file-row" && user !== undefined ? `User ${quotable(user.value)} (${label})` : label;
  const rated = ratingOf(context, credential);
  return {
    ruleId,
    title: fitTitle(who, ` ${rated.claim}`),
    score: rated.score,
    confidence: rated.confidence,
    place,
    hops: [place],
    notes: [
      note("why", "members of system:masters are allowed before any authorizer is asked, and no binding takes it away"),
      ...rated.notes,
    ],
    remedies: remedies[form],
    identity: identityOf(context, credential),
    cause: `${form} ${label} ${name}`,
    also: `${label} is one more member`,
  };
}

/** Labels name files and rows, which come and go; an IAM identity is known by its label alone. */
function identityOf(context: RuleContext, { form, label, user, origin }: Credential): Risk["identity"] {
  const name = user?.value ?? judgedCredential(context, origin)?.identity?.user;
  if (form === "aws-auth-mapping" || name === undefined) return { subject: label, object: form };
  return { subject: `User ${name}`, object: form };
}

interface RatedMember {
  readonly claim: string;
  readonly score: number;
  readonly confidence: Confidence;
  readonly notes: readonly Note[];
}

function ratingOf(context: RuleContext, credential: Credential): RatedMember {
  const { form, notAfter, signerName } = credential;
  const isRefused = refusedRating(context, credential);
  const claim = "is in system:masters, which makes it cluster-admin for good";
  const member = { holder: 4, power: 1, adjustments: [adjustment.irrevocable] } as const;
  switch (form) {
    case "client-certificate":
    case "kubeconfig-client-certificate":
      if (notAfter !== undefined && Date.parse(notAfter) < Date.parse(context.at)) {
        const notes = [note("note", `no longer accepted: valid until ${notAfter}`)];
        return { claim: "was in system:masters until it expired", score: 2.0, confidence: "certain", notes };
      }
      if (isRefused !== undefined) return isRefused;
      if (credential.proofInText === true) {
        const notes = [
          note("who", "everybody who reads this file: the private key stands in it"),
          ...validUntil(notAfter),
        ];
        return { claim, score: rate({ holder: 1, power: 1 }), confidence: "certain", notes };
      }
      return { claim, score: rate(member), confidence: "certain", notes: validUntil(notAfter) };
    case "token-file-row":
      // The row holds the token: whoever reads the file has it.
      return ratingOfRow(tokenFileUse(context, credential), claim);
    case "aws-auth-mapping":
      if (credential.assumption !== undefined) {
        const notes = [note("note", credential.assumption)];
        return { claim, score: rate({ ...member, assumedHops: 1 }), confidence: "likely", notes };
      }
      return { claim, score: rate(member), confidence: "certain", notes: [] };
    case "kubeconfig-token": {
      const notes = [note("who", "everybody who reads this file: the token stands in it")];
      return { claim, score: rate({ holder: 1, power: 1 }), confidence: "certain", notes };
    }
    case "certificate-request":
    case "certificate-request-template": {
      const asks = "asks for system:masters, which would make it cluster-admin for good";
      if (signerName === clientSigner) {
        const refusal = "the API server refuses such a request, unless CertificateSubjectRestriction is disabled";
        return { claim: asks, score: 3.0, confidence: "certain", notes: [note("note", refusal)] };
      }
      return { claim: asks, score: rate({ ...member, assumedHops: 1 }), confidence: "likely", notes: [intent] };
    }
  }
}

/** A certificate that every API server of the inputs refuses: of an authority that none of them trusts. */
function refusedRating(context: RuleContext, credential: Credential): RatedMember | undefined {
  const refusal = certificateRefusal(context, credential);
  if (refusal === undefined) return undefined;
  const notes = [note("note", `no API server of the inputs takes it: ${refusal}`)];
  return { claim: "names system:masters for some other cluster", score: 2.0, confidence: "certain", notes };
}

/** How sure it is that an API server of the inputs reads the file (`--token-auth-file`): its path, its name only, neither. */
function tokenFileUse({ graph }: RuleContext, { origin }: Credential): Confidence {
  if (origin.kind !== "text") return "possible";
  const path = `/${origin.source.path}`;
  const named = graph.apiServers.flatMap(({ tokenAuthFile }) =>
    tokenAuthFile === undefined ? [] : [tokenAuthFile.value],
  );
  if (named.some((file) => path.endsWith(file.startsWith("/") ? file : `/${file}`))) return "certain";
  const nameOf = (file: string): string => file.slice(file.lastIndexOf("/") + 1);
  return named.some((file) => nameOf(file) === nameOf(path)) ? "likely" : "possible";
}

function ratingOfRow(confidence: Confidence, claim: string): RatedMember {
  switch (confidence) {
    case "certain":
      return { claim, score: rate({ holder: 1, power: 1 }), confidence, notes: [] };
    case "likely":
      return { claim, score: rate({ holder: 1, power: 1, assumedHops: 1 }), confidence, notes: [sameName] };
    case "possible":
      return { claim: "would be in system:masters", score: 3.0, confidence, notes: [notInForce] };
  }
}

const sameName = note("note", "taken for the file that --token-auth-file names: it has the same name");
const notInForce = note("note", "no --token-auth-file among the inputs names this file");

const intent = note("note", "a request is an intent: it counts once a CA that the API server trusts has signed it");

function validUntil(notAfter: string | undefined): readonly Note[] {
  return notAfter === undefined ? [] : [note("note", `no way to revoke it; valid until ${notAfter}`)];
}

const membershipLabel: Readonly<Record<CredentialForm, string>> = {
  "client-certificate": "the certificate's O puts it into system:masters",
  "kubeconfig-client-certificate": "the certificate's O puts it into system:masters",
  "kubeconfig-token": "the token's user is in system:masters",
  "token-file-row": "the row puts its user into system:masters",
  "aws-auth-mapping": "whoever takes this IAM identity is in system:masters",
  "certificate-request": "the request's O asks for system:masters",
  "certificate-request-template": "certificates made from this are in system:masters",
};

const namedGroup: Remedy = {
  text: "issue credentials in a group of your own and bind that group to what it needs: a binding can be taken back",
  edits: [],
};
const newCa: Remedy = {
  text: "a certificate that is out cannot be revoked: rotate the client CA if it may have leaked",
  edits: [],
};
const remedies: Readonly<Record<CredentialForm, readonly Remedy[]>> = {
  "client-certificate": [namedGroup, newCa],
  "kubeconfig-client-certificate": [namedGroup, newCa],
  "kubeconfig-token": [namedGroup],
  "token-file-row": [{ text: "take the row out and restart the API servers", edits: [] }, namedGroup],
  "aws-auth-mapping": [
    { text: "map the IAM identity to a group of your own and bind that group to what it needs", edits: [] },
  ],
  "certificate-request": [namedGroup],
  "certificate-request-template": [namedGroup],
};
