import type { Secret } from "@authgraph/kubernetes";
import { sha256 } from "@authgraph/kubernetes";
import { describe, expect, test } from "vitest";
import { parse } from "../parse.ts";

function secretOf(text: string): Secret | undefined {
  const { facts } = parse({ path: "a.yaml", text });
  const [object] = facts.flatMap((fact) => (fact.fact === "object" ? [fact.object] : []));
  return object?.kind === "Secret" ? object : undefined;
}

const base64 = (value: string): string => Buffer.from(value).toString("base64");

describe("bootstrap tokens", () => {
  const head =
    "apiVersion: v1\nkind: Secret\nmetadata: {name: bootstrap-token-abcdef, namespace: kube-system}\ntype: bootstrap.kubernetes.io/token\n";
  const written = {
    id: "abcdef",
    secretDigest: sha256("0123456789abcdef"),
    expiration: { value: "2099-01-01T00:00:00Z" },
    authentication: { value: "true" },
    extraGroups: { value: "system:bootstrappers:x" },
  };
  const fields = {
    "token-id": "abcdef",
    "token-secret": "0123456789abcdef",
    expiration: "2099-01-01T00:00:00Z",
    "usage-bootstrap-authentication": "true",
    "auth-extra-groups": "system:bootstrappers:x",
  };
  const lines = (code: (value: string) => string): string =>
    Object.entries(fields)
      .map(([key, value]) => `  ${key}: "${code(value)}"\n`)
      .join("");

  test("in stringData, and in data as base64", () => {
    expect(secretOf(`${head}stringData:\n${lines((value) => value)}`)?.bootstrapToken).toMatchObject(written);
    expect(secretOf(`${head}data:\n${lines(base64)}`)?.bootstrapToken).toMatchObject(written);
  });

  test("stringData goes over data; what is not written is not there", () => {
    const secret = secretOf(`${head}data: {token-id: ${base64("aaaaaa")}}\nstringData: {token-id: bbbbbb}\n`);
    expect(secret?.bootstrapToken).toEqual({
      id: "bbbbbb",
      secretDigest: undefined,
      expiration: undefined,
      authentication: undefined,
      extraGroups: undefined,
    });
  });

  test("other Secrets have none", () => {
    expect(secretOf(`${head.replace("bootstrap.kubernetes.io/token", "Opaque")}`)?.bootstrapToken).toBeUndefined();
  });
});

test("a legacy token is kept as a digest beside its claims", () => {
  const claims = {
    iss: "kubernetes/serviceaccount",
    "kubernetes.io/serviceaccount/namespace": "web",
    "kubernetes.io/serviceaccount/service-account.name": "ci",
    "kubernetes.io/serviceaccount/secret.name": "t",
  };
  const token = `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.c2ln`;
  const secret = secretOf(
    `apiVersion: v1\nkind: Secret\nmetadata: {name: t, annotations: {kubernetes.io/service-account.name: ci}}\ntype: kubernetes.io/service-account-token\ndata: {token: ${base64(token)}}\n`,
  );
  expect(secret?.tokenClaims).toMatchObject({ namespace: "web", serviceAccount: "ci", tokenDigest: sha256(token) });
});
