import { loadGraph } from "@authgraph/engine";
import type { ComponentInvocation, Fact } from "@authgraph/kubernetes";
import { describe, expect, test } from "vitest";
import { textSources } from "./folder-sources.ts";
import { scanTexts } from "./scan-texts.ts";

type Texts = Readonly<Record<string, string>>;

async function factsOf(texts: Texts): Promise<readonly Fact[]> {
  const result = await loadGraph({
    sources: textSources(texts),
    kubernetesVersion: undefined,
    appliedNamespace: undefined,
    complete: false,
    onFile: () => {},
  });
  if (result.outcome === "refused") throw new Error(result.message);
  return result.loaded.texts.flatMap(({ parsed }) => parsed.facts);
}

/** The static pods that start the same, and the files of the machine that they name. */
function asStaticPods(facts: readonly Fact[]): Texts {
  const texts: Record<string, string> = {};
  for (const fact of facts) {
    if (fact.fact === "machine-file") texts[`root${fact.file.path.value}`] = fact.file.source.text;
    if (fact.fact === "invocation") texts[`root/${fact.invocation.component}.yaml`] = staticPod(fact.invocation);
  }
  return texts;
}

function staticPod({ component, version, flags }: ComponentInvocation): string {
  const words = flags.map(({ name, value }) => `    - ${JSON.stringify(`--${name}=${value ?? ""}`)}`);
  return [
    "apiVersion: v1",
    "kind: Pod",
    `metadata: {name: ${component}, namespace: kube-system}`,
    "spec:",
    "  containers:",
    `  - name: ${component}`,
    `    image: registry.k8s.io/${component}:v${version?.value ?? "1.36.0"}`,
    "    command:",
    `    - ${component}`,
    ...words,
    "",
  ].join("\n");
}

/** Rule and sentence of each finding, without what the component is called. */
async function findingsOf(texts: Texts, instances: readonly string[]): Promise<readonly string[]> {
  const { findings } = await scanTexts(texts);
  const told = findings.flatMap((finding) =>
    [finding, ...finding.folded].flatMap(({ ruleId, title }) => {
      let text = `${ruleId}: ${title}`;
      for (const instance of instances) text = text.replaceAll(instance, "it");
      return text;
    }),
  );
  return [...new Set(told)].sort();
}

describe("a cluster described by its installer has the findings of the static pods that it amounts to", () => {
  test.each<[string, Texts]>([
    [
      "k3s: configuration, drop-in and unit",
      {
        "etc/rancher/k3s/config.yaml":
          "cluster-init: true\nkube-apiserver-arg:\n- anonymous-auth=true\n- authorization-mode=AlwaysAllow\n- profiling=true\n",
        "etc/rancher/k3s/config.yaml.d/kubelet.yaml": "kubelet-arg: [anonymous-auth=true, read-only-port=10255]\n",
        "etc/systemd/system/k3s.service":
          "[Service]\nExecStart=/usr/local/bin/k3s server --kube-controller-manager-arg=use-service-account-credentials=false\n",
      },
    ],
    [
      "RKE2",
      {
        "etc/rancher/rke2/config.yaml":
          "profile: cis\nkube-apiserver-arg: [token-auth-file=/etc/t.csv, 'enable-admission-plugins+=AlwaysPullImages']\nkubelet-arg: authorization-mode=AlwaysAllow\netcd-arg: [client-cert-auth=false]\n",
      },
    ],
    [
      "Talos",
      {
        "controlplane.yaml": `version: v1alpha1
machine:
  type: controlplane
  kubelet:
    image: ghcr.io/siderolabs/kubelet:v1.36.0
    extraArgs: {authorization-mode: AlwaysAllow}
    extraConfig: {readOnlyPort: 10255}
cluster:
  controlPlane: {endpoint: https://k:6443}
  secretboxEncryptionSecret: x
  apiServer:
    image: registry.k8s.io/kube-apiserver:v1.36.0
    extraArgs: {anonymous-auth: "true", authorization-mode: AlwaysAllow}
    auditPolicy: {apiVersion: audit.k8s.io/v1, kind: Policy, rules: [{level: RequestResponse}]}
`,
      },
    ],
    [
      "kops",
      {
        "cluster.yaml": `apiVersion: kops.k8s.io/v1alpha2
kind: Cluster
metadata: {name: c.example.com}
spec:
  kubernetesVersion: v1.36.0
  authorization: {alwaysAllow: {}}
  kubeAPIServer:
    anonymousAuth: true
    auditPolicyFile: /etc/audit.yaml
    auditLogPath: "-"
  kubelet: {anonymousAuth: true, readOnlyPort: 10255}
  fileAssets:
  - name: audit
    path: /etc/audit.yaml
    content: |
      apiVersion: audit.k8s.io/v1
      kind: Policy
      rules:
      - level: RequestResponse
`,
      },
    ],
    [
      "a systemd unit",
      {
        "etc/systemd/system/kube-apiserver.service":
          "[Service]\nEnvironment=MODE=AlwaysAllow\nExecStart=/usr/bin/kube-apiserver --etcd-servers=https://e:2379 --authorization-mode=${MODE} \\\n  --anonymous-auth=true --client-ca-file=/etc/ca.crt\n",
        "etc/systemd/system/kubelet.service":
          "[Service]\nExecStart=/usr/bin/kubelet --read-only-port=10255 --anonymous-auth\n",
        "etc/systemd/system/etcd.service":
          "[Service]\nEnvironment=ETCD_CLIENT_CERT_AUTH=false\nExecStart=/usr/bin/etcd --listen-client-urls=https://0.0.0.0:2379\n",
      },
    ],
    [
      "arguments of MicroK8s",
      {
        "var/snap/microk8s/current/args/kube-apiserver":
          "--etcd-servers=unix:///x.sock\n--authorization-mode=AlwaysAllow\n--anonymous-auth=true\n--token-auth-file=${SNAP_DATA}/credentials/known_tokens.csv\n",
        "var/snap/microk8s/current/args/kubelet":
          "--kubeconfig=${SNAP_DATA}/credentials/kubelet.config\n--client-ca-file=${SNAP_DATA}/certs/ca.crt\n--authorization-mode=Webhook\n--anonymous-auth=true\n--read-only-port=10255\n",
      },
    ],
    [
      "a listing of processes",
      {
        "ps.txt":
          "UID PID PPID C STIME TTY TIME CMD\nroot 1 0 0 18:52 ? 00:00:01 kube-apiserver --etcd-servers=https://e:2379 --authorization-mode=AlwaysAllow --anonymous-auth=true\n",
      },
    ],
  ])("%s", async (_name, texts) => {
    const facts = await factsOf(texts);
    const instances = facts.flatMap((fact) => (fact.fact === "invocation" ? [fact.invocation.instance] : []));
    const pods = asStaticPods(facts);
    const components = [
      ...new Set(facts.flatMap((fact) => (fact.fact === "invocation" ? [fact.invocation.component] : []))),
    ];
    const asPods = components.map((component) => `Pod kube-system/${component}`);
    const expected = await findingsOf(pods, asPods);
    expect(await findingsOf(texts, instances)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });
});
