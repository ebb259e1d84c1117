import type { ComponentInvocation } from "@authgraph/kubernetes";
import { complaints, writtenAt } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { distributionsOfUnits, invocationsOfUnits } from "../invocations/unit-invocations.ts";
import { parse } from "../parse.ts";
import { invocationsOfDistributions } from "./k3s-invocations.ts";

type Texts = Readonly<Record<string, string>>;

function started(texts: Texts): readonly ComponentInvocation[] {
  const facts = Object.entries(texts).flatMap(([path, text]) => parse({ path, text }).facts);
  const units = facts.flatMap((fact) => (fact.fact === "unit" ? [fact.unit] : []));
  const missing = (): undefined => undefined;
  const settings = facts.flatMap((fact) => (fact.fact === "distribution" ? [fact.settings] : []));
  return [
    ...invocationsOfUnits(units, missing),
    ...invocationsOfDistributions([...settings, ...distributionsOfUnits(units, missing)]),
  ];
}

/** The written flags of each component that has some, and that a node has no others. */
function told(texts: Texts): readonly string[] {
  return started(texts).flatMap(({ component, instance, flags }) => {
    const written = flags.flatMap(({ name, value, origin, unresolved }) =>
      origin.kind === "text" ? [`--${name}=${value} ${writtenAt(origin)}${unresolved ? " ?" : ""}`] : [],
    );
    return written.length === 0 ? [] : [`${instance.replace(component, "x")}: ${component} ${written.join(" ")}`];
  });
}

const config = "etc/rancher/k3s/config.yaml";

describe("where k3s and RKE2 are told what their components get", () => {
  test.each<[string, Texts, readonly string[]]>([
    [
      "a list, and a text alone; with dashes or without; a name without a value is true",
      { [config]: "kube-apiserver-arg:\n- --anonymous-auth\n- profiling=true\nkubelet-arg: read_only_port=10255\n" },
      [
        `x of k3s server ${config}: kube-apiserver --anonymous-auth=true 2:3 --profiling=true 3:3`,
        `x of k3s server ${config}: kubelet --read-only-port=10255 4:14`,
      ],
    ],
    [
      "a drop-in replaces a key, or adds to it with a plus",
      {
        [config]: "kube-apiserver-arg: [v=1]\nkubelet-arg: [v=2]\n",
        [`${config}.d/b.yaml`]: "kube-apiserver-arg+: [v=4]\n",
        [`${config}.d/a.yaml`]: "kube-apiserver-arg: [v=3]\nkubelet-arg+: [v=5]\n",
      },
      [
        `x of k3s server ${config}: kube-apiserver --v=3 1:22 --v=4 1:23`,
        `x of k3s server ${config}: kubelet --v=2 2:15 --v=5 2:16`,
      ],
    ],
    [
      "the command line of the unit on the same machine goes over the files",
      {
        [config]: "kube-apiserver-arg: [v=1]\nkubelet-arg: [v=2]\n",
        "etc/systemd/system/k3s.service":
          "[Service]\nExecStart=/usr/local/bin/k3s \\\n  server \\\n  '--kubelet-arg=v=3' --token x --kubelet-arg v=4\n",
      },
      [
        `x of k3s server ${config}: kube-apiserver --v=1 1:22`,
        `x of k3s server ${config}: kubelet --v=3 4:18 --v=4 4:47`,
      ],
    ],
    [
      "a unit that names another file reads that one",
      {
        "etc/rancher/k3s/config.yaml": "kubelet-arg: [v=1]\n",
        "etc/k3s/other.yaml": "kubelet-arg: [v=2]\n",
        "etc/systemd/system/k3s.service": "[Service]\nExecStart=/usr/local/bin/k3s agent -c /etc/k3s/other.yaml\n",
      },
      [`x of k3s server ${config}: kubelet --v=1 1:15`, "x of k3s agent etc/k3s/other.yaml: kubelet --v=2 1:15"],
    ],
    [
      "settings that are flags stand where they are set",
      {
        "etc/rancher/rke2/config.yaml":
          "profile: cis\naudit-policy-file: /a.yaml\nprotect-kernel-defaults: true\ntoken: x\n",
      },
      [
        "x of rke2 server etc/rancher/rke2/config.yaml: kube-apiserver --audit-policy-file=/a.yaml 2:20",
        "x of rke2 server etc/rancher/rke2/config.yaml: kubelet --protect-kernel-defaults=true 3:26",
      ],
    ],
    [
      "the installation script",
      {
        "a.sh":
          "#!/bin/sh\nexport INSTALL_K3S_EXEC='--kubelet-arg=v=1'\ncurl -sfL https://get.k3s.io | sh -s - --kube-apiserver-arg v=2\n",
      },
      ["x of k3s server a.sh: kube-apiserver --v=2 3:61", "x of k3s server a.sh: kubelet --v=1 2:40"],
    ],
    [
      "the script for an agent",
      { "a.sh": "curl -sfL https://get.k3s.io | K3S_URL=https://s:6443 INSTALL_K3S_EXEC=--kubelet-arg=v=1 sh -\n" },
      ["x of k3s agent a.sh: kubelet --v=1 1:86"],
    ],
    [
      "k3d",
      {
        "k3d.yaml":
          "apiVersion: k3d.io/v1alpha5\nkind: Simple\nmetadata: {name: c}\noptions:\n  k3s:\n    extraArgs:\n    - arg: --kube-apiserver-arg=v=1\n      nodeFilters: [server:*]\n    - arg: --kubelet-arg=v=2\n      nodeFilters: [agent:*]\n",
      },
      ["x of k3s server k3d cluster c: kube-apiserver --v=1 7:12", "x of k3s agent k3d cluster c: kubelet --v=2 9:12"],
    ],
    [
      "variables of Ansible, one key deep",
      { "group_vars/servers.yml": "rke2_config:\n  kube-scheduler-arg: [v=1]\n" },
      ["x of rke2 server group_vars/servers.yml#rke2_config: kube-scheduler --v=1 2:24"],
    ],
  ])("%s", (_name, texts, expected) => {
    expect(told(texts)).toEqual(expected);
  });
});

test.each<[string, Texts, readonly string[]]>([
  [
    "a server with SQLite",
    { [config]: "disable: [traefik]\n" },
    ["kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubelet"],
  ],
  [
    "one with etcd",
    { [config]: "cluster-init: true\ndisable-agent: true\n" },
    ["kube-apiserver", "kube-controller-manager", "kube-scheduler", "etcd"],
  ],
  ["an agent, or a server that joins", { [config]: "server: https://s:6443\ntoken: x\n" }, ["kubelet"]],
  ["another YAML with a server", { "app.yaml": "server: https://s:6443\ntoken: x\n" }, []],
])("what is started: %s", (_name, texts, components) => {
  expect(started(texts).map(({ component }) => component)).toEqual(components);
});

test.each<[string, string, string, readonly (string | undefined)[]]>([
  [
    "a name that is written replaces all of k3s's value",
    "enable-admission-plugins=A",
    "enable-admission-plugins",
    ["A"],
  ],
  ["a plus adds after it", "enable-admission-plugins+=A", "enable-admission-plugins", ["NodeRestriction", "A"]],
  ["a minus before it", "enable-admission-plugins-=A", "enable-admission-plugins", ["A", "NodeRestriction"]],
  ["a file takes the place of the flag", "authentication-config=/a.yaml", "anonymous-auth", []],
  ["k3s's own", "v=1", "anonymous-auth", ["false"]],
])("%s", (_name, argument, name, values) => {
  const [server] = started({ [config]: `kube-apiserver-arg: ['${argument}']\n` });
  expect(server?.flags.filter((flag) => flag.name === name).map(({ value }) => value)).toEqual(values);
});

test.each<[string, string, readonly string[]]>([
  [
    "a map for a list",
    "kubelet-arg: {v: 1}\n",
    ["error wrong-type 1:14: kubelet-arg takes a text or a list of texts, not a mapping"],
  ],
  [
    "a flag of the API server as a setting",
    "anonymous-auth: true\n",
    [
      "warning unknown-field 1:1: anonymous-auth is no setting of k3s, which passes over it: it counts only in kube-apiserver-arg or kubelet-arg",
    ],
  ],
  ["broken YAML", "kubelet-arg: [\n", ["error yaml-syntax 1:14: yaml: line 1: did not find expected node content"]],
])("told: %s", (_name, text, expected) => {
  expect(complaints({ path: config, text }).map((one) => one.replace(/yaml-syntax.*/, "yaml-syntax"))).toEqual(
    expected.map((one) => one.replace(/yaml-syntax.*/, "yaml-syntax")),
  );
});

test("a token is not among the settings", () => {
  const { facts } = parse({
    path: config,
    text: "token: SECRET\nagent-token: SECRET\ndatastore-endpoint: mysql://SECRET\n",
  });
  expect(
    JSON.stringify(
      facts.map((fact) =>
        fact.fact === "distribution" ? fact.settings.settings.map(({ key, value }) => [key, value.value]) : [],
      ),
    ),
  ).toBe('[[["datastore-endpoint",""]]]');
});
