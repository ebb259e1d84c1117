import type { KubeletConfiguration } from "@authgraph/kubernetes";
import { located, textOrigin } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import type { ComponentInstance } from "../types.ts";
import { apiServerArguments, graphOf } from "../written-cluster.ts";

const origin = textOrigin({ path: "kubelet.yaml", text: "" }, 0, 0);

function configuration(fields: Readonly<Record<string, string>>): KubeletConfiguration {
  const settings = new Map(Object.entries(fields).map(([path, value]) => [path, located(value, origin)] as const));
  return { kind: "KubeletConfiguration", apiVersion: "kubelet.config.k8s.io/v1beta1", origin, settings };
}

const kubelet = (words: string, more: Parameters<typeof apiServerArguments>[1] = {}) =>
  apiServerArguments(words, { component: "kubelet", instance: "kubelet", ...more });

function componentsOf(texts: Parameters<typeof graphOf>[0]): readonly ComponentInstance[] {
  return graphOf(texts).components;
}

/** What decides who gets into a kubelet, with the layer it comes from. */
function access({ settings }: ComponentInstance): readonly string[] {
  const names = [
    "authentication.anonymous.enabled",
    "authentication.webhook.enabled",
    "authentication.x509.clientCAFile",
    "authorization.mode",
    "readOnlyPort",
  ];
  return names.map((name) => {
    const setting = settings.get(name);
    return setting?.values === undefined ? "unknown" : `${setting.values.join()} ${setting.layer}`;
  });
}

const flagDefaults = ["true default", "false default", " default", "AlwaysAllow default", "10255 default"];
const fileDefaults = ["false default", "true default", " default", "Webhook default", "0 default"];

describe("precedence: flags, drop-ins, file, defaults", () => {
  test("without a file the flags' own defaults hold, which let everybody in", () => {
    expect(componentsOf({ "a.service": [kubelet("")] }).map(access)).toEqual([flagDefaults]);
  });
  test("a file brings safer defaults", () => {
    const texts = { "a.service": [kubelet("--config=/etc/kubelet.yaml")], "etc/kubelet.yaml": [configuration({})] };
    expect(componentsOf(texts).map(access)).toEqual([fileDefaults]);
  });
  test("a flag counts for more than the file", () => {
    const texts = {
      "a.service": [kubelet("--config=/etc/kubelet.yaml --anonymous-auth=true --read-only-port=10255")],
      "etc/kubelet.yaml": [configuration({ "authentication.anonymous.enabled": "false", readOnlyPort: "0" })],
    };
    expect(componentsOf(texts).map(access)).toEqual([
      ["true flag", "true default", " default", "Webhook default", "10255 flag"],
    ]);
  });
  test("drop-ins come between, in the order of their names", () => {
    const texts = {
      "a.service": [kubelet("--config=/etc/kubelet.yaml --config-dir=/etc/kubelet.d")],
      "etc/kubelet.yaml": [configuration({ "authorization.mode": "Webhook" })],
      "etc/kubelet.d/20.conf": [configuration({ "authorization.mode": "AlwaysAllow" })],
      "etc/kubelet.d/10.conf": [configuration({ "authorization.mode": "Webhook", readOnlyPort: "10255" })],
      "etc/kubelet.d/30.yaml": [configuration({ readOnlyPort: "1" })],
    };
    const [first] = componentsOf(texts);
    expect(first && access(first)).toEqual([
      "false default",
      "true default",
      " default",
      "AlwaysAllow file",
      "10255 file",
    ]);
  });
  test("drop-ins without a file leave the defaults of the flags", () => {
    const texts = {
      "a.service": [kubelet("--config-dir=/etc/kubelet.d")],
      "etc/kubelet.d/10.conf": [configuration({ readOnlyPort: "0" })],
    };
    expect(componentsOf(texts).map(access)).toEqual([[...flagDefaults.slice(0, 4), "0 file"]]);
  });
  test("a file that is not among the inputs leaves open what no flag says", () => {
    const [found] = componentsOf({ "a.service": [kubelet("--config=/etc/kubelet.yaml --anonymous-auth=false")] });
    expect(found && access(found)).toEqual(["false flag", "unknown", "unknown", "unknown", "unknown"]);
    expect(found?.settings.get("readOnlyPort")?.doubt?.text).toBe(
      "/etc/kubelet.yaml, which --config of kubelet names, is not among the inputs",
    );
  });
});

describe("configurations that no command line names", () => {
  test("describe a kubelet with the defaults of files", () => {
    const found = componentsOf({ "kubelet.yaml": [configuration({ readOnlyPort: "10255" })] });
    expect(found.map(access)).toEqual([[...fileDefaults.slice(0, 4), "10255 file"]]);
  });
  test("beside a document of kubeadm, with what kubeadm fills in", () => {
    const texts = {
      "kubeadm.yaml": [apiServerArguments("", { installer: "kubeadm" }), configuration({ readOnlyPort: "10255" })],
    };
    expect(componentsOf(texts).map(access)).toEqual([
      ["false installer", "true installer", "/etc/kubernetes/pki/ca.crt installer", "Webhook installer", "10255 file"],
    ]);
  });
  test("unless they belong to a command line of kubeadm in the same text", () => {
    const texts = {
      "kubeadm.yaml": [
        kubelet("--config=/var/lib/kubelet/config.yaml", { installer: "kubeadm" }),
        configuration({ "authentication.x509.clientCAFile": "/ca.pem" }),
      ],
    };
    expect(componentsOf(texts).map(access)).toEqual([
      ["false installer", "true installer", "/ca.pem file", "Webhook installer", "0 default"],
    ]);
  });
});

describe("refusals", () => {
  test.each([
    ["--authorization-mode=RBAC", "unknown authorization mode RBAC"],
    ["--authorization-mode=", "no authorization mode specified"],
    ["--anonymous-auth=false", "no authentication method configured"],
  ])("%s", (flags, message) => {
    const [found] = componentsOf({ "a.service": [kubelet(flags)] });
    expect(found?.refusals.map((refusal) => refusal.message)).toEqual([message]);
  });
  test.each([
    "--anonymous-auth=false --client-ca-file=/ca.crt",
    "--anonymous-auth=false --authentication-token-webhook=true",
  ])("%s starts", (flags) => {
    const [found] = componentsOf({ "a.service": [kubelet(flags)] });
    expect(found?.refusals).toEqual([]);
  });
});

test("what a file is sets nothing, and flags of kubelets on Windows are known", () => {
  const [found] = componentsOf({
    "a.service": [kubelet("--config=/etc/kubelet.yaml --windows-priorityclass=ABOVE_NORMAL_PRIORITY_CLASS")],
    "etc/kubelet.yaml": [configuration({ apiVersion: "kubelet.config.k8s.io/v1beta1", kind: "KubeletConfiguration" })],
  });
  expect(found?.settings.has("apiVersion")).toBe(false);
  expect([found?.refusals, found?.warnings].flat()).toEqual([]);
});
