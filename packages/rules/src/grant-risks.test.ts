import { type Platform, platformFacts } from "@authgraph/kubernetes";
import { graphOfText } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { boundHolders } from "./bound-holders.ts";
import { crowdRisk } from "./grant-risks.ts";
import type { HolderKind } from "./holders.ts";
import type { Risk } from "./risk.ts";

const group = (name: string) => `{kind: Group, apiGroup: rbac.authorization.k8s.io, name: "${name}"}`;
const user = (name: string) => `{kind: User, apiGroup: rbac.authorization.k8s.io, name: "${name}"}`;

function risks(
  kind: HolderKind,
  subjects: readonly string[],
  rules: readonly string[],
  platform?: Platform,
): readonly Risk[] {
  const { inventory, ...written } = graphOfText(`apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: r}
rules:
${rules.map((rule) => `- {${rule}}`).join("\n")}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: b}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r}
subjects: [${subjects.join(", ")}]
`);
  const graph = { ...written, inventory: { ...inventory, platform: platform && platformFacts(platform) } };
  const context = { graph, minor: "1.37", at: "2026-01-01T00:00:00Z", resources: [] };
  return [...boundHolders(context, [kind])].flatMap((bound) => crowdRisk(context, "rbac-test", bound) ?? []);
}

const notes = (risk: Risk | undefined, kind: string) =>
  risk?.notes.filter((one) => one.kind === kind).map(({ text }) => text);

const listSecrets = 'apiGroups: [""], resources: [secrets], verbs: [list]';

describe("the same people under two names", () => {
  const both = [user("system:anonymous"), group("system:unauthenticated")];

  test("go together", () => {
    const [risk] = risks("anonymous", [...both, group("sre")], [listSecrets]);
    expect(risk?.remedies[0]?.text).toBe("take requests without credentials (2 subjects) out of the binding");
    expect(risk?.remedies[0]?.edits).toHaveLength(2);
  });

  test("alone take the binding with them", () => {
    const [risk] = risks("anonymous", both, [listSecrets]);
    expect(risk?.remedies[0]?.text).toBe("delete the binding: it has no other subjects");
  });
});

describe("the same role also", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      "what named powers say is not said again",
      ['apiGroups: [""], resources: [secrets], verbs: [get, list, create]'],
      ["the same role also lets them write Secrets in the cluster"],
    ],
    [
      "what they do not say is",
      [
        'apiGroups: [""], resources: [secrets], verbs: [list]',
        'apiGroups: [""], resources: [configmaps], verbs: [delete]',
      ],
      ["the same role also lets them delete configmaps in the cluster"],
    ],
  ])("%s", (_name, rules, told) => {
    const [risk] = risks("authenticated", [group("system:authenticated")], rules);
    expect(notes(risk, "note")).toEqual(told);
  });
});

test("an account that can do the same is no way to more", () => {
  const somebody = "{kind: ServiceAccount, name: bot, namespace: ci}";
  const subjects = [group("system:authenticated"), somebody];
  const [risk] = risks("authenticated", subjects, ["apiGroups: [apps], resources: [deployments], verbs: [patch]"]);
  expect(notes(risk, "then")?.join()).toContain("clusterrole-aggregation-controller");
  expect(notes(risk, "then")?.join()).not.toContain("ci/bot");
});

test("a login that anybody can make for themselves is worth none at all", () => {
  const everybody = [group("system:authenticated")];
  const [anywhere] = risks("authenticated", everybody, [listSecrets]);
  const [onGke] = risks("authenticated", everybody, [listSecrets], "gke");
  const [without] = risks("anonymous", [group("system:unauthenticated")], [listSecrets]);
  expect(notes(anywhere, "why")).toEqual([]);
  expect(notes(onGke, "why")).toEqual([
    "on Google Kubernetes Engine that is anybody with a Google account, Gmail included",
  ]);
  expect(onGke?.score).toBeGreaterThan(anywhere?.score ?? 0);
  expect(onGke?.rating?.holder).toBe(without?.rating?.holder);
});
