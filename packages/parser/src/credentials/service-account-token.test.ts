import { expect, test } from "vitest";
import { readLegacyTokenClaims, readServiceAccountOfToken } from "./service-account-token.ts";

const token = (claims: unknown): string =>
  ["{}", JSON.stringify(claims), "signature"].map((part) => Buffer.from(part).toString("base64url")).join(".");

const legacy = {
  iss: "kubernetes/serviceaccount",
  "kubernetes.io/serviceaccount/namespace": "ops",
  "kubernetes.io/serviceaccount/secret.name": "bot-token",
  "kubernetes.io/serviceaccount/service-account.name": "bot",
  sub: "system:serviceaccount:ops:bot",
};

test.each([
  ["a legacy token", token(legacy), { namespace: "ops", serviceAccount: "bot", secret: "bot-token" }],
  ["another issuer", token({ ...legacy, iss: "https://example.org" }), undefined],
  ["a claim is missing", token({ ...legacy, "kubernetes.io/serviceaccount/namespace": undefined }), undefined],
  ["a claim is no string", token({ ...legacy, "kubernetes.io/serviceaccount/namespace": 1 }), undefined],
  ["no object", token([1]), undefined],
  ["no JSON", "a.b.c", undefined],
  ["no token", "abc", undefined],
  ["an empty text", "", undefined],
])("%s", (_, text, claims) => {
  expect(readLegacyTokenClaims(text)).toEqual(claims);
});

test.each([
  [token({ iss: "https://example.org", sub: "system:serviceaccount:ops:bot" }), { namespace: "ops", name: "bot" }],
  [token({ sub: "jane" }), undefined],
  ["opaque", undefined],
])("the account of a token", (text, account) => {
  expect(readServiceAccountOfToken(text)).toEqual(account);
});
