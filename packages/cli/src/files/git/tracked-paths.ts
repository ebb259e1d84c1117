import { readIndex } from "./index-tree.ts";
import { findRepository } from "./repository.ts";

/** What a repository tracks: git does not ignore a file that it tracks, whatever a `.gitignore` says. */
export interface TrackedPaths {
  /** A file, or a folder that holds one; from the root of the repository. */
  has(path: string): boolean;
}

/** Reads the index of the repository with this root; where it cannot be read, nothing is known to be tracked. */
export function trackedPaths(root: string): TrackedPaths {
  const known = new Set<string>();
  const repository = findRepository(root);
  const index = repository === undefined ? undefined : readIndex(repository);
  for (const { path } of index?.outcome === "read" ? index.entries : []) {
    for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
      const part = path.slice(0, end);
      if (known.has(part)) break;
      known.add(part);
    }
  }
  return { has: (path) => known.has(path) };
}
