import { readFileSync } from "node:fs";
import { codeOf } from "../walk.ts";
import { type IndexEntry, readIndexEntries } from "./index-file.ts";
import type { Repository } from "./repository.ts";
import { gitProblem, runGit } from "./run-git.ts";

export type IndexRead =
  | { readonly outcome: "read"; readonly entries: readonly IndexEntry[] }
  | { readonly outcome: "unable"; readonly message: string };

/** What the index of a repository holds: read by ourselves where we can, else printed by git. */
export function readIndex(repository: Repository): IndexRead {
  let bytes: Buffer;
  try {
    bytes = readFileSync(repository.indexFile);
  } catch (error) {
    // Nothing was ever staged.
    if (codeOf(error) === "ENOENT") return { outcome: "read", entries: [] };
    return { outcome: "unable", message: `cannot read ${repository.indexFile}: ${codeOf(error) ?? "unknown error"}` };
  }
  const entries = readIndexEntries(bytes);
  return entries === undefined ? printedByGit(repository) : { outcome: "read", entries };
}

function printedByGit(repository: Repository): IndexRead {
  const result = runGit(repository, ["ls-files", "--stage", "-z", "--full-name"]);
  if (result.outcome !== "done") return { outcome: "unable", message: gitProblem(repository, result) };
  const entries = result.stdout
    .toString("utf8")
    .split("\0")
    .flatMap((line): IndexEntry[] => {
      const [, mode, id, stage, path] = /^(\d+) ([0-9a-f]+) ([0-3])\t(.*)$/s.exec(line) ?? [];
      if (mode === undefined || id === undefined || path === undefined) return [];
      return [{ path, mode: Number.parseInt(mode, 8), id, stage: Number(stage), isIntended: false }];
    });
  return { outcome: "read", entries };
}
