import { loadGraph } from "@authgraph/engine";
import type { AccessGraph } from "@authgraph/graph";
import { describe, expect, test } from "vitest";
import { textSources } from "./folder-sources.ts";

// Files that flags name by the path that a component sees, and that lie, or stand, elsewhere.

async function graphOf(texts: Readonly<Record<string, string>>): Promise<AccessGraph> {
  const result = await loadGraph({
    sources: textSources(texts),
    onFile: () => {},
    kubernetesVersion: undefined,
    appliedNamespace: undefined,
    complete: false,
  });
  if (result.outcome === "refused") throw new Error(result.message);
  return result.loaded.graph;
}

async function auditPolicy(texts: Readonly<Record<string, string>>): Promise<string> {
  const [server] = (await graphOf(texts)).apiServers;
  const policy = server?.audit.policy;
  return policy?.state === "read" ? (policy.value.rules[0]?.level.value ?? "no rule") : "not found";
}

function policy(level: string): string {
  return `apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: ${level}\n`;
}

function kind(hostPath: string, volume: string = "/etc/audit"): string {
  return `kind: Cluster
apiVersion: kind.x-k8s.io/v1alpha4
nodes:
- role: control-plane
  extraMounts:
  - {hostPath: ${JSON.stringify(hostPath)}, containerPath: ${volume}}
  kubeadmConfigPatches:
  - |
    kind: ClusterConfiguration
    apiServer:
      extraArgs: {audit-policy-file: /etc/audit/policy.yaml}
      extraVolumes: [{name: a, hostPath: ${volume}, mountPath: /etc/audit}]
`;
}

describe("a folder beside kind's file that its node mounts", () => {
  test.each([
    ["beside it", "./audit", "/etc/audit"],
    ["from the root of the repository", "hack/kind/audit", "/etc/audit"],
    ["behind a variable", "${PWD}/hack/kind/audit", "/etc/audit"],
    ["and a pod of the node again", "./audit", "/var/audit"],
  ])("%s", async (_name, hostPath, volume) => {
    const texts = {
      "hack/kind/cluster.yaml": kind(hostPath, volume),
      "hack/kind/audit/policy.yaml": policy("Metadata"),
    };
    expect(await auditPolicy(texts)).toBe("Metadata");
  });

  test("each of two clusters has its own", async () => {
    const texts = {
      "a/cluster.yaml": kind("./one"),
      "a/one/policy.yaml": policy("Metadata"),
      "b/cluster.yaml": kind("./two"),
      "b/two/policy.yaml": policy("Request"),
    };
    const servers = (await graphOf(texts)).apiServers;
    const levels = servers.map(({ audit }) =>
      audit.policy?.state === "read" ? audit.policy.value.rules[0]?.level.value : undefined,
    );
    expect(levels).toEqual(["Metadata", "Request"]);
  });

  test("one that is not among the inputs is not known", async () => {
    expect(await auditPolicy({ "cluster.yaml": kind("/tmp/elsewhere") })).toBe("not found");
  });
});

test("a file of the machines that Cluster API makes", async () => {
  const text = `apiVersion: controlplane.cluster.x-k8s.io/v1beta2
kind: KubeadmControlPlane
metadata: {name: cp}
spec:
  kubeadmConfigSpec:
    clusterConfiguration:
      apiServer:
        extraArgs: [{name: audit-policy-file, value: /etc/audit.yaml}]
        extraVolumes: [{name: a, hostPath: /opt/audit.yaml, mountPath: /etc/audit.yaml}]
    files:
    - path: /opt/audit.yaml
      content: |
${policy("RequestResponse").replace(/^(?=.)/gm, "        ")}`;
  expect(await auditPolicy({ "cp.yaml": text })).toBe("RequestResponse");
});

test("a kubelet finds the configuration that the cluster keeps for its machines", async () => {
  const texts = {
    "dump.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: kubelet-config, namespace: kube-system}
data:
  kubelet: |
    apiVersion: kubelet.config.k8s.io/v1beta1
    kind: KubeletConfiguration
    readOnlyPort: 10255
`,
    "join.yaml": "apiVersion: kubeadm.k8s.io/v1beta4\nkind: JoinConfiguration\n",
  };
  const kubelets = (await graphOf(texts)).components.filter(({ component }) => component === "kubelet");
  expect(kubelets.map(({ instance, settings }) => [instance, settings.get("readOnlyPort")?.values])).toEqual([
    ["kubelet of ConfigMap kube-system/kubelet-config", ["10255"]],
    ["kubelet of kubeadm's JoinConfiguration", ["10255"]],
  ]);
});
