import { type Dirent, existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import ignore, { type Ignore } from "ignore";

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
  if (root === undefined || root === start) return ignoresOf(root === undefined ? [] : excludesOf(root));

  const levels: Level[] = [...excludesOf(root)];
  const between = relative(root, start).split(sep);
  for (let depth = 0; depth < between.length; depth++) {
    const above = join(root, ...between.slice(0, depth));
    if (ignoresOf(levels).ignores(above, true)) return ignoresOf([]);
    const file = join(above, ".gitignore");
    if (existsSync(file)) levels.push(levelOf(above, file));
  }
  return ignoresOf(levels).ignores(start, true) ? ignoresOf([]) : ignoresOf(levels);
}

/** The folder that holds `.git`, here or above. */
export function repositoryRoot(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return undefined;
  }
}

function excludesOf(root: string): readonly Level[] {
  const file = join(root, ".git", "info", "exclude");
  return existsSync(file) ? [levelOf(root, file)] : [];
}

function levelOf(folder: string, file: string): Level {
  return { folder, rules: ignore().add(readFileSync(file, "utf8")) };
}

function ignoresOf(levels: readonly Level[]): Ignores {
  return {
    ignores(path, isFolder) {
      const absolute = resolve(path);
      // The deepest `.gitignore` that says anything decides (gitignore(5)).
      for (let i = levels.length - 1; i >= 0; i--) {
        const level = levels[i];
        if (level === undefined) continue;
        const inside = relative(level.folder, absolute).split(sep).join("/");
        if (inside === "" || inside.startsWith("../")) continue;
        const answer = level.rules.test(isFolder ? `${inside}/` : inside);
        if (answer.ignored) return true;
        if (answer.unignored) return false;
      }
      return false;
    },
    enter(folder, entries) {
      if (!entries.some((entry) => entry.name === ".gitignore" && entry.isFile())) return this;
      return ignoresOf([...levels, levelOf(resolve(folder), join(folder, ".gitignore"))]);
    },
  };
}
