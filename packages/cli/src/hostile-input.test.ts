import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { folderWith, runAuthgraph } from "@authgraph/testkit";
import { afterAll, describe, expect, test } from "vitest";
import { type Format, formats } from "./commands/formats.ts";

function binding(name: string, subject: string, role = "cluster-admin"): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: ${JSON.stringify(name)}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${JSON.stringify(role)}}
subjects: [{kind: Group, name: ${JSON.stringify(subject)}, apiGroup: rbac.authorization.k8s.io}]
`;
}

const risky = binding("everybody", "system:unauthenticated");

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = folderWith(files);
  folders.push(folder);
  return folder;
}

/** Everything that a scan says, by format, with all there is to say. */
type Said = ReadonlyMap<string, string>;

async function everything(
  cwd: string,
  ...more: readonly string[]
): Promise<{ readonly code: number | undefined; readonly said: Said }> {
  const all = ["--verbose", "--severity", "info", "--confidence", "possible"];
  const outputs = formats.flatMap((format) => ["-f", format, "-o", format === "pretty" ? "-" : `../out.${format}`]);
  const { code, stdout, stderr } = await runAuthgraph(["scan", ".", ...all, ...outputs, ...more], {
    cwd: join(cwd, "in"),
  });
  const read = (format: Format): string =>
    format === "pretty" ? stdout : readFileSync(join(cwd, `out.${format}`), "utf8");
  return { code, said: new Map([["stderr", stderr], ...formats.map((format) => [format, read(format)] as const)]) };
}

/** What a terminal or a runner would obey, by format; an annotation is meant to be. */
function obeyedIn(said: Said): readonly (readonly [string, readonly string[]])[] {
  return [...said].flatMap(([format, text]) => {
    const lines = obeyed(format === "csv" ? text.replaceAll("\r\n", "\n") : text);
    const forged =
      format === "github"
        ? lines.filter((line) => !/^::(?:error|warning|notice) (?:file=|title=)[^\u0000-\u001f]*$/.test(line))
        : lines;
    return forged.length === 0 ? [] : [[format, forged] as const];
  });
}

/** In a folder of their own, beside what is written about them. */
function inputs(files: Readonly<Record<string, string | Uint8Array>>): string {
  return project(Object.fromEntries(Object.entries(files).map(([path, content]) => [`in/${path}`, content])));
}

const repeated = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("");

const aliases = `a0: &a0 [x, x, x, x, x, x, x, x, x]\n${repeated(30, (i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(", ")}]\n`)}`;

describe("input that is made to break its reader", () => {
  test("is told or read, and hides nothing in the files beside it", async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, i) => i % 256);
    const files = {
      "alias-bomb.yaml": aliases,
      "alias-bomb-role.yaml": `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: bomb}\nrules: *a9\n${aliases}`,
      "alias-self.yaml": "a: &a [*a]\n",
      "binary.yaml": bytes,
      "binary-later.yaml": Buffer.concat([Buffer.from(`# ${"x".repeat(20_000)}\n`), bytes]),
      "blank-lines.yaml": "\n".repeat(2_000_000),
      "deep-block.yaml": repeated(10_000, (i) => `${" ".repeat(Math.min(i, 2000))}a:\n`),
      "deep-flow.yaml": `a: ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`,
      "deep.json": `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`,
      "documents.yaml": "---\n".repeat(500_000),
      "empty.yaml": "",
      "invalid-utf8.yaml": Buffer.concat([Buffer.from("a: "), Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80])]),
      "long-key.yaml": `${"a".repeat(5_000_000)}: b: c\n`,
      "long-name.yaml": binding("n".repeat(500_000), "system:authenticated"),
      "many-rules.yaml": `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: many}\nrules:\n${repeated(10_000, (i) => `- {apiGroups: [""], resources: [secrets], verbs: [get], resourceNames: [s${i}]}\n`)}---\n${binding("many", "system:authenticated", "many")}`,
      "merge.yaml": `a: &a {x: 1}\n${repeated(5000, (i) => `b${i}: {<<: *a}\n`)}`,
      "nul.yaml": "\0",
      "utf16.yaml": Buffer.from(`\ufeff${risky.replace("everybody", "in-utf16")}`, "utf16le"),
      "z-last.yaml": risky,
    };
    const { code, said } = await everything(inputs(files));
    expect(code).toBe(1);
    expect(said.get("stderr")).not.toContain("internal error");
    const report: { findings: readonly { place: { path: string } }[]; coverage: { filesSeen: number } } = JSON.parse(
      said.get("json") ?? "",
    );
    const found = new Set(report.findings.map(({ place }) => place.path));
    for (const path of ["long-name.yaml", "many-rules.yaml", "utf16.yaml", "z-last.yaml"])
      expect(found).toContain(path);
    expect(report.coverage.filesSeen).toBe(Object.keys(files).length);
    expect(obeyedIn(said)).toEqual([]);
  });

  test("200 MB: the last document counts as the first", async () => {
    const cwd = project({});
    const data = repeated(1000, (i) => `  k${i}: ${"x".repeat(990)}\n`);
    const document = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: large}\ndata:\n${data}---\n`;
    const file = openSync(join(cwd, "large.yaml"), "w");
    for (let written = 0; written < 200e6; written += document.length) writeSync(file, document);
    writeSync(file, risky);
    closeSync(file);
    const { code, stdout } = await runAuthgraph(["scan", ".", "-f", "json"], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [{}], coverage: { filesRead: 1 } });
  });
});

/** Anything of a text that a terminal or a build log would act on, line by line. */
function obeyed(text: string): readonly string[] {
  return text.split("\n").filter((line) => hidden.test(line) || /^\s*::[^:]/.test(line) || /##\[|##vso\[/i.test(line));
}

const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

test("names are never obeyed: not by a terminal, not by a build, and colours are ours alone", async () => {
  const evil = "\u001b[2J\u001b]0;title\u0007\u009b31m\r\n::error file=x::y\n##[error]z\u202egnp\u200b";
  const role = `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: ${JSON.stringify(evil)}}\nrules: [{apiGroups: [""], resources: [secrets], verbs: ["*"]}]\n`;
  const files = {
    "subject.yaml": binding("subject", evil),
    "binding.yaml": binding(evil, "system:authenticated"),
    "role.yaml": `${role}---\n${binding("role", "system:authenticated", evil)}`,
    "refused.yaml": role.replace("rules: [", `rules: ${JSON.stringify(evil)}\nx: [`),
    "kind.yaml": `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${JSON.stringify(evil)}\n`,
    "syntax.yaml": `a: "\u202e\u001b[31m\n::error::x\n`,
    "server.yaml": `apiVersion: v1\nkind: Pod\nmetadata: {name: kube-apiserver, namespace: kube-system}\nspec:\n  containers:\n  - name: kube-apiserver\n    command: [kube-apiserver, ${JSON.stringify(`--token-auth-file=/etc/${evil}`)}, ${JSON.stringify(`--authorization-mode=${evil}`)}]\n`,
    [`${evil.replaceAll("/", "")}.yaml`]: risky,
    [`${evil.replaceAll("/", "")}folder/x.yaml`]: "a: [\n",
  };
  const cwd = inputs(files);
  const [plain, coloured] = [await everything(cwd), await everything(cwd, "--color", "always")];
  expect(plain.code).toBe(1);
  expect(obeyedIn(plain.said)).toEqual([]);
  for (const [format, text] of coloured.said) {
    expect([format, text.replace(/\u001b\[[0-9;]*m/g, "")]).toEqual([format, plain.said.get(format)]);
  }
});

test("a planted secret is in no output of any format", async () => {
  const secret = (what: string): string => `Pl4nted${what}S3cret0123456789`;
  const base64 = (text: string): string => Buffer.from(text).toString("base64");
  const jwt = `${Buffer.from('{"alg":"RS256"}').toString("base64url")}.${Buffer.from('{"iss":"kubernetes/serviceaccount","kubernetes.io/serviceaccount/namespace":"ops","kubernetes.io/serviceaccount/service-account.name":"robot","sub":"system:serviceaccount:ops:robot"}').toString("base64url")}.${secret("Signature")}`;
  const pem = `-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA${secret("Pem")}${"Ab3".repeat(14)}\n-----END RSA PRIVATE KEY-----\n`;
  const applied = JSON.stringify({
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "s" },
    data: { password: base64(secret("Applied")) },
  });
  const indented = (text: string, by: string): string => text.replaceAll("\n", `\n${by}`);
  const secretObject = `apiVersion: v1
kind: Secret
metadata:
  name: robot-token
  namespace: ops
  annotations:
    kubernetes.io/service-account.name: robot
    kubectl.kubernetes.io/last-applied-configuration: ${JSON.stringify(applied)}
type: kubernetes.io/service-account-token
data:
  token: ${base64(jwt)}
  other: ${base64(secret("Data"))}
stringData:
  plain: ${secret("StringData")}
  pem: |
    ${indented(pem, "    ")}
`;
  const server = `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
  - name: kube-apiserver
    command: [kube-apiserver, --token-auth-file=/etc/kubernetes/tokens.csv, --anonymous-auth=true]
    env: [{name: OIDC_CLIENT_SECRET, value: ${secret("Env")}}]
`;
  const kubeconfig = `apiVersion: v1
kind: Config
clusters: [{name: c, cluster: {server: "https://user:${secret("Url")}@example.com"}}]
users:
- name: admin
  user: {token: ${secret("Kubeconfig")}, client-key-data: ${base64(pem)}}
- name: basic
  user:
    username: root
    password: ${secret("Password")}
contexts: [{name: x, context: {cluster: c, user: admin}}]
`;
  const files = {
    "secret.yaml": `${secretObject}---\n${binding("robot", "system:serviceaccounts:ops")}`,
    "secret.json": JSON.stringify({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "j" },
      data: { k: base64(secret("Json")) },
    }),
    // The same where something is wrong beside the value, so that its line is shown.
    "refused.yaml": secretObject.replace("data:\n", "data:\n  bad key: x\n  not-base64: Pl4ntedRefusedS3cret!!\n"),
    "syntax.yaml": secretObject.replace("  plain:", "  plain: {"),
    "duplicate.yaml": secretObject.replace("stringData:\n", `stringData:\n  plain: ${secret("Twice")}\n`),
    "tab.yaml": secretObject.replace("  plain:", "\tplain:"),
    "template.yaml": secretObject.replace("robot-token", "{{ .Values.name }}"),
    "kubeconfig.yaml": kubeconfig,
    "kubeconfig-broken.yaml": kubeconfig.replace("contexts: [", "contexts: [["),
    "admin.conf": kubeconfig,
    "etc/kubernetes/tokens.csv": `${secret("Row")},breakglass,1,"system:masters"\n${secret("Short")},x\n`,
    "server.yaml": server,
    "key.pem": pem,
    "bootstrap.yaml": `apiVersion: v1\nkind: Secret\nmetadata: {name: bootstrap-token-abcdef, namespace: kube-system}\ntype: bootstrap.kubernetes.io/token\nstringData: {token-id: abcdef, token-secret: pl4nted0s3cret00, usage-bootstrap-authentication: "true"}\n`,
    "list.json": `{"apiVersion":"v1","kind":"List","items":[${JSON.stringify({ apiVersion: "v1", kind: "Secret", metadata: { name: "l", annotations: { "kubectl.kubernetes.io/last-applied-configuration": applied } }, data: { k: base64(secret("List")) } })},{]}`,
  };
  const { code, said } = await everything(inputs(files));
  expect(code).toBe(1);
  const planted = [
    /Pl4nted\w*/,
    /pl4nted\w*/,
    /eyJ[\w-]{8,}\.[\w-]+/,
    new RegExp(base64(jwt).slice(0, 24)),
    new RegExp(base64(pem).slice(0, 24)),
    // Base64 of `Pl4nted`, at each of its three offsets.
    /UGw0bnRlZ|BsNG50ZW|QbDRudGVk/,
  ];
  for (const text of said.values()) {
    for (const pattern of planted) expect(pattern.exec(text)?.[0]).toBeUndefined();
  }
});

test("what GitHub does not take is left out, the least severe first, and told", async () => {
  const many = repeated(59_999, (i) => `${binding(`b${i}`, `g${i}`)}---\n`);
  const cwd = project({ "many.yaml": `${many}${binding("worst", "system:unauthenticated")}` });
  const { code, stderr } = await runAuthgraph(["scan", ".", "-o", "out.sarif"], { cwd });
  expect(code).toBe(1);
  expect(stderr).toBe("authgraph: out.sarif has the 25000 most severe of 60000 results: GitHub takes no more\n");
  const text = readFileSync(join(cwd, "out.sarif"), "utf8");
  const { results, invocations } = JSON.parse(text).runs[0];
  expect(results).toHaveLength(25_000);
  expect(results[0].message.text).toMatch(/^Requests without credentials /);
  expect(invocations[0].toolExecutionNotifications[0]).toMatchObject({
    level: "error",
    message: { text: expect.stringMatching(/^60000 results were found; the 25000 most severe/) },
  });
  expect(gzipSync(text, { level: 1 }).length).toBeLessThan(10_000_000);
});

test("an error of ours ends with 2 and one line; where it happened is told on request", async () => {
  const cwd = project({ "z.yaml": risky });
  const sabotage = "Date.prototype.toISOString=()=>{throw new TypeError('boom\\u001b[2J')}";
  const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(sabotage)}` };
  const [brief, verbose] = await Promise.all([
    runAuthgraph(["scan", "."], { cwd, env }),
    runAuthgraph(["scan", ".", "--verbose"], { cwd, env }),
  ]);
  expect(brief).toEqual({
    code: 2,
    stdout: "",
    stderr: "authgraph: internal error: boom\\u{1b}[2J; please report it (--verbose shows where)\n",
  });
  expect(verbose.code).toBe(2);
  expect(verbose.stderr).toMatch(/\nTypeError: boom\\u\{1b\}\[2J\n {4}at .*:\d+:\d+/);
});
