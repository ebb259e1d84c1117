import type { JwtAuthenticator } from "@authgraph/kubernetes";
import { located } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { askIssuers } from "./issuer-token.ts";
import { noon, origin } from "./written-server.ts";

const at = (value: string) => located(value, origin);
const second = Date.parse(noon) / 1000;

const issuer: JwtAuthenticator = {
  origin,
  url: at("https://issuer.example.com"),
  discoveryUrl: undefined,
  certificateAuthority: undefined,
  audiences: [at("cluster"), at("other")],
  claimRules: [],
  username: { kind: "claim", claim: at("sub"), prefix: at("oidc:") },
  groups: undefined,
  uid: undefined,
  extra: [],
  userRules: [],
};
const claims = { iss: "https://issuer.example.com", aud: "cluster", exp: second + 60, sub: "jane" };

function told(given: object, more: Partial<JwtAuthenticator> = {}, alg = "RS256"): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const token = `${part({ alg })}.${part(given)}.c2lnbmF0dXJl`;
  const authenticators = [{ kind: "jwt", origin, issuer: { ...issuer, ...more }, byFlags: false } as const];
  const verdict = askIssuers(authenticators, token, noon, undefined);
  if (verdict.verdict === "refused") return verdict.reason;
  return verdict.verdict === "open" ? verdict.assumptions.map(({ text }) => text).join() : verdict.verdict;
}

// Nobody can check the signature: what nothing else refuses stays open.
describe("a token of an issuer", () => {
  const open = "whether https://issuer.example.com signed the token";
  const email = { username: { kind: "claim", claim: at("email"), prefix: at("") } } as const;
  const required = { claimRules: [{ kind: "claim", claim: at("hd"), value: at("example.com") }] } as const;
  test.each<readonly [what: string, claims: object, more: Partial<JwtAuthenticator>, expected: string]>([
    ["with all it needs", claims, {}, open],
    ["of another issuer", { ...claims, iss: "https://issuer.example.com/" }, {}, "nothing"],
    [
      "of Google under its older name",
      { ...claims, iss: "accounts.google.com" },
      { url: at("https://accounts.google.com") },
      "whether https://accounts.google.com signed the token",
    ],
    ["for one of several audiences", { ...claims, aud: ["x", "other"] }, {}, open],
    ["for another audience", { ...claims, aud: "x" }, {}, "oidc: token is for another audience"],
    ["for nobody", { ...claims, aud: undefined }, {}, "oidc: token is for another audience"],
    ["that has expired", { ...claims, exp: second - 1 }, {}, "oidc: token is expired"],
    ["without an end", { ...claims, exp: undefined }, {}, "oidc: token is expired"],
    ["that is not valid yet", { ...claims, nbf: second + 301 }, {}, "oidc: token is not valid yet"],
    ["with a claim that is required", { ...claims, hd: "example.com" }, required, open],
    ["with another", { ...claims, hd: "example.org" }, required, "oidc: required claim hd does not match"],
    ["without the name", { ...claims, sub: 7 }, {}, "oidc: claim sub is no text"],
    ["with an empty name", { ...claims, sub: "" }, {}, open],
    ["with an address", { ...claims, email: "a@example.com" }, email, open],
    ["with a verified one", { ...claims, email: "a@example.com", email_verified: true }, email, open],
    [
      "with an unverified one",
      { ...claims, email: "a@example.com", email_verified: false },
      email,
      "oidc: email not verified",
    ],
  ])("%s", (_, given, more, expected) => {
    expect(told(given, more)).toBe(expected);
  });

  test.each(["none", "HS256", "EdDSA", ""])("signed with %j", (alg) => {
    expect(told(claims, {}, alg)).toBe("oidc: token is signed with an unsupported algorithm");
  });
});
