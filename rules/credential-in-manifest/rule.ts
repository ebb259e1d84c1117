import {
  accountPower,
  adjustment,
  type Check,
  describedPower,
  fitTitle,
  type HeldPower,
  hop,
  note,
  quotable,
  type RuleContext,
  rateHeld,
  serviceAccountHolder,
  type WrittenCredential,
} from "@authgraph/rules";

/** What it opens is not known. */
const unknownWorth = 4.0;

export const check: Check = function* (context) {
  for (const written of context.graph.inventory.writtenCredentials) {
    const { owner, key, variable, origin } = written;
    const power = powerOf(context, written);
    const holds = variable ? `environment variable ${quotable(key)}` : `key ${quotable(key)}`;
    const place = hop(origin, "its value is a credential, in clear");
    const object = `${owner}/${key}`;
    yield {
      ruleId: "credential-in-manifest",
      title: fitTitle(
        `${quotable(owner)} holds ${described(written)} in clear, in ${holds}`,
        power === undefined || power.level === 6 ? "" : `: it ${describedPower(power)}`,
      ),
      score: scoreOf(power),
      // It may have expired, or been revoked.
      confidence: "likely",
      place,
      hops: [place],
      notes: [note("who", "everybody who reads this file or may read the object")],
      remedies: [{ text: "revoke it, and keep the new one in a Secret that is not committed", edits: [] }],
      identity: { subject: written.form, object },
      cause: object,
      also: `${holds} holds one too`,
    };
  }
};

function described({ form, account }: WrittenCredential): string {
  switch (form) {
    case "service-account-token":
      return account === undefined
        ? "a ServiceAccount's token"
        : `a token of ${serviceAccountHolder(account.namespace, account.name).name}`;
    case "private-key":
      return "a private key";
    case "kubeconfig-token":
      return "a kubeconfig with its token";
  }
}

function powerOf(context: RuleContext, { account }: WrittenCredential): HeldPower | undefined {
  return account === undefined ? undefined : accountPower(context, account.namespace, account.name);
}

function scoreOf(power: HeldPower | undefined): number {
  if (power === undefined) return unknownWorth;
  const { score } = rateHeld(power, { holder: 4, adjustments: [adjustment.staticCredential] });
  return Math.max(score, unknownWorth);
}
