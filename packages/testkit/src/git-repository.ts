import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderWith } from "./run-command.ts";

/** A repository of a test's own, in a temporary folder. Whoever asks for it removes it. */
export interface TestRepository {
  readonly folder: string;
  /** Runs git in it and gives what it prints; a failure fails the test. */
  git(...args: readonly string[]): string;
  /** Writes files, and removes those that are undefined. */
  write(files: Readonly<Record<string, string | undefined>>): void;
  /** The same, then everything is committed. */
  commit(files: Readonly<Record<string, string | undefined>>): void;
}

/** A new one, with these files in its first commit; none: without any commit. */
export function gitRepository(
  files: Readonly<Record<string, string>> = {},
  initialize: readonly string[] = [],
): TestRepository {
  const folder = folderWith({});
  const git = (...args: readonly string[]): string => {
    const { status, stdout, stderr, error } = spawnSync("git", args, {
      cwd: folder,
      encoding: "utf8",
      env: gitSurroundings(),
    });
    if (status === 0) return stdout;
    throw new Error(`git ${args.join(" ")}: ${error?.message ?? stderr}`);
  };
  const write = (changed: Readonly<Record<string, string | undefined>>): void => {
    for (const [path, content] of Object.entries(changed)) {
      if (content === undefined) {
        rmSync(join(folder, path));
        continue;
      }
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  };
  const commit = (changed: Readonly<Record<string, string | undefined>>): void => {
    write(changed);
    git("add", "--all");
    git("commit", "--quiet", "--message", "A change");
  };
  git("init", "--quiet", "--initial-branch", "main", ...initialize);
  if (Object.keys(files).length > 0) commit(files);
  return { folder, git, write, commit };
}

/** The settings of whoever runs the tests, and of a hook that runs them, stay outside. */
export function gitSurroundings(): NodeJS.ProcessEnv {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
  return {
    ...env,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "Test",
    GIT_AUTHOR_EMAIL: "test@example.com",
    GIT_COMMITTER_NAME: "Test",
    GIT_COMMITTER_EMAIL: "test@example.com",
  };
}
