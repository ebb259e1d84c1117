/** What git records under one path. */
export interface TreeEntry {
  /** From the root of the repository, with `/` between. */
  readonly path: string;
  readonly kind: "file" | "symlink" | "submodule";
  /** Of its blob; of a submodule, its commit. */
  readonly id: string;
}

/** The files of a repository in one of its states: the index, a revision. */
export interface Tree {
  /** In the order in which a walk over the same files would meet them. */
  readonly entries: readonly TreeEntry[];
  at(path: string): TreeEntry | undefined;
  isFolder(path: string): boolean;
}

export function treeOf(entries: readonly TreeEntry[]): Tree {
  // Some trees are never listed, and most never asked for one path.
  let sorted: readonly TreeEntry[] | undefined;
  let byPath: ReadonlyMap<string, TreeEntry> | undefined;
  let folders: ReadonlySet<string> | undefined;
  return {
    get entries() {
      sorted ??= [...entries].sort((a, b) => byWalk(a.path, b.path));
      return sorted;
    },
    at(path) {
      byPath ??= new Map(entries.map((entry) => [entry.path, entry]));
      return byPath.get(path);
    },
    isFolder(path) {
      folders ??= foldersOf(entries);
      return folders.has(path);
    },
  };
}

/** Git's mode of an entry (gitformat-index(5)). */
export function kindOf(mode: number): TreeEntry["kind"] {
  switch (mode >> 12) {
    case 0o12:
      return "symlink";
    case 0o16:
      return "submodule";
    default:
      return "file";
  }
}

/** Folder by folder, by UTF-16 units: `a/z` stands before `a-b`. */
function byWalk(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return (x === slash ? 0 : x) - (y === slash ? 0 : y);
  }
  return a.length - b.length;
}

const slash = 0x2f;

function foldersOf(entries: readonly TreeEntry[]): ReadonlySet<string> {
  const folders = new Set([""]);
  for (const { path } of entries) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
