import {
  type ApiServer,
  type Check,
  canIssue,
  describedServers,
  firstThatFits,
  hop,
  type IssuedNames,
  issuedNames,
  type JwtAuthenticator,
  mastersGroup,
  note,
  quotable,
  type Risk,
  rate,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  const { cel } = context.graph.inventory;
  for (const server of describedServers(context)) {
    for (const authenticator of server.authenticators) {
      if (authenticator.kind !== "jwt") continue;
      const { issuer } = authenticator;
      for (const names of issuedNames(issuer)) {
        const name = worstName(server, names);
        if (name === undefined || !canIssue(issuer, names, name, cel)) continue;
        yield mintRisk(server, issuer, names, name);
        break;
      }
    }
  }
};

/** The name that gives most; undefined where none of them gives anything, or none can come from the claim. */
function worstName({ authorization: { value } }: ApiServer, { kind, claim }: IssuedNames): string | undefined {
  if (kind === "group") return mastersGroup;
  // No such name is an e-mail address.
  if (claim === "email") return undefined;
  // What the controller manager may do stands in RBAC's default policy.
  return !value.known || value.modes.some((mode) => mode.value === "RBAC") ? controllerManager : undefined;
}

const controllerManager = "system:kube-controller-manager";

function mintRisk(
  server: ApiServer,
  issuer: JwtAuthenticator,
  { kind, prefix, origin }: IssuedNames,
  name: string,
): Risk {
  const what = kind === "group" ? "groups" : "users";
  const label = prefix === "" ? `${what} of the issuer have no prefix` : `${what} of the issuer begin so`;
  const place = hop(origin, label, 2);
  const url = quotable(issuer.url.value);
  const consequence = ", which makes them cluster-admin";
  const power = kind === "group" ? `can be in ${name}` : `can be ${name}`;
  const title = firstThatFits([`accounts of ${url} ${power}`, `accounts of an issuer ${power}`], consequence);
  return {
    ruleId: "authn-system-name-mintable",
    title,
    score: rate({ holder: 2, power: 1, assumedHops: 1 }),
    confidence: "likely",
    place,
    hops: [hop(issuer.url.origin, "tokens of this issuer are accepted", 1), place],
    notes: [
      note(
        "why",
        "names that begin with system: are refused by nobody, and a group or name at the issuer is often free to choose",
      ),
      note("note", "assumed: somebody at the issuer can choose such a name"),
    ],
    remedies: [
      { text: `give its ${what} a prefix such as "corp:", and rebind them`, edits: [] },
      {
        text:
          kind === "group"
            ? "or refuse such groups: userValidationRules, !user.groups.exists(group, group.startsWith('system:'))"
            : "or refuse such names: userValidationRules, !user.username.startsWith('system:')",
        edits: [],
      },
    ],
    identity: { subject: `issuer ${issuer.url.value}`, object: `${what} of the issuer` },
    cause: `${server.instance} issuer ${issuer.url.value}`,
    also: title,
  };
}
