import { parse } from "@authgraph/parser";
import { describe, expect, test } from "vitest";
import { namesFiles, saysTheSame, saysTheSameInEveryRole } from "./says-the-same.ts";

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: shop, namespace: web}
spec:
  replicas: 2
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop}}
    spec:
      serviceAccountName: shop
      containers: [{name: main, image: "shop:1.0"}]
`;
const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: web}
rules:
- {apiGroups: [""], resources: [pods], verbs: [get]}
`;

describe("what says the same as before", () => {
  test.each<[what: string, before: string, after: string, expected: boolean]>([
    ["a field that access does not depend on", deployment, deployment.replace("replicas: 2", "replicas: 30"), true],
    ["another image", deployment, deployment.replace("shop:1.0", "shop:1.0.1"), true],
    ["a comment and blank lines", role, `# who reads\n\n\n${role}`, true],
    ["other quotes", role, role.replace("[get]", '["get"]'), true],
    ["another account", deployment, deployment.replace("serviceAccountName: shop", "serviceAccountName: x"), false],
    ["a verb", role, role.replace("[get]", "[get, list]"), false],
    ["a document more", role, `${role}---\n${deployment}`, false],
    ["a document that is nothing of ours", role, `${role}---\na: 1\n`, false],
    ["documents in another order", `${role}---\n${deployment}`, `${deployment}---\n${role}`, false],
    ["fields in another order", role, role.replace(/^(apiVersion.*\n)(kind.*\n)/, "$2$1"), true],
    [
      "lists of a rule in another order",
      role,
      role.replace('{apiGroups: [""], resources: [pods]', '{resources: [pods], apiGroups: [""]'),
      false,
    ],
    ["a refused object", role, role.replace("name: reader", "name: Re/ader"), false],
    ["a comment that accepts a risk", role, `# authgraph: ignore[x] -- y\n${role}`, false],
    ["its distance", `# authgraph: ignore[x] -- y\n${role}`, `# authgraph: ignore[x] -- y\n\n\n${role}`, false],
    ["a key that is written twice", role, role.replace("kind: Role", "kind: Role\nkind: Role"), false],
  ])("%s", (_what, before, after, expected) => {
    const parsed = (text: string) => parse({ path: "a.yaml", text });
    expect(saysTheSame(parsed(before), parsed(after))).toBe(expected);
    expect(saysTheSame(parsed(after), parsed(before))).toBe(expected);
    expect(saysTheSame(parsed(before), parsed(before))).toBe(!before.includes("authgraph:"));
  });
});

test.each<[path: string, text: string, expected: boolean]>([
  ["a.yaml", role, false],
  ["kustomization.yaml", "resources: [a.yaml]\npatches: [{path: b.yaml}]\n", false],
  ["kubelet.service", "[Service]\nExecStart=/usr/bin/kubelet\n", true],
  ["run.sh", "#!/bin/sh\nkube-apiserver --token-auth-file=/etc/tokens.csv\n", true],
  ["run.sh", "#!/bin/sh\nkube-apiserver --anonymous-auth=false\n", false],
])("%s %j names files: %s", (path, text, expected) => {
  expect(namesFiles(parse({ path, text }))).toBe(expected);
});

test("other replicas say the same, whatever names the file", () => {
  const [before, after] = ["replicas: 2", "replicas: 3"].map((replicas) => ({
    path: "web.yaml",
    text: deployment.replace("replicas: 2", replicas),
  }));
  if (before === undefined || after === undefined) throw new Error("two states");
  expect(saysTheSameInEveryRole(before, after)).toBe(true);
});
