import { lstatSync, realpathSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import type { InputFile, OpenedFile, Sources } from "@authgraph/engine";
import { listedPaths } from "./listed-paths.ts";
import { readInputFile } from "./read-file.ts";
import { repositoryRoot } from "./repository-root.ts";
import { fileInRootfs, regularFile } from "./rootfs.ts";
import { readStandardInput } from "./standard-input.ts";
import { systemError } from "./system-error.ts";
import { codeOf, type Met, throughLink, walk } from "./walk.ts";

export interface PathSourcesOptions {
  /** As given on the command line: files, folders, globs, `-` for standard input. */
  readonly paths: readonly string[];
  /** Root folder of the described machine, for absolute paths inside it. */
  readonly rootfs: string | undefined;
  /** Whether a file met in a folder is worth opening. A file that was named is always opened. */
  readonly isOurs: (path: string) => boolean;
}

export type PathSources =
  | {
      readonly outcome: "found";
      readonly sources: Sources;
      /** What was named and turned out not to be readable while it was listed. */
      readonly unreadable: readonly string[];
    }
  /** Something named on the command line cannot be read. */
  | { readonly outcome: "unreadable"; readonly message: string };

/** The files behind the paths of the command line. Each is listed once, however often it was named. */
export async function openPaths({ paths, rootfs, isOurs }: PathSourcesOptions): Promise<PathSources> {
  const given: Given[] = [];
  for (const path of new Set(paths)) {
    const found = await lookAt(path);
    if (typeof found === "string")
      return { outcome: "unreadable", message: `cannot read ${path === "" ? "''" : path}: ${found}` };
    given.push(...found);
  }
  const rootfsProblem = rootfs === undefined ? undefined : notAFolder(rootfs);
  if (rootfsProblem !== undefined) {
    return { outcome: "unreadable", message: `cannot read --rootfs ${rootfs}: ${rootfsProblem}` };
  }
  const { ignoresAbove } = await import("./gitignore.ts");
  const unreadable: string[] = [];
  const listed = listedPaths();

  function* list(): Generator<InputFile> {
    const seen = new Map<string, Met["outcome"]>();
    for (const one of given) {
      if (one.kind === "stdin") {
        yield one.file;
        continue;
      }
      const realPath = realPaths(one, given.length);
      for (const met of meet(one)) {
        if (isNew(seen, realPath(met.path), met)) yield readNamed(one, met);
      }
    }
  }

  function meet(one: NamedPath): readonly Met[] {
    const { kind, path } = one;
    if (kind === "file") return [{ outcome: "file", path, seen: "unknown" }];
    if (kind === "link") {
      const project = realpathSync(repositoryRoot(".") ?? ".");
      return [throughLink(path, { isOurs: () => true, project, root: undefined })];
    }
    const project = realpathSync(repositoryRoot(one.real) ?? one.real);
    return walk(path, ignoresAbove(one.real), { isOurs, root: one.real, project });
  }

  function readNamed(one: NamedPath, met: Met): InputFile {
    const file = read(met);
    if (file.outcome === "skipped" && met.path === one.path && one.kind !== "link" && file.reason !== "binary") {
      unreadable.push(`cannot read ${one.path}: ${file.reason}`);
    }
    return file;
  }

  function read(met: Met): InputFile {
    if (met.outcome === "file") {
      listed.add(met.path, { opened: true });
      return readInputFile(met.path, met.seen);
    }
    // Of another format until a flag names it and says what it is.
    if (met.reason === "not a format we read") listed.add(met.path, { opened: false });
    return met;
  }

  function find(path: string, accepted?: (path: string) => boolean): InputFile | undefined {
    if (rootfs !== undefined) return fileInRootfs(rootfs, path);
    const at = listed.find(path, accepted);
    return at === undefined ? undefined : regularFile(at);
  }

  function again(path: string): OpenedFile {
    const stdin = given.find((one) => one.kind === "stdin" && one.file.path === path);
    return stdin?.kind === "stdin" ? stdin.file : readInputFile(path, "unknown");
  }

  return { outcome: "found", sources: { list, find, again }, unreadable };
}

type Given =
  | { readonly kind: "file"; readonly path: string; readonly real: string }
  | { readonly kind: "folder"; readonly path: string; readonly real: string }
  /** A symlink that a pattern matched: nobody named it. */
  | { readonly kind: "link"; readonly path: string }
  | { readonly kind: "stdin"; readonly file: OpenedFile };

type NamedPath = Exclude<Given, { readonly kind: "stdin" }>;

/** Notes what was met. What was passed over by its own name may be read by that of a symlink. */
function isNew(seen: Map<string, Met["outcome"]>, path: string, { outcome }: Met): boolean {
  const before = seen.get(path);
  if (before === "file" || (before === "skipped" && outcome === "skipped")) return false;
  seen.set(path, outcome);
  return true;
}

/** What a path of the command line means; a string says why it means nothing. */
async function lookAt(path: string): Promise<readonly Given[] | string> {
  if (path === "-") {
    const file = await readStandardInput();
    return typeof file === "string" ? file : [{ kind: "stdin", file }];
  }
  if (path === "") return "an empty path names nothing";
  try {
    return [{ kind: statSync(path).isDirectory() ? "folder" : "file", path, real: realpathSync(path) }];
  } catch (error) {
    if (codeOf(error) !== "ENOENT") return systemError(error);
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true) return "it is a symlink to nothing";
  }
  return matches(path);
}

async function matches(pattern: string): Promise<readonly Given[] | string> {
  const { default: fastGlob } = await import("fast-glob");
  if (!fastGlob.isDynamicPattern(pattern)) return "there is no such file or folder";
  try {
    const found = await fastGlob(pattern, {
      dot: true,
      onlyFiles: false,
      objectMode: true,
      followSymbolicLinks: false,
      ignore: ["**/.git/**"],
    });
    const given = found.flatMap(({ path, dirent }): Given[] => {
      if (dirent.isSymbolicLink()) return [{ kind: "link", path }];
      return dirent.isFile() ? [{ kind: "file", path, real: realpathSync(path) }] : [];
    });
    if (given.length === 0) return "there is no such file or folder, and as a pattern it matches no file";
    return given.sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  } catch (error) {
    return systemError(error);
  }
}

function pathOf(given: Given): string {
  return given.kind === "stdin" ? "" : given.path;
}

function notAFolder(path: string): string | undefined {
  try {
    return statSync(path).isDirectory() ? undefined : "it is no folder";
  } catch (error) {
    return systemError(error);
  }
}

/**
 * Where what is met really lies: only what was named may have been reached through a symlink. Within one walk every path
 * is met once, so that nothing needs to be compared there, save targets of symlinks, which are spelled alike.
 */
function realPaths(one: Given, inputs: number): (path: string) => string {
  if (one.kind === "file") return () => one.real;
  if (one.kind !== "folder") return (path) => resolve(path);
  if (inputs === 1) return (path) => path;
  if (one.real === resolve(one.path)) return (path) => resolve(path);
  const prefix = join(one.path, sep);
  return (path) => (path.startsWith(prefix) ? join(one.real, path.slice(prefix.length)) : resolve(path));
}
