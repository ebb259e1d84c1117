import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { type PublicKeys, type Secret, type ServiceAccount, sha256 } from "@authgraph/kubernetes";
import { located } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import type { Authenticator, FileContent } from "../types.ts";
import { graphOf, meta, pod } from "../written-cluster.ts";
import { askServiceAccounts } from "./account-token.ts";
import { absent, file, noon, origin } from "./written-server.ts";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const otherRsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const curve = (namedCurve: string) => generateKeyPairSync("ec", { namedCurve });
const ec = { ES256: curve("prime256v1"), ES384: curve("secp384r1"), ES512: curve("secp521r1") };
const edwards = generateKeyPairSync("ed25519");

const pemOf = (key: KeyObject): string => key.export({ type: "spki", format: "pem" }).toString();
const keyFile = (...keys: readonly KeyObject[]): FileContent<PublicKeys> =>
  file({ kind: "PublicKeys", origin, keys: keys.map((key) => ({ kind: "public", pem: pemOf(key) })) });
const privateFile: FileContent<PublicKeys> = file({ kind: "PublicKeys", origin, keys: [{ kind: "private" }] });
const idOf = (key: KeyObject): string =>
  createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("base64url");

function jwt(alg: string, key: KeyObject, claims: object, header: object = {}): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg, ...header })}.${part(claims)}`;
  const padding = alg.startsWith("PS") ? 6 : 1;
  const how = alg.startsWith("ES")
    ? ({ key, dsaEncoding: "ieee-p1363" } as const)
    : alg.startsWith("Ed")
      ? { key }
      : { key, padding };
  const digest = alg === "EdDSA" ? null : `sha${alg.slice(2)}`;
  return `${signed}.${sign(digest, Buffer.from(signed), how).toString("base64url")}`;
}

const issuer = "https://kubernetes.default.svc";
const second = Date.parse(noon) / 1000;
const bound = {
  iss: issuer,
  aud: [issuer],
  exp: second + 3600,
  nbf: second - 10,
  iat: second - 10,
  jti: "id-1",
  sub: "system:serviceaccount:web:ci",
  "kubernetes.io": { namespace: "web", serviceaccount: { name: "ci", uid: "u-1" } },
};
const prefix = "kubernetes.io/serviceaccount";
const legacy = {
  iss: "kubernetes/serviceaccount",
  sub: "system:serviceaccount:web:ci",
  [`${prefix}/namespace`]: "web",
  [`${prefix}/secret.name`]: "ci-token",
  [`${prefix}/service-account.name`]: "ci",
  [`${prefix}/service-account.uid`]: "u-1",
};

type ServiceAccounts = Extract<Authenticator, { kind: "service-account" }>;

const authenticator: ServiceAccounts = {
  kind: "service-account",
  origin,
  issuers: [located(issuer, origin), located("https://old.example.com", origin)],
  keys: [keyFile(rsa.publicKey, ec.ES256.publicKey)],
  external: false,
  lookup: located(true, origin),
  audiences: [issuer],
};

const account: ServiceAccount = {
  kind: "ServiceAccount",
  apiVersion: "v1",
  meta: meta("web/ci"),
  origin,
  secrets: [],
  automountServiceAccountToken: undefined,
};

function secretOf(token: string): Secret {
  const tokenClaims = {
    origin,
    namespace: "web",
    serviceAccount: "ci",
    secret: "ci-token",
    tokenDigest: sha256(token),
  };
  const type = located("kubernetes.io/service-account-token", origin);
  return { kind: "Secret", apiVersion: "v1", meta: meta("web/ci-token"), origin, type, keys: [], tokenClaims };
}

/** Who it is, why not, or what it depends on. */
function told(
  token: string,
  more: Partial<ServiceAccounts> = {},
  objects: readonly (ServiceAccount | Secret | ReturnType<typeof pod>)[] = [account],
  complete = true,
): string {
  const graph = graphOf({ "a.yaml": objects }, { complete });
  const verdict = askServiceAccounts(graph, { ...authenticator, ...more }, token, noon);
  switch (verdict.verdict) {
    case "identity": {
      const { user, groups, uid, extra } = verdict.identity;
      const rest = [...(extra ?? [])].map(([key, values]) => ` ${key.split("/")[1]}=${values.join()}`).join("");
      return `${user}/${uid} [${groups.join(", ")}]${rest}`;
    }
    case "refused":
      return verdict.reason;
    case "nothing":
      return "nothing";
    case "open":
      return `depends on ${verdict.assumptions.map(({ text }) => text).join("; ")}`;
  }
}

const ci = "system:serviceaccount:web:ci/u-1 [system:serviceaccounts, system:serviceaccounts:web]";

describe("signatures", () => {
  test.each(["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"])("%s", (alg) => {
    expect(told(jwt(alg, rsa.privateKey, bound))).toBe(`${ci} credential-id=JTI=id-1`);
  });
  test.each(["ES256", "ES384", "ES512"] as const)("%s", (alg) => {
    const keys = [keyFile(rsa.publicKey), keyFile(ec[alg].publicKey)];
    expect(told(jwt(alg, ec[alg].privateKey, bound), { keys })).toBe(`${ci} credential-id=JTI=id-1`);
  });
  const good = jwt("RS256", rsa.privateKey, bound);
  test.each<readonly [what: string, token: string, more: Partial<ServiceAccounts>, expected: string]>([
    ["another key", jwt("RS256", otherRsa.privateKey, bound), {}, "invalid signature"],
    [
      "a changed payload",
      good.replace(/\.[^.]*\./, `.${Buffer.from(JSON.stringify({ ...bound, sub: "x" })).toString("base64url")}.`),
      {},
      "invalid signature",
    ],
    ["a curve that the algorithm is not for", jwt("ES384", ec.ES256.privateKey, bound), {}, "invalid signature"],
    [
      "an Edwards key is none",
      jwt("EdDSA", edwards.privateKey, bound),
      { keys: [keyFile(edwards.publicKey)] },
      "invalid signature, no keys found",
    ],
    [
      "no algorithm",
      `${good.split(".")[0]?.replace(/.*/, Buffer.from('{"alg":"none"}').toString("base64url"))}.${good.split(".")[1]}.`,
      {},
      "nothing",
    ],
    [
      "the key that is named",
      jwt("RS256", rsa.privateKey, bound, { kid: idOf(rsa.publicKey) }),
      {},
      `${ci} credential-id=JTI=id-1`,
    ],
    [
      "a key that nobody has is named",
      jwt("RS256", rsa.privateKey, bound, { kid: "x" }),
      {},
      "invalid signature, no keys found",
    ],
    [
      "a file that is not there",
      jwt("RS256", otherRsa.privateKey, bound),
      { keys: [absent("sa.pub is there")] },
      "depends on sa.pub is there",
    ],
    [
      "of a private key nothing is read",
      jwt("RS256", otherRsa.privateKey, bound),
      { keys: [privateFile] },
      "depends on whether the key in /etc/file signed the token: private keys are not read",
    ],
    ["another key is enough", good, { keys: [privateFile, keyFile(rsa.publicKey)] }, `${ci} credential-id=JTI=id-1`],
    [
      "an external signer",
      good,
      { external: true, keys: [] },
      "depends on whether the token is signed with a key of the external signer",
    ],
  ])("%s", (_, token, more, expected) => {
    expect(told(token, more)).toBe(expected);
  });
});

const signed = (claims: object): string => jwt("RS256", rsa.privateKey, claims);
const kubernetes = bound["kubernetes.io"];

describe("bound tokens", () => {
  test.each<readonly [what: string, claims: object, expected: string]>([
    [
      "another issuer that is still trusted",
      { ...bound, iss: "https://old.example.com" },
      `${ci} credential-id=JTI=id-1`,
    ],
    ["an issuer nobody trusts is somebody else's", { ...bound, iss: "https://example.com" }, "nothing"],
    ["no audience stands for the server's", { ...bound, aud: undefined }, `${ci} credential-id=JTI=id-1`],
    ["one of several audiences", { ...bound, aud: ["vault", issuer] }, `${ci} credential-id=JTI=id-1`],
    ["an audience as a text", { ...bound, aud: issuer }, `${ci} credential-id=JTI=id-1`],
    ["another audience", { ...bound, aud: ["vault"] }, "the token is for other audiences than the server's"],
    ["expired", { ...bound, exp: second - 61 }, "service account token has expired"],
    ["expired within the leeway", { ...bound, exp: second - 59 }, `${ci} credential-id=JTI=id-1`],
    ["no expiry passes", { ...bound, exp: undefined }, `${ci} credential-id=JTI=id-1`],
    ["not yet valid", { ...bound, nbf: second + 61 }, "service account token is not valid yet"],
    ["valid within the leeway", { ...bound, nbf: second + 59 }, `${ci} credential-id=JTI=id-1`],
    ["issued in the future", { ...bound, iat: second + 61 }, "service account token was issued in the future"],
    ["an end that is no number", { ...bound, exp: "x" }, "a claim of the token cannot be read"],
    ["an audience that is no text", { ...bound, aud: [7] }, "a claim of the token cannot be read"],
    ["an account that is no object", { ...bound, "kubernetes.io": [] }, "a claim of the token cannot be read"],
    [
      "a pod without its uid",
      { ...bound, "kubernetes.io": { ...kubernetes, pod: { name: "p" } } },
      "a UID in the token does not match",
    ],
    ["the subject is not compared", { ...bound, sub: "x" }, `${ci} credential-id=JTI=id-1`],
    [
      "an account that is not there",
      { ...bound, "kubernetes.io": { ...kubernetes, serviceaccount: { name: "x", uid: "u-1" } } },
      "ServiceAccount web/x not found",
    ],
    [
      "a pod and its node",
      {
        ...bound,
        "kubernetes.io": { ...kubernetes, pod: { name: "p", uid: "u-2" }, node: { name: "n1", uid: "u-3" } },
      },
      `${ci} credential-id=JTI=id-1 pod-name=p pod-uid=u-2 node-name=n1 node-uid=u-3`,
    ],
    [
      "a pod that is not there",
      { ...bound, "kubernetes.io": { ...kubernetes, pod: { name: "q", uid: "u-2" } } },
      "Pod web/q not found",
    ],
    [
      "a Secret that is not there",
      { ...bound, "kubernetes.io": { ...kubernetes, secret: { name: "q", uid: "u-2" } } },
      "Secret web/q not found",
    ],
    [
      "a node",
      { ...bound, "kubernetes.io": { ...kubernetes, node: { name: "n1" } } },
      "depends on whether Node n1, which the token names and the inputs do not contain, exists",
    ],
  ])("%s", (_, claims, expected) => {
    expect(told(signed(claims), {}, [account, pod("web/p", "n1")])).toBe(expected);
  });

  test("what the inputs may only not hold", () => {
    expect(told(signed(bound), {}, [], false)).toBe(
      "depends on whether ServiceAccount web/ci, which the token names and the inputs do not contain, exists",
    );
  });
});

describe("legacy tokens", () => {
  const token = signed(legacy);
  const all: readonly (ServiceAccount | Secret)[] = [account, secretOf(token)];
  test.each<
    readonly [what: string, claims: object, objects: typeof all, more: Partial<ServiceAccounts>, expected: string]
  >([
    ["with its Secret", legacy, all, {}, ci],
    [
      "times are not looked at",
      { ...legacy, exp: 1, nbf: second * 2 },
      [account],
      { lookup: located(false, origin) },
      ci,
    ],
    ["without its Secret", legacy, [account], {}, "Secret web/ci-token not found"],
    ["with a Secret that holds another", legacy, [account, secretOf("x")], {}, "token does not match server's copy"],
    ["without its account", legacy, [secretOf(token)], {}, "ServiceAccount web/ci not found"],
    ["nothing is looked up where that is off", legacy, [], { lookup: located(false, origin) }, ci],
    [
      "a claim is missing",
      { ...legacy, [`${prefix}/service-account.uid`]: "" },
      all,
      {},
      "a claim of the token is missing",
    ],
    ["another subject", { ...legacy, sub: "system:serviceaccount:web:x" }, all, {}, "sub claim is invalid"],
  ])("%s", (_, claims, objects, more, expected) => {
    expect(told(signed(claims), more, objects)).toBe(expected);
  });
});

test.each(["", "a.b", "a.b.c.d", "wrong-token", "abcdef.0123456789abcdef", "....", "{}"])(
  "%j is no token of an account",
  (token) => {
    expect(told(token)).toBe("nothing");
  },
);
