import {
  type ApiServer,
  type BoundHolder,
  boundHolders,
  type Check,
  canIssue,
  checkCommand,
  describedServers,
  firstThatFits,
  type Hop,
  hop,
  issuedNames,
  note,
  quotable,
  type Risk,
  type RuleContext,
  rate,
  strongestPower,
  subjectHop,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    if (!server.authenticators.some(({ kind }) => kind === "jwt")) continue;
    for (const bound of boundHolders(context, ["user", "group"])) {
      const sources = sourcesOf(context, server, bound);
      const [first, second] = sources;
      if (first === undefined || second === undefined || sources.every(({ issuer }) => !issuer)) continue;
      const risk = overlapRisk(context, server, bound, [first, second]);
      if (risk !== undefined) yield risk;
    }
  }
};

/** Something that gives people the name. */
interface Source {
  readonly who: string;
  readonly issuer: boolean;
  readonly hop: Hop;
}

function sourcesOf(
  { graph: { inventory } }: RuleContext,
  server: ApiServer,
  { subject }: BoundHolder,
): readonly Source[] {
  const kind = subject.kind === "Group" ? "group" : "user";
  const name = subject.name.value;
  const sources: Source[] = [];
  for (const authenticator of server.authenticators) {
    if (authenticator.kind === "jwt") {
      const { issuer } = authenticator;
      const names = issuedNames(issuer).find((one) => one.kind === kind && canIssue(issuer, one, name, inventory.cel));
      if (names === undefined || !mayBe(names.claim, name)) continue;
      const who = `issuer ${quotable(issuer.url.value)}`;
      sources.push({ who, issuer: true, hop: hop(names.origin, "this issuer can give the name") });
    }
    if (authenticator.kind === "token-file" && authenticator.tokens.state === "read") {
      const row = authenticator.tokens.value.rows.find(({ credential }) => holds(credential, kind, name));
      if (row === undefined) continue;
      sources.push({ who: "the token file", issuer: false, hop: hop(row.credential.origin, "this row has the name") });
    }
  }
  const certificate = server.authenticators.some((one) => one.kind === "client-certificate")
    ? inventory.credentials.find((one) => certificates.includes(one.form) && holds(one, kind, name))
    : undefined;
  if (certificate !== undefined) {
    sources.push({
      who: "a certificate",
      issuer: false,
      hop: hop(certificate.origin, "this certificate has the name"),
    });
  }
  return sources;
}

const certificates: readonly string[] = ["client-certificate", "kubeconfig-client-certificate"];

/** Addresses are names with an @ in them. */
function mayBe(claim: string | undefined, name: string): boolean {
  return claim !== "email" || name.includes("@");
}

interface Named {
  readonly user: { readonly value: string } | undefined;
  readonly groups: readonly { readonly value: string }[];
}

function holds({ user, groups }: Named, kind: "user" | "group", name: string): boolean {
  return kind === "user" ? user?.value === name : groups.some(({ value }) => value === name);
}

function overlapRisk(
  context: RuleContext,
  server: ApiServer,
  bound: BoundHolder,
  [first, second]: readonly [Source, Source],
): Risk | undefined {
  const { holder, subject, binding } = bound;
  const power = strongestPower(bound.grants(), context.minor);
  if (power === undefined || power.level > 4) return undefined;
  const place = subjectHop(holder, subject, 3);
  const claim = `${holder.name} can ${power.phrase}`;
  return {
    ruleId: "authn-authenticator-overlap",
    title: firstThatFits([
      `${claim}, whether ${first.who} or ${second.who} names it`,
      `${claim}, whichever of two authenticators names it`,
    ]),
    score: rate({ holder: 3, power: power.level, assumedHops: 1 }),
    confidence: "likely",
    place,
    hops: [{ ...first.hop, step: 1 }, { ...second.hop, step: 2 }, place],
    notes: [
      note("why", "a binding says a name and not where it comes from"),
      note("check", checkCommand(holder, power)),
    ],
    remedies: [{ text: "give each issuer a prefix of its own, and bind the name with it", edits: [] }],
    identity: { subject: holder.identity, object: `authenticators ${binding.entry.key}` },
    cause: `${server.instance} ${binding.entry.key} ${holder.key}`,
    also: `${claim}, whichever names it`,
  };
}
