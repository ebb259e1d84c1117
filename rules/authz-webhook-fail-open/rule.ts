import {
  type Authorizer,
  type Check,
  describedServers,
  hop,
  isWritten,
  note,
  quotable,
  replaceScalar,
  settingRisk,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const server of describedServers(context)) {
    for (const [at, authorizer] of server.authorizers.entries()) {
      if (authorizer.kind !== "Webhook" || authorizer.webhook.failurePolicy.value !== "NoOpinion") continue;
      const next = server.authorizers.slice(at + 1).find(mayAllowPeople);
      if (next === undefined) continue;
      const { failurePolicy } = authorizer.webhook;
      const inFile = isWritten(failurePolicy.origin);
      const name = inFile ? `webhook ${quotable(authorizer.name)}` : "the authorization webhook";
      yield settingRisk({
        ruleId: "authz-webhook-fail-open",
        server,
        setting: `authorizer ${authorizer.name} failurePolicy`,
        origin: inFile ? failurePolicy.origin : authorizer.origin,
        label: inFile ? "a failure says nothing" : "by flags a failure says nothing",
        title: `whoever keeps ${name} from answering can do what it refuses, as far as ${next.kind} allows it`,
        score: inFile ? 7.0 : 5.5,
        confidence: "likely",
        after: [hop(next.origin, "decides alone then", 2)],
        notes: [
          note("why", "an outage or a slow answer takes its refusals away"),
          note("note", "assumed: it refuses something; one that only allows belongs behind RBAC"),
        ],
        remedies: [
          inFile
            ? { text: "set failurePolicy: Deny", edits: replaceScalar(failurePolicy.origin, "NoOpinion", "Deny") }
            : { text: "describe it in an AuthorizationConfiguration with failurePolicy: Deny", edits: [] },
          { text: "or put it behind RBAC, if it only allows", edits: [] },
        ],
      });
    }
  }
};

/** What the Node authorizer allows is nobody's but a kubelet's. */
function mayAllowPeople({ kind }: Authorizer): boolean {
  return kind === "RBAC" || kind === "ABAC" || kind === "AlwaysAllow";
}
