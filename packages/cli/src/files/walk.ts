import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import type { SkipReason } from "@authgraph/engine";
import type { Ignores } from "./gitignore.ts";

/** What a walk meets: a file to read, or something left out, with why. Paths begin as the walked folder was given. */
export type Met =
  | { readonly outcome: "file"; readonly path: string; readonly seen: "regular file" | "unknown" }
  | { readonly outcome: "skipped"; readonly path: string; readonly reason: SkipReason };

export interface WalkOptions {
  /** Whether a path is of a format worth opening. */
  readonly isOurs: (path: string) => boolean;
  /** Real path of the project. No symlink is followed out of it: an untrusted change could point anywhere. */
  readonly project: string;
  /** Real path of the walked folder: what a symlink points to in there is met anyway. */
  readonly root: string | undefined;
}

/** What a folder holds, in byte order of the names, as kubectl walks it (filepath.Walk). `.git` is no input. */
export function walk(folder: string, above: Ignores, options: WalkOptions): readonly Met[] {
  const met: Met[] = [];
  walkInto(met, folder, above, options);
  return met;
}

function walkInto(met: Met[], folder: string, above: Ignores, options: WalkOptions): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    met.push({ outcome: "skipped", path: folder, reason: reasonOf(error) });
    return;
  }
  entries.sort(byName);
  const rules = above.enter(folder, entries);

  const prefix = folder === "." ? "" : join(folder, sep);
  for (const entry of entries) {
    const path = prefix + entry.name;
    if (!entry.isDirectory()) met.push(meetFile(entry, path, rules, options));
    else if (entry.name === ".git") continue;
    else if (!rules.ignores(path, true)) walkInto(met, path, rules, options);
    else met.push({ outcome: "skipped", path: `${path}/`, reason: "ignored by git" });
  }
}

function meetFile(entry: Dirent, path: string, rules: Ignores, options: WalkOptions): Met {
  if (rules.ignores(path, false)) return { outcome: "skipped", path, reason: "ignored by git" };
  if (entry.isSymbolicLink()) return throughLink(path, options);
  if (!entry.isFile()) return { outcome: "skipped", path, reason: "not a regular file" };
  if (!options.isOurs(path)) return { outcome: "skipped", path, reason: "not a format we read" };
  return { outcome: "file", path, seen: "regular file" };
}

/** A symlink to a folder is never entered (kubectl); one to a file is read under the real path, once. */
export function throughLink(path: string, { isOurs, project, root }: WalkOptions): Met {
  let target: string;
  let status: Stats;
  try {
    target = realpathSync(path);
    status = statSync(target);
  } catch (error) {
    const code = codeOf(error);
    const broken = code === "ENOENT" || code === "ELOOP" || code === "ENOTDIR";
    return { outcome: "skipped", path, reason: broken ? "broken symlink" : reasonOf(error) };
  }
  if (status.isDirectory()) return { outcome: "skipped", path, reason: "symlink to a folder" };
  if (!status.isFile()) return { outcome: "skipped", path, reason: "not a regular file" };
  if (!isOurs(path)) return { outcome: "skipped", path, reason: "not a format we read" };
  // Under its own name it is met as well, unless that name is none of ours.
  if (root !== undefined && isWithin(root, target) && isOurs(target))
    return { outcome: "skipped", path, reason: "symlink to another input" };
  if (!isWithin(project, target)) return { outcome: "skipped", path, reason: "symlink out of the project" };
  return { outcome: "file", path: isAbsolute(path) ? target : relative(process.cwd(), target), seen: "unknown" };
}

function isWithin(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** By UTF-16 units: the byte order of filepath.Walk for every name without astral characters. */
function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

export function reasonOf(error: unknown): SkipReason {
  const code = codeOf(error);
  return code === "EACCES" || code === "EPERM" ? "permission denied" : "read error";
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
