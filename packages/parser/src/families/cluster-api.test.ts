import { complaints, writtenFlags } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { parse } from "../parse.ts";

const controlPlane = `apiVersion: controlplane.cluster.x-k8s.io/v1beta1
kind: KubeadmControlPlane
metadata: {name: cp, namespace: clusters}
spec:
  version: v1.33.2
  kubeadmConfigSpec:
    clusterConfiguration:
      apiServer:
        extraArgs:
          audit-policy-file: /etc/kubernetes/audit.yaml
        extraVolumes:
        - {name: a, hostPath: /opt/audit.yaml, mountPath: /etc/kubernetes/audit.yaml}
    initConfiguration:
      nodeRegistration: {kubeletExtraArgs: {cloud-provider: external}}
    joinConfiguration:
      nodeRegistration: {kubeletExtraArgs: {anonymous-auth: "true"}}
    files:
    - path: /opt/audit.yaml
      content: |
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules: [{level: Metadata}]
    - {path: /opt/encoded, encoding: base64, content: YQ==}
    - {path: /opt/compressed, encoding: gzip+base64, content: H4sIAAAAAAAAA0sEAEO+t+gBAAAA}
    - path: /opt/secret
      contentFrom: {secret: {name: s, key: k}}
`;

const workers = `apiVersion: bootstrap.cluster.x-k8s.io/v1beta2
kind: KubeadmConfigTemplate
metadata: {name: md-0}
spec:
  template:
    spec:
      joinConfiguration:
        nodeRegistration:
          kubeletExtraArgs:
          - {name: read-only-port, value: "10255"}
`;

describe("what Cluster API hands to kubeadm", () => {
  test("a control plane", () => {
    expect(writtenFlags({ path: "cp.yaml", text: controlPlane })).toEqual([
      "kube-apiserver --audit-policy-file=/etc/kubernetes/audit.yaml 10:11",
      "kubelet --cloud-provider=external 14:45",
      "kubelet --anonymous-auth=true 16:45",
    ]);
    const { facts } = parse({ path: "cp.yaml", text: controlPlane });
    const started = facts.flatMap((fact) => (fact.fact === "invocation" ? [fact.invocation] : []));
    expect(started.map(({ instance, version }) => [instance, version?.value])).toEqual([
      ["kube-apiserver of KubeadmControlPlane clusters/cp", "1.33.2"],
      ["kube-controller-manager of KubeadmControlPlane clusters/cp", "1.33.2"],
      ["kube-scheduler of KubeadmControlPlane clusters/cp", "1.33.2"],
      ["etcd of KubeadmControlPlane clusters/cp", undefined],
      ["kubelet of the first machine of KubeadmControlPlane clusters/cp", "1.33.2"],
      ["kubelet of machines of KubeadmControlPlane clusters/cp", "1.33.2"],
    ]);
  });

  test("files of its machines, with the places of their content", () => {
    const { facts } = parse({ path: "cp.yaml", text: controlPlane });
    const files = facts.flatMap((fact) => (fact.fact === "machine-file" ? [fact.file] : []));
    expect(files.map(({ path }) => path.value)).toEqual(["/opt/audit.yaml", "/opt/encoded"]);
    expect(files[1]?.source.text).toBe("a");
    const [file] = files;
    const [policy] = file === undefined ? [] : parse(file.source, { role: "audit-policy" }).facts;
    expect(policy).toMatchObject({ fact: "configuration", configuration: { kind: "AuditPolicy" } });
  });

  test("workers", () => {
    expect(writtenFlags({ path: "md.yaml", text: workers })).toEqual(["kubelet --read-only-port=10255 10:13"]);
  });
});

test.each([
  [
    "a newer version",
    workers.replace("v1beta2", "v9"),
    'error unknown-version 1:13: no kind "KubeadmConfigTemplate" is known of version "bootstrap.cluster.x-k8s.io/v9": v1alpha4, v1beta1, v1beta2 are read',
  ],
  [
    "a number where a text belongs",
    workers.replace('"10255"', "10255"),
    "error configuration-refused 10:43: Cluster API refuses this: json: cannot unmarshal number into Go struct field Arg.nodeRegistration.kubeletExtraArgs.value of type string",
  ],
])("told: %s", (_name, text, expected) => {
  expect(complaints({ path: "md.yaml", text })).toEqual([expected]);
});

test.each([
  ["controlplane.cluster.x-k8s.io/v1beta1", "TalosControlPlane"],
  ["bootstrap.cluster.x-k8s.io/v1beta1", "RKE2Config"],
])("%s %s is not kubeadm's", (apiVersion, kind) => {
  const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nspec: {kubeadmConfigSpec: {clusterConfiguration: {}}}\n`;
  expect(writtenFlags({ path: "x.yaml", text })).toEqual([]);
});
