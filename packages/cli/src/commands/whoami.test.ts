import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkoutPath, schemaCheck } from "@authgraph/testkit";
import { afterAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "authgraph-whoami-"));
afterAll(() => rmSync(folder, { recursive: true }));

const pem = (name: string): string =>
  readFileSync(checkoutPath("fixtures", "certificates", "chains", `${name}.pem`), "utf8");
const files: Readonly<Record<string, string>> = {
  "etc/kubernetes/manifests/kube-apiserver.yaml": `
apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.36.0
    command:
    - kube-apiserver
    - --authorization-mode=Node,RBAC
    - --client-ca-file=/etc/kubernetes/pki/ca.crt
    - --token-auth-file=/etc/kubernetes/tokens.csv
    - --enable-bootstrap-token-auth=true
    - --etcd-servers=https://127.0.0.1:2379
    - --service-account-issuer=https://kubernetes.default.svc
    - --service-account-key-file=/etc/kubernetes/pki/sa.pub
    - --service-account-signing-key-file=/etc/kubernetes/pki/sa.key
    - --oidc-issuer-url=https://issuer.example.com
    - --oidc-client-id=cluster
    - --oidc-groups-claim=groups
`,
  "etc/kubernetes/pki/ca.crt": pem("root-ca"),
  "etc/kubernetes/tokens.csv": 'tok3n-that-is-secret,root,1,"system:masters"\n',
  "admin.conf": `
apiVersion: v1
kind: Config
users:
- name: jane
  user:
    client-certificate-data: ${Buffer.from(pem("short")).toString("base64")}
    client-key-data: ${Buffer.from("k3y-that-is-secret").toString("base64")}
`,
  "objects.yaml": `
apiVersion: v1
kind: Secret
metadata: {name: bootstrap-token-abcdef, namespace: kube-system}
type: bootstrap.kubernetes.io/token
stringData: {token-id: abcdef, token-secret: 0123456789abcdef, usage-bootstrap-authentication: "true"}
`,
};
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function whoami(...args: readonly string[]) {
  const main = fileURLToPath(new URL("../main.ts", import.meta.url));
  const words = ["--import", import.meta.resolve("tsx"), main, "whoami", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

const check = schemaCheck(JSON.parse(readFileSync(checkoutPath("docs/schemas/whoami.schema.json"), "utf8")));
const at = ["--at", "2026-11-24T12:00:00Z"];

describe("whoami", () => {
  const { status, stdout } = whoami(".", ...at, "--format", "json");

  it("lists every credential, the strongest that can be used first", () => {
    expect(status).toBe(0);
    const answer = JSON.parse(stdout);
    expect(check(answer)).toEqual([]);
    expect(answer.credentials).toMatchObject([
      { form: "token-file-row", identity: { user: "root", uid: "1" }, power: { level: 1 }, usable: "yes" },
      {
        form: "kubeconfig-client-certificate",
        identity: { user: "short", groups: ["system:authenticated"] },
        notAfter: "2026-11-25T02:40:09Z",
        expired: false,
        authority: { name: "CN=root", file: "/etc/kubernetes/pki/ca.crt" },
        usable: "yes",
        proofInText: true,
      },
      { form: "issuer", names: { user: "https://issuer.example.com#…", groups: "…" }, usable: "unknown" },
      { form: "bootstrap-token", identity: { user: "system:bootstrap:abcdef" }, usable: "yes" },
    ]);
  });

  it("never tells the secret", () => {
    const pretty = whoami(".", ...at);
    for (const secret of ["tok3n", "k3y", "0123456789abcdef", files["etc/kubernetes/pki/ca.crt"] ?? ""]) {
      expect(stdout + pretty.stdout + pretty.stderr).not.toContain(secret);
    }
  });

  it("tells people who, what, until when and where", () => {
    expect(whoami("admin.conf", "--at", "2026-11-26").stdout).toBe(
      [
        "one credential (at 2026-11-26T00:00:00Z)",
        "",
        "User short",
        "  nothing is known beyond what everybody may",
        "  admin.conf:7:30  user jane in kubeconfig admin.conf, with what proves it",
        "  expired 2026-11-25T02:40:09Z, less than a day ago, signed by CN=root",
        "  cannot be used: certificate has expired or is not yet valid",
        "",
        "assumed: Kubernetes 1.37 with its default roles and bindings",
        "assumed: kube-apiserver runs with --authorization-mode=Node,RBAC and the defaults of its version",
        "",
      ].join("\n"),
    );
  });

  it("finds nothing, and cannot look", () => {
    expect(whoami("etc/kubernetes/pki", ...at)).toMatchObject({
      status: 0,
      stdout: "no credential among the inputs\n",
    });
    expect(whoami("gone").status).toBe(2);
    expect(whoami(".", "--format", "xml").status).toBe(2);
  });
});
