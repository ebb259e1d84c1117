import { type Fact, type FileRole, sha256 } from "@authgraph/kubernetes";
import { parse } from "@authgraph/parser";
import { describe, expect, test } from "vitest";
import { mayBeKept } from "./may-be-kept.ts";

const secret = "hush0123456789ab";
const token = `abcdef.${secret}`;
const base64 = Buffer.from(secret).toString("base64");
const pod = (rest: string): string => `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {${rest}}\n`;

interface Written {
  readonly path: string;
  readonly text: string;
  readonly role?: FileRole;
}

// By each kind of fact: texts that hold a secret wherever that kind could take it from.
const texts: Readonly<Record<Fact["fact"], readonly Written[]>> = {
  object: [
    {
      path: "secret.yaml",
      text: `apiVersion: v1\nkind: Secret\nmetadata: {name: s, annotations: {kubectl.kubernetes.io/last-applied-configuration: ${secret}}}\nstringData: {a: ${secret}}\n`,
    },
    {
      path: "bootstrap.yaml",
      text: `apiVersion: v1\nkind: Secret\nmetadata: {name: bootstrap-token-abcdef, namespace: kube-system}\ntype: bootstrap.kubernetes.io/token\nstringData: {token-id: abcdef, token-secret: ${secret}}\n`,
    },
    {
      path: "kubeadm.yaml",
      text: `apiVersion: kubeadm.k8s.io/v1beta4\nkind: InitConfiguration\nbootstrapTokens:\n- {token: ${token}, ttl: 0s}\n`,
    },
  ],
  invocation: [
    {
      path: "pod.yaml",
      text: pod(`containers: [{name: a, command: [kube-apiserver, --oidc-client-id=${secret}, --unknown=${secret}]}]`),
    },
  ],
  unit: [
    {
      path: "kubelet.service",
      text: `[Service]\nEnvironment=TOKEN=${secret}\nExecStart=/usr/bin/kubelet --manifest-url-header=Authorization:${secret}\n`,
    },
  ],
  distribution: [{ path: "etc/rancher/k3s/config.yaml", text: `token: ${secret}\nagent-token: ${secret}\n` }],
  environment: [{ path: "kubelet.env", text: `TOKEN=${secret}\n`, role: "environment-file" }],
  configuration: [
    { path: "tokens.csv", text: `${secret},jane,1\n`, role: "token-file" },
    {
      path: "kubelet.yaml",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nstaticPodURL: https://a:${secret}@b/\nstaticPodURLHeader: {Authorization: [Bearer ${secret}]}\n`,
    },
    {
      path: "kubeconfig.yaml",
      text: `apiVersion: v1\nkind: Config\nclusters: [{name: c, cluster: {server: "https://u:${secret}@c"}}]\nusers: [{name: a, user: {password: ${secret}, username: u}}]\n`,
    },
    {
      path: "hook.yaml",
      text: `apiVersion: v1\nkind: Config\nclusters: [{name: c, cluster: {server: "https://c/?key=${secret}"}}]\nusers: []\n`,
      role: "component-kubeconfig",
    },
    {
      path: "encryption.yaml",
      text: `apiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources:\n- resources: [secrets]\n  providers:\n  - aescbc: {keys: [{name: k, secret: ${base64}}]}\n`,
    },
    {
      path: "admission.yaml",
      text: `apiVersion: apiserver.config.k8s.io/v1\nkind: AdmissionConfiguration\nplugins:\n- name: X\n  configuration: {apiVersion: x/v1, kind: X, password: ${secret}}\n`,
    },
    { path: "plugin.yaml", text: `password: ${secret}\n`, role: "admission-plugin-configuration" },
    { path: "refused.jsonl", text: `{"kind":"Policy","spec":{"${secret}":1}}\n`, role: "abac-policy" },
    {
      path: "key.pem",
      text: `-----BEGIN RSA PRIVATE KEY-----\n${secret}\n-----END RSA PRIVATE KEY-----\n`,
      role: "service-account-key",
    },
  ],
  credential: [
    {
      path: "admin.conf",
      text: `apiVersion: v1\nkind: Config\nusers: [{name: a, user: {token: ${secret}}}]\n`,
    },
    {
      path: "exec.conf",
      text: `apiVersion: v1\nkind: Config\nusers: [{name: a, user: {token: ${token}, exec: {env: [{name: T, value: ${secret}}]}}}]\n`,
    },
  ],
  "file-reference": [
    {
      path: "authorization.yaml",
      text: `apiVersion: apiserver.config.k8s.io/v1\nkind: AuthorizationConfiguration\nauthorizers: # ${secret}\n- {type: Webhook, name: w, webhook: {timeout: 3s, subjectAccessReviewVersion: v1, matchConditionSubjectAccessReviewVersion: v1, failurePolicy: Deny, connectionInfo: {type: KubeConfigFile, kubeConfigFile: /etc/w}}}\n`,
    },
  ],
  "machine-file": [
    {
      path: "kops.yaml",
      text: `apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: {name: c.example.com}\nspec:\n  fileAssets:\n  - {name: a, path: /etc/t.csv, content: "${secret},a,b"}\n`,
    },
  ],
  mount: [
    {
      path: "kind.yaml",
      text: `kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n- role: control-plane\n  extraMounts: [{hostPath: ./a, containerPath: /b}]\n  labels: {a: ${secret}}\n`,
    },
  ],
  kustomization: [
    {
      path: "kustomization.yaml",
      text: `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\nsecretGenerator: [{name: s, literals: [password=${secret}]}]\n`,
    },
  ],
  "hidden-content": [
    {
      path: "twice.yaml",
      text: `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData:\n  a: ${secret}\n  a: ${secret}\n`,
    },
  ],
  "written-credential": [
    {
      path: "map.yaml",
      text: `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: s}\ndata:\n  key: |\n    -----BEGIN RSA PRIVATE KEY-----\n    ${secret.repeat(4)}\n    -----END RSA PRIVATE KEY-----\n`,
    },
  ],
};

/** All that the facts and diagnostics of a text would leave on the disk, without the text, which is never written. */
function written(parsed: unknown): string {
  return JSON.stringify(parsed, (key, value: unknown) => {
    if (key === "source") return undefined;
    return value instanceof Map ? [...value] : value;
  });
}

const traces = [secret, base64, sha256(secret), sha256(token)];

describe.each(Object.entries(texts))("no secret is written to the disk with a fact %s", (kind, given) => {
  test.each(given)("$path", ({ path, text, role }) => {
    const parsed = parse({ path, text }, { role });
    expect(parsed.facts.map(({ fact }) => fact)).toContain(kind);
    const kept = mayBeKept(parsed) ? written(parsed) : "";
    expect(traces.filter((trace) => kept.includes(trace))).toEqual([]);
  });
});
