import type { ComponentInvocation } from "@authgraph/kubernetes";
import type { Origin, PlacedText, SourceText } from "@authgraph/source";
import { describe, expect, test } from "vitest";
import { placedSource, slicePlaced } from "../placed-text.ts";
import { readContainer } from "./container.ts";

interface Written {
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly image?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A container whose words stand one a line in a file. */
function read({ command = [], args = [], image, env = {} }: Written): ComponentInvocation | undefined {
  const all = [...(image === undefined ? [] : [image]), ...command, ...args];
  const source: SourceText = { path: "pod.yaml", text: all.map((word) => `${word}\n`).join("") };
  let at = 0;
  const place = (word: string): PlacedText => {
    const placed = slicePlaced(placedSource(source), at, at + word.length);
    at += word.length + 1;
    return placed;
  };
  const placedImage = image === undefined ? undefined : place(image);
  const container = {
    image: placedImage,
    command: command.map(place),
    args: args.map(place),
    env: new Map(Object.entries(env).map(([name, value]) => [name, value === undefined ? undefined : asText(value)])),
  };
  return readContainer(container, "Pod kube-system/kube-apiserver");
}

function asText(text: string): PlacedText {
  return placedSource({ path: "env", text });
}

function written(origin: Origin): string {
  return origin.kind === "text" ? origin.source.text.slice(origin.start, origin.end) : "";
}

/** `name=value` for each flag, `?` after what is not resolved, and beside it what the place says. */
function flagsOf(invocation: ComponentInvocation | undefined): readonly (readonly [string, string])[] | undefined {
  return invocation?.flags.map((flag) => [
    `${flag.name}${flag.value === undefined ? "" : `=${flag.value}`}${flag.unresolved ? " ?" : ""}`,
    written(flag.origin),
  ]);
}

test("the whole fact", () => {
  const invocation = read({
    image: "registry.k8s.io/kube-apiserver:v1.37.2",
    command: ["/usr/local/bin/kube-apiserver", "--anonymous-auth=false"],
  });
  expect(invocation).toMatchObject({
    component: "kube-apiserver",
    instance: "Pod kube-system/kube-apiserver",
    version: { value: "1.37.2" },
    flags: [{ name: "anonymous-auth", value: "false", unresolved: false }],
    positional: [],
  });
  expect(invocation).not.toHaveProperty("unresolved");
  expect(invocation && written(invocation.origin)).toBe("/usr/local/bin/kube-apiserver");
  expect(invocation?.version && written(invocation.version.origin)).toBe("1.37.2");
});

describe("flags as pflag reads them", () => {
  test.each([
    { name: "value after an equals sign", args: ["--v=2"], flags: [["v=2", "--v=2"]] },
    {
      name: "value as the next word",
      args: ["--authorization-mode", "Node,RBAC"],
      flags: [["authorization-mode=Node,RBAC", "--authorization-mode\nNode,RBAC"]],
    },
    {
      name: "a boolean takes no next word, which is then an argument",
      args: ["--anonymous-auth", "false"],
      flags: [["anonymous-auth=true", "--anonymous-auth"]],
      positional: ["false"],
    },
    {
      name: "underscores are dashes",
      args: ["--anonymous_auth=false"],
      flags: [["anonymous-auth=false", "--anonymous_auth=false"]],
    },
    {
      name: "a flag that needs a value takes a flag for it",
      args: ["--token-auth-file", "--v=2"],
      flags: [["token-auth-file=--v=2", "--token-auth-file\n--v=2"]],
    },
    { name: "a value is missing", args: ["--token-auth-file"], flags: [["token-auth-file", "--token-auth-file"]] },
    {
      name: "an empty value is a value",
      args: ["--token-auth-file="],
      flags: [["token-auth-file=", "--token-auth-file="]],
    },
    { name: "two dashes end the flags", args: ["--", "--v=2"], flags: [], positional: ["--v=2"] },
    {
      name: "a single dash is no flag",
      args: ["-anonymous-auth=false"],
      flags: [],
      positional: ["-anonymous-auth=false"],
    },
    {
      name: "but -v is",
      args: ["-v=4", "-v", "5", "-v6"],
      flags: [
        ["v=4", "-v=4"],
        ["v=5", "-v\n5"],
        ["v=6", "-v6"],
      ],
    },
    {
      name: "one word is one flag, whatever it holds",
      args: ["--tls-private-key-file=/a.key --token-auth-file=/b.csv"],
      flags: [
        [
          "tls-private-key-file=/a.key --token-auth-file=/b.csv",
          "--tls-private-key-file=/a.key --token-auth-file=/b.csv",
        ],
      ],
    },
    {
      name: "an unknown flag takes a word that looks like a value",
      args: ["--made-up", "x", "--made-too", "--v=1"],
      flags: [
        ["made-up=x", "--made-up\nx"],
        ["made-too=true", "--made-too"],
        ["v=1", "--v=1"],
      ],
    },
  ])("$name", ({ args, flags, positional = [] }) => {
    const invocation = read({ command: ["kube-apiserver"], args });
    expect(flagsOf(invocation)).toEqual(flags);
    expect(invocation?.positional.map(({ value }) => value)).toEqual(positional);
  });
});

describe("which component a container starts", () => {
  const flag = "--v=2";
  test.each<Written & { readonly name: string; readonly component: string | undefined }>([
    { name: "by name", command: ["kubelet", flag], component: "kubelet" },
    {
      name: "behind tini",
      command: ["/bin/tini", "-s", "--", "/opt/kube-apiserver", flag],
      component: "kube-apiserver",
    },
    {
      name: "behind go-runner",
      command: ["/go-runner", "--log-file=/var/log/x.log", "--also-stdout=false", "/usr/local/bin/kube-scheduler"],
      args: [flag],
      component: "kube-scheduler",
    },
    {
      name: "behind flock",
      command: ["flock", "--verbose", "--exclusive", "--timeout=30", "/tmp/lock", "kube-apiserver", flag],
      component: "kube-apiserver",
    },
    { name: "behind nsenter", command: ["nsenter", "-t", "1", "-m", "--", "kubelet", flag], component: "kubelet" },
    {
      name: "behind env and timeout",
      command: ["env", "A=b", "timeout", "-k", "5", "10", "nice", "-n", "5", "kubelet", flag],
      component: "kubelet",
    },
    { name: "hyperkube", command: ["/hyperkube", "apiserver", flag], component: "kube-apiserver" },
    {
      name: "hyperkube, the long name",
      command: ["./hyperkube", "kube-controller-manager", flag],
      component: "kube-controller-manager",
    },
    { name: "a shell string", command: ["sh", "-c", "exec kube-apiserver --v=2"], component: "kube-apiserver" },
    {
      name: "a shell string with options",
      command: ["/bin/bash", "-o", "pipefail", "-ec"],
      args: ["mkdir -p /x && kube-apiserver --v=2 2>&1 | tee /log"],
      component: "kube-apiserver",
    },
    {
      name: "an image and flags alone",
      image: "registry.k8s.io/kube-controller-manager-arm64:v1.30.1",
      args: [flag],
      component: "kube-controller-manager",
    },
    {
      name: "not a program that is only called alike",
      command: ["cluster-kube-apiserver-operator", "insecure-readyz"],
      args: ["--insecure-port=6080"],
      component: undefined,
    },
    { name: "not a script", command: ["sh", "/kube-apiserver", flag], component: undefined },
    { name: "not an argument", command: ["cp", "/usr/bin/kubelet", "/host"], component: undefined },
    { name: "not a look at its version", command: ["kube-apiserver", "--version"], component: undefined },
    { name: "not an image without flags", image: "registry.k8s.io/kube-apiserver:v1.30.1", component: undefined },
  ])("$name", ({ component, name: _, ...container }) => {
    expect(read(container)?.component).toBe(component);
  });
});

describe("the version is the tag of an image of Kubernetes", () => {
  test.each([
    ["registry.k8s.io/kube-apiserver:v1.37.2", "1.37.2"],
    ["registry:5000/kube-apiserver-amd64:v1.30.1@sha256:00ff", "1.30.1"],
    ["602401143452.dkr.ecr.us-west-2.amazonaws.com/eks/kube-apiserver:v1.29.6-eks-1552ad0", "1.29.6"],
    ["quay.io/coreos/hyperkube:v1.12.3_coreos.0", "1.12.3"],
    ["registry:5000/kube-apiserver", undefined],
    ["example.org/operator:v1.2.3", undefined],
    ["registry.k8s.io/kube-apiserver:latest", undefined],
  ])("%s", (image, version) => {
    expect(read({ image, command: ["kube-apiserver", "--v=2"] })?.version?.value).toBe(version);
  });
});

describe("environment", () => {
  test.each<Written & { readonly name: string; readonly flags: unknown; readonly unresolved?: readonly string[] }>([
    {
      name: "$(NAME) is replaced",
      command: ["kube-apiserver", "--advertise-address=$(IP)"],
      env: { IP: "10.0.0.1" },
      flags: [["advertise-address=10.0.0.1", "--advertise-address=$(IP)"]],
    },
    {
      name: "from a variable of variables",
      command: ["kube-apiserver", "--advertise-address=$(ALL)"],
      env: { IP: "10.0.0.1", ALL: "$(IP):$(IP)" },
      flags: [["advertise-address=10.0.0.1:10.0.0.1", "--advertise-address=$(ALL)"]],
    },
    {
      name: "an unknown name stays",
      command: ["kube-apiserver", "--advertise-address=$(IP)", "--v=$(LEVEL)"],
      env: { LEVEL: undefined },
      flags: [
        ["advertise-address=$(IP) ?", "--advertise-address=$(IP)"],
        ["v=$(LEVEL) ?", "--v=$(LEVEL)"],
      ],
    },
    {
      name: "a variable of an unknown one is unknown, and one with two dollar signs is not",
      command: ["kube-apiserver", "--advertise-address", "$(A)", "--etcd-prefix", "$(B)"],
      env: { A: "x$(MISSING)", B: "x$$(MISSING)" },
      flags: [
        ["advertise-address=$(A) ?", "--advertise-address\n$(A)"],
        ["etcd-prefix=x$(MISSING)", "--etcd-prefix\n$(B)"],
      ],
    },
    {
      name: "two dollar signs are one",
      command: ["kube-apiserver", "--etcd-prefix=$$(IP)"],
      env: { IP: "x" },
      flags: [["etcd-prefix=$(IP)", "--etcd-prefix=$$(IP)"]],
    },
    {
      name: "a word of nothing but an unknown name may be any flags",
      command: ["kube-apiserver", "$(EXTRA)", "{{ .Values.flags }}", "--v=2"],
      flags: [["v=2", "--v=2"]],
      unresolved: ["$(EXTRA)", "{{ .Values.flags }}"],
    },
    {
      name: "a placeholder of a template is no value",
      command: ["kube-apiserver", "--authorization-mode={{ mode }}", "--v=${level}"],
      flags: [
        ["authorization-mode={{ mode }} ?", "--authorization-mode={{ mode }}"],
        ["v=${level} ?", "--v=${level}"],
      ],
    },
    {
      name: "a shell sees the environment",
      command: ["sh", "-c", 'exec kube-apiserver --authorization-mode="$MODE" $FLAGS ${MORE:-} --v=${V:-2}'],
      env: { MODE: "RBAC", FLAGS: "--anonymous-auth=false --profiling", V: "" },
      flags: [
        ["authorization-mode=RBAC", '--authorization-mode="$MODE"'],
        ["anonymous-auth=false", "$FLAGS"],
        ["profiling=true", "$FLAGS"],
        ["v=2", "--v=${V:-2}"],
      ],
      unresolved: ["${MORE:-}"],
    },
    {
      name: "a shell string gets its arguments",
      command: ["sh", "-c", 'exec kube-apiserver "$@"', "--"],
      args: ["--anonymous-auth=false", "--v=2"],
      flags: [
        ["anonymous-auth=false", "--anonymous-auth=false"],
        ["v=2", "--v=2"],
      ],
    },
  ])("$name", ({ flags, unresolved, name: _, ...container }) => {
    const invocation = read(container);
    expect(flagsOf(invocation)).toEqual(flags);
    expect(invocation?.unresolved?.map(({ value }) => value)).toEqual(unresolved);
  });
});
