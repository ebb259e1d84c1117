import { authorize } from "@authgraph/graph";
import { type Attributes, anonymousIdentity, type Identity, serviceAccountIdentity } from "@authgraph/kubernetes";
import { describe, expect, test } from "vitest";
import { graphOfText } from "./text-graph.ts";

// Inputs on which other tools gave a wrong answer, with what kube-apiserver 1.37.2 answers (evaluation_helpers.go,
// rule.go, requestinfo.go; most were measured on a running server). Who asks is a user `u`, unless the case says.

const user: Identity = { user: "u", groups: ["system:authenticated"] };
const bot = serviceAccountIdentity("ci", "bot");

/** A ClusterRole `r` with these rules, bound to User `u` in the whole cluster. */
const clusterWide = (...rules: readonly string[]): string => `${clusterRole("r", rules)}---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: b}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: u}]
`;
const clusterRole = (
  name: string,
  rules: readonly string[],
  more = "",
): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: ${name}}
${more}rules: [${rules.join(", ")}]
`;
const binding = (
  kind: string,
  namespace: string,
  role: string,
  subject: string,
): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: {name: b${namespace === "" ? "" : `, namespace: ${namespace}`}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ${role}}
subjects: [${subject}]
`;

/** \`get apps/deployments/scale team/web\`: verb, [group/]resource[/subresource], [namespace]/[name]; or a path. */
function attributes(question: string): Attributes {
  const [verb = "", what = "", where = "/"] = question.split(" ");
  if (what.startsWith("/")) return { kind: "non-resource", verb, path: what };
  const [, apiGroup = "", resource = "", subresource = ""] =
    /^(?:([^/]*\.[^/]*|apps|batch)\/)?([^/]+)(?:\/(.+))?$/.exec(what) ?? [];
  const [namespace = "", name = ""] = where.split("/");
  return { kind: "resource", verb, apiGroup, resource, subresource, namespace, name };
}

describe("what other tools got wrong", () => {
  test.each<[string, string, Identity, Readonly<Record<string, "allowed" | "denied">>]>([
    [
      "`*` and a trailing `*` match paths",
      clusterWide('{nonResourceURLs: ["*"], verbs: ["*"]}'),
      user,
      { "get /logs": "allowed" },
    ],
    [
      "`*/scale` is the scale of any parent, never the parent",
      clusterWide('{apiGroups: [apps], resources: ["*/scale"], verbs: [patch]}'),
      user,
      { "patch apps/deployments/scale ns/x": "allowed", "patch apps/deployments ns/x": "denied" },
    ],
    [
      "`*/*` matches no request",
      clusterWide('{apiGroups: ["*"], resources: ["*/*"], verbs: ["*"]}'),
      user,
      { "get pods ns/x": "denied", "get pods/log ns/x": "denied" },
    ],
    [
      "a rule with names beside one without: the list is of everything",
      clusterWide(
        '{apiGroups: [""], resources: [secrets], verbs: [get], resourceNames: [pull]}',
        '{apiGroups: [""], resources: [secrets], verbs: [list]}',
      ),
      user,
      { "list secrets": "allowed", "get secrets ns/pull": "allowed", "get secrets ns/other": "denied" },
    ],
    [
      "a plain create carries no name, so a named create allows none; applying carries it",
      clusterWide('{apiGroups: [""], resources: [pods], verbs: [create], resourceNames: [foo]}'),
      user,
      { "create pods ns/": "denied", "create pods ns/foo": "allowed", "create pods ns/bar": "denied" },
    ],
    [
      "a named list is allowed where the name comes by field selector",
      clusterWide('{apiGroups: [""], resources: [services], verbs: [list, watch], resourceNames: [a]}'),
      user,
      { "list services ns/": "denied", "list services ns/a": "allowed" },
    ],
    [
      "the create of a named subresource carries the name",
      clusterWide('{apiGroups: [""], resources: [pods/exec], verbs: [create], resourceNames: [web-0]}'),
      user,
      { "create pods/exec ns/web-0": "allowed", "create pods/exec ns/web-1": "denied" },
    ],
    [
      "every resource of one group is no other group's",
      clusterWide('{apiGroups: [my.io], resources: ["*"], verbs: ["*"]}'),
      user,
      { "list my.io/things": "allowed", "list secrets": "denied", "impersonate users /x": "denied" },
    ],
    [
      "verbs and resources of different rules never mix",
      clusterWide(
        '{apiGroups: [""], resources: [secrets], verbs: [create]}',
        '{apiGroups: [""], resources: [pods], verbs: [get]}',
      ),
      user,
      { "get secrets ns/x": "denied" },
    ],
    [
      "impersonation is asked in the core group",
      clusterWide('{apiGroups: [""], resources: [users, groups], verbs: [impersonate]}'),
      user,
      { "impersonate groups /system:masters": "allowed" },
    ],
    [
      "creating a cronjob is a right of the plural",
      clusterWide("{apiGroups: [batch], resources: [cronjobs], verbs: [create]}"),
      user,
      { "create batch/cronjobs ns/": "allowed" },
    ],
    [
      "a member of system:masters may do everything without any binding",
      "",
      { user: "admin", groups: ["system:masters"] },
      { "delete nodes /n": "allowed" },
    ],
    [
      "a Role is that of the binding's own namespace",
      `${binding("RoleBinding", "a", "Role, name: app", "{apiGroup: rbac.authorization.k8s.io, kind: User, name: u}")}---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: app, namespace: b}
rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]
`,
      user,
      { "get secrets a/x": "denied", "get secrets b/x": "denied" },
    ],
    [
      "a RoleBinding to a ClusterRole grants it in its namespace",
      `${clusterRole("reader", ['{apiGroups: [""], resources: [secrets], verbs: [get]}'])}---\n${binding("RoleBinding", "a", "ClusterRole, name: reader", "{apiGroup: rbac.authorization.k8s.io, kind: User, name: u}")}`,
      user,
      { "get secrets a/x": "allowed", "get secrets b/x": "denied", "list secrets": "denied" },
    ],
    [
      "a request on a namespace carries that namespace; one on nodes carries none",
      `${clusterRole("r", ['{apiGroups: [""], resources: [namespaces, nodes], verbs: [get, list]}'])}---\n${binding("RoleBinding", "default", "ClusterRole, name: r", "{apiGroup: rbac.authorization.k8s.io, kind: User, name: u}")}`,
      user,
      {
        "get namespaces default/default": "allowed",
        "list namespaces": "denied",
        "list nodes": "denied",
        "list nodes default/": "allowed",
      },
    ],
    [
      "an aggregated role has the rules it selects, not those written beside",
      `${clusterRole("all", ['{apiGroups: [""], resources: [secrets], verbs: [get]}'], "aggregationRule: {clusterRoleSelectors: [{matchExpressions: [{key: part, operator: Exists}]}]}\n")}---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: part, labels: {part: "true"}}
rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
---
${binding("ClusterRoleBinding", "", "ClusterRole, name: all", "{apiGroup: rbac.authorization.k8s.io, kind: User, name: u}")}`,
      user,
      { "get pods ns/x": "allowed", "get secrets ns/x": "denied" },
    ],
    [
      "aggregation goes on until nothing changes: A takes what B took from C",
      `${clusterRole("c", ['{apiGroups: [""], resources: [pods], verbs: [get]}']).replace("name: c", "name: c, labels: {to: b}")}---
${clusterRole("b", [], "aggregationRule: {clusterRoleSelectors: [{matchLabels: {to: b}}]}\n").replace("name: b", "name: b, labels: {to: a}")}---
${clusterRole("a", [], "aggregationRule: {clusterRoleSelectors: [{matchLabels: {to: a}}]}\n")}---
${binding("ClusterRoleBinding", "", "ClusterRole, name: a", "{apiGroup: rbac.authorization.k8s.io, kind: User, name: u}")}`,
      user,
      { "get pods ns/x": "allowed" },
    ],
    [
      "the group of all ServiceAccounts is every ServiceAccount",
      binding(
        "ClusterRoleBinding",
        "",
        "ClusterRole, name: cluster-admin",
        "{apiGroup: rbac.authorization.k8s.io, kind: Group, name: 'system:serviceaccounts'}",
      ),
      bot,
      { "delete nodes /n": "allowed" },
    ],
    [
      "a User spelled as a ServiceAccount is that ServiceAccount",
      binding(
        "ClusterRoleBinding",
        "",
        "ClusterRole, name: cluster-admin",
        "{apiGroup: rbac.authorization.k8s.io, kind: User, name: 'system:serviceaccount:ci:bot'}",
      ),
      bot,
      { "delete nodes /n": "allowed" },
    ],
    [
      "there is no group of one ServiceAccount",
      binding(
        "ClusterRoleBinding",
        "",
        "ClusterRole, name: cluster-admin",
        "{apiGroup: rbac.authorization.k8s.io, kind: Group, name: 'system:serviceaccounts:ci:bot'}",
      ),
      bot,
      { "delete nodes /n": "denied" },
    ],
    [
      "cluster-admin for system:anonymous counts, whatever ships under that role's name",
      binding(
        "ClusterRoleBinding",
        "",
        "ClusterRole, name: cluster-admin",
        "{apiGroup: rbac.authorization.k8s.io, kind: User, name: 'system:anonymous'}",
      ),
      anonymousIdentity,
      { "list secrets": "allowed" },
    ],
    [
      "requests without credentials reach the version by default, and nothing else",
      "",
      anonymousIdentity,
      { "get /version": "allowed", "list pods": "denied" },
    ],
    [
      "edit, which no input writes, is the built-in role after aggregation",
      binding(
        "ClusterRoleBinding",
        "",
        "ClusterRole, name: edit",
        "{apiGroup: rbac.authorization.k8s.io, kind: User, name: u}",
      ),
      user,
      { "create pods ns/": "allowed", "get secrets ns/x": "allowed", "create nodes": "denied" },
    ],
    [
      "a comment before, or a byte order mark, hides no binding",
      `\ufeff# nothing\n---\n${binding("ClusterRoleBinding", "", "ClusterRole, name: view", "{apiGroup: rbac.authorization.k8s.io, kind: User, name: u}")}`,
      user,
      { "get pods ns/x": "allowed" },
    ],
  ])("%s", (_name, text, identity, questions) => {
    const graph = graphOfText(text, { complete: true });
    const answers = Object.keys(questions).map((question) => [
      question,
      authorize(graph, identity, attributes(question)).outcome,
    ]);
    expect(Object.fromEntries(answers)).toEqual(questions);
  });

  test("a role that is named and not among the inputs: unknown, and a plain no where the inputs are all there is", () => {
    const text = binding(
      "RoleBinding",
      "a",
      "ClusterRole, name: nowhere",
      "{apiGroup: rbac.authorization.k8s.io, kind: User, name: u}",
    );
    const ask = (complete: boolean) =>
      authorize(graphOfText(text, { complete }), user, attributes("get pods a/x")).outcome;
    expect([ask(false), ask(true)]).toEqual(["unknown", "denied"]);
  });
});
