import {
  type Check,
  type Confidence,
  type Credential,
  certificateRefusal,
  credentialOfUser,
  credentialRights,
  describedPower,
  type FoundKubeconfig,
  fitTitle,
  hop,
  isOfOwnMachine,
  judgedCredential,
  type KubeconfigUser,
  kubeconfigsOf,
  note,
  type Origin,
  quotable,
  type Risk,
  type RuleContext,
  rate,
} from "@authgraph/rules";

/** Whose rights no input tells, or whose server is the machine of whoever has the file. */
const unknownScore = 3.0;

export const check: Check = function* (context) {
  for (const found of kubeconfigsOf(context.graph)) {
    for (const user of found.kubeconfig.users) {
      const risk = userRisk(context, found, user);
      if (risk !== undefined) yield risk;
    }
  }
};

interface Proof {
  readonly origin: Origin;
  /** `the private key`, as the object of "use". */
  readonly what: string;
}

function proofOf({ token, password, clientKeyData }: KubeconfigUser): Proof | undefined {
  if (token !== undefined) return { origin: token, what: "the token" };
  if (password !== undefined) return { origin: password, what: "the password" };
  return clientKeyData === undefined ? undefined : { origin: clientKeyData, what: "the private key" };
}

function userRisk(context: RuleContext, found: FoundKubeconfig, user: KubeconfigUser): Risk | undefined {
  const proof = proofOf(user);
  const written = credentialOfUser(context.graph, found, user);
  if (proof === undefined || hasExpired(written, context.at)) return undefined;
  const judged = written === undefined ? undefined : judgedCredential(context, written.origin);
  const credential = written === undefined ? undefined : { ...written, ...whoOf(judged?.identity, written) };
  const refusal = written === undefined ? undefined : certificateRefusal(context, written);
  const rated = refusal !== undefined ? unknownRating : ratingOf(context, credential);
  // That one is told as what it is: a member whom nothing can stop.
  if (rated === undefined) return undefined;
  const isLocal = isOfOwnMachine(found.kubeconfig, user.name);
  const who =
    credential?.user === undefined
      ? `user ${quotable(user.name)} of the kubeconfig`
      : `User ${quotable(credential.user.value)}`;
  const place = hop(proof.origin, `${proof.what.replace(/^the /, "a ")}, for everybody who reads the file`, 1);
  return {
    ruleId: "kubeconfig-static-credential",
    title: fitTitle(`readers of a kubeconfig can use ${proof.what} of ${who}`, rated.consequence),
    score: isLocal ? Math.min(rated.score, unknownScore) : rated.score,
    confidence: rated.confidence,
    place,
    hops: [place],
    notes: [
      note("who", "everybody who reads this file or its history"),
      ...(credential?.notAfter === undefined
        ? []
        : [note("note", `no way to revoke it; valid until ${credential.notAfter}`)]),
      ...(isLocal ? [note("note", "its server is the machine of whoever has the file")] : []),
      ...(refusal === undefined ? [] : [note("note", `no API server of the inputs takes it: ${refusal}`)]),
      ...(rated.consequence === "" && refusal === undefined
        ? [note("note", "no input tells what this identity may do")]
        : []),
    ],
    remedies: [{ text: "revoke it, take it out of the file, and let an exec plugin get a short-lived one", edits: [] }],
    identity: { subject: who, object: `${proof.what.replace(/^the /, "")} in a kubeconfig` },
    cause: `${found.path} ${user.name} credential`,
    also: `${proof.what} of ${who} stands in a kubeconfig as well`,
  };
}

/** A token is that of a row of a token file, where it is the same. */
function whoOf(
  identity: { readonly user: string; readonly groups: readonly string[] } | undefined,
  { origin, user, groups }: Credential,
) {
  if (identity === undefined) return { user, groups };
  return { user: { value: identity.user, origin }, groups: identity.groups.map((value) => ({ value, origin })) };
}

function hasExpired(credential: Credential | undefined, at: string): boolean {
  return credential?.notAfter !== undefined && Date.parse(credential.notAfter) < Date.parse(at);
}

interface RatedCredential {
  readonly score: number;
  readonly confidence: Confidence;
  readonly consequence: string;
}

const unknownRating: RatedCredential = { score: unknownScore, confidence: "certain", consequence: "" };

/** Readers of a repository count as every authenticated user. */
function ratingOf(context: RuleContext, credential: Credential | undefined): RatedCredential | undefined {
  if (credential === undefined) return unknownRating;
  const power = credentialRights(context, credential);
  switch (power.kind) {
    case "masters":
      return undefined;
    case "kubeadm-admin":
      return {
        score: rate({ holder: 1, power: 1, assumedHops: 1 }),
        confidence: "likely",
        consequence: ", which kubeadm makes cluster-admin",
      };
    case "held":
      return {
        score: rate({ holder: 1, power: power.power.level, assumedHops: power.power.assumedHops }),
        confidence: power.power.confidence,
        consequence: `, who ${describedPower(power.power)}`,
      };
    case "none":
      return unknownRating;
  }
}
