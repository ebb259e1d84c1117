import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gitRepository, type TestRepository } from "../git-repository.ts";
import { folderWith } from "../run-command.ts";
import { aggregate, binding, role } from "./access-manifests.ts";
import { guideSnippet } from "./guide-snippets.ts";
import { preCommitProgram } from "./pre-commit-program.ts";
import { type ProgramRun, runProgram } from "./program-run.ts";
import { projectClone } from "./project-clone.ts";

const preCommit = await preCommitProgram();
const missing = preCommit.outcome === "missing" ? preCommit.reason : undefined;
const program = preCommit.outcome === "installed" ? preCommit.program : "";

const timeout = 120_000;
const folders: string[] = [];
let clone = "";
let home = "";
/** The configuration of the guide, for this clone. */
let config = "";

beforeAll(async () => {
  if (missing !== undefined) return;
  clone = (await projectClone()) ?? "";
  const { output: id } = await runProgram("git", ["rev-parse", "HEAD"], { cwd: clone });
  const text = guideSnippet(".pre-commit-config.yaml")
    .replace(/repo: .*/, `repo: ${JSON.stringify(clone)}`)
    .replace(/rev: .*/, `rev: ${id.trim()}`);
  home = folderWith({ "config.yaml": text });
  config = join(home, "config.yaml");
  folders.push(home, clone);
}, timeout);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}, timeout);

function repository(files: Readonly<Record<string, string>>): TestRepository {
  const one = gitRepository(files);
  folders.push(one.folder);
  return one;
}

function run(
  one: TestRepository,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ProgramRun> {
  return runProgram(program, args, { cwd: one.folder, env: { ...kept(), ...env } });
}

/** Where programs keep what they make. */
function kept(): Readonly<Record<string, string>> {
  return { PRE_COMMIT_HOME: home, XDG_CACHE_HOME: home };
}

function tryRepo(one: TestRepository): Promise<ProgramRun> {
  return run(one, ["try-repo", clone, "authgraph"]);
}

/** What the hook printed, without what pre-commit says of it. */
function printed({ output }: ProgramRun): string {
  const [, ...paragraphs] = output.slice(output.indexOf("- exit code:")).split("\n\n");
  return paragraphs.join("\n\n");
}

const reader = { "role.yaml": role("reader", "pods"), "bound.yaml": binding("bound", "reader") };
const old = { "old.yaml": binding("old", "cluster-admin") };

interface Case {
  readonly what: string;
  /** A hook that is tried is installed for it alone, which takes most of the time; the others share one. */
  readonly by: "try-repo" | "run";
  readonly committed: Readonly<Record<string, string>>;
  readonly stage: (one: TestRepository) => void;
  /** The beginning of the finding that fails the commit. */
  readonly fails: string | undefined;
}

const cases: readonly Case[] = [
  {
    by: "try-repo",
    what: "a new risk",
    committed: reader,
    stage: (one) => {
      one.write({ "new.yaml": binding("new", "cluster-admin") });
      one.git("add", "new.yaml");
    },
    fails: "rbac-cluster-admin-binding]: ServiceAccount web/new",
  },
  {
    by: "try-repo",
    what: "an old risk that nothing touches",
    committed: { ...old, ...reader },
    stage: (one) => {
      one.write({ "role.yaml": role("reader", "configmaps") });
      one.git("add", "role.yaml");
    },
    fails: undefined,
  },
  {
    by: "try-repo",
    what: "a deletion that lets a role of Kubernetes hold again",
    committed: { "edit.yaml": role("edit", "pods"), "bound.yaml": binding("bound", "edit") },
    stage: (one) => void one.git("rm", "--quiet", "edit.yaml"),
    fails: "ServiceAccount web/bound",
  },
  {
    by: "run",
    what: "a deletion of the aggregate that emptied a role of Kubernetes",
    committed: { "admin.yaml": aggregate("admin", "example.com/none"), "bound.yaml": binding("bound", "admin") },
    stage: (one) => void one.git("rm", "--quiet", "admin.yaml"),
    fails: "ServiceAccount web/bound",
  },
  {
    by: "try-repo",
    what: "a file whose risk is not staged",
    committed: reader,
    stage: (one) => {
      one.write({ "role.yaml": `${role("reader", "configmaps")}# staged\n` });
      one.git("add", "role.yaml");
      one.write({ "role.yaml": role("reader", "secrets") });
    },
    fails: undefined,
  },
  {
    by: "run",
    what: "a file whose fix is not staged",
    committed: reader,
    stage: (one) => {
      one.write({ "role.yaml": role("reader", "secrets") });
      one.git("add", "role.yaml");
      one.write({ "role.yaml": role("reader", "pods") });
    },
    fails: "rbac-secrets-read]: ServiceAccount web/bound",
  },
  {
    by: "try-repo",
    what: "a rename",
    committed: { ...old, ...reader },
    stage: (one) => void one.git("mv", "old.yaml", "renamed.yaml"),
    fails: undefined,
  },
  {
    by: "run",
    what: "a rename with a change",
    committed: reader,
    stage: (one) => {
      one.git("mv", "role.yaml", "renamed.yaml");
      one.write({ "renamed.yaml": role("reader", "secrets") });
      one.git("add", "--all");
    },
    fails: "rbac-secrets-read]: ServiceAccount web/bound",
  },
];

describe.skipIf(missing !== undefined)(`pre-commit${missing === undefined ? "" : ` (${missing})`}`, () => {
  test.concurrent.for(cases)("$by, $what", async ({ committed, stage, fails, by }, { expect }) => {
    const one = repository(committed);
    stage(one);
    const before = one.git("diff");
    const { code, output } = await (by === "run" ? run(one, ["run", "--config", config]) : tryRepo(one));
    expect([code, output]).toEqual([fails === undefined ? 0 : 1, expect.stringContaining(fails ?? "Passed")]);
    if (fails === undefined) expect(output).not.toContain("exit code");
    expect(one.git("diff")).toBe(before);
  });

  test("2,000 changed files are one process, and two of git", async () => {
    const manifests = (word: string) =>
      Object.fromEntries(
        Array.from({ length: 2000 }, (_, at) => [`apps/app-${at}/role.yaml`, role(`app-${at}`, word)] as const),
      );
    const one = repository(manifests("pods"));
    one.write({ ...manifests("configmaps"), "new.yaml": binding("new", "cluster-admin") });
    one.git("add", "--all");
    const { env, calls } = countedGit();
    const { code, output } = await run(one, ["try-repo", clone, "authgraph"], env);
    expect([code, output.match(/^read 2001 files/gm)?.length]).toEqual([1, 1]);
    // What differs, and the contents of both sides.
    expect(calls().filter((call) => call.includes("core.fsmonitor=false"))).toEqual([
      expect.stringContaining("diff-index --cached"),
      expect.stringContaining("cat-file --batch"),
    ]);
  });

  test("the hooks for everything and for some files tell old risks too", async () => {
    const one = repository({ ...old, ...reader });
    one.write({ "README.md": "read me\n" });
    one.git("add", "--all");
    const files = {
      "hooks.yaml": readFileSync(config, "utf8").replace(
        /- id: .*/,
        "- id: authgraph-all\n      - id: authgraph-files",
      ),
    };
    const hooks = join(folderWith(files), "hooks.yaml");
    folders.push(dirname(hooks));
    const told = expect.stringContaining("ServiceAccount web/old is cluster-admin");
    const all = await run(one, ["run", "--config", hooks, "authgraph-all"]);
    expect([all.code, all.output]).toEqual([1, told]);
    const some = await run(one, ["run", "--config", hooks, "authgraph-files"]);
    expect([some.code, some.output]).toEqual([0, expect.stringContaining("Passed")]);
    const named = await run(one, ["run", "--config", hooks, "authgraph-files", "--files", "old.yaml", "bound.yaml"]);
    expect([named.code, named.output]).toEqual([1, told]);
  });

  test("commits as the guide says", async () => {
    const one = repository({ ...old, ...reader });
    one.commit({ ".pre-commit-config.yaml": readFileSync(config, "utf8") });
    expect((await run(one, ["install"])).code).toBe(0);
    const commit = (...args: readonly string[]) =>
      runProgram("git", ["commit", "--message", "A change", ...args], {
        cwd: one.folder,
        env: kept(),
      });

    one.write({ "role.yaml": role("reader", "secrets"), "bound.yaml": `${binding("bound", "reader")}# more\n` });
    const passed = await commit("bound.yaml");
    expect([passed.code, passed.output]).toEqual([0, expect.stringContaining("Passed")]);
    const failed = await commit("--all");
    expect([failed.code, failed.output]).toEqual([1, expect.stringContaining("rbac-secrets-read")]);
    expect(failed.output).not.toContain("\u001b[");
    expect(failed.output).not.toContain("web/old");
    // Who gained what comes first.
    expect(printed(failed)).toMatch(
      /^Gained access:\n {2}ServiceAccount web\/bound can now read every Secret in the cluster\n/,
    );
  });

  test("the manifest is one that pre-commit takes", async () => {
    const one = repository(old);
    const { code, output } = await run(one, ["validate-manifest", join(clone, ".pre-commit-hooks.yaml")]);
    expect([code, output]).toEqual([0, ""]);
  });
});

/** A `git` before all others on the PATH that notes how it was called. */
function countedGit(): { readonly env: Readonly<Record<string, string>>; readonly calls: () => readonly string[] } {
  const folder = folderWith({});
  folders.push(folder);
  const log = join(folder, "calls");
  writeFileSync(
    join(folder, "git"),
    `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\nPATH='${process.env.PATH}' exec git "$@"\n`,
  );
  chmodSync(join(folder, "git"), 0o755);
  return {
    env: { PATH: [folder, process.env.PATH].join(delimiter) },
    calls: () => (existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : []),
  };
}
