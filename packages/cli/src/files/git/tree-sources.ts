import { realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import {
  type BlobFile,
  type InputFile,
  matcherOf,
  type OpenedFile,
  type SkipReason,
  type Sources,
} from "@authgraph/engine";
import { listedPaths } from "../listed-paths.ts";
import { pathWithin } from "../project-tree.ts";
import { isBinary, largestText } from "../read-file.ts";
import { fileInRootfs } from "../rootfs.ts";
import type { GitState } from "./git-state.ts";
import { type Resolved, resolveInTree } from "./resolve-in-tree.ts";
import type { Tree, TreeEntry } from "./tree.ts";

export interface TreeSourcesOptions {
  /** Files and folders as given on the command line. */
  readonly paths: readonly string[];
  /** Root folder of the described machine, for absolute paths inside it. */
  readonly rootfs: string | undefined;
  /** Whether a file is worth opening. */
  readonly isOurs: (path: string) => boolean;
}

/**
 * The files of one state of a repository, met as a walk over them would meet them: under the same paths, in the same
 * order, with the same left out. Contents are named, and read only when somebody asks.
 */
export function treeSources(state: GitState, { paths, rootfs, isOurs }: TreeSourcesOptions): Sources {
  const { tree, blobs, targetOf } = state;
  const root = state.repository.root;
  const given = [...new Set(paths)].flatMap((path) => namedBy(state, path));

  const entryAt = new Map<string, TreeEntry>();
  const listed = listedPaths((path) => entryAt.get(path)?.kind === "symlink");

  function* list(): Generator<InputFile> {
    const seen = new Map<string, InputFile["outcome"]>();
    for (const one of given) {
      for (const { file, real } of one.kind === "file" ? [met(one.path, one.entry)] : below(one)) {
        // What was passed over by its own name may be read by that of a symlink.
        const before = seen.get(real);
        if (before === "blob" || (before !== undefined && file.outcome === "skipped")) continue;
        seen.set(real, file.outcome);
        yield file;
      }
    }
  }

  function* below({ path, inside }: GivenFolder): Generator<Met> {
    const prefix = inside === "" ? "" : `${inside}/`;
    for (const entry of tree.entries) {
      if (!entry.path.startsWith(prefix)) continue;
      const rest = entry.path.slice(prefix.length).split("/").join(sep);
      yield meet(path === "." ? rest : join(path, rest), entry, prefix);
    }
  }

  function meet(path: string, entry: TreeEntry, prefix: string): Met {
    const skipped = (reason: SkipReason): Met => ({ file: { outcome: "skipped", path, reason }, real: entry.path });
    if (entry.kind === "submodule") return skipped("submodule");
    if (!isOurs(entry.path)) {
      // Of another format until a flag names it and says what it is.
      entryAt.set(path, entry);
      listed.add(path, { opened: false });
      return skipped("not a format we read");
    }
    if (entry.kind === "file") return met(path, entry);
    const target = resolveInTree(tree, entry.path, targetOf);
    if (target.outcome !== "file") return skipped(whyNot(target));
    // Under its own name it is met as well, unless that name is none of ours.
    const { path: real } = target.entry;
    if (real.startsWith(prefix) && isOurs(real)) return skipped("symlink to another input");
    return met(relative(".", join(root, real)), target.entry);
  }

  function met(path: string, entry: TreeEntry): Met {
    entryAt.set(path, entry);
    listed.add(path, { opened: true });
    return { file: named(path, entry.id), real: entry.path };
  }

  function named(path: string, id: string): BlobFile {
    blobs.offer([id]);
    return { outcome: "blob", path, id, read: () => opened(path, id) };
  }

  function opened(path: string, id: string): OpenedFile {
    const content = blobs.read(id);
    if (content.outcome === "missing") return { outcome: "skipped", path, reason: "read error" };
    if (content.outcome === "too large" || content.bytes.length > largestText) {
      return { outcome: "skipped", path, reason: "too large" };
    }
    const { bytes } = content;
    return isBinary(bytes) ? { outcome: "skipped", path, reason: "binary" } : { outcome: "read", path, bytes };
  }

  function find(path: string, accepted?: (path: string) => boolean): InputFile | undefined {
    if (rootfs === undefined) {
      const at = listed.find(path, accepted);
      const entry = at === undefined ? undefined : entryAt.get(at);
      return at === undefined || entry === undefined ? undefined : named(at, entry.id);
    }
    const machine = pathInRepository(root, rootfs);
    // A machine outside is described by whoever runs the command, not by the change.
    if (machine === undefined) return fileInRootfs(rootfs, path);
    const found = resolveInTree(tree, path, targetOf, machine);
    if (found.outcome !== "file") return undefined;
    return named(join(rootfs, found.entry.path.slice(machine.length)), found.entry.id);
  }

  function expect(files: readonly BlobFile[]): void {
    blobs.expect(files.map(({ id }) => id));
  }

  return { list, find, expect };
}

/** Whether a path of the command line names anything in this state. */
export function isNamedIn(state: GitState, path: string): boolean {
  return namedBy(state, path).length > 0;
}

function namedBy({ repository: { root }, tree, targetOf }: GitState, path: string): readonly Given[] {
  const inside = path === "" ? undefined : pathInRepository(root, path);
  if (inside === undefined) return [];
  const found = resolveInTree(tree, inside, targetOf);
  if (found.outcome === "file") return [{ kind: "file", path, entry: found.entry }];
  if (found.outcome === "folder") return [{ kind: "folder", path, inside: found.path }];
  return /[*?]/.test(path) ? matches(root, tree, inside) : [];
}

/** What a pattern means where the shell left it to us. */
function matches(root: string, tree: Tree, pattern: string): readonly Given[] {
  const isMatch = matcherOf([pattern]);
  return tree.entries.flatMap((entry) =>
    entry.kind === "file" && isMatch(entry.path)
      ? [{ kind: "file", path: relative(".", join(root, entry.path)), entry }]
      : [],
  );
}

type Given = { readonly kind: "file"; readonly path: string; readonly entry: TreeEntry } | GivenFolder;

interface GivenFolder {
  readonly kind: "folder";
  readonly path: string;
  readonly inside: string;
}

/** A file under the name by which it is told, and where it really lies. */
interface Met {
  readonly file: InputFile;
  readonly real: string;
}

function whyNot({ outcome }: Exclude<Resolved, { outcome: "file" }>): SkipReason {
  switch (outcome) {
    case "folder":
      return "symlink to a folder";
    case "submodule":
      return "submodule";
    case "missing":
      return "broken symlink";
    case "outside":
      return "symlink out of the project";
  }
}

/** The path from the root, whether it exists on the disk or not; undefined where it lies outside. */
function pathInRepository(root: string, path: string): string | undefined {
  const inside = pathWithin(root, path);
  if (inside !== undefined) return inside;
  // We may stand in the repository by way of a symlink.
  try {
    return pathWithin(realpathSync(root), realLocation(resolve(path)));
  } catch {
    return undefined;
  }
}

function realLocation(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realLocation(dirname(path)), basename(path));
  }
}
