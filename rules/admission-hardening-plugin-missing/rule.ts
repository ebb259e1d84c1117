import { type Check, describedServers, isPluginOff, note, placeOfAbsent, settingRisk } from "@authgraph/rules";

const recommended = ["AlwaysPullImages", "EventRateLimit"];

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    const off = recommended.filter((plugin) => isPluginOff(server, plugin));
    if (off.length === 0) continue;
    const names = off.join(" and ");
    yield settingRisk({
      ruleId: "admission-hardening-plugin-missing",
      server,
      setting: `enable-admission-plugins ${names}`,
      origin: placeOfAbsent(server),
      label: `without ${names}`,
      title: `the API server runs without ${names}`,
      score: 0.1,
      notes: [note("why", "a choice: both cost something, and neither is on by default")],
      remedies: [{ text: `add ${names} to --enable-admission-plugins where it helps`, edits: [] }],
    });
  }
};
