import {
  type ApiServer,
  type Check,
  describedServers,
  isAbsent,
  note,
  placeOfAbsent,
  settingRisk,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    if (!isAbsent(server, "client-ca-file") || hasAnotherWay(server)) continue;
    const tokens = server.authenticators.some(({ kind }) => kind === "token-file");
    yield settingRisk({
      ruleId: "apiserver-client-ca-missing",
      server,
      setting: "client-ca-file",
      origin: placeOfAbsent(server),
      label: "no --client-ca-file",
      title: `nodes and people can prove who they are by tokens only${tokens ? ", which never expire" : ""}`,
      score: tokens ? 5.5 : 4.0,
      notes: [note("why", "certificates expire and are bound to a key; a token is whatever somebody copied")],
      remedies: [{ text: "add --client-ca-file with the CA of kubelets and components", edits: [] }],
    });
  }
};

/** Somebody else vouches for people: then it is a choice. */
function hasAnotherWay({ authenticators, authenticatorDoubts }: ApiServer): boolean {
  if (authenticatorDoubts.length > 0) return true;
  return authenticators.some(({ kind }) => kind === "jwt" || kind === "webhook" || kind === "request-header");
}
