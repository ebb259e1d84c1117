import type { Located } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import type { Flag } from "../facts.ts";
import { type KubeadmSettings, kubeadmCommand, withKubeletDefaults } from "./kubeadm.ts";

function written(value: string): Located<string> {
  return { value, origin: { kind: "built-in", of: "written" } };
}

const nothing: KubeadmSettings = {
  version: undefined,
  certificatesDir: undefined,
  clusterName: undefined,
  dnsDomain: undefined,
  serviceSubnet: undefined,
  podSubnet: undefined,
  advertiseAddress: undefined,
  bindPort: undefined,
  nodeName: undefined,
  etcd: { kind: "local", dataDir: undefined, advertiseClientUrls: undefined },
};

function argument(text: string): Flag {
  const [name = "", value = ""] = text.split("=");
  return { name, value, origin: { kind: "built-in", of: "written" }, unresolved: false };
}

function commandOf(
  component: Parameters<typeof kubeadmCommand>[0],
  settings: Partial<KubeadmSettings>,
  ...args: readonly string[]
): readonly string[] {
  return kubeadmCommand(component, { ...nothing, ...settings }, args.map(argument)).map(
    ({ name, value, unresolved }) => `--${name}=${value}${unresolved ? " ?" : ""}`,
  );
}

describe("what is written replaces kubeadm's of the same name (util/arguments.go: ArgumentsToCommand)", () => {
  test("one", () => {
    const flags = commandOf("kube-apiserver", {}, "enable-admission-plugins=PodNodeSelector");
    expect(flags.filter((flag) => flag.includes("admission"))).toEqual(["--enable-admission-plugins=PodNodeSelector"]);
  });

  test.each([
    ["by value, before 1.32", "1.31.9", ["https://a", "https://b"]],
    ["by value, before the fix", "v1.34.3", ["https://a", "https://b"]],
    ["as written, since", "1.34.4", ["https://b", "https://a"]],
    ["as written", "1.36.0", ["https://b", "https://a"]],
    ["as written, of no version that is known", undefined, ["https://b", "https://a"]],
  ])("several, %s", (_name, version, issuers) => {
    const args = ["service-account-issuer=https://b", "service-account-issuer=https://a"];
    const flags = commandOf("kube-apiserver", { version }, ...args);
    expect(flags.filter((flag) => flag.includes("issuer"))).toEqual(
      issuers.map((issuer) => `--service-account-issuer=${issuer}`),
    );
  });

  test("a file of authorizers takes the place of the modes", () => {
    const flags = commandOf("kube-apiserver", {}, "authorization-config=/etc/authz.yaml");
    expect(flags.filter((flag) => flag.includes("authorization"))).toEqual(["--authorization-config=/etc/authz.yaml"]);
  });
});

describe("flags that come of fields", () => {
  test("external etcd", () => {
    const etcd = {
      kind: "external",
      endpoints: written("https://e1:2379,https://e2:2379"),
      caFile: written("/etcd/ca.crt"),
      certFile: written("/etcd/c.crt"),
      keyFile: written("/etcd/c.key"),
    } as const;
    expect(commandOf("kube-apiserver", { etcd }).filter((flag) => flag.startsWith("--etcd"))).toEqual([
      "--etcd-cafile=/etcd/ca.crt",
      "--etcd-certfile=/etcd/c.crt",
      "--etcd-keyfile=/etcd/c.key",
      "--etcd-servers=https://e1:2379,https://e2:2379",
    ]);
  });

  test("etcd listens with TLS, also where the address is not known", () => {
    const urls = (settings: Partial<KubeadmSettings>) =>
      commandOf("etcd", settings).filter((flag) => flag.startsWith("--listen-client"));
    expect(urls({ advertiseAddress: written("10.0.0.1") })).toEqual([
      "--listen-client-urls=https://127.0.0.1:2379,https://10.0.0.1:2379",
    ]);
    expect(urls({ advertiseAddress: written("fd00::1") })).toEqual([
      "--listen-client-urls=https://[::1]:2379,https://[fd00::1]:2379",
    ]);
    expect(urls({})).toEqual(["--listen-client-urls=https://127.0.0.1:2379,https://<address of the machine>:2379 ?"]);
  });

  test("the folder of certificates", () => {
    const flags = commandOf("kube-controller-manager", { certificatesDir: written("/var/lib/certs/") });
    expect(flags).toContain("--root-ca-file=/var/lib/certs/ca.crt");
    expect(flags).toContain("--use-service-account-credentials=true");
  });
});

test("what a KubeletConfiguration does not say (componentconfigs/kubelet.go: Default)", () => {
  const settings = new Map([
    ["authentication.anonymous.enabled", written("true")],
    ["authorization.mode", written("")],
    ["rotateCertificates", written("false")],
    ["readOnlyPort", written("10255")],
  ]);
  const merged = withKubeletDefaults(nothing, settings);
  expect(Object.fromEntries([...merged].map(([name, { value }]) => [name, value]))).toEqual({
    "authentication.anonymous.enabled": "true",
    "authentication.webhook.enabled": "true",
    "authentication.x509.clientCAFile": "/etc/kubernetes/pki/ca.crt",
    "authorization.mode": "Webhook",
    cgroupDriver: "systemd",
    clusterDomain: "cluster.local",
    healthzBindAddress: "127.0.0.1",
    healthzPort: "10248",
    readOnlyPort: "10255",
    rotateCertificates: "true",
    staticPodPath: "/etc/kubernetes/manifests",
  });
});
