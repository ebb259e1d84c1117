import { type Blobs, blobsOf } from "./blobs.ts";
import { type GitState, gitState } from "./git-state.ts";
import type { IndexEntry } from "./index-file.ts";
import { readIndex } from "./index-tree.ts";
import type { Repository } from "./repository.ts";
import { gitProblem, runGit } from "./run-git.ts";
import { kindOf, type TreeEntry, treeOf } from "./tree.ts";

export type Staged =
  | {
      readonly outcome: "opened";
      /** The index: what a commit would hold. */
      readonly after: GitState;
      /** HEAD; empty where nothing was committed yet. */
      readonly before: GitState;
      readonly changes: readonly StagedChange[];
      /** All that is staged, in the order of the index. */
      readonly entries: readonly TreeEntry[];
    }
  | { readonly outcome: "unable"; readonly message: string };

/** One path whose content the commit would change. A rename is two: one goes, one comes. */
export interface StagedChange {
  readonly path: string;
  /** Undefined: it is added. */
  readonly before: TreeEntry | undefined;
  /** Undefined: it is deleted. */
  readonly after: TreeEntry | undefined;
}

/**
 * What is staged, and what it stands on. One process of git says how both differ; HEAD's tree is then the index with
 * these differences taken back. `isOurs` says which contents somebody will ask for.
 */
export function openStaged(repository: Repository, isOurs: (path: string) => boolean): Staged {
  const key = JSON.stringify(repository);
  if (last?.key !== key || last.isOurs !== isOurs) last = { key, isOurs, staged: readStaged(repository, isOurs) };
  return last.staged;
}

/** A hook has a quick look before it takes a whole one: both are to see the same, and to start git once. */
let last: { readonly key: string; readonly isOurs: (path: string) => boolean; readonly staged: Staged } | undefined;

function readStaged(repository: Repository, isOurs: (path: string) => boolean): Staged {
  const index = readIndex(repository);
  if (index.outcome === "unable") return index;
  const conflicts = [...new Set(index.entries.filter(({ stage }) => stage !== 0).map(({ path }) => path))];
  if (conflicts.length > 0) return { outcome: "unable", message: conflictMessage(conflicts) };

  const result = runGit(repository, ["diff-index", "--cached", "--raw", "-z", "--no-abbrev", ...plain, "HEAD", "--"]);
  if (result.outcome !== "done" && !(result.outcome === "failed" && isUnborn(result.stderr))) {
    return { outcome: "unable", message: gitProblem(repository, result) };
  }
  const staged = index.entries.filter(({ isIntended }) => !isIntended).map(entryOf);
  const isStaged = new Set(staged.map(({ path }) => path));
  const changes =
    result.outcome === "done"
      ? rawChanges(result.stdout).filter(({ path, after }) => after === undefined || isStaged.has(path))
      : staged.map((after): StagedChange => ({ path: after.path, before: undefined, after }));

  const changed = new Set(changes.map(({ path }) => path));
  const committed = [
    ...staged.filter(({ path }) => !changed.has(path)),
    ...changes.flatMap(({ before }) => (before === undefined ? [] : [before])),
  ];
  const blobs = blobsOf(repository);
  expectChanges(blobs, changes, isOurs);
  blobs.expect(staged.flatMap(({ path, kind, id }) => (kind === "file" && isOfTheProject(path) ? [id] : [])));
  return {
    outcome: "opened",
    after: gitState(repository, "the index", treeOf(staged), blobs),
    before: gitState(repository, "HEAD", treeOf(committed), blobs),
    changes,
    entries: staged,
  };
}

/** Renames are told by what the objects are, not by git. */
const plain: readonly string[] = ["--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=none"];

/** A branch without a commit yet: HEAD names nothing. */
function isUnborn(stderr: string): boolean {
  return /(?:ambiguous argument|bad revision) 'HEAD'/.test(stderr);
}

function entryOf({ path, mode, id }: IndexEntry): TreeEntry {
  return { path, kind: kindOf(mode), id };
}

/** `:<mode> <mode> <id> <id> <status>`, NUL, the path, NUL (git-diff-index(1), "RAW OUTPUT FORMAT"). */
function rawChanges(output: Buffer): readonly StagedChange[] {
  const fields = output.toString("utf8").split("\0");
  const changes: StagedChange[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [oldMode = "", newMode = "", oldId = "", newId = ""] = (fields[at] ?? "").slice(1).split(" ");
    const path = fields[at + 1] ?? "";
    changes.push({ path, before: sideOf(path, oldMode, oldId), after: sideOf(path, newMode, newId) });
  }
  return changes;
}

function sideOf(path: string, mode: string, id: string): TreeEntry | undefined {
  const bits = Number.parseInt(mode, 8);
  return bits === 0 ? undefined : { path, kind: kindOf(bits), id };
}

/** What is read before anything else: the configuration, and what it takes for known. */
function isOfTheProject(path: string): boolean {
  return /(?:^|\/)authgraph(?:\.yaml|-baseline\.json)$/.test(path);
}

/** What did not change is often known already; what did is not, on either side. */
function expectChanges(blobs: Blobs, changes: readonly StagedChange[], isOurs: (path: string) => boolean): void {
  for (const { path, before, after } of changes) {
    if (!isOurs(path)) continue;
    for (const side of [before, after]) if (side !== undefined && side.kind !== "submodule") blobs.expect([side.id]);
  }
}

const conflictsShown = 5;

function conflictMessage(paths: readonly string[]): string {
  const more = paths.length > conflictsShown ? `, … (${paths.length} in all)` : "";
  return `the index has conflicts, so nobody knows yet what a commit would hold; resolve and stage ${paths.slice(0, conflictsShown).join(", ")}${more}`;
}
