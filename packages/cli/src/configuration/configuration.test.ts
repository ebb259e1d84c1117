import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { folderWith, runAuthgraph } from "@authgraph/testkit";
import { afterAll, describe, expect, test } from "vitest";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function project(files: Readonly<Record<string, string>>): string {
  const folder = folderWith({ ".git/HEAD": "ref: refs/heads/main\n", ...files });
  folders.push(folder);
  return folder;
}

/** Everybody may do everything: one critical finding. */
const risky = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: everybody}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: Group, name: "system:unauthenticated", apiGroup: rbac.authorization.k8s.io}]
`;
const account = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web}\n";
const excluding = (path: string): string => `exclude:\n  - {paths: ["${path}"], reason: never applied}\n`;

/** The files that were skipped, and the configuration that held. */
async function scanned(cwd: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { code, stdout } = await runAuthgraph(["scan", ...args, "--verbose", "--fail-on", "none"], { cwd });
  expect(code).toBe(0);
  return stdout.split("\n").flatMap((line) => /^(?:skipped 1 file: |configuration: )(.*)$/.exec(line)?.[1] ?? []);
}

describe.concurrent("the configuration", () => {
  const excluded = (path: string): string => `${path}  excluded by authgraph.yaml`;

  test("is the nearest one above the first input, within its repository", async () => {
    const cwd = project({
      "authgraph.yaml": excluding("**/a.yaml"),
      "deploy/a.yaml": account,
      "deploy/b.yaml": account,
      "own/authgraph.yaml": excluding("b.yaml"),
      "own/deep/a.yaml": account,
      "own/b.yaml": account,
    });
    const [above, nearer, file, two] = await Promise.all([
      scanned(cwd, "deploy"),
      scanned(cwd, "own"),
      scanned(cwd, "own/deep/a.yaml"),
      scanned(join(cwd, "own/deep"), "../../deploy", "."),
    ]);
    expect(above).toEqual([excluded("deploy/a.yaml"), "authgraph.yaml"]);
    expect(nearer).toEqual([excluded("own/b.yaml"), "own/authgraph.yaml"]);
    expect(file).toEqual(["own/authgraph.yaml"]);
    expect(two).toContain("../../authgraph.yaml");
  });

  test("is not looked for above the repository, and without one not above what was named", async () => {
    const cwd = project({
      "authgraph.yaml": excluding("**"),
      "inner/.git/HEAD": "ref: refs/heads/main\n",
      "inner/a.yaml": account,
    });
    expect(await scanned(cwd, "inner")).toEqual([]);
    rmSync(join(cwd, ".git"), { recursive: true });
    rmSync(join(cwd, "inner/.git"), { recursive: true });
    expect(await scanned(cwd, "inner")).toEqual([]);
    expect(await scanned(join(cwd, "inner"), "../inner/a.yaml")).toEqual([]);
  });

  test("is named, or none is taken", async () => {
    const cwd = project({
      "authgraph.yaml": excluding("deploy/a.yaml"),
      "ci/other.yaml": excluding("b.yaml"),
      "deploy/a.yaml": account,
      "ci/b.yaml": account,
    });
    const outside = folderWith({ "central.yaml": excluding("deploy") });
    folders.push(outside);
    const [named, none, far] = await Promise.all([
      scanned(cwd, ".", "--config", "ci/other.yaml"),
      scanned(cwd, ".", "--no-config"),
      scanned(join(cwd, "deploy"), "..", "--config", join(outside, "central.yaml")),
    ]);
    // From its own folder; one from elsewhere from the root of the repository.
    expect(named).toEqual([excluded("ci/b.yaml"), "ci/other.yaml"]);
    expect(none).toEqual([]);
    expect(far[0]).toBe(excluded("../deploy/a.yaml"));
  });

  test.each([
    ["cannot be read as one", "complte: true\n", [], ['no key "complte"; did you mean complete?', "one problem"]],
    ["is not there", undefined, ["--config", "none.yaml"], ["cannot read none.yaml: there is no such file"]],
    ["is a folder", undefined, ["--config", "deploy"], ["cannot read deploy: it is no file"]],
  ])("ends the command with 2 where it %s", async (_what, text, args, parts) => {
    const cwd = project({ "deploy/a.yaml": risky, ...(text === undefined ? {} : { "authgraph.yaml": text }) });
    for (const command of [
      ["scan", "."],
      ["who-can", "get", "pods"],
      ["graph", "."],
    ]) {
      const { code, stdout, stderr } = await runAuthgraph([...command, ...args], { cwd });
      expect([command[0], code, stdout]).toEqual([command[0], 2, ""]);
      for (const part of parts) expect(stderr).toContain(part);
    }
  });

  test("is not read through a symlink out of the repository", async () => {
    const cwd = project({ "outer.yaml": "secret: value\n", "repository/.git/HEAD": "", "repository/a.yaml": account });
    symlinkSync("../outer.yaml", join(cwd, "repository/authgraph.yaml"));
    const { code, stderr } = await runAuthgraph(["scan", "repository"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe("authgraph: cannot read repository/authgraph.yaml: it is a symlink out of the project\n");
  });

  test("turns rules of the extended pack on, and others off", async () => {
    const cwd = project({
      "a.yaml": risky,
      "authgraph.yaml": "rules:\n  rbac-in-default-namespace: on\n  rbac-grant-anonymous: off\n",
    });
    const { stdout } = await runAuthgraph(["scan", "-f", "json", "."], { cwd });
    const ids: readonly string[] = JSON.parse(stdout).rules.map(({ id }: { readonly id: string }) => id);
    expect([ids.includes("rbac-in-default-namespace"), ids.includes("rbac-grant-anonymous")]).toEqual([true, false]);
  });

  test("is asked about rules by those commands only that ask rules", async () => {
    const cwd = project({ "a.yaml": account, "authgraph.yaml": "rules:\n  house-rule: off\n" });
    const [scan, question] = await Promise.all([
      runAuthgraph(["scan", "."], { cwd }),
      runAuthgraph(["who-can", "get", "pods"], { cwd }),
    ]);
    expect([scan.code, question.code]).toEqual([2, 0]);
    expect(scan.stderr).toContain('there is no rule "house-rule"');
  });
});

describe.concurrent("several clusters", () => {
  const files = {
    "authgraph.yaml":
      "clusters:\n  - {name: prod, paths: [prod]}\n  - {name: stage, paths: [stage], namespace: apps}\n",
    "prod/a.yaml": risky,
    "stage/a.yaml": account,
  };

  test("a question chooses one, an option counts more than its settings", async () => {
    const cwd = project(files);
    const ask = (...args: readonly string[]) => runAuthgraph(["who-can", "delete", "nodes", ...args], { cwd });
    const [none, prod, stage, unknown] = await Promise.all([
      ask(),
      ask("--cluster", "prod"),
      ask("--cluster", "stage"),
      ask("--cluster", "prd"),
    ]);
    expect([none.code, none.stdout, none.stderr]).toEqual([
      2,
      "",
      "authgraph: the inputs describe several clusters (prod, stage): choose one with --cluster\n",
    ]);
    expect([prod.stdout.includes("everybody"), stage.stdout.includes("everybody")]).toEqual([true, false]);
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      'authgraph: there is no cluster "prd" among the inputs; did you mean prod?\n',
    ]);
  });

  test("findings say whose they are", async () => {
    const cwd = project(files);
    const [pretty, concise, json, sarif] = await Promise.all(
      ["pretty", "concise", "json", "sarif"].map((format) => runAuthgraph(["scan", ".", "-f", format], { cwd })),
    );
    expect(pretty?.stdout).toMatch(/= severity 9\.7, confidence likely, cluster prod, /);
    expect(concise?.stdout).toContain("(9.7, likely, prod)");
    expect(JSON.parse(json?.stdout ?? "").findings[0].cluster).toBe("prod");
    const [result] = JSON.parse(sarif?.stdout ?? "").runs[0].results;
    expect([result.properties.cluster, result.message.text.split("\n")[0]]).toEqual([
      "prod",
      expect.stringMatching(/ \(cluster prod\)\.$/),
    ]);
  });
});
