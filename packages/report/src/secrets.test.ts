import { describe, expect, it } from "vitest";
import { lineContext } from "./line-context.ts";
import { maskSecrets, rawLine } from "./secrets.ts";

const jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";

describe("a line of megabytes", () => {
  const filler = '{"kind": "ConfigMap", "note": "nothing of interest"}, '.repeat(40_000);

  it("is searched in all its length", () => {
    for (const offset of [0, 1, 65_530, 65_536, 66_000, 1_000_000]) {
      const before = filler.slice(0, offset);
      const line = `${before} --token=s3cr3t ${filler}`;
      expect(maskSecrets(line) === `${before} --token=****** ${filler}`, `at ${offset}`).toBe(true);
    }
  });

  it("hides all of a secret that is longer than a piece of it", () => {
    const line = `${filler}"token": "${"s3cr3t".repeat(50_000)}", "name": "x"`;
    expect(maskSecrets(line).endsWith('"token": ******", "name": "x"')).toBe(true);
  });

  it.each(["a", "a-", "eyJ", ":// ", "kind: Secret data: {", '\\"'])(
    "takes time in proportion, of %s alone",
    (word) => {
      const line = word.repeat(10_000_000 / word.length);
      const start = performance.now();
      maskSecrets(line);
      lineContext({ path: "x.yaml", text: line }, 1);
      expect(performance.now() - start).toBeLessThan(10_000);
    },
  );
});

describe("a line by itself", () => {
  it.each([
    ["    token: abcdef.0123456789abcdef", "    token: ******"],
    ["    token: abc def", "    token: ******"],
    ['    "token": "abc\\"def", "name": "x"', '    "token": ******, "name": "x"'],
    ["- {name: ci, user: {token: s3cr3t, other: x}}", "- {name: ci, user: {token: ******, other: x}}"],
    ["    client-key-data: LS0tLS1CRUdJTiBSU0E=", "    client-key-data: ******"],
    ["    password: 'it''s'", "    password: ******"],
    ["  clientSecret: hunter2", "  clientSecret: ******"],
    ["  token-secret: 0123456789abcdef", "  token-secret: ******"],
    ["  secret: c2VjcmV0IGlzIHNlY3VyZQ==", "  secret: ******"],
    ["    - --token=abc --v=4", "    - --token=****** --v=4"],
    ["kubeadm join 10.0.0.1:6443 --token abcdef.0123456789abcdef", "kubeadm join 10.0.0.1:6443 --token ******"],
    [`  note: ${jwt} here`, "  note: ****** here"],
    ["id is abcdef.0123456789abcdef", "id is abcdef.******"],
    ["  header: Bearer abc123", "  header: Bearer ******"],
    ["- --manifest-url-header=Authorization:s3cr3t", "- --manifest-url-header=Authorization:******"],
    ['["--manifest-url-header", "X-Key: s3cr3t"]', '["--manifest-url-header", "X-Key: ******"]'],
    ["url: https://user:pass@example.com/", "url: https://user:******@example.com/"],
    ["  tls.key: LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCg==", "  tls.key: ******"],
    ["-----BEGIN RSA PRIVATE KEY-----", "******"],
    ["      MIIEowIBAAKCAQEAu1SU1LfVLPHCozMxH2Mo4lgOEePzNm0tRgeLezV6", "      ******"],
    [
      '{"kind":"Secret","data":{"a":"Yg==","c":"}"},"type":"Opaque"}',
      '{"kind":"Secret","data":{******},"type":"Opaque"}',
    ],
    [
      "{kind: Secret, stringData: {a: b}, metadata: {name: x}}",
      "{kind: Secret, stringData: {******}, metadata: {name: x}}",
    ],
    [
      '  "last-applied": "{\\"data\\":{\\"a\\":\\"Yg==\\"},\\"kind\\":\\"Secret\\"}"',
      '  "last-applied": "{\\"data\\":{******',
    ],
  ])("hides %s", (line, expected) => {
    expect(maskSecrets(line)).toBe(expected);
  });

  it.each([
    "automountServiceAccountToken: true",
    "  enable-bootstrap-token: true",
    "- --token-auth-file=/etc/kubernetes/tokens.csv",
    "- --service-account-signing-key-file=/etc/kubernetes/pki/sa.key",
    "- --authorization-mode=Node,RBAC",
    "  resources: [configmaps, secrets, serviceaccounts/token]",
    "type: kubernetes.io/service-account-token",
    "  secret: {secretName: etcd-certs}",
    "  secret:",
    "kind: Secret",
    "# where the bearer tokens are",
    "image: registry.k8s.io/pause@sha256:7031c1b283388d2c2e09b57badb803c05ebed362dc88d84b480cc47f72a21097",
    "    kubernetes.io/service-account.name: backup",
    "  name: config.kubernetes-release",
    "  verbs: [get, list, watch, create, update, patch, delete]",
  ])("shows %s", (line) => {
    expect(maskSecrets(line)).toBe(line);
  });
});

describe("a line in its file", () => {
  const shown = (text: string): string => {
    const source = { path: "x", text };
    return text
      .split("\n")
      .map((_, i) => maskSecrets(rawLine(source, i + 1), lineContext(source, i + 1)))
      .join("\n");
  };

  it.each([
    [
      "data of a Secret: keys stay",
      "kind: Secret\ndata:\n  user: YWRtaW4=\n  pass: Yg==\nmetadata:\n  name: x",
      "kind: Secret\ndata:\n  user: ******\n  pass: ******\nmetadata:\n  name: x",
    ],
    [
      "kind below, in a list",
      "items:\n- stringData:\n    a: b\n    c: |\n      one: 1\n      two\n  kind: Secret\n- data:\n    a: b\n  kind: ConfigMap",
      "items:\n- stringData:\n    a: ******\n    c: |\n      ******\n      ******\n  kind: Secret\n- data:\n    a: b\n  kind: ConfigMap",
    ],
    [
      "indented JSON",
      '{\n  "kind": "Secret",\n  "data": {\n    "a": "Yg=="\n  }\n}',
      '{\n  "kind": "Secret",\n  "data": {\n    "a": ******\n  }\n}',
    ],
    [
      "JSON broken anywhere",
      '{"kind":"Secret","data":{\n"a":\n"Yg=="\n}}',
      '{"kind":"Secret","data":{\n******\n******\n}}',
    ],
    ["indented by one", "kind: Secret\ndata:\n a: b", "kind: Secret\ndata:\n a: ******"],
    [
      "a Secret beside a ConfigMap",
      "kind: ConfigMap\ndata:\n  a: b\n---\nkind: Secret\ndata:\n  a: b",
      "kind: ConfigMap\ndata:\n  a: b\n---\nkind: Secret\ndata:\n  a: ******",
    ],
    ["data of nothing known", "data:\n  a: b", "data:\n  a: ******"],
    ["a token table", 'abc,jane,1,"a,b"\n"d,e",joe,2', '******,jane,1,"a,b"\n******,joe,2'],
    [
      "PEM in a block",
      "cert: |\n  -----BEGIN PRIVATE KEY-----\n  MIIE\n  Cg==\n  -----END PRIVATE KEY-----\nname: x",
      "cert: |\n  ******\n  ******\n  ******\n  ******\nname: x",
    ],
    ["a token below its key", "user:\n  token: >-\n    abc\n  name: x", "user:\n  token: >-\n    ******\n  name: x"],
    ["a volume", "volumes:\n- secret:\n    secretName: x", "volumes:\n- secret:\n    secretName: x"],
    ["a token table with a row too short", "abc,jane\nd e,joe,2", "******,jane\n******,joe,2"],
    ["settings are no table", "ports=8080,9090,9091\nnames=a,b,c", "ports=8080,9090,9091\nnames=a,b,c"],
    ["a list of verbs is no table", "verbs: [get,\nlist,watch,patch]", "verbs: [get,\nlist,watch,patch]"],
  ])("%s", (_name, text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

it.each([
  ["dashes", "-"],
  ["backslashes", "\\"],
  ["beginnings of tokens", "eyJ"],
  ["open maps", "kind: Secret, data: {"],
  ["words and blanks", "data  "],
  ["keys", "token: "],
  ["colons", "://a:"],
])("takes no more than a moment for a line of a million %s", (_name, piece) => {
  const source = { path: "x", text: `a:\n  ${piece.repeat(1_000_000 / piece.length)}\n` };
  const started = performance.now();
  maskSecrets(rawLine(source, 2), lineContext(source, 2));
  expect(performance.now() - started).toBeLessThan(2000);
});

describe("several entries of one flow mapping", () => {
  it.each([
    ["{secret: abcd, token: efgh, name: x}", "{secret: ******, token: ******, name: x}"],
    [
      "cluster: {token: 'a b', secretboxEncryptionSecret: Zm9v, aescbcEncryptionSecret: YmFy, id: x}",
      "cluster: {token: ******, secretboxEncryptionSecret: ******, aescbcEncryptionSecret: ******, id: x}",
    ],
  ])("%s", (line, shown) => {
    expect(maskSecrets(line)).toBe(shown);
  });

  it("thousands of them take no time", () => {
    const line = `{${"token: abcdefgh, ".repeat(60_000)}}`;
    expect(maskSecrets(line).includes("abcdefgh")).toBe(false);
  });
});
