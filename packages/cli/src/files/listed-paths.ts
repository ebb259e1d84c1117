import { lstatSync } from "node:fs";
import { basename, posix, resolve, sep } from "node:path";

/** The files of the inputs by the ends of their paths: a flag names a file as the machine that reads it would. */
export interface ListedPaths {
  /** `opened`: it was read as an input, so a symlink there is no way out of the project. */
  add(path: string, options: { readonly opened: boolean }): void;
  /** The first listed file that is accepted and whose path ends as this one does, whole names compared. */
  find(path: string, accepted?: (path: string) => boolean): string | undefined;
}

interface ListedPath {
  readonly path: string;
  readonly opened: boolean;
}

/** `isSymlink` is asked about what was not opened. */
export function listedPaths(isSymlink: (path: string) => boolean = isSymlinkOnDisk): ListedPaths {
  const listed: ListedPath[] = [];
  // Most inputs name no file, so that nobody asks.
  let byName: ReadonlyMap<string, readonly ListedPath[]> | undefined;
  return {
    add(path, { opened }) {
      listed.push({ path, opened });
      byName = undefined;
    },
    find(path, accepted = () => true) {
      byName ??= byLastName(listed);
      const tail = posix.normalize(`/${path}`);
      const found = (byName.get(posix.basename(tail)) ?? []).find(
        (candidate) =>
          resolve(candidate.path).split(sep).join("/").endsWith(tail) &&
          (candidate.opened || !isSymlink(candidate.path)) &&
          accepted(candidate.path),
      );
      return found?.path;
    },
  };
}

function byLastName(listed: readonly ListedPath[]): ReadonlyMap<string, readonly ListedPath[]> {
  const byName = new Map<string, ListedPath[]>();
  for (const one of listed) {
    const name = basename(one.path);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [one]);
    else known.push(one);
  }
  return byName;
}

function isSymlinkOnDisk(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== false;
}
