import { checkoutPath, folderWith, runAuthgraph } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";

const cluster = `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: web}
rules:
- {apiGroups: [""], resources: [pods], verbs: [get]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: readers, namespace: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
subjects:
- {kind: User, name: jane}
- {kind: Group, name: "system:serviceaccounts:web"}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: dangling, namespace: open}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: gone}
subjects:
- {kind: User, name: jane}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: node-reader}
rules:
- {apiGroups: [""], resources: [nodes], verbs: [list]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: nodes, namespace: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: node-reader}
subjects:
- {kind: User, name: jane}
`;
const cwd = folderWith({ "cluster.yaml": cluster });
const canI = (...args: readonly string[]): ReturnType<typeof runAuthgraph> =>
  runAuthgraph(["can-i", "--kubernetes-version=1.37", ...args], { cwd });
const assumed = "assumed: kube-apiserver runs with --authorization-mode=Node,RBAC and the defaults of its version\n";

it("allowed: the proof, hop by hop, each with its place, and 0", async () => {
  expect(await canI("get", "po", "--as=jane", "-n", "web")).toEqual({
    code: 0,
    stderr: "",
    stdout: `yes: User jane may get pods in namespace web (in system:authenticated)

  binding  RoleBinding web/readers  cluster.yaml:10:18
  subject  User jane                cluster.yaml:13:3
  role     Role web/reader          cluster.yaml:4:18
  rule     get pods                 cluster.yaml:6:3

${assumed}check: kubectl auth can-i get pods -n web --as=jane
`,
  });
});

it("denied: what came nearest, the smallest change that would allow it, and 1", async () => {
  expect(await canI("list", "pods", "--as=jane", "-n", "web")).toEqual({
    code: 1,
    stderr: "",
    stdout: `no: User jane may not list pods in namespace web (in system:authenticated)
  nothing allows it

  nearest:
  verb: RoleBinding web/readers (cluster.yaml:10:18) gives get pods (cluster.yaml:6:3): not this verb
    to allow it: add "list" to verbs of the rule at cluster.yaml:6:3 (Role web/reader: whoever else is bound to it gets it too)

  or, for this alone: create Role web/list-pods (list pods) and RoleBinding web/list-pods (Role list-pods to User jane)

${assumed}check: kubectl auth can-i list pods -n web --as=jane
`,
  });
});

it("unknown: what it depends on, and 1; complete inputs settle it", async () => {
  const open = await canI("get", "pods", "--as=jane", "-n", "open");
  expect([open.code, open.stdout.split("\n")[0]]).toEqual([
    1,
    "unknown: whether User jane may get pods in namespace open (in system:authenticated)",
  ]);
  expect(open.stdout).toContain("depends on what Role gone gives");
  expect(open.stdout).toContain("to allow it: create Role open/gone (get pods)");
  const settled = await canI("get", "pods", "--as=jane", "-n", "open", "--complete");
  expect(settled.stdout).toMatch(/^no: /);
  expect(settled.stdout).toContain('role.rbac.authorization.k8s.io "gone" not found');
});

describe("two readings", () => {
  it.each([
    [
      ["get", "pods/log", "--as=jane", "-n", "web"],
      [
        "yes: User jane may get pods named log",
        "note: as the subresource log (--subresource=log) the answer is: denied",
      ],
    ],
    [["get", "pods/web-0/log", "--as=jane", "-n", "web"], ["no: User jane may not get pods/log named web-0"]],
    [
      ["get", "pods/web-0", "--subresource=log", "--as=jane", "-n", "web"],
      ["no: User jane may not get pods/log named web-0"],
    ],
    [
      ["list", "nodes", "--as=jane", "-n", "web"],
      [
        "no: User jane may not list nodes cluster-wide",
        "with namespace web, as kubectl auth can-i asks, the answer is: allowed",
        "check: kubectl auth can-i list nodes -A --as=jane",
      ],
    ],
    [["get", "ns/web", "--as=jane", "-n", "x"], ["no: User jane may not get namespaces named web in namespace web"]],
    [
      ["impersonate", "userextras/scopes", "--as=jane"],
      ["may not impersonate userextras/scopes.authentication.k8s.io cluster-wide"],
    ],
    [
      ["GET", "pods", "--as=jane", "-n", "web"],
      ["no: ", "verbs are compared letter by letter, get is another one"],
    ],
  ])("%j", async (args, told) => {
    const { stdout } = await canI(...args);
    for (const words of told) expect(stdout).toContain(words);
  });
});

describe("who is asked about is as after authentication", () => {
  it.each([
    [["--as=system:serviceaccount:web:ci"], "subject  Group system:serviceaccounts:web"],
    [["--as=system:serviceaccount:web:ci", "--as-group=x"], "subject  Group system:serviceaccounts:web"],
    [["--as-group=system:serviceaccounts:web"], "yes: anybody in system:serviceaccounts:web may"],
    [["--as=x", "--as-group=system:masters"], "members of system:masters are allowed everything"],
  ])("%j", async (who, told) => {
    const { code, stdout } = await canI("get", "pods", "-n", "web", ...who);
    expect(code).toBe(0);
    expect(stdout).toContain(told);
  });
});

it("a path is asked for as it stands", async () => {
  const { stdout } = await canI("get", "/version/x", "--as=system:anonymous");
  expect(stdout).toMatch(/^no: User system:anonymous may not get the path \/version\/x/);
  expect(stdout).toContain("path: ClusterRoleBinding system:public-info-viewer");
  expect((await canI("get", "/version/", "--as=system:anonymous")).code).toBe(0);
});

describe("what cannot be asked ends with 2 and says why", () => {
  it.each([
    [["get", "pods"], "say who is asked about: --as USER, --as-group GROUP"],
    [["get", "--as=jane"], "say what is asked"],
    [["get", "pdos", "--as=jane"], "did you mean pods?"],
    [["get", "pods", "--subresource=logs", "--as=jane"], 'pods has no subresource "logs"'],
    [["get", "/healthz", "--subresource=x", "--as=jane"], "a path has no subresource"],
    [["get", "pods", "--as=jane", "-f", "xml"], "Allowed choices are table, json, yaml"],
    [["get", "pods", "--as=jane", "--in", "none.yaml"], "cannot read none.yaml"],
    [["get", "pods", "--as=jane", "-o", "none/x.json"], "cannot write none/x.json"],
  ])("%j", async (args, message) => {
    const { code, stdout, stderr } = await canI(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});

it("JSON has the change as objects to apply, YAML says the same", async () => {
  const ask = ["list", "pods", "--as=jane", "-n", "x"];
  const [json, yaml] = await Promise.all([canI(...ask, "-f", "json"), canI(...ask, "-f", "yaml")]);
  const answer = JSON.parse(json.stdout);
  expect(answer).toMatchObject({
    question: { user: "jane", groups: ["system:authenticated"], resourceAttributes: { verb: "list", namespace: "x" } },
    outcome: "denied",
    proof: [],
    smallestGrant: {
      change: "create",
      objects: [
        {
          kind: "Role",
          metadata: { name: "list-pods", namespace: "x" },
          rules: [{ verbs: ["list"], resources: ["pods"] }],
        },
        {
          kind: "RoleBinding",
          roleRef: { kind: "Role", name: "list-pods" },
          subjects: [{ kind: "User", name: "jane" }],
        },
      ],
    },
  });
  expect(yaml.stdout).toContain('question:\n  user: jane\n  groups:\n  - "system:authenticated"\n');
});

it("asks the demo cluster", async () => {
  const { code, stdout } = await runAuthgraph(["can-i", "list", "secrets", "-A", "--as=system:anonymous"], {
    cwd: checkoutPath("fixtures/clusters/demo"),
  });
  expect(code).toBe(0);
  expect(stdout).toContain("rule     get, list configmaps, secrets   rbac/roles.yaml:6:3");
});

it("inputs without any object are told: the default policy alone answers", async () => {
  const { code, stderr } = await runAuthgraph(["can-i", "get", "pods", "--as=jane"], {
    cwd: folderWith({ "a.yaml": "" }),
  });
  expect([code, stderr]).toEqual([1, "authgraph: .: no object among these inputs\n"]);
});
