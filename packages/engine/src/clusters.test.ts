import { type Risk, type Rule, representativeScore } from "@authgraph/rules";
import { textOrigin } from "@authgraph/source";
import { ruleMetadata, textSources } from "@authgraph/testkit";
import { describe, expect, test } from "vitest";
import { readConfiguration } from "./configuration/read-configuration.ts";
import type { Sources } from "./input.ts";
import { loadGraph } from "./load-graph.ts";
import { escalationPaths } from "./questions/paths.ts";
import { whoCanDo } from "./questions/who-can.ts";
import type { Run } from "./run.ts";
import { type ScanInput, scan } from "./scan.ts";
import { type Searched, search } from "./search.ts";

type Texts = Readonly<Record<string, string>>;

function inputOf(sources: Sources, text: string, options: Partial<ScanInput> = {}): ScanInput {
  const rules = options.rules?.map(({ metadata }) => metadata) ?? [];
  const read = readConfiguration({ path: "authgraph.yaml", text }, { rules });
  if (read.outcome === "wrong") throw new Error(read.problems.map(({ message }) => message).join("\n"));
  return {
    sources,
    rules: [],
    toolVersion: "0.0.0",
    kubernetesVersion: undefined,
    appliedNamespace: undefined,
    complete: false,
    at: "2026-01-01T00:00:00Z",
    configuration: read.configuration,
    onFile: () => {},
    ...options,
  };
}

async function searched(texts: Texts, configuration: string, options: Partial<ScanInput> = {}): Promise<Searched> {
  const result = await search(inputOf(textSources(texts), configuration, options));
  if (result.outcome === "refused") throw new Error(result.message);
  return result;
}

async function scanned(texts: Texts, configuration: string, options: Partial<ScanInput> = {}): Promise<Run> {
  const result = await scan(inputOf(textSources(texts), configuration, options));
  if (result.outcome === "refused") throw new Error(result.message);
  return result.run;
}

/** The paths of each cluster. */
function paths({ clusters }: Searched): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(clusters.map(({ name, loaded }) => [name, loaded.texts.map(({ path }) => path)]));
}

const account = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web}\n";
const role = (verbs: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: web, namespace: shop}
rules: [{apiGroups: [""], resources: [pods], verbs: [${verbs}]}]
`;
const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: web, namespace: shop}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
subjects: [{kind: User, name: jane, apiGroup: rbac.authorization.k8s.io}]
`;
const server = (...flags: readonly string[]): string => `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.35.0
    command: [kube-apiserver, ${flags.join(", ")}]
`;

const two = `clusters:
  - {name: prod, paths: [base, prod]}
  - {name: stage, paths: [base, stage], control-plane: [machines/stage]}
`;

describe("what belongs to a cluster", () => {
  test("a file to each whose paths hold it, what nobody's hold to the cluster default", async () => {
    const texts = { "base/a.yaml": account, "prod/b.yaml": account, "stage/c.yaml": account, "d.yaml": account };
    expect(paths(await searched({ ...texts, "machines/stage/e.yaml": account }, two))).toEqual({
      prod: ["base/a.yaml", "prod/b.yaml"],
      stage: ["base/a.yaml", "stage/c.yaml", "machines/stage/e.yaml"],
      default: ["d.yaml"],
    });
  });

  test("what is nobody's and none of ours makes no cluster; all of it is accounted for", async () => {
    const service = "apiVersion: v1\nkind: Service\nmetadata: {name: s}\n";
    const texts = { "base/a.yaml": account, "prod/b.yaml": service, "other.yaml": service, "broken.yaml": "a: [\n" };
    const run = await scanned(texts, two);
    expect(run.clusters.map(({ name }) => name)).toEqual(["prod", "stage"]);
    expect(run.diagnostics.map(({ id, level }) => [id, level])).toEqual([["yaml-syntax", "error"]]);
    expect([run.coverage.filesRead, run.coverage.documentsSeen]).toEqual([4, 4]);
  });

  test("without clusters everything is one", async () => {
    expect(paths(await searched({ "a.yaml": account, "b/c.yaml": account }, "complete: true\n"))).toEqual({
      default: ["a.yaml", "b/c.yaml"],
    });
  });

  test("a cluster without files is told, at its name", async () => {
    const { diagnostics, clusters } = await scanned({ "prod/a.yaml": account }, two);
    expect(clusters.map(({ name }) => name)).toEqual(["prod"]);
    expect(diagnostics).toMatchObject([
      {
        id: "configuration-unused",
        level: "note",
        message: "no file of the inputs belongs to the cluster stage",
        origin: { start: two.indexOf("stage") },
      },
    ]);
  });
});

describe("clusters never meet", () => {
  test("one role name, other rules", async () => {
    const texts = { "base/b.yaml": binding, "prod/r.yaml": role("get"), "stage/r.yaml": role("get, delete") };
    const { clusters } = await searched(texts, two);
    const verbs = clusters.map(({ name, loaded: { graph } }) => [
      name,
      [...graph.grantsOf("User jane")].map(({ rule }) => rule.verbs.map(({ value }) => value)),
    ]);
    expect(verbs).toEqual([
      ["prod", [["get"]]],
      ["stage", [["get", "delete"]]],
    ]);
  });

  test("what a file names is looked for in its own cluster", async () => {
    const texts = {
      "prod/server.yaml": server("--token-auth-file=/etc/tokens.csv"),
      "prod/etc/tokens.csv": "t,prod-user,1",
      "stage/etc/tokens.csv": "t,stage-user,1",
      "stage/server.yaml": server("--token-auth-file=/etc/tokens.csv"),
    };
    const { clusters } = await searched(texts, two);
    const users = clusters.map(({ loaded: { graph } }) =>
      graph.inventory.credentials.flatMap(({ form, user }) => (form === "token-file-row" ? [user?.value] : [])),
    );
    expect(users).toEqual([["prod-user"], ["stage-user"]]);
  });

  test("below the root folder of its machines, where it has one", async () => {
    const configuration = `clusters:
  - {name: a, paths: [a], rootfs: machines/a}
  - {name: b, paths: [b], rootfs: ./machines/b/}
`;
    const texts = {
      "a/server.yaml": server("--token-auth-file=/etc/tokens.csv"),
      "b/server.yaml": server("--token-auth-file=/etc/tokens.csv"),
      "b/etc/tokens.csv": "t,not-there",
      "machines/a/etc/tokens.csv": "t,user-of-a,1",
      "machines/b/etc/tokens.csv": "t,user-of-b,1",
    };
    const { clusters } = await searched(texts, configuration);
    const users = clusters.map(({ name, loaded: { graph } }) => [
      name,
      graph.inventory.credentials.flatMap(({ form, user }) => (form === "token-file-row" ? [user?.value] : [])),
    ]);
    expect(users).toEqual([
      ["a", ["user-of-a"]],
      ["b", ["user-of-b"]],
    ]);
  });

  test("units of one start nothing in another", async () => {
    const unit = (flag: string): string => `[Service]\nExecStart=/usr/bin/kubelet ${flag} $MORE\n`;
    const dropIn = "[Service]\nEnvironment=MORE=--read-only-port=10255\n";
    const texts = {
      "prod/kubelet.service": unit("--anonymous-auth=false"),
      "stage/kubelet.service": unit("--anonymous-auth=true"),
      "stage/kubelet.service.d/10.conf": dropIn,
    };
    const { clusters } = await searched(texts, two);
    const flags = clusters.map(({ name, loaded: { graph } }) => [
      name,
      graph.inventory.invocations.map(({ value }) => value.flags.map(({ name: flag }) => flag)),
    ]);
    expect(flags).toEqual([
      ["prod", [["anonymous-auth"]]],
      ["stage", [["anonymous-auth", "read-only-port"]]],
    ]);
  });

  test("a text of two clusters counts once", async () => {
    const texts = {
      "base/a.yaml": `${role("get")}---\n${role("list")}`,
      "prod/b.yaml": account,
      "stage/c.yaml": "a: [",
    };
    const { coverage, diagnostics } = await scanned(texts, two);
    expect([coverage.filesSeen, coverage.filesRead, coverage.documentsSeen]).toEqual([3, 3, 4]);
    expect(coverage.documents).toMatchObject({ evaluated: 2, overwritten: 1, refused: 1 });
    expect(coverage.objects).toBe(2);
    expect(diagnostics).toHaveLength(1);
  });
});

describe("each has its own settings", () => {
  const configuration = `complete: true
clusters:
  - {name: prod, paths: [prod], kubernetes-version: 1.30, namespace: apps, complete: false}
  - {name: stage, paths: [stage]}
  - {name: default, kubernetes-version: 1.36}
`;
  const texts = { "prod/a.yaml": account, "stage/a.yaml": account, "c.yaml": account };
  const settings = ({ clusters }: Searched) =>
    clusters.map(({ name, loaded: { minor, graph } }) => [
      name,
      minor,
      graph.inventory.complete,
      graph.inventory.entriesOf("ServiceAccount").find(({ object }) => object.origin.kind === "text")?.namespace,
    ]);

  test("those that it says, else those of all", async () => {
    expect(settings(await searched(texts, configuration, { defaultNamespace: "default" }))).toEqual([
      ["prod", "1.30", false, "apps"],
      ["stage", "1.37", true, "default"],
      ["default", "1.36", true, "default"],
    ]);
  });

  test("options count more", async () => {
    const options = { kubernetesVersion: "1.33", appliedNamespace: "here", complete: true };
    expect(settings(await searched(texts, configuration, options))).toEqual([
      ["prod", "1.33", true, "here"],
      ["stage", "1.33", true, "here"],
      ["default", "1.33", true, "here"],
    ]);
  });
});

describe("a question", () => {
  const texts = { "prod/a.yaml": account, "stage/a.yaml": account };
  test.each([
    ["of several has to choose", texts, undefined, "the inputs describe several clusters (prod, stage): choose one"],
    ["chooses one", texts, "stage", ["stage/a.yaml"]],
    ["chooses one that is there", texts, "stag", 'there is no cluster "stag" among the inputs; did you mean stage?'],
    ["of one need not choose", { "prod/a.yaml": account }, undefined, ["prod/a.yaml"]],
  ])("%s", async (_what, some, cluster, expected) => {
    const result = await loadGraph({ ...inputOf(textSources(some), two), cluster });
    if (result.outcome === "refused") expect(result.message).toContain(expected);
    else expect(result.loaded.texts.map(({ path }) => path)).toEqual(expected);
  });
});

describe("files that are not looked at", () => {
  test("what is excluded is skipped with the reason, and never read", async () => {
    const { list, find } = textSources({ "a.yaml": account, "x/tests/b.yaml": account, "tests/c.yaml": "a: [" });
    const read: string[] = [];
    const sources: Sources = {
      find,
      *list() {
        for (const { path } of list()) {
          yield {
            outcome: "blob",
            path,
            id: path,
            read: () => {
              read.push(path);
              const file = [...list()].find((one) => one.path === path);
              return file?.outcome === "read" ? file : { outcome: "skipped", path, reason: "read error" };
            },
          };
        }
      },
    };
    const result = await scan(inputOf(sources, 'exclude:\n  - {paths: ["**/tests"], reason: never applied}\n'));
    if (result.outcome === "refused") throw new Error(result.message);
    const { coverage, diagnostics } = result.run;
    expect([read, coverage.filesSeen, coverage.filesRead, diagnostics]).toEqual([["a.yaml"], 3, 1, []]);
    const reason = "excluded by authgraph.yaml";
    expect(coverage.filesSkipped).toMatchObject([
      { path: "x/tests/b.yaml", reason },
      { path: "tests/c.yaml", reason },
    ]);
  });

  test("an exclude of nothing is told", async () => {
    const { diagnostics } = await scanned({ "a.yaml": account }, "exclude:\n  - {paths: [tset], reason: never}\n");
    expect(diagnostics).toMatchObject([
      { id: "configuration-unused", level: "note", message: "tset excludes no file of the inputs" },
    ]);
  });

  const template = "kind: Role\nmetadata:\n  name: {{ .Values.name }}\n";

  test("templates that are known are counted and not told", async () => {
    const texts = { "charts/a.yaml": template, "b.yaml": template, "rendered/a.yaml": role("get") };
    const { coverage, diagnostics } = await scanned(texts, "templates:\n  - {paths: [charts], rendered: rendered}\n");
    expect(coverage.documents).toMatchObject({ template: 2, evaluated: 1 });
    expect(diagnostics.map(({ id, origin }) => [id, origin.kind === "text" && origin.source.path])).toEqual([
      ["template", "b.yaml"],
    ]);
  });

  test("what they render to has to be there", async () => {
    const { diagnostics } = await scanned(
      { "charts/a.yaml": template },
      "templates:\n  - {paths: [charts], rendered: out}\n",
    );
    expect(diagnostics).toMatchObject([{ id: "configuration-unused", level: "warning" }]);
  });
});

describe("identities that are declared", () => {
  const identities = `identities:
  users:
    - {name: jane, groups: [dev]}
  groups:
    - {name: ops, members: [joe]}
    - {name: dev, members: [jim, jane]}
`;
  const admins = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: dev}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: Group, name: dev, apiGroup: rbac.authorization.k8s.io}]
`;
  const asked = async () => {
    const result = await loadGraph(inputOf(textSources({ "a.yaml": admins }), identities));
    if (result.outcome === "refused") throw new Error(result.message);
    return result.loaded;
  };

  test("are members that who-can lists, each with its place", async () => {
    const input = { verb: "delete", what: "nodes", subresource: undefined, namespace: undefined };
    const result = await whoCanDo(await asked(), input);
    if (result.outcome === "refused") throw new Error(result.message);
    expect(result.answer.members.map(({ user, group }) => [user, group])).toEqual([
      ["jim", "dev"],
      ["jane", "dev"],
    ]);
    const [jim] = result.answer.members;
    expect(jim?.origin).toMatchObject({ source: { path: "authgraph.yaml" }, start: identities.indexOf("jim") });
  });

  test("start paths", async () => {
    const at = "2026-01-01T00:00:00Z";
    const result = await escalationPaths(await asked(), {
      from: "user/jane",
      to: undefined,
      confidence: "certain",
      at,
    });
    if (result.outcome === "refused") throw new Error(result.message);
    expect(result.answer.routes[0]?.path.steps[0]?.phrase).toBe("is in Group dev (authgraph.yaml:6)");
  });

  test("are told of the findings of their groups", async () => {
    const place = { origin: textOrigin({ path: "a.yaml", text: admins }, 0, 1), label: "here", step: 1 };
    const of = (subject: string): Risk => ({
      ruleId: "house-group",
      title: subject,
      score: 5,
      confidence: "certain",
      place,
      hops: [place],
      notes: [],
      remedies: [],
      identity: { subject, object: "x" },
      cause: subject,
      also: subject,
    });
    const rule: Rule = { metadata: ruleMetadata("house-group"), check: () => [of("Group dev"), of("Group other")] };
    const { clusters } = await searched({ "a.yaml": admins }, identities, { rules: [rule] });
    expect(clusters[0]?.risks.map(({ notes }) => notes)).toEqual([
      [{ kind: "who", text: "jim and jane (authgraph.yaml:6)" }],
      [],
    ]);
  });

  test("are no documents of the inputs", async () => {
    const { coverage } = await scanned({ "a.yaml": admins }, identities);
    expect([coverage.filesSeen, coverage.documentsSeen, coverage.objects]).toEqual([1, 1, 1]);
  });
});

describe("rules", () => {
  const source = { path: "a.yaml", text: account };
  const place = { origin: textOrigin(source, 0, 1), label: "here", step: 1 };
  const risk = (title: string, score: number): Risk => ({
    ruleId: "house-many",
    title,
    score,
    confidence: "certain",
    place,
    hops: [place],
    notes: [],
    remedies: [],
    identity: { subject: "User jane", object: title },
    cause: title,
    also: title,
  });
  const rule: Rule = {
    metadata: {
      ...ruleMetadata("house-many"),
      parameters: [{ name: "most", default: 3, min: 1, description: "how many are enough" }],
    },
    *check(_context, parameter) {
      yield risk(`more than ${parameter("most")}`, 8.3);
    },
  };
  const found = async (configuration: string) => {
    const { findings, rules } = await scanned({ "a.yaml": account }, configuration, { rules: [rule] });
    return {
      rules: rules.length,
      findings: findings.map(({ title, severity, score, notes }) => [
        title,
        severity,
        score,
        ...notes.map((n) => n.text),
      ]),
    };
  };

  test("have their defaults", async () => {
    expect(await found("")).toEqual({ rules: 1, findings: [["more than 3", "high", 8.3]] });
  });

  test("are asked with other numbers, rated otherwise, or not asked", async () => {
    expect(await found("rules:\n  house-many: {most: 12}\n")).toMatchObject({
      findings: [["more than 12", "high", 8.3]],
    });
    expect(await found("rules:\n  house-many: {severity: low}\n")).toMatchObject({
      findings: [
        [
          "more than 3",
          "low",
          representativeScore.low,
          "rated low by authgraph.yaml:2; by itself it would be high (8.3)",
        ],
      ],
    });
    expect(await found("rules:\n  house-many: {severity: high}\n")).toMatchObject({
      findings: [["more than 3", "high", 8.3]],
    });
    expect(await found("rules:\n  house-many: off\n")).toEqual({ rules: 0, findings: [] });
  });

  test("of the extended pack are asked where they are turned on", async () => {
    const { chosenRules } = await import("./configuration/chosen-rules.ts");
    const extended: Rule = { ...rule, metadata: { ...rule.metadata, extended: true } };
    const { configuration } = inputOf(textSources({}), "rules:\n  house-many: on\n", { rules: [extended] });
    expect([
      chosenRules([extended], { extended: false, configuration: undefined }).length,
      chosenRules([extended], { extended: true, configuration: undefined }).length,
      chosenRules([extended], { extended: false, configuration }).length,
    ]).toEqual([0, 1, 1]);
  });
});
