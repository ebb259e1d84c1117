import { repositoryOf } from "../files/git/open-repository.ts";
import type { Repository } from "../files/git/repository.ts";
import { runGit } from "../files/git/run-git.ts";
import type { PullRequest } from "./pull-request.ts";

/** The merge that is checked out for a pull request has its base as a parent; any other commit may have it far behind. */
const hint = "give actions/checkout fetch-depth: 2, or 0 where it checks out another ref";

export type BaseRevision =
  | { readonly outcome: "found"; readonly revision: string }
  /** The clone does not have it. */
  | { readonly outcome: "missing"; readonly message: string };

/**
 * The state that a pull request starts from, as a full revision.
 *
 * Of the merge that GitHub checks out it is the first parent: the base branch may have moved since the event, and what
 * others merged is not this change. Else it is where both sides parted.
 */
export function baseRevisionOf(
  { base, isMerged }: PullRequest,
  sha: string | undefined,
  paths: readonly string[],
): BaseRevision {
  const found = repositoryOf(paths);
  if (found.outcome === "unable") return { outcome: "missing", message: found.message };
  const { repository } = found;
  if (isMerged && sha !== undefined && commit(repository, "HEAD") === sha) {
    const first = commit(repository, "HEAD^1");
    if (first !== undefined && commit(repository, "HEAD^2") !== undefined) return { outcome: "found", revision: first };
  }
  const parted = revisionFrom(repository, ["merge-base", base, "HEAD"]);
  if (parted !== undefined) return { outcome: "found", revision: parted };
  return { outcome: "missing", message: `the clone does not have ${base}: ${hint}` };
}

function commit(repository: Repository, name: string): string | undefined {
  return revisionFrom(repository, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`]);
}

/** What git answers, if it is a revision. */
function revisionFrom(repository: Repository, args: readonly string[]): string | undefined {
  const result = runGit(repository, args);
  if (result.outcome !== "done") return undefined;
  return /^[0-9a-f]{40,64}(?=\n|$)/.exec(result.stdout.toString("latin1"))?.[0];
}
