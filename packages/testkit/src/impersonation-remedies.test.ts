import { ruleset } from "@authgraph/ruleset";
import { describe, expect, test } from "vitest";
import { findingsOf } from "./rule-cases.ts";

const options = { kubernetesVersion: undefined, complete: false, at: "2026-01-01T00:00:00Z" };

async function remedies(role: string, rules: string): Promise<readonly string[]> {
  const rule = ruleset.find(({ metadata }) => metadata.id === "rbac-impersonate");
  if (rule === undefined) throw new Error("no such rule");
  const text = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: r}
rules: [${rules}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: b}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${role}}
subjects: [{kind: ServiceAccount, name: x, namespace: d}]
`;
  const [finding] = await findingsOf(rule, { "a.yaml": text }, options);
  return finding?.remedies.map((remedy) => remedy.text) ?? [];
}

describe("beside taking the subject out: what would narrow the right", () => {
  const takenOut = "delete the binding: ServiceAccount d/x is its only subject";
  test.each<[string, string, string, readonly string[]]>([
    [
      "names, where there are none",
      "r",
      '{apiGroups: [""], resources: [users], verbs: [impersonate]}',
      [takenOut, "name whom it may act as: resourceNames of the users, groups or serviceaccounts"],
    ],
    [
      "nothing, where it is named already",
      "r",
      '{apiGroups: [""], resources: [users], verbs: [impersonate], resourceNames: [alice]}',
      [takenOut],
    ],
    [
      "verbs, where names would take create away too",
      "r",
      '{apiGroups: [""], resources: [serviceaccounts], verbs: ["*"]}',
      [takenOut, "list the verbs that are needed in place of `*`, without impersonate"],
    ],
    [
      "another role, where Kubernetes ships this one",
      "edit",
      '{apiGroups: [""], resources: [pods], verbs: [get]}',
      [takenOut, "instead of edit bind a role of your own that lists the verbs, without impersonate"],
    ],
  ])("%s", async (_name, role, rules, expected) => {
    expect(await remedies(role, rules)).toEqual(expected);
  });
});
