import { graphOfText } from "@authgraph/testkit";
import { expect, test } from "vitest";
import { boundPowersOf, tellingBinding } from "./bound-powers.ts";

/** Bindings `NAME: NAMESPACE VERBS RESOURCES` of one ServiceAccount, cluster-wide where the namespace is `-`. */
function telling(bindings: readonly string[]): Readonly<Record<string, string>> {
  const documents = bindings.map((binding) => {
    const [name = "", namespace = "", verbs = "", resources = ""] = binding.split(/:? /);
    const [kind, metadata] =
      namespace === "-" ? ["ClusterRoleBinding", ""] : ["RoleBinding", `, namespace: ${namespace}`];
    return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: ${name}}
rules: [{apiGroups: [""], resources: [${resources}], verbs: [${verbs}]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: {name: ${name}${metadata}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${name}}
subjects: [{kind: ServiceAccount, name: bot, namespace: ci}]`;
  });
  const context = {
    graph: graphOfText(documents.join("\n---\n")),
    minor: "1.37",
    at: "2026-01-01T00:00:00Z",
    resources: [],
  };
  const found = (["read-secrets", "create-pods"] as const).flatMap((id) => boundPowersOf(context, id));
  const nameOf = ({ entry }: (typeof found)[number]["bound"]["binding"]): string => entry.object.meta.name.value;
  return Object.fromEntries(
    found.map(({ bound }) => [nameOf(bound.binding), nameOf(tellingBinding(context, bound))] as const),
  );
}

test.each<[string, readonly string[], Readonly<Record<string, string>>]>([
  ["alone", ["a: dev get secrets"], { a: "a" }],
  ["the whole cluster includes a namespace", ["a: dev get secrets", "b: - get secrets"], { a: "b", b: "b" }],
  ["another namespace does not", ["a: dev get secrets", "b: ops get secrets"], { a: "a", b: "b" }],
  ["of equals the first", ["a: dev get secrets", "b: dev list secrets"], { a: "a", b: "a" }],
  ["more in the same namespace", ["a: dev get secrets", "b: dev get,create secrets,pods"], { a: "b", b: "b" }],
  ["partly more is not more", ["a: dev create pods", "b: - get secrets"], { a: "a", b: "b" }],
  [
    "the widest of three",
    ["a: dev get secrets", "b: dev get,create secrets,pods", "c: - get,create secrets,pods"],
    { a: "c", b: "c", c: "c" },
  ],
])("%s", (_name, bindings, expected) => {
  expect(telling(bindings)).toEqual(expected);
});
