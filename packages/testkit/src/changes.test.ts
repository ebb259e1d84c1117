import { describe, expect, test } from "vitest";
import { type ProjectTexts, scanChange, toldRisks } from "./changed-project.ts";

// What a change makes new or worse, and what of a change is nothing.

/** `Role web/reader` or `ClusterRole reader`, with rules as in `get,list secrets`. */
function role(name: string, ...rules: readonly string[]): string {
  const [namespace, own] = name.includes("/") ? name.split("/") : [undefined, name];
  const kind = namespace === undefined ? "ClusterRole" : "Role";
  const metadata = namespace === undefined ? `{name: ${own}}` : `{name: ${own}, namespace: ${namespace}}`;
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: ${metadata}
rules:
${rules.map(policyRule).join("")}---
`;
}

function policyRule(words: string): string {
  const [verbs, resources, names] = words.split(" ");
  const named = names === undefined ? "" : `, resourceNames: [${names}]`;
  return `- {apiGroups: [${resources === "'*'" ? "'*'" : '""'}], resources: [${resources}], verbs: [${verbs}]${named}}\n`;
}

function bound(name: string, roleName: string, account = "web/ci"): string {
  const [namespace, own] = name.includes("/") ? name.split("/") : [undefined, name];
  const kind = namespace === undefined ? "ClusterRoleBinding" : "RoleBinding";
  const metadata = namespace === undefined ? `{name: ${own}}` : `{name: ${own}, namespace: ${namespace}}`;
  const roleKind = roleName.includes("/") ? "Role" : "ClusterRole";
  const [of, who] = account.split("/");
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: ${metadata}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ${roleKind}, name: ${roleName.split("/").at(-1)}}
subjects:
- {kind: ServiceAccount, name: ${who}, namespace: ${of}}
---
`;
}

function boundGroup(name: string, roleName: string, group: string): string {
  return bound(name, roleName).replace(
    /- \{.*\}/,
    `- {apiGroup: rbac.authorization.k8s.io, kind: Group, name: "${group}"}`,
  );
}

const readsSecrets = role("reader", "get secrets") + bound("ci", "reader");

const legacyToken = `apiVersion: v1
kind: Secret
type: kubernetes.io/service-account-token
metadata: {name: ci-token, namespace: web, annotations: {kubernetes.io/service-account.name: ci}}
---
`;
const server = (...flags: readonly string[]): string => `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.37.0
    command: [kube-apiserver, --authorization-mode=RBAC${flags.map((flag) => `, ${flag}`).join("")}]
`;

type Case = readonly [what: string, before: ProjectTexts, after: ProjectTexts, told: readonly string[]];

const nothing: readonly Case[] = [
  ["nothing at all", { "a.yaml": readsSecrets }, { "a.yaml": readsSecrets }, []],
  ["another file name", { "a.yaml": readsSecrets }, { "deploy/b.yaml": readsSecrets }, []],
  ["inserted lines", { "a.yaml": readsSecrets }, { "a.yaml": `# what it is for\n\n${readsSecrets}` }, []],
  [
    "another order and other files",
    { "a.yaml": readsSecrets },
    { "a.yaml": bound("ci", "reader"), "b.yaml": role("reader", "get secrets") },
    [],
  ],
  [
    "rules cut otherwise",
    { "a.yaml": role("reader", "get,list secrets,pods") + bound("ci", "reader") },
    { "a.yaml": role("reader", "list secrets,pods", "get pods", "get secrets") + bound("ci", "reader") },
    [],
  ],
  [
    "one verb less",
    { "a.yaml": role("reader", "get,list,watch secrets") + bound("ci", "reader") },
    { "a.yaml": readsSecrets },
    [],
  ],
  [
    "names where there were none",
    { "a.yaml": role("reader", "get secrets") + bound("ci", "reader") },
    { "a.yaml": role("reader", "get secrets tls") + bound("ci", "reader") },
    [],
  ],
  [
    "one namespace in place of all",
    { "a.yaml": readsSecrets },
    { "a.yaml": role("reader", "get secrets") + bound("web/ci", "reader") },
    [],
  ],
  [
    "what is used in place of a wildcard, which another rule tells",
    { "a.yaml": role("reader", "'*' '*'") + bound("ci", "reader") },
    { "a.yaml": role("reader", "get,list secrets", "create pods") + bound("ci", "reader") },
    [],
  ],
  [
    "service accounts of one namespace in place of those of all",
    { "a.yaml": role("reader", "get secrets") + boundGroup("ci", "reader", "system:serviceaccounts") },
    { "a.yaml": role("reader", "get secrets") + boundGroup("ci", "reader", "system:serviceaccounts:web") },
    [],
  ],
  [
    "the account that needs it in place of everybody",
    { "a.yaml": role("reader", "get secrets") + boundGroup("ci", "reader", "system:authenticated") },
    { "a.yaml": readsSecrets },
    [],
  ],
  [
    "another name of the binding",
    { "a.yaml": readsSecrets },
    { "a.yaml": role("reader", "get secrets") + bound("ci-reader", "reader") },
    [],
  ],
  [
    "a rule that moves to another role of the same account",
    {
      "a.yaml": role("reader", "get secrets", "create pods") + bound("ci", "reader"),
      "b.yaml": role("other", "list secrets") + bound("ci-other", "other"),
    },
    {
      "a.yaml": role("reader", "create pods") + bound("ci", "reader"),
      "b.yaml": role("other", "list secrets", "get secrets") + bound("ci-other", "other"),
    },
    [],
  ],
  [
    "other settings beside one that is a risk, in another place",
    { "s.yaml": server("--authorization-mode=AlwaysAllow") },
    { "t.yaml": `# moved\n${server("--profiling=false", "--authorization-mode=AlwaysAllow")}` },
    [],
  ],
  ["a binding deleted, its role left", { "a.yaml": readsSecrets }, { "a.yaml": role("reader", "get secrets") }, []],
  ["everything deleted", { "a.yaml": readsSecrets }, {}, []],
];

const something: readonly Case[] = [
  [
    "an account beside everybody, who holds less than before",
    { "a.yaml": role("reader", "get secrets", "get pods") + boundGroup("ci", "reader", "system:authenticated") },
    {
      "a.yaml":
        role("reader", "get pods") +
        boundGroup("ci", "reader", "system:authenticated") +
        role("more", "list secrets") +
        bound("more", "more"),
    },
    ["new rbac-secrets-read ServiceAccount web/ci"],
  ],
  [
    "a group of people in place of service accounts",
    { "a.yaml": role("reader", "get secrets") + boundGroup("ci", "reader", "system:serviceaccounts") },
    { "a.yaml": role("reader", "get secrets") + boundGroup("ci", "reader", "ops") },
    ["new rbac-secrets-read Group ops"],
  ],
  ["a new project", {}, { "a.yaml": readsSecrets }, ["new rbac-secrets-read ServiceAccount web/ci"]],
  [
    "one verb more",
    { "a.yaml": readsSecrets },
    { "a.yaml": role("reader", "get,list secrets") + bound("ci", "reader") },
    ["worse rbac-secrets-read ServiceAccount web/ci"],
  ],
  [
    "something harmless more",
    { "a.yaml": readsSecrets },
    { "a.yaml": role("reader", "get secrets", "get pods") + bound("ci", "reader") },
    ["worse rbac-secrets-read ServiceAccount web/ci"],
  ],
  [
    "names taken out",
    { "a.yaml": role("reader", "get secrets tls") + bound("ci", "reader") },
    { "a.yaml": readsSecrets },
    ["worse rbac-secrets-read ServiceAccount web/ci"],
  ],
  [
    "all namespaces in place of one",
    { "a.yaml": role("reader", "get secrets") + bound("web/ci", "reader") },
    { "a.yaml": readsSecrets },
    ["new rbac-secrets-read ServiceAccount web/ci"],
  ],
  [
    "one more subject: the others are old",
    { "a.yaml": readsSecrets },
    { "a.yaml": readsSecrets.replace(/\n---\n$/, "\n- {kind: ServiceAccount, name: cd, namespace: web}\n") },
    ["new rbac-secrets-read ServiceAccount web/cd"],
  ],
  [
    "a second binding to the same role",
    { "a.yaml": readsSecrets },
    { "a.yaml": readsSecrets + bound("ci-too", "reader") },
    ["new rbac-secrets-read ServiceAccount web/ci"],
  ],
  [
    "what is about an account, when that is given more",
    { "a.yaml": legacyToken + role("reader", "get pods") + bound("ci", "reader") },
    { "a.yaml": legacyToken + readsSecrets },
    ["new rbac-secrets-read ServiceAccount web/ci", "worse sa-legacy-token-secret ServiceAccount web/ci"],
  ],
  [
    "a setting",
    { "s.yaml": server() },
    { "s.yaml": server("--authorization-mode=AlwaysAllow") },
    ["new apiserver-authorization-always-allow kube-apiserver"],
  ],
  [
    "a binding deleted, its role left with more",
    { "a.yaml": readsSecrets },
    { "a.yaml": role("reader", "get,list secrets") },
    ["new rbac-secrets-read ClusterRole reader"],
  ],
  [
    "a deletion that leaves a binding to a broader role of the same name",
    {
      "base/role.yaml": role("reader", "get secrets"),
      "web/role.yaml": role("reader", "get pods"),
      "web/bound.yaml": bound("ci", "reader"),
    },
    { "base/role.yaml": role("reader", "get secrets"), "web/bound.yaml": bound("ci", "reader") },
    ["new rbac-secrets-read ServiceAccount web/ci"],
  ],
];

const told = async (before: ProjectTexts, after: ProjectTexts) => toldRisks(await scanChange(before, after));

describe("tells nothing of", () => {
  test.each(nothing)("%s", async (_what, before, after, expected) => {
    expect(await told(before, after)).toEqual(expected);
  });
});

describe("tells of", () => {
  test.each(something)("%s", async (_what, before, after, expected) => {
    expect(await told(before, after)).toEqual(expected);
  });
});
