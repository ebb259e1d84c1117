import { relative, sep } from "node:path";
import { pathWithin } from "../files/project-tree.ts";

/** The path of an input from some folder, with `/` between; undefined where it lies outside. */
export type PathsFrom = (path: string) => string | undefined;

/**
 * Paths from a folder, which is asked of every input: most of them are compared as they stand, since inputs are named
 * from where we stand and lie below.
 */
export function pathsFrom(folder: string): PathsFrom {
  const below = relative(process.cwd(), folder).split(sep).join("/");
  const above = relative(folder, process.cwd()).split(sep).join("/");
  if (below === "") return (path) => (isPlain(path) ? path : pathWithin(folder, path));
  if (!below.startsWith("..")) {
    const prefix = `${below}/`;
    return (path) => {
      if (!isPlain(path) || path === below) return pathWithin(folder, path);
      return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
    };
  }
  return (path) => (isPlain(path) && !above.startsWith("..") ? `${above}/${path}` : pathWithin(folder, path));
}

/** Nothing in it leads up or stays, so that it can be compared as it stands. */
function isPlain(path: string): boolean {
  const isWhole = sep === "/" && path !== "" && !path.startsWith("/") && !path.endsWith("/") && !path.endsWith(".");
  return isWhole && !path.includes("./") && !path.includes("//");
}
