import { spawnSync } from "node:child_process";
import type { PullRequest } from "./pull-request.ts";

/** What a pull request is compared with. */
export type BaseRevision =
  | { readonly outcome: "found"; readonly revision: string }
  /** The clone does not have it. */
  | { readonly outcome: "missing"; readonly message: string };

/** Asks git for one line; undefined where it has no answer. */
export type AskGit = (args: readonly string[]) => string | undefined;

/**
 * The state that a pull request starts from, as a full revision.
 *
 * Of the merge that GitHub checks out it is the first parent: the base branch may have moved since the event, and what
 * others merged is not this change. Else it is where both sides parted.
 */
export function baseRevisionOf(pullRequest: PullRequest, sha: string | undefined, ask: AskGit): BaseRevision {
  const head = commit("HEAD", ask);
  if (pullRequest.isMerged && head !== undefined && head === sha) {
    const base = commit("HEAD^1", ask);
    if (base !== undefined && commit("HEAD^2", ask) !== undefined) return { outcome: "found", revision: base };
  }
  const parted = revisionIn(ask(["merge-base", pullRequest.base, "HEAD"]));
  if (parted !== undefined) return { outcome: "found", revision: parted };
  const what = head === undefined ? "there is no git repository here" : "it is not in this clone";
  return { outcome: "missing", message: `${what}: give actions/checkout fetch-depth: 2` };
}

function commit(name: string, ask: AskGit): string | undefined {
  return revisionIn(ask(["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]));
}

function revisionIn(answer: string | undefined): string | undefined {
  return answer !== undefined && /^[0-9a-f]{40,64}$/.test(answer) ? answer : undefined;
}

/** Asks the git of this machine, which runs nothing that the repository configures. */
export function askGit(args: readonly string[]): string | undefined {
  const harmless = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "--no-replace-objects"];
  const { status, stdout } = spawnSync("git", [...harmless, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout.trim() : undefined;
}
