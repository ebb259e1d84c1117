import { readFileSync } from "node:fs";
import { type DiffAnswer, diffAccess } from "@authgraph/engine";
import { checkoutPath, hostileNames, markdownHtml, schemaCheck, textSources } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";
import { accessChangeLines } from "./access-change-lines.ts";
import { accessChangeMarkdown } from "./access-change-markdown.ts";
import { renderDiff, renderDiffJson, renderDiffMarkdown } from "./access-diff.ts";
import { printable } from "./printable.ts";

const settings = { kubernetesVersion: "1.37", appliedNamespace: undefined, complete: false, onFile: () => {} };

async function answerOf(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Promise<DiffAnswer> {
  const result = await diffAccess({
    before: { ...settings, sources: textSources(before) },
    after: { ...settings, sources: textSources(after) },
  });
  if (result.outcome === "refused") throw new Error(result.message);
  return result.answer;
}

const group = "apiGroup: rbac.authorization.k8s.io";

function role(name: string, ...rules: readonly string[]): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: ${name}
rules:
${rules.map((rule) => `  - ${rule}\n`).join("")}---
`;
}

function binding(name: string, of: string, ...subjects: readonly string[]): string {
  const [namespace, own = namespace] = name.includes("/") ? name.split("/") : [undefined, name];
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ${namespace === undefined ? "ClusterRoleBinding" : "RoleBinding"}
metadata: {name: ${own}${namespace === undefined ? "" : `, namespace: ${namespace}`}}
roleRef: {${group}, kind: ClusterRole, name: ${of}}
subjects:
${subjects.map((subject) => `  - ${subject}\n`).join("")}---
`;
}

const devs = `{kind: Group, ${group}, name: devs}`;
const anybody = `{kind: Group, ${group}, name: "system:unauthenticated"}`;
const ci = "{kind: ServiceAccount, name: ci, namespace: web}";
const readPods = '{apiGroups: [""], resources: [pods], verbs: [get, list]}';
const readAll = '{apiGroups: [""], resources: [pods, secrets], verbs: [get, list]}';

const told = { color: false, limit: undefined };

describe("for a terminal", () => {
  it("the most powerful gains come first, each with what changed and where", async () => {
    const { clusters } = await answerOf(
      { "a.yaml": role("reader", readPods) + binding("web/ci", "reader", ci, devs) },
      {
        "a.yaml": role("reader", readAll) + binding("web/ci", "reader", ci),
        "b.yaml": binding("all", "cluster-admin", anybody) + binding("dev/devs", "reader", devs),
      },
    );
    expect(accessChangeLines(clusters, told)).toEqual([
      "Gained access:",
      "  every request without credentials can now do everything in the cluster",
      "    + * *.* in every namespace",
      "    + * any path",
      "      ClusterRoleBinding all added, b.yaml:6:62",
      "  Group devs can now read every Secret in dev",
      "    + get, list pods, secrets in namespace dev",
      "      RoleBinding dev/devs added, b.yaml:13:62",
      "  ServiceAccount web/ci can now read every Secret in web",
      "    + get, list secrets in namespace web",
      "      ClusterRole reader widened, a.yaml:6:41",
      "Lost access:",
      "  Group devs",
      "    - get, list pods in namespace web",
      "      Group devs removed from RoleBinding web/ci, a.yaml:14:62",
    ]);
  });

  it("subjects for whom the same changed are told together, and so are namespaces", async () => {
    const users = ["jo", "jane", "joe", "judy", "jim"].map((name) => `{kind: User, ${group}, name: ${name}}`);
    const bindings =
      binding("readers", "reader", ...users) +
      ["a", "b", "c", "d", "e"].map((namespace) => binding(`${namespace}/devs`, "reader", devs)).join("");
    const { clusters } = await answerOf(
      { "a.yaml": role("reader", readPods) + bindings },
      {
        "a.yaml":
          role(
            "reader",
            readPods,
            "{nonResourceURLs: [/metrics], verbs: [get]}",
            "{apiGroups: [apps], resources: [deployments], verbs: [get]}",
          ) + bindings,
      },
    );
    expect(accessChangeLines(clusters, told)).toEqual([
      "Gained access:",
      "  User jane, User jim, User jo and 2 more",
      "    + get deployments.apps in every namespace",
      "    + get /metrics",
      "      ClusterRole reader widened, a.yaml:7:5",
      "  Group devs",
      "    + get deployments.apps in 5 namespaces: a, b, c, d, e",
      "      ClusterRole reader widened, a.yaml:8:5",
    ]);
  });

  it("accounts that gained the same where they are, are told together", async () => {
    const account = (namespace: string, more = "") =>
      binding(
        `${namespace}/ci`,
        "reader",
        `{kind: ServiceAccount, name: ci, namespace: ${namespace}}`,
        ...more.split("\n").filter(Boolean),
      );
    const bindings = account("web") + account("dev") + account("kube-system") + account("test", devs);
    const { clusters } = await answerOf(
      { "a.yaml": role("reader", readPods) + bindings },
      { "a.yaml": role("reader", readAll) + bindings },
    );
    expect(accessChangeLines(clusters, told)).toEqual([
      "Gained access:",
      "  ServiceAccount kube-system/ci can now read every Secret in kube-system",
      "    + get, list secrets in namespace kube-system",
      "      ClusterRole reader widened, a.yaml:6:41",
      "  ServiceAccount dev/ci, ServiceAccount test/ci, ServiceAccount web/ci can now read every Secret in its namespace",
      "    + get, list secrets each in its own namespace",
      "      ClusterRole reader widened, a.yaml:6:41",
      "  Group devs can now read every Secret in test",
      "    + get, list secrets in namespace test",
      "      ClusterRole reader widened, a.yaml:6:41",
    ]);
  });

  it("what a limit leaves out is counted", async () => {
    const users = Array.from({ length: 9 }, (_, at) =>
      binding(`b${at}`, "view", `{kind: User, ${group}, name: u${at}}`),
    );
    const { clusters } = await answerOf({ "a.yaml": binding("devs", "view", devs) }, { "a.yaml": users.join("") });
    const lines = accessChangeLines(clusters, { color: false, limit: 15, before: "HEAD" });
    expect(lines[0]).toBe("Gained access:");
    expect(lines.at(-1)).toBe("… and 7 more subjects gained access, 1 more subject lost access (--verbose)");
    expect(lines.length).toBeLessThanOrEqual(16);
    const all = accessChangeLines(clusters, { ...told, before: "HEAD" });
    expect(all).toContain("Lost access, which stood in HEAD:");
    expect(all.filter((line) => line.startsWith("  User "))).toHaveLength(9);
  });

  it("settings are everybody's", async () => {
    const pod = (flags: string) => `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.37.0
      command: [kube-apiserver, --etcd-servers=https://127.0.0.1:2379, ${flags}]
`;
    const { clusters } = await answerOf(
      { "a.yaml": pod('"--authorization-mode=Node,RBAC", --anonymous-auth=false') },
      { "a.yaml": pod("--authorization-mode=RBAC, --anonymous-auth=true") },
    );
    expect(accessChangeLines(clusters, told)).toEqual([
      "For everybody:",
      "  + Pod kube-system/kube-apiserver: anonymous requests: refused, now let in, a.yaml:8:99",
      "  - Pod kube-system/kube-apiserver: authorization modes: Node, RBAC, now RBAC, a.yaml:8:72",
    ]);
  });

  it("nothing is said where nobody gained or lost anything", async () => {
    const { clusters } = await answerOf({ "a.yaml": role("reader", readPods) }, { "b.yaml": role("reader", readAll) });
    expect([accessChangeLines(clusters, told), accessChangeMarkdown(clusters)]).toEqual([[], []]);
  });
});

const context = { old: "main", new: ".", before: "main", color: false, verbose: false };
const text = (chunks: Iterable<string>): string => [...chunks].join("");

it("in Markdown", async () => {
  const answer = await answerOf(
    { "a.yaml": role("reader", readPods) + binding("web/ci", "reader", ci, devs) },
    { "a.yaml": role("reader", readAll) + binding("web/ci", "reader", ci) },
  );
  expect(text(renderDiffMarkdown(answer, context))).toBe(`### Who gained and who lost access

Compared from <code>main</code> to <code>.</code>.

**Gained access**

- **ServiceAccount web/ci** can now read every Secret in web
  - <code>get, list secrets in namespace web</code>: ClusterRole reader widened (<code>a.yaml:6</code>)

**Lost access**

- **Group devs**
  - <code>get, list pods in namespace web</code>: Group devs removed from RoleBinding web/ci (<code>a.yaml:14</code>)
`);
});

it("a comment has room for what is told, however much changed", async () => {
  const users = Array.from({ length: 2000 }, (_, at) =>
    binding(`b${at}`, "view", `{kind: User, ${group}, name: u${at}}`),
  );
  const answer = await answerOf({}, { "a.yaml": users.join("") });
  const comment = text(renderDiffMarkdown(answer, context));
  expect(Buffer.byteLength(comment)).toBeLessThan(65_536);
  expect(comment).toMatch(/- … and \d+ more\n$/);
});

const check = schemaCheck(JSON.parse(readFileSync(checkoutPath("docs", "schemas", "diff.schema.json"), "utf8")));

describe("names that anybody can write", () => {
  const after = Object.values(hostileNames).map((name, index) => ({
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "ClusterRoleBinding",
    metadata: { name: `b${index}` },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "cluster-admin" },
    subjects: [{ kind: "User", name, apiGroup: "rbac.authorization.k8s.io" }],
  }));
  // Some of them make the file one that the API server would refuse.
  const namesRead = async () =>
    (await answer).clusters.flatMap(({ comparison }) => comparison.subjects.map(({ subject }) => subject.slice(5)));
  const answer = answerOf({}, { "a.yaml": after.map((object) => JSON.stringify(object)).join("\n---\n") });

  it("are told so that nothing obeys them", async () => {
    const lines = accessChangeLines((await answer).clusters, told);
    expect(lines.filter((line) => line.endsWith("can now do everything in the cluster"))).toHaveLength(
      (await namesRead()).length,
    );
    for (const line of lines.map((long) => long.slice(0, 3000))) expect(line === printable(line)).toBe(true);
  });

  it("stay words in Markdown", async () => {
    const html = await markdownHtml(accessChangeMarkdown((await answer).clusters).join("\n"));
    expect(html.match(/<li>/g)).toHaveLength(2 * (await namesRead()).length);
    expect(html).not.toMatch(/<(?:script|a|img|del|input|details)\b/);
  });

  it("stay values in JSON, as its schema says", async () => {
    const json = JSON.parse(text(renderDiffJson(await answer, context)));
    expect(check(json)).toEqual([]);
    const names = json.clusters[0].subjects.map(({ subject }: { subject: { name: string } }) => subject.name);
    expect(names).toEqual(await namesRead());
    expect(names.length).toBeGreaterThan(10);
  });
});

it("an answer without any difference", async () => {
  const answer = await answerOf({}, {});
  expect(text(renderDiff(answer, context))).toBe("nobody gained or lost access from main to .\n");
  expect(text(renderDiffMarkdown(answer, context))).toMatch(/^### Nobody gained or lost access\n/);
  expect(check(JSON.parse(text(renderDiffJson(answer, context))))).toEqual([]);
});
