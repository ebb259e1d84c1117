import type { Blobs } from "./blobs.ts";
import type { Tree, TreeEntry } from "./tree.ts";

export type Resolved =
  | { readonly outcome: "file"; readonly entry: TreeEntry }
  | { readonly outcome: "folder"; readonly path: string }
  /** A commit of another repository. */
  | { readonly outcome: "submodule" }
  | { readonly outcome: "missing" }
  /** Symlinks lead out of the repository. */
  | { readonly outcome: "outside" };

/** Where a symlink points, as it was recorded. */
export type LinkTargets = (link: TreeEntry) => string | undefined;

/** All targets of a tree are fetched with the first one. */
export function linkTargets(tree: Tree, blobs: Blobs): LinkTargets {
  let isExpected = false;
  return (link) => {
    if (!isExpected) blobs.expect(tree.entries.flatMap(({ kind, id }) => (kind === "symlink" ? [id] : [])));
    isExpected = true;
    const blob = blobs.read(link.id);
    return blob.outcome === "read" ? blob.bytes.toString("utf8") : undefined;
  };
}

/** As many symlinks one path may go through (Linux: MAXSYMLINKS). */
const mostLinks = 40;

/**
 * What lies at a path once its symlinks are followed, within the tree alone. `machine` is the folder that is the root of
 * the described machine: there, `/` and `..` lead where they would lead that machine.
 */
export function resolveInTree(tree: Tree, path: string, targetOf: LinkTargets, machine?: string): Resolved {
  const base = machine === undefined || machine === "" ? [] : machine.split("/");
  const walked = [...base];
  const ahead = path.split("/").reverse();
  let links = 0;
  for (let part = ahead.pop(); part !== undefined; part = ahead.pop()) {
    if (part === "" || part === ".") continue;
    if (part === "..") {
      if (walked.length > base.length) walked.pop();
      else if (machine === undefined) return { outcome: "outside" };
      continue;
    }
    walked.push(part);
    const entry = tree.at(walked.join("/"));
    if (entry === undefined) {
      if (!tree.isFolder(walked.join("/"))) return { outcome: "missing" };
    } else if (entry.kind === "symlink") {
      const target = targetOf(entry);
      links++;
      if (target === undefined || target === "" || links > mostLinks) return { outcome: "missing" };
      if (target.startsWith("/") && machine === undefined) return { outcome: "outside" };
      if (target.startsWith("/")) walked.splice(base.length);
      else walked.pop();
      ahead.push(...target.split("/").reverse());
    } else if (ahead.some((name) => name !== "" && name !== ".")) {
      return { outcome: entry.kind === "submodule" ? "submodule" : "missing" };
    } else {
      return entry.kind === "submodule" ? { outcome: "submodule" } : { outcome: "file", entry };
    }
  }
  return { outcome: "folder", path: walked.join("/") };
}
