import { readFileSync } from "node:fs";
import { accessAndSteps, type ExportedGraph, type GraphContent, type LoadedGraph, loadGraph } from "@authgraph/engine";
import { checkoutPath, folderSources, schemaCheck, textSources } from "@authgraph/testkit";
import { alg, json } from "@dagrejs/graphlib";
import { DOMParser, type Element } from "@xmldom/xmldom";
import parseDot, { type EdgeStmt, type NodeStmt } from "dotparser";
import { beforeAll, describe, expect, it } from "vitest";
import { renderDot } from "./graph-dot.ts";
import { renderGraphml } from "./graph-graphml.ts";
import { renderGraphJson } from "./graph-json.ts";

const input = { kubernetesVersion: "1.37", appliedNamespace: "default", complete: false, onFile: () => {} };

async function load(sources: Parameters<typeof loadGraph>[0]["sources"]): Promise<LoadedGraph> {
  const result = await loadGraph({ ...input, sources });
  if (result.outcome === "refused") throw new Error(result.message);
  return result.loaded;
}

const exported = (loaded: LoadedGraph, content: GraphContent): Promise<ExportedGraph> =>
  accessAndSteps(loaded, content, "2026-01-01T00:00:00Z");

const small = `apiVersion: rbac.authorization.k8s.io/v1
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
- {apiGroup: rbac.authorization.k8s.io, kind: User, name: jane}
- {kind: ServiceAccount, name: ci}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: gone, namespace: web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: gone}
subjects:
- {apiGroup: rbac.authorization.k8s.io, kind: User, name: jane}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: root}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects:
- {kind: ServiceAccount, name: ci, namespace: web}
`;

/** Names that each of the formats would misread if it were careless. */
const hostile = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: hostile}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects:
- {apiGroup: rbac.authorization.k8s.io, kind: User, name: 'a "quoted" <b>&amp;]]> name'}
- {apiGroup: rbac.authorization.k8s.io, kind: User, name: 'ends in \\'}
- {apiGroup: rbac.authorization.k8s.io, kind: User, name: 'ends in \\"'}
- {apiGroup: rbac.authorization.k8s.io, kind: User, name: "line\\nbreak, \\e[2J, \\0 and \\uFFFE"}
- {apiGroup: rbac.authorization.k8s.io, kind: User, name: "\\N \\G"}
- {apiGroup: rbac.authorization.k8s.io, kind: Group, name: "__proto__"}
- {apiGroup: rbac.authorization.k8s.io, kind: User, name: '-> "x"; } #'}
`.replace('"\\N \\G"', "'\\N \\G'");

describe("DOT of a small world", () => {
  it("subjects, roles and bindings", async () => {
    const graph = await exported(await load(textSources({ "web.yaml": small })), "access");
    expect([...renderDot(graph)].join("")).toBe(String.raw`digraph authgraph {
  rankdir=LR
  node [shape=box]
  "ClusterRole cluster-admin" [label="ClusterRole cluster-admin" kind="ClusterRole" tooltip="built in: default policy of v1.37"]
  "Role web/gone" [label="Role web/gone" kind="Role" style="dotted"]
  "Role web/reader" [label="Role web/reader" kind="Role" tooltip="web.yaml:3:18"]
  "User jane" [label="User jane" kind="User" tooltip="web.yaml:20:59" shape="ellipse"]
  "User system:serviceaccount:web:ci" [label="ServiceAccount web/ci" kind="ServiceAccount" tooltip="web.yaml:27:32" shape="ellipse"]
  "User system:serviceaccount:web:ci" -> "ClusterRole cluster-admin" [label="ClusterRoleBinding root" kind="binding" tooltip="web.yaml:24:18\nweb.yaml:27:3"]
  "User jane" -> "Role web/gone" [label="RoleBinding web/gone" kind="binding" tooltip="web.yaml:17:18\nweb.yaml:20:3"]
  "User jane" -> "Role web/reader" [label="RoleBinding web/readers" kind="binding" tooltip="web.yaml:9:18\nweb.yaml:12:3"]
  "User system:serviceaccount:web:ci" -> "Role web/reader" [label="RoleBinding web/readers" kind="binding" tooltip="web.yaml:9:18\nweb.yaml:13:3"]
}
`);
  });

  it("steps", async () => {
    const graph = await exported(await load(textSources({ "web.yaml": small })), "escalation");
    expect(
      [...renderDot(graph)].slice(1).join(""),
    ).toBe(String.raw`  "User jane" [label="User jane" kind="User" shape="ellipse"]
  "User system:serviceaccount:web:ci" [label="ServiceAccount web/ci" kind="ServiceAccount" shape="ellipse"]
  "cluster-admin" [label="cluster-admin" kind="cluster-admin" shape="doubleoctagon"]
  "User system:serviceaccount:web:ci" -> "cluster-admin" [label="holds-everything" style="dashed" color="firebrick" kind="step" step="holds-everything" confidence="certain" tooltip="do everything in the cluster\nweb.yaml:24:18\nbuilt in: default policy of v1.37"]
}
`);
  });
});

describe.each([
  ["a small world", textSources({ "web.yaml": small })],
  ["hostile names", textSources({ "hostile.yaml": hostile })],
  ["the demo cluster", folderSources(checkoutPath("fixtures/clusters/demo"))],
])("of %s", (_name, sources) => {
  let loaded: LoadedGraph;
  let graph: ExportedGraph;
  beforeAll(async () => {
    loaded = await load(sources);
    graph = await exported(loaded, "both");
  });

  it("every edge joins two nodes, and no two have the same ends and name", () => {
    const ids = new Set(graph.nodes.map(({ id }) => id));
    const edges = [...graph.edges()];
    expect(ids.size).toBe(graph.nodes.length);
    expect(edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
    expect(new Set(edges.map(({ from, to, name }) => JSON.stringify([from, to, name]))).size).toBe(edges.length);
  });

  it("JSON is as its schema says, and graphlib reads it", async () => {
    const written = JSON.parse([...(await renderGraphJson(graph, loaded))].join(""));
    const check = schemaCheck(JSON.parse(readFileSync(checkoutPath("docs/schemas/graph.schema.json"), "utf8")));
    expect(check(written)).toEqual([]);
    const read = json.read(written);
    expect(read.nodes()).toEqual(graph.nodes.map(({ id }) => id));
    expect(read.edges()).toHaveLength([...graph.edges()].length);
    expect(alg.components(read).length).toBeGreaterThan(0);
  });

  it("DOT is one digraph with these nodes and edges", () => {
    const [digraph, ...others] = parseDot([...renderDot(graph)].join(""));
    expect([digraph?.type, others]).toEqual(["digraph", []]);
    const nodes = digraph?.children.filter((one): one is NodeStmt => one.type === "node_stmt") ?? [];
    const edges = digraph?.children.filter((one): one is EdgeStmt => one.type === "edge_stmt") ?? [];
    expect(nodes).toHaveLength(graph.nodes.length);
    const ids = new Set(nodes.map(({ node_id }) => node_id.id));
    expect(ids.size).toBe(nodes.length);
    const ends = edges.map(({ edge_list }) => edge_list.map((end) => end.type === "node_id" && ids.has(end.id)));
    expect(ends).toEqual([...graph.edges()].map(() => [true, true]));
  });

  it("GraphML is well-formed and has what its schema asks for", () => {
    const text = [...renderGraphml(graph)].join("");
    const errors: string[] = [];
    const document = new DOMParser({ onError: (_level, message) => void errors.push(message) }).parseFromString(
      text,
      "text/xml",
    );
    expect(errors).toEqual([]);
    const elements = (name: string): readonly Element[] => [...document.getElementsByTagName(name)];
    const ids = (name: string): readonly (string | null)[] => elements(name).map((one) => one.getAttribute("id"));
    // Graphml-structure.xsd: ids are xs:NMTOKEN and unique, edges and data refer to what is declared.
    for (const name of ["key", "graph", "node", "edge"]) {
      expect(new Set(ids(name)).size).toBe(ids(name).length);
      expect(ids(name).filter((id) => !/^[\w.:-]+$/.test(id ?? ""))).toEqual([]);
    }
    expect(ids("node")).toHaveLength(graph.nodes.length);
    expect(ids("edge")).toHaveLength([...graph.edges()].length);
    const nodes = new Set(ids("node"));
    const dangling = elements("edge").filter(
      (edge) => !nodes.has(edge.getAttribute("source")) || !nodes.has(edge.getAttribute("target")),
    );
    expect(dangling).toEqual([]);
    const keys = new Map(elements("key").map((key) => [key.getAttribute("id"), key.getAttribute("for")]));
    const undeclared = elements("data").filter(
      (data) => keys.get(data.getAttribute("key")) !== data.parentNode?.nodeName,
    );
    expect(undeclared).toEqual([]);
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/);
  });

  it("the same bytes each time", async () => {
    const again = await exported(await load(sources), "both");
    expect([...renderDot(again)]).toEqual([...renderDot(graph)]);
    expect([...renderGraphml(again)]).toEqual([...renderGraphml(graph)]);
    expect([...(await renderGraphJson(again, loaded))]).toEqual([...(await renderGraphJson(graph, loaded))]);
  });
});

it("names survive: the text of GraphML and of JSON is what was written, escapes aside", async () => {
  const loaded = await load(textSources({ "hostile.yaml": hostile }));
  const graph = await exported(loaded, "access");
  const written = JSON.parse([...(await renderGraphJson(graph, loaded))].join(""));
  const names = written.nodes.map(({ value }: { value: { name: string } }) => value.name);
  expect(names).toContain('a "quoted" <b>&amp;]]> name');
  expect(names).toContain("line\nbreak, \u001b[2J, \0 and \ufffe");
  const document = new DOMParser().parseFromString([...renderGraphml(graph)].join(""), "text/xml");
  const texts = [...document.getElementsByTagName("data")].map(({ textContent }) => textContent);
  expect(texts).toContain('User a "quoted" <b>&amp;]]> name');
  expect(texts).toContain(String.raw`User line\nbreak, \u{1b}[2J, \u{0} and \u{fffe}`);
});

it("what only Kubernetes creates, and nothing of the inputs leads to, is left out", async () => {
  const graph = await exported(await load(textSources({ "empty.yaml": "" })), "both");
  expect(graph.nodes).toEqual([]);
  expect([...graph.edges()]).toEqual([]);
});
