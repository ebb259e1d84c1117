import { chmodSync, readFileSync, rmSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import {
  builtBundle,
  folderWith,
  gitRepository,
  gitSurroundings,
  runAuthgraph,
  type TestRepository,
} from "@authgraph/testkit";
import { afterAll, describe, expect, test } from "vitest";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function repository(files: Readonly<Record<string, string>> = {}): TestRepository {
  const one = gitRepository(files);
  folders.push(one.folder);
  return one;
}

const env = Object.fromEntries(Object.entries(gitSurroundings()).map(([name, value]) => [name, value ?? ""]));

/** The risks of a run: their rules and subjects, and how they stand to what was there before. */
async function scanned(cwd: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await runAuthgraph(["scan", "--format", "json", ...args], { cwd, env });
  if (code === 2) throw new Error(stderr);
  const run: { findings: readonly { ruleId: string; place: { path: string } }[] } = JSON.parse(stdout);
  return run.findings.map(({ ruleId, place }) => `${ruleId} ${place.path}`);
}

async function failed(cwd: string, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runAuthgraph(["scan", ...args], { cwd, env });
  expect([code, stdout]).toEqual([2, ""]);
  return stderr.trim();
}

function binding(name: string, role: string, account = name): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: ${name}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${role}}
subjects: [{kind: ServiceAccount, name: ${account}, namespace: web}]
`;
}

function role(name: string, resource: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: ${name}}
rules: [{apiGroups: [""], resources: [${resource}], verbs: [get, list]}]
`;
}

const admin = "rbac-cluster-admin-binding";
const secrets = "rbac-secrets-read";

describe("scan --staged", () => {
  const start = {
    "old.yaml": binding("old", "cluster-admin"),
    "role.yaml": role("reader", "pods"),
    "bound.yaml": binding("bound", "reader"),
  };

  test("tells what a commit makes new", async () => {
    const one = repository(start);
    one.write({ "new.yaml": binding("new", "cluster-admin") });
    expect(await scanned(one.folder, "--staged")).toEqual([]);
    one.git("add", "new.yaml");
    expect(await scanned(one.folder, "--staged")).toEqual([`${admin} new.yaml`]);
  });

  test("tells it of all files when one of them changes what another one means", async () => {
    const one = repository(start);
    one.write({ "role.yaml": role("reader", "secrets") });
    one.git("add", "--all");
    expect(await scanned(one.folder, "--staged")).toEqual([`${secrets} bound.yaml`]);
  });

  test("tells what is wrong with a file only to whoever brings it along", async () => {
    const one = repository({ "broken.yaml": binding("broken", "''") });
    one.write({ "role.yaml": role("reader", "pods"), "worse.yaml": binding("worse", "''") });
    one.git("add", "role.yaml");
    const errors = async (...args: readonly string[]): Promise<readonly string[]> => {
      const { stderr } = await runAuthgraph(["scan", "--staged", ...args], { cwd: one.folder, env });
      return stderr.match(/^error\[object-refused\]: ClusterRoleBinding\S* "\w+"/gm) ?? [];
    };
    expect(await errors()).toEqual([]);
    expect(await errors("--verbose")).toEqual([expect.stringContaining('"broken"')]);
    one.git("add", "worse.yaml");
    expect(await errors()).toEqual([expect.stringContaining('"worse"')]);
  });

  test("looks at what is staged, not at what is on the disk", async () => {
    const one = repository(start);
    one.write({ "role.yaml": role("reader", "secrets") });
    expect(await scanned(one.folder, "--staged")).toEqual([]);
    one.git("add", "--all");
    one.write({ "role.yaml": role("reader", "pods") });
    expect(await scanned(one.folder, "--staged")).toEqual([`${secrets} bound.yaml`]);
    unlinkSync(join(one.folder, "role.yaml"));
    expect(await scanned(one.folder, "--staged")).toEqual([`${secrets} bound.yaml`]);
  });

  test("is silent about what moved, and only moved", async () => {
    const one = repository(start);
    one.git("mv", "old.yaml", "moved.yaml");
    expect(await scanned(one.folder, "--staged")).toEqual([]);
    one.write({ "moved.yaml": binding("old", "cluster-admin").replace("}]", "}, {kind: User, name: jane}]") });
    one.git("add", "--all");
    expect(await scanned(one.folder, "--staged")).toEqual([`${admin} moved.yaml`]);
  });

  test("tells what a deletion brings about", async () => {
    // Kubernetes itself ships `edit`; the repository narrows it.
    const one = repository({ "edit.yaml": role("edit", "pods"), "bound.yaml": binding("bound", "edit") });
    one.git("rm", "--quiet", "edit.yaml");
    expect(await scanned(one.folder, "--staged")).not.toEqual([]);
  });

  test("before the first commit all is new", async () => {
    const one = repository();
    expect(await scanned(one.folder, "--staged")).toEqual([]);
    one.write(start);
    one.git("add", "--all");
    expect(await scanned(one.folder, "--staged")).toEqual([`${admin} old.yaml`]);
  });

  test("HEAD may stand on no branch", async () => {
    const one = repository(start);
    one.git("checkout", "--quiet", "--detach");
    one.write({ "new.yaml": binding("new", "cluster-admin") });
    one.git("add", "--all");
    expect(await scanned(one.folder, "--staged")).toEqual([`${admin} new.yaml`]);
  });

  test("what git does not track is no part of a commit", async () => {
    const one = repository(start);
    one.write({ "untracked.yaml": role("reader", "secrets") });
    one.write({ "README.md": "read me" });
    one.git("add", "README.md");
    expect(await scanned(one.folder, "--staged")).toEqual([]);
  });

  test("line breaks of Windows change nothing", async () => {
    const one = repository(start);
    one.git("config", "core.autocrlf", "false");
    one.write({ "old.yaml": start["old.yaml"].replaceAll("\n", "\r\n") });
    one.git("add", "--all");
    expect(await scanned(one.folder, "--staged")).toEqual([]);
  });

  test("from a folder below, the whole repository counts; paths limit it", async () => {
    const one = repository({ ...start, "deep/empty.yaml": "" });
    one.write({ "deep/new.yaml": binding("new", "cluster-admin"), "other.yaml": binding("other", "cluster-admin") });
    one.git("add", "--all");
    const deep = join(one.folder, "deep");
    expect(await scanned(deep, "--staged")).toEqual([`${admin} ../deep/new.yaml`, `${admin} ../other.yaml`]);
    expect(await scanned(deep, "--staged", ".")).toEqual([`${admin} new.yaml`]);
    expect(await scanned(one.folder, "--staged", "deep")).toEqual([`${admin} deep/new.yaml`]);
    expect(await scanned(one.folder, "--staged", "*.yaml")).toEqual([`${admin} other.yaml`]);
  });

  test("a path that the commit deletes can still be named", async () => {
    const one = repository(start);
    one.git("rm", "--quiet", "old.yaml");
    expect(await scanned(one.folder, "--staged", "old.yaml")).toEqual([]);
    expect(await failed(one.folder, "--staged", "none.yaml")).toBe(
      "authgraph: cannot read none.yaml: there is no such file or folder in the index or in HEAD",
    );
  });

  describe("as git runs it", () => {
    /** The hook of a repository, which git tells where things are; it lies beside it. */
    async function hooked(one: TestRepository): Promise<(cwd: string, ...args: readonly string[]) => string> {
      const hooks = folderWith({
        "pre-commit": `#!/bin/sh\nexec '${process.execPath}' '${await program}' scan --staged\n`,
      });
      folders.push(hooks);
      chmodSync(join(hooks, "pre-commit"), 0o755);
      return (cwd, ...args) => {
        try {
          one.git("-C", cwd, "-c", `core.hooksPath=${hooks}`, "commit", "--quiet", "--message", "A change", ...args);
          return "committed";
        } catch (error) {
          return error instanceof Error ? error.message : "";
        }
      };
    }
    const program = builtBundle().then((folder) => join(folder, "authgraph.mjs"));

    test("for some files, for all that changed, and for what is staged", async () => {
      const one = repository(start);
      const commit = await hooked(one);
      one.write({ "role.yaml": role("reader", "secrets"), "old.yaml": `${start["old.yaml"]}# more\n` });
      expect(commit(one.folder, "old.yaml")).toBe("committed");
      expect(commit(one.folder, "--allow-empty")).toBe("committed");
      expect(commit(one.folder, "role.yaml")).toContain("ServiceAccount web/bound can read every Secret");
      expect(commit(one.folder, "--all")).toContain("ServiceAccount web/bound can read every Secret");
      one.git("add", "role.yaml");
      expect(commit(one.folder)).toContain("ServiceAccount web/bound can read every Secret");
    });

    test("in a linked working tree, and from a folder below", async () => {
      const one = repository({ ...start, "deep/empty.yaml": "" });
      const commit = await hooked(one);
      const linked = join(one.folder, "linked");
      one.git("worktree", "add", "--quiet", linked);
      one.write({ "linked/role.yaml": role("reader", "secrets") });
      one.git("-C", linked, "add", "role.yaml");
      one.write({ "role.yaml": role("reader", "configmaps") });
      expect(commit(join(one.folder, "deep"), "--all")).toBe("committed");
      expect(commit(join(linked, "deep"))).toContain("ServiceAccount web/bound can read every Secret");
    });

    test("where the repository lies apart from its files", async () => {
      const one = repository(start);
      const commit = await hooked(one);
      const files = folderWith({ ...start, "role.yaml": role("reader", "secrets") });
      folders.push(files);
      one.git(`--git-dir=${join(one.folder, ".git")}`, `--work-tree=${files}`, "add", "--all");
      one.git("config", "core.worktree", files);
      expect(commit(one.folder)).toContain("ServiceAccount web/bound can read every Secret");
    });
  });

  test("git is started for what differs, for contents that nobody knows yet, and for lines that are shown", async () => {
    const others = Array.from(
      { length: 40 },
      (_, at) => [`others/${at}.yaml`, binding(`other-${at}`, "reader")] as const,
    );
    const one = repository({ ...start, ...Object.fromEntries(others) });
    const shim = folderWith({ git: '#!/bin/sh\necho "$*" >> "$0.calls"\nPATH="$TRUE_PATH" exec git "$@"\n' });
    folders.push(shim);
    chmodSync(join(shim, "git"), 0o755);
    const path = process.env.PATH ?? "";
    const surroundings = {
      ...env,
      PATH: `${shim}:${path}`,
      TRUE_PATH: path,
      AUTHGRAPH_CACHE_DIR: join(shim, "cache"),
      CI: "",
    };
    const calls = async () => {
      rmSync(join(shim, "git.calls"), { force: true });
      const { code, stdout } = await runAuthgraph(["scan", "--staged"], { cwd: one.folder, env: surroundings });
      expect([code, stdout]).toEqual([1, expect.stringContaining("Gained access:")]);
      const lines = readFileSync(join(shim, "git.calls"), "utf8").trim().split("\n");
      return lines.map((line) => /(?:diff-index|cat-file|ls-files|rev-parse)/.exec(line)?.[0]);
    };

    const add = (files: Readonly<Record<string, string>>) => {
      one.write(files);
      one.git("add", "--all");
    };
    add({ "new.yaml": binding("new", "cluster-admin") });
    expect(await calls()).toEqual(["diff-index", "cat-file"]);
    // What is known is read again for lines that are shown, first one by one, then all at once.
    add({ "new.yaml": binding("new", "cluster-admin", "newer"), "authgraph.yaml": "complete: false\n" });
    expect((await calls()).length).toBeLessThanOrEqual(3);
    add({ "role.yaml": role("reader", "secrets") });
    expect((await calls()).length).toBeLessThanOrEqual(5);
  });

  test("names of files may be odd", async () => {
    const names = [
      "a b.yaml",
      "-c.yaml",
      "new\nline.yaml",
      'quo"te.yaml',
      "back\\slash.yaml",
      "ümläut.yaml",
      ":(top).yaml",
    ];
    const one = repository(start);
    one.write(Object.fromEntries(names.map((name, at) => [name, binding(`odd-${at}`, "cluster-admin")])));
    one.git("add", "--all");
    expect([...(await scanned(one.folder, "--staged"))].sort()).toEqual(names.map((name) => `${admin} ${name}`).sort());
    for (const name of names) {
      expect(await scanned(one.folder, "--staged", "--", name)).toEqual([`${admin} ${name}`]);
    }
  });

  test("nothing of the repository is executed", async () => {
    const one = repository(start);
    const command = `touch ${join(one.folder, "executed")}`;
    one.write({ ".gitattributes": "*.yaml diff=bad filter=bad\n" });
    for (const [name, value] of [
      ["core.fsmonitor", command],
      ["diff.external", command],
      ["diff.bad.textconv", command],
      ["diff.bad.command", command],
      ["filter.bad.smudge", command],
      ["core.pager", command],
      ["alias.diff-index", `!${command}`],
    ] as const)
      one.git("config", name, value);
    one.git("add", "--all");
    one.git("config", "filter.bad.clean", command);
    rmSync(join(one.folder, "executed"), { force: true });
    one.git("-c", "core.fsmonitor=false", "-c", "filter.bad.clean=cat", "mv", "old.yaml", "moved.yaml");
    rmSync(join(one.folder, "executed"), { force: true });
    expect(await scanned(one.folder, "--staged")).toEqual([]);
    expect(await scanned(one.folder, "--changed-since", "HEAD")).toEqual([]);
    expect(() => readFileSync(join(one.folder, "executed"))).toThrow();
  });
});

describe("scan --changed-since", () => {
  const start = { "old.yaml": binding("old", "cluster-admin") };

  test("tells what the working tree makes new since the branches parted", async () => {
    const one = repository({ ...start, "gone.yaml": binding("gone", "cluster-admin") });
    one.git("checkout", "--quiet", "-b", "change");
    one.commit({ "new.yaml": binding("new", "cluster-admin") });
    one.git("checkout", "--quiet", "main");
    one.commit({ "gone.yaml": undefined });
    one.git("checkout", "--quiet", "change");
    expect(await scanned(one.folder, "--changed-since", "main")).toEqual([`${admin} new.yaml`]);
    one.write({ "unstaged.yaml": binding("unstaged", "cluster-admin") });
    expect(await scanned(one.folder, "--changed-since", "main", "unstaged.yaml")).toEqual([`${admin} unstaged.yaml`]);
  });

  test("a folder that is gone can still be named", async () => {
    const one = repository({ ...start, "deep/a.yaml": binding("a", "cluster-admin") });
    rmSync(join(one.folder, "deep"), { recursive: true });
    expect(await scanned(one.folder, "--changed-since", "HEAD", "deep", "old.yaml")).toEqual([]);
  });

  test.each([
    ["nonsense", 'authgraph: git knows no revision "nonsense" here'],
    ["--output=x", 'authgraph: git knows no revision "--output=x" here'],
  ])("%s is no revision", async (revision, message) => {
    expect(await failed(repository(start).folder, `--changed-since=${revision}`)).toBe(message);
  });

  test("needs a commit to compare with", async () => {
    expect(await failed(repository().folder, "--changed-since", "HEAD")).toBe(
      'authgraph: git knows no revision "HEAD" here',
    );
  });

  test("needs the history in a shallow clone", async () => {
    const one = repository(start);
    one.commit({ "new.yaml": binding("new", "cluster-admin") });
    const folder = folderWith({});
    folders.push(folder);
    one.git("clone", "--quiet", "--depth", "1", `file://${one.folder}`, folder);
    expect(await failed(folder, "--changed-since", "HEAD~1")).toBe(
      'authgraph: git knows no revision "HEAD~1" here: this clone is shallow; check out its history too (actions/checkout: `fetch-depth: 0`)',
    );
  });
});

describe("scan --focus", () => {
  const files = {
    "old.yaml": binding("old", "cluster-admin"),
    "role.yaml": role("reader", "secrets"),
    "deep/bound.yaml": binding("bound", "reader"),
  };

  test.each([
    ["the file of a finding", ["old.yaml"], [`${admin} old.yaml`]],
    ["a file on the way to it", ["role.yaml"], [`${secrets} deep/bound.yaml`]],
    ["several", ["deep/bound.yaml", "old.yaml"], [`${admin} old.yaml`, `${secrets} deep/bound.yaml`]],
    ["a folder", ["deep"], [`${secrets} deep/bound.yaml`]],
    ["a file that has nothing to do with any", ["README.md"], []],
  ])("on %s", async (_what, paths, expected) => {
    const one = repository({ ...files, "README.md": "read me" });
    expect(await scanned(one.folder, "--focus", ...paths)).toEqual(expected);
  });

  test("takes the whole repository from a folder below too", async () => {
    const one = repository(files);
    expect(await scanned(join(one.folder, "deep"), "--focus", "bound.yaml")).toEqual([`${secrets} ../deep/bound.yaml`]);
  });

  test("outside of a repository takes the folder of the file", async () => {
    const folder = folderWith(files);
    folders.push(folder);
    expect(await scanned(folder, "--focus", "old.yaml")).toEqual([`${admin} old.yaml`]);
  });

  test("goes with a change", async () => {
    const one = repository(files);
    one.write({ "new.yaml": binding("new", "cluster-admin"), "other.yaml": binding("other", "cluster-admin") });
    one.git("add", "--all");
    expect(await scanned(one.folder, "--staged", "--focus", "new.yaml", "old.yaml")).toEqual([`${admin} new.yaml`]);
    expect(await scanned(one.folder, "--changed-since", "HEAD", "--focus", "other.yaml")).toEqual([
      `${admin} other.yaml`,
    ]);
  });

  test("needs files that are there", async () => {
    const one = repository(files);
    expect(await failed(one.folder, "--focus")).toContain("--focus needs the files that are of interest");
    expect(await failed(one.folder, "--focus", "none.yaml")).toBe(
      "authgraph: cannot read none.yaml: there is no such file or folder",
    );
  });
});

describe("what cannot be done is said", () => {
  test.each([[["--staged"]], [["--changed-since", "main"]]])("%s outside of a repository", async (args) => {
    const folder = folderWith({ "a.yaml": "" });
    folders.push(folder);
    expect(await failed(folder, ...args)).toBe("authgraph: this folder is not in a git repository");
  });

  test("two changes at once", async () => {
    expect(await failed(repository().folder, "--staged", "--changed-since", "main")).toContain(
      "--staged and --changed-since are two changes; give one of them",
    );
  });

  test("no git program", async () => {
    const one = repository({ "a.yaml": "" });
    const { code, stderr } = await runAuthgraph(["scan", "--staged"], { cwd: one.folder, env: { ...env, PATH: "" } });
    expect([code, stderr]).toEqual([2, "authgraph: there is no git program on the PATH\n"]);
  });

  test("somebody else's repository", async () => {
    const one = repository({ "a.yaml": "" });
    const foreign = { ...env, GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" };
    const { code, stderr } = await runAuthgraph(["scan", "--staged"], { cwd: one.folder, env: foreign });
    expect([code, stderr]).toEqual([
      2,
      `authgraph: git refuses to read ${one.folder}, for it belongs to somebody else; \`git config --global --add safe.directory ${one.folder}\` allows it\n`,
    ]);
  });

  test("a damaged repository", async () => {
    const one = repository({ "a.yaml": "" });
    one.write({ ".git/HEAD": "0123456789012345678901234567890123456789\n" });
    expect(await failed(one.folder, "--staged")).toMatch(/^authgraph: git says: /);
  });

  test("conflicts that are not resolved", async () => {
    const one = repository({ "a.yaml": role("a", "pods"), "b.yaml": role("b", "pods") });
    one.git("checkout", "--quiet", "-b", "other");
    one.commit({ "a.yaml": role("a", "secrets"), "b.yaml": role("b", "secrets") });
    one.git("checkout", "--quiet", "main");
    one.commit({ "a.yaml": role("a", "nodes"), "b.yaml": role("b", "nodes") });
    expect(() => one.git("merge", "other")).toThrow();
    expect(await failed(one.folder, "--staged")).toBe(
      "authgraph: the index has conflicts, so nobody knows yet what a commit would hold; resolve and stage a.yaml, b.yaml",
    );
  });

  test("a damaged index", async () => {
    const one = repository({ "a.yaml": "" });
    one.write({ ".git/index": "no index" });
    expect(await failed(one.folder, "--staged")).toMatch(/^authgraph: git says: .*index file/);
  });

  test("contents that this clone lacks", async () => {
    const one = repository({ "a.yaml": role("a", "pods") });
    one.write({ "a.yaml": role("a", "secrets") });
    one.git("add", "--all");
    const id = one.git("rev-parse", ":a.yaml").trim();
    unlinkSync(join(one.folder, ".git/objects", id.slice(0, 2), id.slice(2)));
    const { code, stderr } = await runAuthgraph(["scan", "--staged"], { cwd: one.folder, env });
    expect([code, stderr]).toEqual([2, expect.stringContaining(`lacks contents, such as blob ${id.slice(0, 12)}`)]);
  });
});
