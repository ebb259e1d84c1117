import type { Sources } from "@authgraph/engine";
import type { Tree } from "./git/tree.ts";
import { openPaths } from "./path-sources.ts";
import { type ProjectTree, workingTree } from "./project-tree.ts";

/** What is to be read. */
export interface AskedInputs {
  /** As given; none: the folder we stand in, of a change the whole repository. */
  readonly paths: readonly string[];
  /** Root folder of the described machine, for absolute paths inside it. */
  readonly rootfs: string | undefined;
  /** Whether a file met in a folder is worth opening. */
  readonly isOurs: (path: string) => boolean;
  /** What a commit would change: from HEAD to the index. */
  readonly staged: boolean;
  /** What the working tree changes since this revision. */
  readonly changedSince: string | undefined;
  /** The whole repository is read, and the paths say what of it is of interest. */
  readonly focus: boolean;
}

export type InputsResult =
  | ({ readonly outcome: "opened" } & OpenedInputs)
  /** Something named on the command line cannot be read. */
  | { readonly outcome: "unable"; readonly message: string };

export interface OpenedInputs {
  /** What is read, as paths from where we stand: those that were given, or what they stand for. */
  readonly inputs: readonly string[];
  readonly sources: Sources;
  readonly project: ProjectTree;
  /** Undefined where no change was asked for. */
  readonly before: InputsBefore | undefined;
  /** Both states of a change, where git has names for all that they hold. */
  readonly trees?: readonly [before: Tree, after: Tree] | undefined;
  /** What was asked for and could not be read, a sentence each; complete once everything was read. */
  unreadable(): readonly string[];
}

/** The state that a change starts from. */
export interface InputsBefore {
  readonly sources: Sources;
  readonly project: ProjectTree;
  /** For people: `HEAD`, `origin/main`. */
  readonly since: string;
  /** Whether the change may bring its own excuses: that of somebody who is about to commit it himself. */
  readonly trustChange: boolean;
}

/** Opens what is to be scanned: a project as it lies there, or a change to it. */
export async function openInputs(asked: AskedInputs): Promise<InputsResult> {
  if (asked.staged) return (await import("./git/open-change.ts")).openStagedChange(asked);
  const { changedSince } = asked;
  if (changedSince !== undefined) {
    return (await import("./git/open-change.ts")).openChangeSince(asked, changedSince);
  }
  const { paths, rootfs, isOurs, focus } = asked;
  if (!focus) return openDisk({ paths: paths.length === 0 ? ["."] : paths, rootfs, isOurs });
  const { missingFrom, projectFolder } = await import("./focus.ts");
  const missing = missingFrom(paths);
  if (missing !== undefined) return { outcome: "unable", message: missing };
  return openDisk({ paths: [projectFolder(paths)], rootfs, isOurs });
}

/** What lies at some paths, as it is now. */
export async function openDisk(options: Parameters<typeof openPaths>[0]): Promise<InputsResult> {
  const opened = await openPaths(options);
  if (opened.outcome === "unreadable") return { outcome: "unable", message: opened.message };
  const { sources, unreadable } = opened;
  return {
    outcome: "opened",
    inputs: options.paths,
    sources,
    project: workingTree(options.paths),
    before: undefined,
    unreadable: () => unreadable,
  };
}
