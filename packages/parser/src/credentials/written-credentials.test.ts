import { positionAt } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { parse } from "../parse.ts";

/** Form, owner, key and line of what is found, and whose token it is. */
function found(text: string): readonly unknown[] {
  return parse({ path: "a.yaml", text }).facts.flatMap((fact) => {
    if (fact.fact !== "written-credential") return [];
    const { form, owner, key, origin, account } = fact.written;
    const line = origin.kind === "text" ? positionAt(origin.source, origin.start).line : 0;
    return [[form, owner, key, line, account && `${account.namespace}/${account.name}`]];
  });
}

const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString("base64url");
const jwt = (claims: object) => `${part({ alg: "RS256", kid: "k" })}.${part(claims)}.${"c2lnbmF0dXJl".repeat(4)}`;
const accountToken = jwt({ sub: "system:serviceaccount:ci:bot", aud: ["https://kubernetes.default.svc"] });
const body = "not+a+real+key/".repeat(8);
const pem = (label: string, content: string = body) => `-----BEGIN ${label}-----\n${content}\n-----END ${label}-----\n`;
const indented = (text: string) => text.replaceAll(/^/gm, "    ");

const configMap = (value: string) => `apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: web}
data:
  value: |
${indented(value)}
`;
const kubeconfig = (token: string) => `apiVersion: v1
kind: Config
users:
- name: bot
  user:
    token: ${token}
`;

describe("a credential in a ConfigMap", () => {
  test.each<[what: string, value: string, form: string | undefined, account?: string]>([
    ["a ServiceAccount's token", `token=${accountToken}`, "service-account-token", "ci/bot"],
    ["another token", jwt({ sub: "jane", iss: "https://id.example" }), undefined],
    ["half a token", accountToken.split(".").slice(0, 2).join("."), undefined],
    ["a private key", pem("PRIVATE KEY"), "private-key"],
    ["an RSA key", pem("RSA PRIVATE KEY"), "private-key"],
    ["an encrypted key", pem("ENCRYPTED PRIVATE KEY"), undefined],
    ["a key left out", pem("PRIVATE KEY", "..."), undefined],
    ["a public key", pem("PUBLIC KEY"), undefined],
    ["a kubeconfig with its token", kubeconfig("Zm9vYmFyYmF6cXV4MTIz"), "kubeconfig-token"],
    ["a kubeconfig to be filled in", kubeconfig("<the token of the bot>"), undefined],
    ["a kubeconfig with a placeholder", kubeconfig("${SERVICEACCOUNT_TOKEN}"), undefined],
  ])("%s", (_, value, form, account) => {
    const expected = form === undefined ? [] : [[form, "ConfigMap web/settings", "value", 5, account]];
    expect(found(configMap(value))).toEqual(expected);
  });
});

test("a credential in an environment variable, by its name", () => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata: {name: api, namespace: web}
spec:
  template:
    spec:
      containers:
      - name: api
        env:
        - name: KUBE_TOKEN
          value: ${accountToken}
        - name: TLS_KEY
          value: "${pem("EC PRIVATE KEY").replaceAll("\n", "\\n")}"
        - {name: MODE, value: plain}
`;
  expect(found(text)).toEqual([
    ["service-account-token", "Deployment web/api", "KUBE_TOKEN", 10, "ci/bot"],
    ["private-key", "Deployment web/api", "TLS_KEY", 12, undefined],
  ]);
});

test("nothing of a credential is kept", () => {
  const facts = parse({ path: "a.yaml", text: configMap(accountToken) }).facts;
  const kept = JSON.stringify(facts, (key, value) => (key === "source" ? undefined : value));
  expect(kept).not.toContain(accountToken.slice(0, 12));
});
