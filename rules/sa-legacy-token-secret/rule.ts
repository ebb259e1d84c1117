import {
  accountAnnotationName,
  accountPower,
  adjustment,
  type Check,
  createTokenCommand,
  describedPower,
  firstThatFits,
  type HeldPower,
  type Hop,
  hop,
  inScope,
  type Note,
  namespacedName,
  note,
  powerHops,
  type Remedy,
  type Risk,
  type RuleContext,
  rate,
  rateHeld,
  readersOfSecret,
  removeObject,
  replaceScalar,
  roleRefHop,
  type SecretReader,
  serviceAccountHolder,
  subjectHop,
  type TokenSecret,
  tokenSecrets,
  whereOf,
} from "@authgraph/rules";

const ruleId = "sa-legacy-token-secret";

export const check: Check = function* (context) {
  const { inventory } = context.graph;
  const accounts = new Map(
    inventory.entriesOf("ServiceAccount").map((entry) => [`${entry.namespace}/${entry.object.meta.name.value}`, entry]),
  );
  for (const secret of tokenSecrets(context.graph)) {
    const account = accounts.get(`${secret.namespace}/${secret.account}`);
    // Without its account the token controller deletes the Secret.
    if (account === undefined && inventory.complete) continue;
    const listedInAccount = account?.object.secrets.some(({ value }) => value === secret.entry.object.meta.name.value);
    yield legacyTokenRisk(context, secret, listedInAccount === true);
  }
};

function legacyTokenRisk(context: RuleContext, token: TokenSecret, generated: boolean): Risk {
  const { object, key, namespace } = token.entry;
  const power = accountPower(context, token.namespace, token.account);
  const holder = serviceAccountHolder(token.namespace, token.account);
  const name = namespacedName(namespace, object.meta.name.value);
  const tokenKey = object.keys.find(({ value }) => value === "token");
  const consequence = power === undefined || power.level === 6 ? "" : `, which ${describedPower(power)}`;
  const place = hop(object.meta.name.origin, "no label kubernetes.io/legacy-token-invalid-since: accepted");
  const steps = powerSteps(power, 3);
  const held = {
    // A token written into the file is in the hands of everybody who reads the file.
    holder: tokenKey === undefined ? holder.level : 1,
    adjustments: [adjustment.staticCredential],
  };
  const rated =
    power === undefined
      ? { score: rate({ ...held, power: 6 }), confidence: "certain" as const }
      : rateHeld(power, held);

  return {
    ruleId,
    title: titleOf(token, consequence),
    ...rated,
    place,
    hops: [
      hop(object.type.origin, "filled by the token controller", 1),
      place,
      hop(
        object.meta.annotations.get(accountAnnotationName)?.origin ?? object.origin,
        "with a token of this account",
        2,
      ),
      ...(tokenKey === undefined ? [] : [hop(tokenKey.origin, "the token itself stands in this file")]),
      ...steps,
    ],
    notes: [
      ...(tokenKey === undefined ? [] : [note("who", "everybody who reads this file: the token stands in it")]),
      ...whoNotes(context, token),
      lifetimeNote(generated),
    ],
    remedies: remediesOf(token, power),
    identity: { subject: holder.identity, object: key },
    cause: key,
    also: `Secret ${name} holds one more`,
  };
}

/** Names give way before the consequence does; the account nearly always stands in the Secret's own namespace. */
function titleOf({ entry, namespace, account }: TokenSecret, consequence: string): string {
  const whole = `Secret ${namespacedName(entry.namespace, entry.object.meta.name.value)}`;
  const holds = `${whole} holds a never-expiring token of ${serviceAccountHolder(namespace, account).name}`;
  const shorter = Array.from({ length: 45 }, (_, index) => {
    const longest = 60 - index;
    const secret = namespacedName(entry.namespace, entry.object.meta.name.value, longest);
    const whose = namespacedName(namespace === entry.namespace ? "" : namespace, account, longest);
    return `Secret ${secret} never expires and is a token of ${whose}`;
  });
  return firstThatFits([holds, ...shorter], consequence);
}

/** Binding and role behind the account's power, where somebody wrote them. */
function powerSteps(power: HeldPower | undefined, step: number): readonly Hop[] {
  if (power === undefined || power.level === 6) return [];
  const { binding, subject } = power.witnesses[0].grant;
  const bound = subjectHop(serviceAccountHolder("", ""), subject, step);
  if (power.id === "everything") return [bound, hop(roleRefHop(binding, step).origin, "to everything", step + 1)];
  return [bound, roleRefHop(binding, step + 1), ...powerHops(power, step + 2)];
}

/** How many readers are named; whoever wants all asks `who-can`. */
const readersTold = 5;

function whoNotes({ graph }: RuleContext, { entry, namespace, account }: TokenSecret): readonly Note[] {
  const own = serviceAccountHolder(namespace, account).key;
  const readers: SecretReader[] = [];
  for (const reader of readersOfSecret(graph, entry.namespace, entry.object.meta.name.value)) {
    if (reader.holder.key !== own && !readers.some(({ holder }) => holder.key === reader.holder.key))
      readers.push(reader);
    if (readers.length > readersTold) break;
  }
  if (readers.length === 0) return [];
  const shown = readers.slice(0, readersTold).sort((a, b) => a.holder.level - b.holder.level);
  const told = [...new Set(shown.map(({ binding }) => binding))].map((binding) => {
    const names = shown.filter((reader) => reader.binding === binding).map(({ holder }) => holder.name);
    return `${names.join(", ")} (${whereOf(binding.entry.object.origin).replace(/:\d+$/, "")})`;
  });
  const more = readers.length > readersTold ? ", and others" : "";
  return [
    note(
      "who",
      `readers of Secrets ${inScope({ kind: "namespace", namespace: entry.namespace })}: ${told.join(", ")}${more}`,
    ),
  ];
}

function lifetimeNote(generated: boolean): Note {
  return generated
    ? note("why", "in the account's .secrets: invalidated after a year without use, valid for ever while it is used")
    : note(
        "why",
        "written by hand, so not in the account's .secrets and never cleaned up; valid until Secret or account is deleted",
      );
}

function remediesOf({ entry, namespace, account }: TokenSecret, power: HeldPower | undefined): readonly Remedy[] {
  const command = createTokenCommand(namespace, account);
  const deleted: Remedy = {
    text: `delete the Secret; pods get a short-lived token by themselves, other clients with ${command}`,
    edits: removeObject(entry.object.origin),
  };
  const roleRef = power?.id === "everything" ? power.witnesses[0].grant.binding.entry.object.roleRef : undefined;
  if (roleRef === undefined || roleRef.name.value !== "cluster-admin") return [deleted];
  const narrower: Remedy = {
    text: `replace cluster-admin by a role that lists what ${account} does; roleRef is immutable: delete and create the binding`,
    edits: replaceScalar(roleRef.name.origin, "cluster-admin", `${account}-reader`),
  };
  return [deleted, narrower];
}
