import { type Check, describedServers, isAbsent, note, placeOfAbsent, settingRisk } from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    const flags = ["tls-cert-file", "tls-private-key-file", "tls-sni-cert-key"];
    if (!flags.every((flag) => isAbsent(server, flag))) continue;
    yield settingRisk({
      ruleId: "apiserver-serving-cert-missing",
      server,
      setting: "tls-cert-file",
      origin: placeOfAbsent(server),
      label: "no --tls-cert-file",
      title: "clients cannot verify the API server, because it signs its certificate itself",
      score: 2.0,
      notes: [note("why", "whoever stands between can answer in its place and gets the tokens that clients send")],
      remedies: [{ text: "add --tls-cert-file and --tls-private-key-file", edits: [] }],
    });
  }
};
