import { lstatSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Sources } from "@authgraph/engine";
import type { Repository } from "./git/repository.ts";
import { openDisk } from "./open-inputs.ts";
import type { ProjectTree } from "./project-tree.ts";

/** One of two states that are compared, opened. */
export interface ComparedState {
  /** As it was given: a path, a revision. */
  readonly name: string;
  /** What is read, as paths from where we stand. */
  readonly inputs: readonly string[];
  readonly sources: Sources;
  readonly project: ProjectTree;
  /** What was asked for and could not be read, a sentence each; complete once everything was read. */
  unreadable(): readonly string[];
}

export type StatesResult =
  | { readonly outcome: "opened"; readonly before: ComparedState; readonly after: ComparedState }
  /** The end of a sentence that says why. */
  | { readonly outcome: "unable"; readonly message: string };

export interface StateOptions {
  readonly rootfs: string | undefined;
  readonly isOurs: (path: string) => boolean;
}

/**
 * Opens two states, each a file, a folder, a glob, standard input (`-`) or a revision of git: `main`, `HEAD~3`, and
 * `main:deploy` for what of it lies at a path. What exists as a path is one.
 *
 * A revision without a path is taken for what the other side names, where that lies in the repository; else for all.
 */
export async function openStates(old: string, new_: string, options: StateOptions): Promise<StatesResult> {
  const [before, after] = [sideOf(old), sideOf(new_)];
  if (old === "-" && new_ === "-") return { outcome: "unable", message: "standard input can be read only once" };
  const opened = [await openSide(before, after, options), await openSide(after, before, options)] as const;
  for (const one of opened) if (one.outcome === "unable") return one;
  const [was, is] = opened;
  if (was.outcome === "unable") return was;
  if (is.outcome === "unable") return is;
  return { outcome: "opened", before: was.state, after: is.state };
}

/** What somebody means by one argument. */
interface Side {
  readonly text: string;
  readonly revision: string | undefined;
  /** Undefined where a revision names none. */
  readonly path: string | undefined;
}

function sideOf(text: string): Side {
  // No revision has a star in it (git-check-ref-format(1)).
  const isPath = text === "-" || /[*?]/.test(text) || exists(text);
  if (isPath) return { text, revision: undefined, path: text };
  const colon = text.indexOf(":");
  // `:/words` is a commit by its message (gitrevisions(7)).
  if (colon <= 0) return { text, revision: text, path: undefined };
  return { text, revision: text.slice(0, colon), path: text.slice(colon + 1) };
}

function exists(path: string): boolean {
  return path !== "" && lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

type SideResult =
  | { readonly outcome: "opened"; readonly state: ComparedState }
  | Extract<StatesResult, { outcome: "unable" }>;

async function openSide(side: Side, other: Side, options: StateOptions): Promise<SideResult> {
  const { text, revision, path } = side;
  if (revision !== undefined) return openRevisionSide({ ...side, revision }, other, options);
  const opened = await openDisk({ paths: [path ?? text], ...options });
  return opened.outcome === "unable" ? opened : { outcome: "opened", state: { ...opened, name: text } };
}

async function openRevisionSide(
  { text, revision, path }: Side & { readonly revision: string },
  other: Side,
  options: StateOptions,
): Promise<SideResult> {
  const [
    { findRepository },
    { openRevision },
    { projectTreeOf },
    { isNamedIn, treeSources },
    { pathWithin, folderOf },
  ] = await Promise.all([
    import("./git/repository.ts"),
    import("./git/revision.ts"),
    import("./git/git-state.ts"),
    import("./git/tree-sources.ts"),
    import("./project-tree.ts"),
  ]);
  const otherPath = other.revision === undefined && other.path !== "-" ? other.path : undefined;
  const repository =
    (otherPath === undefined ? undefined : findRepository(folderOf([otherPath]))) ?? findRepository(".");
  const missing = `cannot read ${text === "" ? "''" : text}: there is no such file or folder`;
  if (repository === undefined) {
    return { outcome: "unable", message: `${missing}, and this is no git repository where it could be a revision` };
  }
  const found = openRevision(repository, revision);
  if (found.outcome === "unable") return { outcome: "unable", message: `${missing}, and ${found.message}` };

  const { state } = found;
  const root = relative(".", repository.root) || ".";
  const inherited = other.revision === undefined ? otherPath : pathOf(other.path, repository);
  const isInside = inherited !== undefined && pathWithin(repository.root, inherited) !== undefined;
  const own = pathOf(path, repository);
  if (own !== undefined && !isNamedIn(state, own)) {
    return { outcome: "unable", message: `cannot read ${text}: there is no such file or folder in ${revision}` };
  }
  const inputs = [own ?? (isInside ? inherited : root)];
  return {
    outcome: "opened",
    state: {
      name: text,
      inputs,
      sources: treeSources(state, { paths: inputs, ...options }),
      project: projectTreeOf(state),
      unreadable: () => [state.blobs.problem()].filter((problem) => problem !== undefined),
    },
  };
}

/** As git reads it: from the root of the repository, with a dot from where we stand. */
function pathOf(path: string | undefined, { root }: Repository): string | undefined {
  if (path === undefined) return undefined;
  const from = /^\.\.?(?:\/|$)/.test(path) ? "." : root;
  return relative(".", resolve(from, path)) || ".";
}
