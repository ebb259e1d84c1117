import { realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { readInputFile } from "./read-file.ts";
import { repositoryRoot } from "./repository-root.ts";
import { systemError } from "./system-error.ts";
import { codeOf } from "./walk.ts";

/** The files of a project in one of its states: the working tree, the index of git, a revision. */
export interface ProjectTree {
  /** The absolute path of the folder that holds the project: its repository, else what was named first. */
  readonly root: string;
  /** What people call the state, where it is not the working tree: `the index`, `origin/main`. */
  readonly state: string | undefined;
  /** One file, by its path from the root with `/` between. What was read before may be overwritten: decode it at once. */
  read(path: string): TreeFile | Promise<TreeFile>;
}

export type TreeFile =
  | { readonly outcome: "read"; readonly bytes: Uint8Array }
  | { readonly outcome: "missing" }
  /** The end of a sentence. */
  | { readonly outcome: "unreadable"; readonly reason: string };

/** The project of the inputs as it lies on the disk. Nothing is read through a symlink that leads out of it. */
export function workingTree(inputs: readonly string[]): ProjectTree {
  const root = projectRoot(inputs);
  return { root, state: undefined, read: (path) => readFileIn(root, join(root, path)) };
}

/** The repository of the first input; without one the folder that was named, or holds what was. */
export function projectRoot(inputs: readonly string[]): string {
  const folder = folderOf(inputs);
  return repositoryRoot(folder) ?? folder;
}

/** The folder that the first input is, or lies in; standard input lies where we stand. */
export function folderOf(inputs: readonly string[]): string {
  const first = resolve(inputs.find((path) => path !== "-" && path !== "") ?? ".");
  // A glob lies in the deepest folder that holds all it can match.
  for (let at = first; ; at = dirname(at)) {
    if (isFolder(at) || dirname(at) === at) return at;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The path of a file from a folder, with `/` between; undefined where it lies outside. */
export function pathWithin(folder: string, path: string): string | undefined {
  const inside = relative(folder, resolve(path));
  if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return undefined;
  return inside.split(sep).join("/");
}

/** A file by its path; with a project, only if it lies in there, wherever symlinks lead. */
export function readFileIn(project: string | undefined, path: string): TreeFile {
  let real: string;
  try {
    real = realpathSync(path);
    if (project !== undefined && pathWithin(realpathSync(project), real) === undefined) {
      return { outcome: "unreadable", reason: "it is a symlink out of the project" };
    }
    // A pipe would be waited for.
    if (!statSync(real).isFile()) return { outcome: "unreadable", reason: "it is no file" };
  } catch (error) {
    const code = codeOf(error);
    return code === "ENOENT" || code === "ENOTDIR"
      ? { outcome: "missing" }
      : { outcome: "unreadable", reason: systemError(error) };
  }
  const file = readInputFile(real, "regular file");
  return file.outcome === "read" ? file : { outcome: "unreadable", reason: file.reason };
}
