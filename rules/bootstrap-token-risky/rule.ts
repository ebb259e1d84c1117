import {
  adjustment,
  type BootstrapToken,
  type Check,
  describedPower,
  type Entry,
  fitTitle,
  grantsOfCredential,
  type HeldPower,
  hop,
  judgedCredential,
  type Note,
  note,
  powerHops,
  powersOf,
  quotable,
  type Risk,
  type RuleContext,
  rate,
  roleRefHop,
  type Secret,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const entry of context.graph.inventory.entriesOf("Secret")) {
    const { bootstrapToken, meta } = entry.object;
    if (bootstrapToken === undefined) continue;
    const judged = judgedCredential(context, meta.name.origin);
    // Expired, without its secret, of another namespace, of groups that no token may have, or switched off everywhere.
    if (judged?.identity === undefined || judged.usability.usable === "no") continue;
    const power = powerOf(context, judged.identity);
    if (power !== undefined) yield powerRisk(entry, bootstrapToken, power);
    if (isUnbounded(bootstrapToken)) yield endlessRisk(entry, bootstrapToken);
  }
};

function isUnbounded({ expiration }: BootstrapToken): boolean {
  return expiration === undefined || expiration.value === "";
}

/** What it gives beyond what Kubernetes and kubeadm bind to such tokens. */
function powerOf(
  context: RuleContext,
  { user, groups }: { readonly user: string; readonly groups: readonly string[] },
) {
  const origin = { kind: "built-in", of: "a bootstrap token" } as const;
  const located = (value: string) => ({ value, origin });
  const grants = grantsOfCredential(context, { user: located(user), groups: groups.map(located) });
  const [power] = powersOf(
    grants.filter(({ shipped }) => !shipped),
    context.minor,
  );
  return power !== undefined && power.level <= 4 && !joinsNodes.has(power.id) ? power : undefined;
}

/** What a node that joins asks for. */
const joinsNodes: ReadonlySet<string> = new Set(["request-node-certificates", "approve-node-certificates"]);

function powerRisk(entry: Entry<Secret>, token: BootstrapToken, power: HeldPower): Risk {
  const { binding } = power.witnesses[0].grant;
  const place = hop(
    token.extraGroups?.origin ?? entry.object.meta.name.origin,
    "whoever has the token is in these groups",
    1,
  );
  const { level, assumedHops } = power;
  return {
    ...common(entry, "groups"),
    title: fitTitle(
      `holders of bootstrap token ${quotable(token.id)} can do more than join nodes`,
      `: it ${describedPower(power)}`,
    ),
    score: rate({ holder: 1, power: level, adjustments: [adjustment.staticCredential], assumedHops }),
    confidence: power.confidence,
    place,
    hops: [place, roleRefHop(binding, 2), ...powerHops(power, 3)],
    notes: [whoReads, note("why", "whoever writes Secrets in kube-system can make a token of these groups")],
    remedies: [{ text: "take the binding of the group away, or the group out of auth-extra-groups", edits: [] }],
    also: "its groups can do more than join nodes",
  };
}

function endlessRisk(entry: Entry<Secret>, token: BootstrapToken): Risk {
  const place = hop(entry.object.meta.name.origin, "no expiration: accepted until it is deleted", 1);
  return {
    ...common(entry, "expiration"),
    title: fitTitle(
      `holders of bootstrap token ${quotable(token.id)} can join nodes for good`,
      ", because it never expires",
    ),
    score: rate({ holder: 4, power: 3, adjustments: [adjustment.staticCredential] }),
    confidence: "certain",
    place,
    hops: [place],
    notes: [whoReads, note("why", "a node gets the Secrets of every pod that is scheduled to it")],
    remedies: [
      { text: "set expiration to a time hours away, or delete the token once the nodes have joined", edits: [] },
    ],
    also: "it never expires",
  };
}

function common(entry: Entry<Secret>, object: string) {
  return {
    ruleId: "bootstrap-token-risky",
    identity: { subject: entry.key, object },
    cause: entry.key,
  };
}

const whoReads: Note = note("who", "everybody who reads this file: the token stands in it");
