import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { InputFile, Sources } from "@authgraph/engine";
import { readInputFile } from "./read-file.ts";
import { codeOf, type Met, reasonOf, walk } from "./walk.ts";

export interface PathSourcesOptions {
  /** As given on the command line: files, folders, globs, `-` for standard input. */
  readonly paths: readonly string[];
  /** Root folder of the described machine, for absolute paths inside it. */
  readonly rootfs: string | undefined;
  /** Whether a file met in a folder is worth opening. A file that was named is always opened. */
  readonly isOurs: (path: string) => boolean;
}

export type PathSources =
  | { readonly outcome: "found"; readonly sources: Sources }
  /** Something named on the command line cannot be read. */
  | { readonly outcome: "unreadable"; readonly message: string };

export const standardInput = "<stdin>";

/** The files behind the paths of the command line. Each is listed once, however often it was named. */
export async function openPaths({ paths, rootfs, isOurs }: PathSourcesOptions): Promise<PathSources> {
  const given: Given[] = [];
  for (const path of paths) {
    const found = await lookAt(path);
    if (typeof found === "string") return { outcome: "unreadable", message: found };
    given.push(...found);
  }
  const { ignoresAbove, repositoryRoot } = await import("./gitignore.ts");
  const listed: string[] = [];

  function* list(): Generator<InputFile> {
    const seen = new Set<string>();
    for (const one of given) {
      for (const met of meet(one)) {
        // Within one walk every path is met once, save for targets of symlinks, which are spelled alike.
        const key = given.length === 1 ? met.path : resolve(met.path);
        if (seen.has(key)) continue;
        seen.add(key);
        listed.push(met.path);
        yield met.outcome === "file" ? readInputFile(met.path, met.seen) : met;
      }
    }
  }

  function* meet({ kind, path }: Given): Generator<Met | InputFile> {
    if (kind === "stdin") {
      yield { outcome: "read", path: standardInput, bytes: readFileSync(0) };
    } else if (kind === "file") {
      yield { outcome: "file", path, seen: "unknown" };
    } else {
      const project = realpathSync(repositoryRoot(path) ?? path);
      yield* walk(path, ignoresAbove(path), { isOurs, root: realpathSync(path), project });
    }
  }

  function find(path: string): InputFile | undefined {
    if (rootfs !== undefined) {
      const inside = join(rootfs, path);
      return existsSync(inside) ? readInputFile(inside, "unknown") : undefined;
    }
    const tail = listed.find((candidate) => resolve(candidate).endsWith(path));
    return tail === undefined ? undefined : readInputFile(tail, "unknown");
  }

  return { outcome: "found", sources: { list, find } };
}

type Given = { readonly kind: "file" | "folder" | "stdin"; readonly path: string };

/** What a path of the command line means; a string says why it means nothing. */
async function lookAt(path: string): Promise<readonly Given[] | string> {
  if (path === "-") return [{ kind: "stdin", path }];
  try {
    return [{ kind: statSync(path).isDirectory() ? "folder" : "file", path }];
  } catch (error) {
    if (codeOf(error) !== "ENOENT") return `cannot read ${path}: ${reasonOf(error)}`;
  }
  const { default: fastGlob } = await import("fast-glob");
  const matches = fastGlob.isDynamicPattern(path)
    ? await fastGlob(path, { dot: true, onlyFiles: true, followSymbolicLinks: false })
    : [];
  if (matches.length === 0)
    return `cannot read ${path}: there is no such file or folder, and as a pattern it matches nothing`;
  return matches.sort().map((match) => ({ kind: "file", path: match }));
}
