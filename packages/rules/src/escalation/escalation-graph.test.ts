import { graphOfText } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import type { RuleContext } from "../rule.ts";
import { escalationGraph } from "./escalation-graph.ts";
import { shortestPaths } from "./shortest-paths.ts";
import { identityVertex, vertexKey } from "./step.ts";

const rbac = "rbac.authorization.k8s.io";

function contextOf(text: string, minor = "1.37"): RuleContext {
  return { graph: graphOfText(text), minor, at: "2026-01-01T00:00:00Z", resources: [] };
}

/** `namespace` empty: a ClusterRole with its ClusterRoleBinding. */
function grants(subject: string, namespace: string, ...rules: readonly string[]): string {
  const [of = "", name = ""] = subject.split("/");
  const id = `${of}-${name}-${namespace}`;
  const prefix = namespace === "" ? "Cluster" : "";
  const meta = namespace === "" ? `{name: ${id}}` : `{name: ${id}, namespace: ${namespace}}`;
  return `apiVersion: ${rbac}/v1
kind: ${prefix}Role
metadata: ${meta}
rules: [${rules.map((rule) => `{${rule}}`).join(", ")}]
---
apiVersion: ${rbac}/v1
kind: ${prefix}RoleBinding
metadata: ${meta}
roleRef: {apiGroup: ${rbac}, kind: ${prefix}Role, name: ${id}}
subjects: [{kind: ServiceAccount, name: ${name}, namespace: ${of}}]
`;
}

const rule = (group: string, resource: string, verbs: string, names = ""): string =>
  `apiGroups: ["${group}"], resources: ["${resource}"], verbs: [${verbs}]${names === "" ? "" : `, resourceNames: [${names}]`}`;
const everything = rule("*", "*", '"*"');
const boss = grants("ops/boss", "", everything);

/** How ci/a becomes cluster-admin, by kinds of steps. */
function way(minor: string, ...texts: readonly string[]): string {
  const from = identityVertex("User system:serviceaccount:ci:a");
  const [path] = shortestPaths(contextOf(texts.join("---\n"), minor), { from, to: undefined });
  return path === undefined ? "none" : path.steps.map(({ kind }) => kind).join(" > ");
}

const a = (namespace: string, ...rules: readonly string[]): string => grants("ci/a", namespace, ...rules);
const pod = `apiVersion: v1
kind: Pod
metadata: {name: boss-0, namespace: ops}
spec: {serviceAccountName: boss, containers: [{name: main, image: example.com/main}]}
`;
const tokenSecret = `apiVersion: v1
kind: Secret
type: kubernetes.io/service-account-token
metadata: {name: boss-token, namespace: ops, annotations: {kubernetes.io/service-account.name: boss}}
`;
const csr = "certificates.k8s.io";

// What a right opens, as peer-checks.md §J and §3 and authn-authz-semantics.md §1.8 to §1.10 say.
test.each<readonly [name: string, expected: string, ...texts: readonly string[]]>([
  ["create pods", "create-pod > one-of-accounts > holds-everything", a("ops", rule("", "pods", "create")), boss],
  ["create pods elsewhere", "none", a("web", rule("", "pods", "create")), boss],
  ["create pods by name is void", "none", a("ops", rule("", "pods", "create", "x")), boss],
  [
    "patch a deployment by name",
    "write-workload > one-of-accounts > holds-everything",
    a("ops", rule("apps", "deployments", "patch", "x")),
    boss,
  ],
  ["deployments of another group", "none", a("ops", rule("example.com", "deployments", "create")), boss],
  [
    "controllers of kube-system",
    "create-pod > controllers > escalate-role",
    a("kube-system", rule("", "pods", "create")),
  ],
  ["exec", "enter-pod > pod-runs-as > holds-everything", a("ops", rule("", "pods/exec", "create")), boss, pod],
  ["exec where nothing runs", "none", a("ops", rule("", "pods/exec", "create")), boss],
  [
    "exec by the name of a Pod",
    "enter-pod > holds-everything",
    a("ops", rule("", "pods/exec", "create", "boss-0")),
    boss,
    pod,
  ],
  ["pods/* is no wildcard", "none", a("ops", rule("", "pods/*", '"*"')), boss, pod],
  ["*/exec is one", "enter-pod > pod-runs-as > holds-everything", a("ops", rule("", "*/exec", "create")), boss, pod],
  [
    "token request",
    "request-token > one-of-accounts > holds-everything",
    a("ops", rule("", "serviceaccounts/token", "create")),
    boss,
  ],
  [
    "token request by name",
    "request-token > holds-everything",
    a("ops", rule("", "serviceaccounts/token", "create", "boss")),
    boss,
  ],
  ["token request by another name", "none", a("ops", rule("", "serviceaccounts/token", "create", "x")), boss],
  [
    "token request by name, everywhere",
    "request-token > holds-everything",
    a("", rule("", "serviceaccounts/token", "create", "boss")),
    boss,
  ],
  [
    "read a token",
    "read-token-secret > token-in-secret > holds-everything",
    a("ops", rule("", "secrets", "watch")),
    boss,
    tokenSecret,
  ],
  [
    "read a token by name",
    "read-token-secret > holds-everything",
    a("ops", rule("", "secrets", "get", "boss-token")),
    boss,
    tokenSecret,
  ],
  ["update returns what was sent", "none", a("ops", rule("", "secrets", "update")), boss, tokenSecret],
  [
    "create a token Secret and read it",
    "create-token-secret > one-of-accounts > holds-everything",
    a("ops", rule("", "secrets", "create"), rule("", "secrets", "get", "mine")),
    boss,
  ],
  ["create a token Secret alone", "none", a("ops", rule("", "secrets", "create")), boss],
  [
    "impersonate an account",
    "impersonate > holds-everything",
    a("ops", rule("", "serviceaccounts", "impersonate", "boss")),
    boss,
  ],
  [
    "impersonate any group",
    "impersonate",
    a("", rule("", "users", "impersonate", "x"), rule("", "groups", "impersonate")),
  ],
  ["a group needs somebody", "none", a("", rule("", "groups", "impersonate"))],
  [
    "users in a namespace are nobody",
    "none",
    a("ops", rule("", "users", "impersonate"), rule("", "groups", "impersonate")),
  ],
  [
    "bind cluster-admin",
    "bind-role",
    a("", rule(rbac, "clusterroles", "bind", "cluster-admin"), rule(rbac, "clusterrolebindings", "create")),
  ],
  ["bind alone", "none", a("", rule(rbac, "clusterroles", "bind"))],
  ["bind on bindings is nothing", "none", a("", rule(rbac, "clusterrolebindings", "bind, create"))],
  [
    "bind any role of a namespace",
    "bind-role > one-of-accounts > one-of-accounts > holds-everything",
    a("ops", rule(rbac, "clusterroles", "bind"), rule(rbac, "rolebindings", "create")),
    boss,
  ],
  [
    "bind edit in a namespace",
    "bind-role > create-pod > one-of-accounts > holds-everything",
    a("ops", rule(rbac, "clusterroles", "bind", "edit"), rule(rbac, "rolebindings", "create")),
    boss,
  ],
  [
    "bind view",
    "none",
    a("ops", rule(rbac, "clusterroles", "bind", "view"), rule(rbac, "rolebindings", "create")),
    boss,
  ],
  [
    "a binding that is there",
    "bind-role",
    a("", rule(rbac, "clusterroles", "bind"), rule(rbac, "clusterrolebindings", "patch")),
  ],
  ["escalate", "escalate-role", a("", rule(rbac, "clusterroles", "escalate, patch"))],
  ["escalate alone", "none", a("", rule(rbac, "clusterroles", "escalate"))],
  ["escalate in one's own role", "escalate-role", a("", rule(rbac, "clusterroles", "escalate, update", "ci-a-"))],
  ["escalate in another role", "none", a("", rule(rbac, "clusterroles", "escalate, update", "x"))],
  [
    "approve certificates of one's own",
    "approve-certificate > one-of-users > escalate-role",
    a(
      "",
      rule(csr, "certificatesigningrequests/approval", "update"),
      rule(csr, "signers", "approve"),
      rule(csr, "certificatesigningrequests", "create"),
    ),
  ],
  [
    "approve without the signer",
    "none",
    a(
      "",
      rule(csr, "certificatesigningrequests/approval", "update"),
      rule(csr, "certificatesigningrequests", "create"),
    ),
  ],
  ["kubelets", "reach-kubelet > pod-runs-as > holds-everything", a("", rule("", "nodes/proxy", "get")), boss, pod],
  [
    "a volume of the node",
    "mount-host-path > pods-on-node > pod-runs-as > holds-everything",
    a("", rule("", "persistentvolumes", "create")),
    a("web", rule("", "pods", "create")),
    boss,
    pod,
  ],
  [
    "a mutating webhook",
    "control-admission > pod-runs-as > holds-everything",
    a("", rule("admissionregistration.k8s.io", "mutatingwebhookconfigurations", "patch")),
    boss,
    pod,
  ],
  ["aws-auth", "write-identity-map", a("kube-system", rule("", "configmaps", "patch", "aws-auth"))],
  ["aws-auth of another namespace", "none", a("web", rule("", "configmaps", "patch", "aws-auth"))],
])("%s", (_, expected, ...texts) => {
  expect(way("1.37", ...texts)).toBe(expected);
});

test.each([
  ["1.34", "enter-pod > pod-runs-as > holds-everything"],
  ["1.35", "none"],
])("in %s the websocket form of exec is %s", (minor, expected) => {
  expect(way(minor, a("ops", rule("", "pods/exec", "get")), boss, pod)).toBe(expected);
});

describe("Pod Security", () => {
  const namespace = (level: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: web, labels: {pod-security.kubernetes.io/enforce: ${level}}}
`;
  const ways = (...texts: readonly string[]): readonly string[] => {
    const steps = escalationGraph(contextOf(texts.join("---\n"))).stepsFrom(
      identityVertex("User system:serviceaccount:ci:a"),
    );
    return steps.filter(({ to }) => to.kind === "nodes").map(({ kind, confidence }) => `${kind} ${confidence}`);
  };
  const pods = a("web", rule("", "pods", "create"));

  test.each([
    ["restricted", []],
    ["baseline", []],
    ["privileged", ["run-privileged likely"]],
  ])("%s", (level, expected) => expect(ways(namespace(level), pods)).toEqual(expected));

  test("not said", () => expect(ways(pods)).toEqual(["run-privileged possible"]));

  test("in the hands of whoever creates the pods", () => {
    const both = a("web", rule("", "pods", "create"), rule("", "namespaces", "patch"));
    expect(ways(namespace("restricted"), both)).toEqual(["relabel-namespace certain"]);
  });
});

test("what the inputs do not know of is no target where they are complete", () => {
  const text = a("kube-system", rule("", "pods", "create"));
  const context = { ...contextOf(text), graph: graphOfText(text, { complete: true }) };
  expect(shortestPaths(context, { from: undefined, to: undefined })).toEqual([]);
});

test("every account of a namespace is an edge, not every pair", () => {
  const accounts = Array.from({ length: 300 }, (_, i) => grants(`ops/a${i}`, "ops", rule("", "pods", "create")));
  const graph = escalationGraph(contextOf(accounts.join("---\n")));
  const steps = graph.vertices.flatMap((vertex) =>
    graph.stepsFrom(vertex).map(({ from, to }) => `${vertexKey(from)} ${vertexKey(to)}`),
  );
  expect(steps.length).toBeLessThan(300 * 6 + 2000);
});
