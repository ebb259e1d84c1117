import { isAbsolute, relative, resolve, sep } from "node:path";
import { repositoryRoot } from "./repository-root.ts";

/**
 * The paths of files from the root of their repository, as GitHub counts them, wherever the command runs: the repository
 * we stand in if the inputs lie in it, else that of the first of them, else this folder.
 */
export function repositoryPaths(inputs: readonly string[]): (path: string) => string | undefined {
  const here = repositoryRoot(".");
  const first = inputs.find((path) => path !== "-") ?? ".";
  const root =
    here !== undefined && within(here, first) !== undefined ? here : (repositoryRoot(first) ?? process.cwd());
  return (path) => within(root, path);
}

function within(root: string, path: string): string | undefined {
  const inside = relative(root, resolve(path));
  if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return undefined;
  return inside.split(sep).join("/");
}
