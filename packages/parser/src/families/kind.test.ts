import { complaints, writtenFlags } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { parse } from "../parse.ts";

const head = "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\n";

function flags(rest: string): readonly string[] {
  return writtenFlags({ path: "kind.yaml", text: head + rest });
}

function told(rest: string): readonly string[] {
  return complaints({ path: "kind.yaml", text: head + rest });
}

function kubeletSettings(rest: string): Readonly<Record<string, string>> {
  const { facts } = parse({ path: "kind.yaml", text: head + rest });
  return Object.fromEntries(
    facts.flatMap((fact) =>
      fact.fact === "configuration" && fact.configuration.kind === "KubeletConfiguration"
        ? [...fact.configuration.settings].map(([name, { value }]) => [name, value])
        : [],
    ),
  );
}

describe("what the file itself says", () => {
  test("gates, served APIs and networks", () => {
    const rest = `name: dev
featureGates: {B: false, A: true}
runtimeConfig: {"api/alpha": "true"}
networking: {serviceSubnet: 10.1.0.0/16}
`;
    expect(flags(rest)).toEqual([
      "kube-apiserver --service-cluster-ip-range=10.1.0.0/16 6:29",
      "kube-apiserver --runtime-config=api/alpha=true 5:16",
      "kube-apiserver --feature-gates=A=true,B=false 4:15",
      "kube-controller-manager --cluster-name=dev 3:7",
      "kube-controller-manager --service-cluster-ip-range=10.1.0.0/16 6:29",
      "kube-controller-manager --feature-gates=A=true,B=false 4:15",
      "kube-scheduler --feature-gates=A=true,B=false 4:15",
    ]);
    expect(kubeletSettings(rest)).toMatchObject({ "featureGates.A": "true", "authorization.mode": "Webhook" });
  });

  test("the version of the image of the first control plane", () => {
    const rest = "nodes:\n- role: worker\n  image: kindest/node:v1.29.0\n- image: kindest/node:v1.33.1@sha256:0a1b\n";
    const { facts } = parse({ path: "kind.yaml", text: head + rest });
    const [server] = facts.flatMap((fact) => (fact.fact === "invocation" ? [fact.invocation] : []));
    expect(server).toMatchObject({
      component: "kube-apiserver",
      instance: "kube-apiserver of kind's Cluster kind",
      installer: "kind",
      version: { value: "1.33.1" },
    });
  });
});

const patches = `kubeadmConfigPatches:
- |
  kind: ClusterConfiguration
  apiServer:
    extraArgs:
      anonymous-auth: "false"
      v: "4"
nodes:
- role: control-plane
  kubeadmConfigPatches:
  - |
    kind: ClusterConfiguration
    apiServer:
      extraArgs:
        v: "6"
  - |
    kind: InitConfiguration
    nodeRegistration:
      kubeletExtraArgs:
        read-only-port: "10255"
- role: worker
  kubeadmConfigPatches:
  - |
    kind: JoinConfiguration
    nodeRegistration:
      kubeletExtraArgs:
        authorization-mode: AlwaysAllow
`;

describe("patches", () => {
  test("those of a node come after those of the cluster", () => {
    expect(flags(patches)).toEqual([
      "kube-apiserver --anonymous-auth=false 8:7",
      "kube-apiserver --v=6 17:9",
      "kubelet --read-only-port=10255 22:9",
      "kubelet --authorization-mode=AlwaysAllow 29:9",
    ]);
    expect(told(patches)).toEqual([]);
  });

  test("lists are added to, as kind does where kubeadm's arguments are lists", () => {
    const rest = `featureGates: {A: true}
kubeadmConfigPatches:
- |
  apiVersion: kubeadm.k8s.io/v1beta4
  kind: ClusterConfiguration
  apiServer:
    extraArgs:
    - {name: feature-gates, value: B=true}
nodes:
- image: kindest/node:v1.36.0
`;
    expect(flags(rest).filter((flag) => flag.startsWith("kube-apiserver"))).toEqual([
      "kube-apiserver --feature-gates=A=true 3:15",
      "kube-apiserver --feature-gates=B=true 10:7",
    ]);
  });

  test("JSON patches", () => {
    const rest = `kubeadmConfigPatchesJSON6902:
- group: kubeadm.k8s.io
  version: v1beta3
  kind: ClusterConfiguration
  patch: |
    - {op: add, path: /apiServer/extraArgs/token-auth-file, value: /etc/tokens.csv}
    - {op: remove, path: /apiServer/extraArgs/runtime-config}
    - {op: add, path: /etcd/local/extraArgs, value: {client-cert-auth: "false"}}
- group: kubeadm.k8s.io
  version: v1beta3
  kind: InitConfiguration
  patch: |
    - {op: add, path: /nodeRegistration/kubeletExtraArgs/anonymous-auth, value: "true"}
- group: kubelet.config.k8s.io
  version: v1beta1
  kind: KubeletConfiguration
  patch: |
    - {op: add, path: /authentication, value: {anonymous: {enabled: true}}}
    - {op: replace, path: /readOnlyPort, value: 10255}
`;
    expect(flags(rest)).toEqual([
      "kube-apiserver --token-auth-file=/etc/tokens.csv 8:68",
      "etcd --client-cert-auth=false 10:54",
      "kubelet --anonymous-auth=true 15:81",
    ]);
    expect(kubeletSettings(rest)).toMatchObject({ "authentication.anonymous.enabled": "true", readOnlyPort: "10255" });
  });

  test("of the kubelet's configuration: it holds for every node", () => {
    const rest = "kubeadmConfigPatches:\n- |\n  kind: KubeletConfiguration\n  readOnlyPort: 10255\n";
    expect(kubeletSettings(rest)).toMatchObject({ readOnlyPort: "10255", cgroupRoot: "/kubelet" });
  });
});

describe("what comes to nothing is told", () => {
  test.each([
    [
      "a newer version of kind",
      "apiVersion: kind.x-k8s.io/v1beta7\nkind: Cluster\n",
      'error unknown-version 1:13: no kind "Cluster" is known of version "kind.x-k8s.io/v1beta7": kind.x-k8s.io/v1alpha4 is read',
    ],
    [
      "a misspelt field",
      `${head}nodes:\n- kubeadmConfigPatch: []\n`,
      'error configuration-refused 4:3: kind refuses this: field "nodes[0].kubeadmConfigPatch" is not known',
    ],
    [
      "a patch that does not parse",
      `${head}kubeadmConfigPatches:\n- |\n  kind: ClusterConfiguration\n  apiServer: [\n`,
      "error yaml-syntax 7:1: error converting YAML to JSON: yaml: did not find expected node content",
    ],
    [
      "a patch without a kind",
      `${head}kubeadmConfigPatches:\n- |\n  apiServer: {}\n`,
      "warning patch-ignored 5:3: kind applies this patch to nothing: it has no kind",
    ],
    [
      "a patch of another version",
      `${head}kubeadmConfigPatches:\n- |\n  apiVersion: kubeadm.k8s.io/v1beta2\n  kind: ClusterConfiguration\nnodes: [{image: "kindest/node:v1.33.1"}]\n`,
      "warning patch-ignored 6:9: kind applies this patch to nothing: for this Kubernetes the configuration is of kubeadm.k8s.io/v1beta3",
    ],
    [
      "a JSON patch of another version",
      `${head}kubeadmConfigPatchesJSON6902:\n- {group: kubeadm.k8s.io, version: v1beta2, kind: ClusterConfiguration, patch: "[]"}\nnodes: [{image: "kindest/node:v1.36.0"}]\n`,
      'warning patch-ignored 4:73: kind applies this patch to nothing: its ClusterConfiguration is of kubeadm.k8s.io/v1beta4, not of "kubeadm.k8s.io/v1beta2"',
    ],
    [
      "a worker's patch of what the cluster decides",
      `${head}nodes:\n- role: control-plane\n- role: worker\n  kubeadmConfigPatches:\n  - |\n    kind: KubeletConfiguration\n    readOnlyPort: 10255\n`,
      "warning patch-ignored 8:11: this patch has no effect: a node that joins takes its KubeletConfiguration from the cluster",
    ],
    [
      "a boolean where a text belongs",
      `${head}kubeadmConfigPatches:\n- |\n  kind: ClusterConfiguration\n  apiServer: {extraArgs: {anonymous-auth: true}}\n`,
      "error configuration-refused 6:43: kubeadm refuses this: json: cannot unmarshal bool into Go struct field APIServer.apiServer.extraArgs of type string",
    ],
  ])("%s", (_name, text, expected) => {
    expect(complaints({ path: "kind.yaml", text })).toEqual([expected]);
  });
});

test("mounts of a node, and volumes of a pod of it", () => {
  const rest = `kubeadmConfigPatches:
- |
  kind: ClusterConfiguration
  apiServer:
    extraVolumes:
    - {name: a, hostPath: /node/audit, mountPath: /etc/audit}
    - {name: b, hostPath: /same, mountPath: /same}
nodes:
- extraMounts:
  - {hostPath: ./hack/audit, containerPath: /node/audit}
`;
  const { facts } = parse({ path: "kind.yaml", text: head + rest });
  const mounts = facts.flatMap((fact) =>
    fact.fact === "mount" ? [[fact.mount.from.value, fact.mount.path.value]] : [],
  );
  expect(mounts).toEqual([
    ["/node/audit", "/etc/audit"],
    ["./hack/audit", "/node/audit"],
  ]);
});
