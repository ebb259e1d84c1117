import {
  type AbacRule,
  type ApiServer,
  type Check,
  describedServers,
  firstThatFits,
  type Holder,
  holderOfGroup,
  holderOfUser,
  hop,
  note,
  type PowerLevel,
  quotable,
  type Risk,
  rate,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    for (const authorizer of server.authorizers) {
      if (authorizer.kind !== "ABAC" || authorizer.policy?.state !== "read") continue;
      for (const rule of authorizer.policy.value.rules) {
        const risk = lineRisk(server, authorizer.origin, rule);
        if (risk !== undefined) yield risk;
      }
    }
  }
};

function lineRisk(server: ApiServer, asked: AbacRule["origin"], rule: AbacRule): Risk | undefined {
  const holder = crowdOf(rule);
  if (holder === undefined || (holder.kind === "anonymous" && server.anonymous.value.access === "off"))
    return undefined;
  const given = givenBy(rule);
  if (given === undefined) return undefined;
  const place = hop(
    rule.origin,
    `${holder.kind === "anonymous" ? "nobody in particular" : "a crowd"}, by this line`,
    2,
  );
  const title = firstThatFits([`${holder.name} can ${given.phrase} by a line of the ABAC policy`]);
  return {
    ruleId: "authz-abac-broad",
    title,
    score: rate({ holder: holder.level, power: given.level }),
    confidence: "certain",
    place,
    hops: [hop(asked, "ABAC is asked", 1), place],
    notes: [note("why", "no Role or binding shows it, and it holds until every API server restarts with another file")],
    remedies: [{ text: "take the line out, and bind a role to those who need it", edits: [] }],
    identity: {
      subject: holder.identity,
      object: `ABAC ${[rule.apiGroup, rule.resource, rule.namespace, rule.readonly ? "readonly" : "all verbs"].join(" ")}`,
    },
    cause: `${server.instance} ABAC ${holder.key}`,
    also: title,
  };
}

/** Whom a line is about, if that is a crowd: both words must hold where both are given. */
function crowdOf({ user, group }: AbacRule): Holder | undefined {
  if (user !== "") {
    const holder = holderOfUser(user);
    return holder.kind === "anonymous" ? holder : undefined;
  }
  if (group === "") return undefined;
  const holder = holderOfGroup(group);
  return holder.level <= 2 ? holder : undefined;
}

interface Given {
  readonly phrase: string;
  readonly level: PowerLevel;
}

/** What a line gives; undefined for reading what is no secret (pkg/auth/authorizer/abac: resourceMatches, verbMatches). */
function givenBy({ resource, apiGroup, namespace, readonly }: AbacRule): Given | undefined {
  if (resource === "") return undefined;
  const everywhere = namespace === "*";
  const where = everywhere
    ? "in the cluster"
    : namespace === ""
      ? "outside of namespaces"
      : `in ${quotable(namespace)}`;
  const strong = everywhere || namespace === "kube-system" ? 2 : 3;
  const isCore = apiGroup === "*" || apiGroup === "";
  const secrets = isCore && (resource === "*" || resource === "secrets") && namespace !== "";
  if (readonly) return secrets ? { phrase: `read every Secret ${where}`, level: strong } : undefined;
  if (resource === "*") {
    const level = apiGroup === "*" && everywhere ? 1 : strong;
    return { phrase: `do everything with all objects ${where}`, level };
  }
  const words = `do everything with ${quotable(resource)} ${where}`;
  return { phrase: words, level: secrets || (isCore && resource === "pods" && namespace !== "") ? strong : 4 };
}
