import type { Mount } from "./facts.ts";

/** More mounts than are ever put on top of each other. */
const deepest = 4;

/**
 * Where a file lies that a program sees at a path: below the innermost mount that holds it, and on below what that one is
 * itself mounted from. The path itself where no mount holds it.
 */
export function mountedFrom(mounts: readonly Mount[], path: string): string {
  let at = path;
  for (let depth = 0; depth < deepest; depth++) {
    const inner = mounts
      .filter((mount) => holds(mount, at) && mount.from.value !== mount.path.value)
      .sort((a, b) => b.path.value.length - a.path.value.length)[0];
    if (inner === undefined) return at;
    at = fileBelow(inner.from.value, at.slice(trimmed(inner.path.value).length));
  }
  return at;
}

function holds({ path }: Mount, file: string): boolean {
  const folder = trimmed(path.value);
  return folder !== "" && (file === folder || file.startsWith(`${folder}/`));
}

/**
 * A path that stands relative to wherever the program was started, or behind a variable, counts from there: its tail is
 * what is known of it.
 */
function fileBelow(from: string, rest: string): string {
  const behindVariable = from.replace(/^.*(?:\}\}?|%>|\)|\$[A-Za-z_]\w*)(?=\/|$)/, "");
  const known = `/${trimmed(behindVariable)}`.replace(/\/(?:\.{0,2}\/)+/g, "/").replace(/\/\.{0,2}$/, "");
  return `${known}${rest}`;
}

function trimmed(path: string): string {
  return path.replace(/\/+$/, "");
}
