import { wildcardMatches } from "../wildcard.ts";

/**
 * Patterns of paths, as `authgraph.yaml` writes them: from its folder, with `/` between names. `*` is any part of a
 * name, `?` one character of it, `**` any number of folders. A folder stands for all that lies below it.
 *
 * Written here because a change that is scanned may have written the patterns: each path is compared in time linear in
 * pattern and path for `**`, and at worst in their product for one name, where the regular expressions that ignore,
 * picomatch and minimatch make of patterns may try for minutes.
 */
export type PathMatcher = (path: string) => boolean;

/** Whether a path from the folder of the configuration matches one of the patterns. */
export function matcherOf(patterns: readonly string[]): PathMatcher {
  const matchers = patterns.map(compiled);
  return (path) => matchers.some((holds) => holds(path));
}

/** Most patterns are the path of a folder, or begin with one: that is compared first, and often all there is. */
function compiled(pattern: string): PathMatcher {
  const names = namesOf(pattern);
  const firstWild = names.findIndex((name) => /[*?]/.test(name));
  const folder = (firstWild < 0 ? names : names.slice(0, firstWild)).join("/");
  if (firstWild < 0) return (path) => folder === "" || path === folder || isBelow(folder, path);
  return (path) => (folder === "" || isBelow(folder, path)) && matchesFolder(names, path.split("/"));
}

function isBelow(folder: string, path: string): boolean {
  return path.startsWith(folder) && path.charCodeAt(folder.length) === slash;
}

const slash = 0x2f;

/** What is wrong with a pattern, as the end of a sentence; undefined where nothing is. */
export function wrongPattern(pattern: string): string | undefined {
  const wrong = wrongPath(pattern);
  if (wrong !== undefined) return wrong;
  if (/[[\]{}!]/.test(pattern)) return "knows *, ** and ? only; write one pattern for each name";
  const odd = namesOf(pattern).find((name) => name.includes("**") && name !== "**");
  return odd === undefined ? undefined : `takes ** for whole names only, not in "${odd}"`;
}

/** What is wrong with the path of a file or folder below the configuration's folder. */
export function wrongPath(path: string): string | undefined {
  if (path.includes("\\")) return 'must have "/" between names';
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "must start from the folder of the configuration";
  if (path.split("/").includes("..")) return "must not lead out of the folder of the configuration";
  return path.includes("//") ? "must have names between its slashes" : undefined;
}

/** A path of the configuration without what does not count: `./a/` is `a`, the folder itself is empty. */
export function plainPath(path: string): string {
  return namesOf(path).join("/");
}

function namesOf(path: string): readonly string[] {
  return path.split("/").filter((name) => name !== "" && name !== ".");
}

/** Greedy: where a name does not match, the last `**` takes one more. */
function matchesFolder(pattern: readonly string[], names: readonly string[]): boolean {
  let at = 0;
  let afterStars = -1;
  let retry = 0;
  for (let i = 0; i < names.length; ) {
    if (at === pattern.length) return true;
    const part = pattern[at];
    if (part === "**") {
      // At the end it takes what lies below, as a folder does: one name at least.
      if (at === pattern.length - 1) return true;
      at++;
      afterStars = at;
      retry = i;
    } else if (part !== undefined && wildcardMatches(part, names[i] ?? "", "?")) {
      at++;
      i++;
    } else if (afterStars >= 0) {
      retry++;
      i = retry;
      at = afterStars;
    } else return false;
  }
  return at === pattern.length;
}
