import { existsSync } from "node:fs";
import type { Sources } from "@authgraph/engine";
import { type AskedInputs, type InputsBefore, type InputsResult, openDisk } from "../open-inputs.ts";
import { workingTree } from "../project-tree.ts";
import { type GitState, projectTreeOf } from "./git-state.ts";
import { repositoryOf } from "./open-repository.ts";
import { rootFromHere } from "./repository.ts";
import { openBase } from "./revision.ts";
import { openStaged } from "./staged.ts";
import { isNamedIn, treeSources } from "./tree-sources.ts";

/** What a commit would change: HEAD and the index. The working tree, and what git does not track, are not looked at. */
export function openStagedChange({ paths, rootfs, isOurs, focus }: AskedInputs): InputsResult {
  const found = repositoryOf(paths);
  if (found.outcome === "unable") return found;
  const staged = openStaged(found.repository, isOurs);
  if (staged.outcome === "unable") return staged;
  const missing = paths.find((path) => !isNamedIn(staged.after, path) && !isNamedIn(staged.before, path));
  if (missing !== undefined) return { outcome: "unable", message: nowhere(missing, "in the index or in HEAD") };
  const inputs = focus || paths.length === 0 ? [rootFromHere(found.repository)] : paths;
  const sourcesOf = (state: GitState) => treeSources(state, { paths: inputs, rootfs, isOurs });
  return {
    outcome: "opened",
    inputs,
    sources: sourcesOf(staged.after),
    project: projectTreeOf(staged.after),
    before: stateBefore(staged.before, sourcesOf(staged.before), true),
    trees: [staged.before.tree, staged.after.tree],
    unreadable: () => problems(staged.after),
  };
}

/** What the working tree changes since a revision. In a pull request nobody excuses himself. */
export async function openChangeSince(asked: AskedInputs, revision: string): Promise<InputsResult> {
  const { paths, rootfs, isOurs, focus } = asked;
  const found = repositoryOf(paths);
  if (found.outcome === "unable") return found;
  const { repository } = found;
  const base = openBase(repository, revision);
  if (base.outcome === "unable") return base;
  const inputs = focus || paths.length === 0 ? [rootFromHere(repository)] : paths;
  const sources = treeSources(base.state, { paths: inputs, rootfs, isOurs });
  // What the change deletes is not there any more.
  const left = inputs.filter((path) => existsSync(path) || !isNamedIn(base.state, path));
  const after = await openDisk({ paths: left, rootfs, isOurs });
  if (after.outcome === "unable") return after;
  return {
    ...after,
    inputs,
    project: workingTree(inputs),
    before: stateBefore(base.state, sources, false),
    unreadable: () => [...after.unreadable(), ...problems(base.state)],
  };
}

function stateBefore(state: GitState, sources: Sources, trustChange: boolean): InputsBefore {
  return { sources, project: projectTreeOf(state), since: state.name, trustChange };
}

function problems({ blobs }: GitState): readonly string[] {
  const problem = blobs.problem();
  return problem === undefined ? [] : [problem];
}

function nowhere(path: string, where: string): string {
  return `cannot read ${path === "" ? "''" : path}: there is no such file or folder ${where}`;
}
