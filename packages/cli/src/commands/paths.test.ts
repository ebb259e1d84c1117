import { readFileSync } from "node:fs";
import { checkoutPath, folderWith, runAuthgraph, schemaCheck } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";

const account = (name: string): string => `apiVersion: v1
kind: ServiceAccount
metadata: {name: ${name}}
---
`;
const role = (
  kind: string,
  name: string,
  ...rules: readonly string[]
): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: {name: ${name}}
rules:
${rules.map((rule) => `- ${rule}\n`).join("")}---
`;
const binding = (
  kind: string,
  name: string,
  of: string,
  ...subjects: readonly string[]
): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: {name: ${name}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${of}}
subjects:
${subjects.map((subject) => `- ${subject}\n`).join("")}---
`;
const user = (name: string): string => `{apiGroup: rbac.authorization.k8s.io, kind: User, name: ${name}}`;
const group = (name: string): string => `{apiGroup: rbac.authorization.k8s.io, kind: Group, name: "${name}"}`;

const world = [
  account("root, namespace: ops"),
  account("ci, namespace: web"),
  account("app, namespace: web"),
  role("ClusterRole", "pod-maker", '{apiGroups: [""], resources: [pods], verbs: [get, create]}'),
  binding("ClusterRoleBinding", "root", "cluster-admin", "{kind: ServiceAccount, name: root, namespace: ops}"),
  binding("RoleBinding", "makers, namespace: ops", "pod-maker", user("jane"), user("joe"), user("judy")),
  binding("RoleBinding", "web-makers, namespace: ops", "pod-maker", group("system:serviceaccounts:web")),
  "apiVersion: v1\nkind: Pod\nmetadata: {name: boss, namespace: ops}\nspec: {serviceAccountName: root, containers: [{name: a, image: a}]}\n",
].join("");
const cwd = folderWith({ "cluster.yaml": world });
const paths = (...args: readonly string[]): ReturnType<typeof runAuthgraph> =>
  runAuthgraph(["paths", "--kubernetes-version=1.37", ...args], { cwd });
const footer = `note: steps that need something unknown are left out: --confidence possible
assumed: kube-apiserver runs with --authorization-mode=Node,RBAC and the defaults of its version
`;

it("from everybody: one path for all who have the same, with proof for each step, and 1", async () => {
  expect(await paths()).toEqual({
    code: 1,
    stderr: "",
    stdout: `cluster-admin already:
  ServiceAccount ops/root  ClusterRoleBinding root, ClusterRole cluster-admin  cluster.yaml:21:18

paths to cluster-admin, shortest first:

Group system:serviceaccounts:web and 3 more, with 2 known members: 3 steps, certain
  1. can run pods as any ServiceAccount of ops
     binding  RoleBinding ops/web-makers        cluster.yaml:37:18
     subject  Group system:serviceaccounts:web  cluster.yaml:40:3
     role     ClusterRole pod-maker             cluster.yaml:15:18
     rule     get, create pods                  cluster.yaml:17:3
  2. one of them is ServiceAccount ops/root
  3. can do everything in the cluster
     binding  ClusterRoleBinding root           cluster.yaml:21:18
     subject  ServiceAccount ops/root           cluster.yaml:24:3
     role     ClusterRole cluster-admin         built in: default policy of v1.37
     rule     * * (group *)                     built in: default policy of v1.37
  the same for
    User jane  RoleBinding ops/makers  cluster.yaml:28:18
    User joe   RoleBinding ops/makers  cluster.yaml:28:18
    User judy  RoleBinding ops/makers  cluster.yaml:28:18

${footer}`,
  });
});

it("from one account: through its group, to what stands there", async () => {
  const { code, stdout } = await paths("--from=web/ci", "--to=ops/root");
  expect(code).toBe(1);
  expect(stdout).toBe(`paths from ServiceAccount web/ci to ServiceAccount ops/root, shortest first:

path 1: 3 steps, certain
  1. is in Group system:serviceaccounts:web
  2. can run pods as any ServiceAccount of ops
     binding  RoleBinding ops/web-makers        cluster.yaml:37:18
     subject  Group system:serviceaccounts:web  cluster.yaml:40:3
     role     ClusterRole pod-maker             cluster.yaml:15:18
     rule     get, create pods                  cluster.yaml:17:3
  3. one of them is ServiceAccount ops/root

${footer}`);
});

it("what is only possible is told when asked for, with what it takes for granted and what may stop it", async () => {
  const { stdout } = await paths("--from=user/jane", "--confidence=possible");
  expect(stdout).toMatch(/can run privileged pods in ops\n(?:.*\n){4} +assumed +admission lets privileged pods pass\n/);
  expect(stdout).toContain("obstacle no Namespace object sets a Pod Security level for ops");
  expect(stdout).not.toContain("left out");
});

describe("ends", () => {
  it.each<[readonly string[], number, string]>([
    [["--from=app"], 1, "paths from ServiceAccount web/app to cluster-admin, shortest first:"],
    [
      ["--from=user/jane", "--to=create-pods/ops"],
      1,
      "have it already:\n  User jane  RoleBinding ops/makers, ClusterRole pod-maker",
    ],
    [["--from=user/jane", "--to=web/ci"], 1, "and so act as ServiceAccount web/ci"],
    [["--from=create-pods/ops"], 1, "paths of those who have create-pods in ops, to cluster-admin, shortest first:"],
    [["--to=create-pods/ops"], 1, "have it already:\n  Group system:serviceaccounts:web  RoleBinding ops/web-makers"],
    [["--from=anonymous"], 0, "no path from User system:anonymous to cluster-admin"],
    [["--from=ops/default"], 0, "no path from ServiceAccount ops/default to cluster-admin"],
  ])("%j", async (args, code, told) => {
    const answer = await paths(...args);
    expect(answer.stdout).toContain(told);
    expect([answer.code, answer.stderr]).toEqual([code, ""]);
  });
});

describe("what cannot be asked ends with 2 and says why", () => {
  it.each<[readonly string[], string]>([
    [["--from=user/janet"], 'nothing in the inputs names "user/janet"; did you mean user/jane?'],
    [["--to=read-secret"], "did you mean read-secrets?"],
    [["--from=cluster-admin"], "nothing leads further"],
    [["--limit=many"], "It is no count."],
    [["--confidence=sure"], "Allowed choices are certain, likely, possible"],
  ])("%j", async (args, told) => {
    const { code, stdout, stderr } = await paths(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(told);
  });
});

it("a role that could be bound to oneself is told with its rule: no binding is there yet", async () => {
  const folder = folderWith({
    "cluster.yaml": [
      account("root, namespace: ops"),
      binding("ClusterRoleBinding", "root", "cluster-admin", "{kind: ServiceAccount, name: root, namespace: ops}"),
      role("Role", "maker, namespace: ops", '{apiGroups: [""], resources: [pods], verbs: [create]}'),
      role(
        "ClusterRole",
        "binder",
        "{apiGroups: [rbac.authorization.k8s.io], resources: [roles], verbs: [bind]}",
        "{apiGroups: [rbac.authorization.k8s.io], resources: [rolebindings], verbs: [create]}",
      ),
      binding("RoleBinding", "binders, namespace: ops", "binder", user("jane")),
    ].join(""),
  });
  const { stdout } = await runAuthgraph(["paths"], { cwd: folder });
  expect(stdout).toContain(`User jane: 4 steps, certain
  1. can bind any role to itself in ops
     binding  RoleBinding ops/binders                                cluster.yaml:27:18
     subject  User jane                                              cluster.yaml:30:3
     role     ClusterRole binder                                     cluster.yaml:20:18
     rule     bind roles (group rbac.authorization.k8s.io)           cluster.yaml:22:3
     rule     create rolebindings (group rbac.authorization.k8s.io)  cluster.yaml:23:3
  2. can run pods as any ServiceAccount of ops
     role     Role ops/maker                                         cluster.yaml:14:18
     rule     create pods                                            cluster.yaml:16:3
  3. one of them is ServiceAccount ops/root
`);
});

it("somebody whom only a credential names is in the groups it says", async () => {
  const folder = folderWith({
    "cluster.yaml": binding("ClusterRoleBinding", "sre", "cluster-admin", group("sre")),
    "kube-apiserver.yaml": `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec: {containers: [{name: a, command: [kube-apiserver, --token-auth-file=/etc/tokens.csv]}]}
`,
    "etc/tokens.csv": 'aaaaaaaa,tess,1,"sre,dev"\n',
  });
  const { code, stdout } = await runAuthgraph(["paths", "--from=tess"], { cwd: folder });
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /1\. is in Group sre by its credential \(etc\/tokens\.csv:1\)\n {2}2\. can do everything in the cluster\n/,
  );
  expect(stdout).not.toContain("aaaaaaaa");
});

describe("many", () => {
  const teams = Array.from({ length: 30 }, (_, team) =>
    [
      account(`root, namespace: team-${team}`),
      binding(
        "ClusterRoleBinding",
        `root-${team}`,
        "cluster-admin",
        `{kind: ServiceAccount, name: root, namespace: team-${team}}`,
      ),
      binding("RoleBinding", `makers, namespace: team-${team}`, "pod-maker", user(`lead-${team}`)),
    ].join(""),
  );
  const folder = folderWith({
    "teams.yaml":
      role("ClusterRole", "pod-maker", '{apiGroups: [""], resources: [pods], verbs: [create]}') + teams.join(""),
  });

  it("ten are shown, the others counted by how they begin", async () => {
    const { stdout } = await runAuthgraph(["paths"], { cwd: folder });
    expect(stdout.match(/^User lead-\d+: 3 steps, certain$/gm)).toHaveLength(10);
    expect(stdout).toContain("and 20 more identities: 20 by pods of their own (--limit 0 shows all)\n");
    expect(stdout).toContain("  and 25 more (-f json has them all)\n");
  });

  it("--limit says how many; 0 is all", async () => {
    const [two, all] = await Promise.all([
      runAuthgraph(["paths", "--limit=2"], { cwd: folder }),
      runAuthgraph(["paths", "--limit=0"], { cwd: folder }),
    ]);
    expect(two.stdout.match(/^User lead-/gm)).toHaveLength(2);
    expect(all.stdout.match(/^User lead-/gm)).toHaveLength(30);
    expect(all.stdout).not.toContain("more identities");
  });
});

it("a circle of accounts that can become each other, and nothing else, leads nowhere", async () => {
  const circle = folderWith({
    "circle.yaml": ["a", "b", "c"]
      .map((name, index) => {
        const next = ["b", "c", "a"][index];
        return (
          account(`${name}, namespace: ${name}`) +
          role(
            "ClusterRole",
            `to-${next}`,
            `{apiGroups: [""], resources: [serviceaccounts], verbs: [impersonate], resourceNames: [${next}]}`,
          ) +
          binding(
            "RoleBinding",
            `${name}, namespace: ${next}`,
            `to-${next}`,
            `{kind: ServiceAccount, name: ${name}, namespace: ${name}}`,
          )
        );
      })
      .join(""),
  });
  expect(await runAuthgraph(["paths"], { cwd: circle })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("no path to cluster-admin"),
  });
  const { stdout } = await runAuthgraph(["paths", "--from=a/a", "--to=c/c"], { cwd: circle });
  expect(stdout).toContain("path 1: 2 steps, certain\n  1. can act as ServiceAccount b in b\n");
  expect(stdout).not.toContain("path 2");
});

describe("JSON", () => {
  const check = schemaCheck(JSON.parse(readFileSync(checkoutPath("docs/schemas/paths.schema.json"), "utf8")));

  it.each<[readonly string[]]>([
    [[]],
    [["--from=web/ci"]],
    [["--from=user/jane", "--confidence=possible"]],
    [["--to=create-pods/ops"]],
    [["--from=create-pods/ops", "--to=ops/root"]],
    [["--from=anonymous"]],
  ])("%j is as its schema says", async (args) => {
    const { stdout } = await paths(...args, "-f", "json");
    expect(check(JSON.parse(stdout))).toEqual([]);
  });

  it("has the proof of each step, and everybody who shares it", async () => {
    const answer = JSON.parse((await paths("-f", "json")).stdout);
    expect(answer.total).toEqual({ paths: 1, identities: 4 });
    expect(answer.already).toMatchObject([
      { who: { text: "ServiceAccount ops/root" }, grants: [{ binding: { name: "root" } }] },
    ]);
    const [path] = answer.paths;
    expect(path).toMatchObject({ length: 3, confidence: "certain", assumedHops: 0, members: 2 });
    expect(path.others.map(({ from }: { from: { text: string } }) => from.text)).toEqual([
      "User jane",
      "User joe",
      "User judy",
    ]);
    expect(path.steps[0]).toMatchObject({
      kind: "create-pod",
      to: { kind: "any-account", namespace: "ops" },
      phrase: "run pods as any ServiceAccount of ops",
      power: "create-pods",
      grants: [
        { binding: { name: "web-makers", namespace: "ops", origin: { line: 37 } }, rule: { verbs: ["get", "create"] } },
      ],
    });
  });
});

it("asks the demo cluster", async () => {
  const { code, stdout } = await runAuthgraph(["paths"], { cwd: checkoutPath("fixtures/clusters/demo") });
  expect(code).toBe(1);
  expect(stdout).toContain(
    "2. one of them, ops/backup-token, is a token of ServiceAccount ops/backup (legacy/secret.yaml:5)",
  );
});
