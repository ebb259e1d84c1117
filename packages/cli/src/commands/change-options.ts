import type { Command } from "commander";

/** Which change is looked at, and how much of what it does is told. */
export interface ChangeOptions {
  /** What a commit would change: from HEAD to the index. */
  readonly staged: boolean;
  /** What the working tree changes against this revision. */
  readonly changedSince: string | undefined;
  /** The paths say what is told, not what is read. */
  readonly focus: boolean;
}

export const noChange: ChangeOptions = { staged: false, changedSince: undefined, focus: false };

/** What commander leaves in `opts()` for the options below. */
export interface GivenChange {
  readonly staged?: boolean | undefined;
  readonly changedSince?: string | undefined;
  readonly focus?: boolean | undefined;
}

export function declareChangeOptions(command: Command): void {
  command
    .option("--staged", "scan what git would commit, and tell only what that makes new or worse")
    .option("--changed-since <revision>", "tell only what is new or worse since the change branched off there")
    .option("--focus", "read the whole repository, and tell only what has a place in the named files");
}

/** The options, or a sentence on why they cannot go together. */
export function changeOptions(
  { staged = false, changedSince, focus = false }: GivenChange,
  paths: readonly string[],
): ChangeOptions | string {
  if (staged && changedSince !== undefined) return "--staged and --changed-since are two changes; give one of them";
  if (focus && paths.length === 0) return "--focus needs the files that are of interest";
  if ((staged || focus) && paths.includes("-")) return "standard input (-) is no part of a repository";
  return { staged, changedSince, focus };
}
