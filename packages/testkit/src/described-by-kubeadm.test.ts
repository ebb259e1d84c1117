import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@authgraph/parser";
import { describe, expect, test } from "vitest";
import { scanTexts } from "./scan-texts.ts";
import { sharedMaterialMissing, sharedPath } from "./shared-material.ts";

// A cluster that only kubeadm, kind or Cluster API describes gives what the static pods give that kubeadm writes for it.

const pki = "/etc/kubernetes/pki";

/** The command lines in the manifests that kubeadm 1.36 writes on a machine with the address 10.0.0.1. */
const kubeadmPods: Readonly<Record<string, readonly string[]>> = {
  "kube-apiserver": [
    "advertise-address=10.0.0.1",
    "allow-privileged=true",
    "authorization-mode=Node,RBAC",
    `client-ca-file=${pki}/ca.crt`,
    "enable-admission-plugins=NodeRestriction",
    "enable-bootstrap-token-auth=true",
    `etcd-cafile=${pki}/etcd/ca.crt`,
    `etcd-certfile=${pki}/apiserver-etcd-client.crt`,
    `etcd-keyfile=${pki}/apiserver-etcd-client.key`,
    "etcd-servers=https://127.0.0.1:2379",
    `kubelet-client-certificate=${pki}/apiserver-kubelet-client.crt`,
    `kubelet-client-key=${pki}/apiserver-kubelet-client.key`,
    "kubelet-preferred-address-types=InternalIP,ExternalIP,Hostname",
    `proxy-client-cert-file=${pki}/front-proxy-client.crt`,
    `proxy-client-key-file=${pki}/front-proxy-client.key`,
    "requestheader-allowed-names=front-proxy-client",
    `requestheader-client-ca-file=${pki}/front-proxy-ca.crt`,
    "requestheader-extra-headers-prefix=X-Remote-Extra-",
    "requestheader-group-headers=X-Remote-Group",
    "requestheader-username-headers=X-Remote-User",
    "secure-port=6443",
    "service-account-issuer=https://kubernetes.default.svc.cluster.local",
    `service-account-key-file=${pki}/sa.pub`,
    `service-account-signing-key-file=${pki}/sa.key`,
    "service-cluster-ip-range=10.96.0.0/12",
    `tls-cert-file=${pki}/apiserver.crt`,
    `tls-private-key-file=${pki}/apiserver.key`,
  ],
  "kube-controller-manager": [
    "authentication-kubeconfig=/etc/kubernetes/controller-manager.conf",
    "authorization-kubeconfig=/etc/kubernetes/controller-manager.conf",
    "bind-address=127.0.0.1",
    `client-ca-file=${pki}/ca.crt`,
    "cluster-name=kubernetes",
    `cluster-signing-cert-file=${pki}/ca.crt`,
    `cluster-signing-key-file=${pki}/ca.key`,
    "controllers=*,bootstrapsigner,tokencleaner",
    "kubeconfig=/etc/kubernetes/controller-manager.conf",
    "leader-elect=true",
    `requestheader-client-ca-file=${pki}/front-proxy-ca.crt`,
    `root-ca-file=${pki}/ca.crt`,
    `service-account-private-key-file=${pki}/sa.key`,
    "use-service-account-credentials=true",
  ],
  "kube-scheduler": [
    "authentication-kubeconfig=/etc/kubernetes/scheduler.conf",
    "authorization-kubeconfig=/etc/kubernetes/scheduler.conf",
    "bind-address=127.0.0.1",
    "kubeconfig=/etc/kubernetes/scheduler.conf",
    "leader-elect=true",
  ],
  etcd: [
    "advertise-client-urls=https://10.0.0.1:2379",
    `cert-file=${pki}/etcd/server.crt`,
    "client-cert-auth=true",
    "data-dir=/var/lib/etcd",
    "feature-gates=InitialCorruptCheck=true",
    "initial-advertise-peer-urls=https://10.0.0.1:2380",
    `key-file=${pki}/etcd/server.key`,
    "listen-client-urls=https://127.0.0.1:2379,https://10.0.0.1:2379",
    "listen-metrics-urls=http://127.0.0.1:2381",
    "listen-peer-urls=https://10.0.0.1:2380",
    `peer-cert-file=${pki}/etcd/peer.crt`,
    "peer-client-cert-auth=true",
    `peer-key-file=${pki}/etcd/peer.key`,
    `peer-trusted-ca-file=${pki}/etcd/ca.crt`,
    "snapshot-count=10000",
    `trusted-ca-file=${pki}/etcd/ca.crt`,
    "watch-progress-notify-interval=5s",
  ],
};

type Arguments = Readonly<Record<string, readonly string[]>>;

function podsWith(args: Arguments): string {
  return Object.entries(kubeadmPods)
    .map(([component, own]) => {
      const written = args[component] ?? [];
      const names = new Set(written.map(nameOf));
      const lines = [...own.filter((flag) => !names.has(nameOf(flag))), ...written];
      const image = component === "etcd" ? "registry.k8s.io/etcd:3.6.6-0" : `registry.k8s.io/${component}:v1.36.3`;
      return `apiVersion: v1
kind: Pod
metadata: {name: ${component}, namespace: kube-system}
spec:
  containers:
  - name: ${component}
    image: ${image}
    command:
    - ${component}
${lines.map((line) => `    - ${JSON.stringify(`--${line}`)}\n`).join("")}`;
    })
    .join("---\n");
}

function nameOf(flag: string): string {
  return flag.slice(0, flag.indexOf("="));
}

const sections: readonly (readonly [component: string, section: string, indent: string])[] = [
  ["kube-apiserver", "apiServer:", "  "],
  ["kube-controller-manager", "controllerManager:", "  "],
  ["kube-scheduler", "scheduler:", "  "],
  ["etcd", "etcd:\n  local:", "    "],
];

function pairs(args: readonly string[]): readonly (readonly [string, string])[] {
  return args.map((flag) => [nameOf(flag), flag.slice(flag.indexOf("=") + 1)]);
}

/** `apiServer: {extraArgs: …}` and its like, in the form of either version. */
function sectionsWith(args: Arguments, form: "map" | "list"): string {
  return sections
    .filter(([component]) => args[component] !== undefined)
    .map(([component, section, indent]) => {
      const lines = pairs(args[component] ?? []).map(([name, value]) =>
        form === "map" ? `${name}: ${JSON.stringify(value)}` : `- {name: ${name}, value: ${JSON.stringify(value)}}`,
      );
      return `${section}\n${indent}extraArgs:\n${lines.map((line) => `${indent}  ${line}\n`).join("")}`;
    })
    .join("");
}

const address = "localAPIEndpoint: {advertiseAddress: 10.0.0.1}\n";

function kubeadmFile(version: "v1beta3" | "v1beta4", args: Arguments): string {
  return `apiVersion: kubeadm.k8s.io/${version}
kind: ClusterConfiguration
kubernetesVersion: v1.36.3
${sectionsWith(args, version === "v1beta3" ? "map" : "list")}`;
}

const init = `---\napiVersion: kubeadm.k8s.io/v1beta4\nkind: InitConfiguration\n${address}`;

/** Every description of the same cluster. */
const descriptions: readonly (readonly [name: string, text: (args: Arguments) => string])[] = [
  ["kubeadm v1beta3", (args) => kubeadmFile("v1beta3", args)],
  ["kubeadm v1beta4", (args) => kubeadmFile("v1beta4", args)],
  ["the ConfigMap", (args) => configMap(kubeadmFile("v1beta4", args))],
  [
    "Cluster API",
    (args) => `apiVersion: controlplane.cluster.x-k8s.io/v1beta2
kind: KubeadmControlPlane
metadata: {name: cp}
spec:
  version: v1.36.3
  kubeadmConfigSpec:
    clusterConfiguration:
${indented(sectionsWith(args, "list") || "{}\n", "      ")}`,
  ],
  [
    "kind",
    (args) => `kind: Cluster
apiVersion: kind.x-k8s.io/v1alpha4
nodes:
- role: control-plane
  image: kindest/node:v1.36.3
kubeadmConfigPatches:
- |
  kind: ClusterConfiguration
${indented(sectionsWith(args, "map"), "  ")}`,
  ],
];

function configMap(text: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata: {name: kubeadm-config, namespace: kube-system}
data:
  ClusterConfiguration: |
${indented(text, "    ")}`;
}

function indented(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}

/** What would be said of the control plane, whoever is named as its instance. */
async function findings(
  texts: Readonly<Record<string, string>>,
  subjects: (subject: string) => boolean = (subject) => subject !== "kubelet",
): Promise<readonly string[]> {
  const { findings: found } = await scanTexts(texts);
  return found
    .flatMap(({ folded, ...finding }) => [finding, ...folded])
    .filter(({ identity }) => subjects(identity.subject))
    .map(({ ruleId, severity, confidence, title, identity }) =>
      [ruleId, severity, confidence, identity.subject, identity.object, withoutInstance(title)].join(" | "),
    )
    .sort();
}

function withoutInstance(title: string): string {
  const names =
    /Pod kube-system\/[a-z-]+|kubelet\.service|[a-z-]+ of (?:kubeadm's|kind's Cluster|ConfigMap|KubeadmControlPlane) \S+/g;
  return title.replace(names, "it");
}

const changes: readonly (readonly [name: string, args: Arguments, rules: readonly string[]])[] = [
  ["nothing", {}, []],
  [
    "everybody may do everything",
    { "kube-apiserver": ["authorization-mode=AlwaysAllow"] },
    ["apiserver-authorization-always-allow"],
  ],
  ["a token file", { "kube-apiserver": ["token-auth-file=/etc/tokens.csv"] }, ["apiserver-token-auth-file"]],
  [
    "plugins without NodeRestriction",
    { "kube-apiserver": ["enable-admission-plugins=AlwaysPullImages"] },
    ["admission-node-restriction-missing"],
  ],
  [
    "an issuer that can name anybody",
    {
      "kube-apiserver": [
        "oidc-issuer-url=https://issuer.example.com",
        "oidc-client-id=cluster",
        "oidc-username-claim=sub",
        "oidc-groups-claim=groups",
        "oidc-username-prefix=-",
      ],
    },
    ["authn-system-name-mintable"],
  ],
  ["a flag that is gone", { "kube-apiserver": ["insecure-port=8080"] }, ["apiserver-removed-flag"]],
  [
    "a shared identity of controllers",
    { "kube-controller-manager": ["use-service-account-credentials=false", "authorization-always-allow-paths=/*"] },
    ["kcm-shared-credentials"],
  ],
  ["paths of the scheduler", { "kube-scheduler": ["authorization-always-allow-paths=/*", "bind-address=0.0.0.0"] }, []],
  [
    "an etcd that asks nobody for a certificate",
    { etcd: ["client-cert-auth=false", "listen-client-urls=http://0.0.0.0:2379"] },
    [],
  ],
];

describe.each(changes)("%s", (_name, args, rules) => {
  test.each(descriptions)("%s gives what static pods give", async (name, description) => {
    const ofPods = await findings({ "pods.yaml": podsWith(args) });
    const text = description(args) + (name.startsWith("kubeadm") ? init : "");
    expect(await findings({ "cluster.yaml": text })).toEqual(ofPods);
    for (const rule of rules) expect(ofPods.some((finding) => finding.startsWith(`${rule} |`))).toBe(true);
  });
});

/** The unit and the configuration that kubeadm leaves on a machine. */
function machineWith(args: readonly string[], settings: string): Readonly<Record<string, string>> {
  const flags = [
    "bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf",
    "kubeconfig=/etc/kubernetes/kubelet.conf",
  ];
  const words = [...flags, "config=/var/lib/kubelet/config.yaml", ...args].map((flag) => `--${flag}`).join(" ");
  return {
    "node/usr/lib/systemd/system/kubelet.service": `[Service]\nExecStart=/usr/bin/kubelet ${words}\n`,
    "node/var/lib/kubelet/config.yaml": `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
cgroupDriver: systemd
clusterDomain: cluster.local
healthzBindAddress: 127.0.0.1
healthzPort: 10248
rotateCertificates: true
staticPodPath: /etc/kubernetes/manifests
${settings}`,
  };
}

function kubeletFile(args: readonly string[], settings: string): string {
  const lines = pairs(args).map(([name, value]) => `  - {name: ${name}, value: ${JSON.stringify(value)}}\n`);
  return `apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
nodeRegistration:
  kubeletExtraArgs:
${lines.join("")}---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
${settings}`;
}

const secure = { anonymous: "false", webhook: "true", mode: "Webhook" };
const kubelets: readonly (readonly [string, readonly string[], written: string, machine: string, rule: string])[] = [
  ["nothing", [], "", authentication(secure), ""],
  [
    "anonymous requests",
    [],
    "authentication: {anonymous: {enabled: true}}\n",
    authentication({ ...secure, anonymous: "true" }),
    "kubelet-anonymous-auth",
  ],
  [
    "no authorization",
    [],
    "authorization: {mode: AlwaysAllow}\n",
    authentication({ ...secure, mode: "AlwaysAllow" }),
    "kubelet-authorization-always-allow",
  ],
  [
    "no authorization by a flag",
    ["authorization-mode=AlwaysAllow"],
    "",
    authentication(secure),
    "kubelet-authorization-always-allow",
  ],
  [
    "the port that asks nobody",
    [],
    "readOnlyPort: 10255\n",
    `${authentication(secure)}readOnlyPort: 10255\n`,
    "kubelet-read-only-port",
  ],
];

function authentication({ anonymous, webhook, mode }: typeof secure): string {
  return `authentication:
  anonymous: {enabled: ${anonymous}}
  webhook: {enabled: ${webhook}}
  x509: {clientCAFile: ${pki}/ca.crt}
authorization: {mode: ${mode}}
`;
}

describe("a kubelet that kubeadm starts gives what its unit and configuration file give", () => {
  const ofKubelet = (subject: string): boolean => subject === "kubelet";
  test.each(kubelets)("%s", async (_name, args, written, machine, rule) => {
    const ofMachine = await findings(machineWith(args, machine), ofKubelet);
    expect(await findings({ "kubeadm.yaml": kubeletFile(args, written) }, ofKubelet)).toEqual(ofMachine);
    expect(ofMachine.some((finding) => finding.startsWith(`${rule} |`))).toBe(rule !== "");
  });
});

const recordings = sharedPath("oracle", "controlplane");
const hosts = readdirSync(recordings ?? ".").filter((name) => name.startsWith("kubeadm-default-"));

describe.skipIf(recordings === undefined)(
  recordings === undefined ? sharedMaterialMissing : "every flag of kubeadm's API servers that were recorded",
  () => {
    test.each(hosts.length === 0 ? ["none"] : hosts)("%s", (host) => {
      const pod = join(recordings ?? "", host, "rootfs/etc/kubernetes/manifests/kube-apiserver.yaml");
      const recorded = [...readFileSync(pod, "utf8").matchAll(/- --(\S+)/g)].map(([, flag = ""]) => flag);
      const version = host.slice("kubeadm-default-".length);
      const text = `apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v${version}.0\n`;
      const { facts } = parse({ path: "kubeadm.yaml", text: text + init });
      const given = facts.flatMap((fact) => (fact.fact === "invocation" ? [fact.invocation] : []));
      const server = given.find(({ component }) => component === "kube-apiserver");
      expect(recorded.length).toBeGreaterThan(15);
      expect(server?.flags.map(({ name, value }) => `${name}=${value}`)).toEqual(expect.arrayContaining(recorded));
    });
  },
);
