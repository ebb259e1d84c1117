import {
  type Credential,
  type Identity,
  type JwtAuthenticator,
  type Secret,
  serviceAccountIdentity,
  type TokenRow,
  withAuthenticatedGroup,
} from "@authgraph/kubernetes";
import { startingServers } from "../authorize/authorize.ts";
import type { AccessGraph, ApiServer, Authenticator, Entry } from "../types.ts";
import { bootstrapIdentity } from "./bootstrap-token.ts";
import { certificateUsability } from "./certificate-usability.ts";
import { anyOf, type FoundCredential, type Usability, undecided, unusable, usable } from "./found-credential.ts";

/** Every credential among the inputs: who it becomes, and whether a server takes it at a time (RFC 3339). */
export function foundCredentials(graph: AccessGraph, at: string): readonly FoundCredential[] {
  const secrets = graph.inventory.entriesOf("Secret");
  const rows = rowsOf(graph);
  return [
    ...graph.inventory.credentials.map((credential) => ofCredential(graph, rows, credential, at)),
    ...secrets.flatMap((entry) => ofBootstrapToken(graph, entry, at)),
    ...secrets.flatMap((entry) => ofLegacyToken(graph, entry)),
    ...issuersOf(graph),
  ];
}

type Found = Pick<FoundCredential, "form" | "label" | "origin" | "usability"> & Partial<FoundCredential>;

function found(given: Found): FoundCredential {
  return {
    identity: undefined,
    names: undefined,
    notAfter: undefined,
    authority: undefined,
    proofInText: false,
    ...given,
  };
}

function ofCredential(graph: AccessGraph, rows: KnownRows, credential: Credential, at: string): FoundCredential {
  const { form, label, origin, notAfter, proofInText = false } = credential;
  const given = { form, label, origin, notAfter, proofInText, identity: writtenIdentity(credential) };
  switch (form) {
    case "client-certificate":
    case "kubeconfig-client-certificate":
      return found({ ...given, ...certificateUsability(graph, credential, at) });
    case "token-file-row":
      return found({ ...given, ...rowUsability(graph, rows, credential) });
    case "kubeconfig-token":
      return kubeconfigToken(rows, credential, found({ ...given, usability: undecided("") }), at);
    case "aws-auth-mapping":
      return found({ ...given, usability: undecided("IAM decides who may use it, on Amazon EKS") });
    case "certificate-request":
    case "certificate-request-template":
      return found({ ...given, usability: unusable("it is a request: no certificate for it is among the inputs") });
  }
}

function writtenIdentity({ user, groups }: Credential): Identity | undefined {
  if (user === undefined) return undefined;
  return withAuthenticatedGroup({ user: user.value, groups: groups.map(({ value }) => value) });
}

/** The rows of the files that servers read, by where they stand and by the digest of their token. */
interface KnownRows {
  readonly byPlace: ReadonlyMap<string, TokenRow>;
  readonly byDigest: ReadonlyMap<string, TokenRow>;
}

function rowsOf(graph: AccessGraph): KnownRows {
  const byPlace = new Map<string, TokenRow>();
  const byDigest = new Map<string, TokenRow>();
  for (const { tokens } of authenticatorsOf(graph, "token-file")) {
    for (const row of tokens.state === "read" ? tokens.value.rows : []) {
      byPlace.set(placeKey(row.credential), row);
      byDigest.set(row.tokenDigest, row);
    }
  }
  return { byPlace, byDigest };
}

function placeKey({ origin, label }: Credential): string {
  return origin.kind === "text" ? `${origin.start} ${origin.source.path}` : label;
}

/** A row of a file that some server reads; else nobody compares tokens with it. */
function rowUsability(
  graph: AccessGraph,
  { byPlace }: KnownRows,
  credential: Credential,
): Pick<FoundCredential, "usability"> & Partial<FoundCredential> {
  const row = byPlace.get(placeKey(credential));
  if (row === undefined)
    return { usability: withoutAuthenticator(graph, "token-file", "no API server reads the file") };
  const uid = row.uid === "" ? {} : { uid: row.uid };
  const identity = writtenIdentity(credential);
  return { usability: usable, identity: identity && { ...identity, ...uid } };
}

/** A token that a kubeconfig holds: the row or the Secret that it is taken from says whose it is. */
function kubeconfigToken(
  { byDigest }: KnownRows,
  credential: Credential,
  given: FoundCredential,
  at: string,
): FoundCredential {
  const { tokenDigest, notAfter } = credential;
  const row = tokenDigest === undefined ? undefined : byDigest.get(tokenDigest);
  if (row !== undefined) return { ...given, identity: writtenIdentity(row.credential), usability: usable };
  if (notAfter !== undefined && Date.parse(notAfter) < Date.parse(at)) {
    return { ...given, usability: unusable("it has expired") };
  }
  const reason =
    given.identity === undefined
      ? "it does not say whose it is"
      : "whether the keys of the API server signed it is not looked at";
  return { ...given, usability: undecided(reason) };
}

function ofBootstrapToken(
  graph: AccessGraph,
  { object, namespace }: Entry<Secret>,
  at: string,
): readonly FoundCredential[] {
  const { bootstrapToken, meta, origin } = object;
  if (bootstrapToken === undefined) return [];
  const judged = bootstrapIdentity(object, at);
  const secret = `Secret ${namespace}/${meta.name.value}`;
  const usability =
    namespace !== "kube-system"
      ? unusable("its Secret is not in kube-system")
      : judged.usable
        ? withAuthenticator(graph, "bootstrap-token", "--enable-bootstrap-token-auth is off")
        : unusable(judged.reason);
  return [
    found({
      form: "bootstrap-token",
      label: `bootstrap token ${bootstrapToken.id} in ${secret}`,
      origin: meta.name.origin ?? origin,
      identity: withAuthenticatedGroup(judged.identity),
      notAfter: bootstrapToken.expiration?.value || undefined,
      proofInText: bootstrapToken.secretDigest !== undefined,
      usability,
    }),
  ];
}

function ofLegacyToken(graph: AccessGraph, { object, namespace }: Entry<Secret>): readonly FoundCredential[] {
  const { tokenClaims, meta } = object;
  if (tokenClaims === undefined) return [];
  const { serviceAccount } = tokenClaims;
  return [
    found({
      form: "legacy-token",
      label: `token in Secret ${namespace}/${meta.name.value}`,
      origin: tokenClaims.origin,
      identity: serviceAccountIdentity(tokenClaims.namespace, serviceAccount),
      proofInText: true,
      usability: legacyUsability(graph, object, tokenClaims.namespace),
    }),
  ];
}

function legacyUsability(graph: AccessGraph, { tokenClaims, meta }: Secret, namespace: string): Usability {
  if (meta.labels.get("kubernetes.io/legacy-token-invalid-since")?.value) return unusable("it is marked as invalid");
  const isThere = graph.inventory
    .entriesOf("ServiceAccount")
    .some((entry) => entry.namespace === namespace && entry.object.meta.name.value === tokenClaims?.serviceAccount);
  if (!isThere && graph.inventory.complete) return unusable("its ServiceAccount does not exist");
  return undecided("whether the keys of the API server signed it is not looked at");
}

/** Issuers of tokens that servers trust, each once. */
function issuersOf(graph: AccessGraph): readonly FoundCredential[] {
  return authenticatorsOf(graph, "jwt").map(({ issuer, origin }) =>
    found({
      form: "issuer",
      label: `tokens of ${issuer.url.value}`,
      origin,
      names: namesOf(issuer),
      usability: undecided("the issuer decides who gets its tokens"),
    }),
  );
}

function namesOf({ username, groups }: JwtAuthenticator): NonNullable<FoundCredential["names"]> {
  return { user: nameOf(username), groups: groups === undefined ? undefined : nameOf(groups) };
}

function nameOf(mapping: JwtAuthenticator["username"]): string {
  if (mapping.kind === "expression") return mapping.expression.value;
  return `${mapping.prefix.value}…`;
}

type AuthenticatorOf<K extends Authenticator["kind"]> = Extract<Authenticator, { kind: K }>;

function authenticatorsOf<K extends Authenticator["kind"]>(graph: AccessGraph, kind: K): readonly AuthenticatorOf<K>[] {
  const isOfKind = (one: Authenticator): one is AuthenticatorOf<K> => one.kind === kind;
  return startingServers(graph).flatMap(({ authenticators }) => authenticators.filter(isOfKind));
}

/** Usable where a server has the authenticator; where none has, and that is known, not. */
function withAuthenticator(graph: AccessGraph, kind: Authenticator["kind"], off: string): Usability {
  const has = startingServers(graph).some(({ authenticators }) => authenticators.some((one) => one.kind === kind));
  return has ? usable : withoutAuthenticator(graph, kind, off);
}

function withoutAuthenticator(graph: AccessGraph, kind: Authenticator["kind"], off: string): Usability {
  return anyOf(startingServers(graph).map((server) => switchedOff(server, kind, off)));
}

function switchedOff(server: ApiServer, kind: Authenticator["kind"], off: string): Usability {
  if (server.assumed || server.partial) return undecided("no input says how the API server authenticates");
  const open = server.authenticators.find(
    (one) => one.kind === kind && one.kind === "token-file" && one.tokens.state === "unknown",
  );
  if (open?.kind === "token-file" && open.tokens.state === "unknown") return undecided(open.tokens.assumption.text);
  const [doubt] = server.authenticatorDoubts;
  return doubt === undefined ? unusable(off) : undecided(doubt.text);
}
