import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkoutPath, folderWith, runAuthgraph, schemaCheck } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";

const required = [
  "--etcd-servers=https://127.0.0.1:2379",
  "--service-account-issuer=https://issuer.example",
  "--service-account-key-file=/etc/kubernetes/pki/sa.pub",
  "--service-account-signing-key-file=/etc/kubernetes/pki/sa.key",
  "--authorization-mode=Node,RBAC",
];

/** A static pod with these flags beside those that no server starts without. */
function pod(flags: readonly string[], version = "v1.37.2"): string {
  const command = ["kube-apiserver", ...required, ...flags].map((word) => `    - ${word}\n`).join("");
  return `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:${version}
    command:
${command}`;
}

async function apiserver(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
  return await runAuthgraph(["apiserver", ".", ...args], { cwd: folderWith(files) });
}

describe("for people", () => {
  it("tells who may be whom, who decides, and what was set", async () => {
    const { stdout, code } = await apiserver({
      "pod.yaml": pod([
        "--client-ca-file=/etc/kubernetes/pki/ca.crt",
        "--enable-admission-plugins=NodeRestriction",
        "--oidc-issuer-url=https://accounts.example",
        "--oidc-client-id=kubernetes",
      ]),
    });
    expect(code).toBe(0);
    for (const line of [
      "kube-apiserver: Pod kube-system/kube-apiserver, v1.37.2, pod.yaml:9:7\n  would start\n",
      "1.  client certificate    signed by /etc/kubernetes/pki/ca.crt (unknown: not read)",
      "3.  OpenID Connect token  of https://accounts.example",
      "user: claim sub, prefix https://accounts.example#; no groups",
      "4.  no credentials        every path",
      "1.  Node\n    2.  RBAC\n",
      "admission beside the defaults: on NodeRestriction; off nothing",
      "audit: no policy, no backend: nothing is recorded",
      "enable-admission-plugins          NodeRestriction",
    ]) {
      expect(stdout).toContain(line);
    }
    expect(stdout).not.toContain("audit-log-maxage");
  });

  it("tells every setting when asked to", async () => {
    const { stdout } = await apiserver({ "pod.yaml": pod([]) }, "--verbose");
    expect(stdout).toMatch(/audit-log-maxage +366 +default of kube-apiserver/);
  });

  it("tells why a server would not start, at the flag", async () => {
    const files = { "pod.yaml": pod(["--insecure-port=8080", "--anonymous-auth=maybe"]) };
    const { stdout, code } = await apiserver(files);
    expect(code).toBe(1);
    expect(stdout).toMatch(/unknown flag: --insecure-port +pod\.yaml:15:7/);
    expect(stdout).toMatch(/strconv\.ParseBool: parsing "maybe": invalid syntax +pod\.yaml:16:7/);
  });

  it("compares several servers", async () => {
    const { stdout } = await apiserver({
      "a/pod.yaml": pod(["--anonymous-auth=false"]),
      "b/pod.yaml": pod(["--advertise-address=10.0.0.1"]),
    });
    expect(stdout).toContain("instances of one component that are set otherwise:\n  kube-apiserver anonymous-auth\n");
    expect(stdout).not.toContain("kube-apiserver advertise-address\n");
  });

  it("says what it assumes where no input starts one", async () => {
    const { stdout, code } = await apiserver({
      "ns.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n",
    });
    expect(code).toBe(0);
    expect(stdout).toContain("kube-apiserver, v1.37 assumed, no input starts one");
  });

  it("counts what an installer brings, and shows what somebody wrote", async () => {
    const kubeadm = `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.37.0
apiServer:
  extraArgs:
  - {name: anonymous-auth, value: "false"}
`;
    const { stdout } = await apiserver({ "kubeadm.yaml": kubeadm });
    expect(stdout).toMatch(
      /settings that are not the defaults\n {4}anonymous-auth {2}false {2}flag, kubeadm\.yaml:6:5\n/,
    );
    expect(stdout).toMatch(/\n {4}\d+ of kubeadm's own \(--verbose\)\n/);
    expect(stdout).toContain("\netcd: etcd of kubeadm's ClusterConfiguration, by kubeadm, kubeadm.yaml:2:7\n");
    expect((await apiserver({ "kubeadm.yaml": kubeadm }, "--verbose")).stdout).toMatch(
      /enable-bootstrap-token-auth +true +kubeadm's own flags\n/,
    );
  });

  it("says nothing of what part of a command line leaves out", async () => {
    const { stdout } = await apiserver({
      "kube-apiserver.service": "[Service]\nEnvironmentFile=/etc/args\nExecStart=/bin/kube-apiserver $ARGS --v=2\n",
    });
    expect(stdout).toContain("would start, as far as these flags go: they are part of a command line\n");
    expect(stdout).toMatch(/ServiceAccount token +of an issuer that nothing here names/);
    expect(stdout).toMatch(
      /assumed: \$ARGS of kube-apiserver\.service does not set --requestheader-client-ca-file, --client/,
    );
    expect(stdout).not.toMatch(/audit|encryption|admission/);
  });

  it("says what it would lack if its flags were all of them", async () => {
    const { stdout } = await apiserver({
      "a.service": "[Service]\nExecStart=/bin/kube-apiserver --etcd-servers=https://e:2379 --authorization-mode=RBAC\n",
    });
    expect(stdout).toMatch(/if they are all of it \(--complete\): .*service-account-issuer is a required flag/);
  });

  it("names the platform that is assumed, and its own authorizer", async () => {
    const { stdout } = await apiserver(
      { "ns.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n" },
      "--platform",
      "eks",
    );
    expect(stdout).toContain("kube-apiserver: the API server of Amazon EKS, v1.37 assumed, no input starts one\n");
    expect(stdout).toMatch(/ {4}3\. +IAM .* unknown\n/);
  });

  it("shows no password of a URL", async () => {
    const files = {
      "pod.yaml": pod(["--etcd-servers=https://root:hunter2@10.0.0.2:2379", "--my-token=hunter2"], "v1.20.0"),
    };
    for (const format of ["pretty", "json"]) {
      const { stdout } = await apiserver(files, "-f", format);
      expect(stdout).toContain("10.0.0.2");
      expect(stdout).not.toContain("hunter2");
    }
  });
});

describe("kubelets", () => {
  it("of which a file is missing are told in one line", async () => {
    const { stdout } = await apiserver({
      "kubelet.service": "[Service]\nExecStart=/bin/kubelet --config=/etc/k.yaml\n",
    });
    expect(stdout).toMatch(
      /config {2}\/etc\/k\.yaml {2}flag, .*\n {4}\d+ unknown: \/etc\/k\.yaml, which --config .*:2\) \(--verbose\)\n\n/,
    );
  });

  it("go by the paths of their configuration", async () => {
    const { stdout } = await apiserver({
      "kubelet.service": "[Service]\nExecStart=/usr/bin/kubelet --config=/etc/kubelet.yaml --read-only-port=10255\n",
      "etc/kubelet.yaml":
        "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nauthentication: {anonymous: {enabled: true}}\n",
    });
    expect(stdout).toMatch(/authentication\.anonymous\.enabled +true +file, etc\/kubelet\.yaml:3/);
    expect(stdout).toMatch(/readOnlyPort +10255 +flag, kubelet\.service:2/);
  });
});

describe("JSON", () => {
  const check = schemaCheck(JSON.parse(readFileSync(checkoutPath("docs/schemas/apiserver.schema.json"), "utf8")));

  it.each<[string, Readonly<Record<string, string>>]>([
    [
      "a server",
      { "pod.yaml": pod(["--client-ca-file=/ca.crt", "--token-auth-file=/t.csv", "--audit-policy-file=/p"]) },
    ],
    ["one that would not start", { "pod.yaml": pod(["--feature-gates=Foo=true"]) }],
    ["two that differ", { "a/pod.yaml": pod(["--anonymous-auth=false"]), "b/pod.yaml": pod([]) }],
    ["none", { "ns.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n" }],
    ["a kubelet", { "kubelet.service": "[Service]\nExecStart=/usr/bin/kubelet --anonymous-auth=true\n" }],
  ])("of %s is as its schema says", async (_, files) => {
    const { stdout } = await apiserver(files, "-f", "json");
    expect(check(JSON.parse(stdout))).toEqual([]);
  });

  it("of recorded hosts is as its schema says", async () => {
    for (const host of ["authn-v1-anonymous-paths-1.34", "anonymous-quoted"]) {
      const rootfs = checkoutPath(join("fixtures/oracle/controlplane", host, "rootfs"));
      const { stdout } = await runAuthgraph(["apiserver", rootfs, "--rootfs", rootfs, "--complete", "-f", "json"]);
      expect(check(JSON.parse(stdout))).toEqual([]);
    }
  });

  it("has the reason and the line of the log", async () => {
    const { stdout } = await apiserver({ "pod.yaml": pod(["--feature-gates=Foo=true"]) }, "-f", "json");
    expect(JSON.parse(stdout).instances[0]).toMatchObject({
      component: "kube-apiserver",
      version: "1.37.2",
      starts: false,
      refusals: [{ reason: "unrecognized feature gate: Foo", stage: "gates", origin: { path: "pod.yaml", line: 15 } }],
    });
  });
});
