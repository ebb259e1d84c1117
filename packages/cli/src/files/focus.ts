import { existsSync, realpathSync } from "node:fs";
import { relative, resolve } from "node:path";
import { pathWithin, projectRoot } from "./project-tree.ts";

/** Where the project lies to which the files of interest belong, from where we stand. */
export function projectFolder(paths: readonly string[]): string {
  return relative(".", projectRoot(paths)) || ".";
}

/** What of the files of interest is not there, as a sentence. */
export function missingFrom(paths: readonly string[]): string | undefined {
  const missing = paths.find((path) => path === "" || !existsSync(path));
  return missing === undefined ? undefined : `cannot read ${missing || "''"}: there is no such file or folder`;
}

/** Whether a place in a file is of interest: the file was named, or a folder above it. */
export function focusOn(paths: readonly string[]): (path: string) => boolean {
  const named = paths.flatMap((path) => [resolve(path), realOf(path)]);
  const files = new Set(named);
  return (path) => files.has(resolve(path)) || named.some((folder) => pathWithin(folder, path) !== undefined);
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
