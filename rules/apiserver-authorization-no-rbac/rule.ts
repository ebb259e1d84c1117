import { type Check, describedServers, isWritten, note, settingRisk } from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    const { value, origin } = server.authorization;
    if (!value.known || !isWritten(origin)) continue;
    const decides = value.modes.find((mode) => mode.value === "ABAC" || mode.value === "Webhook");
    if (decides === undefined) continue;
    if (value.modes.some((mode) => mode.value === "RBAC" || mode.value === "AlwaysAllow")) continue;
    const byFile = value.modes.some((mode) => mode.value === "ABAC");
    yield settingRisk({
      ruleId: "apiserver-authorization-no-rbac",
      server,
      setting: "authorization-mode",
      origin: decides.origin,
      label: byFile ? "a file decides, and RBAC is not asked" : "a webhook decides, and RBAC is not asked",
      title: `no Role or binding gives or takes anything, because ${byFile ? "an ABAC file" : "a webhook"} decides in place of RBAC`,
      score: byFile ? 7.0 : 2.0,
      notes: [
        note(
          "why",
          byFile ? "the file is read once, when the API server starts" : "RBAC objects of this cluster say nothing",
        ),
      ],
      remedies: [{ text: "add RBAC to the authorizers", edits: [] }],
    });
  }
};
