import {
  type ApiServer,
  adjustment,
  type Check,
  type Credential,
  credentialPower,
  hop,
  isWritten,
  note,
  type PowerLevel,
  type RuleContext,
  rate,
} from "@authgraph/rules";

export const check: Check = function* (context) {
  for (const server of context.graph.apiServers) {
    const file = server.tokenAuthFile;
    if (file === undefined || !isWritten(file.origin)) continue;
    const rows = rowsOf(server);
    const place = hop(file.origin, "tokens that never expire, in clear text", 1);
    yield {
      ruleId: "apiserver-token-auth-file",
      title: "holders of a token of --token-auth-file can use it until the server restarts with another file",
      score: rate({
        holder: 4,
        power: strongestRow(context, rows),
        adjustments: [adjustment.namedUser, adjustment.staticCredential],
      }),
      confidence: "certain",
      place,
      hops: [place, ...rows.slice(0, 5).map((row) => hop(row.origin, `${row.label}: one of them`))],
      notes: [
        note("why", "a leaked token works until somebody edits the file and restarts every API server"),
        note("note", "its users and groups are whatever the file says, system:masters included"),
      ],
      remedies: [
        {
          text: "use short-lived credentials (ServiceAccount tokens, OIDC) and take --token-auth-file out",
          edits: [],
        },
      ],
      identity: { subject: "kube-apiserver", object: "token-auth-file" },
      cause: `${server.instance} token-auth-file`,
      also: `${server.instance} reads such a file as well`,
    };
  }
};

/** The rows of its file, as far as that is among the inputs. */
function rowsOf({ authenticators }: ApiServer): readonly Credential[] {
  return authenticators.flatMap((one) =>
    one.kind === "token-file" && one.tokens.state === "read"
      ? one.tokens.value.rows.map(({ credential }) => credential)
      : [],
  );
}

/** What the rows give. Where the inputs are not all there is, a row may be bound elsewhere: taken for the worst. */
function strongestRow(context: RuleContext, rows: readonly Credential[]): PowerLevel {
  if (!context.graph.inventory.complete || rows.length === 0) return 1;
  let strongest: PowerLevel = 6;
  for (const row of rows) {
    const level = credentialPower(context, row)?.level ?? 6;
    if (level < strongest) strongest = level;
  }
  return strongest;
}
