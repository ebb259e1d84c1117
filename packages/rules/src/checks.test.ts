import { graphOfText } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { checkCommand } from "./checks.ts";
import { holderOfGroup, serviceAccountHolder } from "./holders.ts";
import { powersOf } from "./powers.ts";

// Each command was run against kube-apiserver 1.37.2 with these rules bound: it answers yes (`true`), and no without them.

const bot = serviceAccountHolder("ci", "bot");
const crowd = holderOfGroup("crowd");
const anonymous = holderOfGroup("system:unauthenticated");

/** The command that confirms the strongest power of some rules, bound cluster-wide or in a namespace. */
function check(holder: typeof bot, rules: readonly string[], namespace: string = ""): string {
  const [kind, metadata] =
    namespace === "" ? ["ClusterRoleBinding", "{name: b}"] : ["RoleBinding", `{name: b, namespace: ${namespace}}`];
  const graph = graphOfText(`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: r}
rules:
${rules.map((rule) => `- {${rule}}`).join("\n")}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: ${metadata}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r}
subjects: [{kind: Group, name: g, apiGroup: rbac.authorization.k8s.io}]
`);
  const [power] = powersOf(graph.grantsOf("Group g"), "1.37");
  return power === undefined ? "no power" : checkCommand(holder, power);
}

const rbac = "apiGroups: [rbac.authorization.k8s.io]";
const asBot = "--as=system:serviceaccount:ci:bot";

describe("a command that confirms what is claimed", () => {
  test("names the object that the rule names", () => {
    const awsAuth = 'apiGroups: [""], resources: [configmaps], resourceNames: [aws-auth], verbs: [update]';
    expect(check(bot, [awsAuth], "kube-system")).toBe(
      `kubectl auth can-i update configmaps/aws-auth -n kube-system ${asBot}`,
    );
  });

  test("asks for every part, with the name that counts", () => {
    const bind = `${rbac}, resources: [clusterroles], resourceNames: [view, cluster-admin], verbs: [bind]`;
    const create = `${rbac}, resources: [clusterrolebindings], verbs: [create]`;
    expect(check(bot, [bind, create])).toBe(
      `kubectl auth can-i bind clusterroles.rbac.authorization.k8s.io/cluster-admin -A ${asBot} && ` +
        `kubectl auth can-i create clusterrolebindings.rbac.authorization.k8s.io -A ${asBot}`,
    );
  });

  test("asks the API server itself for what kubectl cannot name", () => {
    expect(check(bot, ['apiGroups: [my.io], resources: ["*"], verbs: ["*"]'])).toBe(
      `echo '{"apiVersion":"authorization.k8s.io/v1","kind":"SubjectAccessReview","spec":{"user":"system:serviceaccount:ci:bot","groups":["system:serviceaccounts","system:serviceaccounts:ci","system:authenticated"],"resourceAttributes":{"verb":"*","group":"my.io","resource":"*","subresource":"","namespace":"","name":""}}}' | kubectl create -o jsonpath={.status.allowed} -f -`,
    );
    expect(check(crowd, ["apiGroups: [example.com], resources: [secrets], verbs: [get]"])).toBe(
      `echo '{"apiVersion":"authorization.k8s.io/v1","kind":"SubjectAccessReview","spec":{"groups":["crowd","system:authenticated"],"resourceAttributes":{"verb":"get","group":"example.com","resource":"secrets","subresource":"","namespace":"","name":""}}}' | kubectl create -o jsonpath={.status.allowed} -f -`,
    );
  });

  test.each<[string, typeof bot, string, string]>([
    ["a path", bot, "nonResourceURLs: [/metrics], verbs: [get]", `kubectl auth can-i get /metrics ${asBot}`],
    ["paths below one", bot, "nonResourceURLs: [/logs/*], verbs: [get]", `kubectl auth can-i get '/logs/*' ${asBot}`],
    ["every path", bot, 'nonResourceURLs: ["*"], verbs: ["*"]', `kubectl auth can-i get /metrics ${asBot}`],
    [
      "a path, without credentials",
      anonymous,
      "nonResourceURLs: [/healthz, /metrics], verbs: [get]",
      "kubectl get --raw /metrics --as=system:anonymous",
    ],
    [
      "paths below one, without credentials",
      anonymous,
      "nonResourceURLs: [/logs/*], verbs: [get]",
      `echo '{"apiVersion":"authorization.k8s.io/v1","kind":"SubjectAccessReview","spec":{"user":"system:anonymous","groups":["system:unauthenticated"],"nonResourceAttributes":{"verb":"get","path":"/logs/*"}}}' | kubectl create -o jsonpath={.status.allowed} -f -`,
    ],
    [
      "a list, without credentials",
      anonymous,
      'apiGroups: [""], resources: [secrets], verbs: [get, list]',
      "kubectl get secrets -A -o name --as=system:anonymous",
    ],
    [
      // `kubectl get` would list.
      "objects one by one, without credentials",
      anonymous,
      'apiGroups: [""], resources: [secrets], verbs: [get]',
      `echo '{"apiVersion":"authorization.k8s.io/v1","kind":"SubjectAccessReview","spec":{"user":"system:anonymous","groups":["system:unauthenticated"],"resourceAttributes":{"verb":"get","group":"","resource":"secrets","subresource":"","namespace":"","name":""}}}' | kubectl create -o jsonpath={.status.allowed} -f -`,
    ],
  ])("%s", (_name, holder, rule, command) => {
    expect(check(holder, [rule])).toBe(command);
  });

  test("leaves a word for a namespace that nobody says", () => {
    const applied = serviceAccountHolder("<applied>", "bot");
    expect(check(applied, ['apiGroups: [""], resources: [pods], verbs: [create]'])).toBe(
      "kubectl auth can-i create pods -A --as=system:serviceaccount:NAMESPACE:bot",
    );
    expect(check(applied, ["apiGroups: [my.io], resources: [x], verbs: [create]"])).not.toContain("<");
  });
});
