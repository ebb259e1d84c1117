import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkoutPath, folderWith, runAuthgraph } from "@authgraph/testkit";
import { describe, expect, it } from "vitest";

const cluster = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: root}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects:
- {apiGroup: rbac.authorization.k8s.io, kind: User, name: jane}
`;
const cwd = folderWith({ "cluster.yaml": cluster, "other/empty.yaml": "" });
const graph = (...args: readonly string[]): ReturnType<typeof runAuthgraph> =>
  runAuthgraph(["graph", ...args], { cwd });

describe("each format", () => {
  it.each([
    ["json", '{"v":"User jane","w":"ClusterRole cluster-admin","name":"ClusterRoleBinding root"'],
    ["dot", '"User jane" -> "cluster-admin" [label="holds-everything"'],
    ["graphml", '<data key="node-label">User jane</data>'],
  ])("%s", async (format, told) => {
    const { code, stdout, stderr } = await graph("-f", format);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(told);
  });
});

describe("what is exported", () => {
  it.each([
    ["access", true, false],
    ["escalation", false, true],
    ["both", true, true],
  ])("%s", async (what, bindings, steps) => {
    const { stdout } = await graph("--what", what, "-f", "dot");
    expect([stdout.includes('kind="binding"'), stdout.includes('kind="step"')]).toEqual([bindings, steps]);
  });
});

it("of the paths that are named, into the file that is named", async () => {
  expect(await graph("other")).toMatchObject({ code: 0, stderr: "authgraph: other: no object among these inputs\n" });
  expect(await graph("cluster.yaml", "-o", "graph.json")).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(JSON.parse(readFileSync(join(cwd, "graph.json"), "utf8"))).toMatchObject({ options: { multigraph: true } });
});

describe("what cannot be exported ends with 2 and says why", () => {
  it.each([
    [["none.yaml"], "cannot read none.yaml"],
    [["-f", "svg"], "Allowed choices are json, dot, graphml"],
    [["-o", "none/graph.json"], "cannot write none/graph.json"],
  ])("%j", async (args, told) => {
    const { code, stdout, stderr } = await graph(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(told);
  });
});

it("graphlib is loaded for its format alone", async () => {
  const run = (format: string): ReturnType<typeof runAuthgraph> =>
    runAuthgraph(["graph", "-f", format], {
      cwd: checkoutPath("fixtures/clusters/demo"),
      env: { NODE_DEBUG: "esm" },
    });
  expect((await run("json")).stderr).toContain("graphlib.mjs");
  expect((await run("dot")).stderr).not.toContain("graphlib.mjs");
});
