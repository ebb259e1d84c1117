import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith, gitRepository, runAuthgraph, type TestRepository } from "@authgraph/testkit";
import { afterAll, describe, expect, test } from "vitest";

const role = (verbs: string): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: reader}
rules: [{apiGroups: [""], resources: [secrets], verbs: [${verbs}]}]
`;
const bound = (...accounts: readonly string[]): string => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: readers}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}
subjects:
${accounts.map((name) => `- {kind: ServiceAccount, name: ${name}, namespace: web}\n`).join("")}`;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A repository with these files; `.git` marks its root. */
function project(files: Readonly<Record<string, string>> = {}): string {
  const folder = folderWith({ ".git/HEAD": "", "role.yaml": role("get"), "bound.yaml": bound("ci"), ...files });
  folders.push(folder);
  return folder;
}

const name = "authgraph-baseline.json";
const read = (cwd: string, file = name): string => readFileSync(join(cwd, file), "utf8");
const change = (cwd: string, file: string, text: string): void => writeFileSync(join(cwd, file), text);

describe.concurrent("a baseline", () => {
  test("is written at the root of the repository, and scans tell only what is new or worse", async () => {
    const cwd = project();
    const written = await runAuthgraph(["baseline"], { cwd });
    expect([written.code, written.stdout, written.stderr]).toEqual([
      0,
      `${name}: 1 risk is known now; commit the file, and scans tell only what is new or worse\n`,
      "",
    ]);

    const same = await runAuthgraph(["scan"], { cwd });
    expect([same.code, same.stdout]).toEqual([
      0,
      expect.stringContaining("\nbaseline: 1 old risk left out, 0 worse, 0 gone\n"),
    ]);

    change(cwd, "role.yaml", role("get, list"));
    const worse = await runAuthgraph(["scan"], { cwd });
    expect(worse.code).toBe(1);
    expect(worse.stdout).toMatch(/^high\[rbac-secrets-read\]: ServiceAccount web\/ci can .* \(worse\)\n/);
    expect(worse.stdout).toContain("\n  = note: worse than before: also list secrets in every namespace\n");
    expect(worse.stdout).toContain("\nbaseline: 0 old risks left out, 1 worse, 0 gone\n");

    change(cwd, "bound.yaml", bound("cd"));
    const others = await runAuthgraph(["scan"], { cwd });
    expect(others.code).toBe(1);
    expect(others.stdout).toContain(
      "\nbaseline: 0 old risks left out, 0 worse, 1 gone (authgraph baseline --prune takes them out)\n",
    );
  });

  test("written again says what it adds and removes, and is the same for the same", async () => {
    const cwd = project({ "bound.yaml": bound("ci", "cd") });
    await runAuthgraph(["baseline"], { cwd });
    const first = read(cwd);
    const again = await runAuthgraph(["baseline"], { cwd });
    expect([again.stdout, read(cwd)]).toEqual([`${name}: 2 risks are known now: 0 added, 0 removed\n`, first]);

    change(cwd, "bound.yaml", bound("cd", "fresh"));
    const pruned = await runAuthgraph(["baseline", "--prune"], { cwd });
    expect(pruned.stdout).toBe(`${name}: 1 risk is known now: 0 added, 1 removed\n`);
    const accepted = await runAuthgraph(["baseline"], { cwd });
    expect(accepted.stdout).toBe(`${name}: 2 risks are known now: 1 added, 0 removed\n`);
    expect((await runAuthgraph(["scan"], { cwd })).code).toBe(0);
  });

  test("lies where the configuration says, beside it, or where it is asked for", async () => {
    const beside = project({
      "deploy/authgraph.yaml": "complete: true\n",
      "deploy/a.yaml": `${role("get")}---\n${bound("ci")}`,
    });
    const configured = project({ "authgraph.yaml": "baseline: security/known.json\n", "security/README": "" });
    const asked = project();
    const outputs = await Promise.all([
      runAuthgraph(["baseline", "deploy"], { cwd: beside }),
      runAuthgraph(["baseline"], { cwd: configured }),
      runAuthgraph(["baseline", "-o", "mine.json"], { cwd: asked }),
    ]);
    expect(outputs.map(({ stdout }) => stdout.split(":")[0])).toEqual([
      `deploy/${name}`,
      "security/known.json",
      "mine.json",
    ]);
    const scans = await Promise.all([
      runAuthgraph(["scan", "deploy"], { cwd: beside }),
      runAuthgraph(["scan"], { cwd: configured }),
      runAuthgraph(["scan", "--baseline", "mine.json"], { cwd: asked }),
      runAuthgraph(["scan"], { cwd: asked }),
      runAuthgraph(["scan", "--no-baseline"], { cwd: configured }),
    ]);
    expect(scans.map(({ code }) => code)).toEqual([0, 0, 0, 1, 1]);
  });

  test("in JSON and SARIF", async () => {
    const cwd = project();
    await runAuthgraph(["baseline"], { cwd });
    change(cwd, "role.yaml", role("get, list"));
    change(cwd, "bound.yaml", bound("ci", "cd"));
    const { stdout } = await runAuthgraph(["scan", "-f", "json"], { cwd });
    const report = JSON.parse(stdout);
    expect(report.baseline).toEqual({ new: 1, worse: 1, old: 0, gone: [] });
    const [finding] = report.findings;
    expect([finding, ...finding.folded].map(({ state, identity }) => [identity.subject, state]).sort()).toEqual([
      ["ServiceAccount web/cd", "new"],
      ["ServiceAccount web/ci", "worse"],
    ]);
    const sarif = JSON.parse((await runAuthgraph(["scan", "-f", "sarif"], { cwd })).stdout);
    const states = sarif.runs[0].results.map(({ baselineState }: { baselineState: string }) => baselineState);
    expect(states).toEqual([finding.state === "worse" ? "updated" : "new"]);
    const none = JSON.parse((await runAuthgraph(["scan", "-f", "sarif", "--no-baseline"], { cwd })).stdout);
    expect(none.runs[0].results[0]).not.toHaveProperty("baselineState");
  });
});

describe.concurrent("what cannot be done ends with 2 and leaves everything as it is", () => {
  test.each([
    [
      "a newer format",
      '{"version": 2, "tool": "9", "entries": []}',
      /version 2 is newer than this tool reads \(1\): update authgraph/,
    ],
    ["no JSON", "entries\n", /it is no JSON object/],
    ["a merge conflict", "<<<<<<< HEAD\n{}\n", /a merge conflict is not resolved here/],
    ["a wrong type", '{"version": 1, "tool": "0", "entries": {}}', /entries must be a list/],
  ])("%s", async (_what, text, message) => {
    const cwd = project({ [name]: text });
    for (const args of [["scan"], ["baseline"]]) {
      const { code, stdout, stderr } = await runAuthgraph(args, { cwd });
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(message);
      expect(stderr).toContain(`authgraph: ${name} is no baseline that can be used\n`);
    }
    expect(read(cwd)).toBe(text);
    expect((await runAuthgraph(["scan", "--no-baseline"], { cwd })).code).toBe(1);
  });

  test.each([
    ["one that is not there", ["scan", "--baseline", "gone.json"], /cannot read gone\.json: there is no such file/],
    ["nothing to prune", ["baseline", "--prune"], /there is no baseline to prune: authgraph-baseline\.json/],
    ["an input that is not there", ["baseline", "gone"], /cannot read gone: there is no such file/],
    ["a reason without a grant", ["baseline", "--reason", "x"], /--subject and --reason go with --expected/],
    ["a grant without a reason", ["baseline", "--expected", "0123456789ab"], /--expected needs --reason/],
    ["no grant", ["baseline", "--expected", "--reason", "x"], /needs the fingerprint of a finding, or --subject/],
    [
      "a finding that is not there",
      ["baseline", "--expected", "0123456789ab", "--reason", "x"],
      /there is no finding 0123456789ab/,
    ],
    [
      "a subject that is not there",
      ["baseline", "--expected", "--subject", "User jane", "--reason", "x"],
      /nothing is found about User jane/,
    ],
  ])("%s", async (_what, args, message) => {
    const { code, stdout, stderr } = await runAuthgraph(args, { cwd: project() });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });
});

describe.concurrent("an expected grant", () => {
  test("stands in the configuration, is silent, and speaks again when it widens", async () => {
    const cwd = project({ "authgraph.yaml": "# ours\ncomplete: true\n" });
    const subject = ["--subject", "ServiceAccount web/ci"];
    const { code, stdout } = await runAuthgraph(["baseline", "--expected", ...subject, "--reason", "it signs"], {
      cwd,
    });
    expect([code, stdout]).toEqual([0, "authgraph.yaml: one grant is expected now\n"]);
    expect(read(cwd, "authgraph.yaml")).toBe(`# ours
complete: true
expected:
  - subject: ServiceAccount web/ci
    binding: ClusterRoleBinding readers
    access:
      - get secrets in every namespace
    reason: it signs
`);
    expect((await runAuthgraph(["scan"], { cwd })).code).toBe(0);
    change(cwd, "role.yaml", role("get, list"));
    expect((await runAuthgraph(["scan"], { cwd })).code).toBe(1);
  });

  test("is written anew when what it gives has become more", async () => {
    const cwd = project();
    const accept = async (reason: string) =>
      (
        await runAuthgraph(["baseline", "--expected", "--subject", "ServiceAccount web/ci", "--reason", reason], {
          cwd,
        })
      ).stderr;
    expect(await accept("it signs")).toBe("");
    change(cwd, "role.yaml", role("get, list"));
    expect(await accept("it signs and rotates")).toBe("");
    expect(read(cwd, "authgraph.yaml")).toBe(`expected:
  - subject: ServiceAccount web/ci
    binding: ClusterRoleBinding readers
    access:
      - get, list secrets in every namespace
    reason: it signs and rotates
`);
    expect((await runAuthgraph(["scan", "--severity", "info"], { cwd })).stdout).toMatch(/^no findings$/m);
    expect(await accept("once more")).toContain("nothing is found about ServiceAccount web/ci that is not accepted");
  });

  test("of a finding, in a project without configuration", async () => {
    const cwd = project();
    const scan = JSON.parse((await runAuthgraph(["scan", "-f", "json"], { cwd })).stdout);
    const fingerprint: string = scan.findings[0].fingerprint.slice(0, 12);
    const { code } = await runAuthgraph(["baseline", "--expected", fingerprint, "--reason", "it signs"], { cwd });
    expect([code, (await runAuthgraph(["scan"], { cwd })).code]).toEqual([0, 0]);
    expect(read(cwd, "authgraph.yaml")).toMatch(/^expected:\n {2}- subject: ServiceAccount web\/ci\n/);
  });
});

test("a first run that finds much says what to do about it", async () => {
  const accounts = ["a", "b", "c", "d", "e", "f"];
  const many = Object.fromEntries(
    accounts.map((account) => [
      `${account}.yaml`,
      bound(account).replace("name: readers", `name: ${account}`).replace("name: reader}", "name: cluster-admin}"),
    ]),
  );
  const offer =
    "\na first run? `authgraph baseline` accepts what is there; later runs tell only what is new or worse\n";
  const cwd = project(many);
  expect((await runAuthgraph(["scan"], { cwd })).stdout).toContain(offer);
  expect((await runAuthgraph(["scan", "--fail-on", "none"], { cwd })).stdout).not.toContain(offer);
  expect((await runAuthgraph(["scan"], { cwd: project() })).stdout).not.toContain(offer);
});

describe.concurrent("a change that brings its own baseline along", () => {
  async function changed(): Promise<TestRepository> {
    const one = gitRepository({ "role.yaml": role("get"), "bound.yaml": bound("ci") });
    folders.push(one.folder);
    change(one.folder, "role.yaml", role("get, list"));
    await runAuthgraph(["baseline"], { cwd: one.folder });
    one.git("add", "--all");
    return one;
  }
  const entry =
    "  baseline entry: ServiceAccount web/ci can read every Secret in the cluster (authgraph-baseline.json:6)\n";

  test("counts where it is one's own, and is told", async () => {
    const { folder: cwd } = await changed();
    const { code, stdout } = await runAuthgraph(["scan", "--staged"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain(`this change adds 1 excuse, applied:\n${entry}`);
  });

  test("counts for nothing where it is somebody else's", async () => {
    const { folder: cwd } = await changed();
    const { code, stdout } = await runAuthgraph(["scan", "--changed-since", "HEAD"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain(`this change adds 1 excuse, not applied, since no change excuses itself:\n${entry}`);
    expect(stdout).toMatch(/^high\[rbac-secrets-read\]: .* \(worse\)$/m);
  });

  test("alone, without anything else", async () => {
    const { folder: cwd, git } = await changed();
    git("checkout", "--quiet", "HEAD", "--", "role.yaml");
    const { code, stdout } = await runAuthgraph(["scan", "--staged"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain(`this change adds 1 excuse, applied:\n${entry}`);
  });
});
