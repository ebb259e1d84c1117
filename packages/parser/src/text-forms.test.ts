import { describe, expect, it } from "vitest";
import { isWorthReading, looksLikeManifests } from "./text-forms.ts";

describe("files worth reading", () => {
  it.each([
    "a/role.yaml",
    "a/role.YML",
    "list.json",
    "kube-apiserver.manifest",
    "etc/kubernetes/admin.conf",
    "kubelet.service",
    "kubelet.service.d/10-kubeadm.conf",
    "tokens.csv",
    "pki/ca.crt",
    "start.sh",
    "start.sh.tmpl",
    "role.yaml.j2",
    "templates/_helpers.tpl",
    "kube-apiserver",
    "Kustomization",
  ])("%s", (path) => expect(isWorthReading(path)).toBe(true));

  it.each(["main.go", "README.md", "LICENSE", "docs/Makefile", "logo.png", ".gitignore", "index.test.ts"])(
    "not %s",
    (path) => expect(isWorthReading(path)).toBe(false),
  );
});

describe("manifests by their content", () => {
  it.each([
    ["kube-apiserver.manifest", "apiVersion: v1\nkind: Pod\n", true],
    ["role.yaml.tmpl", "{{- if .Values.x }}\napiVersion: v1\n", true],
    ["-", "# Source: chart/role.yaml\n\n---\nkind: Role\n", true],
    ["-", '{"kind": "List"}', true],
    ["install.sh", "#!/bin/sh\ncat <<EOF | kubectl apply -f -\napiVersion: v1\nkind: Pod\nEOF\n", false],
    ["steps.txt", "cat > pod.yaml <<EOF\napiVersion: v1\nEOF\n", false],
    ["kubelet.service", "[Service]\nExecStart=/usr/bin/kubelet\n", false],
    ["empty", "", false],
  ])("%s %j: %s", (path, text, expected) => expect(looksLikeManifests(path, text)).toBe(expected));
});
