import { parseServiceAccountUserName, serviceAccountGroups, serviceAccountUserName } from "@authgraph/kubernetes";
import type { AccessGraph, Assumption, Authenticator } from "../types.ts";
import { boundObjects, legacyObjects } from "./account-objects.ts";
import { audiencesOf, isRecord, type JsonWebToken, readJsonWebToken, textClaim, timeClaim } from "./json-web-token.ts";
import { checkSignature } from "./token-signature.ts";
import { firstThatLetsIn, nothing, refused, type Verdict } from "./verdict.ts";

type ServiceAccountTokens = Extract<Authenticator, { kind: "service-account" }>;

/** A token and everything that it is judged by. */
export interface AskedToken {
  readonly graph: AccessGraph;
  readonly authenticator: ServiceAccountTokens;
  readonly text: string;
  readonly token: JsonWebToken;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What a token's claims and the objects they name come to. */
export type TokenJudgement =
  | { readonly outcome: "good"; readonly account: AccountOfToken }
  | { readonly outcome: "refused"; readonly reason: string }
  | { readonly outcome: "open"; readonly account: AccountOfToken; readonly assumption: Assumption };

export interface AccountOfToken {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly extra: ReadonlyMap<string, readonly string[]>;
}

const legacyIssuer = "kubernetes/serviceaccount";

/**
 * Asks whose service account a token is: first those of Secrets, then those that are bound
 * (pkg/serviceaccount: legacy.go, claims.go, jwt.go). Both look at tokens of their own issuers only.
 */
export function askServiceAccounts(
  graph: AccessGraph,
  authenticator: ServiceAccountTokens,
  text: string,
  at: string,
): Verdict {
  const token = readJsonWebToken(text);
  if (token === undefined || !isAlgorithm(token.header.alg)) return nothing;
  const asked: AskedToken = { graph, authenticator, text, token, at: Date.parse(at) };
  const issuer = textClaim(token.claims, "iss");
  const kinds: ((asked: AskedToken) => TokenJudgement)[] = [];
  if (issuer === legacyIssuer) kinds.push(judgeLegacy);
  if (authenticator.issuers.some(({ value }) => value === issuer)) kinds.push(judgeBound);
  return firstThatLetsIn(kinds.map((judge) => verdictOn(asked, judge)));
}

/** What the JOSE library takes for a token at all; `none` is not among it. */
function isAlgorithm(alg: unknown): boolean {
  return typeof alg === "string" && /^(?:[RPE]S(?:256|384|512)|HS(?:256|384|512)|EdDSA)$/.test(alg);
}

function verdictOn(asked: AskedToken, judge: (asked: AskedToken) => TokenJudgement): Verdict {
  const { authenticator, token } = asked;
  const assumptions: Assumption[] = [];
  if (authenticator.external) {
    const text = "whether the token is signed with a key of the external signer";
    assumptions.push({ text, origin: authenticator.origin });
  } else {
    const signature = checkSignature(token, authenticator.keys);
    if (signature.outcome === "refused") return refused(signature.reason);
    if (signature.outcome === "open") assumptions.push(signature.assumption);
  }
  if (!areClaims(token.claims)) return refused("a claim of the token cannot be read");
  const audiences = audiencesOf(token);
  const { audiences: accepted } = authenticator;
  if (audiences.length > 0 && accepted.length > 0 && !audiences.some((audience) => accepted.includes(audience))) {
    return refused("the token is for other audiences than the server's");
  }
  const judgement = judge(asked);
  if (judgement.outcome === "refused") return refused(judgement.reason);
  if (judgement.outcome === "open") assumptions.push(judgement.assumption);
  if (assumptions.length > 0) return { verdict: "open", assumptions, mayLetIn: true, mayRefuse: true };
  return { verdict: "identity", identity: identityOf(judgement.account), by: "service-account" };
}

/** Whether claims are of the types that they are decoded into (go-jose jwt.Claims, and those of both kinds of tokens). */
function areClaims(claims: JsonWebToken["claims"]): boolean {
  return Object.entries(claims).every(([name, value]) => {
    if (name === "aud") return isText(value) || (Array.isArray(value) && value.every(isText));
    if (value === null) return true;
    if (name === "exp" || name === "nbf" || name === "iat") return typeof value === "number";
    if (name === "kubernetes.io") return isRecord(value) && areOwnClaims(value);
    return isText(value) || !/^(?:sub|jti|iss|kubernetes\.io\/serviceaccount\/.*)$/.test(name);
  });
}

function areOwnClaims(claims: JsonWebToken["claims"]): boolean {
  const areTexts = (value: unknown): boolean =>
    isRecord(value) && [value.name, value.uid].every((text) => text === undefined || text === null || isText(text));
  return Object.entries(claims).every(([name, value]) => {
    if (value === null) return true;
    if (name === "namespace") return isText(value);
    if (name === "warnafter") return typeof value === "number";
    return areTexts(value) || !["serviceaccount", "pod", "secret", "node"].includes(name);
  });
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function identityOf({
  namespace,
  name,
  uid,
  extra,
}: AccountOfToken): Extract<Verdict, { verdict: "identity" }>["identity"] {
  return {
    user: serviceAccountUserName(namespace, name),
    groups: serviceAccountGroups(namespace),
    ...(uid === "" ? {} : { uid }),
    ...(extra.size === 0 ? {} : { extra }),
  };
}

/** pkg/serviceaccount/legacy.go: Validate. Times are not looked at. */
function judgeLegacy(asked: AskedToken): TokenJudgement {
  const { claims } = asked.token;
  const claim = (name: string): string => textClaim(claims, `kubernetes.io/serviceaccount/${name}`);
  const namespace = claim("namespace");
  const secret = claim("secret.name");
  const name = claim("service-account.name");
  const uid = claim("service-account.uid");
  const subject = textClaim(claims, "sub");
  if ([namespace, secret, name, uid, subject].includes("")) {
    return { outcome: "refused", reason: "a claim of the token is missing" };
  }
  const account = parseServiceAccountUserName(subject);
  if (account?.namespace !== namespace || account.name !== name) {
    return { outcome: "refused", reason: "sub claim is invalid" };
  }
  const known: AccountOfToken = { namespace, name, uid, extra: new Map() };
  if (!asked.authenticator.lookup.value) return { outcome: "good", account: known };
  return legacyObjects(asked, known, secret);
}

/** pkg/serviceaccount/claims.go: Validate. */
function judgeBound(asked: AskedToken): TokenJudgement {
  const { claims } = asked.token;
  const problem = timeProblem(asked);
  if (problem !== undefined) return { outcome: "refused", reason: problem };
  const own = claims["kubernetes.io"];
  const fields = isRecord(own) ? own : {};
  const namespace = textClaim(fields, "namespace");
  const [name, uid] = reference(fields, "serviceaccount") ?? ["", ""];
  const pod = reference(fields, "pod");
  const node = reference(fields, "node");
  const extra = new Map<string, readonly string[]>();
  const note = (key: string, value: string | undefined): void => {
    if (value !== undefined && value !== "") extra.set(`authentication.kubernetes.io/${key}`, [value]);
  };
  const id = textClaim(claims, "jti");
  note("credential-id", id === "" ? "" : `JTI=${id}`);
  note("pod-name", pod?.[0]);
  note("pod-uid", pod?.[1]);
  note("node-name", node?.[0]);
  note("node-uid", node?.[0] === "" ? "" : node?.[1]);
  const secret = reference(fields, "secret");
  // Every object has one, and it must be the same.
  const withoutUid = uid === "" || pod?.[1] === "" || secret?.[1] === "";
  if (withoutUid) return { outcome: "refused", reason: "a UID in the token does not match" };
  const account: AccountOfToken = { namespace, name, uid, extra };
  return boundObjects(asked, account, { pod: pod?.[0], secret: secret?.[0], node: node?.[0] });
}

/** Name and uid. */
function reference(fields: Readonly<Record<string, unknown>>, key: string): readonly [string, string] | undefined {
  const value = fields[key];
  return isRecord(value) ? [textClaim(value, "name"), textClaim(value, "uid")] : undefined;
}

const leeway = 60_000;

/** go-jose jwt.Claims.Validate, with a minute of leeway; what is missing passes. */
function timeProblem({ token: { claims }, at }: AskedToken): string | undefined {
  const time = (name: string): number | undefined => {
    const seconds = timeClaim(claims, name);
    return seconds === undefined ? undefined : seconds * 1000;
  };
  if (at + leeway < (time("nbf") ?? Number.NEGATIVE_INFINITY)) return "service account token is not valid yet";
  if (at - leeway > (time("exp") ?? Number.POSITIVE_INFINITY)) return "service account token has expired";
  if (at + leeway < (time("iat") ?? Number.NEGATIVE_INFINITY)) return "service account token was issued in the future";
  return undefined;
}
