import { lstatSync } from "node:fs";
import { basename, posix, resolve, sep } from "node:path";

/** The files of the inputs by the ends of their paths: a flag names a file as the machine that reads it would. */
export interface ListedPaths {
  /** `opened`: it was read as an input, so a symlink there is no way out of the project. */
  add(path: string, options: { readonly opened: boolean }): void;
  /** The first listed file whose path ends as this one does, whole names compared. */
  find(path: string): string | undefined;
}

export function listedPaths(): ListedPaths {
  const byName = new Map<string, { readonly path: string; readonly opened: boolean }[]>();
  return {
    add(path, { opened }) {
      const name = basename(path);
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [{ path, opened }]);
      else known.push({ path, opened });
    },
    find(path) {
      const tail = posix.normalize(`/${path}`);
      const found = (byName.get(posix.basename(tail)) ?? []).find(
        (candidate) =>
          resolve(candidate.path).split(sep).join("/").endsWith(tail) &&
          (candidate.opened || !isSymlink(candidate.path)),
      );
      return found?.path;
    },
  };
}

function isSymlink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== false;
}
