import { complaints, writtenAt, writtenFlags } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { parse } from "../parse.ts";

const machine = `version: v1alpha1
machine:
  type: controlplane
  kubelet:
    image: ghcr.io/siderolabs/kubelet:v1.33.1
    extraArgs: {rotate-server-certificates: true}
    extraConfig:
      readOnlyPort: 10255
  files:
  - path: /var/etc/a.yaml
    content: |
      a: b
cluster:
  controlPlane: {endpoint: https://k:6443}
  aescbcEncryptionSecret: SECRET
  apiServer:
    image: registry.k8s.io/kube-apiserver:v1.33.1
    extraArgs:
      anonymous-auth: "true"
      authorization-mode: AlwaysAllow
      service-account-issuer: [https://a, https://b]
    admissionControl:
    - name: PodSecurity
      configuration:
        kind: PodSecurityConfiguration
    auditPolicy:
      apiVersion: audit.k8s.io/v1
      kind: Policy
      rules:
      - level: Metadata
    authorizationConfig:
    - type: Webhook
      name: w
      webhook: {timeout: 3s}
`;

/** Files of the machine, and where a word of each stands in the outer text. */
function filesOf(text: string): readonly (readonly string[])[] {
  return parse({ path: "cp.yaml", text }).facts.flatMap((fact) => {
    if (fact.fact !== "machine-file") return [];
    return [[fact.file.path.value.replace(/^.*\//, ""), fact.file.source.text]];
  });
}

describe("Talos' machine configuration", () => {
  test("written flags; some arguments are added to Talos' own", () => {
    expect(writtenFlags({ path: "cp.yaml", text: machine })).toEqual([
      "kube-apiserver --anonymous-auth=true 19:7",
      "kube-apiserver --authorization-mode=Node,RBAC,AlwaysAllow 20:7",
      "kube-apiserver --service-account-issuer=https://a 21:32",
      "kube-apiserver --service-account-issuer=https://b 21:43",
      "kubelet --rotate-server-certificates=true 6:17",
    ]);
  });

  test("a control plane, of the version of its images", () => {
    const { facts } = parse({ path: "cp.yaml", text: machine });
    const started = facts.flatMap((fact) => (fact.fact === "invocation" ? [fact.invocation] : []));
    expect(
      started.map(({ component, version }) => [component, version?.value, version && writtenAt(version.origin)]),
    ).toEqual([
      ["kube-apiserver", "1.33.1", "17:44"],
      ["kube-controller-manager", "1.33.1", "5:40"],
      ["kube-scheduler", "1.33.1", "5:40"],
      ["kubelet", "1.33.1", "5:40"],
      ["etcd", undefined, undefined],
    ]);
    const kubelet = started.find(({ component }) => component === "kubelet");
    expect(
      kubelet?.flags.filter(({ name }) => name === "read-only-port" || name === "config").map(({ value }) => value),
    ).toEqual(["/etc/kubernetes/kubelet.yaml"]);
  });

  test("the files that Talos writes", () => {
    expect(filesOf(machine)).toEqual([
      ["a.yaml", "a: b\n"],
      [
        "admission-control-config.yaml",
        '{"apiVersion":"apiserver.config.k8s.io/v1","kind":"AdmissionConfiguration","plugins":[{"name":"PodSecurity","configuration":{"kind":"PodSecurityConfiguration"}}]}',
      ],
      ["auditpolicy.yaml", '{"apiVersion":"audit.k8s.io/v1","kind":"Policy","rules":[{"level":"Metadata"}]}'],
      [
        "authorization-config.yaml",
        '{"apiVersion":"apiserver.config.k8s.io/v1","kind":"AuthorizationConfiguration","authorizers":[{"type":"Node","name":"node"},{"type":"RBAC","name":"rbac"},{"type":"Webhook","name":"w","webhook":{"timeout":"3s"}}]}',
      ],
      [
        "encryptionconfig.yaml",
        `{"apiVersion":"apiserver.config.k8s.io/v1","kind":"EncryptionConfiguration","resources":[{"resources":["secrets"],"providers":[{"aescbc":{"keys":[{"name":"key","secret":"${"A".repeat(43)}="}]}},{"identity":{}}]}]}`,
      ],
      [
        "kubelet.yaml",
        '{"apiVersion":"kubelet.config.k8s.io/v1beta1","kind":"KubeletConfiguration","readOnlyPort":10255}',
      ],
    ]);
  });

  test("documents of their own since 1.14, without a version of the machine's: a patch", () => {
    const text =
      "apiVersion: v1alpha1\nkind: KubeAPIServerConfig\nimage: x/kube-apiserver:v1.35.0\nextraArgs: {v: 4}\n---\napiVersion: v1alpha1\nkind: KubeAuthenticationConfig\nconfiguration: {anonymous: {enabled: true}}\n";
    expect(writtenFlags({ path: "p.yaml", text })).toEqual(["kube-apiserver --v=4 4:13"]);
    expect(filesOf(text)).toEqual([
      [
        "authentication-config.yaml",
        '{"apiVersion":"apiserver.config.k8s.io/v1","kind":"AuthenticationConfiguration","anonymous":{"enabled":true}}',
      ],
    ]);
    const [fact] = parse({ path: "p.yaml", text }).facts.filter((one) => one.fact === "invocation");
    expect(fact?.fact === "invocation" && fact.invocation.unresolved?.length).toBe(1);
    // `apiPort` is not written: the port is Talos' own.
    expect(JSON.stringify(fact)).toContain('"name":"secure-port","value":"6443"');
    expect(fact?.fact === "invocation" && fact.invocation.flags.some(({ name }) => name === "anonymous-auth")).toBe(
      false,
    );
  });
});

test.each([
  ["a worker starts a kubelet", "version: v1alpha1\nmachine: {type: worker}\ncluster: {}\n", ["kubelet"]],
  ["a patch starts what it speaks of", "cluster: {scheduler: {extraArgs: {v: 1}}}\n", ["kube-scheduler"]],
  ["other values with such keys", "cluster: {name: c}\nmachine: {kind: m}\n", []],
  ["values of a chart", "cluster: {apiServer: {host: h}}\nimage: x\n", []],
  ["another v1alpha1", "apiVersion: v1alpha1\nkind: Config\n", []],
])("%s", (_name, text, components) => {
  const { facts } = parse({ path: "a.yaml", text });
  expect(facts.flatMap((fact) => (fact.fact === "invocation" ? [fact.invocation.component] : []))).toEqual(components);
});

test.each([
  [
    "a file that is Talos' own",
    "cluster: {apiServer: {extraArgs: {client-ca-file: /x}}}\n",
    ["error refused-argument 1:35: Talos refuses the argument client-ca-file: the file is its own"],
  ],
  [
    "a list",
    "cluster: {apiServer: {extraArgs: [a]}}\n",
    ["error wrong-type 1:34: extraArgs is a map from names to values"],
  ],
  [
    "a map for a value",
    "cluster: {apiServer: {extraArgs: {v: {a: b}}}}\n",
    ["error wrong-type 1:38: v takes a text or a list of texts, not a mapping"],
  ],
])("told: %s", (_name, text, expected) => {
  expect(complaints({ path: "a.yaml", text })).toEqual(expected);
});
