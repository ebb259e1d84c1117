import { type Dirent, lstatSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { type TrackedPaths, trackedPaths } from "./git/tracked-paths.ts";
import { repositoryRoot } from "./repository-root.ts";

/** The gitignore rules that hold in one folder: its own, before those of the folders above. */
export interface Ignores {
  ignores(path: string, isFolder: boolean): boolean;
  /** The rules inside a folder below; `entries` tell whether it has a `.gitignore` without asking the disk again. */
  enter(folder: string, entries: readonly Dirent[]): Ignores;
}

interface Level {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * The rules above a folder that somebody named: those of its repository, if it is in one. A folder that is ignored
 * itself was named on purpose, so the rules above it do not count.
 */
export function ignoresAbove(folder: string): Ignores {
  const start = resolve(folder);
  const root = repositoryRoot(start);
  if (root === undefined) return ignoresOf([], never);
  const isTracked = trackedIn(root);
  if (root === start) return ignoresOf(excludesOf(root), isTracked);

  const levels: Level[] = [...excludesOf(root)];
  const between = relative(root, start).split(sep);
  for (let depth = 0; depth < between.length; depth++) {
    const above = join(root, ...between.slice(0, depth));
    if (ignoresOf(levels, isTracked).ignores(above, true)) return ignoresOf([], never);
    levels.push(...levelsOf(above, join(above, ".gitignore")));
  }
  const ignores = ignoresOf(levels, isTracked);
  return ignores.ignores(start, true) ? ignoresOf([], never) : ignores;
}

function excludesOf(root: string): readonly Level[] {
  return levelsOf(root, join(root, ".git", "info", "exclude"));
}

/** One level, or none where there is no such file. Git follows no symlink there, and who cannot read it ignores nothing. */
function levelsOf(folder: string, file: string): readonly Level[] {
  try {
    if (!lstatSync(file).isFile()) return [];
    // Names are compared as on the machines of most servers: rather one file read too much than one too few.
    const rules = ignore({ ignorecase: false }).add(linesOf(readFileSync(file, "utf8")));
    return [{ folder, rules }];
  } catch {
    return [];
  }
}

/**
 * The lines of a `.gitignore` that can be matched in reasonable time: anybody may have written it, and the patterns
 * become regular expressions that try, with n wildcards, lengths of a path to the power of n.
 */
function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  const left = lines.filter((line) => wildcardsOf(line) <= mostWildcards);
  // An exception that is left out would hide a file.
  return lines.some((line) => line.startsWith("!") && wildcardsOf(line) > mostWildcards) ? [] : left;
}

const mostWildcards = 3;

/** Those at the ends cost nothing. */
function wildcardsOf(line: string): number {
  const inner = line
    .trim()
    .replace(/^!?(?:\*\*\/)+/, "")
    .replace(/(?:\/\*+)+\/?$/, "");
  return inner.match(/\*+/g)?.length ?? 0;
}

type IsTracked = (absolute: string) => boolean;

const never: IsTracked = () => false;

/** Asks the index of a repository, which is read when something would be ignored. */
function trackedIn(root: string): IsTracked {
  let tracked: TrackedPaths | undefined;
  return (absolute) => {
    tracked ??= trackedPaths(root);
    return tracked.has(relative(root, absolute).split(sep).join("/"));
  };
}

/** A change to a repository cannot hide its own files from the scan: what git tracks is not ignored. */
function ignoresOf(levels: readonly Level[], isTracked: IsTracked): Ignores {
  return {
    ignores(path, isFolder) {
      if (levels.length === 0) return false;
      const absolute = resolve(path);
      // The deepest `.gitignore` that says anything decides (gitignore(5)).
      for (let i = levels.length - 1; i >= 0; i--) {
        const level = levels[i];
        if (level === undefined) continue;
        const inside = relative(level.folder, absolute).split(sep).join("/");
        if (inside === "" || inside.startsWith("../")) continue;
        const answer = level.rules.test(isFolder ? `${inside}/` : inside);
        if (answer.ignored) return !isTracked(absolute);
        if (answer.unignored) return false;
      }
      return false;
    },
    enter(folder, entries) {
      if (!entries.some((entry) => entry.name === ".gitignore" && entry.isFile())) return this;
      return ignoresOf([...levels, ...levelsOf(resolve(folder), join(folder, ".gitignore"))], isTracked);
    },
  };
}
