import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { blobsOf } from "./blobs.ts";
import { type GitState, gitState } from "./git-state.ts";
import type { Repository } from "./repository.ts";
import { gitProblem, runGit } from "./run-git.ts";
import { kindOf, type TreeEntry, treeOf } from "./tree.ts";

export type Revision =
  | { readonly outcome: "opened"; readonly state: GitState }
  | { readonly outcome: "unable"; readonly message: string };

/** The files of a revision, by whatever name git knows it. */
export function openRevision(repository: Repository, revision: string): Revision {
  const commit = commitOf(repository, revision);
  if (commit.outcome === "unable") return commit;
  return openCommit(repository, commit.id, revision);
}

/**
 * The state that a change starts from: where it branched off the revision, so that nothing is blamed on it which
 * happened there since; the revision itself where both have no common history.
 */
export function openBase(repository: Repository, revision: string): Revision {
  const commit = commitOf(repository, revision);
  if (commit.outcome === "unable") return commit;
  const base = runGit(repository, ["merge-base", commit.id, "HEAD"]);
  if (base.outcome === "done") {
    const id = base.stdout.toString("latin1").trim().split("\n")[0] ?? commit.id;
    const name =
      id === commit.id ? shortened(revision) : `${shortened(id)}, where this branched off ${shortened(revision)}`;
    return openCommit(repository, id, name);
  }
  if (base.outcome !== "failed") return { outcome: "unable", message: gitProblem(repository, base) };
  if (base.code === 1 && !isShallow(repository)) return openCommit(repository, commit.id, revision);
  if (base.code === 1) {
    return { outcome: "unable", message: `where this branched off ${revision} is not known: ${shallowHint}` };
  }
  const message = /HEAD/.test(base.stderr)
    ? "nothing was committed here yet, so there is nothing to compare with"
    : gitProblem(repository, base);
  return { outcome: "unable", message };
}

/** A revision as people read it; a full hash is as good with its beginning. */
export function shortened(revision: string): string {
  return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 12) : revision;
}

type Commit =
  | { readonly outcome: "found"; readonly id: string }
  | { readonly outcome: "unable"; readonly message: string };

function commitOf(repository: Repository, revision: string): Commit {
  // What begins so would be an option to git; no revision does.
  if (revision === "" || revision.startsWith("-")) return unknownRevision(repository, revision);
  const result = runGit(repository, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]);
  if (result.outcome === "done") return { outcome: "found", id: result.stdout.toString("latin1").trim() };
  if (result.outcome === "failed" && (result.code === 1 || /unknown revision|Needed a single/.test(result.stderr))) {
    return unknownRevision(repository, revision);
  }
  return { outcome: "unable", message: gitProblem(repository, result) };
}

function unknownRevision(repository: Repository, revision: string): Commit {
  const hint = isShallow(repository) ? `: ${shallowHint}` : "";
  return { outcome: "unable", message: `git knows no revision "${revision}" here${hint}` };
}

const shallowHint = "this clone is shallow; check out its history too (actions/checkout: `fetch-depth: 0`)";

function isShallow({ gitFolder, environment }: Repository): boolean {
  return existsSync(join(commonFolder(gitFolder, environment), "shallow"));
}

/** Where a linked working tree has what it shares with the others (gitrepository-layout(5), commondir). */
function commonFolder(gitFolder: string, environment: Repository["environment"]): string {
  const named = environment.GIT_COMMON_DIR;
  if (named !== undefined) return named;
  try {
    return resolve(gitFolder, readFileSync(join(gitFolder, "commondir"), "utf8").trim());
  } catch {
    return gitFolder;
  }
}

function openCommit(repository: Repository, id: string, name: string): Revision {
  const result = runGit(repository, ["ls-tree", "-r", "-z", "--full-tree", id]);
  if (result.outcome !== "done") return { outcome: "unable", message: gitProblem(repository, result) };
  const entries = result.stdout
    .toString("utf8")
    .split("\0")
    .flatMap((line): TreeEntry[] => {
      const [, mode, blob, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      if (mode === undefined || blob === undefined || path === undefined) return [];
      return [{ path, kind: kindOf(Number.parseInt(mode, 8)), id: blob }];
    });
  return { outcome: "opened", state: gitState(repository, name, treeOf(entries), blobsOf(repository)) };
}
