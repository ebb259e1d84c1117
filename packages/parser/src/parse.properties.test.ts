import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "./parse.ts";
import type { ParsedText } from "./parsed-text.ts";

const manifest = `apiVersion: v1
kind: List
items:
- apiVersion: rbac.authorization.k8s.io/v1
  kind: ClusterRole
  metadata: {name: a, labels: {x: "y"}}
  aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b}}]}
  rules:
  - &r {apiGroups: [""], resources: [pods], verbs: [get, "*"]}
  - {<<: *r, nonResourceURLs: [/healthz]}
- apiVersion: rbac.authorization.k8s.io/v1
  kind: RoleBinding
  metadata: {name: b, namespace: ns}
  roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: a}
  subjects: # authgraph: ignore x
  - kind: ServiceAccount
    name: s
    namespace: ns
---
apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver}
spec:
  serviceAccountName: s
  containers:
  - name: c
    command: [kube-apiserver, --token-auth-file=/x]
    args: ["--anonymous-auth"]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: aws-auth}
data:
  mapRoles: |
    - rolearn: arn
      username: x
      groups: [system:masters]
`;

/** A manifest with pieces cut out, doubled, or replaced. */
const mutated = fc
  .array(
    fc.tuple(
      fc.nat(manifest.length),
      fc.nat(40),
      fc.oneof(
        fc.constantFrom(
          "",
          "\n",
          "---\n",
          "{{",
          ": ",
          "- ",
          "*r",
          "'",
          '"',
          "\u2028",
          "$patch: x",
          "items:",
          "#@ x",
          "\t",
          "null",
          "1",
        ),
        fc.string({ maxLength: 5 }),
      ),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((edits) => {
    let text = manifest;
    for (const [at, length, put] of edits) text = text.slice(0, at) + put + text.slice(at + length);
    return text;
  });

const paths = fc.constantFrom(
  "a.yaml",
  "b.json",
  "kustomization.yaml",
  "kubelet.service",
  "x.sh",
  "kube-apiserver",
  "tokens.csv",
  "-",
);

describe("parse", () => {
  it("never throws, and every place lies in the text", () => {
    fc.assert(
      fc.property(paths, fc.oneof(mutated, fc.string(), fc.string({ unit: "binary" })), (path, text) => {
        const { documents, diagnostics, directives } = parse({ path, text });
        for (const { origin } of [...documents, ...diagnostics, ...directives]) {
          if (origin.kind !== "text") continue;
          expect(origin.start).toBeGreaterThanOrEqual(0);
          expect(origin.end).toBeGreaterThanOrEqual(origin.start);
          expect(origin.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

/** All that a text gave, but the text itself. */
function said(parsed: ParsedText): string {
  return JSON.stringify(parsed, (key, value: unknown) => {
    if (key === "source" || key === "offsets") return undefined;
    return value instanceof Map ? [...value] : value;
  });
}

describe("a secret goes no further", () => {
  const word = fc.stringMatching(/^[A-Za-z0-9]{24,40}$/);
  const base64 = (text: string): string => Buffer.from(text).toString("base64");
  const jwt = (secret: string): string => {
    const claims = {
      iss: "kubernetes/serviceaccount",
      "kubernetes.io/serviceaccount/namespace": "n",
      "kubernetes.io/serviceaccount/service-account.name": "s",
      "kubernetes.io/serviceaccount/secret.name": "t",
      sub: "system:serviceaccount:n:s",
    };
    return `${Buffer.from("{}").toString("base64url")}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${secret}`;
  };
  const secretOf = (body: string): string => `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n${body}\n`;
  // In two halves, so that nobody takes this file for a key.
  const pem = `-----BEGIN RSA ${"PRIVATE"} KEY-----`;

  it.each<[string, string, (secret: string) => string]>([
    ["Secret data", "s.yaml", (secret) => secretOf(`data: {k: ${base64(secret)}}`)],
    ["Secret data that is no base64", "s.yaml", (secret) => secretOf(`data: {k: "${secret}*"}`)],
    ["Secret stringData", "s.yaml", (secret) => secretOf(`stringData: {k: ${secret}}`)],
    [
      "a legacy token",
      "s.yaml",
      (secret) => secretOf(`type: kubernetes.io/service-account-token\ndata: {token: ${base64(jwt(secret))}}`),
    ],
    ["a legacy token as text", "s.yaml", (secret) => secretOf(`stringData: {token: ${jwt(secret)}}`)],
    ["a broken Secret", "s.yaml", (secret) => secretOf(`data: {k: ${secret}, *nope}`)],
    ["a Secret with a key written twice", "s.yaml", (secret) => secretOf(`stringData:\n  k: ${secret}\n  k: x`)],
    ["a JSON Secret cut off", "s.json", (secret) => `{"apiVersion":"v1","kind":"Secret","data":{"k":"${secret}"`],
    ["a Secret in a list of strings", "s.yaml", (secret) => `apiVersion: v1\nkind: SecretList\nitems:\n- ${secret}\n`],
    [
      "a kubeconfig",
      "admin.conf",
      (secret) =>
        `apiVersion: v1\nkind: Config\nusers:\n- name: u\n  user: {token: ${jwt(secret)}, password: ${secret}, client-key-data: ${base64(secret)}}\n`,
    ],
    ["a token file", "tokens.csv", (secret) => `${secret},admin,1,"system:masters"\n`],
    ["a token file with too few columns", "tokens.csv", (secret) => `${secret},admin\n${secret},system:x,1,"\n`],
    ["a private key", "key.pem", (secret) => `${pem}\n${secret}\n-----END RSA PRIVATE KEY-----\n`],
  ])("%s", (_title, path, text) => {
    fc.assert(
      fc.property(word, (secret) => {
        const everything = said(parse({ path, text: text(secret) }));
        for (const form of [secret, base64(secret)]) expect(everything).not.toContain(form);
      }),
      { numRuns: 50 },
    );
    const named =
      path === "tokens.csv" ? said(parse({ path, text: text("S".repeat(30)) }, { role: "token-file" })) : "";
    expect(named).not.toContain("S".repeat(30));
  });
});
