import { type Check, describedServers, isWritten, note, settingRisk } from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    const plugin = server.admissionPlugins.get("AlwaysAdmit");
    if (plugin?.value !== true || !isWritten(plugin.origin)) continue;
    yield settingRisk({
      ruleId: "admission-always-admit",
      server,
      setting: "enable-admission-plugins AlwaysAdmit",
      origin: plugin.origin,
      label: "refuses nothing",
      title: "the admission plugin AlwaysAdmit is on, which does nothing",
      score: 0.1,
      notes: [note("why", "the plugins beside it are asked all the same")],
      remedies: [{ text: "take it out of the list", edits: [] }],
    });
  }
};
