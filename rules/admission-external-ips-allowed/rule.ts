import { type Check, describedServers, isPluginOff, note, placeOfAbsent, settingRisk } from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    if (!isPluginOff(server, "DenyServiceExternalIPs")) continue;
    yield settingRisk({
      ruleId: "admission-external-ips-allowed",
      server,
      setting: "enable-admission-plugins DenyServiceExternalIPs",
      origin: placeOfAbsent(server),
      label: "without DenyServiceExternalIPs",
      title: "whoever writes Services can draw the traffic of any address, unless a policy forbids it",
      score: 0.1,
      notes: [note("why", "nodes send what goes to an address in externalIPs to the Service that names it")],
      remedies: [{ text: "add DenyServiceExternalIPs to --enable-admission-plugins", edits: [] }],
    });
  }
};
