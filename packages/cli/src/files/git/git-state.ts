import type { ProjectTree, TreeFile } from "../project-tree.ts";
import type { Blobs } from "./blobs.ts";
import type { Repository } from "./repository.ts";
import { type LinkTargets, linkTargets, resolveInTree } from "./resolve-in-tree.ts";
import type { Tree } from "./tree.ts";

/** One state of a repository as git records it: the index, a revision. */
export interface GitState {
  readonly repository: Repository;
  /** What people call it: `the index`, `HEAD`, `origin/main`. */
  readonly name: string;
  readonly tree: Tree;
  readonly blobs: Blobs;
  readonly targetOf: LinkTargets;
}

export function gitState(repository: Repository, name: string, tree: Tree, blobs: Blobs): GitState {
  return { repository, name, tree, blobs, targetOf: linkTargets(tree, blobs) };
}

/** The project in this state, for whoever reads its configuration. */
export function projectTreeOf({ repository, name, tree, blobs, targetOf }: GitState): ProjectTree {
  return {
    root: repository.root,
    state: name,
    read(path): TreeFile {
      const found = resolveInTree(tree, path, targetOf);
      switch (found.outcome) {
        case "missing":
          return { outcome: "missing" };
        case "folder":
        case "submodule":
          return { outcome: "unreadable", reason: "it is no file" };
        case "outside":
          return { outcome: "unreadable", reason: "it is a symlink out of the project" };
        case "file": {
          const blob = blobs.read(found.entry.id);
          return blob.outcome === "read" ? blob : { outcome: "unreadable", reason: `it is ${blob.outcome}` };
        }
      }
    },
  };
}
