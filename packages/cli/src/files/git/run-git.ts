import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { codeOf } from "../walk.ts";
import type { Repository } from "./repository.ts";

export type GitResult =
  | { readonly outcome: "done"; readonly stdout: Buffer }
  /** Git ended with another code than 0. */
  | { readonly outcome: "failed"; readonly code: number; readonly stderr: string; readonly stdout: Buffer }
  /** It wrote more than one answer can hold. */
  | { readonly outcome: "too much" }
  | { readonly outcome: "unable"; readonly message: string };

/**
 * Runs git such that nothing of the repository is executed and nothing is fetched: no shell, no hooks, no file system
 * monitor, no pager, no transport (a clone without all of its objects would ask its origin for them).
 */
export function runGit(repository: Repository, args: readonly string[], input?: string): GitResult {
  const program = programOf(process.platform, process.env);
  if (program === undefined) return { outcome: "unable", message: noProgram };
  const ended = spawnSync(program, [...always, ...args], {
    cwd: repository.root,
    env: environment(repository),
    input: input ?? "",
    maxBuffer: mostOutput,
    windowsHide: true,
  });
  if (ended.error !== undefined) {
    const code = codeOf(ended.error);
    if (code === "ENOBUFS") return { outcome: "too much" };
    return { outcome: "unable", message: code === "ENOENT" ? noProgram : `git cannot be started (${code ?? "?"})` };
  }
  const { status, signal, stdout } = ended;
  if (status === 0) return { outcome: "done", stdout };
  if (status === null) return { outcome: "unable", message: `git was ended by ${signal ?? "a signal"}` };
  return { outcome: "failed", code: status, stderr: ended.stderr.toString("utf8"), stdout };
}

const noProgram = "there is no git program on the PATH";

/** Windows looks for programs where we stand, before it looks on the PATH: there, anybody's change may have put one. */
export function programOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string | undefined {
  if (platform !== "win32") return "git";
  const name = Object.keys(env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  const folders = (env[name] ?? "").split(";").filter((folder) => isAbsolute(folder));
  return folders.map((folder) => join(folder, "git.exe")).find((path) => existsSync(path));
}

const always: readonly string[] = ["--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];

const mostOutput = 1 << 28;

/** What git was told by whoever started us, save where its objects lie (the repository knows) and what it would run. */
function environment({ environment }: Repository): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) if (!dropped.test(name)) env[name] = value;
  return { ...env, ...environment, ...quiet };
}

const dropped =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|PREFIX|NAMESPACE|EXTERNAL_DIFF|DIFF_OPTS|PAGER|EDITOR|ASKPASS|SSH|SSH_COMMAND|PROXY_COMMAND|EXEC_PATH|TEMPLATE_DIR|TRACE\w*|\w+_PATHSPECS|REPLACE_REF_BASE|FLUSH)$/;

/** Its messages are looked at, so they are in one language. Not every git knows that it is not to fetch: none has a way. */
const quiet = {
  LC_ALL: "C",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_NO_LAZY_FETCH: "1",
  GIT_ALLOW_PROTOCOL: "none",
  GIT_TERMINAL_PROMPT: "0",
};

/** Why git did not do what it was asked, as a person would say it. */
export function gitProblem(repository: Repository, result: Exclude<GitResult, { outcome: "done" }>): string {
  switch (result.outcome) {
    case "unable":
      return result.message;
    case "too much":
      return "git wrote more than can be held";
    case "failed":
      return wordsOf(repository, result.stderr);
  }
}

function wordsOf({ root }: Repository, stderr: string): string {
  if (/dubious ownership|unsafe repository/.test(stderr)) {
    return `git refuses to read ${root}, for it belongs to somebody else; \`git config --global --add safe.directory ${root}\` allows it`;
  }
  if (/not a git repository/.test(stderr)) return `${root} is not in a git repository`;
  const [first = ""] = stderr.split("\n").filter((line) => /^(?:fatal|error): /.test(line));
  return first === "" ? "git failed without a word" : `git says: ${first.replace(/^(?:fatal|error): /, "")}`;
}
