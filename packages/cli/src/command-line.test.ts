import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { folderWith, runAuthgraph, runInShell } from "@authgraph/testkit";
import { afterAll, describe, expect, test } from "vitest";
import { toolVersion } from "./version.ts";

/** Everybody may do everything: one critical finding. */
const risky = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: everybody}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
subjects: [{kind: Group, name: "system:unauthenticated", apiGroup: rbac.authorization.k8s.io}]
`;
const harmless = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: nobody, namespace: shop}\n";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = folderWith(files);
  folders.push(folder);
  return folder;
}

interface Report {
  readonly findings: readonly { readonly ruleId: string; readonly place: { readonly path?: string } }[];
  readonly coverage: { readonly filesRead: number; readonly filesSkipped: readonly { path: string; reason: string }[] };
}

/** The paths of the files that were read, and why others were not, for inputs of one document a file. */
async function coverage(cwd: string, ...paths: readonly string[]): Promise<Readonly<Record<string, string | number>>> {
  const { stdout, stderr } = await runAuthgraph(["scan", ...paths, "-f", "json"], { cwd });
  expect(stderr).toBe("");
  const report: Report = JSON.parse(stdout);
  const skipped = report.coverage.filesSkipped.map(({ path, reason }) => [path, reason] as const);
  return { read: report.coverage.filesRead, ...Object.fromEntries(skipped) };
}

describe.concurrent("usage", () => {
  test.each([
    ["an unknown command", ["scam"], ["unknown command 'scam'", "Did you mean scan?", "--help"]],
    ["an unknown option", ["scan", "--qiet"], ["unknown option '--qiet'", "Did you mean --quiet?"]],
    ["an unknown level", ["scan", "--severity", "hgh"], ["'hgh' is invalid", "critical, high, medium, low, info"]],
    ["a missing value", ["scan", "-o"], ["argument missing"]],
    ["an unknown rule", ["explain", "rbac-grant-anonymus"], ["no rule", "did you mean rbac-grant-anonymous?"]],
    ["no version", ["scan", ".", "--kubernetes-version", "latest"], ['"latest" is no Kubernetes version', "1.37"]],
    ["no time", ["scan", ".", "--at", "yesterday"], ["'yesterday' is invalid", "2026-01-31"]],
    ["no namespace", ["scan", ".", "--applied-namespace", "A_b"], ["'A_b' is invalid"]],
    ["no such path", ["scan", "nowhere.yaml"], ["cannot read nowhere.yaml: there is no such file or folder"]],
    ["a pattern without a match", ["scan", "*.none"], ["cannot read *.none", "matches no file"]],
    ["an empty path", ["scan", ""], ["cannot read '': an empty path names nothing"]],
    ["a file taken for a folder", ["scan", "ok.yaml/x"], ["a part of the path is no folder"]],
    ["no such rootfs", ["scan", ".", "--rootfs", "gone"], ["--rootfs gone: there is no such file or folder"]],
    [
      "no folder to write to",
      ["scan", ".", "-o", "gone/x.sarif"],
      ["cannot write gone/x.sarif: there is no folder gone"],
    ],
    ["a folder to write to", ["scan", ".", "-o", "."], ["cannot write .: it is a folder"]],
    ["two formats in one place", ["scan", ".", "-f", "json", "-f", "sarif"], ["two formats", "standard output"]],
    ["two formats in one file", ["scan", ".", "-o", "a.json", "-o", "./a.json"], ["two formats", "./a.json"]],
    [
      "characters that a terminal or a build would obey",
      ["scan", "\u001b[2J\n::error::x\u202e.yaml"],
      ["cannot read \\u{1b}[2J\\n::error::x\\u{202e}.yaml"],
    ],
    ["such in a command", ["\u001b[2J\n::error::x"], ["unknown command '\\u{1b}[2J\\u{a}::error::x'"]],
  ])("%s ends with 2 and says why", async (_what, args, parts) => {
    const cwd = project({ "ok.yaml": harmless });
    const { code, stdout, stderr } = await runAuthgraph(args, { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^authgraph: /);
    for (const part of parts) expect(stderr).toContain(part);
    expect(stderr).not.toContain("    at ");
    expect(readdirSync(cwd)).toEqual(["ok.yaml"]);
  });

  test("what is asked for goes to standard output, with 0", async () => {
    const asked = await Promise.all(
      [
        ["--version"],
        ["--help"],
        ["scan", "--help"],
        ["rules"],
        ["rules", "--json"],
        ["explain", "rbac-grant-anonymous"],
      ].map((args) => runAuthgraph(args)),
    );
    expect(asked.map(({ code, stderr }) => [code, stderr])).toEqual(asked.map(() => [0, ""]));
    const [version, help, scanHelp, rules, rulesJson, explained] = asked.map(({ stdout }) => stdout);
    expect(version).toBe(`${toolVersion}\n`);
    expect(help).toContain("Exit codes:");
    expect(scanHelp).toContain("--fail-on <level>");
    const ids: readonly { id: string }[] = JSON.parse(rulesJson ?? "");
    expect(
      rules
        ?.trimEnd()
        .split("\n")
        .map((line) => line.split(" ")[0]),
    ).toEqual(ids.map(({ id }) => id));
    expect(explained).toContain("rbac-grant-anonymous");
  });

  test("the help of a scan has its options by what they are about", async () => {
    const { stdout } = await runAuthgraph(["scan", "--help"]);
    const groups = stdout.split(/^(?=\S.*:$)/m).map((group) => group.split("\n"));
    const of = (title: string): readonly string[] =>
      (groups.find(([first]) => first === `${title}:`) ?? []).flatMap(
        (line) => /^ {2}.*?--([\w-]+)/.exec(line)?.[1] ?? [],
      );
    expect(of("What is written").slice(0, 3)).toEqual(["format", "output", "quiet"]);
    expect(of("What is found")).toContain("severity");
    expect(of("What is known, and what changed")).toContain("staged");
    expect(of("The cluster that is described")).toContain("kubernetes-version");
    expect(of("Configuration, cache")).toContain("config");
    // Whatever is added belongs to one of them.
    expect(of("Options")).toEqual(["help"]);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test("nothing asked for is a usage error that shows the help", async () => {
    const { code, stdout, stderr } = await runAuthgraph([]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Usage: authgraph");
  });
});

describe.concurrent("exit codes", () => {
  test.each([
    ["findings", ["risky.yaml"], 1],
    ["nothing wrong", ["ok.yaml"], 0],
    ["--fail-on none", ["risky.yaml", "--fail-on", "none"], 0],
    ["--fail-on critical with a critical finding", ["risky.yaml", "--fail-on", "critical"], 1],
    ["what is not shown still fails", ["risky.yaml", "--severity", "critical", "--fail-on", "low"], 1],
    ["a file that cannot be parsed", ["broken.yaml"], 0],
    ["the same with --strict", ["broken.yaml", "--strict"], 2],
    ["2 wins over 1", ["risky.yaml", "broken.yaml", "--strict"], 2],
  ])("%s", async (_what, args, code) => {
    const cwd = project({ "risky.yaml": risky, "ok.yaml": harmless, "broken.yaml": "kind: [\n" });
    expect((await runAuthgraph(["scan", ...args], { cwd })).code).toBe(code);
  });

  test("--quiet: the exit code alone, and the files that were asked for", async () => {
    const cwd = project({ "risky.yaml": risky, "broken.yaml": "kind: [\n" });
    const ended = await runAuthgraph(["scan", "-q", "-f", "pretty", "-f", "json", "-o", "out.json"], { cwd });
    expect(ended).toEqual({ code: 1, stdout: "", stderr: "" });
    expect(JSON.parse(readFileSync(join(cwd, "out.json"), "utf8"))).toHaveProperty("findings");
  });
});

describe.concurrent("outputs", () => {
  test("several formats, each in its place", async () => {
    const cwd = project({ "risky.yaml": risky });
    const args = ["scan", ".", "-f", "pretty", "-f", "sarif", "-o", "a.sarif", "-o", "b.json", "-f", "json", "-o", "c"];
    const { code, stdout, stderr } = await runAuthgraph(args, { cwd });
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toContain("critical[rbac-grant-anonymous]");
    const [sarif, json, same] = ["a.sarif", "b.json", "c"].map((name) => readFileSync(join(cwd, name), "utf8"));
    expect(JSON.parse(sarif ?? "")).toMatchObject({ version: "2.1.0", runs: [{ results: [{}] }] });
    expect(JSON.parse(json ?? "")).toMatchObject({ schemaVersion: 1 });
    expect(same).toBe(json);
    expect(readdirSync(cwd).sort()).toEqual(["a.sarif", "b.json", "c", "risky.yaml"]);
  });

  test("a line for each finding, and annotations with paths of the repository", async () => {
    const cwd = project({ "repo/deploy/risky.yaml": risky, "repo/.git/HEAD": "ref: refs/heads/main\n" });
    const [concise, github] = await Promise.all([
      runAuthgraph(["scan", "risky.yaml", "-f", "concise"], { cwd: join(cwd, "repo/deploy") }),
      runAuthgraph(["scan", "risky.yaml", "-f", "github"], { cwd: join(cwd, "repo/deploy") }),
    ]);
    expect([concise.code, concise.stderr, github.code, github.stderr]).toEqual([1, "", 1, ""]);
    expect(concise.stdout.split("\n")[0]).toMatch(
      /^risky\.yaml:5:32: critical\[rbac-grant-anonymous\] requests without credentials .* \(9\.7, likely\)$/,
    );
    expect(concise.stdout).toMatch(/\n1 finding: 1 critical\n$/);
    expect(github.stdout).toMatch(
      /^::error file=deploy\/risky\.yaml,line=5,endLine=5,col=32,.*,title=rbac-grant-anonymous \(critical 9\.7%2C likely\)::/,
    );
  });

  test("a device is written to, not replaced; of a symlink, its target is", async () => {
    const cwd = project({ "risky.yaml": risky, "old.json": "old" });
    symlinkSync("old.json", join(cwd, "link.json"));
    const ended = await runAuthgraph(["scan", "risky.yaml", "-f", "sarif", "-o", "/dev/null", "-o", "link.json"], {
      cwd,
    });
    expect(ended).toEqual({ code: 1, stdout: "", stderr: "" });
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
    expect(readFileSync(join(cwd, "old.json"), "utf8")).toContain("schemaVersion");
    expect(readdirSync(cwd).sort()).toEqual(["link.json", "old.json", "risky.yaml"]);
  });

  test("a reader that goes is no error, a full disk is one", async () => {
    const cwd = project({ "risky.yaml": risky, "broken.yaml": "kind: [\n" });
    const [head, both, help, full] = await Promise.all([
      runInShell("$AUTHGRAPH scan . -f json | head -c 1; echo $PIPESTATUS", { cwd }),
      runInShell("$AUTHGRAPH scan . 2>&1 | true; echo $PIPESTATUS", { cwd }),
      runInShell("$AUTHGRAPH --help | true; echo $PIPESTATUS", { cwd }),
      runInShell("$AUTHGRAPH scan risky.yaml > /dev/full; echo $?", { cwd }),
    ]);
    expect(head.stdout).toBe("{1\n");
    expect(head.stderr).not.toContain("EPIPE");
    expect([both.stdout, both.stderr]).toEqual(["1\n", ""]);
    expect([help.stdout, help.stderr]).toEqual(["0\n", ""]);
    expect([full.stdout, full.stderr]).toEqual([
      "2\n",
      "authgraph: cannot write to standard output: there is no space left\n",
    ]);
  });

  test("colour where it is wanted, in a file only with --color always", async () => {
    const cwd = project({ "risky.yaml": risky });
    const scan = ["scan", "risky.yaml", "-f", "pretty"];
    const [plain, forced, file, always] = await Promise.all([
      runAuthgraph(scan, { cwd }),
      runAuthgraph(scan, { cwd, env: { FORCE_COLOR: "1" } }),
      runAuthgraph([...scan, "-o", "a.txt"], { cwd, env: { FORCE_COLOR: "1" } }),
      runAuthgraph([...scan, "--color", "always"], { cwd, env: { NO_COLOR: "1" } }),
    ]);
    expect(plain.stdout).not.toContain("\u001b");
    expect(forced.stdout).toContain("\u001b[");
    expect(file.stdout).toBe("");
    expect(readFileSync(join(cwd, "a.txt"), "utf8")).toBe(plain.stdout);
    expect(always.stdout).toBe(forced.stdout);
  });

  test("the same bytes again, and SARIF also from another folder", async () => {
    const cwd = project({ "repo/deploy/risky.yaml": risky, "repo/.git/HEAD": "ref: refs/heads/main\n" });
    const at = ["--at", "2026-01-01"];
    const scan = (where: string, format: string, ...paths: readonly string[]): Promise<string> =>
      runAuthgraph(["scan", ...paths, "-f", format, ...at], { cwd: join(cwd, where) }).then(({ stdout }) => stdout);
    const [json, again, sarif, ...others] = await Promise.all([
      scan("repo", "json", "."),
      scan("repo", "json", "."),
      scan("repo", "sarif", "."),
      scan("repo/deploy", "sarif", "risky.yaml"),
      scan("repo", "sarif", join(cwd, "repo")),
      scan(".", "sarif", "repo"),
    ]);
    expect(again).toBe(json);
    expect(sarif).toContain('"deploy/risky.yaml"');
    for (const other of others) expect(other).toBe(sarif);
  });
});

describe.concurrent("inputs", () => {
  test("what git ignores is left out, unless it is named", async () => {
    const cwd = project({
      ".git/info/exclude": "excluded.yaml\n",
      ".gitignore": "*.gen.yaml\n!keep.gen.yaml\n/build/\nnotes/*\n!notes/kept.yaml\n",
      "a.gen.yaml": harmless,
      "keep.gen.yaml": harmless,
      "excluded.yaml": harmless,
      // Names are compared with their case, as git does on servers.
      "EXCLUDED.yaml": harmless,
      "build/x.yaml": harmless,
      "notes/kept.yaml": harmless,
      "notes/other.yaml": harmless,
      "sub/.gitignore": "!b.gen.yaml\nlocal.yaml\n",
      "sub/b.gen.yaml": harmless,
      "sub/local.yaml": harmless,
      "sub/build/y.yaml": harmless,
    });
    const ignored = "ignored by git";
    const other = { ".gitignore": "not a format we read", "sub/.gitignore": "not a format we read" };
    const [all, folder, file, below] = await Promise.all([
      coverage(cwd, "."),
      coverage(cwd, "build"),
      coverage(cwd, "a.gen.yaml"),
      coverage(join(cwd, "sub"), "."),
    ]);
    expect(all).toEqual({
      read: 5,
      ...other,
      "a.gen.yaml": ignored,
      "excluded.yaml": ignored,
      "build/": ignored,
      "notes/other.yaml": ignored,
      "sub/local.yaml": ignored,
    });
    expect(folder).toEqual({ read: 1 });
    expect(file).toEqual({ read: 1 });
    expect(below).toEqual({ read: 2, ".gitignore": "not a format we read", "local.yaml": ignored });
  });

  test("a change cannot hide its files: what git tracks is not ignored, by any version of its index", async () => {
    const cwd = project({
      ".gitignore": "*.yaml\nnode_modules/\n",
      "tracked.yaml": harmless,
      "untracked.yaml": harmless,
      "node_modules/package/deep/tracked.yaml": harmless,
      "node_modules/package/untracked.yaml": harmless,
      "node_modules/package/zz-tracked.yaml": harmless,
    });
    const git = "git -c init.defaultBranch=main";
    const tracked = "tracked.yaml node_modules/package/deep node_modules/package/zz-tracked.yaml";
    const prepared = await runInShell(`${git} init -q && ${git} add -f ${tracked}`, { cwd });
    expect(prepared).toMatchObject({ code: 0 });
    const expected = {
      read: 3,
      ".gitignore": "not a format we read",
      "untracked.yaml": "ignored by git",
      "node_modules/package/untracked.yaml": "ignored by git",
    };
    expect(await coverage(cwd, ".")).toEqual(expected);
    await runInShell(`${git} add -f --intent-to-add .gitignore && ${git} update-index --index-version 4`, { cwd });
    expect(await coverage(cwd, ".")).toEqual(expected);
  });

  test("a .gitignore that is no file, or made to be slow, hides and stops nothing", async () => {
    const cwd = project({
      ".gitignore/x": "",
      "sub/.gitignore": `${"*a".repeat(12)}*b\n`,
      [`sub/${"a".repeat(200)}.yaml`]: harmless,
    });
    mkdirSync(join(cwd, ".git"));
    expect(await coverage(cwd, "sub")).toEqual({ read: 1, "sub/.gitignore": "not a format we read" });
  });

  test("symlinks: a file is read once, a folder not entered, nothing outside opened", async () => {
    const cwd = project({
      "outside.yaml": risky,
      "repo/.git/HEAD": "",
      "repo/real.yaml": harmless,
      "repo/data.bin": harmless,
      "repo/folder/x.yaml": harmless,
      "repo/shared/s.yaml": harmless,
    });
    const link = (target: string, name: string): void => symlinkSync(target, join(cwd, "repo/folder", name));
    link("../real.yaml", "inside.yaml");
    link("../data.bin", "other-name.yaml");
    link("../../outside.yaml", "outside.yaml");
    link("../shared", "shared");
    link("..", "up.yaml");
    link("loop.yaml", "loop.yaml");
    link("gone.yaml", "broken.yaml");
    link("/dev/zero", "endless.yaml");
    const [all, one, loop, broken] = await Promise.all([
      coverage(join(cwd, "repo"), "."),
      coverage(join(cwd, "repo"), "folder"),
      runAuthgraph(["scan", "repo/folder/loop.yaml"], { cwd }),
      runAuthgraph(["scan", "repo/folder/broken.yaml"], { cwd }),
    ]);
    const skipped = {
      "folder/outside.yaml": "symlink out of the project",
      "folder/shared": "symlink to a folder",
      "folder/up.yaml": "symlink to a folder",
      "folder/loop.yaml": "broken symlink",
      "folder/broken.yaml": "broken symlink",
      "folder/endless.yaml": "not a regular file",
    };
    expect(all).toEqual({ read: 4, ...skipped, "folder/inside.yaml": "symlink to another input" });
    expect(one).toEqual({ read: 3, ...skipped });
    expect([loop.code, loop.stderr]).toEqual([
      2,
      "authgraph: cannot read repo/folder/loop.yaml: its symlinks lead in a circle\n",
    ]);
    expect([broken.code, broken.stderr]).toEqual([
      2,
      "authgraph: cannot read repo/folder/broken.yaml: it is a symlink to nothing\n",
    ]);
  });

  test("files by any name, patterns, folders; each once, however it is named", async () => {
    const cwd = project({ "a.yaml": harmless, "b.yml": harmless, "list.txt": harmless, "sub/c.yaml": harmless });
    symlinkSync("sub", join(cwd, "also-sub"));
    const [twice, pattern, other, mixed] = await Promise.all([
      coverage(cwd, "a.yaml", "./a.yaml", join(cwd, "a.yaml")),
      coverage(cwd, "**/*.yaml"),
      coverage(cwd, "list.txt"),
      coverage(cwd, "sub", "also-sub", "sub/c.yaml", "s*/*.yaml"),
    ]);
    expect([twice, pattern, other, mixed]).toEqual([{ read: 1 }, { read: 2 }, { read: 1 }, { read: 1 }]);
  });

  test("standard input, alone and beside files, once", async () => {
    const cwd = project({ "ok.yaml": harmless });
    const [alone, beside, folder, sarif] = await Promise.all([
      runAuthgraph(["scan", "-"], { cwd, stdin: risky }),
      runAuthgraph(["scan", "-", "ok.yaml", "-", "-f", "json"], { cwd, stdin: risky }),
      runInShell("$AUTHGRAPH scan - < .", { cwd }),
      runAuthgraph(["scan", "-", "-f", "sarif"], { cwd, stdin: risky }),
    ]);
    expect(alone.code).toBe(1);
    expect(alone.stdout).toContain("--> <stdin>:5:");
    expect(JSON.parse(beside.stdout)).toMatchObject({ findings: [{}], coverage: { filesRead: 2 } });
    expect([folder.code, folder.stderr]).toEqual([2, "authgraph: cannot read -: it is a folder\n"]);
    expect(sarif.stderr).toBe(
      "authgraph: the SARIF report leaves out 1 finding without a place in a file of the repository\n",
    );
  });

  test.skipIf(process.getuid?.() === 0)("[not as root, who may read everything] what may not be read", async () => {
    const cwd = project({ "closed/x.yaml": harmless, "ok.yaml": risky });
    await runInShell("chmod 000 closed", { cwd });
    const [named, among] = await Promise.all([runAuthgraph(["scan", "closed"], { cwd }), coverage(cwd, ".")]);
    await runInShell("chmod 755 closed", { cwd });
    expect([named.code, named.stderr]).toEqual([2, "authgraph: cannot read closed: permission denied\n"]);
    expect(among).toEqual({ read: 1, closed: "permission denied" });
  });

  test("a path of the described machine never leads out of --rootfs", async () => {
    const server = `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
  - name: kube-apiserver
    command: [kube-apiserver, --token-auth-file=/etc/kubernetes/tokens.csv]
`;
    const cwd = project({
      "outside.csv": "t0ken,outsider,1,system:masters\n",
      "root/etc/kubernetes/apiserver.yaml": server,
      "root/real/inside.csv": "t0ken,insider,1,system:masters\n",
      "link/etc/kubernetes/apiserver.yaml": server,
      "climb/apiserver.yaml": server.replace("/etc/kubernetes/tokens.csv", "/../../outside.csv"),
    });
    symlinkSync("/real/inside.csv", join(cwd, "root/etc/kubernetes/tokens.csv"));
    symlinkSync(join(cwd, "outside.csv"), join(cwd, "link/etc/kubernetes/tokens.csv"));
    const scan = async (root: string, ...more: readonly string[]): Promise<string> =>
      (await runAuthgraph(["scan", root, ...more, "-v", "-f", "json"], { cwd })).stdout;
    const [inside, climbing, linked] = await Promise.all([
      scan("root/etc", "--rootfs", "root"),
      scan("climb", "--rootfs", "climb"),
      scan("link"),
    ]);
    expect(inside).toContain("root/real/inside.csv");
    for (const report of [climbing, linked]) expect(JSON.parse(report)).toMatchObject({ coverage: { filesRead: 1 } });
  });
});
