import { checkoutPath, folderWith, runAuthgraph } from "@authgraph/testkit";
import { expect, it } from "vitest";

const cluster = `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: approver, namespace: web}
rules:
- {apiGroups: [example.com], resources: [widgets, widgets/parts], verbs: [bless]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: approvers, namespace: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: approver}
subjects:
- {kind: User, name: jane}
- {kind: Group, name: "system:serviceaccounts:ci"}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: bot, namespace: ci}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: actor, namespace: ci}
rules:
- {apiGroups: [""], resources: [serviceaccounts], verbs: [impersonate]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: actor}
rules:
- {apiGroups: [""], resources: [users], resourceNames: [jane], verbs: [impersonate]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: joe-acts}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: actor}
subjects:
- {kind: User, name: joe}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: dangling, namespace: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: gone}
subjects:
- {kind: User, name: jim}
`;
const cwd = folderWith({ "cluster.yaml": cluster });
const ask = (...args: readonly string[]): ReturnType<typeof runAuthgraph> => runAuthgraph(args, { cwd });

it("lists who is bound, who is in such groups, who perhaps, and apart from them who could come to it", async () => {
  const { code, stdout } = await ask(
    "who-can",
    "bless",
    "widgets.example.com",
    "-n",
    "web",
    "--kubernetes-version=1.37",
  );
  expect(code).toBe(0);
  const [bound = "", members = "", perhaps = "", could = ""] = stdout.split(/\n\n/);
  expect(
    bound
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/ {2,}/)),
  ).toEqual([
    ["Group system:masters", "members of system:masters are allowed everything"],
    ["Group system:serviceaccounts:ci", "RoleBinding web/approvers, Role web/approver", "cluster.yaml:14:3"],
    ["User jane", "RoleBinding web/approvers, Role web/approver", "cluster.yaml:13:3"],
  ]);
  expect(members).toMatch(/ {2}ServiceAccount ci\/bot {2}in Group system:serviceaccounts:ci {2}cluster.yaml:18:18$/);
  expect(perhaps).toContain("User jim  depends on what Role gone gives");
  expect(could).toMatch(
    /^may not, and could make it so:\n {2}User joe +may act as User jane +ClusterRoleBinding joe-acts/,
  );
});

it.each([
  [["bless", "widgets"], "as Role approver names it"],
  [["impersonate", "users/jane"], "User joe"],
  [["impersonate", "sa", "-n", "x"], "who may impersonate serviceaccounts in namespace x:"],
  [["impersonate", "userextras/scopes"], "who may impersonate userextras/scopes.authentication.k8s.io cluster-wide:"],
  [["sign", "signers/example.com"], "who may sign signers.certificates.k8s.io named example.com cluster-wide:"],
  [["get", "/version"], "Group system:unauthenticated"],
  [["get", "pods", "--subresource=log", "-A"], "who may get pods/log cluster-wide:"],
])("who-can %j", async (args, told) => {
  const { code, stdout } = await ask("who-can", ...args);
  expect(code).toBe(0);
  expect(stdout).toContain(told);
});

it("says the same for programs", async () => {
  const { stdout } = await ask("who-can", "bless", "widgets.example.com", "-n", "web", "-f", "json");
  const answer = JSON.parse(stdout);
  expect(
    answer.subjects.map(({ kind, name, outcome }: Record<string, string>) => `${kind} ${name} ${outcome}`),
  ).toEqual([
    "Group system:masters allowed",
    "Group system:serviceaccounts:ci allowed",
    "User jane allowed",
    "User jim unknown",
  ]);
  expect(answer.couldGain[0]).toMatchObject({ kind: "User", name: "joe", way: "impersonate", target: "User jane" });
});

it("lists everything that somebody may do, in every namespace", async () => {
  const { code, stdout } = await ask("can-i", "--list", "--as=system:serviceaccount:ci:bot");
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /in web +bless widgets, widgets\/parts \(group example.com\) +RoleBinding web\/approvers +cluster.yaml:6:3/,
  );
  expect((await ask("can-i", "--list", "--as=jane", "-n", "x")).stdout).not.toContain("bless");
});

it("asks the demo cluster", async () => {
  const { stdout } = await runAuthgraph(["who-can", "delete", "nodes"], {
    cwd: checkoutPath("fixtures/clusters/demo"),
  });
  expect(stdout).toMatch(
    /ServiceAccount ops\/backup +ClusterRoleBinding backup-admin, ClusterRole cluster-admin +legacy\/backup-rbac.yaml:10:3/,
  );
  expect(stdout).toMatch(/ServiceAccount support\/ticket-bot +may act as Group system:masters/);
});
