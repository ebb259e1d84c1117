import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** A repository of git, found without asking git: a hook has no time for a process that says where it stands. */
export interface Repository {
  /** The folder of its working tree. */
  readonly root: string;
  /** `.git`, or where the `.git` of a linked working tree points. */
  readonly gitFolder: string;
  /** A commit of some files (`git commit -a`, `git commit FILE`) has hooks look at an index of its own. */
  readonly indexFile: string;
  /** Variables by which git says where things are, for the processes that we start. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The root as somebody who stands here would name it. */
export function rootFromHere({ root }: Pick<Repository, "root">): string {
  return relative(".", root) || ".";
}

/** Which repository holds a folder. What git tells its hooks holds for the repository we stand in, and for no other. */
export function findRepository(folder: string): Repository | undefined {
  const found = discover(folder);
  const here = folder === "." ? found : discover(".");
  const { GIT_DIR, GIT_WORK_TREE } = process.env;
  if (GIT_DIR === undefined || GIT_DIR === "") {
    if (found === undefined) return undefined;
    return located(found, found.root === here?.root ? given(process.env, found.root) : {});
  }
  const gitFolder = resolve(GIT_DIR);
  if (found !== undefined && isSame(found.gitFolder, gitFolder)) {
    return located(found, given(process.env, found.root));
  }
  if (found !== undefined && found.root !== here?.root) return located(found, {});
  const root = resolve(GIT_WORK_TREE ?? ".");
  return existsSync(gitFolder) ? located({ root, gitFolder }, given(process.env, root)) : undefined;
}

interface Discovered {
  readonly root: string;
  readonly gitFolder: string;
}

function discover(folder: string): Discovered | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const gitFolder = gitFolderIn(at);
    if (gitFolder !== undefined) return { root: at, gitFolder };
    if (dirname(at) === at) return undefined;
  }
}

/** Where the repository with this root keeps its own; undefined where it is none. */
function gitFolderIn(root: string): string | undefined {
  const git = join(root, ".git");
  try {
    // In a worktree or a submodule, `.git` is a file that says where the folder lies.
    const folder = statSync(git).isDirectory() ? git : resolve(root, pointedTo(readFileSync(git, "utf8")));
    return existsSync(join(folder, "HEAD")) ? folder : undefined;
  } catch {
    return undefined;
  }
}

function pointedTo(text: string): string {
  return text.replace(/^gitdir:\s*/, "").trimEnd();
}

/** Those that name places, which are relative to where we stand, made absolute: we start git in the root. */
const placeVariables = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_COMMON_DIR",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
] as const;

function given(env: NodeJS.ProcessEnv, root: string): Readonly<Record<string, string>> {
  const environment: Record<string, string> = {};
  for (const name of placeVariables) {
    const value = env[name];
    if (value === undefined || value === "") continue;
    // `git commit` names its own index from the root, where it starts hooks; a list of folders is absolute.
    if (name === "GIT_ALTERNATE_OBJECT_DIRECTORIES") environment[name] = value;
    else environment[name] = name === "GIT_INDEX_FILE" ? resolve(root, value) : resolve(value);
  }
  return environment;
}

function located({ root, gitFolder }: Discovered, environment: Readonly<Record<string, string>>): Repository {
  const indexFile = environment.GIT_INDEX_FILE ?? join(gitFolder, "index");
  return { root, gitFolder, indexFile, environment };
}

function isSame(a: string, b: string): boolean {
  if (a === b) return true;
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}
