import {
  type ApiServer,
  type Authenticator,
  type Check,
  canIssue,
  describedServers,
  firstThatFits,
  issuedNames,
  mastersGroup,
  note,
  quotable,
  settingRisk,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  const { cel } = context.graph.inventory;
  for (const server of describedServers(context)) {
    for (const authenticator of server.authenticators) {
      if (authenticator.kind !== "jwt") continue;
      const { issuer } = authenticator;
      const bare = issuedNames(issuer).filter(({ prefix, claim }) => prefix === "" && claim !== "email");
      // Those that can be anybody are told as that.
      const tame = bare.filter(
        (names) =>
          !canIssue(issuer, names, names.kind === "group" ? mastersGroup : "system:kube-controller-manager", cel),
      );
      const [first] = tame;
      if (first === undefined || tame.length < bare.length) continue;
      const what = tame.map(({ kind }) => (kind === "group" ? "groups" : "users")).join(" and ");
      const others = hasOthers(server, authenticator);
      yield settingRisk({
        ruleId: "authn-prefix-missing",
        server,
        setting: `prefix of issuer ${issuer.url.value}`,
        origin: first.origin,
        label: "no prefix",
        title: firstThatFits([
          `${what} of ${quotable(issuer.url.value)} hold what is granted to others of the same name`,
          `${what} of an issuer hold what is granted to others of the same name`,
        ]),
        score: others ? 4.0 : 2.0,
        notes: [
          note(
            "why",
            others
              ? "the server takes names from elsewhere as well, and a grant does not say whose it means"
              : "certificates, and whatever else is added later, name people too",
          ),
        ],
        remedies: [{ text: 'give them a prefix such as "corp:", and bind the names with it', edits: [] }],
      });
    }
  }
};

/** Whether names of people come from somewhere else than this issuer and certificates. */
function hasOthers({ authenticators }: ApiServer, authenticator: Authenticator): boolean {
  return authenticators.some(
    (other) => other !== authenticator && ["jwt", "token-file", "webhook"].includes(other.kind),
  );
}
