import {
  type Check,
  describedServers,
  isPluginOff,
  isWritten,
  note,
  placeOfAbsent,
  rate,
  settingRisk,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    const { value } = server.authorization;
    if (!value.known || value.modes.some((mode) => mode.value === "AlwaysAllow")) continue;
    if (!value.modes.some((mode) => mode.value === "Node") || !isPluginOff(server, "NodeRestriction")) continue;
    const decided = server.admissionPlugins.get("NodeRestriction")?.origin;
    const list = server.settings.get("enable-admission-plugins")?.origin;
    const written = [decided, list].find((origin) => origin !== undefined && isWritten(origin));
    yield settingRisk({
      ruleId: "admission-node-restriction-missing",
      server,
      setting: "enable-admission-plugins NodeRestriction",
      origin: written ?? placeOfAbsent(server),
      label: written === undefined ? "nothing enables NodeRestriction" : "without NodeRestriction",
      title: "every kubelet can change other nodes and delete their pods, because NodeRestriction is off",
      score: rate({ holder: 3, power: 2, assumedHops: 1 }),
      notes: [
        note("why", "the Node authorizer allows it, and leaves it to this plugin to keep each kubelet to its own node"),
      ],
      remedies: [{ text: "add NodeRestriction to --enable-admission-plugins", edits: [] }],
    });
  }
};
