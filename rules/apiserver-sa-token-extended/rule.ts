import {
  booleanSetting,
  type Check,
  describedServers,
  isWhole,
  isWritten,
  note,
  placeOfAbsent,
  settingRisk,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    const extended = booleanSetting(server, "service-account-extend-token-expiration");
    if (extended?.value !== true || !isWhole(server)) continue;
    const written = isWritten(extended.origin);
    yield settingRisk({
      ruleId: "apiserver-sa-token-extended",
      server,
      setting: "service-account-extend-token-expiration",
      origin: written ? extended.origin : placeOfAbsent(server),
      label: written ? "extended, as by default" : "extended by default",
      title: "whoever copies a pod's mounted token can use it for a year, as long as the pod is there",
      score: 2.0,
      notes: [note("why", "it is asked for an hour and made valid for a year, for clients that do not read it anew")],
      remedies: [{ text: "set --service-account-extend-token-expiration=false", edits: [] }],
    });
  }
};
