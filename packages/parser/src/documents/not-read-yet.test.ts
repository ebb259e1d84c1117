import { describe, expect, test } from "vitest";
import { parse } from "../parse.ts";

function read(text: string): readonly unknown[] {
  const { diagnostics, documents } = parse({ path: "a.yaml", text });
  return [documents.map(({ outcome }) => outcome), diagnostics.map(({ id, level, message }) => [id, level, message])];
}

describe("what configures a control plane and is not read yet is told, not taken for nothing", () => {
  test.each([
    ["k0s.k0sproject.io/v1beta1", "ClusterConfig", "k0s' ClusterConfig configures a control plane"],
    [
      "controlplane.cluster.x-k8s.io/v1beta1",
      "TalosControlPlane",
      "Cluster API's TalosControlPlane configures a control plane",
    ],
    [
      "kubecontrolplane.config.openshift.io/v1",
      "KubeAPIServerConfig",
      "OpenShift's KubeAPIServerConfig configures a control plane",
    ],
    ["eksctl.io/v1alpha5", "ClusterConfig", "eksctl's ClusterConfig configures a control plane and kubelets"],
  ])("%s %s", (apiVersion, kind, told) => {
    const note = ["not-read-yet", "note", `${told} and is not read yet`];
    expect(read(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: x}\n`)).toEqual([["not-ours"], [note]]);
  });

  test.each([
    ["another group", "apiVersion: example.com/v1\nkind: ClusterConfiguration\n"],
    ["another kind", "apiVersion: kops.k8s.io/v1alpha2\nkind: SSHCredential\n"],
    ["a Cluster of Cluster API", "apiVersion: cluster.x-k8s.io/v1beta1\nkind: Cluster\n"],
    ["a ConfigMap", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: kubeadm-config}\n"],
    ["values with a version", "version: v1alpha1\nimage: x\n"],
  ])("silent: %s", (_name, text) => {
    expect(read(text)).toEqual([["not-ours"], []]);
  });
});
