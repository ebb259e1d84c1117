import { readFileSync } from "node:fs";

/** What the event says of the change that is looked at. */
export interface PullRequest {
  /** The revision that the base branch stood at. */
  readonly base: string;
  /** `refs/pull/7/merge` is a merge of both sides, made by GitHub. */
  readonly isMerged: boolean;
  /** Whoever sent it gets a token that can only read. */
  readonly isReadOnly: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The pull request, or the group of a merge queue, that the workflow runs for; undefined where it runs for none. Not for
 * `pull_request_target`: what is checked out there is the base itself.
 */
export function pullRequestOf(env: Environment): PullRequest | undefined {
  const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path, GITHUB_REF = "", GITHUB_ACTOR, GITHUB_REPOSITORY } = env;
  if (path === undefined || (name !== "pull_request" && name !== "merge_group")) return undefined;
  const event = readEvent(path);
  if (name === "merge_group") {
    const base = revision(field(event, "merge_group", "base_sha"));
    return base === undefined ? undefined : { base, isMerged: false, isReadOnly: false };
  }
  const base = revision(field(event, "pull_request", "base", "sha"));
  if (base === undefined) return undefined;
  const head = field(event, "pull_request", "head", "repo", "full_name");
  return {
    base,
    isMerged: /^refs\/pull\/\d+\/merge$/.test(GITHUB_REF),
    // The repository of a fork may be gone by now, and Dependabot is nobody's colleague.
    isReadOnly: head !== GITHUB_REPOSITORY || GITHUB_ACTOR === "dependabot[bot]",
  };
}

function readEvent(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

function field(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (at, name) =>
      typeof at === "object" && at !== null ? Object.getOwnPropertyDescriptor(at, name)?.value : undefined,
    value,
  );
}

/** The event may say anything; git must not take it for an option or an expression. */
function revision(value: unknown): string | undefined {
  return typeof value === "string" && /^[0-9a-f]{40,64}$/.test(value) ? value : undefined;
}
