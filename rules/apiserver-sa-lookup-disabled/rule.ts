import {
  type Check,
  describedServers,
  isWritten,
  note,
  type PowerLevel,
  type RuleContext,
  rate,
  removeListItem,
  replaceBoolean,
  settingRisk,
  tokenSecrets,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    const accounts = server.authenticators.find(({ kind }) => kind === "service-account");
    if (accounts?.kind !== "service-account") continue;
    const { value, origin } = accounts.lookup;
    if (value || !isWritten(origin)) continue;
    yield settingRisk({
      ruleId: "apiserver-sa-lookup-disabled",
      server,
      setting: "service-account-lookup",
      origin,
      label: "neither Secret nor ServiceAccount is looked up",
      title: "whoever kept a ServiceAccount's token from a Secret can use it after both are deleted",
      score: rate({ holder: 3, power: tokenPower(context), assumedHops: 1 }),
      notes: [
        note("why", "such a token never expires: only another signing key takes it away"),
        note("note", "tokens of pods and of kubectl create token are looked up all the same"),
      ],
      remedies: [
        { text: "take the flag out: the default is to look them up", edits: removeListItem(origin) },
        { text: "set it to true", edits: replaceBoolean(origin, true) },
      ],
    });
  }
};

/** What such tokens give: where the inputs are all there is and hold none, nothing that is known. */
function tokenPower(context: RuleContext): PowerLevel {
  const { complete } = context.graph.inventory;
  return complete && [...tokenSecrets(context.graph)].length === 0 ? 4 : 2;
}
