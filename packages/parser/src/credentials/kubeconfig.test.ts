import { readFileSync } from "node:fs";
import type { Origin, SourceText } from "@authgraph/source";
import { checkoutPath } from "@authgraph/testkit";
import { expect, test } from "vitest";
import { readDocuments } from "../reader/read-documents.ts";
import { isKubeconfig, type KubeconfigRead, readKubeconfig } from "./kubeconfig.ts";

function read(source: SourceText): KubeconfigRead | undefined {
  let result: KubeconfigRead | undefined;
  readDocuments(source.text, "kubectl", (document) => {
    if (document.outcome === "value" && isKubeconfig(document.tree)) result = readKubeconfig(document.tree, source);
  });
  return result;
}

function written(origin: Origin): string {
  return origin.kind === "text" ? origin.source.text.slice(origin.start, origin.end) : "";
}

const base64 = (name: string): string =>
  readFileSync(checkoutPath("fixtures", "certificates", `${name}.pem`)).toString("base64");
const kubeconfig = (...users: readonly string[]): SourceText => ({
  path: "clusters/a/admin.conf",
  text: `apiVersion: v1\nkind: Config\nclusters: []\nusers:\n${users.map((user) => `- ${user}\n`).join("")}`,
});

test("an embedded certificate says who it is", () => {
  const data = base64("client");
  const result = read(kubeconfig(`{name: jane, user: {client-certificate-data: ${data}, client-certificate: x.pem}}`));
  expect(result).toMatchObject({
    credentials: [
      {
        form: "kubeconfig-client-certificate",
        label: "user jane in kubeconfig admin.conf",
        user: { value: "jane" },
        groups: [{ value: "system:masters" }, { value: "dév" }],
        notAfter: "2126-10-30T17:13:45Z",
      },
    ],
    references: [],
    diagnostics: [],
  });
  expect(result?.credentials.map(({ origin }) => written(origin))).toEqual([data]);
});

test.each([
  ["x.pem", "clusters/a/x.pem"],
  ["../pki/x.pem", "clusters/pki/x.pem"],
  ["/etc/kubernetes/x.pem", "/etc/kubernetes/x.pem"],
])("the certificate file %s is named as %s", (path, expected) => {
  const result = read(kubeconfig(`{name: jane, user: {client-certificate: ${path}}}`));
  expect(result?.references).toMatchObject([{ path: { value: expected }, role: "client-certificate" }]);
  expect(result?.references.map((reference) => written(reference.path.origin))).toEqual([path]);
});

test("a token is mentioned at its key; one of a ServiceAccount says whose it is", () => {
  const payload = Buffer.from(JSON.stringify({ sub: "system:serviceaccount:ops:bot" })).toString("base64url");
  const result = read(kubeconfig(`{name: a, user: {token: e30.${payload}.x}}`, "{name: b, user: {token: opaque}}"));
  expect(result?.credentials.map(({ form, user }) => [form, user?.value])).toEqual([
    ["kubeconfig-token", "system:serviceaccount:ops:bot"],
    ["kubeconfig-token", undefined],
  ]);
  expect(result?.credentials[0]?.groups.map(({ value }) => value)).toEqual([
    "system:serviceaccounts",
    "system:serviceaccounts:ops",
  ]);
  expect(result?.credentials.map(({ origin }) => written(origin))).toEqual(["token", "token"]);
  expect(
    JSON.stringify(result?.credentials, (key, value: unknown) => (key === "source" ? undefined : value)),
  ).not.toMatch(/opaque|e30/);
});

test("data that is no certificate is a diagnostic", () => {
  expect(read(kubeconfig("{name: a, user: {client-certificate-data: QUJD}}"))).toMatchObject({
    credentials: [],
    diagnostics: [{ id: "certificate-unreadable" }],
  });
});

test.each([
  ["apiVersion: v1\nkind: Config\nusers: []\n", true],
  ["kind: Config\nclusters: []\n", true],
  ["apiVersion: v1\nkind: Config\n", false],
  ["apiVersion: audit.example.org/v1\nkind: Config\nusers: []\n", false],
  ["apiVersion: v1\nkind: ConfigMap\nusers: []\n", false],
])("%j is a kubeconfig: %s", (text, expected) => {
  expect(read({ path: "x.yaml", text }) !== undefined).toBe(expected);
});

test("a token says when it ends, and is kept as a digest", () => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const token = `${part({ alg: "RS256" })}.${part({ exp: 1_800_000_000 })}.c2ln`;
  const result = read(kubeconfig(`{name: a, user: {token: ${token}}}`, "{name: b, user: {token: abc}}"));
  expect(result?.credentials.map(({ notAfter }) => notAfter)).toEqual(["2027-01-15T08:00:00Z", undefined]);
  expect(result?.credentials[1]?.tokenDigest).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(JSON.stringify(result?.credentials.map((credential) => ({ ...credential, origin: 0 })))).not.toContain(token);
});

test("certificates behind a client's own may complete its chain", () => {
  const chain = ["by-middle", "middle-ca"].map((name) =>
    readFileSync(checkoutPath("fixtures", "certificates", "chains", `${name}.pem`), "utf8"),
  );
  const data = Buffer.from(chain.join("")).toString("base64");
  const result = read(kubeconfig(`{name: a, user: {client-certificate-data: ${data}}}`));
  const der = chain.map((pem) => pem.replace(/-----[^-]+-----|\s/g, ""));
  expect(result?.credentials[0]?.certificates).toEqual(der);
});
