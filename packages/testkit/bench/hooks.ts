import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, measureWithChildren } from "./measure.ts";
import { writeSyntheticManifests } from "./synthetic-manifests.ts";

/** How long a commit hook takes in a repository of 2,000 manifests, over an empty process, git's time included. */
export interface HookRow {
  readonly name: string;
  readonly ratio: number;
}

/**
 * The hook on one changed file: a Deployment with another number of replicas, which changes no access, and a Role with a
 * verb more; each with what earlier runs left and without.
 */
export function benchHooks(folder: string, cli: string): readonly HookRow[] {
  const repository = join(folder, "repository");
  const cache = join(folder, "hook-cache");
  writeSyntheticManifests(repository, 2000);
  git(repository, "init", "--quiet");
  git(repository, "add", "--all");
  git(repository, "commit", "--quiet", "--message", "All of it");
  const deployment = fileWith(repository, /^kind: Deployment$/m);
  const role = fileWith(repository, /^kind: Role$/m);

  const rows: HookRow[] = [];
  const changes = [
    { what: "a Deployment, no access", file: deployment, from: "replicas: 2", to: "replicas: 3" },
    {
      what: "a Role, one verb more",
      file: role,
      from: '["get", "list", "watch"]',
      to: '["get", "list", "watch", "create"]',
    },
  ];
  for (const { what, file, from, to } of changes) {
    const path = join(repository, file);
    const committed = readFileSync(path, "utf8");
    writeFileSync(path, committed.replace(from, to));
    git(repository, "add", file);
    const hook: Command = { args: [cli, "scan", "--staged"], cwd: repository };
    const used = measureWithChildren(
      {
        empty: { args: ["-e", "0"], cwd: repository },
        cold: { ...hook, before: () => rmSync(cache, { recursive: true, force: true }) },
        warm: hook,
      },
      { AUTHGRAPH_CACHE_DIR: cache },
    );
    for (const state of ["cold", "warm"] as const) {
      rows.push({
        name: `hook, ${what}, ${state} cache / empty process`,
        ratio: (used[state] ?? 0) / (used.empty ?? 1),
      });
    }
    writeFileSync(path, committed);
    git(repository, "add", file);
  }
  return rows;
}

function fileWith(repository: string, pattern: RegExp): string {
  const files = git(repository, "ls-files").trim().split("\n");
  const found = files.find((file) => pattern.test(readFileSync(join(repository, file), "utf8")));
  if (found === undefined) throw new Error(`no file of the bench has ${pattern.source}`);
  return found;
}

function git(cwd: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=bench", "-c", "user.email=bench@example.com"];
  const { status, stdout, stderr } = spawnSync("git", [...identity, ...args], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  return stdout;
}
