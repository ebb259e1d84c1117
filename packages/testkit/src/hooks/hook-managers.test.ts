import { rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { builtBundle } from "../built-bundle.ts";
import { gitRepository, type TestRepository } from "../git-repository.ts";
import { binding, role } from "./access-manifests.ts";
import { guideSnippet } from "./guide-snippets.ts";
import { type ProgramRun, runProgram } from "./program-run.ts";

const require = createRequire(import.meta.url);
const program = {
  lefthook: require.resolve("lefthook/bin/index.js"),
  husky: join(dirname(require.resolve("husky")), "bin.js"),
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A project with authgraph among its packages. Both programs hide nothing where there is no commit yet. */
async function project(files: Readonly<Record<string, string>>): Promise<TestRepository> {
  const one = gitRepository({
    "old.yaml": binding("old", "cluster-admin"),
    "role.yaml": role("reader", "pods"),
    "bound.yaml": binding("bound", "reader"),
    "edit.yaml": role("edit", "pods"),
    "edits.yaml": binding("edits", "edit"),
    ".gitignore": "node_modules\n",
    "package.json": '{"private": true, "dependencies": {"authgraph": "*"}}\n',
    ...files,
  });
  folders.push(one.folder);
  one.write({ "node_modules/.bin/keep": "" });
  symlinkSync(join(await builtBundle(), "authgraph.mjs"), join(one.folder, "node_modules/.bin/authgraph"));
  return one;
}

async function commit(one: TestRepository, path: string): Promise<ProgramRun> {
  const env = {
    PATH: [path, process.env.PATH].join(delimiter),
    LEFTHOOK_BIN: program.lefthook,
    XDG_CACHE_HOME: join(one.folder, ".git/cache"),
  };
  return runProgram("git", ["commit", "--message", "A change"], { cwd: one.folder, env });
}

const passes = [0, expect.stringContaining("exit 0: nothing new or worse at or above medium")];
const fails = (title: string) => [1, expect.stringContaining(title)];

describe.each([
  ["lefthook", "lefthook.yml", ["install"]],
  ["husky", ".husky/pre-commit", []],
] as const)("%s, as the guide says", (name, file, install) => {
  test("commits what makes nothing worse, and nothing else", async () => {
    const one = await project({ [file]: guideSnippet(file) });
    const installed = await runProgram(process.execPath, [program[name], ...install], { cwd: one.folder });
    expect([installed.code, installed.output]).toEqual([0, expect.anything()]);
    const attempt = async () => {
      const { code, output } = await commit(one, dirname(process.execPath));
      return [code, output];
    };

    one.write({ "README.md": "read me\n" });
    one.git("add", "README.md");
    expect(await attempt()).toEqual(passes);

    one.write({ "role.yaml": role("reader", "secrets") });
    one.git("add", "role.yaml");
    expect(await attempt()).toEqual(fails("ServiceAccount web/bound can read every Secret in the cluster"));
    one.write({ "role.yaml": role("reader", "configmaps") });
    expect(await attempt()).toEqual(fails("ServiceAccount web/bound can read every Secret in the cluster"));
    one.git("add", "role.yaml");
    one.write({ "role.yaml": role("reader", "secrets") });
    expect(await attempt()).toEqual(passes);

    one.git("rm", "--quiet", "edit.yaml");
    expect(await attempt()).toEqual(fails("ServiceAccount web/edits"));
  });
});
