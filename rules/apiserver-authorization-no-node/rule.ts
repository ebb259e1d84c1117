import { type Check, describedServers, isWritten, note, settingRisk } from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    const { value, origin } = server.authorization;
    if (!value.known || !isWritten(origin) || value.modes.length === 0) continue;
    if (value.modes.some((mode) => mode.value === "Node" || mode.value === "AlwaysAllow")) continue;
    // Where a webhook alone decides it may know nodes as well.
    if (!value.modes.some((mode) => mode.value === "RBAC" || mode.value === "ABAC")) continue;
    const [first] = value.modes;
    yield settingRisk({
      ruleId: "apiserver-authorization-no-node",
      server,
      setting: "authorization-mode",
      origin: first?.origin ?? origin,
      label: "no Node among the authorizers",
      title: "every kubelet holds the rights of all, because the Node authorizer is not asked",
      score: 4.0,
      notes: [
        note("why", "what a kubelet may read then comes from grants to all of them, not from the pods on its node"),
      ],
      remedies: [{ text: "add Node before RBAC, and enable NodeRestriction with it", edits: [] }],
    });
  }
};
