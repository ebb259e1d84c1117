import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ComponentInvocation, UnitFile } from "@authgraph/kubernetes";
import type { Origin, PlacedText, SourceText } from "@authgraph/source";
import { sharedMaterialMissing, sharedPath } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { readAwsAuth } from "../credentials/aws-auth.ts";
import { looksLikePem, readCertificateFile } from "../credentials/certificates.ts";
import { isKubeconfig, readKubeconfig } from "../credentials/kubeconfig.ts";
import {
  isCfsslRequest,
  looksLikeOpensslConfig,
  readCfsslRequest,
  readOpensslConfig,
} from "../credentials/request-templates.ts";
import { looksLikeTokenFile, readTokenFile } from "../credentials/token-file.ts";
import { childrenOf, placedString, valueAt } from "../credentials/tree-values.ts";
import { readDocuments } from "../reader/read-documents.ts";
import type { NodeId, Tree } from "../reader/tree.ts";
import { readContainer } from "./container.ts";
import { readEnvironmentFile } from "./environment-file.ts";
import { looksLikeArgumentsFile, looksLikeShellScript, readArgumentsFile, readShellScript } from "./shell-script.ts";
import { looksLikeUnit, readUnit } from "./unit-file.ts";
import { invocationsOfUnits } from "./unit-invocations.ts";

const flags = sharedPath("corpus", "flags");

function real(path: string): SourceText {
  return { path, text: readFileSync(join(flags ?? "", path), "utf8") };
}

function written(origin: Origin): string {
  return origin.kind === "text" ? origin.source.text.slice(origin.start, origin.end) : "";
}

/** Every mapping that has a `command` or `args`, wherever it stands. */
function containersOf(source: SourceText): readonly ComponentInvocation[] {
  const invocations: ComponentInvocation[] = [];
  const strings = (tree: Tree, list: NodeId): readonly PlacedText[] =>
    [...childrenOf(tree, list)].flatMap((item) => placedString(tree, source, item) ?? []);
  const walk = (tree: Tree, node: NodeId): void => {
    for (const child of childrenOf(tree, node)) walk(tree, child);
    const [command, args] = [valueAt(tree, node, "command"), valueAt(tree, node, "args")];
    if (command === 0 && args === 0) return;
    const container = {
      image: placedString(tree, source, valueAt(tree, node, "image")),
      command: strings(tree, command),
      args: strings(tree, args),
      env: new Map<string, PlacedText | undefined>(),
    };
    const invocation = readContainer(container, source.path);
    if (invocation !== undefined) invocations.push(invocation);
  };
  readDocuments(source.text, "kubectl", (document) => {
    if (document.outcome === "value") walk(document.tree, document.tree.root);
  });
  return invocations;
}

function valuesOf(invocation: ComponentInvocation | undefined, name: string): readonly (string | undefined)[] {
  return invocation?.flags.filter((flag) => flag.name === name).map(({ value }) => value) ?? [];
}

describe.skipIf(flags === undefined)(flags === undefined ? sharedMaterialMissing : "facts about real files", () => {
  test("keys of aws-auth mappings are read in any case (17)", () => {
    const source = real(
      "aws-auth/kubernetes-sigs__aws-iam-authenticator/pkg/mapper/configmap/yaml/aws-auth-crazy-case-keys.yaml",
    );
    let texts: Parameters<typeof readAwsAuth>[0] = { mapRoles: undefined, mapUsers: undefined };
    readDocuments(source.text, "kubectl", (document) => {
      if (document.outcome !== "value") return;
      const { tree } = document;
      const data = valueAt(tree, tree.root, "data");
      const placed = (key: string): PlacedText | undefined => {
        const text = placedString(tree, source, valueAt(tree, data, key));
        return text?.offsets === undefined ? text : { ...text, offsets: Array.from(text.offsets) };
      };
      texts = { mapRoles: placed("mapRoles"), mapUsers: placed("mapUsers") };
    });
    const { credentials, diagnostics } = readAwsAuth(texts);
    expect(diagnostics).toEqual([]);
    expect(credentials.map(({ user, groups }) => [user?.value, groups.map(({ value }) => value)])).toEqual([
      ["system:node:{{EC2PrivateDNSName}}", ["system:bootstrappers", "system:nodes"]],
      ["admin", ["system:masters"]],
    ]);
    const places = credentials.flatMap(({ user, groups }) => [...(user ? [user] : []), ...groups]);
    expect(places.map(({ origin }) => written(origin))).toEqual(places.map(({ value }) => value));
  });

  test("an arguments file of MicroK8s (19)", () => {
    const source = real("microk8s/canonical__microk8s/microk8s-resources/default-args/kube-apiserver");
    expect(looksLikeArgumentsFile(source.path, source.text)).toBe(true);
    const invocation = readArgumentsFile(source);
    expect(invocation?.component).toBe("kube-apiserver");
    expect(valuesOf(invocation, "authorization-mode")).toEqual(["AlwaysAllow"]);
    expect(valuesOf(invocation, "service-account-issuer")).toEqual(["https://kubernetes.default.svc"]);
    const clientCa = invocation?.flags.find(({ name }) => name === "client-ca-file");
    expect(clientCa).toMatchObject({ value: "/var/snap/microk8s/current/certs/ca.crt", unresolved: false });
    expect(invocation?.flags).toHaveLength(source.text.split("\n").filter((line) => line.startsWith("--")).length);
    expect(invocation?.positional).toEqual([]);
  });

  test("a password file whose fourth column is a group (20)", () => {
    const source = real("microk8s/canonical__microk8s/microk8s-resources/basic_auth.csv");
    expect(looksLikeTokenFile(source.path, source.text)).toBe(true);
    expect(readTokenFile(source).credentials).toMatchObject([
      { user: { value: "admin" }, groups: [{ value: "system:masters" }] },
    ]);
  });

  test("a container called like the API server is not one (22)", () => {
    const source = real("openshift/openshift__cluster-kube-apiserver-operator/bindata/assets/kube-apiserver/pod.yaml");
    const rendered = { ...source, text: source.text.replace(/\{\{[^}]*\}\}/g, (mark) => "x".repeat(mark.length)) };
    const ports = containersOf(rendered).flatMap((invocation) => valuesOf(invocation, "insecure-port"));
    expect(ports).not.toContain("6080");
  });

  test("an argument that holds two flags is one (23)", () => {
    const source = real(
      "static-pods/kubescape__regolibrary/rules/ensure-that-the-api-server-authorization-mode-argument-is-not-set-to-AlwaysAllow/test/failed/input/2.yaml",
    );
    const [invocation, ...others] = containersOf(source);
    expect(others).toEqual([]);
    expect(invocation?.version?.value).toBe("1.24.1");
    expect(valuesOf(invocation, "token-auth-file")).toEqual([]);
    expect(valuesOf(invocation, "tls-private-key-file")).toEqual([
      "/var/lib/minikube/certs/apiserver.key --token-auth-file=<file>",
    ]);
  });

  test("a request configuration gives system:masters away (24)", () => {
    const source = real("systemd/kelseyhightower__kubernetes-the-hard-way/ca.conf");
    expect(looksLikeOpensslConfig(source.text)).toBe(true);
    const identities = readOpensslConfig(source).map(({ user, groups }) => [
      user?.value,
      ...groups.map(({ value }) => value),
    ]);
    expect(identities).toContainEqual(["admin", "system:masters"]);
    expect(identities).toContainEqual(["system:kube-scheduler", "system:system:kube-scheduler"]);
    expect(identities.map(([user]) => user)).not.toContain("CA");
  });

  test("kubeadm's kubelet unit with its drop-ins and the file of local flags", () => {
    const root = "systemd/kubernetes-sigs__kind.node-image/images/base/files/etc";
    const units = ["kubelet.service", "kubelet.service.d/10-kubeadm.conf", "kubelet.service.d/11-kind.conf"].map(
      (name) => readUnit(real(`${root}/systemd/system/${name}`)),
    );
    const local = readEnvironmentFile(real(`${root}/default/kubelet`));
    const [invocation, ...others] = invocationsOfUnits(units, (path) =>
      path === "/etc/default/kubelet" ? local : undefined,
    );
    expect(others).toEqual([]);
    expect(invocation?.flags.map(({ name, value }) => `--${name}=${value}`)).toEqual([
      "--bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf",
      "--kubeconfig=/etc/kubernetes/kubelet.conf",
      "--config=/var/lib/kubelet/config.yaml",
      "--runtime-cgroups=/system.slice/containerd.service",
    ]);
    expect(invocation?.unresolved?.map(({ value }) => value)).toEqual(["$KUBELET_KUBEADM_ARGS"]);
  });

  test("nothing throws on any of them, and every flag stands where its place says", () => {
    const units: UnitFile[] = [];
    const invocations: ComponentInvocation[] = [];
    // Found without a reader: a list item that is the program's name, or a path to it.
    const staticPods: string[] = [];
    for (const folder of [
      "systemd",
      "shell",
      "kubeconfig",
      "aws-auth",
      "microk8s",
      "static-pods",
      "apiserver-config",
    ]) {
      for (const name of readdirSync(join(flags ?? "", folder), { recursive: true, encoding: "utf8" })) {
        if (!statSync(join(flags ?? "", folder, name)).isFile()) continue;
        const source = real(join(folder, name));
        const { path, text } = source;
        if (
          path.endsWith(".yaml") &&
          /^kind: Pod\b/m.test(text) &&
          /^ *- "?(?:\/\S*\/)?kube-apiserver"?\r?$/m.test(text)
        ) {
          staticPods.push(path);
        }
        if (looksLikeUnit(path, text)) units.push(readUnit(source));
        if (looksLikeShellScript(path, text)) invocations.push(...readShellScript(source));
        if (looksLikeArgumentsFile(path, text)) invocations.push(...[readArgumentsFile(source) ?? []].flat());
        if (looksLikePem(text)) readCertificateFile(source);
        if (looksLikeOpensslConfig(text)) readOpensslConfig(source);
        if (looksLikeTokenFile(path, text)) readTokenFile(source);
        readEnvironmentFile(source);
        readTokenFile(source);
        if (!/\.(?:ya?ml|json|conf|manifest)$/.test(path)) continue;
        invocations.push(...containersOf(source));
        readDocuments(text, "kubectl", (document) => {
          if (document.outcome !== "value") return;
          if (isKubeconfig(document.tree)) readKubeconfig(document.tree, source);
          if (isCfsslRequest(document.tree)) readCfsslRequest(document.tree, source);
        });
      }
    }
    invocations.push(...invocationsOfUnits(units, () => undefined));

    const started = new Set(invocations.map(({ instance, component }) => `${instance} ${component}`));
    expect(staticPods.filter((path) => !started.has(`${path} kube-apiserver`))).toEqual([]);
    expect(staticPods.length).toBeGreaterThan(30);
    const astray = invocations.flatMap((invocation) =>
      invocation.flags
        .filter(({ name, origin }) => !written(origin).replaceAll("_", "-").includes(name))
        .map(({ name, origin }) => `${invocation.instance}: ${name} in ${JSON.stringify(written(origin))}`),
    );
    expect(astray).toEqual([]);
  });
});
